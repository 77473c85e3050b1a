/**
 * Does what trials found make up findings in a diary that has none, or hide one that is there?
 *
 * Even seeds. Diaries without any effect, with slow symptoms and levers in habits, analysed with all priors of eczema. The bound is the project's bar of 5 % of diaries, as a
 * binomial bound that a right engine breaks once in a thousand sets; the control believes every listed pair a hundred times more and breaks it.
 */
import { describe, expect, it } from "vitest";
import { column, daily, slow, table } from "../support/made-diary.ts";
import { createRandom } from "../../src/base/random.ts";
import type { DailyTable } from "../../src/daily/table.ts";
import { fitAxis } from "../../src/engine/fit-axis.ts";
import type { AxisPosterior, EdgePrior } from "../../src/engine/posterior.ts";
import { evidencePriorsOf } from "../../src/insights/evidence-priors.ts";
import { verdictOf } from "../../src/insights/verdict.ts";

const DAYS = 180;
const DIARIES = 30;
/** Most false alarms among 30 diaries that a rate of 5 % gives in 999 of 1,000 sets. */
const MOST = 6;
const patience = 300_000; // a stop for hangs, not a speed bar

/** Weeks with and weeks without, as people take supplements. */
function habit(...key: readonly number[]): Float64Array {
  const random = createRandom(90, ...key);
  let on = 0;
  return daily(DAYS, (t) => {
    if (t % 7 === 0 && random.uniform() < 0.3) on = 1 - on;
    return on;
  });
}

const rating = (values: Float64Array): Float64Array =>
  values.map((x) => Math.min(10, Math.max(0, Math.round(4 + 1.2 * x))));
const scale = { min: 0, max: 10, step: 1 } as const;

function diary(seed: number, effect: number, unrest = 1): DailyTable {
  const probiotic = habit(seed, 1);
  const noise = slow(DAYS, 0.8, 0.7, seed, 2);
  // full after three weeks
  const skin = noise.map((x, t) => {
    let taken = 0;
    for (let lag = 0; lag < 21; lag++) taken += (probiotic[t - lag] ?? 0) / 21;
    return unrest * x + effect * taken;
  });
  return table([
    column("probioticTaken", "lever", probiotic, { unit: "yes", min: 0, max: 1, step: 1 }),
    column("fibreGrams", "lever", slow(DAYS, 0.1, 1, seed, 3), { unit: "g" }),
    column("stress", "stress", rating(slow(DAYS, 0.6, 0.5, seed, 4)), scale),
    column("eczemaSeverity", "skin", rating(skin), scale),
  ]);
}

const alarms = (posterior: AxisPosterior): readonly string[] =>
  posterior.edges
    .filter((edge) => ["strong", "likely"].includes(verdictOf(edge)))
    .map(({ from, to }) => `${from} > ${to}`);

function analyse(made: DailyTable, change: (prior: EdgePrior) => EdgePrior = (prior) => prior): AxisPosterior {
  const priors = evidencePriorsOf(made, ["eczema"]).map(change);
  const answer = fitAxis(made, { seed: 7, priors });
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value;
}

describe("what trials found", () => {
  it(
    "raises no alarms in diaries without an effect",
    () => {
      const withAlarm = Array.from({ length: DIARIES }, (_, i) => alarms(analyse(diary(2 * i, 0)))).filter(
        (found) => found.length > 0,
      );
      console.log(`diaries with a false alarm: ${String(withAlarm.length)} of ${String(DIARIES)}`);
      expect(withAlarm.length).toBeLessThanOrEqual(MOST);
    },
    patience,
  );

  it(
    "control: believed beyond measure it puts pairs on the list, and the word still waits for the diary",
    () => {
      const made = Array.from({ length: 6 }, (_, i) =>
        analyse(diary(2 * i, 0), (prior) => ({ ...prior, oddsFactor: 1e6 })),
      );
      const listed = made.flatMap(({ edges }) => edges.filter((edge) => edge.reported && edge.dataAlone !== null));
      expect(listed.length).toBeGreaterThan(3);
      expect(made.flatMap((posterior) => alarms(posterior))).toEqual([]);
      expect(new Set(listed.map((edge) => verdictOf(edge)))).toEqual(new Set(["maybe"]));
    },
    patience,
  );

  it(
    "does not hide a large effect that goes against it",
    () => {
      // trials say better, this person gets worse by about 5 of 10 points
      const edges = Array.from({ length: 8 }, (_, i) => analyse(diary(2 * i, 5, 0.4)))
        .flatMap((posterior) => posterior.edges)
        .filter(({ from, to }) => from === "probioticTaken" && to === "eczemaSeverity");
      const alone = edges.filter((edge) => (edge.dataAlone?.inclusionProbability ?? 0) > 0.8);
      const kept = alone.filter((edge) => edge.inclusionProbability > 0.6 && edge.ifReal.mean > 0);
      console.log(
        `shown by the data alone: ${String(alone.length)} of 8; with the trials still: ${String(kept.length)}`,
      );
      expect(alone.length).toBeGreaterThanOrEqual(3);
      expect(kept).toHaveLength(alone.length);
    },
    patience,
  );
});
