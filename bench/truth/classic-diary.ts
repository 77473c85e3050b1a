/**
 * How is a diary of the classic families made?
 *
 * `makeClassicDiary` draws a world, lives it and blanks some cells. These diaries are pinned: a change here that moves a byte of them makes all
 * figures quoted so far incomparable (classic-diary.test.ts).
 */
import type { DailyColumn, DailyTable } from "../../src/daily/table.ts";
import { chanceOf } from "./chance.ts";
import { pairKey, type ClassicFamily, type TruthDiary, type TruthEdge } from "./diary.ts";
import { meanDelay, type TrueKernel } from "./kernels.ts";
import { leverLaws } from "./levers.ts";
import { drawBlanks } from "./missing-days.ts";
import { live, momentsOf, runIn, type Life } from "./simulate.ts";
import { drawKernels, drawWorld, states } from "./world.ts";

const firstDayNumber = 18993; // 2022-01-01, a Saturday

/** The diary of this family and seed. Cost: about 3 ms per year of days. */
export function makeClassicDiary(family: ClassicFamily, seed: number): TruthDiary {
  const chance = chanceOf(`${family} ${String(seed)}`);
  const world = drawWorld(family, seed, chance);
  const kernels = drawKernels(chance);
  const ahead = chanceOf(`${family} ${String(seed)} ahead`);
  const life = live(chance, ahead, world, kernels, (t) => (((firstDayNumber + t - runIn + 3) % 7) + 7) % 7);
  const skin = columnFrom(life, "skin");
  const { mean, sd } = momentsOf(skin);
  const names = [...leverLaws.map((lever) => lever.name), ...states];
  const blanks = drawBlanks(
    chance,
    world.missing,
    world.days,
    names.length,
    (day) => ((skin[day] ?? mean) - mean) / sd,
  );
  const columns = names.map((name, index) => toColumn(name, life, blanks[index] ?? new Uint8Array(world.days)));
  const table: DailyTable = { firstDayNumber, dayCount: world.days, calendar: "date", columns };
  const weights = new Map([...kernels].map(([pair, kernel]) => [pair, kernel.weights] as const));
  return {
    family,
    seed,
    variant: world.variant,
    table,
    truth: world.edges.map((edge) => toTruth(edge.from, edge.to, life, kernels)),
    future: life.future,
    secret: { complete: life.complete, runIn, kernels: weights, errorAutocovariance: life.errorAutocovariance },
  };
}

function columnFrom(life: Life, name: string): Float64Array {
  return (life.complete.get(name) ?? new Float64Array()).subarray(life.runIn);
}

function toColumn(name: string, life: Life, blank: Uint8Array): DailyColumn {
  const whole = columnFrom(life, name);
  const values = whole.map((value, day) => (blank[day] === 1 ? Number.NaN : value));
  const reasons = blank.map((isBlank) => (isBlank === 1 ? 5 : 0)); // codes into cellReasons: missing-not-recorded, recorded
  const lever = leverLaws.find((law) => law.name === name);
  if (lever) {
    const { unit } = lever;
    return { name, label: name, role: "lever", unit, min: 0, betterIs: "neither", values, reasons };
  }
  const scale = life.scales.get(name);
  const ends = scale ? { min: scale.min, max: scale.max, step: scale.step } : {};
  const shared = { name, label: name, values, reasons, ...ends };
  switch (name) {
    case "sleep":
      return { ...shared, role: "sleep", unit: "h", betterIs: "higher" };
    case "stress":
      return { ...shared, role: "stress", unit: "points", betterIs: "lower" };
    case "gut":
      return { ...shared, role: "gut", unit: "points", betterIs: "lower" };
    default:
      return { ...shared, role: "skin", unit: "points", betterIs: "lower" };
  }
}

function toTruth(from: string, to: string, life: Life, kernels: ReadonlyMap<string, TrueKernel>): TruthEdge {
  const kernel = kernels.get(pairKey(from, to));
  const effectPerUnit = life.effects.get(pairKey(from, to)) ?? 0;
  const ratio = momentsOf(columnFrom(life, from)).sd / momentsOf(columnFrom(life, to)).sd;
  const weights = kernel?.weights ?? [];
  return {
    from,
    to,
    effectPerUnit,
    effectSd: effectPerUnit * ratio,
    delayDays: meanDelay(weights),
    kernel: weights,
    law: kernel?.law ?? "",
  };
}
