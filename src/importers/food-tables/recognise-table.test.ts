import { describe, expect, it } from "vitest";
import {
  ciqualCsv,
  ciqualSet,
  cofidCsv,
  fdcObjects,
  fdcSet,
  membersOf,
  offCsv,
  offHeader,
  offJsonLine,
  offMuesli,
  toWindows1252,
} from "../../../test/support/made-food-tables.ts";
import { encodeUtf8 } from "../../journal/utf8.ts";
import { recogniseTable } from "./recognise-table.ts";
import type { FoodTableKind } from "./table-food.ts";

const file = (content: string | Uint8Array, said: FoodTableKind | null = null, name = "table.csv") =>
  recogniseTable(membersOf({ [name]: content }), { name, isFolder: false }, said);
const folder = (files: Readonly<Record<string, string | Uint8Array>>) =>
  recogniseTable(membersOf(files), { name: "folder", isFolder: true }, null);
const without = (files: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat()]); // prettier-ignore

describe("recogniseTable", () => {
  it.each<[string, ReturnType<typeof file>, string, string]>([
    ["Open Food Facts, CSV", file(offCsv(offMuesli)), "off", "off-csv"],
    ["the same with a byte-order mark", file(`\uFEFF${offCsv(offMuesli)}`), "off", "off-csv"],
    ["Open Food Facts, JSONL", file(offJsonLine(offMuesli), null, "x.jsonl"), "off", "off-json"],
    ["FoodData Central, JSON", file(JSON.stringify({ BrandedFoods: fdcObjects }), null, "x.json"), "fdc", "fdc-json"],
    ["the same, indented", file(JSON.stringify({ SRLegacyFoods: fdcObjects }, null, 2)), "fdc", "fdc-json"],
    ["a bare list of its foods", file(JSON.stringify(fdcObjects)), "fdc", "fdc-json"],
    ["FoodData Central, CSV set", folder(fdcSet), "fdc", "fdc-csv"],
    ["the same with other files beside it", folder({ ...fdcSet, "readme.txt": "hello" }), "fdc", "fdc-csv"],
    ["CIQUAL, XML", folder(ciqualSet), "ciqual", "ciqual-xml"],
    ["CIQUAL, CSV", file(ciqualCsv), "ciqual", "ciqual-csv"],
    ["CoFID", file(cofidCsv), "cofid", "cofid-csv"],
  ])("knows %s by what is in it", (_, found, kind, form) => {
    expect(found).toMatchObject({ ok: true, value: { kind, form } });
  });

  it("reads the parts of the set in the order that filters need", () => {
    const found = folder(fdcSet);
    expect(found.ok && found.value.parts.map(({ member }) => member)).toEqual([
      "branded_food.csv",
      "food.csv",
      "food_nutrient.csv",
      "food_portion.csv",
    ]);
  });

  const semicolons = offCsv(offMuesli).replaceAll("\t", ";");
  const commas = `${offHeader.join(",")}\n${Object.values(offMuesli).join(",")}\n`;
  const french = Array.from({ length: 20 }, (_, at) => ({ ...offMuesli, code: String(1000 + at) }));

  it.each<[string, ReturnType<typeof file>, object]>([
    ["an empty file", file(""), { type: "FileEmpty" }],
    ["a file of spaces", file("  \n\n "), { type: "FileEmpty" }],
    ["a web page", file("<!DOCTYPE html><html><body>Log in</body></html>"), { type: "NotText", found: "web page (HTML)" }],
    ["a zip archive", file(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])), { type: "LooksLikeZip" }],
    ["a workbook", file(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), null, "cofid.xlsx"), { type: "LooksLikeZip" }],
    ["an old workbook", file(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])), { type: "NotText" }],
    ["gzip inside gzip", file(Uint8Array.from([0x1f, 0x8b, 8, 0])), { type: "NotText" }],
    ["a hole of NUL bytes", file(new Uint8Array(5000)), { type: "EncodingUnsupported" }],
    ["semicolons for tabs", file(semicolons), { type: "FoodTableDelimiter", found: "a semicolon", expected: "a tab" }],
    ["commas for tabs", file(commas), { type: "FoodTableDelimiter", found: "a comma" }],
    ["UTF-16", file(utf16(offCsv(offMuesli))), { type: "EncodingUnsupported", found: "UTF-16" }],
    ["UTF-16 without a mark", file(utf16(offCsv(offMuesli)).subarray(2)), { type: "EncodingUnsupported" }],
    ["Latin-1 where UTF-8 is due", file(toWindows1252(offCsv(...french))), { type: "EncodingUnsupported", line: 2 }],
    ["a header without code", file(offCsv(offMuesli).replace("code\t", "kode\t")), { type: "FoodTableColumns", expected: "code" }],
    ["a diary", file("date,itch,fibre\n2026-03-01,4,20\n"), { type: "FoodTableUnknown", found: "date, itch, fibre" }],
    ["one file of the set", file(fdcSet["food_nutrient.csv"]!), { type: "FoodTablePart", found: "food_nutrient.csv" }],
    ["one XML file", file(ciqualSet["compo_2020_07_07.xml"]!, null, "compo_2020_07_07.xml"), { type: "FoodTablePart" }],
    ["another XML document", file("<?xml version='1.0'?><HealthData/>"), { type: "FoodTableUnknown" }],
    ["other JSON", file('{"a": 1}'), { type: "FoodTableUnknown" }],
    ["the long table of Anses", file("ALIM_CODE;FOOD_LABEL;indic_combl;LB;UB;MB;CONST_CODE;CONST_LABEL\n1;a;1;1;1;1;1;x\n"), { type: "FoodTableOther", found: "CALNUT" }],
    ["another sheet of CoFID", file("Food Code,Food Name,Description,Group,Sodium (mg)\n1,a,b,c,5\n"), { type: "FoodTableOther", expected: "sheet 1.3 Proximates" }],
    ["another table than was said", file(cofidCsv, "off"), { type: "FoodTableOther", found: "cofid", expected: "off" }],
    ["a set without nutrients", folder(without(fdcSet, "food_nutrient.csv")), { type: "FoodTablePart", expected: "food_nutrient.csv" }],
    ["a set with a changed header", folder({ ...fdcSet, "food.csv": "id,name\n1,a\n" }), { type: "FoodTableColumns", file: "food.csv" }],
    ["CIQUAL without its figures", folder(without(ciqualSet, "compo_2020_07_07.xml")), { type: "FoodTablePart", expected: "compo_*.xml" }],
    ["two editions in one folder", folder({ ...ciqualSet, "alim_2025_11_03.xml": ciqualSet["alim_2020_07_07.xml"]! }), { type: "FoodTablePart" }],
    ["a folder of other things", folder({ "a.txt": "x", "b.txt": "y" }), { type: "FoodTableUnknown", found: "a.txt, b.txt" }],
    ["an empty folder", folder({}), { type: "FoodTableUnknown" }],
    ["old line ends", file(cofidCsv.replaceAll("\n", "\r")), { type: "EncodingUnsupported" }],
  ])("refuses %s with its reason", (_, found, error) => {
    expect(found).toMatchObject({ ok: false, error });
  }); // prettier-ignore

  it("looks only at the beginning and does not mind that it ends inside a letter", () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ ...offMuesli, code: String(1000 + at) }));
    const bytes = encodeUtf8(offCsv(...rows));
    const letter = bytes.indexOf(0xc3, 2000);
    const members = [{ name: "x", head: bytes.subarray(0, letter + 1), isWhole: false }];
    expect(recogniseTable(members, { name: "x", isFolder: false }, null)).toMatchObject({ ok: true });
  });
});
