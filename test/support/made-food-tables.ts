/**
 * Small made-up tables in the form of each source, for tests: no food of them is a real row of these tables.
 */
import { encodeUtf8 } from "../../src/journal/utf8.ts";
import { windows1252ToText } from "../../src/importers/text.ts";
import { createPartReader, type PartBatch } from "../../src/importers/food-tables/part-reader.ts";
import { noFilters, type FoodFilters } from "../../src/importers/food-tables/food-filters.ts";
import { joinPiece } from "../../src/importers/food-tables/food-change.ts";
import { recogniseTable } from "../../src/importers/food-tables/recognise-table.ts";
import { settleFigures } from "../../src/importers/food-tables/settle-figures.ts";
import type { TableFood } from "../../src/importers/food-tables/table-food.ts";
import type { RecognisedTable } from "../../src/importers/food-tables/table-part.ts";
import { must } from "./replicas.ts";

export const offHeader = [
  "code",
  "product_name",
  "generic_name",
  "brands",
  "categories_tags",
  "countries_tags",
  "quantity",
  "ingredients_text",
  "serving_quantity",
  "nova_group",
  "energy-kcal_100g",
  "energy-kj_100g",
  "energy_100g",
  "fat_100g",
  "saturated-fat_100g",
  "carbohydrates_100g",
  "sugars_100g",
  "fiber_100g",
  "proteins_100g",
  "alcohol_100g",
  "caffeine_100g",
] as const;

export type OffCells = Partial<Record<(typeof offHeader)[number], string>>;

export const offMuesli: OffCells = {
  code: "0000000004006",
  product_name: "Knäckige Beeren-Müsli",
  generic_name: "Muesli with berries",
  brands: "Nordhof",
  categories_tags: "en:breakfasts,en:mueslis",
  countries_tags: "en:germany,en:austria",
  quantity: "500 g",
  ingredients_text: 'oats, "berries" 4 %, sugar',
  serving_quantity: "40",
  nova_group: "4",
  "energy-kcal_100g": "372",
  energy_100g: "1556",
  fat_100g: "6.2",
  "saturated-fat_100g": "1.1",
  carbohydrates_100g: "62",
  sugars_100g: "18",
  fiber_100g: "9.4",
  proteins_100g: "10",
};

/** One row of an Open Food Facts CSV. */
export function offRow(cells: OffCells): string {
  return `${offHeader.map((name) => cells[name] ?? "").join("\t")}\n`;
}

export function offCsv(...rows: readonly OffCells[]): string {
  return `${offHeader.join("\t")}\n${rows.map(offRow).join("")}`;
}

