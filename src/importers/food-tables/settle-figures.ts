/**
 * Which figures of an imported food are used, and are they of one mind?
 *
 * Energy: kcal as printed, else the sums of FoodData Central, else kJ / 4.184. EPA + DHA only when both are known. Carbohydrate follows the rule of
 * the food layer: with fibre for USDA foods, without it for all other sources (foods/food-profile.ts takes the fibre off once). `checkTogether` is the
 * check for rows that anybody may have typed: figures that contradict each other are left out.
 */
import { kilojoulesPerKilocalorie, roundFigure, type FigureDraft } from "./read-figure.ts";
import type { ReadTally } from "./read-tally.ts";
import type { Figures, FoodFigureName, FoodTableKind } from "./table-food.ts";

/** Names that only say how another figure came about. */
const HELPERS: ReadonlySet<string> = new Set<FoodFigureName>([
  "energyGeneralKcal",
  "energySpecificKcal",
  "energyKj",
  "fatSummedGrams",
  "availableCarbohydrateGrams",
  "sugarSummedGrams",
  "linolenicGrams",
  "epaGrams",
  "dhaGrams",
]);

/** The figures to use, by the names of foods/nutrients.ts and those beyond them. Absent = not known. */
export function settleFigures(kind: FoodTableKind, figures: Figures): Readonly<Record<string, number>> {
  const settled: Record<string, number> = {};
  for (const [name, value] of Object.entries(figures)) if (!HELPERS.has(name)) settled[name] = value;
  delete settled["carbohydrateGrams"];
  const put = (name: string, value: number | undefined): void => {
    if (value !== undefined) settled[name] = roundFigure(value);
  };
  put("energyKcal", energyOf(figures));
  put("fatGrams", figures.fatGrams ?? figures.fatSummedGrams);
  put("sugarGrams", figures.sugarGrams ?? figures.sugarSummedGrams);
  put("carbohydrateGrams", carbohydrateOf(kind, figures));
  put("alaGrams", figures.alaGrams ?? figures.linolenicGrams);
  const { epaGrams, dhaGrams } = figures;
  if (epaGrams !== undefined && dhaGrams !== undefined) put("epaDhaGrams", epaGrams + dhaGrams);
  return settled;
}

function energyOf(figures: Figures): number | undefined {
  const { energyKcal, energyGeneralKcal, energySpecificKcal, energyKj } = figures;
  const kcal = energyKcal ?? energyGeneralKcal ?? energySpecificKcal;
  if (kcal !== undefined || energyKj === undefined) return kcal;
  return energyKj / kilojoulesPerKilocalorie;
}

function carbohydrateOf(kind: FoodTableKind, figures: Figures): number | undefined {
  const { carbohydrateGrams: total, availableCarbohydrateGrams: available, fibreGrams: fibre } = figures;
  if (kind === "fdc") return total;
  if (available !== undefined) return available;
  return total === undefined || fibre === undefined ? undefined : Math.max(0, total - fibre);
}

/**
 * Leaves out figures of one food that cannot all be right, each counted: parts heavier than the whole, more than 105 g in 100 g, energy less than half
 * or more than twice what the macronutrients give (kJ typed as kcal is 4.2 times). Small foods of few kcal are let be.
 */
export function checkTogether({ figures }: FigureDraft, tally: ReadTally): void {
  const { proteinGrams: protein, fatGrams: fat } = figures;
  const carbohydrate = figures.carbohydrateGrams ?? figures.availableCarbohydrateGrams;
  if ((protein ?? 0) + (fat ?? 0) + (carbohydrate ?? 0) > 105) {
    tally.drop("sum-over-100");
    delete figures.proteinGrams;
    delete figures.fatGrams;
    delete figures.carbohydrateGrams;
    delete figures.availableCarbohydrateGrams;
    return;
  }
  if (isOver(figures.saturatedFatGrams, fat)) {
    tally.drop("part-over-whole");
    delete figures.saturatedFatGrams;
  }
  if (isOver(figures.sugarGrams, carbohydrate)) {
    tally.drop("part-over-whole");
    delete figures.sugarGrams;
  }
  if (protein === undefined || fat === undefined || carbohydrate === undefined) return;
  const expected = 4 * protein + 9 * fat + 4 * carbohydrate + 7 * (figures.alcoholGrams ?? 0);
  if (figures.energyKcal !== undefined && isUnlike(figures.energyKcal, expected)) {
    tally.drop("energy-unlike-macros");
    delete figures.energyKcal;
  }
  if (figures.energyKj !== undefined && isUnlike(figures.energyKj / kilojoulesPerKilocalorie, expected)) {
    tally.drop("energy-unlike-macros");
    delete figures.energyKj;
  }
}

function isOver(part: number | undefined, whole: number | undefined): boolean {
  return part !== undefined && whole !== undefined && part > whole + 1;
}

function isUnlike(kcal: number, expected: number): boolean {
  const slack = 30;
  return kcal > 2 * expected + slack || kcal < expected / 2 - slack;
}
