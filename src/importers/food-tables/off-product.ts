/**
 * What does Open Food Facts say about one product?
 *
 * The same fields in the CSV export (tab separated, UTF-8, never quoted) and in JSONL: `_100g` figures in grams (caffeine too), energy also in kJ,
 * `alcohol_100g` in percent by volume, `_tags` as comma lists. Rows are typed in by many people: contradicting figures are dropped (settle-figures.ts).
 * Carbohydrate: labels in the United States and Canada count the fibre in, others do not; products sold under both rules keep no carbohydrate
 * unless fibre is next to nothing.
 */
import { tidyText } from "./byte-text.ts";
import { unwanted, type FoodFilters } from "./food-filters.ts";
import { addCell, addNumber, createFigureDraft, type FigureDraft } from "./read-figure.ts";
import { ignoredRow, skippedRow, usedRow, type ReadTally, type RowOutcome } from "./read-tally.ts";
import { checkTogether } from "./settle-figures.ts";
import { emptyFood, plainBarcode, type FoodFigureName, type TableFood } from "./table-food.ts";

/** Where a reader of one form finds a field; "" = not there, null = its bytes are no text. */
export type OffField = (name: OffFieldName) => string | null;

type FigureField = `${string}_100g`;

/** Field -> figure and factor to our unit. Two spellings of the fatty acids: older exports begin them with a hyphen. */
const FIGURES: readonly (readonly [FigureField, FoodFigureName, number])[] = [
  ["energy-kcal_100g", "energyKcal", 1],
  ["energy-kj_100g", "energyKj", 1],
  ["proteins_100g", "proteinGrams", 1],
  ["fat_100g", "fatGrams", 1],
  ["saturated-fat_100g", "saturatedFatGrams", 1],
  ["fiber_100g", "fibreGrams", 1],
  ["soluble-fiber_100g", "solubleFibreGrams", 1],
  ["insoluble-fiber_100g", "insolubleFibreGrams", 1],
  ["sugars_100g", "sugarGrams", 1],
  ["added-sugars_100g", "addedSugarGrams", 1],
  ["caffeine_100g", "caffeineMg", 1000],
  ["alpha-linolenic-acid_100g", "alaGrams", 1],
  ["eicosapentaenoic-acid_100g", "epaGrams", 1],
  ["docosahexaenoic-acid_100g", "dhaGrams", 1],
  ["beta-glucan_100g", "betaGlucanGrams", 1],
];

const OTHER_FIELDS = [
  "code",
  "product_name",
  "generic_name",
  "brands",
  "countries_tags",
  "categories_tags",
  "quantity",
  "serving_quantity",
  "nova_group",
  "ingredients_text",
  "energy_100g",
  "carbohydrates_100g",
  "alcohol_100g",
] as const;

export type OffFieldName = FigureField | (typeof OTHER_FIELDS)[number];

/** All fields that are read. */
export const offFields: readonly OffFieldName[] = [...OTHER_FIELDS, ...FIGURES.map(([name]) => name)];

/** g of ethanol in 1 ml at 20 degrees C (0.789), for percent by volume -> g per 100 ml. */
const ETHANOL_GRAMS_PER_ML = 0.789;

/** Reads one product. Filters are asked first, because most rows of a large file are not wanted. */
export function readOffProduct(
  field: OffField,
  filters: FoodFilters,
  tally: ReadTally,
  emit: (food: TableFood) => void,
): RowOutcome {
  const code = field("code")?.trim() ?? "";
  const barcode = plainBarcode(code);
  if (!/^[0-9A-Za-z-]{1,40}$/.test(code)) return skippedRow("bad-code", code);
  if (filters.barcodes !== null && (barcode === null || !filters.barcodes.has(barcode))) {
    return ignoredRow("other-barcode");
  }
  const countries = listOf(field("countries_tags"));
  if (filters.countries.length > 0 && !filters.countries.some((tag) => countries.includes(tag))) {
    return ignoredRow("other-country");
  }
  const texts = (["product_name", "generic_name", "brands", "ingredients_text"] as const).map((name) => field(name));
  const [name, generic, brands, ingredients] = texts;
  if (texts.includes(null)) return skippedRow("bad-encoding", code);
  const label = tidyText(name ?? "") || tidyText(generic ?? "");
  if (label === "") return ignoredRow("no-name");
  const draft = createFigureDraft();
  for (const [name, figure, factor] of FIGURES) addCell(draft, figure, field(name) ?? "", tally, { factor });
  addRest(draft, field, countries, tally);
  checkTogether(draft, tally);
  const other = tidyText(generic ?? "");
  const food: TableFood = {
    ...emptyFood(code),
    ...draft,
    label,
    otherNames: other === "" || other === label ? [] : [other],
    brand: tidyText(brands ?? "", 120),
    barcode,
    group: groupOf(listOf(field("categories_tags"))),
    countries: countries.slice(0, 40),
    quantity: tidyText(field("quantity") ?? "", 60),
    portions: portionsOf(field("serving_quantity") ?? ""),
    nova: novaOf(field("nova_group") ?? ""),
    ingredients: tidyText(ingredients ?? "", 1500),
    per: "either",
  };
  const rule = unwanted("off", food, filters);
  if (rule !== null) return ignoredRow(rule);
  emit(food);
  return usedRow;
}

function addRest(draft: FigureDraft, field: OffField, countries: readonly string[], tally: ReadTally): void {
  // `energy_100g` is in kJ whatever unit was typed
  if (draft.figures.energyKj === undefined) addCell(draft, "energyKj", field("energy_100g") ?? "", tally);
  const alcohol = field("alcohol_100g") ?? "";
  addCell(draft, "alcoholGrams", alcohol, tally, { factor: ETHANOL_GRAMS_PER_ML });
  const carbohydrate = createFigureDraft();
  addCell(carbohydrate, "carbohydrateGrams", field("carbohydrates_100g") ?? "", tally);
  const value = carbohydrate.figures.carbohydrateGrams;
  if (value === undefined) return;
  const totals = countries.filter((tag) => tag === "en:united-states" || tag === "en:canada").length;
  const isClear = countries.length > 0 && (totals === 0 || totals === countries.length);
  if (isClear || (draft.figures.fibreGrams ?? 1) < 0.5) {
    const isTotal = totals > 0 && totals === countries.length;
    addNumber(draft, isTotal ? "carbohydrateGrams" : "availableCarbohydrateGrams", value, tally);
  } else {
    tally.drop("carbohydrate-unclear");
  }
}

function listOf(text: string | null): readonly string[] {
  if (text === null || text === "") return [];
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

/** The narrowest English category: "en:breakfasts, en:cereals, en:mueslis" -> "mueslis". */
function groupOf(tags: readonly string[]): string {
  const english = tags.filter((tag) => tag.startsWith("en:"));
  return (english.at(-1) ?? "").slice(3, 83).replaceAll("-", " ");
}

function portionsOf(text: string): TableFood["portions"] {
  const grams = Number(text.trim());
  return text.trim() !== "" && grams >= 1 && grams <= 5000 ? [{ label: "serving", grams }] : [];
}

function novaOf(text: string): TableFood["nova"] {
  const value = Number(text);
  return value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
}
