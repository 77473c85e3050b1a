/**
 * Which figure does this cell of a food table give, and may it be believed?
 *
 * One collector per food: figures are read in the source's way of writing, checked against what 100 g of any food can hold, and left out with a
 * counted reason otherwise. Blank, `-`, `N` and `NaN` are missing, never 0; traces are 0 with a mark; `< 0,5` is half the limit with a mark and its
 * range. Limits: pure fat has 900 kcal/100 g, so 950 leaves room for rounding; no part of a food weighs more than the food.
 */
import type { ReadTally } from "./read-tally.ts";
import type { FigureMark, FigureSpread, FoodFigureName } from "./table-food.ts";
import type { FigureDropReason } from "./table-problem.ts";

const MOST_KCAL = 950;
/** 1 kcal = 4.184 kJ (thermochemical calorie). */
export const kilojoulesPerKilocalorie: number = 4.184;
/** Instant coffee has some 3,000 mg; above 20 g the unit is wrong. */
const MOST_CAFFEINE_MG = 20_000;

const BLANKS: ReadonlySet<string> = new Set(["", "-", "--", "–", "n", "na", "n/a", "nan", "null", "unknown", "n.d."]);
const TRACES: ReadonlySet<string> = new Set(["tr", "trace", "traces"]);

export interface ReadAmount {
  readonly value: number;
  readonly mark: FigureMark | null;
  /** Upper limit of a "below" value. */
  readonly below: number | null;
}

/** The amount in a cell; null = nothing recorded; "not-a-number". `comma`: a decimal comma may stand there. */
export function readAmount(cell: string, comma: boolean): ReadAmount | null | "not-a-number" {
  const text = cell.trim();
  const lower = text.toLowerCase();
  if (BLANKS.has(lower)) return null;
  if (TRACES.has(lower)) return { value: 0, mark: "trace", below: null };
  const bracketed = /^[([](.*)[)\]]$/.exec(text)?.[1]?.trim();
  const isBelow = text.startsWith("<");
  const number = isBelow ? text.slice(1).trim() : (bracketed ?? text);
  const plain = comma ? number.replace(",", ".") : number;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain)) return "not-a-number";
  const value = Number(plain);
  if (!Number.isFinite(value)) return "not-a-number";
  if (isBelow) return { value: value / 2, mark: "below", below: value };
  return { value: value + 0, mark: bracketed === undefined ? null : "estimate", below: null };
}

/** Why a value of this figure cannot be; null = it can. */
export function implausible(name: FoodFigureName, value: number): FigureDropReason | null {
  if (value < 0) return "negative";
  if (name === "energyKj") return value > MOST_KCAL * kilojoulesPerKilocalorie ? "energy-too-high" : null;
  if (name === "energyKcal" || name === "energyGeneralKcal" || name === "energySpecificKcal") {
    return value > MOST_KCAL ? "energy-too-high" : null;
  }
  if (name === "caffeineMg") return value > MOST_CAFFEINE_MG ? "too-much-caffeine" : null;
  return value > 100 ? "over-100-grams" : null;
}

/** Figures of one food as they are read. */
export interface FigureDraft {
  readonly figures: Partial<Record<FoodFigureName, number>>;
  readonly spreads: Partial<Record<FoodFigureName, FigureSpread>>;
  readonly marks: Partial<Record<FoodFigureName, FigureMark>>;
}

export function createFigureDraft(): FigureDraft {
  return { figures: {}, spreads: {}, marks: {} };
}

/** Adds a cell to the draft: `factor` turns the source's unit into ours (caffeine g -> mg: 1000). */
export function addCell(
  draft: FigureDraft,
  name: FoodFigureName,
  cell: string,
  tally: ReadTally,
  { comma = false, factor = 1 }: { readonly comma?: boolean; readonly factor?: number } = {},
): void {
  if (cell === "") return;
  const amount = readAmount(cell, comma);
  if (amount === null) return;
  if (amount === "not-a-number") {
    tally.drop("not-a-number");
    return;
  }
  const added = addNumber(draft, name, amount.value * factor, tally);
  if (!added || amount.mark === null) return;
  draft.marks[name] = amount.mark;
  if (amount.below !== null) draft.spreads[name] = { min: 0, max: roundFigure(amount.below * factor) };
}

/** Adds a number; false when it was dropped. */
export function addNumber(draft: FigureDraft, name: FoodFigureName, value: number, tally: ReadTally): boolean {
  const reason = Number.isFinite(value) ? implausible(name, value) : "not-a-number";
  if (reason !== null) {
    tally.drop(reason);
    return false;
  }
  draft.figures[name] = roundFigure(value);
  return true;
}

/** Six significant digits: exports carry digits such as 0.30000001192 that mean 0.3. */
export function roundFigure(value: number): number {
  if (Number.isInteger(1000 * value)) return value + 0;
  return Number(value.toPrecision(6)) + 0;
}
