/**
 * Are quantity and unit of a recipe line read as people labelled them?
 *
 * Labels hold numbers and units in order of appearance ("10g/1/2oz" has two of each). "First" compares the first number and the first unit, as
 * foods.md 9.2 does; "any" accepts each labelled amount whole (number and unit of the same place). Units are compared by meaning: T, tbsp, tablespoons.
 */
import type { Row } from "./shared-data.ts";
import { shareOf } from "./metrics.ts";

/** An amount as a parser gives it; null = none. */
export interface ReadAmount {
  readonly quantity: number | null;
  readonly unit: string | null;
}

/** A labelled line. */
export interface AmountLine {
  readonly source: string;
  readonly sentence: string;
  readonly quantities: readonly number[];
  /** Meanings of the units, adjectives left out; fluid ounces are one unit. */
  readonly units: readonly string[];
}

export interface AmountVerdict {
  readonly line: AmountLine;
  readonly read: ReadAmount;
  readonly isQuantityRight: boolean;
  readonly isUnitRight: boolean;
  readonly isAnyAmountRight: boolean;
}

const MEANINGS: Readonly<Record<string, string>> = {
  g: "g", gram: "g", kg: "kg", kilogram: "kg", mg: "mg", ml: "ml", milliliter: "ml", millilitre: "ml", l: "l", liter: "l", litre: "l", cl: "cl", dl: "dl",
  oz: "oz", ounce: "oz", lb: "lb", pound: "lb", floz: "floz", tbsp: "tbsp", tablespoon: "tbsp", tb: "tbsp", tbs: "tbsp", tsp: "tsp", teaspoon: "tsp",
  c: "cup", cup: "cup", pt: "pint", pint: "pint", qt: "quart", quart: "quart", gal: "gallon", gallon: "gallon", cm: "cm", centimeter: "cm", inch: "inch", in: "inch",
  leave: "leaf", leaf: "leaf", loave: "loaf", loaf: "loaf", piece: "piece", pc: "piece", pkg: "package", pack: "package", packet: "package", package: "package",
  tin: "can", can: "can", stick: "stick", rib: "stalk", stalk: "stalk", bulb: "head", head: "head",
}; // prettier-ignore
const ADJECTIVES =
  /^(?:generous|heaped|heaping|scant|large|lg|sm|small|medium|med|thick|thin|very|plump|fine|rounded|level|good|big|or|x)$/i;

/** The meaning of a unit word: "Tablespoons" -> "tbsp"; unknown words as they are, in the singular. "T" is a tablespoon, "t" a teaspoon. */
export function unitMeaning(word: string): string {
  if (word === "T") return "tbsp";
  if (word === "t") return "tsp";
  const low = word.toLowerCase().replace(/[.]/g, "").replace(/^(?:fluid|fl)[ -]?(?:ounces?|oz)$/, "floz"); // prettier-ignore
  const known = MEANINGS[low] ?? MEANINGS[low.replace(/e?s$/, "")] ?? MEANINGS[low.replace(/s$/, "")];
  return known ?? low.replace(/(?<=ss|ch|sh|x)es$/, "").replace(/(?<=[^s])s$/, "");
}

/** The labelled line of a row of ingredients_dev.tsv. */
export function amountLineOf(row: Row): AmountLine {
  const units: string[] = [];
  for (const word of row("unit")
    .split(" ")
    .filter((one) => one !== "" && !ADJECTIVES.test(one))) {
    const before = units.at(-1);
    const meaning = unitMeaning(word);
    if ((before === "fl" || before === "fluid") && meaning === "oz") units[units.length - 1] = "floz";
    else units.push(meaning);
  }
  return {
    source: row("source"),
    sentence: row("sentence"),
    quantities: row("quantity").split(" ").flatMap((text) => labelledNumbers(text)), // prettier-ignore
    units,
  };
}

/** "1#1$2" -> 1.5; "2-4" -> 2 and 4 (either counts as the first); "2x" -> 2; words of number: none. */
export function labelledNumbers(text: string): readonly number[] {
  return text.split(/[-–]/).flatMap((part) => {
    const found = /^(\d+(?:[.,]\d+)?)?(?:#(\d+)\$(\d+))?x?$/i.exec(part);
    if (found === null || (found[1] === undefined && found[2] === undefined)) return [];
    const whole = Number((found[1] ?? "0").replace(",", "."));
    return [whole + (found[2] === undefined ? 0 : Number(found[2]) / Number(found[3]))];
  });
}

/** Judges what a parser read in a line. A line without a labelled number wants none (1 for "a" is accepted), the same for units. */
export function judgeAmount(line: AmountLine, read: ReadAmount, firstNumbers: readonly number[]): AmountVerdict {
  // a size is no unit, whoever calls it one
  const unit = read.unit === null || read.unit === "" || ADJECTIVES.test(read.unit) ? null : unitMeaning(read.unit);
  const [firstUnit] = line.units;
  const isQuantityRight =
    firstNumbers.length === 0 ? read.quantity === null || read.quantity === 1 : isWithin(firstNumbers, read.quantity);
  const isUnitRight = firstUnit === undefined ? unit === null || unit === "piece" : unit === firstUnit;
  const isAny = line.units.some(
    (one, at) => one === unit && isSame(line.quantities[at] ?? firstNumbers[0] ?? 1, read.quantity),
  );
  const isAnyAmountRight =
    (isQuantityRight && isUnitRight) || isAny || (isQuantityRight && unit !== null && line.units.includes(unit));
  return { line, read, isQuantityRight, isUnitRight, isAnyAmountRight };
}

/** The numbers that count as the first: both ends of a range, and what lies between. */
export function firstNumbersOf(row: Row): readonly number[] {
  return labelledNumbers(row("quantity").split(" ")[0] ?? "");
}

export interface AmountScore {
  readonly lines: number;
  readonly quantity: number;
  readonly unit: number;
  readonly any: number;
}

export function amountScore(verdicts: readonly AmountVerdict[]): AmountScore {
  return {
    lines: verdicts.length,
    quantity: shareOf(verdicts, (verdict) => verdict.isQuantityRight),
    unit: shareOf(verdicts, (verdict) => verdict.isUnitRight),
    any: shareOf(verdicts, (verdict) => verdict.isAnyAmountRight),
  };
}

function isWithin(numbers: readonly number[], read: number | null): boolean {
  return (
    numbers.some((one) => isSame(one, read)) ||
    (read !== null && read >= Math.min(...numbers) && read <= Math.max(...numbers))
  );
}

function isSame(labelled: number, read: number | null): boolean {
  return read !== null && Math.abs(labelled - read) <= 0.02 * Math.max(1, labelled);
}
