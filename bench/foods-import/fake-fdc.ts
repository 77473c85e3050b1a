/**
 * What do the large branded files of FoodData Central look like? Made up, seeded, in the two forms: one JSON list, or a set of CSV files.
 *
 * Fourteen nutrients per food as branded foods have them, in the real layout with the fields that are not read.
 */
import { createRandom, type Random } from "../../src/base/random.ts";

const NUTRIENTS = [1003, 1004, 1005, 1008, 2000, 1079, 1087, 1089, 1093, 1104, 1162, 1253, 1257, 1258];
const NAMES = ["GRANOLA", "BEAN CHILI", "OAT DRINK", "RYE BREAD", "KEFIR", "LENTIL SOUP", "FRUIT BAR", "TOMATO SAUCE"];

interface MadeFood {
  readonly id: number;
  readonly name: string;
  readonly barcode: string;
  readonly owner: string;
  readonly ingredients: string;
  readonly amounts: readonly number[];
}

function madeFood(row: number, seed: number): MadeFood {
  const random: Random = createRandom(seed, row);
  const words = Array.from({ length: 18 }, () => NAMES[random.below(NAMES.length)] ?? "OATS");
  return {
    id: 1_000_000 + row,
    name: `${NAMES[row % NAMES.length] ?? ""}, "MADE UP", ${String(row)}`,
    barcode: String(10_000_000_000 + row),
    owner: `Maker ${String(random.below(4000))}`,
    ingredients: `${words.join(", ")}.`,
    amounts: NUTRIENTS.map((id) => (id === 1008 ? 50 + random.below(400) : random.below(3000) / 100)),
  };
}

/** A `BrandedFoods` file in pieces. */
export function* fakeFdcJson(foods: number, seed: number): Generator<string> {
  yield '{"BrandedFoods": [\n';
  for (let row = 0; row < foods; row++) {
    const { id, name, barcode, owner, ingredients, amounts } = madeFood(row, seed);
    const food = {
      foodClass: "Branded",
      description: name,
      foodNutrients: amounts.map((amount, at) => ({
        type: "FoodNutrient",
        id: 14 * id + at,
        nutrient: { id: NUTRIENTS[at], number: "203", name: "A nutrient, total", rank: 600, unitName: "g" },
        foodNutrientDerivation: { code: "LCCS", description: "Calculated from value per serving size measure" },
        amount,
      })),
      foodAttributes: [],
      modifiedDate: "8/1/2025",
      availableDate: "8/1/2025",
      marketCountry: "United States",
      brandOwner: owner,
      gtinUpc: barcode,
      dataSource: "LI",
      ingredients,
      servingSize: 40,
      servingSizeUnit: "g",
      householdServingFullText: "1 CUP",
      brandedFoodCategory: "Cereal",
      fdcId: id,
      dataType: "Branded",
      publicationDate: "8/1/2025",
    };
    yield `${row === 0 ? "" : ",\n"}${JSON.stringify(food)}`;
  }
  yield "\n]}\n";
}

const line = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")}\n`;

/** The files of a CSV set, each in pieces. */
export function fakeFdcCsv(foods: number, seed: number): Readonly<Record<string, () => Generator<string>>> {
  const rows = (head: readonly string[], make: (food: MadeFood) => string): (() => Generator<string>) =>
    function* () {
      yield line(head);
      for (let row = 0; row < foods; row++) yield make(madeFood(row, seed));
    };
  return {
    "food.csv": rows(["fdc_id", "data_type", "description", "food_category_id", "publication_date"], ({ id, name }) =>
      line([id, "branded_food", name, "", "2025-08-01"]),
    ),
    "branded_food.csv": rows(
      ["fdc_id", "brand_owner", "brand_name", "gtin_upc", "ingredients", "serving_size", "serving_size_unit", "household_serving_fulltext", "branded_food_category", "market_country"],
      ({ id, owner, barcode, ingredients }) => line([id, owner, "", barcode, ingredients, "40.0", "g", "1 CUP", "Cereal", "United States"]),
    ), // prettier-ignore
    "food_nutrient.csv": rows(
      ["id", "fdc_id", "nutrient_id", "amount", "data_points", "derivation_id"],
      ({ id, amounts }) =>
        amounts.map((amount, at) => line([14 * id + at, id, NUTRIENTS[at] ?? 0, amount, "", "70"])).join(""),
    ),
  };
}
