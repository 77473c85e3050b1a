/**
 * What is one line of the speed table?
 *
 * A measured time (or size) with its bar, and beside it the time of a plain reference in the same run: seconds differ between machines, ratios
 * hardly do.
 */

export interface BenchRow {
  readonly job: string;
  readonly value: number;
  readonly unit: string;
  /** The value must not be above this; absent = no bar. */
  readonly bar?: number;
  /** A plain program that does a comparable job, timed in the same run, same unit. */
  readonly reference?: { readonly name: string; readonly value: number };
}

/** Milliseconds of every run: the first is cold. `runs` >= 1. */
export function timeRuns(runs: number, job: (run: number) => unknown): readonly number[] {
  return Array.from({ length: runs }, (_, run) => {
    const started = performance.now();
    job(run);
    return performance.now() - started;
  });
}

/** The middle value (upper middle for even counts). */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Head of the Markdown table. */
export const benchHead = "| job | measured | bar | plain reference, same run | ratio |\n|---|---|---|---|---|\n";

/** The rows as lines of that table. A bar that is not kept reads "**missed**". */
export function benchLines(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ job, value, unit, bar, reference }) => {
    const barText = bar === undefined ? "" : `${numberText(bar)} ${unit}: ${value <= bar ? "met" : "**missed**"}`;
    const against = reference ? `${reference.name}, ${numberText(reference.value)} ${unit}` : "";
    const ratio = reference ? `${numberText(value / reference.value)} x` : "";
    return `| ${job} | ${numberText(value)} ${unit} | ${barText} | ${against} | ${ratio} |\n`;
  });
  return lines.join("");
}

function numberText(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
