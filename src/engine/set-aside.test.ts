import { describe, expect, it } from "vitest";
import { column, momentsOf, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import type { Design } from "./design.ts";
import type { OutcomeReading } from "./outcome-link.ts";
import { prepareAxis } from "./problem.ts";
import { keepPromising } from "./set-aside.ts";

/** So many days that there is room for four candidates. */
const N = 50000;
const NAMES = ["a", "b", "c", "d", "e", "f"];

/** Six levers; c acts after a day, e over the fourth week, the others not at all. */
function longDiary() {
  const causes = NAMES.map((_, j) => white(N, 5, j));
  const skin = slow(N, 0.7, 0.5, 9);
  for (let t = 28; t < N; t++) {
    let week = 0;
    for (let d = 22; d < 29; d++) week += causes[4][t - d] / 7;
    skin[t] += 0.1 * causes[2][t - 1] + 0.3 * week;
  }
  return table([...NAMES.map((name, j) => column(name, "lever", causes[j])), column("skin", "skin", skin)]);
}

function look(levers: number) {
  const whole = longDiary();
  const diary = { ...whole, columns: [...whole.columns.slice(6 - levers, 6), whole.columns[6]] };
  const prepared = prepareAxis(diary, { seed: 1 });
  if (!prepared.ok) throw new Error("no problem");
  const outcome = prepared.value.outcomes[0];
  const { mean, sd } = momentsOf(outcome.column.values);
  const reading: OutcomeReading = {
    link: { type: "exact", transform: "identity", atFloor: 0, atCeiling: 0 },
    fitted: (v) => v,
    natural: (z) => z,
    recorded: (z) => z,
    sd,
    slope: 1,
    marginalSlope: 1,
    bounds: null,
    cuts: [],
    floor: -Infinity,
    ceiling: Infinity,
  };
  const design: Design = {
    days: Int32Array.from({ length: N }, (_, i) => i),
    y: outcome.column.values.map((v) => (v - mean) / sd),
    reading,
    low: null,
    high: null,
    shift: null,
    recordedDays: N,
    fixed: [new Float64Array(N).fill(1)],
    scales: null,
  };
  return { outcome, ...{ kept: keepPromising(prepared.value, outcome, design) } };
}

describe("a diary with more columns than there is room for", () => {
  const { outcome, kept } = look(6);

  it("keeps the causes that show something, fast or slow, in their order", () => {
    const names = kept.outcome.candidates.map((candidate) => candidate.column.name);
    expect(names).toHaveLength(4);
    expect(names).toContain("c");
    expect(names).toContain("e");
    expect(names).toEqual(names.toSorted());
    expect(kept.outcome.column).toBe(outcome.column);
  });

  it("names every one it set aside, with the outcome", () => {
    const names = kept.outcome.candidates.map((candidate) => candidate.column.name);
    expect(kept.setAside).toEqual(
      NAMES.filter((name) => !names.includes(name)).map((name) => ({
        type: "SetAside",
        column: name,
        outcome: "skin",
      })),
    );
  });

  it("with room for all leaves the problem as it is", () => {
    const few = look(4);
    expect(few.kept.outcome).toBe(few.outcome);
    expect(few.kept.setAside).toEqual([]);
  });
});

describe("an ordinary diary", () => {
  it("sets nothing aside", () => {
    const n = 60;
    const levers = Array.from({ length: 12 }, (_, j) => column(`lever${j}`, "lever", white(n, j)));
    const posterior = posteriorOf(table([...levers, column("skin", "skin", white(n, 99))]), {
      seed: 1,
      sweeps: 20,
      chains: 2,
    });
    expect(posterior.unused).toEqual([]);
    expect(posterior.edges).toHaveLength(12);
  });
});
