/**
 * One diary whose every hidden number is known, drawn from the engine's own prior.
 *
 * y_t = weekdays + trend + sum_j beta_j sum_l kernel_jl x_j,t-l + state_t + level_t + reading noise, beta_j ~ N(0, slab * scale(law) * sigma^2) per SD of
 * the cause. Flat priors (fixed part, sigma) cannot be drawn from; ranks do not depend on their values (the model is invariant to scale and to
 * shifts along the fixed part), so sigma makes one day's SD 1 and the fixed part is drawn from a finite range. As the engine has
 * it, causes stand at their mean before the diary, and the first state belongs to the first day with an entry.
 */
import { weekdayOf } from "../../src/base/day.ts";
import { createRandom, type Random } from "../../src/base/random.ts";
import type { DailyColumn, DailyTable } from "../../src/daily/table.ts";
import { fillExposure } from "../../src/engine/exposure-fill.ts";
import { FIRST_STATE } from "../../src/engine/filter.ts";
import { dailyWeights, delayOf } from "../../src/engine/kernels.ts";
import { NOISE_LAWS } from "../../src/engine/noise-grid.ts";
import { drawNormal } from "../../src/numeric/normal.ts";
import type { Arm } from "./arm.ts";
import { drawInclusion, drawKernel, drawLaw, drawSlab } from "./prior-draw.ts";

/** Days after the diary whose outcome is known, for forecasts. */
export const AHEAD = 7;
const FIRST_DAY = 20_000;

export interface TrueCause {
  readonly name: string;
  readonly real: boolean;
  /** Change of the recorded outcome for a sustained rise of one natural unit; 0 when not real. */
  readonly effect: number;
  /** Mean delay, days; NaN when not real. */
  readonly delayDays: number;
  /** Every day of the diary, natural units, blanks and errors taken away. */
  readonly series: Float64Array;
}

export interface Truth {
  /** Index into NOISE_LAWS. */
  readonly law: number;
  /** SD of the reading noise, natural units of the outcome behind the score. */
  readonly sigma: number;
  readonly causes: readonly TrueCause[];
  /** The outcome as it would be written down on the AHEAD days after the diary. */
  readonly future: readonly number[];
}

export interface SbcDiary {
  readonly table: DailyTable;
  readonly truth: Truth;
}

/** SDs and middle of a score that lives near its floor. */
const POINTS_PER_SD = 2;
const HIGHEST = 10;

/** The diary of this seed; arms share nothing but the seed. */
export function makeSbcDiary(arm: Arm, seed: number): SbcDiary {
  const random = createRandom(seed, 7001, ...Array.from(arm.name, (letter) => letter.charCodeAt(0)));
  const length = arm.days + AHEAD;
  const exposures = Array.from({ length: arm.levers + arm.others }, (_, j) => makeExposure(arm, j, length, random));
  const law = drawLaw(random);
  const { phi, ratio, level, scale } = NOISE_LAWS[law];
  const unit = arm.outcome === "score" ? POINTS_PER_SD : 1;
  const sigma = unit / Math.sqrt(scale);

  const signal = new Float64Array(length);
  const inside = drawInclusion(
    exposures.map((exposure) => exposure.firstLag),
    random,
  );
  const slab = drawSlab(random);
  const drawn = exposures.map((exposure, j) => {
    if (!inside[j]) return null;
    const kernel = drawKernel(
      exposure.firstLag,
      exposure.column.delayDays ? { type: "range", ...exposure.column.delayDays } : null,
      random,
    );
    const beta = Math.sqrt(slab * scale) * sigma * drawNormal(random);
    const { average, sd } = fillExposure(exposure.column.values, FIRST_DAY, exposure.column.sds);
    const weights = dailyWeights(kernel);
    for (let t = 0; t < length; t++) {
      for (let lag = 0; lag < weights.length && lag <= t; lag++) {
        signal[t] += (beta * weights[lag] * (exposure.truth[t - lag] - average)) / sd;
      }
    }
    return { effect: beta / sd, delayDays: delayOf(kernel) };
  });

  const blank = Array.from({ length }, (_, t) => t < arm.days && random.uniform() < arm.blankOutcome);
  const fixed = drawFixed(arm, unit, length, random);
  const middle = new Float64Array(length);
  const first = blank.indexOf(false);
  const wide = arm.firstState === "wide" ? FIRST_STATE * scale : scale;
  let state = sigma * Math.sqrt(wide) * drawNormal(random);
  let drift = 0;
  for (let t = 0; t < length; t++) {
    if (t > first) {
      state = phi * state + sigma * Math.sqrt(ratio) * drawNormal(random);
      drift += sigma * Math.sqrt(level) * drawNormal(random);
    }
    middle[t] = fixed[t] + signal[t] + state + drift;
  }
  const written = (value: number): number =>
    arm.outcome === "score" ? Math.min(HIGHEST, Math.max(0, Math.round(value))) : value;
  const values = middle.map((value) => written(value + sigma * drawNormal(random)));
  let slope = 1;
  if (arm.outcome === "score") {
    const days = [...middle.keys()].filter((t) => t < arm.days && !blank[t]);
    slope = days.reduce((sum, t) => sum + slopeOfScore(middle[t], sigma), 0) / days.length;
  }
  const skin: DailyColumn = {
    ...column(
      "skin",
      "skin",
      values.subarray(0, arm.days).map((value, t) => (blank[t] ? NaN : value)),
    ),
    ...(arm.outcome === "score" ? { min: 0, max: HIGHEST, step: 1, measure: "score" as const } : {}),
  };
  return {
    table: {
      firstDayNumber: FIRST_DAY,
      dayCount: arm.days,
      calendar: "date",
      columns: [...exposures.map((exposure) => exposure.column), skin],
    },
    truth: {
      law,
      sigma,
      causes: exposures.map((exposure, j) => ({
        name: exposure.column.name,
        real: inside[j],
        effect: (drawn[j]?.effect ?? 0) * slope,
        delayDays: drawn[j]?.delayDays ?? NaN,
        series: exposure.truth.slice(0, arm.days),
      })),
      future: [...values.subarray(arm.days)],
    },
  };
}

