/**
 * Which pairs of this person's diary have been looked at in trials, and what may the engine know of them beforehand?
 *
 * The engine never reads evidence: this makes its `priors` argument from evidence/priors.ts, for the columns of one table and the skin conditions that the person has named.
 * No condition named: no priors. Every answer made with them has the answer of the data alone beside it (`dataAlone`).
 * Odds: by grade (high +1, moderate +.5, else 0 on the logit), never raised by a record that found no effect.
 * Delay: none is passed on. The catalogue's wide range of the lever holds; the half-times of trials are averages over people, and with them an effect that came
 * after ten days instead of forty was often hidden. Effect: only where the trial's contrast is the diary's (taken or not) and the outcome's spread between
 * people is known or assumed; the trial's size in SDs between people times that spread. It stays weak on purpose, never narrower than one SD between
 * people: with the .37 of the formula a person whose skin moves against the average by 3 of 10 points was hidden (test/calibration/evidence-priors.test.ts).
 * Itch is left out for probiotics: patient-rated itch did not change in the pooled trials (Makrgeorgou 2018).
 */
import type { DailyColumn, DailyTable } from "../daily/table.ts";
import type { EdgePrior } from "../engine/posterior.ts";
import { priorsFor, type EvidencePrior } from "../evidence/priors.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { exp } from "../numeric/elementary.ts";
import type { SkinCondition } from "../journal/variable.ts";
import { instrumentById } from "../scales/instruments.ts";

/** SDs between people, in points: SCORAD and PASI as evidence.md section 9 assumes them. */
const SPREAD_OF_SCORE: Readonly<Record<string, number>> = { scorad: 15, "scorad-self": 15, pasi: 3 };
/** Assumed SD between people of a 0-10 self-rating, as a share of its range: no study of these items was found. */
const SPREAD_SHARE_OF_RATING = 0.2;
/** Narrowest prior of a person's own effect, SDs between people: the spread of effects between people is an assumption, and an average must not hide anybody. */
const NARROWEST_SD = 1;

/** Catalogue columns that are the lever of a record; `contrast`: one unit of the column is the trial's contrast. */
const COLUMNS_OF_LEVER: Readonly<Record<string, { readonly names: readonly string[]; readonly contrast: boolean }>> = {
  probiotic: { names: ["probioticTaken"], contrast: true },
  stress: { names: ["stress"], contrast: false },
  "low-glycaemic-diet": { names: ["glycaemicLoad"], contrast: false },
  dairy: { names: ["dairyServings", "milkServings"], contrast: false },
  "omega-3": { names: ["omega3Grams", "epaDhaGrams"], contrast: false },
  alcohol: { names: ["alcoholGrams", "alcoholDrinks"], contrast: false },
  sleep: { names: ["sleepHours"], contrast: false },
};
/** Supplements are recognised by their words. */
const SUPPLEMENT_WORDS: Readonly<Record<string, RegExp>> = {
  synbiotic: /synbiot/i,
  probiotic: /probiot|lactobac|bifido/i,
  "omega-3": /omega|fish oil|epa|dha/i,
  "collagen-ceramide": /collagen|ceramide/i,
};

const OUTCOMES_OF: Readonly<Record<SkinCondition, readonly string[]>> = {
  acne: ["acneSeverity", "newLesionCount", "lesionCount"],
  eczema: ["eczemaSeverity"],
  rosacea: ["rosaceaSeverity", "flushingEpisodes"],
  psoriasis: ["psoriasisSeverity", "skinScaling"],
  dryness: ["skinDryness"],
};

/** The priors that trials give for pairs of columns of this table. Empty when no condition is named or nothing fits. Pure; the order is that of the records, then of the columns. */
export function evidencePriorsOf(table: DailyTable, conditions: readonly SkinCondition[]): readonly EdgePrior[] {
  const made = new Map<string, EdgePrior>();
  for (const condition of conditions) {
    const outcomes = table.columns.filter((column) => isOutcomeOf(column, condition, conditions));
    for (const prior of priorsFor({ condition })) {
      for (const lever of table.columns.filter((column) => isLever(column, prior.lever))) {
        for (const outcome of outcomes) {
          const key = `${lever.name}\n${outcome.name}`;
          if (lever.name !== outcome.name && !made.has(key)) made.set(key, edgePrior(lever, outcome, prior));
        }
      }
    }
  }
  return [...made.values()];
}

/** The severity items and scores of a condition; "skin today" when it is the only condition. */
function isOutcomeOf(column: DailyColumn, condition: SkinCondition, all: readonly SkinCondition[]): boolean {
  if (column.role !== "skin") return false;
  if (OUTCOMES_OF[condition].includes(column.name)) return true;
  if (column.name === "skinSeverity") return all.length === 1;
  return instrumentById(scoreIdOf(column.name))?.topic === condition;
}

function isLever(column: DailyColumn, lever: string): boolean {
  if (COLUMNS_OF_LEVER[lever]?.names.includes(column.name)) return true;
  if (!column.name.startsWith("supplement:")) return false;
  // a synbiotic names both, and is its own lever
  if (lever === "probiotic" && SUPPLEMENT_WORDS["synbiotic"]?.test(column.label)) return false;
  return SUPPLEMENT_WORDS[lever]?.test(column.label) ?? false;
}

function edgePrior(lever: DailyColumn, outcome: DailyColumn, prior: EvidencePrior): EdgePrior {
  const foundNothing = evidenceRecords().some((record) => record.id === prior.record && record.null);
  const offset = foundNothing ? Math.min(0, prior.inclusionOffset) : prior.inclusionOffset;
  const spread = spreadOf(outcome);
  const isContrast = lever.name.startsWith("supplement:") || COLUMNS_OF_LEVER[prior.lever]?.contrast === true;
  return {
    from: lever.name,
    to: outcome.name,
    oddsFactor: exp(offset),
    ...(isContrast && spread !== null
      ? { effect: { mean: prior.mean * spread, sd: Math.max(prior.sd, NARROWEST_SD) * spread } }
      : {}),
  };
}

/** SD between people in the outcome's own points; null when nothing is known of it. */
function spreadOf({ name, min, max, unit }: DailyColumn): number | null {
  const score = SPREAD_OF_SCORE[scoreIdOf(name)];
  if (score !== undefined) return score;
  const isRating = unit === "points" && !name.startsWith("score:") && min !== undefined && max !== undefined;
  return isRating ? SPREAD_SHARE_OF_RATING * (max - min) : null;
}

function scoreIdOf(name: string): string {
  return /^score:([^:/]+)/.exec(name)?.[1] ?? "";
}
