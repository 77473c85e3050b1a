/**
 * How do journal entries become the table that the engine sees?
 *
 * One row per calendar day from the first to the last day with a record, one column per variable with at least one recorded value. Each cell is a number with a
 * reason, or missing with a reason. Blank is not zero: silence is read as none only where the catalogue allows it and the person marked the day complete. A direct
 * answer wins over sums of events and meals. A day is the calendar day the person meant: time and offset never move it. The order of entries never matters.
 */
import { dayToNumber, type Day } from "../base/day.ts";
import type { FoodIndex } from "../foods/name-index.ts";
import type {
  CustomVariableEntry,
  CycleEntry,
  DayCompleteEntry,
  Entry,
  FoodChoiceEntry,
  MealEntry,
  OwnFoodEntry,
} from "../journal/entry.ts";
import { conditionsIn } from "../journal/profile.ts";
import type { EntryView } from "../journal/store.ts";
import { arePartsOfOneAnother, compareColumns, dailyRuleOf, describeColumn } from "./column-description.ts";
import { collectCompleteDays, type CompleteDays, type CompleteGroup } from "./complete-days.ts";
import { menstruationByDay } from "./cycle-days.ts";
import { combineReadings, compareText } from "./day-value.ts";
import { columnsFromMeals, foodColumns } from "./exposure-columns.ts";
import { directDaysOf, type FoodDay, readFoodDays } from "./food-days.ts";
import { codeOf } from "./from-diary.ts";
import { mealCells, type MealCell, plantCells } from "./meals-of-day.ts";
import { columnKey, isProbiotic, isSilenceZero, readingsOfEntry, type Reading } from "./reading.ts";
import { holdOverRecall } from "./held-scores.ts";
import { isScoreOfSameSide } from "./score-columns.ts";
import type { CellReason, DailyColumn, DailyTable } from "./table.ts";

/** With which foods, which exposures and which days a table is built. */
export interface DailyTableOptions {
  /** The foods that meals are read with: `createFoodIndex(await loadFoodTable())`, the same at every door. */
  readonly foods: FoodIndex;
  /** core (default): exposures that the analysis looks at (exposure-columns.ts); all: every exposure, for exports and for looking. */
  readonly exposures?: "core" | "all";
  /** First row; default the first day with a record. */
  readonly fromDay?: Day;
  /** Last row; default the last day with a record. */
  readonly toDay?: Day;
}

/** What was gathered from the entries before the cells are decided. */
interface Gathered {
  readonly readings: ReadonlyMap<string, ReadonlyMap<number, readonly Reading[]>>;
  /** Cells of the columns that are built from meals. */
  readonly meals: ReadonlyMap<string, ReadonlyMap<number, MealCell>>;
  readonly complete: CompleteDays;
  readonly custom: ReadonlyMap<string, CustomVariableEntry>;
  readonly labels: ReadonlyMap<string, string>;
  readonly probiotics: ReadonlySet<string>;
  /** Days on which anything was recorded. */
  readonly days: ReadonlySet<number>;
}

/**
 * The daily table of a journal. Takes views (hidden ones are left out, unsettled ones marked disputed) or plain entries. No entries: a table of no days. Cost: one
 * reading per different meal text (about half a millisecond), else linear in entries plus days times columns.
 *
 * @example
 * ```ts
 * import { buildDailyTable, columnByName, createFoodIndex, loadFoodTable, parseDay } from "gutskin";
 * const [foods, day] = [createFoodIndex(await loadFoodTable()), parseDay("2026-11-22")];
 * if (!day.ok) throw new Error("day");
 * const table = buildDailyTable([{ kind: "meal", day: day.value, text: "150 g lentils" }], { foods });
 * const fibre = columnByName(table, "fibreGrams");
 * if (fibre === null || Math.abs((fibre.values[0] ?? 0) - 12) > 4) throw new Error("fibre");
 * ```
 */
export function buildDailyTable(entries: readonly (Entry | EntryView)[], options: DailyTableOptions): DailyTable {
  const gathered = gather(entries, options);
  const days = [...gathered.days].sort((a, b) => a - b);
  const first = options.fromDay === undefined ? days[0] : dayToNumber(options.fromDay);
  const last = options.toDay === undefined ? days.at(-1) : dayToNumber(options.toDay);
  if (first === undefined || last === undefined || last < first) {
    return { firstDayNumber: first ?? 0, dayCount: 0, calendar: "date", columns: [] };
  }
  const names = [...new Set([...gathered.readings.keys(), ...gathered.meals.keys()])].sort(compareColumns);
  const filled = names
    .map((name) => buildColumn(name, gathered, first, last - first + 1))
    .filter((column) => hasRecord(column))
    .map((column) => holdOverRecall(column));
  const kept = withoutEchoes(filled, gathered);
  const columns = kept.map((column) => {
    const partOf = kept
      .filter(
        (other) =>
          arePartsOfOneAnother(column.name, other.name, gathered.probiotics) || isScoreOfSameSide(column, other),
      )
      .map((other) => other.name);
    return partOf.length === 0 ? column : { ...column, partOf };
  });
  return { firstDayNumber: first, dayCount: last - first + 1, calendar: "date", columns };
}

