/**
 * What became of every row that was read?
 *
 * rowsRead = rowsUsed + all ignored + all skipped: nothing disappears without a count. Plain numbers, so that a stopped import can go on with them.
 */
import { cutText } from "../file-problem.ts";
import type { FigureDropReason, FoodIgnoreRule, FoodSkip, FoodSkipCode } from "./table-problem.ts";

/** Rows read, used, left out and skipped. */
export interface TallyNumbers {
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly ignored: Readonly<Partial<Record<FoodIgnoreRule, number>>>;
  readonly skipped: Readonly<Partial<Record<FoodSkipCode, number>>>;
  readonly dropped: Readonly<Partial<Record<FigureDropReason, number>>>;
  /** The first skipped rows. */
  readonly examples: readonly FoodSkip[];
}

/** What became of one row. */
export type RowOutcome =
  | { readonly type: "used" }
  | { readonly type: "ignored"; readonly rule: FoodIgnoreRule }
  | { readonly type: "skipped"; readonly code: FoodSkipCode; readonly found: string };

export const usedRow: RowOutcome = { type: "used" };

export function ignoredRow(rule: FoodIgnoreRule): RowOutcome {
  return { type: "ignored", rule };
}

export function skippedRow(code: FoodSkipCode, found: string): RowOutcome {
  return { type: "skipped", code, found };
}

/** Counts one reading. */
export interface ReadTally {
  readonly note: (outcome: RowOutcome, line: number) => void;
  /** A figure was not kept. */
  readonly drop: (reason: FigureDropReason) => void;
  readonly numbers: () => TallyNumbers;
}

const EXAMPLES = 20;

/** Nothing was read yet. */
export const emptyTally: TallyNumbers = {
  rowsRead: 0,
  rowsUsed: 0,
  ignored: {},
  skipped: {},
  dropped: {},
  examples: [],
};

/** A tally that goes on from `before`. */
export function createTally(before: TallyNumbers = emptyTally): ReadTally {
  let { rowsRead, rowsUsed } = before;
  const ignored = new Map<string, number>(Object.entries(before.ignored));
  const skipped = new Map<string, number>(Object.entries(before.skipped));
  const dropped = new Map<string, number>(Object.entries(before.dropped));
  const examples = [...before.examples];
  const add = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    note: (outcome, line) => {
      rowsRead += 1;
      if (outcome.type === "used") rowsUsed += 1;
      else if (outcome.type === "ignored") add(ignored, outcome.rule);
      else {
        add(skipped, outcome.code);
        const { code, found } = outcome;
        if (examples.length < EXAMPLES) examples.push({ line, code, found: cutText(found) });
      }
    },
    drop: (reason) => {
      add(dropped, reason);
    },
    numbers: () => ({
      rowsRead,
      rowsUsed,
      ignored: Object.fromEntries(ignored),
      skipped: Object.fromEntries(skipped),
      dropped: Object.fromEntries(dropped),
      examples: [...examples],
    }),
  };
}

/** Number of rows that were skipped because something is wrong with them. */
export function skippedRows(numbers: TallyNumbers): number {
  return Object.values(numbers.skipped).reduce((sum, count) => sum + count, 0);
}
