/**
 * What does something eaten bring that nobody understood?
 *
 * The default of its category, per gram: what unknown foods and drinks bring on average, with a wide SD. Of what only few foods have (alcohol, live
 * ferments) the mean is 0 and the SD is not.
 */
import type { FoodProfile } from "./dish-parts.ts";
import { type AdditiveName, liveSd, log10CfuPerGram, rarePer100Grams, unknownPer100Grams } from "./figure-errors.ts";
import { exposureNames } from "./exposure.ts";
import { type Moments, withLogError } from "./moments.ts";

const food = makeProfile("food");
const drink = makeProfile("drink");

/** One gram of an unknown food or drink. */
export function unknownProfile(isDrink: boolean): FoodProfile {
  return isDrink ? drink : food;
}

function makeProfile(kind: "food" | "drink"): FoodProfile {
  const perGram = new Map<AdditiveName, Moments>();
  const common: Readonly<Record<string, { readonly mean: number; readonly logSd: number } | undefined>> =
    unknownPer100Grams[kind];
  const rare: Readonly<Record<string, number | undefined>> = rarePer100Grams[kind];
  for (const name of exposureNames) {
    if (name === "liveMicrobesLog10Cfu" || name === "plantTaxa" || name === "ultraProcessedEnergyShare") continue;
    const usual = common[name];
    if (usual !== undefined) perGram.set(name, withLogError(usual.mean / 100, usual.logSd));
    const sd = rare[name];
    if (sd !== undefined) perGram.set(name, { mean: 0, variance: (sd / 100) * (sd / 100) });
  }
  return { perGram, nova4: 0.4, log10Cfu: log10CfuPerGram.low, log10CfuSd: 1.5 * liveSd, plants: new Map() };
}
