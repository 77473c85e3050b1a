/**
 * Which constituents of CIQUAL are which figures?
 *
 * By `const_code` in the XML and by the words of the column in the CSV (French or English, shortened differently in each edition: compared without
 * accents, spaces and line ends). Energy as on labels (EU 1169/2011) before the one with Jones factors; protein with Jones factors before N x 6.25.
 */
import type { FoodFigureName } from "./table-food.ts";

/** const_code -> figure; the second of a pair is used only where the first is missing. */
export const ciqualFigureByCode: ReadonlyMap<string, FoodFigureName> = new Map<string, FoodFigureName>([
  ["328", "energyKcal"],
  ["333", "energyGeneralKcal"],
  ["327", "energyKj"],
  ["400", "waterGrams"],
  ["25000", "proteinGrams"],
  ["31000", "availableCarbohydrateGrams"],
  ["32000", "sugarGrams"],
  ["34100", "fibreGrams"],
  ["40000", "fatGrams"],
  ["40302", "saturatedFatGrams"],
  ["60000", "alcoholGrams"],
  ["41833", "alaGrams"],
  ["42053", "epaGrams"],
  ["42263", "dhaGrams"],
]);

const PATTERNS: readonly (readonly [RegExp, FoodFigureName])[] = [
  [/^(energie,reglementue|energy,regulationeu).*kcal/, "energyKcal"],
  [/^(energie,nxfacteur|energy,nxjones).*kcal/, "energyGeneralKcal"],
  [/^(energie,reglementue|energy,regulationeu).*kj/, "energyKj"],
  [/^(eau|water)\(/, "waterGrams"],
  [/^(proteines|protein),?(nxfacteurdejones|nxjones)?[^6]*\(g/, "proteinGrams"],
  [/^(glucides|carbohydrates?)\(/, "availableCarbohydrateGrams"],
  [/^(sucres|sugars)\(/, "sugarGrams"],
  [/^(fibresalimentaires|fibres|fibers?|dietaryfib(re|er)s?)\(/, "fibreGrams"],
  [/^(lipides|fat)\(/, "fatGrams"],
  [/^(agsatures|fasaturated|saturatedfattyacids)\(/, "saturatedFatGrams"],
  [/^(alcool|alcohol)(\(ethanol\))?\(/, "alcoholGrams"],
  [/^(ag|fa)18:3.*n-3/, "alaGrams"],
  [/^(ag|fa)20:5.*epa/, "epaGrams"],
  [/^(ag|fa)22:6.*dha/, "dhaGrams"],
];

/** The figure that a column of the CSV holds, or null. */
export function ciqualFigureByColumn(header: string): FoodFigureName | null {
  const name = header
    .normalize("NFD")
    .replace(/[\p{Mn}\s_]+/gu, "")
    .toLowerCase();
  return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
