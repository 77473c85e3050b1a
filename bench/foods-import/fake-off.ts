/**
 * What does a file look like that is as large and as untidy as the CSV export of Open Food Facts, and holds nothing of it?
 *
 * Seeded: the same seed and number of rows give the same bytes. Columns, lengths of the long fields (addresses of pictures, states, ingredients) and the
 * share of empty and impossible figures are like those of the export; products, brands and codes are made up. About 2.3 kB a row.
 */
import { createRandom, type Random } from "../../src/base/random.ts";
import { offColumns } from "./off-columns.ts";

const COUNTRIES = ["france", "germany", "united-kingdom", "united-states", "spain", "italy", "belgium", "switzerland"];
const THINGS =
  `muesli granola porridge crispbread wholemeal-bread kefir yoghurt skyr lentil-soup bean-chilli tomato-sauce pesto hummus oat-drink
soy-drink apple-juice kombucha sauerkraut kimchi rye-crackers dark-chocolate fruit-bar peanut-butter olive-spread pasta couscous bulgur chickpeas
frozen-peas spinach-pizza crème-fraîche müsli-riegel jalapeño-dip smörgås-rån café-au-lait`.split(/\s+/);
const KINDS = [
  "organic",
  "classic",
  "crunchy",
  "light",
  "no added sugar",
  "family pack",
  "extra",
  "traditional",
  'pack of 6 x 4" ',
];
const BRANDS = [
  "Mill & Meadow",
  "Nordhof",
  "La Petite Table",
  "Casa Verde",
  "Alder Lane",
  "Kornblume",
  "Three Spoons",
  "Bahia Viva",
];
const INGREDIENTS =
  `oats, wheat flour, water, sugar, rapeseed oil, salt, barley malt extract, skimmed milk powder, live cultures, apple pieces (4 %),
raisins, hazelnuts, emulsifier: lecithins, natural flavouring, chicory fibre (inulin), tomatoes, onion, garlic, olive oil, basil, rice, soya beans`
    .split(/,\s+/)
    .filter((word) => word !== "");

/** The header line and then rows, as lines with their line end. */
export function* fakeOffLines(rows: number, seed: number): Generator<string> {
  yield `${offColumns.join("\t")}\n`;
  const column = new Map(offColumns.map((name, index) => [name, index]));
  for (let row = 0; row < rows; row++) {
    const random = createRandom(seed, row);
    const cells = new Array<string>(offColumns.length).fill("");
    const put = (name: string, value: string): void => {
      cells[column.get(name) ?? 0] = value;
    };
    const product = fillText(put, row, random);
    fillFigures(put, random, product.startsWith("oat"));
    yield `${cells.join("\t")}\n`;
  }
}

function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[random.below(list.length)];
  if (one === undefined) throw new Error("an empty list");
  return one;
}

type Put = (name: string, value: string) => void;

