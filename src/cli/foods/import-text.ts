/**
 * What does a person see before and after a food table is imported?
 *
 * Before: what it is, whose it is, what is kept, the first foods, where an earlier import stopped. After: what came in, what was left out and why, where it
 * stopped and how to go on.
 */
import {
  figureDropWords,
  foodIgnoreWords,
  foodSkipWords,
  foodTableFacts,
  noFilters,
  settleFigures,
  wordError,
  wordFoodSkip,
  type FigureDropReason,
  type FoodFilters,
  type FoodIgnoreRule,
  type FoodSkipCode,
  type FoodTableKind,
  type RecognisedTable,
  type TableFood,
  type TallyNumbers,
} from "../../lib/index.ts";
import { safeText, tableLines, wrapText } from "../terminal/table.ts";
import type { RunReceipt } from "./import-run.ts";
import { sumTallies } from "./import-state.ts";

/** What is shown, and printed as JSON, before an import. */
export interface ImportShown {
  readonly file: string;
  readonly bytes: number;
  readonly kind: FoodTableKind;
  readonly table: RecognisedTable;
  readonly filters: FoodFilters;
  /** Barcodes file words that are no barcodes. */
  readonly strangeBarcodes: number;
  readonly first: readonly TableFood[];
  /** Path of the library. */
  readonly library: string;
  /** An earlier import of the same file stopped here. */
  readonly goesOnAt: { readonly line: number; readonly rows: number } | null;
}

/** The preview as text. */
export function shownText(shown: ImportShown, columns: number): string {
  const { name, licence } = foodTableFacts(shown.kind);
  const { table } = shown;
  const files = table.parts.length > 1 ? `, ${String(table.parts.length)} files` : "";
  const lines = [
    ...wrapText(
      `${safeText(shown.file)}: ${name} (${sizeText(shown.bytes)}${files}), recognised by ${table.matched.join(", ")}.`,
      columns,
    ),
    ...wrapText(licence, columns),
    ...(table.isWindows1252 ? wrapText("The text is not UTF-8 and is read as Windows-1252.", columns) : []),
    ...filterLines(shown).flatMap((line) => wrapText(line, columns)),
    ...wrapText(
      "Kept of each food: names, brand, barcode, portions, processing group, ingredients and figures per 100 g. Blank stays unknown; figures that cannot be are left out and counted.",
      columns,
    ),
  ];
  if (shown.goesOnAt !== null) {
    const { line, rows } = shown.goesOnAt;
    lines.push(
      ...wrapText(`An earlier import stopped after ${count(rows)} rows: it goes on at line ${count(line)}.`, columns),
    );
  }
  if (shown.first.length > 0) lines.push("", "First foods", ...foodLines(shown.kind, shown.first, columns));
  return `${lines.join("\n")}\n`;
}

/** A few foods as a table. */
function foodLines(kind: FoodTableKind, foods: readonly TableFood[], columns: number): readonly string[] {
  const cell = (value: number | undefined): string => (value === undefined ? "-" : String(Math.round(10 * value) / 10));
  const rows = foods.map((food) => {
    const figures = settleFigures(kind, food.figures);
    return [food.code, food.label.slice(0, 40), cell(figures["energyKcal"]), cell(figures["fibreGrams"])];
  });
  const heads = [
    { title: "code" },
    { title: "name" },
    { title: "kcal", align: "right" },
    { title: "fibre g", align: "right" },
  ] as const;
  return tableLines(heads, rows, columns);
}

function filterLines({ filters, strangeBarcodes }: ImportShown): readonly string[] {
  const lines: string[] = [];
  if (filters.countries !== noFilters.countries && filters.countries.length > 0) {
    lines.push(`Only foods sold in: ${filters.countries.join(", ")}.`);
  }
  if (filters.barcodes !== null) {
    const strange =
      strangeBarcodes === 0 ? "" : ` (${count(strangeBarcodes)} other words in that file are no barcodes)`;
    lines.push(`Only ${count(filters.barcodes.size)} barcodes${strange}.`);
  }
  if (filters.onlyWith.length > 0) lines.push(`Only foods with known ${filters.onlyWith.join(", ")}.`);
  return lines;
}

/** What a run did, as text. */
export function receiptText(receipt: RunReceipt, kind: FoodTableKind, seconds: number, columns: number): string {
  const tally = sumTallies(receipt.state.parts.map((part) => part.tally));
  const { name } = foodTableFacts(kind);
  const foods = `${count(receipt.added - receipt.removed)} new foods, ${count(receipt.changed)} changed, ${count(receipt.same)} as they were`;
  const lines = wrapText(`${name}: ${foods}. ${count(tally.rowsRead)} rows read in ${seconds.toFixed(1)} s.`, columns);
  return `${[...lines, ...leftOutLines(tally, columns)].join("\n")}\n`;
}

/** Rows and figures that were left out, by reason. */
function leftOutLines(tally: TallyNumbers, columns: number): readonly string[] {
  const rules: readonly FoodIgnoreRule[] = [
    "no-name",
    "no-figures",
    "other-country",
    "other-barcode",
    "without-wanted-figure",
    "not-a-food",
    "other-nutrient",
    "label-row",
  ];
  const codes: readonly FoodSkipCode[] = [
    "bad-encoding",
    "cell-count",
    "unclosed-quote",
    "bad-json",
    "bad-code",
    "code-twice",
  ];
  const reasons: readonly FigureDropReason[] = [
    "not-a-number",
    "negative",
    "over-100-grams",
    "energy-too-high",
    "too-much-caffeine",
    "sum-over-100",
    "part-over-whole",
    "energy-unlike-macros",
    "carbohydrate-unclear",
  ];
  const line = (amount: number | undefined, what: string): readonly string[] =>
    amount === undefined ? [] : indented(`${count(amount)} ${what}`, columns);
  const left = rules.flatMap((rule) => line(tally.ignored[rule], `rows ${foodIgnoreWords(rule)}`));
  const skipped = codes.flatMap((code) => line(tally.skipped[code], `rows: ${foodSkipWords(code)}`));
  const dropped = reasons.flatMap((reason) => line(tally.dropped[reason], `figures: ${figureDropWords(reason)}`));
  return [
    ...(left.length > 0 ? ["Left out by rule", ...left] : []),
    ...(skipped.length > 0 ? ["Not readable", ...skipped] : []),
    ...tally.examples.slice(0, 3).flatMap((skip) => indented(wordFoodSkip(skip), columns)),
    ...(dropped.length > 0 ? ["Figures not kept", ...dropped] : []),
  ];
}

/** The error that ended a run, in words for both outputs. */
export function problemWords(problem: NonNullable<RunReceipt["problem"]>): {
  readonly sentence: string;
  readonly mend: string;
} {
  return wordError(problem);
}

/** A line of a list: two spaces in front, four where it goes on. */
function indented(text: string, columns: number): readonly string[] {
  return wrapText(text, columns - 2, "  ").map((line) => `  ${line}`);
}

/** 12345 -> "12,345". */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 1234567 -> "1.2 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  for (const [size, unit] of [
    [1e9, "GB"],
    [1e6, "MB"],
  ] as const) {
    if (bytes >= size) return `${(bytes / size).toFixed(1)} ${unit}`;
  }
  return `${(bytes / 1000).toFixed(0)} kB`;
}
