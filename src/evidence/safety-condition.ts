/**
 * Is a safety condition met: yes, no, or not known?
 *
 * Three-valued logic (Kleene): `all` is no as soon as one part is no, `any` is yes as soon as one part is yes, otherwise an unknown
 * part makes the whole unknown. Who asks decides what unknown means: a gate stays closed, a red flag is asked about.
 */
import { dayToNumber } from "../base/day.ts";
import { readMedicine, type MedicineClass } from "./medicine-classes.ts";
import type { Condition, FactId, SafetyFacts } from "./safety-facts.ts";

export type Truth = "yes" | "no" | "unknown";

/** Names of what stands open: fact ids and profile fields. */
export type OpenQuestion = FactId | "ageYears" | "bodyMassIndex" | "eliminationDays" | "medicines";

/** The facts with medicines read once. */
export interface ReadFacts {
  readonly facts: SafetyFacts;
  readonly classes: ReadonlySet<MedicineClass>;
  readonly unrecognised: readonly string[];
  /** "I do not know" counts as yes when true (gates), as unknown otherwise (red flags). */
  readonly doubtIsYes: boolean;
}

/** Reads the medicines of these facts. */
export function readFacts(facts: SafetyFacts, doubtIsYes: boolean): ReadFacts {
  const names = [...new Set([...(facts.medicines ?? []), ...facts.loggedMedicines])];
  const readings = names.map((name) => ({ name, ...readMedicine(name) }));
  return {
    facts,
    classes: new Set(readings.flatMap((reading) => reading.classes)),
    unrecognised: readings.filter((reading) => !reading.recognised).map((reading) => reading.name),
    doubtIsYes,
  };
}

/** Evaluates the condition. */
export function evaluate(condition: Condition, read: ReadFacts): Truth {
  if ("always" in condition) return "yes";
  if ("all" in condition)
    return strongest(
      condition.all.map((part) => evaluate(part, read)),
      "no",
      "yes",
    );
  if ("any" in condition)
    return strongest(
      condition.any.map((part) => evaluate(part, read)),
      "yes",
      "no",
    );
  if ("not" in condition) return opposite(evaluate(condition.not, read));
  if ("fact" in condition) return factTruth(condition.fact, read);
  if ("confirmed" in condition) return read.facts.answers[condition.confirmed] === "yes" ? "yes" : "no";
  if ("medicine" in condition) return medicineTruth(condition, read);
  if ("weightLossPercent" in condition)
    return weightTruth(condition.weightLossPercent, condition.withinDays, read.facts);
  const value = numberOf(condition, read.facts);
  if (value === null || Number.isNaN(value)) return "unknown";
  const holds = "below" in condition ? value < condition.below : value > condition.above;
  return holds ? "yes" : "no";
}

/** What must be answered before the condition is known; only parts that are unknown now. */
export function openQuestions(condition: Condition, read: ReadFacts): readonly OpenQuestion[] {
  if (evaluate(condition, read) !== "unknown") return [];
  if ("all" in condition) return condition.all.flatMap((part) => openQuestions(part, read));
  if ("any" in condition) return condition.any.flatMap((part) => openQuestions(part, read));
  if ("not" in condition) return openQuestions(condition.not, read);
  if ("fact" in condition) return [condition.fact];
  if ("medicine" in condition) {
    const listed = read.facts.medicines === null ? (["medicines"] as const) : [];
    return condition.asked === undefined ? ["medicines"] : [...listed, ...openFact(condition.asked, read)];
  }
  return "number" in condition ? [condition.number] : [];
}

/** The end of what is known that keeps a gate closed, or fires a flag, the sooner. */
function numberOf(condition: Extract<Condition, { readonly number: unknown }>, facts: SafetyFacts): number | null {
  const isOldest = condition.number === "ageYears" && "above" in condition;
  return isOldest && facts.ageYearsAtMost !== null ? facts.ageYearsAtMost : facts[condition.number];
}

function strongest(parts: readonly Truth[], decides: Truth, otherwise: Truth): Truth {
  if (parts.includes(decides)) return decides;
  return parts.includes("unknown") ? "unknown" : otherwise;
}

function opposite(truth: Truth): Truth {
  if (truth === "unknown") return "unknown";
  return truth === "yes" ? "no" : "yes";
}

function factTruth(id: FactId, { facts, doubtIsYes }: ReadFacts): Truth {
  if (facts.logged.includes(id)) return "yes";
  const answer = facts.answers[id];
  if (answer === undefined) return "unknown";
  if (answer === "do-not-know") return doubtIsYes ? "yes" : "unknown";
  return answer;
}

/**
 * The list and the question belong together: a known medicine wins, a "no" counts only beside an answered list, and a name that
 * nobody here recognises is unknown unless the question was answered.
 */
function medicineTruth(condition: Extract<Condition, { readonly medicine: unknown }>, read: ReadFacts): Truth {
  const { facts, classes, unrecognised } = read;
  if (condition.medicine.some((medicine) => classes.has(medicine))) return "yes";
  const asked = condition.asked === undefined ? null : factTruth(condition.asked, read);
  if (asked === "yes") return "yes";
  if (facts.medicines === null || asked === "unknown") return "unknown";
  return asked === "no" || unrecognised.length === 0 ? "no" : "unknown";
}

function openFact(id: FactId, read: ReadFacts): readonly FactId[] {
  return factTruth(id, read) === "unknown" ? [id] : [];
}

/**
 * Did the weight fall by this share? Median of the last 7 weighed days against the median of the first 7 within the window, so that
 * one typing error does not fire. Fewer than 14 weighed days say no: weight is not asked, only watched.
 */
function weightTruth(percent: number, withinDays: number, { weights, today }: SafetyFacts): Truth {
  const now = dayToNumber(today);
  const known = weights
    .map(({ day, kilograms }) => ({ day: dayToNumber(day), kilograms }))
    .filter(({ day, kilograms }) => day <= now && day > now - withinDays && kilograms > 0)
    .sort((a, b) => a.day - b.day)
    .map(({ kilograms }) => kilograms);
  if (known.length < 14) return "no";
  const before = median(known.slice(0, 7));
  const after = median(known.slice(-7));
  // the small allowance keeps an exact 5 % from being lost in rounding
  return ((before - after) / before) * 100 >= percent - 1e-9 ? "yes" : "no";
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