function fillText(put: Put, row: number, random: Random): string {
  const code = String(2_000_000_000_000 + row * 7 + random.below(7));
  const thing = pick(random, THINGS);
  const brand = pick(random, BRANDS);
  const country = pick(random, COUNTRIES);
  const folder = `${code.slice(0, 3)}/${code.slice(3, 6)}/${code.slice(6, 9)}/${code.slice(9)}`;
  const seen = `2025-0${String(1 + random.below(9))}-1${String(random.below(10))}T09:12:44Z`;
  put("code", code);
  put(
    "url",
    `http://world-en.openfoodfacts.example/product/${code}/${thing}-${brand.toLowerCase().replaceAll(" ", "-")}`,
  );
  put("creator", `user-${String(random.below(5000))}`);
  for (const name of ["created_t", "last_modified_t", "last_updated_t", "last_image_t"])
    put(name, String(1_600_000_000 + random.below(1e8)));
  for (const name of ["created_datetime", "last_modified_datetime", "last_updated_datetime", "last_image_datetime"])
    put(name, seen);
  if (random.below(50) > 0)
    put("product_name", `${thing.replaceAll("-", " ")} ${pick(random, KINDS)} ${String(random.below(900))}`);
  put("quantity", `${String(50 * (1 + random.below(20)))} g`);
  put("packaging", "plastic, card-box");
  put("packaging_tags", "en:plastic,en:card-box");
  put("packaging_en", "Plastic,Card-box");
  for (const name of ["brands", "brands_en"]) put(name, brand);
  put("brands_tags", brand.toLowerCase().replaceAll(" ", "-"));
  const categories = `Plant-based foods and beverages, Plant-based foods, Breakfasts, ${thing.replaceAll("-", " ")}`;
  for (const name of ["categories", "categories_en"]) put(name, categories);
  put("categories_tags", `en:plant-based-foods-and-beverages,en:plant-based-foods,en:breakfasts,en:${thing}`);
  put("labels", "Organic, EU Organic, Vegetarian");
  put("labels_tags", "en:organic,en:eu-organic,en:vegetarian");
  put("countries", country);
  put("countries_tags", random.below(12) === 0 ? "en:france,en:united-states" : `en:${country}`);
  put("countries_en", country);
  if (random.below(3) > 0) {
    const list = Array.from({ length: 8 + random.below(20) }, () => pick(random, INGREDIENTS));
    put("ingredients_text", list.join(", "));
    put("ingredients_tags", list.map((name) => `en:${name.toLowerCase().replaceAll(" ", "-")}`).join(","));
    put("ingredients_analysis_tags", "en:palm-oil-free,en:vegan-status-unknown,en:vegetarian-status-unknown");
  }
  if (random.below(2) === 0) put("serving_quantity", String(15 + random.below(300)));
  put("additives_n", String(random.below(6)));
  if (random.below(4) > 0) put("nova_group", String(1 + random.below(4)));
  put("nutriscore_grade", pick(random, ["a", "b", "c", "d", "e", "unknown"]));
  const states = `en:to-be-completed,en:nutrition-facts-completed,en:ingredients-completed,en:expiration-date-to-be-completed,en:packaging-code-to-be-completed,en:characteristics-to-be-completed,en:categories-completed,en:brands-completed,en:packaging-completed,en:quantity-completed,en:product-name-completed,en:photos-to-be-validated,en:photos-uploaded`;
  put("states", states.replaceAll(",", ", "));
  put("states_tags", states);
  put("states_en", states.replaceAll("en:", ""));
  put("popularity_tags", "top-75-percent-scans-2024,top-80-percent-scans-2024,at-least-5-fr-scans-2024");
  put("completeness", "0.5875");
  for (const name of ["image_url", "image_ingredients_url", "image_nutrition_url"]) {
    put(
      name,
      `https://images.openfoodfacts.example/images/products/${folder}/front_en.${String(random.below(90))}.400.jpg`,
    );
    put(
      name.replace("_url", "_small_url"),
      `https://images.openfoodfacts.example/images/products/${folder}/front_en.4.200.jpg`,
    );
  }
  return thing;
}

function fillFigures(put: Put, random: Random, isDrink: boolean): void {
  if (random.below(7) === 0) return;
  const scale = isDrink ? 0.15 : 1;
  const share = (most: number): number => Math.round(100 * most * scale * random.uniform()) / 100;
  const [fat, carbohydrate, protein] = [share(30), share(55), share(14)];
  const kcal = Math.round(9 * fat + 4 * carbohydrate + 4 * protein);
  // typing errors of the kinds that the export has: kJ as kcal, a label per pack, a slipped point
  const slip = random.below(200);
  put("energy-kcal_100g", String(slip === 0 ? Math.round(4.184 * kcal) : kcal));
  put("energy_100g", String(Math.round(4.184 * kcal)));
  put("energy-kj_100g", random.below(3) === 0 ? String(Math.round(4.184 * kcal)) : "");
  put("fat_100g", String(fat));
  put("saturated-fat_100g", String(Math.round(40 * fat) / 100));
  put("carbohydrates_100g", String(carbohydrate));
  put("sugars_100g", String(Math.round(carbohydrate * 30 * random.uniform()) / 100));
  put("proteins_100g", String(protein));
  put("salt_100g", String(share(2)));
  put("sodium_100g", "0.20000000298023224");
  if (random.below(5) < 2) put("fiber_100g", slip === 1 ? "170" : String(share(12)));
  if (random.below(60) === 0) put("alcohol_100g", "4.9");
  if (random.below(80) === 0) put("caffeine_100g", "0.032");
  put("nutrition-score-fr_100g", String(random.below(30) - 5));
}
