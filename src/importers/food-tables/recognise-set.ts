/**
 * Are the files of this folder a whole set?
 *
 * FoodData Central as CSV needs `food.csv` and `food_nutrient.csv`; brands, portions and the small tables of units and groups are taken when they are there.
 * CIQUAL as XML needs one `alim_*` and one `compo_*` file of the same edition.
 */
import { err, ok, type Result } from "../../base/result.ts";
import { textOfBytes, type TableEncoding } from "./byte-text.ts";
import { createCsvScanner } from "./csv-scanner.ts";
import { fdcFiles, fdcNeededColumns, type FdcLookups } from "./fdc-csv.ts";
import { readHeader, startOfBytes } from "./read-header.ts";
import type { RecognisedTable, TableMember, TablePart } from "./table-part.ts";
import { tableProblem, type FoodTableStop } from "./table-problem.ts";
import { decodeText } from "../text.ts";

const NEEDED: readonly string[] = ["food.csv", "food_nutrient.csv"];

/** The CSV set of FoodData Central. Errors: FoodTablePart, FoodTableColumns, and those of text.ts. */
export function recogniseFdcSet(
  members: readonly TableMember[],
  folder: string,
): Result<RecognisedTable, FoodTableStop> {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const missing = NEEDED.filter((name) => !byName.has(name));
  if (missing.length > 0) return tableProblem("FoodTablePart", folder, {}, "", missing.join(", "));
  const lookups: FdcLookups = {
    units: wordsById(byName.get("measure_unit.csv"), "name"),
    groups: wordsById(byName.get("food_category.csv"), "description"),
    hasBranded: byName.has("branded_food.csv"),
  };
  const parts: TablePart[] = [];
  for (const file of fdcFiles) {
    const member = byName.get(file);
    if (member === undefined) continue;
    const decoded = decodeText({ name: member.name, bytes: wholeLines(member) });
    if (!decoded.ok) return decoded;
    const read = readHeader(wholeLines(member), { delimiter: ",", quotes: true, encoding: "utf-8" });
    const absent = fdcNeededColumns[file].filter((column) => read?.header.includes(column) !== true);
    if (read === null || absent.length > 0) {
      return tableProblem("FoodTableColumns", member.name, { line: 1 }, "", absent.join(", "));
    }
    parts.push({ member: member.name, form: "fdc-csv", file, header: read.header, start: read.start, lookups });
  }
  return ok({ kind: "fdc", form: "fdc-csv", parts, matched: parts.map(({ member }) => member), isWindows1252: false });
}

/** Column `id` -> column `name` of a small table of the set; {} when it is not there or too long to be it. */
function wordsById(member: TableMember | undefined, name: string): Readonly<Record<string, string>> {
  if (member?.isWhole !== true) return {};
  const form = { delimiter: ",", quotes: true, encoding: "utf-8" } as const;
  const read = readHeader(member.head, form);
  if (read === null) return {};
  const words: Record<string, string> = {};
  const wanted = [read.header.indexOf("id"), read.header.indexOf(name)];
  const scanner = createCsvScanner(
    { ...form, lastRowMayBeOpen: true, wanted },
    read.start,
    (record) => {
      const id = record.text(0) ?? "";
      if (/^\d{1,9}$/.test(id)) words[id] = record.text(1) ?? "";
    },
    () => undefined,
  );
  scanner.feed(member.head.subarray(read.start.offset));
  scanner.finish();
  return words;
}

/** The XML files of CIQUAL. Errors: FoodTablePart, FoodTableUnknown. */
export function recogniseCiqualSet(
  members: readonly TableMember[],
  folder: string,
): Result<RecognisedTable, FoodTableStop> {
  const parts: TablePart[] = [];
  for (const record of ["ALIM", "COMPO"] as const) {
    const found = members.filter(({ name }) => new RegExp(`^${record.toLowerCase()}_\\d.*\\.xml$`, "i").test(name));
    const [member, second] = found;
    if (member === undefined) {
      return tableProblem("FoodTablePart", folder, {}, "", `${record.toLowerCase()}_*.xml`);
    }
    if (second !== undefined) {
      const names = `${member.name}, ${second.name}`;
      return tableProblem("FoodTablePart", folder, {}, names, "the files of one edition only");
    }
    const part = xmlPart(member, record);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const matched = parts.map(({ member }) => member);
  const isWindows1252 = parts.some((part) => part.form === "ciqual-xml" && part.encoding === "windows-1252");
  return ok({ kind: "ciqual", form: "ciqual-xml", parts, matched, isWindows1252 });
}

function xmlPart(member: TableMember, record: "ALIM" | "COMPO"): Result<TablePart, FoodTableStop> {
  const { text, offset } = startOfBytes(member.head);
  if (!/^\s*<\?xml|^\s*<TABLE>/.test(text) || !text.includes(`<${record}>`)) {
    const found = text.trim().slice(0, 60);
    return tableProblem("FoodTableColumns", member.name, { line: 1 }, found, `<TABLE> with <${record}> records`);
  }
  const declared = /^\s*<\?xml[^>]*encoding="([^"]+)"/i.exec(text)?.[1]?.toLowerCase() ?? "utf-8";
  const encoding: TableEncoding | null =
    declared === "utf-8" ? "utf-8" : /^(windows-1252|iso-8859-1|latin1)$/.test(declared) ? "windows-1252" : null;
  if (encoding === null) {
    return err({
      type: "EncodingUnsupported",
      file: member.name,
      line: 1,
      column: 0,
      columnName: "",
      found: declared,
      expected: "UTF-8",
    });
  }
  // some editions declare the one and hold the other
  const isUtf8 = textOfBytes(member.head, offset, lastWholeByte(member), "utf-8") !== null;
  const real = encoding === "utf-8" && !isUtf8 ? "windows-1252" : encoding;
  return ok({ member: member.name, form: "ciqual-xml", record, encoding: real, start: { offset, line: 1 } });
}

function wholeLines(member: TableMember): Uint8Array {
  const last = member.head.lastIndexOf(10);
  return member.isWhole || last < 0 ? member.head : member.head.subarray(0, last + 1);
}

function lastWholeByte(member: TableMember): number {
  const last = member.head.lastIndexOf(10);
  return member.isWhole || last < 0 ? member.head.length : last + 1;
}
