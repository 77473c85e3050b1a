/**
 * How many grams is this amount of this food, and how sure is that?
 *
 * A weight is a weight; a volume needs the food's density; a bowl or a slice belongs to the food; a count is pieces; nothing said is the usual
 * portion. What no person eats at once is cut to the largest plausible amount and marked. Grams are lognormal.
 */
import { exp } from "../numeric/elementary.ts";
import type { Food } from "./food.ts";
import {
  densityLimits,
  entryCaps,
  gramLogSd,
  leastGrams,
  leastNumberAsGrams,
  leastPieceCount,
  moreLogSd,
  sizeFactor,
  slicesOfWhole,
  unknownGrams,
  wholeLengthsCm,
  z80,
} from "./gram-errors.ts";
import type { Unit } from "./household-units.ts";
import type { GramsEstimate, GramsSource } from "./meal-reading.ts";
import type { Amount } from "./read-amount.ts";
import type { ReadingReason } from "./reading-reasons.ts";

/** Grams with the codes of what decided. */
export interface Estimated {
  readonly grams: GramsEstimate;
  readonly reasons: readonly ReadingReason[];
}

interface One {
  /** Grams of one. */
  readonly grams: number;
  readonly from: GramsSource;
  readonly reason: ReadingReason;
  readonly moreSd: number;
}

/**
 * Grams of an amount. `food` null = not understood. `personalGrams`: the person's own grams for one of these (null = none). Always finite, positive,
 * and below the cap.
 */
export function estimateGrams(
  amount: Amount,
  food: Food | null,
  personalGrams: number | null,
  isDrinkWord = false,
): Estimated {
  const reasons: ReadingReason[] = [];
  // "the rest of the pizza": about half of one
  const low = amount.low ?? (amount.isRest ? 0.5 : 1);
  const high = amount.high ?? low;
  const count = (low + high) / 2;
  const one = oneOf(amount, food, count, personalGrams, isDrinkWord);
  reasons.push(one.reason);
  let median = one.grams * count;
  let from = one.from;
  let variance = square(gramLogSd[from]) + square(one.moreSd);
  if (one.reason === "unknown-food")
    variance = square(isDrinkWord ? unknownGrams.drink.logSd : unknownGrams.food.logSd);
  if (high > low && median > 0) {
    variance += square((high - low) / (2 * z80 * count));
    reasons.push("range");
  }
  if (amount.isGuess) variance += square(moreLogSd.guess);
  if (amount.isRest) variance += square(moreLogSd.rest);
  // the count guard: many of a thing that has no piece weight are not that many portions
  if (one.reason === "default-portion" && count >= leastPieceCount && food !== null) {
    median = count >= leastNumberAsGrams ? count : 1.5 * food.portionGrams;
    from = count >= leastNumberAsGrams ? "weight" : "capped";
    reasons.push(count >= leastNumberAsGrams ? "number-as-grams" : "count-guard");
    variance = square(count >= leastNumberAsGrams ? 0.3 : gramLogSd.capped);
  }
  // "chicken 150" behind the food: no 150 pieces
  if (
    amount.isBareBehind &&
    food !== null &&
    from === "count" &&
    count >= leastNumberAsGrams &&
    median > capOf(food, from)
  ) {
    median = count;
    from = "weight";
    variance = square(0.3);
    reasons.push("number-as-grams");
  }
  const cap = capOf(food, from);
  if (median > cap) {
    median = cap;
    from = "capped";
    variance = square(gramLogSd.capped);
    reasons.push("cap");
  }
  const logSd = Math.sqrt(variance);
  const safe = median > leastGrams ? median : leastGrams;
  const width = exp(z80 * logSd);
  return { grams: { median: safe, logSd, low80: safe / width, high80: safe * width, from }, reasons };
}

/** The same spread around another median. */
export function withMedian(grams: GramsEstimate, median: number): GramsEstimate {
  const ratio = median / grams.median;
  return { ...grams, median, low80: grams.low80 * ratio, high80: grams.high80 * ratio };
}

/** A food that is only named inside a dish: part of its usual grams, less sure. */
export function partOfGrams(grams: GramsEstimate, share: number): GramsEstimate {
  const median = grams.median * share;
  const logSd = Math.sqrt(square(grams.logSd) + square(moreLogSd.namedInDish));
  const width = exp(z80 * logSd);
  return { median, logSd, low80: median / width, high80: median * width, from: grams.from };
}

