/**
 * How is the CSV set of FoodData Central read?
 *
 * Four files in this order: `branded_food.csv` (who may come in, by country and barcode), `food.csv` (names), `food_nutrient.csv` (one row per food and
 * nutrient, some 26 million), `food_portion.csv`. The rows of samples, purchases and trial foods are not foods to eat and stay out.
 */
import type { BytePlace, RecordScanner } from "./byte-window.ts";
import { tidyText } from "./byte-text.ts";
import { createCsvScanner, type CsvRecord } from "./csv-scanner.ts";
import { countriesOf, portionLabel, servingOf } from "./fdc-json.ts";
import { fdcFigureById } from "./fdc-nutrients.ts";
import { ruledOut } from "./food-filters.ts";
import { createPieceGroup, type PieceGroup } from "./grouped-pieces.ts";
import type { RowReading } from "./off-tables.ts";
import { addCell } from "./read-figure.ts";
import { ignoredRow, skippedRow, usedRow, type RowOutcome } from "./read-tally.ts";
import { plainBarcode } from "./table-food.ts";
import type { FoodIgnoreRule } from "./table-problem.ts";

/** The files of the set, in reading order. */
export const fdcFiles = ["branded_food.csv", "food.csv", "food_nutrient.csv", "food_portion.csv"] as const;

export type FdcFile = (typeof fdcFiles)[number];

/** Columns without which a file of the set cannot be used. */
export const fdcNeededColumns: Readonly<Record<FdcFile, readonly string[]>> = {
  "branded_food.csv": ["fdc_id", "brand_owner", "gtin_upc"],
  "food.csv": ["fdc_id", "data_type", "description"],
  "food_nutrient.csv": ["fdc_id", "nutrient_id", "amount"],
  "food_portion.csv": ["fdc_id", "gram_weight"],
};

/** What small files of the set say: `measure_unit.csv` and `food_category.csv` by id, and whether `branded_food.csv` is there. */
export interface FdcLookups {
  readonly units: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly hasBranded: boolean;
}

export interface FdcReading extends RowReading {
  readonly header: readonly string[];
  readonly lookups: FdcLookups;
}

/** A scanner and what has to be given out before its place counts. */
export interface GroupedScanner extends RecordScanner {
  readonly flush: () => void;
}

type Field = (name: string) => string;

/** Reads the rows of one file of the set from `start` on. */
export function readFdcCsv(file: FdcFile, start: BytePlace, reading: FdcReading): GroupedScanner {
  const group = createPieceGroup(reading.emit);
  const { header, tally } = reading;
  const columns = columnsOf[file];
  const wanted = columns.map((name) => header.indexOf(name));
  const judge = (record: CsvRecord): RowOutcome => {
    if (record.cells !== header.length) {
      return skippedRow("cell-count", `${String(record.cells)} cells, ${record.text(0) ?? ""}`);
    }
    const field: Field = (name) => record.text(columns.indexOf(name)) ?? "";
    if (!/^\d{1,12}$/.test(field("fdc_id"))) return skippedRow("bad-code", field("fdc_id"));
    if (textColumns.some((name) => columns.includes(name) && record.text(columns.indexOf(name)) === null)) {
      return skippedRow("bad-encoding", field("fdc_id"));
    }
    const rule = readRow[file](field, reading, group);
    return rule === null ? usedRow : ignoredRow(rule);
  };
  const form = { delimiter: ",", quotes: true, encoding: "utf-8", lastRowMayBeOpen: false, wanted } as const;
  const scanner = createCsvScanner(
    form,
    start,
    (record) => tally.note(judge(record), record.line),
    (line, found) => tally.note(skippedRow("unclosed-quote", found), line),
  );
  return { ...scanner, flush: group.flush };
}

const textColumns = ["description", "brand_owner", "brand_name", "ingredients"];

const columnsOf: Readonly<Record<FdcFile, readonly string[]>> = {
  "branded_food.csv": [
    "fdc_id",
    "brand_owner",
    "brand_name",
    "gtin_upc",
    "ingredients",
    "serving_size",
    "serving_size_unit",
    "household_serving_fulltext",
    "branded_food_category",
    "package_weight",
    "market_country",
  ],
  "food.csv": ["fdc_id", "data_type", "description", "food_category_id"],
  "food_nutrient.csv": ["fdc_id", "nutrient_id", "amount"],
  "food_portion.csv": ["fdc_id", "amount", "measure_unit_id", "portion_description", "modifier", "gram_weight"],
};

type RowReader = (field: Field, reading: FdcReading, group: PieceGroup) => FoodIgnoreRule | null;

const readRow: Readonly<Record<FdcFile, RowReader>> = {
  "branded_food.csv": readBranded,
  "food.csv": readName,
  "food_nutrient.csv": readNutrient,
  "food_portion.csv": readPortion,
};

function readBranded(field: Field, { filters, emit }: FdcReading): FoodIgnoreRule | null {
  const barcode = plainBarcode(field("gtin_upc"));
  const countries = countriesOf(field("market_country"));
  const rule = ruledOut(filters, barcode, countries);
  if (rule !== null) return rule;
  const [owner, name] = [tidyText(field("brand_owner"), 60), tidyText(field("brand_name"), 60)];
  const serving = servingOf(field("serving_size"), field("serving_size_unit"), field("household_serving_fulltext"));
  emit({
    type: "piece",
    code: field("fdc_id"),
    isNew: true,
    piece: {
      brand: owner === name ? owner : [name, owner].filter((text) => text !== "").join(", "),
      barcode,
      countries,
      group: tidyText(field("branded_food_category"), 80),
      quantity: tidyText(field("package_weight"), 60),
      ingredients: tidyText(field("ingredients"), 1500),
      portions: serving === null ? [] : [serving],
      per: "either",
    },
  });
  return null;
}

const FOOD_TYPES: ReadonlySet<string> = new Set(["foundation_food", "sr_legacy_food", "survey_fndds_food"]);

function readName(field: Field, { filters, emit, lookups }: FdcReading): FoodIgnoreRule | null {
  const type = field("data_type");
  const isBranded = type === "branded_food";
  if (!isBranded && !FOOD_TYPES.has(type)) return "not-a-food";
  const label = tidyText(field("description"));
  if (label === "") return "no-name";
  const rule = isBranded ? null : ruledOut(filters, null, []);
  if (rule !== null) return rule;
  const group = lookups.groups[field("food_category_id")];
  const piece = isBranded || group === undefined ? { label } : { label, group };
  // who of the branded foods comes in was decided by branded_food.csv
  emit({ type: "piece", code: field("fdc_id"), isNew: !isBranded || !lookups.hasBranded, piece });
  return null;
}

function readNutrient(field: Field, { tally }: FdcReading, group: PieceGroup): FoodIgnoreRule | null {
  const figure = fdcFigureById.get(Number(field("nutrient_id")));
  if (figure === undefined) return "other-nutrient";
  addCell(group.figuresOf(field("fdc_id")), figure, field("amount"), tally);
  return null;
}

function readPortion(field: Field, { lookups }: FdcReading, group: PieceGroup): FoodIgnoreRule | null {
  const grams = Number(field("gram_weight") || "0");
  if (!(grams > 0) || grams > 5000) return "no-figures";
  const label = portionLabel({
    amount: field("amount"),
    unit: lookups.units[field("measure_unit_id")] ?? "",
    modifier: field("modifier"),
    description: field("portion_description"),
  });
  group.addPortion(field("fdc_id"), { label: tidyText(label, 80), grams });
  return null;
}
