/**
 * What would Cronometer's `dailysummary.csv` add to the journal?
 *
 * One row a day: nutrient totals, and (since 2026) whether the day was completed. Columns are matched by their exact name with unit, never by prefix:
 * `Net Carbs (g)` stands before `Carbs (g)` and is another thing. Blank = unknown. A day with 0 kcal was not logged and gives nothing.
 * `Completed` becomes the day's mark that all food is written down. 1 kcal = 4.184 kJ; 1 g of water = 1 ml.
 * Headers: read in three public parsers, the newest of a 2026 file; kJ and comma locales are unverified.
 */
import { dayFromNumber } from "../base/day.ts";
import { ok, type Result } from "../base/result.ts";
import { cellReader, usesDecimalComma, yesNoOf, type CellReader } from "./column-mapping.ts";
import type { Assumption, FileProblem, ImportOptions, ImportPreview, SourceFile } from "./contract.ts";
import { dateColumnProblem } from "./date-column.ts";
import { selectDayRows, skipCell } from "./day-rows.ts";
import { decideDateColumn } from "./dates.ts";
import { fileProblem } from "./file-problem.ts";
import { cronometerDaily, headerName, type KnownFormat } from "./known-formats.ts";
import { isMissingCell } from "./numbers.ts";
import { createPreviewBuilder, isBelievable } from "./preview-builder.ts";
import { cellOf, cellsOf, type TextColumn, type TextTable } from "./text-table.ts";

const SOURCE = "cronometer";
const VERSION = 1;

interface Target {
  readonly id: string;
  /** Multiplies the cell into the variable's unit. */
  readonly factor: number;
}

/** Exact header (lower case) -> variable. Everything else of the file is listed as unmapped. */
const TARGETS: ReadonlyMap<string, Target> = new Map(
  (
    [
      ["energy (kcal)", "energyKcal", 1],
      ["energy (kj)", "energyKcal", 1 / 4.184],
      ["alcohol (g)", "alcoholGrams", 1],
      ["caffeine (mg)", "caffeineMg", 1],
      ["water (g)", "waterMl", 1],
      ["carbs (g)", "carbohydrateGrams", 1],
      ["fiber (g)", "fibreGrams", 1],
      ["insoluble fiber (g)", "insolubleFibreGrams", 1],
      ["soluble fiber (g)", "solubleFibreGrams", 1],
      ["sugars (g)", "sugarGrams", 1],
      ["added sugars (g)", "addedSugarGrams", 1],
      ["lactose (g)", "lactoseGrams", 1],
      ["fat (g)", "fatGrams", 1],
      ["saturated (g)", "saturatedFatGrams", 1],
      ["omega-3 (g)", "omega3Grams", 1],
      ["cholesterol (mg)", "cholesterolMg", 1],
      ["protein (g)", "proteinGrams", 1],
      ["sodium (mg)", "sodiumMg", 1],
      ["calcium (mg)", "calciumMg", 1],
    ] as const
  ).map(([header, id, factor]) => [header, { id, factor }]),
);

interface NutrientColumn {
  readonly column: TextColumn;
  readonly target: Target;
  readonly reader: CellReader;
}

/** Previews a Cronometer daily summary. Errors: NoDateColumn, DateUnknown, DatesMixed, DateOrderAmbiguous. Cost: linear in the cells. */
export function previewCronometerDaily(
  file: SourceFile,
  table: TextTable,
  format: KnownFormat,
  options: ImportOptions,
): Result<ImportPreview, FileProblem> {
  const dateColumn = columnOf(table, "date") ?? columnOf(table, "day");
  if (dateColumn === null) return fileProblem("NoDateColumn", table.file, { line: 1 }, "", "a column named Date");
  const content = decideDateColumn(cellsOf(table, dateColumn), true);
  const told = content.type === "OrderAmbiguous" ? options.dateOrder : undefined;
  if (content.type !== "Known" && told === undefined) return dateColumnProblem(table, dateColumn, content);
  const order = content.type === "Known" ? content.order : (told ?? "ymd");
  const energy = columnOf(table, "energy (kcal)") ?? columnOf(table, "energy (kj)");
  const completed = columnOf(table, "completed");
  const nutrients = nutrientColumns(table, options);
  const compared = [...nutrients.map((each) => each.column), ...(completed === null ? [] : [completed])];
  const rows = selectDayRows(table, dateColumn, order, options.lastBelievableDayNumber, compared);
  const builder = createPreviewBuilder(file, table, rows, options);
  let notLogged = 0;
  for (const { row, dayNumber } of rows.accepted) {
    const day = dayFromNumber(dayNumber);
    if (energy !== null && isZero(cellOf(row, energy))) {
      notLogged += 1;
      builder.closeRow(dayNumber, "day-not-logged");
      continue;
    }
    for (const { column, target, reader } of nutrients) {
      const cell = cellOf(row, column);
      if (isMissingCell(cell)) continue;
      const reading = reader.read(cell);
      const value = reading.type === "Number" ? reading.value * target.factor : Number.NaN;
      if (Number.isNaN(value)) builder.skip(skipCell(row, column, "bad-number", cell));
      else if (!isBelievable(target.id, value)) builder.skip(skipCell(row, column, "out-of-range", cell));
      else builder.add({ kind: "answer", day, item: target.id, value, source: SOURCE }, target.id);
    }
    const complete = completed === null ? null : yesNoOf(cellOf(row, completed));
    if (complete !== null) {
      const entry = { kind: "dayComplete", day, group: "food", complete: complete === 1, source: SOURCE } as const;
      builder.add(entry, "dayComplete");
    }
    builder.closeRow(dayNumber, "nothing-mapped");
  }
  const assumptions: Assumption[] = [...table.assumptions];
  if (order !== "ymd") assumptions.push({ type: "DateOrder", column: dateColumn.header, value: order });
  for (const { column, reader } of nutrients) {
    if (reader.style.decimal === ",") assumptions.push({ type: "DecimalMark", column: column.header, value: "," });
  }
  if (notLogged > 0) {
    const value = notLogged === 1 ? "1 day" : `${String(notLogged)} days`;
    assumptions.push({ type: "DayNotLogged", column: energy?.header ?? "", value });
  }
  const used = new Set<TextColumn | null>([dateColumn, completed, ...nutrients.map((each) => each.column)]);
  const unmapped = table.columns
    .filter((column) => !used.has(column))
    .map((column) => ({
      column: column.header,
      filled: cellsOf(table, column).filter((cell) => !isMissingCell(cell)).length,
    }))
    .filter((each) => each.filled > 0);
  const { matched } = format;
  return ok(builder.finish({ format: cronometerDaily, importerVersion: VERSION, matched, unmapped, assumptions }));
}

/** The nutrient columns; of kcal and kJ in one file only kcal. */
function nutrientColumns(table: TextTable, options: ImportOptions): NutrientColumn[] {
  const hasKcal = columnOf(table, "energy (kcal)") !== null;
  const fileUsesComma = usesDecimalComma(table);
  return table.columns.flatMap((column) => {
    const name = headerName(column.header);
    const target = TARGETS.get(name);
    if (target === undefined || (hasKcal && name === "energy (kj)")) return [];
    return [{ column, target, reader: cellReader(cellsOf(table, column), table, options.decimal, fileUsesComma) }];
  });
}

function columnOf(table: TextTable, name: string): TextColumn | null {
  return table.columns.find((column) => headerName(column.header) === name) ?? null;
}

function isZero(cell: string): boolean {
  return /^[+-]?0+(?:[.,]0*)?$/.test(cell.trim());
}
