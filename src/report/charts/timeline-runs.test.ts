import { describe, expect, it } from "vitest";
import { missingRuns, recordedRuns } from "./timeline-runs.ts";

const gap = Number.NaN;

describe("runs of a timeline", () => {
  it("never joins over a day that was not recorded", () => {
    expect(recordedRuns(Float64Array.of(1, 2, gap, 0, gap, gap, 5))).toEqual([
      { from: 0, to: 1 },
      { from: 3, to: 3 },
      { from: 6, to: 6 },
    ]);
  });

  it("takes zero for a value and not for a gap", () => {
    expect(missingRuns(Float64Array.of(0, gap, 0))).toEqual([{ from: 1, to: 1 }]);
  });

  it("covers every day once", () => {
    const values = Float64Array.of(gap, 1, 1, gap, gap, 3);
    const days = [...recordedRuns(values), ...missingRuns(values)].reduce((sum, run) => sum + run.to - run.from + 1, 0);
    expect(days).toBe(values.length);
  });

  it("gives nothing for no days", () => {
    expect(recordedRuns(new Float64Array(0))).toEqual([]);
  });
});
