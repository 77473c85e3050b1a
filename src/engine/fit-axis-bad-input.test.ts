import { describe, expect, it } from "vitest";
import type { DailyColumn } from "../daily/table.ts";
import { column, daily, edgeOf, notFinite, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import { follows, hardDiaries, lever, noise, other } from "../../test/support/hard-diaries.ts";
import { fitAxis } from "./fit-axis.ts";
import type { AxisOptions, AxisPosterior } from "./posterior.ts";

const QUICK = { seed: 1, sweeps: 15, chains: 2, fdr: 0.05 } as const satisfies AxisOptions;
const N = 100;

/** Every number finite, probabilities inside 0-1, intervals the right way round. */
function expectSound(posterior: AxisPosterior): void {
  expect(notFinite(posterior)).toEqual([]);
  for (const edge of posterior.edges) {
    for (const p of [
      edge.inclusionProbability,
      edge.probabilityPositive,
      edge.probabilityNegligible,
      edge.contraction,
    ]) {
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
    }
    for (const interval of [edge.averaged, edge.ifReal]) expect(interval.low95).toBeLessThanOrEqual(interval.high95);
    expect(edge.delay.low80).toBeLessThanOrEqual(edge.delay.high80);
    expect(edge.curve).toHaveLength(25);
  }
  for (const outcome of posterior.outcomes) {
    for (const point of outcome.forecast) {
      expect(point.quantiles).toHaveLength(19);
      expect(point.quantiles).toEqual(point.quantiles.toSorted((a, b) => a - b));
    }
  }
}

describe("a diary that is hard to answer", () => {
  it.each(hardDiaries)("gives a sound answer: %s", (_, columns) => {
    expectSound(posteriorOf(table(columns), QUICK));
  });

  it.each(hardDiaries.filter(([name]) => /yes|levels|floor|context|fourteen/.test(name)))(
    "gives a sound answer in next to no time, with priors and skipped days as worse ones: %s",
    (_, columns) => {
      let clock = 0;
      expectSound(
        posteriorOf(table(columns), {
          ...QUICK,
          timeBudgetMilliseconds: 2,
          now: () => clock++,
          missingOutcomes: "worse-days",
          priors: [{ from: "a", to: "skin", oddsFactor: 4, effect: { mean: 0.2, sd: 0.01 } }],
        }),
      );
    },
  );

  it("names a lever that copies the outcome, in any unit, and does not use it", () => {
    const posterior = posteriorOf(
      table([
        column(
          "copy",
          "lever",
          noise.map((x) => 1e6 - 3 * x),
        ),
        column("a", "lever", lever),
        column("skin", "skin", noise),
      ]),
      QUICK,
    );
    expect(posterior.unused).toEqual([{ type: "CopyOfOutcome", column: "copy", outcome: "skin" }]);
    expect(posterior.edges.map((edge) => edge.from)).toEqual(["a"]);
  });

  it("says of a lever that copies another that it cannot tell which, and that it is one of them", () => {
    const skin = daily(N, (t) => 0.9 * (lever[t - 1] ?? 0) + 0.5 * noise[t]);
    const posterior = posteriorOf(
      table([
        column("a", "lever", lever),
        column("b", "lever", lever),
        column("c", "lever", white(N, 8)),
        column("skin", "skin", skin),
      ]),
      { ...QUICK, sweeps: 60 },
    );
    const [a, b] = ["a", "b"].map((name) => edgeOf(posterior, name, "skin"));
    expect(a.inclusionProbability + b.inclusionProbability).toBeGreaterThan(0.9);
    expect(posterior.edges.filter((edge) => edge.reported)).toEqual([]);
    expect(a.cautions.concat(b.cautions).some((caution) => caution.type === "NotSeparable")).toBe(true);
    expect(posterior.groups).toHaveLength(1);
    expect(posterior.groups[0]).toMatchObject({ from: ["a", "b"], reported: true });
    expectSound(posterior);
  });

  it("reports what separates yes from no perfectly, with the right sign", () => {
    const skin = follows(1).map((x) => (x > 0 ? 1 : 0));
    const edge = edgeOf(
      posteriorOf(table([column("a", "lever", lever), column("skin", "skin", skin)]), QUICK),
      "a",
      "skin",
    );
    expect(edge.reported).toBe(true);
    expect(edge.ifReal.low95).toBeGreaterThan(0);
    expect(Math.abs(edge.delay.mean - 1)).toBeLessThan(0.6);
  });

  it("takes 200 levers on 60 days of noise for noise, also in little time", () => {
    const levers = Array.from({ length: 200 }, (_, j) => column(`l${j}`, "lever", white(60, 9, j)));
    let clock = 0;
    const posterior = posteriorOf(table([...levers, column("skin", "skin", slow(60, 0.5, 0.7, 10))]), {
      ...QUICK,
      chains: 1,
      timeBudgetMilliseconds: 5,
      now: () => clock++,
    });
    expect(posterior.outcomes[0].stoppedEarly).toBe(true);
    expect(posterior.edges).toHaveLength(200);
    expect(posterior.edges.filter((edge) => edge.reported)).toEqual([]);
    expectSound(posterior);
  });

  it("finds one of 5 levers in 3,000 days", () => {
    const n = 3000;
    const levers = Array.from({ length: 5 }, (_, j) => white(n, 11, j));
    const rest = slow(n, 0.8, 0.5, 12);
    const skin = daily(n, (t) => -0.3 * (levers[3][t - 4] ?? 0) + rest[t]);
    const posterior = posteriorOf(
      table([...levers.map((values, j) => column(`l${j}`, "lever", values)), column("skin", "skin", skin)]),
      { ...QUICK, sweeps: 20 },
    );
    expect(posterior.edges.filter((edge) => edge.reported).map((edge) => edge.from)).toEqual(["l3"]);
    expect(Math.abs(edgeOf(posterior, "l3", "skin").ifReal.mean + 0.3)).toBeLessThan(0.06);
    expectSound(posterior);
  });
});

describe("a diary without an answer", () => {
  const errorOf = (columns: readonly DailyColumn[]): unknown => {
    const result = fitAxis(table(columns), QUICK);
    return result.ok ? "answered" : result.error;
  };

  it("says which: too short, no outcome, no usable one, and why not", () => {
    expect(errorOf([other("lever", lever.slice(0, 13)), other("skin", noise.slice(0, 13))])).toEqual({
      type: "DiaryTooShort",
      have: 13,
      need: 14,
    });
    expect(errorOf([])).toEqual({ type: "NoOutcome" });
    expect(errorOf([other("lever", lever), other("skin", new Float64Array(N).fill(NaN))])).toEqual({
      type: "NoUsableOutcome",
      unused: [{ type: "ColumnEmpty", column: "skin" }],
    });
    expect(errorOf([other("lever", lever), other("skin", new Float64Array(N).fill(7))])).toEqual({
      type: "NoUsableOutcome",
      unused: [{ type: "ColumnConstant", column: "skin" }],
    });
    const few = daily(N, (t) => (t < 13 ? noise[t] : NaN));
    expect(errorOf([other("skin", few)])).toEqual({
      type: "NoUsableOutcome",
      unused: [{ type: "TooFewDays", column: "skin", have: 13, need: 14 }],
    });
  });

  it.each([1e-300, 1e300])("names a column in units of %s that has no SD a computer can hold", (unit) => {
    expect(
      errorOf([
        other("lever", lever),
        other(
          "skin",
          noise.map((x) => x * unit),
        ),
      ]),
    ).toEqual({
      type: "NoUsableOutcome",
      unused: [{ type: "ColumnConstant", column: "skin" }],
    });
  });
});
