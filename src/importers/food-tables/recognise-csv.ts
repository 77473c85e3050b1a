/**
 * Which food table is this table of separated values?
 *
 * Each source has columns that no other table has. A header that shows them only when it is cut by another character means that a spreadsheet saved the
 * file anew (Open Food Facts loses its barcodes that way): refused, the original is asked for. CoFID and CIQUAL come out of spreadsheets anyway and
 * may be cut by comma, semicolon or tab.
 */
import { ok, type Result } from "../../base/result.ts";
import { textOfBytes, type TableEncoding } from "./byte-text.ts";
import { ciqualFigureByColumn } from "./ciqual-figures.ts";
import { cofidFigureByColumn } from "./cofid-table.ts";
import { fdcFiles, fdcNeededColumns } from "./fdc-csv.ts";
import { readHeader, type ReadHeader } from "./read-header.ts";
import type { RecognisedTable, TableMember } from "./table-part.ts";
import { tableProblem, type FoodTableStop } from "./table-problem.ts";
import { fileProblem } from "../file-problem.ts";

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** A header that this delimiter gives. */
interface Reading extends ReadHeader {
  readonly delimiter: Delimiter;
  readonly names: readonly string[];
}

const readTables = "FoodData Central, Open Food Facts, CIQUAL, CoFID";

/** Recognises one CSV file by its header. `bytes`: whole lines of its beginning. */
export function recogniseCsv(
  member: TableMember,
  bytes: Uint8Array,
  encoding: TableEncoding,
): Result<RecognisedTable, FoodTableStop> {
  const { name } = member;
  if (!bytes.includes(10) && bytes.includes(13)) {
    return fileProblem("EncodingUnsupported", name, { line: 1 }, "line ends of old Macintosh files", "CSV in UTF-8");
  }
  const readings = DELIMITERS.flatMap((delimiter): readonly Reading[] => {
    const read = readHeader(bytes, { delimiter, quotes: true, encoding });
    return read === null ? [] : [{ ...read, delimiter, names: read.header.map((column) => column.toLowerCase()) }];
  });
  return (
    asOpenFoodFacts(member, bytes, encoding, readings) ??
    asPartOfFdc(name, readings) ??
    asCiqual(name, encoding, readings) ??
    asCofid(name, encoding, readings) ??
    tableProblem("FoodTableUnknown", name, { line: 1 }, widest(readings).join(", "), readTables)
  );
}

type Found = Result<RecognisedTable, FoodTableStop> | null;

function asOpenFoodFacts(
  member: TableMember,
  bytes: Uint8Array,
  encoding: TableEncoding,
  readings: readonly Reading[],
): Found {
  const marks = ["code", "product_name", "countries_tags", "nova_group", "energy-kcal_100g", "fiber_100g"];
  const matchedIn = (reading: Reading): readonly string[] => marks.filter((mark) => reading.names.includes(mark));
  const best = [...readings].sort((a, b) => matchedIn(b).length - matchedIn(a).length)[0];
  if (best === undefined || matchedIn(best).length < 3) return null;
  const { name } = member;
  if (best.delimiter !== "\t") {
    return tableProblem(
      "FoodTableDelimiter",
      name,
      { line: 1 },
      best.delimiter === "," ? "a comma" : "a semicolon",
      "a tab",
    );
  }
  // quotes are letters here: the header is read again without them
  const read = readHeader(bytes, { delimiter: "\t", quotes: false, encoding });
  const missing = ["code", "product_name"].filter((column) => !best.names.includes(column));
  if (read === null || missing.length > 0 || !best.names.some((column) => column.endsWith("_100g"))) {
    const expected = missing.length > 0 ? missing.join(", ") : "energy-kcal_100g, fiber_100g ...";
    return tableProblem("FoodTableColumns", name, { line: 1 }, "", expected);
  }
  const foreign = encoding === "utf-8" ? null : foreignLine(bytes, read.start);
  if (foreign !== null) {
    return fileProblem("EncodingUnsupported", name, { line: foreign }, "not UTF-8", "the original file in UTF-8");
  }
  const parts = [{ member: name, form: "off-csv", header: read.header, start: read.start }] as const;
  return ok({ kind: "off", form: "off-csv", parts, matched: matchedIn(best), isWindows1252: false });
}

