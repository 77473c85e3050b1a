/**
 * What do the components of a dish bring together?
 *
 * Each component has a share of the dish's weight, and recipes differ: the share has an error of its own. Shares may sum to less than the whole (water
 * is not named) or to more (boiled down).
 */
import { type AdditiveName, partLogSd } from "./figure-errors.ts";
import type { Food } from "./food.ts";
import { addMoments, type Moments, multiplyMoments, nothing, withLogError } from "./moments.ts";

/** One gram of a food as eaten. */
export interface FoodProfile {
  /** Absent = none of it. */
  readonly perGram: ReadonlyMap<AdditiveName, Moments>;
  /** Probability that its energy is ultra-processed (NOVA 4). */
  readonly nova4: number;
  /** log10 of live microbes per gram, and its SD. */
  readonly log10Cfu: number;
  readonly log10CfuSd: number;
  /** Plant taxa, each with what it counts: 1, a herb or spice 1/4. */
  readonly plants: ReadonlyMap<string, number>;
}

/** A component and its share of the dish, grams per gram. */
export interface PartProfile {
  readonly food: Food;
  readonly share: number;
  readonly profile: FoodProfile;
}

/** One exposure of a gram of the dish, from its components. */
export function sumOfParts(parts: readonly PartProfile[], name: AdditiveName): Moments {
  return parts.reduce((sum, { share, profile }) => {
    const own = profile.perGram.get(name);
    return own === undefined ? sum : addMoments(sum, multiplyMoments(own, withLogError(share, partLogSd)));
  }, nothing);
}
