/**
 * Is a food fermented, is it alive as eaten, and how many live microbes does a gram hold?
 *
 * Fermented is not live: bread, soy sauce, tinned sauerkraut and coffee are counted apart. What may be either (miso, some sauerkraut) counts half and
 * half, with the doubt in its variance. A dish: cooked through, its parts count for nothing live; "killed", its ferments count as heat-killed;
 * eaten unheated, each part keeps its own kind. Serving sizes: serving-sizes.ts; classes of live microbes: Marco 2022.
 */
import { exp, log } from "../numeric/elementary.ts";
import { type PartProfile, sumOfParts } from "./dish-parts.ts";
import { liveSd, log10CfuPerGram, servingLogSd } from "./figure-errors.ts";
import type { Ferment, Food } from "./food.ts";
import { addMoments, type Moments, nothing, withLogError } from "./moments.ts";
import { fermentServingGrams } from "./serving-sizes.ts";

/** Per gram. */
export interface FermentProfile {
  readonly live: Moments;
  readonly killed: Moments;
  readonly log10Cfu: number;
  readonly log10CfuSd: number;
}

export const LN10: number = log(10);

/** The ferments of a food or dish. */
export function fermentOf(food: Food, parts: readonly PartProfile[]): FermentProfile {
  if (parts.length === 0) return { ...servingsOf(food, food.ferment), ...log10CfuOf(food) };
  const isUnheated = food.live !== "low" || food.ferment === "live" || food.ferment === "either";
  if (isUnheated) {
    const live = sumOfParts(parts, "fermentedServings");
    const killed = sumOfParts(parts, "fermentedKilledServings");
    const isNamedOnly = live.mean + killed.mean === 0 && food.ferment !== null;
    const servings = isNamedOnly ? servingsOf(food, food.ferment) : { live, killed };
    return { ...servings, ...(isNamedOnly ? log10CfuOf(food) : log10CfuOfParts(parts)) };
  }
  const low = { log10Cfu: log10CfuPerGram.low, log10CfuSd: liveSd };
  if (food.ferment === null) return { live: nothing, killed: nothing, ...low };
  const all = addMoments(sumOfParts(parts, "fermentedServings"), sumOfParts(parts, "fermentedKilledServings"));
  return { live: nothing, killed: all.mean > 0 ? all : servingsOf(food, "killed").killed, ...low };
}

function servingsOf(food: Food, ferment: Ferment | null): Pick<FermentProfile, "live" | "killed"> {
  if (ferment === null) return { live: nothing, killed: nothing };
  const perGram = 1 / fermentServingGrams(food);
  const one = withLogError(perGram, servingLogSd.ferment);
  if (ferment === "live") return { live: one, killed: nothing };
  if (ferment === "killed") return { live: nothing, killed: one };
  const half = { mean: perGram / 2, variance: one.variance + (perGram * perGram) / 4 };
  return { live: half, killed: half };
}

type Microbes = Pick<FermentProfile, "log10Cfu" | "log10CfuSd">;

/** Either alive or not: the middle of the two on the logarithmic scale, and the doubt between them. */
function log10CfuOf(food: Food): Microbes {
  const own = log10CfuPerGram[food.live];
  if (food.ferment !== "either") return { log10Cfu: own, log10CfuSd: liveSd };
  const between = (own - log10CfuPerGram.low) / 2;
  return { log10Cfu: log10CfuPerGram.low + between, log10CfuSd: Math.sqrt(liveSd * liveSd + between * between) };
}

/** Summed first, then the logarithm: the part with most microbes decides. */
function log10CfuOfParts(parts: readonly PartProfile[]): Microbes {
  const each = parts.map(({ share, profile }) => ({ ...profile, cfu: share * exp(LN10 * profile.log10Cfu) }));
  const sum = each.reduce((total, part) => total + part.cfu, 0);
  const most = each.reduce<(typeof each)[number] | null>(
    (best, part) => (part.cfu > (best?.cfu ?? 0) ? part : best),
    null,
  );
  if (most === null) return { log10Cfu: log10CfuPerGram.low, log10CfuSd: liveSd };
  return { log10Cfu: Math.max(log10CfuPerGram.low, log(sum) / LN10), log10CfuSd: most.log10CfuSd };
}
