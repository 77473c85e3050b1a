/**
 * What is the one thing worth asking about this meal?
 *
 * For each thing eaten: by how much does the day change with which food it was, and by how much with how much of it? Measured in SDs of how such a day varies
 * within a person, over the exposures below. The largest is asked if it is large enough, at most one per meal; what the person has answered before is not.
 */
import { exp } from "../numeric/elementary.ts";
import type { ExposureName } from "./exposure.ts";
import { createMealMeter } from "./exposures.ts";
import type { Candidate, MealReading, ReadItem } from "./meal-reading.ts";
import type { FoodIndex } from "./name-index.ts";

/** Asks for the food or the amount of one item. */
export interface MealQuestion {
  /** Index in `reading.items`. */
  readonly item: number;
  readonly asks: "food" | "portion";
  /** How much the answer may change the day: SDs of a day. */
  readonly worth: number;
}

/**
 * SD of a day within a person. Fibre, energy, added sugar, dairy and alcohol: design section 7 (Johnson 2019; sugar 6.7 teaspoons of 4.2 g); the rest is
 * own judgement.
 */
const DAY_SD: Readonly<Partial<Record<ExposureName, number>>> = {
  fibreGrams: 7.9,
  energyKcal: 547,
  addedSugarGrams: 28,
  dairyServings: 1.3,
  alcoholGrams: 17.4,
  fermentedServings: 1,
  prebioticFructanGrams: 3,
  caffeineMg: 100,
};
const NAMES = Object.keys(DAY_SD).filter((name): name is keyof typeof DAY_SD => name in DAY_SD);

/** Asked from here on: a food for a fifth of an SD, an amount for half of one, because the usual portion is a fair answer. */
const LEAST = { food: 0.2, portion: 0.5 } as const;
/** A food that is as probable as this is not asked about. */
const SURE = 0.8;
/** More things than these are not looked at: a pasted recipe is asked about one of the first. */
const MOST_ITEMS = 30;

/** The question of a reading, or null when nothing is worth asking. `index`: the one it was read with. Cost: below 2 ms. */
export function mealQuestion(reading: MealReading, index: FoodIndex): MealQuestion | null {
  const measure = createMealMeter(index);
  const meansOf = (item: ReadItem): ReadonlyMap<ExposureName, number> => {
    const { exposures } = measure({ ...reading, items: [item], leftOut: [], state: "foods" });
    return new Map(NAMES.map((name) => [name, exposures[name]?.mean ?? 0]));
  };
  let best: MealQuestion | null = null;
  reading.items.slice(0, MOST_ITEMS).forEach((item, at) => {
    const food = { item: at, asks: "food", worth: worthOfFood(item, meansOf) } as const;
    const portion = { item: at, asks: "portion", worth: worthOfPortion(item, meansOf) } as const;
    for (const question of [food, portion]) {
      if (question.worth >= LEAST[question.asks] && question.worth > (best?.worth ?? 0)) best = question;
    }
  });
  return best;
}

type MeansOf = (item: ReadItem) => ReadonlyMap<ExposureName, number>;

/** SD between the foods it may have been. */
function worthOfFood(item: ReadItem, meansOf: MeansOf): number {
  const { candidates } = item;
  const first = candidates[0];
  if (item.isConfirmed || first === undefined || candidates.length < 2 || first.probability >= SURE) return 0;
  const total = candidates.reduce((sum, { probability }) => sum + probability, 0);
  const each = candidates.map((candidate) => ({
    share: candidate.probability / total,
    means: meansOf({ ...item, candidates: [certain(candidate)] }),
  }));
  return Math.max(
    ...NAMES.map((name) => {
      const middle = each.reduce((sum, { share, means }) => sum + share * (means.get(name) ?? 0), 0);
      const variance = each.reduce((sum, { share, means }) => {
        const apart = (means.get(name) ?? 0) - middle;
        return sum + share * apart * apart;
      }, 0);
      return Math.sqrt(variance) / (DAY_SD[name] ?? Infinity);
    }),
  );
}

function certain({ food }: Candidate): Candidate {
  return { food, probability: 1 };
}

/** SD of what a guessed amount brings; an amount that was given is no question, and one that nobody eats is put right in the text. */
function worthOfPortion(item: ReadItem, meansOf: MeansOf): number {
  const { from, logSd } = item.grams;
  const isGuessed = from === "portion" || item.reasons.includes("generic-unit");
  if (item.candidates.length === 0 || !isGuessed) return 0;
  const relative = Math.sqrt(exp(logSd * logSd) - 1);
  const means = meansOf(item);
  return Math.max(...NAMES.map((name) => ((means.get(name) ?? 0) * relative) / (DAY_SD[name] ?? Infinity)));
}
