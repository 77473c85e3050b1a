/**
 * How are the two forms of CIQUAL read?
 *
 * XML (the only form with lowest and highest value and the grade of trust A to D): `alim_*.xml` names the foods, `compo_*.xml` has one record per
 * food and constituent. CSV saved from the spreadsheet: one row per food, `;` and decimal comma. In both, `-` is missing, `traces` is a trace,
 * `< 0,5` is below a limit.
 */
import type { BytePlace, ByteRecord } from "./byte-window.ts";
import { textOfBytes, tidyText, type TableEncoding } from "./byte-text.ts";
import { createCsvScanner, type CsvForm, type CsvRecord } from "./csv-scanner.ts";
import { ciqualFigureByCode, ciqualFigureByColumn } from "./ciqual-figures.ts";
import type { GroupedScanner } from "./fdc-csv.ts";
import { unwanted } from "./food-filters.ts";
import { createPieceGroup } from "./grouped-pieces.ts";
import { shortText } from "./json-scanner.ts";
import type { RowReading } from "./off-tables.ts";
import { addCell, createFigureDraft, readAmount, roundFigure } from "./read-figure.ts";
import { ignoredRow, skippedRow, usedRow, type RowOutcome } from "./read-tally.ts";
import { emptyFood, type FigureSpread, type TableFood } from "./table-food.ts";
import { createXmlScanner, fieldsOfRecord } from "./xml-scanner.ts";

/** Reads `alim_*.xml` (`ALIM`) or `compo_*.xml` (`COMPO`) from `start` on. */
export function readCiqualXml(
  record: "ALIM" | "COMPO",
  encoding: TableEncoding,
  start: BytePlace,
  reading: RowReading,
): GroupedScanner {
  const { tally, emit } = reading;
  const group = createPieceGroup(emit);
  const judge = ({ bytes, start: from, end }: ByteRecord): RowOutcome => {
    const text = textOfBytes(bytes, from, end, encoding);
    if (text === null) return skippedRow("bad-encoding", shortText(bytes, from, end));
    const fields = fieldsOfRecord(text);
    const code = fields.get("alim_code") ?? "";
    if (!/^\d{1,9}$/.test(code)) return skippedRow("bad-code", code);
    if (record === "ALIM") {
      const names = namesOf((name) => fields.get(name) ?? "");
      if (names.label === "") return ignoredRow("no-name");
      emit({ type: "piece", code, isNew: true, piece: names });
      return usedRow;
    }
    const figure = ciqualFigureByCode.get(fields.get("const_code") ?? "");
    if (figure === undefined) return ignoredRow("other-nutrient");
    const draft = group.figuresOf(code);
    addCell(draft, figure, fields.get("teneur") ?? "", tally, { comma: true });
    if (draft.figures[figure] === undefined) return usedRow;
    const spread = { ...draft.spreads[figure], ...spreadOf(fields) };
    if (Object.keys(spread).length > 0) draft.spreads[figure] = spread;
    return usedRow;
  };
  const take = (one: ByteRecord): void => tally.note(judge(one), one.line);
  return { ...createXmlScanner(record, start, take), flush: group.flush };
}

function spreadOf(fields: ReadonlyMap<string, string>): FigureSpread {
  const bound = (name: string): number | undefined => {
    const amount = readAmount(fields.get(name) ?? "", true);
    return amount === null || amount === "not-a-number" || amount.value < 0 ? undefined : roundFigure(amount.value);
  };
  const [min, max] = [bound("min"), bound("max")];
  const confidence = (["A", "B", "C", "D"] as const).find((grade) => grade === fields.get("code_confiance"));
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** English name first where there is one; the others serve the search. */
function namesOf(field: (name: string) => string): Pick<TableFood, "label" | "otherNames"> {
  const names = ["alim_nom_eng", "alim_nom_fr", "alim_nom_index_fr", "alim_nom_sci"]
    .map((name) => tidyText(field(name)))
    .filter((name) => name !== "" && name !== "-");
  const [label = "", ...others] = [...new Set(names)];
  return { label, otherNames: others };
}

/** Reads the CSV form from `start` on. */
export function readCiqualCsv(
  form: Pick<CsvForm, "delimiter" | "encoding">,
  header: readonly string[],
  start: BytePlace,
  reading: RowReading,
): GroupedScanner {
  const { tally, filters, emit } = reading;
  const plain = header.map((name) => name.trim().toLowerCase());
  const figures = header.flatMap((name, column) => {
    const figure = ciqualFigureByColumn(name);
    return figure === null ? [] : [{ figure, column }];
  });
  const named = [
    "alim_code",
    "alim_nom_eng",
    "alim_nom_fr",
    "alim_nom_index_fr",
    "alim_nom_sci",
    "alim_grp_nom_eng",
    "alim_grp_nom_fr",
  ];
  const wanted = [...named.map((name) => plain.indexOf(name)), ...figures.map(({ column }) => column)];
  const comma = form.delimiter !== ",";
  const judge = (record: CsvRecord): RowOutcome => {
    const cell = (slot: number): string => record.text(slot) ?? "";
    const field = (name: string): string => cell(named.indexOf(name)).trim();
    if (record.cells !== header.length) return skippedRow("cell-count", field("alim_code"));
    if (wanted.some((_, slot) => record.text(slot) === null)) {
      return skippedRow("bad-encoding", field("alim_code"));
    }
    const code = field("alim_code");
    if (!/^\d{1,9}$/.test(code)) return skippedRow("bad-code", code);
    const names = namesOf(field);
    if (names.label === "") return ignoredRow("no-name");
    const draft = createFigureDraft();
    figures.forEach(({ figure }, index) => addCell(draft, figure, cell(named.length + index), tally, { comma }));
    const group = tidyText(field("alim_grp_nom_eng") || field("alim_grp_nom_fr"), 80);
    const food = { ...emptyFood(code), ...draft, ...names, group };
    const rule = unwanted("ciqual", food, filters);
    if (rule !== null) return ignoredRow(rule);
    emit({ type: "food", food });
    return usedRow;
  };
  const scanner = createCsvScanner(
    { ...form, quotes: true, lastRowMayBeOpen: true, wanted },
    start,
    (record) => tally.note(judge(record), record.line),
    (line, found) => tally.note(skippedRow("unclosed-quote", found), line),
  );
  return { ...scanner, flush: () => undefined };
}
