/**
 * Which food table is this, and can it be used?
 *
 * By its content, never by the name alone: columns of the header, first marks of XML and JSON. Names only tell the files of a set apart. What is not a
 * table at all (web page, zip, PDF, UTF-16 ...) is named by the first door of all importers (text.ts); a known table in the wrong form is refused with
 * the reason.
 */
import { ok, type Result } from "../../base/result.ts";
import { decodeText } from "../text.ts";
import { fileProblem } from "../file-problem.ts";
import { recogniseCsv } from "./recognise-csv.ts";
import { recogniseCiqualSet, recogniseFdcSet } from "./recognise-set.ts";
import { startOfBytes } from "./read-header.ts";
import type { FoodTableKind } from "./table-food.ts";
import type { RecognisedTable, TableMember } from "./table-part.ts";
import { tableProblem, type FoodTableStop } from "./table-problem.ts";

/** What is read, for messages. */
export const readTables: string = "FoodData Central, Open Food Facts, CIQUAL, CoFID";

/**
 * Recognises a file, or the files of a folder. `said`: what the person says it is; null = not said. `folder`: the members are those of a folder.
 * Errors: those of text.ts, and FoodTableUnknown, FoodTableDelimiter, FoodTableColumns, FoodTablePart, FoodTableOther.
 */
export function recogniseTable(
  members: readonly TableMember[],
  place: { readonly name: string; readonly isFolder: boolean },
  said: FoodTableKind | null,
): Result<RecognisedTable, FoodTableStop> {
  const found = place.isFolder ? recogniseFolder(members, place.name) : recogniseFile(members[0], place.name);
  if (!found.ok || said === null || found.value.kind === said) return found;
  return tableProblem("FoodTableOther", place.name, {}, found.value.kind, said);
}

function recogniseFolder(members: readonly TableMember[], folder: string): Result<RecognisedTable, FoodTableStop> {
  const names = members.map(({ name }) => name.toLowerCase());
  if (names.some((name) => name === "food.csv" || name === "food_nutrient.csv")) {
    return recogniseFdcSet(members, folder);
  }
  if (names.some((name) => /^(alim|compo)_.*\.xml$/.test(name))) return recogniseCiqualSet(members, folder);
  return tableProblem("FoodTableUnknown", folder, {}, members.map(({ name }) => name).join(", "), readTables);
}

function recogniseFile(member: TableMember | undefined, name: string): Result<RecognisedTable, FoodTableStop> {
  if (member === undefined || member.head.length === 0) {
    return fileProblem("FileEmpty", name, {}, "0 bytes", "a food table");
  }
  const start = startOfBytes(member.head);
  if (/^\s*<\?xml/.test(start.text) || /^\s*<TABLE>/.test(start.text)) {
    const part = /<(ALIM|COMPO|CONST|ALIM_GRP|SOURCES)>/.exec(start.text)?.[1];
    if (part !== undefined) return tableProblem("FoodTablePart", name, {}, name, "alim_*.xml and compo_*.xml");
    return tableProblem("FoodTableUnknown", name, { line: 1 }, "an XML document", readTables);
  }
  const json = recogniseJson(member, start);
  if (json !== null) return json;
  // the head may end inside a character: only whole lines are judged
  const lastLine = member.head.lastIndexOf(10);
  const bytes = member.isWhole || lastLine < 0 ? member.head : member.head.subarray(0, lastLine + 1);
  const decoded = decodeText({ name, bytes });
  if (!decoded.ok) return decoded;
  if (decoded.value.encoding === "utf-16le" || decoded.value.encoding === "utf-16be") {
    return fileProblem("EncodingUnsupported", name, { line: 1 }, "UTF-16", "UTF-8");
  }
  return recogniseCsv({ ...member, name }, bytes, decoded.value.encoding === "utf-8" ? "utf-8" : "windows-1252");
}

const FDC_LIST = /^\s*\{\s*"(FoundationFoods|SRLegacyFoods|SurveyFoods|BrandedFoods)"\s*:\s*\[/;

/** JSON of FoodData Central or of Open Food Facts; null = it does not begin like JSON. */
function recogniseJson(
  { name }: TableMember,
  { text, offset }: ReturnType<typeof startOfBytes>,
): Result<RecognisedTable, FoodTableStop> | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const lines = (piece: string): number => piece.split("\n").length;
  const list =
    FDC_LIST.exec(text) ?? (/^\s*\[\s*\{/.test(text) && text.includes('"fdcId"') ? /^\s*\[/.exec(text) : null);
  if (list !== null) {
    // these first bytes are ASCII, so characters are bytes
    const start = { offset: offset + list[0].length, line: lines(list[0]) };
    const matched = [list[1] ?? "fdcId"];
    return ok({
      kind: "fdc",
      form: "fdc-json",
      parts: [{ member: name, form: "fdc-json", start }],
      matched,
      isWindows1252: false,
    });
  }
  const marks = ["code", "product_name", "nutriments", "countries_tags"].filter((mark) => text.includes(`"${mark}":`));
  const isProducts = /^\s*\{/.test(text) && marks.includes("code") && marks.length >= 2;
  if (!isProducts) {
    return tableProblem("FoodTableUnknown", name, { line: 1 }, text.trim().slice(0, 60), readTables);
  }
  const start = { offset, line: 1 };
  const parts = [{ member: name, form: "off-json", start }] as const;
  return ok({ kind: "off", form: "off-json", parts, matched: marks, isWindows1252: false });
}
