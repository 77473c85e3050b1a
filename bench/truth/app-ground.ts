/**
 * How often does an app's rule find something where there is nothing, on the ground that it was made for?
 *
 * Outcome and factors are independent AR(1) series with the same persistence phi; no effect anywhere. StudyU gets the 28-day trial that it is made for
 * (7-day phases ABAB or ABBA, Welch's t on pooled days), Perfice and Bearable their 30 days, GutAI 60 days with an unrelated food in 60 % of meals. The
 * rules are the published behaviour, not code; Bearable's exact formula is not public.
 */
import { pOfCorrelation, correlate } from "./baselines/correlations.ts";
import { welch } from "./baselines/app-rules.ts";
import { wilson, type Figure } from "./bootstrap.ts";
import { chanceOf, type Chance } from "./chance.ts";

export const persistences: readonly number[] = [0, 0.3, 0.5, 0.7, 0.85];

export interface GroundRow {
  readonly rule: string;
  /** Share of runs with at least one finding, by phi in the order of `persistences`. */
  readonly alarms: readonly Figure[];
}

type NullRun = (chance: Chance, phi: number) => boolean;

const rules: readonly (readonly [rule: string, run: NullRun])[] = [
  ["StudyU, ABAB in 7-day phases, Welch p < .05", (chance, phi) => trialAlarm(chance, phi, [0, 1, 0, 1])],
  ["StudyU, ABBA", (chance, phi) => trialAlarm(chance, phi, [0, 1, 1, 0])],
  ["Pearson p < .05, one pair, 90 days", (chance, phi) => screenAlarm(chance, phi, 90, 1)],
  ["the same, at least one of 20 factors", (chance, phi) => screenAlarm(chance, phi, 90, 20)],
  ["Perfice, |r| >= .5, 30 days, 20 factors, lags 0 and 1", perficeAlarm],
  ["Bearable-like, factor on 30 % of 30 days, difference of 20 %", bearableAlarm],
  ['GutAI, food in 60 % of meals, 60 days, "High"', gutaiAlarm],
];

/** Alarm rates of every rule at every phi, with Wilson intervals. About 1 s for 600 runs. */
export function appGround(runs = 600): readonly GroundRow[] {
  return rules.map(([rule, run]) => ({
    rule,
    alarms: persistences.map((phi): Figure => {
      const chance = chanceOf(`app ground ${rule} ${String(phi)}`);
      const hits = Array.from({ length: runs }, () => run(chance, phi)).filter(Boolean).length;
      const [low95, high95] = wilson(hits, runs);
      return { value: hits / runs, low95, high95, of: runs };
    }),
  }));
}

function trialAlarm(chance: Chance, phi: number, phases: readonly number[]): boolean {
  const y = series(chance, 28, phi);
  const arm = (wanted: number): number[] => [...y].filter((_, day) => phases[Math.floor(day / 7)] === wanted);
  return welch(arm(0), arm(1)).p < 0.05;
}

function screenAlarm(chance: Chance, phi: number, days: number, factors: number): boolean {
  const y = series(chance, days, phi);
  return Array.from({ length: factors }, () => {
    const { r, n } = correlate(series(chance, days, phi), y, 0);
    return pOfCorrelation(r, n) < 0.05;
  }).some(Boolean);
}

function perficeAlarm(chance: Chance, phi: number): boolean {
  const y = series(chance, 30, phi);
  return Array.from({ length: 20 }, () => {
    const x = series(chance, 30, phi);
    return [0, 1].some((lag) => Math.abs(correlate(x, y, lag).r) >= 0.5);
  }).some(Boolean);
}

function bearableAlarm(chance: Chance, phi: number): boolean {
  const score = series(chance, 30, phi).map((z) => Math.min(4, Math.max(0, Math.round(1.5 + z))));
  const eaten = score.map(() => (chance.uniform() < 0.3 ? 1 : 0));
  const mean = (on: number): { n: number; mean: number } => {
    const own = [...score].filter((_, day) => eaten[day] === on);
    return { n: own.length, mean: own.reduce((a, b) => a + b, 0) / own.length };
  };
  const [without, withDays] = [mean(0), mean(1)];
  return without.n >= 3 && withDays.n >= 3 && without.mean > 0 && Math.abs(withDays.mean / without.mean - 1) >= 0.2;
}

/** Meals at 8, 13 and 19 h; one symptom a day at a random hour 9-23; a meal with the food 1-6 h before counts. */
function gutaiAlarm(chance: Chance): boolean {
  let count = 0;
  for (let day = 0; day < 60; day += 1) {
    const symptom = 9 + Math.floor(chance.uniform() * 15);
    for (const meal of [8, 13, 19]) {
      const eaten = chance.uniform() < 0.6;
      if (eaten && symptom - meal >= 1 && symptom - meal <= 6) count += 1;
    }
  }
  return count >= 15;
}

function series(chance: Chance, days: number, phi: number): Float64Array {
  let now = chance.normal();
  return Float64Array.from({ length: days }, () => {
    const value = now;
    now = phi * now + Math.sqrt(1 - phi * phi) * chance.normal();
    return value;
  });
}
