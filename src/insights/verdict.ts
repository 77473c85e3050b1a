/**
 * Which one word may be said about an edge?
 *
 * | condition, first that holds                                            | verdict         |
 * |------------------------------------------------------------------------|-----------------|
 * | inclusion probability >= .95 and reported                              | strong          |
 * | inclusion probability >= .80 and reported                              | likely          |
 * | inclusion probability >= .50, or reported below .80                    | maybe           |
 * | P(|beta| < smallest effect of interest) > .9 and the diary could tell  | none            |
 * | otherwise                                                              | not-enough-data |
 *
 * An edge that is reported only with the help of trials, and not by the diary alone, is "maybe" whatever its probability.
 * "Reported" is the Bayesian false-discovery set over all edges of all outcomes, so an edge outside it is never strong or likely.
 * "The diary could tell": the smallest effect of interest was detectable, or both ends of the if-real interval are smaller
 * than it. Without this second lock a pair with no data at all would pass as "none", only because the prior doubts every edge.
 */
import type { EdgePosterior } from "../engine/posterior.ts";
import type { Verdict } from "./analysis-document.ts";

export const STRONG_FROM = 0.95;
export const LIKELY_FROM = 0.8;
export const MAYBE_FROM = 0.5;
export const NEGLIGIBLE_ABOVE = 0.9;

/** The verdict of one edge by the table above. NaN anywhere means that it is not known, never that there is nothing. */
export function verdictOf(edge: EdgePosterior): Verdict {
  const probability = edge.inclusionProbability;
  if (isOnlyInLineWithTrials(edge)) return "maybe";
  if (edge.reported && probability >= STRONG_FROM) return "strong";
  if (edge.reported && probability >= LIKELY_FROM) return "likely";
  if (edge.reported || probability >= MAYBE_FROM) return "maybe";
  if (edge.probabilityNegligible > NEGLIGIBLE_ABOVE && diaryCouldTell(edge)) return "none";
  return "not-enough-data";
}

/** True when trials tip the balance: reported with them, not by the diary alone. */
export function isOnlyInLineWithTrials({ reported, dataAlone }: EdgePosterior): boolean {
  return reported && dataAlone !== null && !dataAlone.reported;
}

/** True when this diary, and not the prior alone, speaks against an effect of the smallest size of interest. */
export function diaryCouldTell(edge: EdgePosterior): boolean {
  const limit = edge.smallestEffectOfInterest;
  if (!(limit > 0)) return false;
  const detectable = edge.detectableEffect <= limit;
  const bounded = Math.abs(edge.ifReal.low95) < limit && Math.abs(edge.ifReal.high95) < limit;
  return detectable || bounded;
}

/** Order of usefulness for people: what is clear first, then what is excluded, then what is open. */
export const verdictOrder: readonly Verdict[] = ["strong", "likely", "maybe", "none", "not-enough-data"];
