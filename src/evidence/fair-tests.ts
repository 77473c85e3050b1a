/**
 * Which levers can one person test fairly, under which safety rules, and for how long?
 *
 * A fair test alternates phases in an order that chance decides: run-in of 14 days, then pairs of phases as long as the slowest part of the effect needs (trial
 * records: `minPhaseDays`). Only things that can be stopped again are tested by alternating; a skill (a stress programme) is not unlearned and can only be watched.
 * Exposures that may harm are never added: alcohol, milk and triggers are left out for a while against usual. What is not in this list is never offered.
 */
import type { ExperimentCode } from "./safety-facts.ts";

/** What is done in the phases. */
export type FairTestKind = "take" | "eat-more" | "eat-less" | "leave-out" | "practise";

export interface FairTest {
  /** Lever code of the evidence (levers.ts); one lever may have one test only. */
  readonly lever: string;
  readonly experiment: ExperimentCode;
  readonly kind: FairTestKind;
  /** Columns of a diary that show this lever; supplements are found by their words. */
  readonly columns: readonly string[];
  readonly supplementWords: RegExp | null;
  /** False: what was learnt stays, so phases cannot be alternated. */
  readonly isReversible: boolean;
}

const take = (lever: string, experiment: ExperimentCode, columns: readonly string[], words: RegExp): FairTest => ({
  lever,
  experiment,
  kind: "take",
  columns,
  supplementWords: words,
  isReversible: true,
});
const food = (
  lever: string,
  experiment: ExperimentCode,
  kind: FairTestKind,
  columns: readonly string[],
  isReversible = true,
): FairTest => ({ lever, experiment, kind, columns, supplementWords: null, isReversible });

/** Every test that may be offered, in the order of the evidence matrix. */
export const fairTests: readonly FairTest[] = [
  take("probiotic", "probiotic-bacteria", ["probioticTaken"], /probiot|lactobac|bifido/i),
  take("synbiotic", "synbiotic", [], /synbiot/i),
  food("fibre", "diet-pattern", "eat-more", ["fibreGrams", "fibreRichServings", "prebioticServings", "prebioticFructanGrams", "resistantStarchGrams"]),
  food("fermented-food", "fermented-food", "eat-more", ["fermentedServings", "fermentedDairyServings"]),
  food("low-glycaemic-diet", "diet-pattern", "eat-less", ["glycaemicLoad"]),
  food("dairy", "elimination-diet", "leave-out", ["dairyServings", "milkServings", "skimMilkServings", "cheeseServings", "wheyGrams"]),
  food("sugar-and-processed-food", "diet-pattern", "eat-less", ["addedSugarGrams", "sugarGrams", "ultraProcessedServings", "ultraProcessedEnergyShare"]),
  food("mediterranean-diet", "diet-pattern", "eat-more", []),
  take("omega-3", "fish-oil", ["omega3Grams", "epaDhaGrams"], /omega|fish oil|\bepa\b|\bdha\b/i),
  food("stress-treatment", "stress-programme", "practise", ["practiceMinutes"], false),
  food("alcohol", "avoid-alcohol", "leave-out", ["alcoholGrams", "alcoholDrinks", "redWineGrams", "whiteWineGrams", "beerGrams", "spiritsGrams"]),
  food("spicy-food", "avoid-rosacea-trigger", "leave-out", ["spicyServings", "hotDrinks"]),
  take("collagen-ceramide", "collagen", [], /collagen|ceramide/i),
]; // prettier-ignore

/** The test that a column of a diary belongs to, or null: then nothing is offered about it. `label`: the person's own name of a supplement. */
export function fairTestOfColumn(column: string, label: string): FairTest | null {
  const isSupplement = column.startsWith("supplement:");
  // the more special first: a synbiotic is not tested as a probiotic
  const ordered = [...fairTests].sort((a, b) => Number(b.lever === "synbiotic") - Number(a.lever === "synbiotic"));
  return (
    ordered.find((test) =>
      isSupplement ? (test.supplementWords?.test(label) ?? false) : test.columns.includes(column),
    ) ?? null
  );
}

/** Days of getting used to the diary before the first phase. */
export const RUN_IN_DAYS = 14;
/** Beyond about six months a test is not offered: it can only be watched. */
export const LONGEST_TEST_DAYS = 182;

/** Run-in and so many pairs of phases. */
export function testDays(phaseDays: number, pairs: number): number {
  return RUN_IN_DAYS + 2 * pairs * phaseDays;
}
