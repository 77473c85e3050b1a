/**
 * How is a table with a planted answer written down in a test?
 *
 * Columns by name, all on one calendar that starts on a Monday; the rest of a `TruthDiary` is empty, because a baseline sees the table only.
 */
import type { BetterIs, DailyColumn, DailyTable, Role } from "../../../src/daily/table.ts";
import { chanceOf } from "../chance.ts";
import type { TruthDiary } from "../diary.ts";

export interface HandColumn {
  readonly name: string;
  readonly role?: Role;
  readonly betterIs?: BetterIs;
  readonly min?: number;
  readonly max?: number;
  readonly values: ArrayLike<number>;
}

/** A diary with these columns; role "lever" unless said. */
export function diaryOf(columns: readonly HandColumn[], seed = 1): TruthDiary {
  const full = columns.map(({ values, role = "lever", betterIs = "lower", ...rest }): DailyColumn => ({
    label: rest.name,
    unit: "points",
    role,
    betterIs,
    ...rest,
    values: Float64Array.from(values),
    reasons: new Uint8Array(values.length),
  }));
  const table: DailyTable = {
    firstDayNumber: 18998, // 18998 % 7 = 0
    dayCount: full[0].values.length,
    calendar: "date",
    columns: full,
  };
  const secret = { complete: new Map(), runIn: 0, kernels: new Map(), errorAutocovariance: new Map() };
  return { family: "main", seed, variant: "", table, truth: [], future: new Map(), secret };
}

/** `count` standard normals. */
export function noise(count: number, name: string): Float64Array {
  const chance = chanceOf(name);
  return Float64Array.from({ length: count }, () => chance.normal());
}

/** An AR(1) series with this persistence and variance 1. */
export function persistent(count: number, phi: number, name: string): Float64Array {
  const shocks = noise(count, name);
  let now = shocks[0];
  return shocks.map((shock, day) => {
    if (day > 0) now = phi * now + Math.sqrt(1 - phi * phi) * shock;
    return now;
  });
}
