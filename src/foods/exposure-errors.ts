/**
 * Which part of a reading's error makes effects look smaller than they are?
 *
 * A usual portion or a class range is assigned: the truth varies around it, and effects stay right on average (Berkson). Words misread, and figures that
 * are too high one day and too low the next, are classical: effects shrink unless the engine knows. The two were told apart on free-text diaries with
 * reference figures: within a person, the reference moves by `slope` for each unit of our estimate, so 1 - slope of the estimate's variance is
 * classical; as a share of the variance that readings state for foods and figures (grams apart) it stands here. Figures: docs/decisions/017-food-exposures.md.
 */
import type { ExposureName } from "./exposure.ts";

/** Share of the variance stated for foods and figures that is classical: of whole foods, of fibre, and of what few foods have. */
const SHARE = { macro: 0.2, fibre: 0.38, rare: 0.05 } as const;

const MACRO: ReadonlySet<ExposureName> = new Set([
  "energyKcal",
  "carbohydrateGrams",
  "sugarGrams",
  "addedSugarGrams",
  "proteinGrams",
  "fatGrams",
  "saturatedFatGrams",
  "alaGrams",
  "glycaemicLoad",
]);
const FIBRE: ReadonlySet<ExposureName> = new Set(["fibreGrams", "fibreRichServings"]);

/** Share of the variance of one exposure, 0-1, that is classical error. */
export function classicalShare(name: ExposureName): number {
  if (MACRO.has(name)) return SHARE.macro;
  return FIBRE.has(name) ? SHARE.fibre : SHARE.rare;
}
