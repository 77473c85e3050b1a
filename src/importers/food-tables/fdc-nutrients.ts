/**
 * Which numbers of FoodData Central are which figures?
 *
 * Nutrient ids (1003 ...) of the JSON and most CSV files; the CSV of the survey foods writes the older numbers (203 ...) in the same column, which lie
 * all below 1000, so both can stand in one list. Ids after foods.md section 2 and FoodData Central's own table `nutrient.csv`.
 */
import type { FoodFigureName } from "./table-food.ts";

const FIGURES: readonly (readonly [FoodFigureName, ...number[]])[] = [
  ["energyKcal", 1008, 208],
  ["energyGeneralKcal", 2047, 957],
  ["energySpecificKcal", 2048, 958],
  ["energyKj", 1062, 268],
  ["waterGrams", 1051, 255],
  ["proteinGrams", 1003, 203],
  ["fatGrams", 1004, 204],
  ["fatSummedGrams", 1085, 298],
  ["saturatedFatGrams", 1258, 606],
  ["carbohydrateGrams", 1005, 205],
  ["fibreGrams", 1079, 291],
  ["fibreAoac2011Grams", 2033, 293],
  ["lowMolecularFibreGrams", 2065],
  ["solubleFibreGrams", 1082, 295],
  ["insolubleFibreGrams", 1084, 297],
  ["sugarGrams", 2000, 269],
  ["sugarSummedGrams", 1063],
  ["addedSugarGrams", 1235, 539],
  ["alcoholGrams", 1018, 221],
  ["caffeineMg", 1057, 262],
  ["alaGrams", 1404, 851],
  ["linolenicGrams", 1270, 619],
  ["epaGrams", 1278, 629],
  ["dhaGrams", 1272, 621],
  ["inulinGrams", 1403, 806],
  ["resistantStarchGrams", 1071, 283],
  ["betaGlucanGrams", 2058],
  ["raffinoseGrams", 1076, 281],
  ["stachyoseGrams", 1077, 282],
  ["verbascoseGrams", 2063],
];

/** Figure by nutrient id or older number. All are in g per 100 g but energy and caffeine (mg). */
export const fdcFigureById: ReadonlyMap<number, FoodFigureName> = new Map(
  FIGURES.flatMap(([figure, ...ids]) => ids.map((id) => [id, figure] as const)),
);