/** The same product as a line of the JSONL export. */
export function offJsonLine(cells: OffCells): string {
  const nutriments: Record<string, number> = {};
  const product: Record<string, unknown> = { nutriments };
  for (const [name, value] of Object.entries(cells)) {
    if (name.endsWith("_100g")) nutriments[name] = Number(value);
    else if (name.endsWith("_tags")) product[name] = value.split(",");
    else if (name === "nova_group") product[name] = Number(value);
    else product[name] = value;
  }
  return `${JSON.stringify(product)}\n`;
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;

/** The CSV set of FoodData Central: a foundation food, a survey food (older nutrient numbers), a branded food, a sample. */
export const fdcSet: Readonly<Record<string, string>> = {
  "food.csv": [
    ["fdc_id", "data_type", "description", "food_category_id", "publication_date"],
    ["100", "foundation_food", 'Beans, "great", dry', "16", "2026-04-30"],
    ["200", "survey_fndds_food", "Porridge, made up", "", "2026-04-30"],
    ["300", "branded_food", "CRUNCHY BERRY MUESLI", "", "2026-04-30"],
    ["400", "sub_sample_food", "Sample of beans", "16", "2026-04-30"],
    ["500", "sr_legacy_food", "Nothing known", "16", "2026-04-30"],
  ]
    .map(csvLine)
    .join(""),
  "food_nutrient.csv": [
    ["id", "fdc_id", "nutrient_id", "amount", "data_points"],
    ["1", "100", "2047", "341.5", ""],
    ["2", "100", "1079", "15.2", ""],
    ["3", "100", "2033", "22.4", ""],
    ["4", "100", "1076", "0.31", ""],
    ["5", "100", "9999", "5", ""],
    ["6", "400", "1079", "15.2", ""],
    ["7", "200", "208", "71", ""],
    ["8", "200", "291", "1.7", ""],
    ["9", "300", "1008", "1390", ""],
    ["10", "300", "1062", "1556", ""],
    ["11", "300", "1079", "8", ""],
    // rows of a food that stand apart
    ["12", "100", "1003", "21.4", ""],
  ]
    .map(csvLine)
    .join(""),
  "food_portion.csv": [
    ["id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description", "modifier", "gram_weight"],
    ["1", "100", "1", "1.0", "1000", "", "soaked", "184.0"],
    ["2", "200", "1", "", "9999", "1 bowl", "61119", "234"],
    ["3", "100", "2", "2", "9999", "", 'piece (3" dia)', "0"],
  ]
    .map(csvLine)
    .join(""),
  "branded_food.csv": [
    ["fdc_id", "brand_owner", "brand_name", "gtin_upc", "ingredients", "serving_size", "serving_size_unit", "household_serving_fulltext", "branded_food_category", "package_weight", "market_country"],
    ["300", "Nordhof Foods", "NORDHOF", "00004006", "OATS,\nBERRIES", "40.0", "g", "1/2 CUP", "Cereal", "500 g", "United States"],
  ]
    .map(csvLine)
    .join(""),
  "measure_unit.csv": [["id", "name"], ["1000", "cup"], ["9999", "undetermined"]].map(csvLine).join(""),
  "food_category.csv": [["id", "code", "description"], ["16", "1600", "Legumes"]].map(csvLine).join(""),
}; // prettier-ignore

/** The foundation and the branded food of the set as JSON objects of FoodData Central. */
export const fdcObjects: readonly unknown[] = [
  {
    fdcId: 100,
    description: 'Beans, "great", dry',
    foodCategory: { description: "Legumes" },
    foodNutrients: [
      { nutrient: { id: 2047, name: "Energy" }, amount: 341.5 },
      { nutrient: { id: 1079 }, amount: 15.2 },
      { nutrient: { id: 2033 }, amount: 22.4 },
      { nutrient: { id: 1076 }, amount: 0.31 },
      { nutrient: { id: 9999 }, amount: 5 },
      { nutrient: { id: 1003 }, amount: 21.4 },
      { nutrient: { id: 1005 } },
    ],
    foodPortions: [{ amount: 1, measureUnit: { name: "cup" }, modifier: "soaked", gramWeight: 184 }],
  },
  {
    fdcId: 300,
    description: "CRUNCHY BERRY MUESLI",
    brandOwner: "Nordhof Foods",
    brandName: "NORDHOF",
    gtinUpc: "00004006",
    ingredients: "OATS,\nBERRIES",
    servingSize: 40,
    servingSizeUnit: "g",
    householdServingFullText: "1/2 CUP",
    brandedFoodCategory: "Cereal",
    packageWeight: "500 g",
    marketCountry: "United States",
    foodNutrients: [
      { nutrient: { id: 1008 }, amount: 1390 },
      { nutrient: { id: 1062 }, amount: 1556 },
      { nutrient: { id: 1079 }, amount: 8 },
    ],
  },
];

const compo = (code: string, constant: string, value: string, more = ""): string =>
  `   <COMPO>\r\n      <alim_code> ${code} </alim_code>\r\n      <const_code> ${constant} </const_code>\r\n      <teneur> ${value} </teneur>\r\n${more}   </COMPO>\r\n`;

/** CIQUAL as XML, as text (encoding as declared). */
export const ciqualSet: Readonly<Record<string, string>> = {
  "alim_2020_07_07.xml": `<?xml version="1.0" encoding="windows-1252" ?>\r\n<TABLE>\r\n   <ALIM>\r\n      <alim_code> 901 </alim_code>\r\n      <alim_nom_fr> Pâte à tartiner &amp; fibres </alim_nom_fr>\r\n      <alim_nom_eng> Made-up spread </alim_nom_eng>\r\n   </ALIM>\r\n   <ALIM>\r\n      <alim_code> 902 </alim_code>\r\n      <alim_nom_fr> Crème inventée </alim_nom_fr>\r\n   </ALIM>\r\n</TABLE>\r\n`,
  "compo_2020_07_07.xml": `<?xml version="1.0" encoding="windows-1252" ?>\r\n<TABLE>\r\n${compo(
    "901",
    "328",
    "541",
    "      <min> 520 </min>\r\n      <max> 560,5 </max>\r\n      <code_confiance> B </code_confiance>\r\n",
  )}${compo("901", "34100", "&lt; 0,5")}${compo("901", "32000", "traces")}${compo("901", "31000", "57,5")}${compo(
    "901",
    "40000",
    "-",
  )}${compo("901", "10110", "41")}${compo("902", "327", "1250", `      <min missing=" " />\r\n`)}${compo("902", "34100", "0")}</TABLE>\r\n`,
};

export const ciqualCsv = `alim_grp_code;alim_grp_nom_fr;alim_code;alim_nom_fr;alim_nom_sci;"Energie, Règlement UE N° 1169/2011
(kJ/100 g)";"Energie, Règlement UE N° 1169/2011 (kcal/100 g)";Eau (g/100 g);"Protéines, N x facteur de Jones (g/100 g)";"Protéines, N x 6.25 (g/100 g)";Glucides (g/100 g);Sucres (g/100 g);Fibres alimentaires (g/100 g);AG 18:3 c9,c12,c15 (n-3), alpha-linolénique (g/100 g);Sodium (mg/100 g)
01;entrées;901;Pâte à tartiner;-;2250;541;1,2;6,3;6,5;57,5;traces;< 0,5;0,11;41
01;entrées;902;Crème inventée;-;1250;-;-;-;-;-;-;0;-;-
`;

export const cofidCsv = `Food Code,Food Name,Description,Group,Previous,Main data references,Footnote,Water (g),Protein (g),Fat (g),Carbohydrate (g),Energy (kcal) (kcal),Energy (kJ) (kJ),Total sugars (g),Alcohol (g),NSP (g),AOAC fibre (g),Satd FA /100g FA (g),Satd FA /100g fd (g)
 ,,,,,,,WATER,PROT,FAT,CHO,KCALS,KJ,TOTSUG,ALCO,ENGFIB,AOACFIB,SATFAC,SATFOD
 ,,,,,,,g,g,g,g,kcal,kJ,g,g,g,g,g,g
91-001,"Beans, made up, boiled","Soaked, boiled",DB,,,,70.1,8.2,Tr,15.3,105,443,N,0,5.1,7.4,N,0.2
91-002,"Beer, made up",Draught,QA,,,,93,0.3,0,2.2,30,126,2.2,3.1,N,N,0,0
91-002,"Cress, made up",Raw,DI,,,,92,3,1,0.4,22,94,0.4,0,1.5,(2.1),N,N
`;

/** Latin letters as Windows-1252 bytes. */
export function toWindows1252(text: string): Uint8Array {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (windows1252ToText(bytes) !== text) throw new Error("only Latin-1 letters here");
  return bytes;
}

/** The table that these whole files are. */
export function recognised(files: Readonly<Record<string, string | Uint8Array>>): RecognisedTable {
  const names = Object.keys(files);
  const name = names.length === 1 ? (names[0] ?? "") : "folder";
  return must(recogniseTable(membersOf(files), { name, isFolder: names.length !== 1 }, null));
}

export function membersOf(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly name: string;
  readonly head: Uint8Array;
  readonly isWhole: boolean;
}[] {
  return Object.entries(files).map(([name, text]) => ({ name, head: bytesOf(text), isWhole: true }));
}

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? encodeUtf8(text) : text;
}

