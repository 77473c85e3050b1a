/**
 * What does this meal bring to gut and skin?
 *
 * Each item is a mixture over the foods it may have been: variance = within + between, the rest of the probability is an unknown food. Grams are
 * lognormal, figures and ranges have their own errors (food-profile.ts). Items add up; live microbes are summed before the logarithm is taken; the
 * NOVA 4 share is a share of energy. What was not understood adds a category default with a wide SD. Nothing here says that a food is free of anything.
 */
import { exp, log } from "../numeric/elementary.ts";
import type { FoodProfile } from "./dish-parts.ts";
import { type ExposureName, exposureNames, type Exposures } from "./exposure.ts";
import { LN10 } from "./ferment-profile.ts";
import type { AdditiveName } from "./figure-errors.ts";
import type { Food } from "./food.ts";
import { profileOf } from "./food-profile.ts";
import type { Candidate, MealReading, ReadItem } from "./meal-reading.ts";
import { addMoments, lognormal, mixMoments, type Moments, multiplyMoments, nothing } from "./moments.ts";
import type { FoodIndex } from "./name-index.ts";
import { unknownProfile } from "./unknown-food.ts";
import { drinkWords } from "./word-classes.ts";
import { foldWord } from "./word-forms.ts";

/** A taxon that was eaten with this probability, and what it counts: 1, a herb or spice 1/4. */
export interface PlantEaten {
  readonly probability: number;
  readonly weight: number;
}

/** All that the day needs to know of one meal. */
export interface MealExposures {
  readonly state: MealReading["state"];
  readonly exposures: Exposures;
  /** SD that would be left if the grams were as read: which food it was, and its figures. Absent = the whole SD. */
  readonly figureSds: Readonly<Partial<Record<ExposureName, number>>>;
  readonly plants: ReadonlyMap<string, PlantEaten>;
  readonly itemCount: number;
  /** Items whose best food has a probability of at least .8. */
  readonly sureCount: number;
  /** Items that no food was found for. */
  readonly unknownCount: number;
}

/** From this probability of its best food on an item counts as understood with confidence (coverage). */
const SURE = 0.8;

/** Names of the exposures that add up. */
export const additiveNames: readonly AdditiveName[] = exposureNames.filter(isAdditive);

/** True for what adds up over foods and meals. */
export function isAdditive(name: ExposureName): name is AdditiveName {
  return name !== "liveMicrobesLog10Cfu" && name !== "plantTaxa" && name !== "ultraProcessedEnergyShare";
}

/** Exposures of a reading; `index`: the one it was read with (parts of dishes are looked up there). Nothing eaten: all 0. Empty text: nothing is known. */
export function exposuresOf(reading: MealReading, index: FoodIndex): Exposures {
  return createMealMeter(index)(reading).exposures;
}

/** Measures readings of one table; profiles of foods are made once. Cost of a meal: about 20 microseconds per candidate. */
export function createMealMeter(index: FoodIndex): (reading: MealReading) => MealExposures {
  const profiles = new Map<Food, Map<string, FoodProfile>>();
  const profile = (food: Food, item: ReadItem): FoodProfile => {
    const key = item.changes.join(" ");
    const own = profiles.get(food) ?? new Map<string, FoodProfile>();
    const made = own.get(key) ?? profileOf(food, item.changes, index.table.byId);
    profiles.set(food, own.set(key, made));
    return made;
  };
  return (reading) => measure(reading, profile);
}

function measure(reading: MealReading, profile: (food: Food, item: ReadItem) => FoodProfile): MealExposures {
  const items = reading.items.map((item) => eatenOf(item, profile));
  return {
    state: reading.state,
    exposures: sumUp(reading.state, items),
    figureSds: figureSdsOf(items),
    plants: plantsOf(items),
    itemCount: items.length,
    sureCount: reading.items.filter((item) => (item.candidates[0]?.probability ?? 0) >= SURE || item.isConfirmed)
      .length,
    unknownCount: reading.items.filter((item) => item.candidates.length === 0).length,
  };
}

/** One item: what it may have been. */
interface Eaten {
  readonly choices: readonly { readonly probability: number; readonly grams: Moments; readonly profile: FoodProfile }[];
  readonly medianGrams: number;
}

function eatenOf(item: ReadItem, profile: (food: Food, item: ReadItem) => FoodProfile): Eaten {
  const known = item.candidates.map((candidate) => ({
    probability: candidate.probability,
    grams: lognormal(item.grams.median * portionRatio(item, candidate), item.grams.logSd),
    profile: profile(candidate.food, item),
  }));
  const rest = 1 - known.reduce((sum, choice) => sum + choice.probability, 0);
  const isDrink = item.candidates[0]?.food.flags.includes("drink") ?? isDrinkWorded(item);
  const unknown = {
    probability: rest,
    grams: lognormal(item.grams.median, item.grams.logSd),
    profile: unknownProfile(isDrink),
  };
  return { choices: rest > 1e-9 ? [...known, unknown] : known, medianGrams: item.grams.median };
}

/** An unknown thing that is called or served as a drink. */
function isDrinkWorded({ phrase, unit }: ReadItem): boolean {
  if (unit !== null && DRUNK_FROM.has(unit)) return true;
  return phrase.split(" ").some((word) => drinkWords.has(foldWord(word)));
}

const DRUNK_FROM: ReadonlySet<string> = new Set([
  ...["glass", "mug", "bottle", "pint", "can", "cup"],
  ...["floz", "ml", "cl", "l", "shot", "jug"],
]);