/** dE[score]/dz at a day's middle: a normal density at every border between two points. */
function slopeOfScore(middle: number, sigma: number): number {
  let slope = 0;
  for (let k = 0; k < HIGHEST; k++) {
    const u = (k + 0.5 - middle) / sigma;
    slope += (0.3989422804014327 * Math.exp(-0.5 * u * u)) / sigma;
  }
  return slope;
}

interface Exposure {
  readonly column: DailyColumn;
  readonly firstLag: 0 | 1;
  readonly truth: Float64Array;
}

/** Weekday means + AR(1), normal; blanks and recording errors as the arm says. Two of the levers come with a usual delay. */
function makeExposure(arm: Arm, j: number, length: number, random: Random): Exposure {
  const lever = j < arm.levers;
  const mean = 40 * random.uniform();
  const sd = 0.5 + 8 * random.uniform();
  const rho = lever ? 0.6 * random.uniform() : 0.3 + 0.5 * random.uniform();
  const weekday = Float64Array.from({ length: 7 }, () => 0.3 * sd * drawNormal(random));
  const truth = new Float64Array(length);
  let state = sd * drawNormal(random);
  for (let t = 0; t < length; t++) {
    if (t > 0) state = rho * state + sd * Math.sqrt(1 - rho * rho) * drawNormal(random);
    truth[t] = mean + weekday[weekdayOf(FIRST_DAY + t)] + state;
  }
  const spread = Math.sqrt(1.09) * sd;
  const error = lever && arm.reliability < 1 ? spread * Math.sqrt(1 / arm.reliability - 1) : 0;
  const values = truth
    .slice(0, arm.days)
    .map((x) => (random.uniform() < arm.blankCauses ? NaN : x + error * drawNormal(random)));
  const base = lever
    ? column(`lever${String(j + 1)}`, "lever", values)
    : column(`other${String(j - arm.levers + 1)}`, j % 2 === 0 ? "gut" : "stress", values);
  const delayDays = j === 0 ? { min: 1, max: 3 } : j === 1 ? { min: 14, max: 42 } : null;
  return {
    column: {
      ...base,
      ...(lever && delayDays ? { delayDays } : {}),
      ...(error > 0 ? { sds: new Float64Array(arm.days).fill(error) } : {}),
    },
    firstLag: lever ? 0 : 1,
    truth,
  };
}

/**
 * Weekdays, trend and level per day; the trend stays at its last value after the diary, as the engine has it. Their priors are flat within the diary; beyond
 * it (forecasts) the engine holds weekdays and trend to the SDs used here.
 */
function drawFixed(arm: Arm, unit: number, length: number, random: Random): Float64Array {
  const start = arm.outcome === "score" ? 1 + 5 * random.uniform() : -20 + 40 * random.uniform();
  const trend = 0.7 * unit * drawNormal(random);
  // six contrasts of SD .25, the seventh day balances them
  const weekday = Float64Array.from({ length: 7 }, (_, d) => (d < 6 ? 0.25 * unit * drawNormal(random) : 0));
  weekday[6] = -weekday.reduce((sum, value) => sum + value, 0);
  return Float64Array.from({ length }, (_, t) => {
    const along = Math.min(t, arm.days - 1) / (arm.days - 1) - 0.5;
    return start + trend * along + weekday[weekdayOf(FIRST_DAY + t)];
  });
}

function column(name: string, role: DailyColumn["role"], values: Float64Array): DailyColumn {
  return { name, label: name, role, unit: "points", betterIs: "lower", values, reasons: new Uint8Array(values.length) };
}
