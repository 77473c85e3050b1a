/**
 * What is said about one edge, in one sentence?
 *
 * An effect is always given for a step that a person can picture, with its interval and its delay. Two things "went together";
 * nothing here says that one made the other (only a randomised phase could). An edge without a finding says the smallest effect
 * that this diary could have shown, because silence without that number would look like a result.
 */
import type { EdgePosterior, Interval95 } from "../engine/posterior.ts";
import type { DocumentEdge, Verdict } from "./analysis-document.ts";
import { daysText, numberText } from "./numbers.ts";
import { amountText, moveWord, stepPhrase, type Spoken } from "./spoken.ts";
import { mayBeVaried } from "./surer.ts";

/** Everything a sentence about an edge needs. */
export interface EdgeView {
  readonly edge: EdgePosterior;
  readonly verdict: Verdict;
  readonly cause: Spoken;
  readonly outcome: Spoken;
  /** Step of the cause to talk about, natural units (example-step.ts). */
  readonly step: number;
}

/** Signs surer than this (either way) may be called better or worse. */
const SURE_SIGN = 0.9;

/** One plain sentence for any verdict. */
export function edgeSentence(view: EdgeView): string {
  switch (view.verdict) {
    case "strong":
      return `A strong sign: ${togetherClause(view)}.`;
    case "likely":
      return `Likely: ${togetherClause(view)}.`;
    case "maybe":
      return `Maybe${mayBeVaried(view.cause) ? ", and worth a fair test" : ""}: ${togetherClause(view)}.`;
    case "none":
      return noneSentence(view);
    case "not-enough-data":
      return openSentence(view);
  }
}

/** "10 g more fibre a day, kept up, went together with itch about 0.7 points lower (if real: 0.3 to 1.1 points lower), after about 2 days" */
export function togetherClause(view: EdgeView): string {
  const { edge, cause, outcome, step } = view;
  const effect = edge.ifReal.mean * step;
  const size = `${amountText(effect, outcome.unit)} ${moveWord(outcome, effect)}`;
  const range = rangeText(edge.ifReal, step, outcome);
  const delay = delayText(edge.delay.mean);
  return `${stepPhrase(cause, step)}, kept up, went together with ${outcome.name} about ${size} (if real: ${range}), ${delay}`;
}

/** "0.3 to 1.1 points lower", or across zero "anything from 0.2 points lower to 1.1 points higher". */
function rangeText(interval: Interval95, step: number, outcome: Spoken): string {
  const low = interval.low95 * step;
  const high = interval.high95 * step;
  if (low < 0 && high > 0) {
    const down = `${amountText(low, outcome.unit)} ${moveWord(outcome, -1)}`;
    return `anything from ${down} to ${amountText(high, outcome.unit)} ${moveWord(outcome, 1)}`;
  }
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
  return `${numberText(Math.abs(near))} to ${amountText(far, outcome.unit)} ${moveWord(outcome, far)}`;
}

/** "on the same day", "after about 2 days", "after about 4 weeks". Days >= 0. */
export function delayText(meanDays: number): string {
  if (!Number.isFinite(meanDays)) return "after an unknown time";
  if (meanDays < 0.5) return "on the same day";
  const days = Math.round(meanDays);
  if (days < 14) return days === 1 ? "after about 1 day" : `after about ${String(days)} days`;
  return `after about ${(meanDays / 7).toFixed(0)} weeks`;
}

function noneSentence({ edge, cause, outcome, step }: EdgeView): string {
  const limit = amountText(edge.smallestEffectOfInterest * step, outcome.unit);
  return `Nothing found: for ${stepPhrase(cause, step)}, an effect larger than ${limit} on ${outcome.name} is unlikely, so you can stop watching this.`;
}

function openSentence({ edge, cause, outcome, step }: EdgeView): string {
  const pair = `how ${cause.name} and ${outcome.name} go together`;
  if (!Number.isFinite(edge.detectableEffect)) {
    return `Not enough data yet to say ${pair}: this diary cannot even say how large an effect would have to be.`;
  }
  return `Not enough data yet to say ${pair}: only an effect larger than about ${detectableText(edge.detectableEffect, outcome, cause, step)} would have shown.`;
}

/** "1.2 points for 10 g more fibre a day" */
export function detectableText(perUnit: number, outcome: Spoken, cause: Spoken, step: number): string {
  return `${amountText(perUnit * step, outcome.unit)} for ${stepPhrase(cause, step)}`;
}

/** "about 60 more days" as a number of days needed for the smallest effect of interest; null = not within ten years. */
export function furtherDaysText(days: number | null): string {
  return days === null ? "more than ten years" : `about ${daysText(days)}`;
}

/** Better or worse for the person when the cause rises. "changes" when the scale has no better end or the sign is not sure (9 in 10). */
export function directionOf(edge: EdgePosterior, outcome: Spoken): DocumentEdge["direction"] {
  const rises = edge.probabilityPositive >= SURE_SIGN;
  const falls = edge.probabilityPositive <= 1 - SURE_SIGN;
  if (outcome.betterIs === "neither" || (!rises && !falls)) return "changes";
  return rises === (outcome.betterIs === "higher") ? "better" : "worse";
}
