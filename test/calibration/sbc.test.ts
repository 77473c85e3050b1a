/**
 * Does the engine mean what it says? Truth drawn from its own prior, ranked among its own posterior draws, on 160 tiny diaries.
 *
 * Even seeds. Every bound is a binomial (or normal) bound that a right posterior breaks once in a thousand sets; for each a control shows that a wrong
 * sampler breaks it. The full examination with a thousand diaries per arm is `npm run bench:sbc`.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { pathToFileURL } from "node:url";
import { availableParallelism } from "node:os";
import { tinyArm } from "../../bench/sbc/arm.ts";
import type { SbcRecord } from "../../bench/sbc/examine.ts";
import { reliabilityOf } from "../../bench/sbc/reliability.ts";
import { examineInWorkers, sbcJobs } from "../../bench/sbc/sbc-pool.ts";
import { placesOf } from "../../bench/sbc/summary.ts";
import { binomialRange } from "../../bench/sbc/uniformity.ts";
import { bundle } from "../../scripts/bundle-bench.mjs";
import { normalCdf, normalQuantile } from "../../src/numeric/normal.ts";

const DIARIES = 160; // with 80 a sampler 1.8 times too wide passed once in eight sets
const CONTROLS = 30;
/** |z| that a right posterior exceeds once in a thousand sets. */
const RARE_Z = 3.29;
const RARE = 0.999;
/**
 * The chains walk on the best few noise laws only, so persistence is known to be stated somewhat too surely: at least this share of truths must be
 * in the central 90 % of the draws, instead of .9.
 */
const PERSISTENCE_SHARE = 0.8;
const patience = 600_000; // a stop for hangs, not a speed bar

let records: readonly SbcRecord[] = [];
let boasting: readonly SbcRecord[] = [];

beforeAll(async () => {
  const workerFile = pathToFileURL(await bundle("bench/sbc/sbc-worker.ts"));
  const workers = Math.min(2, availableParallelism());
  records = await examineInWorkers(workerFile, sbcJobs([tinyArm], DIARIES, 2), workers);
  const wrong = sbcJobs([tinyArm], CONTROLS, 2).map((job) => ({ ...job, oddsFactor: 6 }));
  boasting = await examineInWorkers(workerFile, wrong, workers);
}, patience);

describe("on 160 diaries drawn from the engine's own prior", () => {
  it("true effects lie in the middle half, in the middle nine tenths, and around the middle of the draws as often as they should", () => {
    const places = placesOf(records, "effect");
    expect(places.length).toBeGreaterThan(40);
    expect(wrongs(places)).toEqual([]);
  });

  it("control: effects drawn from a posterior 1.8 times too narrow, 1.8 times too wide or .6 SDs too low do not", () => {
    const places = placesOf(records, "effect");
    const moved = (shift: number, stretch: number): readonly number[] =>
      places.map((place) => normalCdf(shift + stretch * normalQuantile(place)));
    expect(wrongs(moved(0, 1.8))).not.toEqual([]);
    expect(wrongs(moved(0, 1 / 1.8))).not.toEqual([]);
    expect(wrongs(moved(0.6, 1))).not.toEqual([]);
  });

  it("as many causes are real as its probabilities say; control: with prior odds six times too high they are not", () => {
    const stated = (all: readonly SbcRecord[]): number => reliabilityOf(all.map((one) => one.inclusion)).excess;
    expect(records.length).toBe(DIARIES);
    expect(Math.abs(stated(records))).toBeLessThan(RARE_Z);
    expect(boasting.length).toBe(CONTROLS);
    expect(stated(boasting)).toBeLessThan(-RARE_Z);
  });

  it("reported 95 % intervals hold the true effects; control: intervals half as wide do not", () => {
    const effects = records.flatMap((record) => record.effects);
    const { low } = binomialRange(effects.length, 0.95, RARE);
    expect(effects.filter((effect) => effect.inside).length).toBeGreaterThanOrEqual(low);
    const halved = placesOf(records, "effect").map((place) => normalCdf(2 * normalQuantile(place)));
    expect(halved.filter((place) => place > 0.025 && place < 0.975).length).toBeLessThan(low);
  });

  it("the next day falls where the forecast says; control: a forecast half as wide would be found out", () => {
    const places = placesOf(records, "forecast day 1");
    expect(places.length).toBe(DIARIES);
    expect(wrongs(places)).toEqual([]);
    expect(wrongs(places.map((place) => normalCdf(2 * normalQuantile(place))))).not.toEqual([]);
  });

  it("persistence and delay are not stated much too surely", () => {
    const inside = (places: readonly number[]): number => places.filter((place) => place > 0.05 && place < 0.95).length;
    const persistence = placesOf(records, "persistence");
    expect(inside(persistence)).toBeGreaterThanOrEqual(binomialRange(DIARIES, PERSISTENCE_SHARE, RARE).low);
    expect(wrongs(placesOf(records, "delay"))).toEqual([]);
  });
});

/** What is wrong with these places, in words; nothing when they look uniform. */
function wrongs(places: readonly number[]): readonly string[] {
  const n = places.length;
  const found: string[] = [];
  for (const share of [0.5, 0.9]) {
    const count = places.filter((place) => Math.abs(place - 0.5) < share / 2).length;
    const { low, high } = binomialRange(n, share, RARE);
    if (count < low) found.push(`too narrow: ${count} of ${n} in the middle ${share}`);
    if (count > high) found.push(`too wide: ${count} of ${n} in the middle ${share}`);
  }
  const z = (places.reduce((sum, place) => sum + place, 0) / n - 0.5) * Math.sqrt(12 * n);
  if (Math.abs(z) > RARE_Z) found.push(`off centre: z ${z.toFixed(1)}`);
  return found;
}
