import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import type { DailyTable } from "../daily/table.ts";
import { column, daily, edgeOf, notFinite, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import { fitAxis } from "./fit-axis.ts";
import type { AxisOptions, EdgePrior } from "./posterior.ts";

const QUICK = { seed: 1, sweeps: 25, chains: 2, fdr: 0.05 } as const satisfies AxisOptions;

/** fibre moves skin by `effect` per unit after two days; tea does nothing. */
function diary(n: number, effect: number, seed = 1): DailyTable {
  const fibre = white(n, seed, 1);
  const tea = white(n, seed, 2);
  const noise = slow(n, 0.5, 0.7, seed, 3);
  const skin = daily(n, (t) => 5 + effect * (fibre[t - 2] ?? 0) + 0.7 * noise[t]);
  return table([column("fibre", "lever", fibre), column("tea", "lever", tea), column("skin", "skin", skin)]);
}

function prior(changes: Partial<EdgePrior> = {}): EdgePrior {
  return { from: "fibre", to: "skin", oddsFactor: 1, ...changes };
}

describe("prior knowledge", () => {
  it("gives both answers: the one with it, and the diary's own, which is the answer without", () => {
    const plain = posteriorOf(diary(120, -0.25), QUICK);
    const told = posteriorOf(diary(120, -0.25), {
      ...QUICK,
      priors: [prior({ oddsFactor: 8, effect: { mean: -0.3, sd: 0.15 } })],
    });
    for (const edge of plain.edges) expect(edge.dataAlone).toBeNull();
    for (const edge of told.edges) {
      const alone = edgeOf(plain, edge.from, edge.to);
      expect(edge.dataAlone).toEqual({
        inclusionProbability: alone.inclusionProbability,
        averaged: alone.averaged,
        ifReal: alone.ifReal,
        reported: alone.reported,
      });
    }
    const fibre = edgeOf(told, "fibre", "skin");
    expect(fibre.inclusionProbability).toBeGreaterThan(fibre.dataAlone?.inclusionProbability ?? 1);
    const width = (x: { low95: number; high95: number }): number => x.high95 - x.low95;
    expect(width(fibre.ifReal)).toBeLessThan(width(fibre.dataAlone?.ifReal ?? { low95: 0, high95: 0 }));
    expect(notFinite(told)).toEqual([]);
  });

  it("for another outcome leaves this one calculated once", () => {
    const plain = posteriorOf(diary(80, -0.4), QUICK);
    const other = posteriorOf(diary(80, -0.4), { ...QUICK, priors: [prior({ to: "nobody" })] });
    expect(JSON.stringify(other)).toBe(JSON.stringify(plain));
  });

  it("that is empty of content changes nothing but the second walk", () => {
    const told = posteriorOf(diary(120, -0.4), { ...QUICK, priors: [prior()] });
    const edge = edgeOf(told, "fibre", "skin");
    expect(edge.inclusionProbability).toBeCloseTo(edge.dataAlone?.inclusionProbability ?? NaN, 12);
    expect(edge.ifReal.mean).toBeCloseTo(edge.dataAlone?.ifReal.mean ?? NaN, 12);
  });

  it("that is wrong in sign and delay is overruled by a long diary", () => {
    const wrong = [prior({ effect: { mean: 0.6, sd: 0.3 }, delayDays: { onset: 20, half: 40, full: 60 } })];
    const edge = edgeOf(posteriorOf(diary(300, -0.5), { ...QUICK, priors: wrong }), "fibre", "skin");
    expect(edge.reported).toBe(true);
    expect(edge.ifReal.high95).toBeLessThan(0);
    expect(edge.ifReal.low95).toBeLessThan(-0.5);
    expect(edge.ifReal.high95).toBeGreaterThan(-0.55);
    expect(Math.abs(edge.delay.mean - 2)).toBeLessThan(0.5);
  });

  it("holds a short diary: with 30 days the effect stays near what was believed", () => {
    const believed = [prior({ effect: { mean: -0.6, sd: 0.05 } })];
    const edge = edgeOf(posteriorOf(diary(30, 0, 4), { ...QUICK, priors: believed }), "fibre", "skin");
    expect(edge.ifReal.mean).toBeLessThan(-0.4);
    expect(edge.contraction).toBeLessThan(0.5);
  });

  it("contracts: the longer the diary, the more it has taught about the size", () => {
    const contraction = [40, 110, 300].map(
      (n) => edgeOf(posteriorOf(diary(n, -0.5, 2), { ...QUICK, priors: [] }), "fibre", "skin").contraction,
    );
    expect(contraction[1]).toBeGreaterThan(contraction[0]);
    expect(contraction[2]).toBeGreaterThan(contraction[1]);
    expect(contraction[2]).toBeGreaterThan(0.95);
    expect(contraction[0]).toBeLessThan(0.95);
  });

  it("of a few-level sign is believed in steps of the sign: a very sure one comes back as it was said", () => {
    const { columns, ...rest } = diary(160, -0.5);
    const signs = columns.map((one) =>
      one.name === "skin"
        ? {
            ...one,
            min: 0,
            max: 3,
            step: 1,
            values: one.values.map((x) => Math.min(3, Math.max(0, Math.round(x - 3.7)))),
          }
        : one,
    );
    const sure = prior({ oddsFactor: 50, effect: { mean: -0.3, sd: 0.01 } });
    const told = posteriorOf({ ...rest, columns: signs }, { ...QUICK, priors: [sure] });
    expect(told.outcomes[0].link.type).toBe("ordered");
    const ratio = edgeOf(told, "fibre", "skin").ifReal.mean / -0.3;
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThan(1.15);
  });

  it("that shuts an edge out keeps it out, and one that is nearly certain lets it in", () => {
    const [never, surely] = [0, 1e6].map((oddsFactor) =>
      edgeOf(posteriorOf(diary(80, -0.1), { ...QUICK, priors: [prior({ oddsFactor })] }), "fibre", "skin"),
    );
    expect(never.inclusionProbability).toBeLessThan(1e-6);
    expect(surely.inclusionProbability).toBeGreaterThan(0.99);
    expect(notFinite([never, surely])).toEqual([]);
  });
});

describe("a time budget", () => {
  /** A clock that ticks by one millisecond each time it is read. */
  function ticking(): () => number {
    let time = 0;
    return () => time++;
  }

  it.each([0, 1, 5, 12])("of %s readings of the clock gives the best answer so far and says so", (budget) => {
    const posterior = posteriorOf(diary(100, -0.6), {
      seed: 1,
      fdr: 0.05,
      timeBudgetMilliseconds: budget,
      now: ticking(),
    });
    expect(posterior.outcomes[0].stoppedEarly).toBe(true);
    expect(posterior.outcomes[0].diagnostics.converged).toBe(false);
    expect(posterior.edges).toHaveLength(2);
    expect(posterior.outcomes[0].forecast).toHaveLength(14);
    expect(notFinite(posterior)).toEqual([]);
  });

  it("that is ample changes nothing, and without a clock there is none", () => {
    const plain = JSON.stringify(posteriorOf(diary(100, -0.6), QUICK));
    const ample = posteriorOf(diary(100, -0.6), { ...QUICK, timeBudgetMilliseconds: 1e9, now: ticking() });
    expect(JSON.stringify(ample)).toBe(plain);
    expect(JSON.stringify(posteriorOf(diary(100, -0.6), { ...QUICK, timeBudgetMilliseconds: 0 }))).toBe(plain);
  });

  it("is shared out: with two outcomes the second still gets its turn, also with priors and a bounded outcome", () => {
    const one = diary(90, -0.6);
    const sign = one.columns[2].values.map((x) => Math.min(3, Math.max(0, Math.round(x - 4))));
    const both = table([...one.columns, column("sign", "gut", sign, { min: 0, max: 3, step: 1 })]);
    const posterior = posteriorOf(both, {
      seed: 1,
      timeBudgetMilliseconds: 8,
      now: ticking(),
      priors: [prior({ oddsFactor: 3 })],
    });
    expect(posterior.outcomes.map((outcome) => outcome.stoppedEarly)).toEqual([true, true]);
    expect(posterior.edges).toHaveLength(6);
    expect(notFinite(posterior)).toEqual([]);
  });

  it("that ends after the chains have met is not said to have stopped anything", () => {
    const posterior = posteriorOf(diary(200, -0.8), {
      seed: 1,
      sweeps: 200,
      timeBudgetMilliseconds: 1e9,
      now: ticking(),
    });
    expect(posterior.outcomes[0].stoppedEarly).toBe(false);
  });
});

describe("days without an entry", () => {
  /** Skin of 150 days; entries are skipped on worse days, and stress is high on those. */
  function skipping(): DailyTable {
    const n = 150;
    const random = createRandom(12);
    const stress = white(n, 3, 1);
    const noise = slow(n, 0.4, 0.7, 3, 2);
    const skin = daily(n, (t) => 0.5 * (stress[t - 1] ?? 0) + 0.8 * noise[t]);
    const seen = skin.map((x) => (random.uniform() < 1 / (1 + Math.exp(1 - 1.5 * x)) ? NaN : x));
    return table([column("stress", "lever", stress), column("skin", "skin", seen)]);
  }

  it("taken as worse days: the effect that bad days hid comes back, and the recorded days count as before", () => {
    const diaryOfSkips = skipping();
    const ignored = posteriorOf(diaryOfSkips, QUICK);
    const worse = posteriorOf(diaryOfSkips, { ...QUICK, missingOutcomes: "worse-days" });
    const [a, b] = [ignored, worse].map((posterior) => edgeOf(posterior, "stress", "skin").ifReal.mean);
    expect(b).toBeGreaterThan(a);
    expect(worse.outcomes[0].recordedDays).toBe(ignored.outcomes[0].recordedDays);
    expect(notFinite(worse)).toEqual([]);
  });

  it("are worse downwards where higher is better", () => {
    const up = skipping();
    const down = {
      ...up,
      columns: [
        up.columns[0],
        { ...up.columns[1], betterIs: "higher" as const, values: up.columns[1].values.map((x) => -x) },
      ],
    };
    const [a, b] = [up, down].map((one) =>
      edgeOf(posteriorOf(one, { ...QUICK, missingOutcomes: "worse-days" }), "stress", "skin"),
    );
    expect(Math.abs(a.ifReal.mean + b.ifReal.mean)).toBeLessThan(0.06);
  });

  it("with a shift of 0 are drawn as any day: nearly the answer that ignores them", () => {
    const diaryOfSkips = skipping();
    const ignored = edgeOf(posteriorOf(diaryOfSkips, QUICK), "stress", "skin");
    const none = edgeOf(
      posteriorOf(diaryOfSkips, { ...QUICK, sweeps: 150, missingOutcomes: "worse-days", missingShiftSd: 0 }),
      "stress",
      "skin",
    );
    expect(Math.abs(none.ifReal.mean - ignored.ifReal.mean)).toBeLessThan(0.08);
  });

  it("change nothing when there are none", () => {
    const whole = diary(90, -0.5);
    const plain = edgeOf(posteriorOf(whole, QUICK), "fibre", "skin");
    const asked = edgeOf(posteriorOf(whole, { ...QUICK, missingOutcomes: "worse-days" }), "fibre", "skin");
    expect(Math.abs(asked.ifReal.mean - plain.ifReal.mean)).toBeLessThan(0.03);
  });
});

describe("the question", () => {
  it("can be put to some outcomes only, and names an unknown one by an error", () => {
    const whole = diary(60, -0.5);
    expect(posteriorOf(whole, { ...QUICK, outcomes: ["skin"] }).outcomes).toHaveLength(1);
    const nobody = fitAxis(whole, { ...QUICK, outcomes: ["nobody"] });
    expect(nobody.ok ? "" : nobody.error.type).toBe("NoUsableOutcome");
  });

  it("stool form is answered for its loose and its hard side", () => {
    const n = 120;
    const fat = white(n, 6, 1);
    const noise = slow(n, 0.4, 0.7, 6, 2);
    const form = daily(n, (t) => Math.min(7, Math.max(1, Math.round(3.8 + 0.9 * (fat[t - 1] ?? 0) + 0.7 * noise[t]))));
    const posterior = posteriorOf(
      table([
        column("fat", "lever", fat),
        column("stool", "gut", form, { min: 1, max: 7, step: 1, betterIs: "neither", measure: "stool-form" }),
      ]),
      QUICK,
    );
    expect(posterior.outcomes.map((outcome) => outcome.name)).toEqual(["stool.loose", "stool.hard"]);
    expect(edgeOf(posterior, "fat", "stool.loose").ifReal.mean).toBeGreaterThan(0.3);
    expect(edgeOf(posterior, "fat", "stool.hard").ifReal.mean).toBeLessThan(-0.1);
    // neither side is a cause of the other
    expect(posterior.edges).toHaveLength(2);
    expect(notFinite(posterior)).toEqual([]);
  });
});
