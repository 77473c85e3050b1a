/**
 * How are the constants of the instruments written without repeating what most of them share?
 *
 * Small makers for items, bands, forms and codes. They fill in defaults that say "none" (no bands, no codes, no unverified facts)
 * and never a fact of an instrument.
 */
import { assertDefect } from "../base/defect.ts";
import { ok } from "../base/result.ts";
import type {
  Band,
  BandTable,
  CheckedAnswers,
  Computed,
  ImportantDifference,
  Instrument,
  MissingRule,
  ScaleCode,
  ScaleForm,
  ScaleItem,
} from "./instrument.ts";
import { roundToTenth } from "./round.ts";

type Defaulted =
  | "link"
  | "minimumDaysBetween"
  | "betterIs"
  | "parts"
  | "bands"
  | "otherBands"
  | "importantDifferences"
  | "codes"
  | "minimumAgeYears"
  | "hasChildWeights"
  | "unverified";

/** An instrument with "none" where nothing is said; the project's own code is always among its codes. */
export function makeInstrument(facts: Omit<Instrument, Defaulted> & Partial<Pick<Instrument, Defaulted>>): Instrument {
  const own: ScaleCode = { system: "urn:gutskin:scales", code: facts.id, about: facts.name };
  return {
    link: null,
    minimumDaysBetween: facts.recallDays !== null && facts.recallDays >= 7 ? facts.recallDays : 0,
    betterIs: "lower",
    parts: [],
    bands: null,
    otherBands: [],
    importantDifferences: [],
    minimumAgeYears: null,
    hasChildWeights: false,
    unverified: [],
    ...facts,
    codes: [...(facts.codes ?? []), own],
  };
}

/** An item with whole points from `min` to `max`. */
export function wholeItem(id: string, min: number, max: number, aliases: readonly string[] = []): ScaleItem {
  return { id, min, max, step: 1, kind: "number", aliases };
}

/** An item that takes any number from `min` to `max`. */
export function realItem(id: string, min: number, max: number, aliases: readonly string[] = []): ScaleItem {
  return { id, min, max, step: null, kind: "number", aliases };
}

/** Items named by their printed number, "1" to `count`. */
export function numberedItems(count: number, min: number, max: number): readonly ScaleItem[] {
  return Array.from({ length: count }, (_, index) => wholeItem(String(index + 1), min, max));
}

/** Bands up to and including each limit: `upTo("Charman 2013", ["clear", 2], ["mild", 7])`. */
export function bandsUpTo(cutoffs: string, ...limits: readonly (readonly [string, number])[]): BandTable {
  return bandTable(
    cutoffs,
    limits.map(([name, limit]) => ({ name, upTo: limit, inclusive: true })),
  );
}

/** A table whose bands say themselves whether they include their limit. */
export function bandTable(cutoffs: string, bands: readonly Band[], verified = true): BandTable {
  return { cutoffs, bands, verified };
}

/** A difference in points of the score. */
export function points(value: number, meaning: string, source: string, verified = true): ImportantDifference {
  return { value, unit: "points", meaning, source, verified };
}

/** A difference in percent of the starting value. */
export function percent(value: number, meaning: string, source: string, verified = true): ImportantDifference {
  return { value, unit: "percent", meaning, source, verified };
}

/** A difference in whole grades. */
export function grades(value: number, meaning: string, source: string, verified = true): ImportantDifference {
  return { value, unit: "grades", meaning, source, verified };
}

/** A LOINC code. */
export function loinc(code: string, about: string): ScaleCode {
  return { system: "LOINC", code, about };
}

/** An ICD-10 (WHO) code of the condition that the instrument is about. */
export function icd10(code: string, about: string): ScaleCode {
  return { system: "ICD-10", code, about };
}

/** A form whose total is a plain function of the answers, all of them there. */
export function sumForm(
  items: readonly ScaleItem[],
  missing: MissingRule = { rule: "refused" },
  total: (answers: CheckedAnswers) => number = sumOf,
  id = "items",
): ScaleForm {
  return {
    id,
    items,
    missing,
    compute: (answers) => ok(computed(roundToTenth(total(answers)))),
  };
}

/** A result with a total, and parts and remarks if there are any. */
export function computed(
  total: number | null,
  parts: Computed["parts"] = {},
  remarks: Computed["remarks"] = [],
): Computed {
  return { total, parts, remarks };
}

/** The answer to an item that the missing rule guarantees; `Defect` when it is not there. */
export function answerTo(answers: CheckedAnswers, item: string): number {
  const value = answers.get(item) ?? null;
  assertDefect(value !== null, `the answer to item ${item} was not checked`);
  return value;
}

/** Sum of all answers, or of the named items. */
export function sumOf(answers: CheckedAnswers, items: readonly string[] = [...answers.keys()]): number {
  return items.reduce((sum, item) => sum + answerTo(answers, item), 0);
}