/** All foods of these files, read in pieces of `size` bytes, by code. */
export function readAll(
  files: Readonly<Record<string, string | Uint8Array>>,
  filters: FoodFilters = noFilters,
  size = 1 << 20,
): {
  readonly table: RecognisedTable;
  readonly foods: ReadonlyMap<string, TableFood>;
  readonly batches: readonly PartBatch[];
} {
  const table = recognised(files);
  const foods = new Map<string, TableFood>();
  const batches: PartBatch[] = [];
  for (const part of table.parts) {
    const bytes = bytesOf(files[part.member] ?? "");
    const reader = createPartReader(part, filters, { place: part.start });
    for (let at = part.start.offset; at < bytes.length; at += size) {
      must(reader.feed(bytes.subarray(at, at + size)));
      batches.push(reader.take());
    }
    must(reader.finish());
    batches.push(reader.take());
  }
  for (const { changes } of batches) {
    for (const change of changes) {
      const code = change.type === "food" ? change.food.code : change.code;
      const food = change.type === "food" ? change.food : joinPiece(foods.get(code) ?? null, change);
      if (food !== null) foods.set(code, food);
    }
  }
  return { table, foods, batches };
}

/** The figures to use of one food. */
export function figuresOf(
  kind: RecognisedTable["kind"],
  food: TableFood | undefined,
): Readonly<Record<string, number>> {
  return settleFigures(kind, food?.figures ?? {});
}
