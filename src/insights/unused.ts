/**
 * Why could a column not be used, in plain words?
 *
 * One reason per column and cause: a column that copies several outcomes is named once for each of them.
 */
import type { Unused } from "../engine/posterior.ts";
import { numberText } from "./numbers.ts";
import { shown } from "./shown.ts";

/** `{column, reason}` in the engine's order, without doubles. */
export function unusedReasons(
  unused: readonly Unused[],
  nameOf: (column: string) => string,
): readonly { readonly column: string; readonly reason: string }[] {
  const reasons = new Map<string, { readonly column: string; readonly reason: string }>();
  for (const item of unused) {
    const reason = unusedReason(item, nameOf);
    reasons.set(JSON.stringify([item.column, reason]), { column: item.column, reason });
  }
  return [...reasons.values()];
}

/** One plain sentence for one unused column; the column stands beside it and is not named again. */
export function unusedReason(unused: Unused, nameOf: (column: string) => string): string {
  switch (unused.type) {
    case "TooFewDays":
      return `It is written down on ${String(unused.have)} days; at least ${String(unused.need)} are needed.`;
    case "ColumnConstant":
      return "It has the same value on every day, so nothing can be learned from its changes.";
    case "ColumnEmpty":
      return "It has no values.";
    case "CopyOfOutcome":
      return `It is a copy of ${shown(nameOf(unused.outcome))}, so one cannot be explained by the other.`;
    case "RecallIsNoCause":
      return `It looks back over ${numberText(unused.recallDays)} days at once, so it is looked at as what may follow, not as what comes first.`;
    case "SetAside":
      return `There are many columns for so long a diary, and this one alone goes least with ${shown(nameOf(unused.outcome))}, so it was not weighed there.`;
  }
}
