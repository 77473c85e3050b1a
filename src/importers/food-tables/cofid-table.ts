/**
 * How is CoFID (McCance and Widdowson's, United Kingdom) read?
 *
 * The sheet "1.3 Proximates" saved as CSV: a header, two more label rows, one row per food. `Tr` is a trace, `N` present but unknown (missing), brackets
 * an estimate. AOAC fibre and NSP are two methods and stay two figures. Alcoholic drinks (groups Q, QA ...) are per 100 ml, after the user guide.
 * Carbohydrate is available, as monosaccharides. The edition of 2021 gives one code to two foods: the second gets "#2".
 */
import type { BytePlace } from "./byte-window.ts";
import { tidyText } from "./byte-text.ts";
import { createCsvScanner, type CsvForm, type CsvRecord } from "./csv-scanner.ts";
import type { GroupedScanner } from "./fdc-csv.ts";
import { unwanted } from "./food-filters.ts";
import type { RowReading } from "./off-tables.ts";
import { addCell, createFigureDraft } from "./read-figure.ts";
import { ignoredRow, skippedRow, usedRow, type RowOutcome } from "./read-tally.ts";
import { emptyFood, type FoodFigureName } from "./table-food.ts";

const COLUMNS: readonly (readonly [string, FoodFigureName])[] = [
  ["water(g)", "waterGrams"],
  ["protein(g)", "proteinGrams"],
  ["fat(g)", "fatGrams"],
  ["carbohydrate(g)", "availableCarbohydrateGrams"],
  ["energy(kcal)(kcal)", "energyKcal"],
  ["energy(kcal)", "energyKcal"],
  ["energy(kj)(kj)", "energyKj"],
  ["energy(kj)", "energyKj"],
  ["totalsugars(g)", "sugarGrams"],
  ["alcohol(g)", "alcoholGrams"],
  ["nsp(g)", "nspGrams"],
  ["aoacfibre(g)", "fibreGrams"],
  // per 100 g of food; the column beside it is per 100 g of fatty acids
  ["satdfa/100gfd(g)", "saturatedFatGrams"],
];

/** The figure that a column holds, or null. */
export function cofidFigureByColumn(header: string): FoodFigureName | null {
  const name = header.replace(/\s+/g, "").toLowerCase();
  return COLUMNS.find(([column]) => column === name)?.[1] ?? null;
}

/** The table has some 2,900 foods; a larger file cannot fill the memory with codes. */
const MOST_CODES = 100_000;

/** Groups whose figures are per 100 ml. */
const PER_100_ML: ReadonlySet<string> = new Set(["Q", "QA", "QC", "QE", "QF", "QG", "QI", "QK"]);

/** Reads the rows behind the header from `start` on. */
export function readCofidCsv(
  form: Pick<CsvForm, "delimiter" | "encoding">,
  header: readonly string[],
  start: BytePlace,
  reading: RowReading,
): GroupedScanner {
  const { tally, filters, emit } = reading;
  const figures = header.flatMap((name, column) => {
    const figure = cofidFigureByColumn(name);
    return figure === null ? [] : [{ figure, column }];
  });
  const named = ["Food Code", "Food Name", "Description", "Group"];
  const wanted = [
    ...named.map((name) => header.findIndex((column) => column.trim().toLowerCase() === name.toLowerCase())),
    ...figures.map(({ column }) => column),
  ];
  const comma = form.delimiter !== ",";
  const timesByCode = new Map<string, number>();
  const judge = (record: CsvRecord): RowOutcome => {
    const cell = (slot: number): string => (record.text(slot) ?? "").trim();
    const [code, name] = [cell(0), tidyText(cell(1))];
    if (record.cells !== header.length) return skippedRow("cell-count", code);
    if (wanted.some((_, slot) => record.text(slot) === null)) return skippedRow("bad-encoding", code);
    // the two label rows below the header have no code, and no numbers in it
    if (code === "" || !/\d/.test(code)) return ignoredRow("label-row");
    if (!/^[\dA-Za-z][\dA-Za-z. /-]{0,30}$/.test(code)) return skippedRow("bad-code", code);
    if (name === "") return ignoredRow("no-name");
    const times = (timesByCode.get(code) ?? 0) + 1;
    if (timesByCode.size < MOST_CODES) timesByCode.set(code, times);
    const draft = createFigureDraft();
    figures.forEach(({ figure }, index) => addCell(draft, figure, cell(named.length + index), tally, { comma }));
    const [description, group] = [tidyText(cell(2)), cell(3)];
    const food = {
      ...emptyFood(times === 1 ? code : `${code}#${String(times)}`),
      ...draft,
      label: name,
      otherNames: description === "" ? [] : [description],
      group,
      per: PER_100_ML.has(group.toUpperCase()) ? ("100ml" as const) : ("100g" as const),
    };
    const rule = unwanted("cofid", food, filters);
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
