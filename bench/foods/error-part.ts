/**
 * Part 7: which part of a reading's error makes effects look smaller?
 *
 * Within a person, how far does the reference move for one unit of our estimate? A slope of 1: usual amounts were assigned and the truth varies around
 * them (Berkson), effects keep their size. Below 1: the rest of the estimate's variance is classical error. As a share of the variance that the
 * readings state for foods and figures (grams apart) it stands in src/foods/exposure-errors.ts; this part measures it anew on the free-text diary.
 */
import type { ExposureName } from "../../src/foods/exposure.ts";
import { createMealMeter } from "../../src/foods/exposures.ts";
import { createFoodIndex } from "../../src/foods/name-index.ts";
import { groupedBy, mean } from "./metrics.ts";
import type { OurReader } from "./our-reader.ts";
import { numberOrNull, sharedRows } from "./shared-data.ts";

export interface ErrorRow {
  readonly exposure: string;
  readonly per: "day" | "entry";
  readonly count: number;
  readonly slope: number;
  /** Standard error of the slope, robust to unequal spreads. */
  readonly se: number;
  /** (1 - slope) x variance of the estimate / variance that the readings state for foods and figures; 0 when the slope is above 1. */
  readonly classicalShare: number;
  /** Sum of the estimates over the sum of the references. */
  readonly bias: number;
}

interface Pair {
  readonly person: string;
  readonly day: string;
  readonly guess: number;
  /** Stated SD for foods and figures, grams apart. */
  readonly sd: number;
  readonly truth: number;
}

const COLUMNS: readonly (readonly [ExposureName, string])[] = [
  ["energyKcal", "kcal"],
  ["carbohydrateGrams", "carb_g"],
  ["sugarGrams", "sugar_g"],
  ["proteinGrams", "protein_g"],
  ["fatGrams", "fat_g"],
  ["fibreGrams", "fibre_g"],
];

/** Fewest entries of a day that stand for a day. */
const LEAST_ENTRIES = 3;

/** Null when the diary is not on this machine. */
export function errorPart(reader: OurReader): readonly ErrorRow[] | null {
  const rows = sharedRows("meals/bigideas_dev.tsv");
  if (rows === null) return null;
  const measure = createMealMeter(createFoodIndex(reader.table));
  const entries = rows.flatMap((row) => {
    const food = row("logged_food").trim();
    if (/std|standard breakfast|boost/i.test(food)) return [];
    const number = numberOrNull(row("amount"));
    const amount = number === null ? row("amount").trim() : String(number);
    const text = [amount, row("unit").trim(), food].filter((part) => part !== "").join(" ");
    return [{ row, read: measure(reader.read(text)) }];
  });
  return COLUMNS.flatMap(([exposure, column]) => {
    const pairs = entries.flatMap(({ row, read }): Pair[] => {
      const truth = numberOrNull(row(column));
      const [guess, sd] = [read.exposures[exposure]?.mean ?? 0, read.figureSds[exposure] ?? 0];
      const person = row("subject");
      return truth === null ? [] : [{ person, day: `${person} ${row("date")}`, guess, sd, truth }];
    });
    const days = [...groupedBy(pairs, (pair) => pair.day).values()].flatMap((own) =>
      own.length < LEAST_ENTRIES ? [] : [summed(own)],
    );
    return [errorRow(exposure, "day", days), errorRow(exposure, "entry", pairs)];
  });
}

function summed(own: readonly Pair[]): Pair {
  return {
    person: own[0]?.person ?? "",
    day: own[0]?.day ?? "",
    guess: own.reduce((sum, pair) => sum + pair.guess, 0),
    sd: Math.sqrt(own.reduce((sum, pair) => sum + pair.sd ** 2, 0)),
    truth: own.reduce((sum, pair) => sum + pair.truth, 0),
  };
}

/** Regression of reference on estimate, each person around their own means. */
export function errorRow(exposure: string, per: ErrorRow["per"], pairs: readonly Pair[]): ErrorRow {
  const people = [...groupedBy(pairs, (pair) => pair.person).values()].filter((own) => own.length > 1);
  const centred = people.flatMap((own) => {
    const [x, y] = [mean(own.map((pair) => pair.guess)), mean(own.map((pair) => pair.truth))];
    return own.map((pair) => ({ x: pair.guess - x, y: pair.truth - y }));
  });
  const xx = centred.reduce((sum, { x }) => sum + x * x, 0);
  const slope = centred.reduce((sum, { x, y }) => sum + x * y, 0) / xx;
  const meat = centred.reduce((sum, { x, y }) => sum + (x * (y - slope * x)) ** 2, 0);
  const variance = xx / (centred.length - people.length);
  const stated = mean(pairs.map((pair) => pair.sd ** 2));
  return {
    exposure,
    per,
    count: pairs.length,
    slope,
    se: Math.sqrt(meat) / xx,
    classicalShare: (Math.max(0, 1 - slope) * variance) / stated,
    bias: pairs.reduce((sum, pair) => sum + pair.guess, 0) / pairs.reduce((sum, pair) => sum + pair.truth, 0),
  };
}