/** Largest believable grams of one entry. A written weight is believed further than a count of units. */
export function capOf(food: Food | null, from: GramsSource): number {
  if (food === null) return entryCaps.wateryGrams;
  const water = food.per100Grams.waterGrams ?? (food.flags.includes("drink") ? 100 : 0);
  const isWatery = water > entryCaps.wateryPercent;
  const portions = entryCaps.portions * food.portionGrams;
  if (from === "weight" || from === "volume") {
    return Math.max(food.mostGrams, isWatery ? entryCaps.wateryGrams : Math.max(portions, entryCaps.leastGrams));
  }
  return Math.max(food.mostGrams, isWatery ? Math.min(portions, entryCaps.wateryGrams) : portions);
}

function oneOf(amount: Amount, food: Food | null, count: number, personal: number | null, isDrinkWord: boolean): One {
  const unit = amount.unit;
  const isFigure = unit?.kind === "mass" || unit?.kind === "volume";
  if (isFigure && !(unit.kind === "volume" && isHousehold(unit) && personal !== null)) {
    return figureOf(unit, food);
  }
  if (amount.pack !== null) {
    const pack = figureOf(amount.pack.unit, food);
    return { ...pack, grams: pack.grams * amount.pack.value };
  }
  const factor = amount.size === null ? 1 : sizeFactor[amount.size];
  const sizeSd = amount.size === null ? 0 : moreLogSd.size;
  if (personal !== null) {
    return { grams: personal * factor, from: "personal", reason: "personal-portion", moreSd: sizeSd };
  }
  if (unit?.kind === "length") return ofLength(unit, food, count, isDrinkWord);
  if (food === null) return unknownOne(unit, isDrinkWord);
  if (unit !== null && unit.kind !== "portion") return unitOne(unit, food, factor, sizeSd);
  if (unit?.kind === "portion")
    return { grams: food.portionGrams * factor, from: "unit", reason: "serving", moreSd: 0.15 };
  const whole = amount.lengthCm === null ? null : wholeOfLength(food, amount.lengthCm);
  if (whole !== null) return { grams: whole, from: "unit", reason: "size", moreSd: moreLogSd.length };
  const sized = amount.size === null ? undefined : food.unitGrams[amount.size];
  if (sized !== undefined) return { grams: sized, from: "count", reason: "size", moreSd: 0 };
  if (count < 1) return { grams: wholeOf(food, count) * factor, from: "count", reason: "part-of-one", moreSd: sizeSd };
  const isCounted = amount.low !== null && !amount.isArticle;
  const piece = pieceOf(food);
  if (isCounted && piece !== null && !food.flags.includes("drink")) {
    return { grams: piece * factor, from: "count", reason: "count-unit", moreSd: sizeSd };
  }
  // "a banana" is one piece; "a crisp" hardly anybody writes
  const isOnePiece = amount.isArticle || (amount.low === null && amount.lengthCm !== null);
  if (isOnePiece && food.pieceGrams !== null && food.pieceGrams >= 0.5 * food.portionGrams) {
    return { grams: food.pieceGrams * factor, from: "count", reason: "count-unit", moreSd: sizeSd };
  }
  return { grams: food.portionGrams * factor, from: "portion", reason: "default-portion", moreSd: sizeSd };
}

/** "2 inches of ginger": by the inch where the food has it, else one piece however long. */
function ofLength(unit: Unit, food: Food | null, count: number, isDrinkWord: boolean): One {
  const inch = food?.unitGrams["inch"];
  if (inch !== undefined)
    return { grams: (inch * unit.size) / wholeLengthsCm.inch, from: "unit", reason: "household-unit", moreSd: 0 };
  const one = food === null ? unknownOne(null, isDrinkWord).grams : (pieceOf(food) ?? food.portionGrams);
  return { grams: one / Math.max(count, 0.01), from: "unit", reason: "generic-unit", moreSd: moreLogSd.genericUnit };
}

/**
 * Grams of a whole thing of this length ("14-inch pizza"): by the inch, the food's whole, or, of what is sold whole and eaten by the slice, its small,
 * medium or large. Null = the length says nothing of how much.
 */
function wholeOfLength(food: Food, cm: number): number | null {
  if (cm < wholeLengthsCm.least) return null;
  const { inch, whole, slice, small, medium, large } = food.unitGrams;
  if (inch !== undefined) return (inch * cm) / wholeLengthsCm.inch;
  if (whole !== undefined) return whole;
  if (slice === undefined || medium === undefined) return null;
  if (medium < 2 * slice || medium > 12 * slice) return null;
  if (cm < wholeLengthsCm.medium) return small ?? medium;
  return cm < wholeLengthsCm.large ? medium : (large ?? medium);
}