/** The first of many lines that are not UTF-8; null when these are few (single broken rows are left out later). */
function foreignLine(
  bytes: Uint8Array,
  { offset, line }: { readonly offset: number; readonly line: number },
): number | null {
  let [from, at, lines, foreign, first] = [offset, line, 0, 0, 0];
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    lines += 1;
    if (textOfBytes(bytes, from, to, "utf-8") === null) {
      foreign += 1;
      if (first === 0) first = at;
    }
    [from, at] = [to + 1, at + 1];
  }
  return foreign >= 2 && foreign > 0.1 * lines ? first : null;
}

function asPartOfFdc(name: string, readings: readonly Reading[]): Found {
  const comma = readings.find(({ delimiter }) => delimiter === ",");
  const file = fdcFiles.find((each) => fdcNeededColumns[each].every((column) => comma?.names.includes(column)));
  return file === undefined
    ? null
    : tableProblem("FoodTablePart", name, { line: 1 }, file, "food.csv and food_nutrient.csv");
}

function asCiqual(name: string, encoding: TableEncoding, readings: readonly Reading[]): Found {
  const best = readings.find(({ names }) => names.includes("alim_code"));
  if (best === undefined) {
    const isLong = readings.some(({ names }) => names.includes("const_label") || names.includes("indic_combl"));
    return isLong
      ? tableProblem("FoodTableOther", name, { line: 1 }, "CALNUT", "CIQUAL (one row per food, or the XML files)")
      : null;
  }
  if (best.names.includes("const_code")) {
    return tableProblem("FoodTableOther", name, { line: 1 }, "CALNUT", "CIQUAL (one row per food, or the XML files)");
  }
  const figures = best.header.filter((column) => ciqualFigureByColumn(column) !== null);
  const hasName = best.names.some((column) => column === "alim_nom_fr" || column === "alim_nom_eng");
  if (!hasName || figures.length === 0) {
    return tableProblem(
      "FoodTableColumns",
      name,
      { line: 1 },
      "",
      hasName ? "Fibres alimentaires (g/100 g) ..." : "alim_nom_fr",
    );
  }
  return ok(csvTable("ciqual", "ciqual-csv", name, encoding, best, ["alim_code", ...figures.slice(0, 4)]));
}

function asCofid(name: string, encoding: TableEncoding, readings: readonly Reading[]): Found {
  const best = readings.find(({ names }) => names.includes("food code") && names.includes("food name"));
  if (best === undefined) return null;
  const figures = best.header.filter((column) => cofidFigureByColumn(column) !== null);
  // other sheets may share one column (alcohol, water), never these
  const isProximates = figures.some((column) => /aoac|nsp|protein|energy/i.test(column));
  if (!isProximates) {
    return tableProblem(
      "FoodTableOther",
      name,
      { line: 1 },
      best.header.slice(4, 8).join(", "),
      "sheet 1.3 Proximates",
    );
  }
  return ok(csvTable("cofid", "cofid-csv", name, encoding, best, ["Food Code", "Food Name", ...figures.slice(0, 4)]));
}

function csvTable(
  kind: "ciqual" | "cofid",
  form: "ciqual-csv" | "cofid-csv",
  member: string,
  encoding: TableEncoding,
  { header, start, delimiter }: Reading,
  matched: readonly string[],
): RecognisedTable {
  const parts = [{ member, form, header, start, delimiter, encoding }] as const;
  return { kind, form, parts, matched, isWindows1252: encoding === "windows-1252" };
}

function widest(readings: readonly Reading[]): readonly string[] {
  return [...readings].sort((a, b) => b.header.length - a.header.length)[0]?.header.slice(0, 8) ?? [];
}