function gather(items: readonly (Entry | EntryView)[], options: DailyTableOptions): Gathered {
  const readings = new Map<string, Map<number, Reading[]>>();
  const mealsByDay = new Map<number, MealEntry[]>();
  const choices: FoodChoiceEntry[] = [];
  const ownFoods: OwnFoodEntry[] = [];
  const marks: DayCompleteEntry[] = [];
  const cycle: CycleEntry[] = [];
  const custom = new Map<string, CustomVariableEntry>();
  const labels = new Map<string, string>();
  const probiotics = new Set<string>();
  const days = new Set<number>();
  const addReading = (reading: Reading): void => {
    const byDay = readings.get(reading.column) ?? new Map<number, Reading[]>();
    readings.set(reading.column, byDay);
    byDay.set(reading.dayNumber, [...(byDay.get(reading.dayNumber) ?? []), reading]);
  };
  const addLabel = (column: string, label: string): void => {
    const known = labels.get(column);
    if (known === undefined || compareText(label, known) < 0) labels.set(column, label);
  };
  for (const item of items) {
    const isView = "entry" in item;
    if (isView && item.hidden) continue;
    const entry = isView ? item.entry : item;
    const dayNumber = dayToNumber(entry.day);
    for (const reading of readingsOfEntry(entry, isView && item.conflicts.length > 0)) addReading(reading);
    switch (entry.kind) {
      case "meal":
        mealsByDay.set(dayNumber, [...(mealsByDay.get(dayNumber) ?? []), entry]);
        break;
      case "dayComplete":
        marks.push(entry);
        break;
      case "cycle":
        cycle.push(entry);
        break;
      case "supplement": {
        const column = `supplement:${columnKey(entry.product)}`;
        addLabel(column, entry.product.trim());
        if (isProbiotic(entry)) probiotics.add(column);
        break;
      }
      case "medicine":
        addLabel(`medicine:${columnKey(entry.name)}`, entry.name.trim());
        break;
      case "tag":
        addLabel(`tag:${columnKey(entry.tag.replace(/^[#@]/, ""))}`, entry.tag.replace(/^[#@]/, "").trim());
        break;
      case "customVariable":
        if (compareText(custom.get(entry.id)?.label ?? "", entry.label) <= 0) custom.set(entry.id, entry);
        continue; // a definition is no record of a day
      case "note":
      case "importReceipt":
      case "profile":
      case "safetyAnswer":
      case "professionalWord":
      case "safetyEvent":
        continue;
      case "foodChoice":
        choices.push(entry);
        continue;
      case "ownFood":
        ownFoods.push(entry);
        continue;
      case "score":
      case "answer":
      case "practice":
      case "marker":
      case "weather":
        break;
    }
    days.add(dayNumber);
  }
  const complete = collectCompleteDays(marks);
  for (const [dayNumber, value] of menstruationByDay(cycle)) addReading(menstruationReading(dayNumber, value));
  const wanted = columnsFromMeals({
    isAll: options.exposures === "all",
    conditions: conditionsIn(items) ?? [],
    directDays: directDaysOf(readings, mealsByDay),
    mealDays: mealsByDay.size,
  });
  // live microbes on labels are for looking: as causes the products stand in columns of their own
  const onLabels = [...(readings.get("supplementLog10Cfu")?.values() ?? [])].flat();
  if (options.exposures !== "all" && onLabels.every((one) => !one.isAnswer)) readings.delete("supplementLog10Cfu");
  const isComplete = (dayNumber: number): boolean => complete.isComplete(dayNumber, "food");
  const foodDays = readFoodDays({ mealsByDay, choices, ownFoods }, options.foods, isComplete);
  const meals = gatherMeals(foodDays, wanted, isComplete, days);
  return { readings, meals, complete, custom, labels, probiotics, days };
}

function gatherMeals(
  foodDays: ReadonlyMap<number, FoodDay>,
  wanted: ReadonlySet<string>,
  isComplete: (dayNumber: number) => boolean,
  days: ReadonlySet<number>,
): ReadonlyMap<string, ReadonlyMap<number, MealCell>> {
  const byColumn = new Map<string, Map<number, MealCell>>();
  const add = (dayNumber: number, cell: MealCell): void => {
    if (!wanted.has(cell.column)) return;
    const byDay = byColumn.get(cell.column) ?? new Map<number, MealCell>();
    byColumn.set(cell.column, byDay.set(dayNumber, cell));
  };
  for (const [dayNumber, day] of foodDays) {
    for (const cell of mealCells(day, isComplete(dayNumber))) add(dayNumber, cell);
  }
  // a week of plants ends on days without meals too
  if (foodDays.size > 0) {
    for (const dayNumber of days) for (const cell of plantCells(dayNumber, foodDays, isComplete)) add(dayNumber, cell);
  }
  return byColumn;
}

function menstruationReading(dayNumber: number, value: number): Reading {
  return { column: "menstruation", dayNumber, value, isAnswer: false, time: "", slot: "", isDisputed: false };
}

function buildColumn(name: string, gathered: Gathered, firstDay: number, dayCount: number): DailyColumn {
  const values = new Float64Array(dayCount).fill(Number.NaN);
  const sds = new Float64Array(dayCount).fill(Number.NaN);
  const reasons = new Uint8Array(dayCount);
  for (let row = 0; row < dayCount; row += 1) {
    const cell = decideCell(name, firstDay + row, gathered);
    values[row] = cell.value;
    sds[row] = cell.sd;
    reasons[row] = codeOf(cell.reason);
  }
  const hasErrors = sds.some((sd) => sd > 0);
  const described = describeColumn(name, gathered.custom, gathered.labels);
  return { ...described, values, reasons, ...(hasErrors ? { sds } : {}) };
}

interface Cell {
  readonly value: number;
  /** Classical error SD; NaN = exact. */
  readonly sd: number;
  readonly reason: CellReason;
}

/** Answers and events first, then meals, then silence. */
function decideCell(name: string, dayNumber: number, gathered: Gathered): Cell {
  const { complete, days } = gathered;
  const readings = gathered.readings.get(name)?.get(dayNumber) ?? [];
  const value = combineReadings(readings, dailyRuleOf(name));
  const exactly = (known: number, reason: CellReason): Cell => ({ value: known, sd: Number.NaN, reason });
  if (!Number.isNaN(value)) {
    if (readings.some((reading) => reading.isDisputed)) return exactly(value, "disputed");
    const isLowerBound = isFoodSum(name) && complete.isFoodPartial(dayNumber);
    return exactly(value, isLowerBound ? "partial-day-lower-bound" : "recorded");
  }
  const meal = gathered.meals.get(name)?.get(dayNumber);
  if (meal !== undefined) return meal;
  if (readings.length > 0) return exactly(Number.NaN, "missing-unreadable");
  if (!isSilenceZero(name)) return exactly(Number.NaN, "missing-not-recorded");
  if (complete.isComplete(dayNumber, groupOf(name))) return exactly(0, "inferred-zero-complete-day");
  return exactly(Number.NaN, days.has(dayNumber) ? "missing-silence-on-incomplete-day" : "missing-not-recorded");
}

/** Whose completeness lets silence about this column be read as none. */
function groupOf(name: string): CompleteGroup {
  if (foodColumns.has(name)) return "food";
  if (name.startsWith("supplement:") || name === "probioticTaken" || name === "supplementTaken") return "supplements";
  return name === "practiceMinutes" ? "practice" : "all";
}

/** Amounts of food, which are lower bounds when a day is only partly written down. */
function isFoodSum(name: string): boolean {
  const isAmount = /(?:Servings|Grams|Kcal|Mg|Ml)$/.test(name);
  return isAmount && dailyRuleOf(name) === "sum";
}

function hasRecord(column: DailyColumn): boolean {
  const inferred = codeOf("inferred-zero-complete-day");
  return column.values.some((value, row) => !Number.isNaN(value) && column.reasons[row] !== inferred);
}

/** Leaves out `probioticTaken` when it was gathered from one product and only repeats that product's column: two equal levers would share their effect. */
function withoutEchoes(columns: readonly DailyColumn[], gathered: Gathered): readonly DailyColumn[] {
  const answered = [...(gathered.readings.get("probioticTaken")?.values() ?? [])].flat().some((each) => each.isAnswer);
  if (answered) return columns;
  return columns.filter((column) => {
    if (column.name !== "probioticTaken") return true;
    return !columns.some((other) => gathered.probiotics.has(other.name) && haveEqualValues(column, other));
  });
}

function haveEqualValues(a: DailyColumn, b: DailyColumn): boolean {
  return a.values.every((value, row) => Object.is(value, b.values[row]));
}
