/**
 * Which parts of a series may be joined by a line, and which days are gaps?
 *
 * Only days that follow each other are joined; a day that was not recorded breaks the line and is shown as
 * a gap. NaN = not recorded.
 */

export interface Run {
  /** Index of the first and the last day, both included. */
  readonly from: number;
  readonly to: number;
}

/** Unbroken runs of recorded days. */
export function recordedRuns(values: Float64Array): readonly Run[] {
  return runsWhere(values, (value) => !Number.isNaN(value));
}

/** Unbroken runs of days that were not recorded. */
export function missingRuns(values: Float64Array): readonly Run[] {
  return runsWhere(values, (value) => Number.isNaN(value));
}

function runsWhere(values: Float64Array, holds: (value: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let from = -1;
  values.forEach((value, i) => {
    if (holds(value)) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      runs.push({ from, to: i - 1 });
      from = -1;
    }
  });
  if (from >= 0) runs.push({ from, to: values.length - 1 });
  return runs;
}
