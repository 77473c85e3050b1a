/**
 * What must be known about the answer as a whole before it is read?
 *
 * That it is only a first look, that time ran out, that blank days may hide something, that studies were weighed in. Each once, in
 * this order, whatever the number of outcomes.
 */
import type { AxisPosterior, OutcomePosterior } from "../engine/posterior.ts";
import { outcomeWarnings, skipsWorseDays } from "./outcome-words.ts";
import type { Spoken } from "./spoken.ts";

/** Names listed before "and N more". */
const MOST_NAMES = 3;

export interface NoteFacts {
  readonly posterior: AxisPosterior;
  readonly preview: boolean;
  readonly missingDays: "ignorable" | "worse-days";
  readonly spokenOf: (column: string) => Spoken;
}

/** Plain sentences, most important first. */
export function documentNotes({ posterior, preview, missingDays, spokenOf }: NoteFacts): readonly string[] {
  const notes: string[] = [];
  if (preview) notes.push("This is a first look, made in a moment; it is being checked and may still change.");
  const cut = posterior.outcomes
    .filter((outcome) => outcome.stoppedEarly)
    .map((outcome) => spokenOf(outcome.name).name);
  if (cut.length > 0) {
    notes.push(`Time ran out for ${listed(cut)}: this is the best answer so far, and more time may change it.`);
  }
  if (posterior.edges.some((edge) => edge.dataAlone !== null)) {
    notes.push("What studies found was weighed in; each pair also says what your diary alone would say.");
  }
  const skipped = mostSkipped(posterior.outcomes);
  if (skipped) notes.push(...outcomeWarnings({ ...skipped, stoppedEarly: false }, spokenOf(skipped.name), missingDays));
  if (missingDays === "worse-days")
    notes.push("Days without an entry were taken to be worse than the rest, as was asked.");
  else if (skipped) notes.push("Such days can also be taken to be worse than the rest, to see what changes.");
  return notes;
}

/** The outcome whose worse days are skipped most clearly. */
function mostSkipped(outcomes: readonly OutcomePosterior[]): OutcomePosterior | null {
  const clearly = (outcome: OutcomePosterior): number => outcome.skippedAfterWorse?.low95 ?? 0;
  return outcomes.filter(skipsWorseDays).sort((a, b) => clearly(b) - clearly(a))[0] ?? null;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${String(rest)} more`;
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1] ?? ""}`;
}