function pieceOf(food: Food): number | null {
  return food.pieceGrams ?? food.unitGrams["piece"] ?? food.unitGrams["medium"] ?? food.unitGrams["slice"] ?? null;
}

/** Grams of the whole of which a part was eaten: "half a baguette", "half a pizza", "half an avocado". */
function wholeOf(food: Food, count: number): number {
  const half = food.unitGrams["half"];
  if (half !== undefined) return 2 * half;
  const whole = food.unitGrams["whole"];
  if (whole !== undefined) return whole;
  const medium = food.unitGrams["medium"];
  const one = Math.max(food.pieceGrams ?? 0, medium ?? 0, food.portionGrams);
  const slice = food.unitGrams["slice"];
  // "a sixth of a pie": of a pie whose usual portion is a slice
  const isSliced = slice !== undefined && medium === undefined && food.portionGrams <= 1.2 * slice;
  return isSliced && count < 0.34 ? Math.max(one, slicesOfWhole * slice) : one;
}

function isHousehold(unit: Unit): boolean {
  return unit.name === "cup" || unit.name === "tbsp" || unit.name === "tsp" || unit.name === "pint";
}

function figureOf(unit: Unit, food: Food | null): One {
  const isDrink = food?.flags.includes("drink") === true;
  if (unit.kind === "mass") {
    // ounces of a drink are fluid ounces
    const grams = unit.name === "oz" && isDrink ? 29.57 : unit.size;
    return { grams, from: "weight", reason: "weight", moreSd: 0 };
  }
  const own = food?.unitGrams[unit.name];
  if (own !== undefined)
    return { grams: own, from: isHousehold(unit) ? "unit" : "volume", reason: "household-unit", moreSd: 0 };
  const density = food === null ? 1 : densityOf(food);
  // whatever a bottle or cup is said to weigh: a drink weighs about its volume
  const perMl = isDrink
    ? Math.min(densityLimits.drinkHigh, Math.max(densityLimits.drinkLow, density ?? 1))
    : (density ?? 1);
  return {
    grams: unit.size * Math.min(perMl, densityLimits.most),
    from: "volume",
    reason: "volume",
    moreSd: density === null ? moreLogSd.density : 0,
  };
}

/** Grams per ml from a spoon or cup of the food; drinks and watery foods are about 1; null = not known. */
function densityOf(food: Food): number | null {
  const cup = food.unitGrams["cup"];
  if (cup !== undefined) return cup / 240;
  const tbsp = food.unitGrams["tbsp"];
  if (tbsp !== undefined) return tbsp / 15;
  const tsp = food.unitGrams["tsp"];
  if (tsp !== undefined) return tsp / 5;
  return food.flags.includes("drink") || (food.per100Grams.waterGrams ?? 0) > 75 ? 1 : null;
}

function unitOne(unit: Unit, food: Food, factor: number, sizeSd: number): One {
  for (const name of [unit.name, ...unit.near]) {
    const own = name === "piece" ? (food.unitGrams["piece"] ?? food.pieceGrams ?? undefined) : food.unitGrams[name];
    if (own !== undefined) {
      return {
        grams: own * factor,
        from: "unit",
        reason: "household-unit",
        moreSd: name === unit.name ? sizeSd : 0.15 + sizeSd,
      };
    }
  }
  const isDrink = food.flags.includes("drink");
  let grams = unit.size;
  if (unit.kind === "container" && unit.name !== "scoop" && unit.name !== "spoon" && unit.name !== "handful") {
    // a bowl or plate of it is about a portion; of a drink it is what the vessel holds
    grams = isDrink ? unit.size : Math.min(unit.size, 1.3 * food.portionGrams);
  }
  if (unit.size === 0) grams = food.pieceGrams ?? food.portionGrams;
  if (unit.name === "half" || unit.name === "quarter") {
    grams = (food.pieceGrams ?? food.portionGrams) * (unit.name === "half" ? 0.5 : 0.25);
  }
  return { grams: grams * factor, from: "unit", reason: "generic-unit", moreSd: moreLogSd.genericUnit + sizeSd };
}

function unknownOne(unit: Unit | null, isDrinkWord: boolean): One {
  if (unit !== null && unit.size > 0)
    return { grams: unit.size, from: "unit", reason: "generic-unit", moreSd: moreLogSd.genericUnit };
  const grams = isDrinkWord ? unknownGrams.drink.median : unknownGrams.food.median;
  return { grams, from: "portion", reason: "unknown-food", moreSd: 0 };
}

function square(x: number): number {
  return x * x;
}