/** The grams belong to the best food; where they were its portion or piece, another food has its own. */
function portionRatio({ candidates, grams }: ReadItem, { food }: Candidate): number {
  const best = candidates[0]?.food;
  if (best === undefined || best === food) return 1;
  if (grams.from === "portion") return withinReason(food.portionGrams / best.portionGrams);
  if (grams.from !== "count" || food.pieceGrams === null || best.pieceGrams === null) return 1;
  return withinReason(food.pieceGrams / best.pieceGrams);
}

function withinReason(ratio: number): number {
  return Math.min(4, Math.max(0.25, ratio));
}

function sumUp(state: MealReading["state"], items: readonly Eaten[]): Exposures {
  const exposures: Partial<Record<ExposureName, { mean: number; sd: number }>> = {};
  if (state === "empty") return exposures;
  const put = (name: ExposureName, mean: number, variance: number): void => {
    exposures[name] = { mean, sd: Math.sqrt(variance) };
  };
  for (const name of additiveNames) {
    const sum = items.reduce((total, item) => addMoments(total, amountIn(item, name)), nothing);
    put(name, sum.mean, sum.variance);
  }
  const microbes = liveMicrobes(items);
  if (microbes !== null) put("liveMicrobesLog10Cfu", microbes.mean, microbes.variance);
  const share = ultraProcessedShare(items);
  if (share !== null) put("ultraProcessedEnergyShare", share.mean, share.variance);
  const plants = [...plantsOf(items).values()];
  put(
    "plantTaxa",
    plants.reduce((sum, { probability }) => sum + probability, 0),
    plants.reduce((sum, { probability }) => sum + probability * (1 - probability), 0),
  );
  return exposures;
}

function figureSdsOf(items: readonly Eaten[]): MealExposures["figureSds"] {
  const sds: Partial<Record<ExposureName, number>> = {};
  for (const name of additiveNames) {
    const variance = items.reduce((sum, item) => sum + amountIn(item, name, "grams as read").variance, 0);
    if (variance > 0) sds[name] = Math.sqrt(variance);
  }
  return sds;
}

function amountIn(item: Eaten, name: AdditiveName, doubt: "all" | "grams as read" = "all"): Moments {
  return mixMoments(
    item.choices.map(({ probability, grams, profile }) => {
      const perGram = profile.perGram.get(name);
      if (perGram === undefined) return { probability, moments: nothing };
      const eaten = doubt === "all" ? grams : { mean: grams.mean, variance: 0 };
      return { probability, moments: multiplyMoments(eaten, perGram) };
    }),
  );
}

/** log10 of the sum over items, each a mixture on the logarithmic scale; the items with most microbes decide the SD. Null = nothing eaten. */
function liveMicrobes(items: readonly Eaten[]): Moments | null {
  const each = items.map((item) => {
    const grams = log(Math.max(1, item.medianGrams)) / LN10;
    return mixMoments(
      item.choices.map(({ probability, profile }) => ({
        probability,
        moments: { mean: grams + profile.log10Cfu, variance: profile.log10CfuSd * profile.log10CfuSd },
      })),
    );
  });
  return sumOfLogs(each);
}

/** The logarithm (base 10) of a sum of amounts that are known on the logarithmic scale; null = no amounts. */
export function sumOfLogs(logs: readonly Moments[]): Moments | null {
  if (logs.length === 0) return null;
  const most = Math.max(...logs.map((one) => one.mean));
  const shares = logs.map((one) => exp(LN10 * (one.mean - most)));
  const sum = shares.reduce((total, share) => total + share, 0);
  const variance = logs.reduce((total, one, at) => {
    const weight = (shares[at] ?? 0) / sum;
    return total + weight * weight * one.variance;
  }, 0);
  return { mean: most + log(sum) / LN10, variance };
}

/** Expected share of the energy that is NOVA 4; null = no energy at all (water). */
function ultraProcessedShare(items: readonly Eaten[]): Moments | null {
  let energy = 0;
  let ultra = 0;
  const parts = items.map((item) => {
    const own = amountIn(item, "energyKcal");
    const whole = item.choices.reduce(
      (sum, { probability, grams, profile }) => {
        const kcal = grams.mean * (profile.perGram.get("energyKcal")?.mean ?? 0);
        return { kcal: sum.kcal + probability * kcal, ultra: sum.ultra + probability * kcal * profile.nova4 };
      },
      { kcal: 0, ultra: 0 },
    );
    energy += whole.kcal;
    ultra += whole.ultra;
    return { own, share: whole.kcal > 0 ? whole.ultra / whole.kcal : 0 };
  });
  if (!(energy > 0)) return null;
  const mean = ultra / energy;
  // a product is ultra-processed or not: its doubt counts with its whole energy
  const variance = parts.reduce((sum, { own, share }) => {
    const apart = share - mean;
    return sum + apart * apart * own.variance + own.mean * own.mean * share * (1 - share);
  }, 0);
  return { mean, variance: variance / (energy * energy) };
}

function plantsOf(items: readonly Eaten[]): ReadonlyMap<string, PlantEaten> {
  const found = new Map<string, PlantEaten>();
  for (const { choices } of items) {
    const own = new Map<string, PlantEaten>();
    for (const { probability, profile } of choices) {
      for (const [taxon, weight] of profile.plants) {
        const known = own.get(taxon);
        own.set(taxon, {
          probability: probability + (known?.probability ?? 0),
          weight: Math.max(weight, known?.weight ?? 0),
        });
      }
    }
    for (const [taxon, eaten] of own) found.set(taxon, eitherEaten(found.get(taxon), eaten));
  }
  return found;
}

/** Eaten in one of two meals, or in both. */
export function eitherEaten(a: PlantEaten | undefined, b: PlantEaten): PlantEaten {
  if (a === undefined) return { ...b, probability: Math.min(1, b.probability) };
  const probability = 1 - (1 - a.probability) * (1 - Math.min(1, b.probability));
  return { probability, weight: Math.max(a.weight, b.weight) };
}
