/**
 * What else is said about one pair, each in a sentence of its own?
 *
 * When it comes (days or weeks, and where the look back ends), how much the diary taught about the size, what imprecise entries do
 * to it, and what the diary alone says beside what studies found. The main sentence is in statements.ts.
 */
import type { DataAlone, EdgePosterior } from "../engine/posterior.ts";
import { changeRange, changeText, scaled } from "./change-words.ts";
import { chanceText } from "./numbers.ts";
import { stepPhrase, type Spoken } from "./spoken.ts";
import type { EdgeView } from "./statements.ts";

/** The engine looks back so far, days. */
export const LOOK_BACK_DAYS = 84;
/** From this probability on an effect is called slow, and below one minus it quick. */
const SLOW_FROM = 0.8;
/** From two weeks on people count in weeks. */
const WEEKS_FROM = 14;

/**
 * When the effect comes: always one sentence; a second for slow or undecided ones; a third when delays beyond the look back are
 * known (`longestKnownDays`, null = none known).
 */
export function whenSentences(edge: EdgePosterior, longestKnownDays: number | null): readonly string[] {
  const { mean, low80, high80 } = edge.delay;
  const sentences = [`${mostly(mean)} (80 in 100 that it is ${between(low80, high80)}).`];
  const slow = edge.slowProbability;
  if (slow >= SLOW_FROM) {
    sentences.push(
      `It is a slow one (${chanceText(slow)} that it takes more than two weeks): it shows after weeks, not after days.`,
    );
  } else if (slow > 1 - SLOW_FROM) {
    sentences.push(`Whether it is quick or slow is open: ${chanceText(slow)} that it takes more than two weeks.`);
  }
  if (longestKnownDays !== null && longestKnownDays > LOOK_BACK_DAYS) {
    sentences.push(
      `Delays of up to ${String(Math.round(longestKnownDays))} days are known for this; gutskin looks back ${String(LOOK_BACK_DAYS)} days, so what comes later is not counted.`,
    );
  }
  return sentences;
}

function mostly(mean: number): string {
  if (mean < 0.5) return "Mostly on the same day";
  return mean < WEEKS_FROM
    ? `Mostly after about ${daysWord(mean)}`
    : `Mostly after about ${(mean / 7).toFixed(0)} weeks`;
}

function between(low: number, high: number): string {
  if (high < WEEKS_FROM) {
    const [from, to] = [Math.round(low), Math.round(high)];
    return from === to ? `about ${daysWord(to)}` : `between ${String(from)} and ${daysWord(to)}`;
  }
  const weeks = (days: number): string => (days / 7).toFixed(0);
  if (low < WEEKS_FROM / 2) return `between ${daysWord(low)} and ${weeks(high)} weeks`;
  return weeks(low) === weeks(high) ? `about ${weeks(low)} weeks` : `between ${weeks(low)} and ${weeks(high)} weeks`;
}

function daysWord(days: number): string {
  const whole = Math.round(days);
  return whole === 1 ? "1 day" : `${String(whole)} days`;
}

/** How much of what is said about the size comes from the diary (`contraction`, 1 = all of it). */
export function learnedSentence({ edge, cause, outcome }: EdgeView): string {
  const pair = `the size of the effect of ${cause.name} on ${outcome.name}`;
  const taught = edge.contraction;
  if (!(taught >= 0.1)) {
    return `So far your diary has taught next to nothing about ${pair}: the range is what was assumed at the start.`;
  }
  if (taught < 0.5) {
    return `So far your diary has taught a little about ${pair}; much of the range is what was assumed at the start.`;
  }
  if (taught < 0.9) return `Your diary has taught a good part of what is said about ${pair}.`;
  return `Nearly all that is said about ${pair} comes from your diary.`;
}

/** "about half". `share` 0-1. */
export function shareText(share: number): string {
  if (share >= 0.95) return "nearly all";
  if (share >= 0.85) return "most";
  if (share >= 0.71) return "about three quarters";
  if (share >= 0.58) return "about two thirds";
  if (share >= 0.42) return "about half";
  if (share >= 0.29) return "about a third";
  return share >= 0.18 ? "about a quarter" : "only a small part";
}

/** What imprecise entries of the cause mean here; null when they are exact (`reliability` 1) or not known. */
export function entriesSentence({ edge, cause, outcome, step }: EdgeView): string | null {
  if (!(edge.reliability < 0.995)) return null;
  const start = `Entries of ${cause.name} are rough: they catch ${shareText(edge.reliability)} of its true ups and downs, and the effect is corrected for that.`;
  if (edge.ifEntriesExact === null) return start;
  const exact = scaled(edge.ifEntriesExact, step);
  return `${start} Taken as exact, they would give ${changeText(exact.mean, outcome, 0)} if real (${changeRange(exact, outcome, 0)}).`;
}

/** The two answers side by side; null when nothing but the diary went in. */
export function knowledgeSentence(view: EdgeView): string | null {
  const { edge, cause, outcome, step } = view;
  if (edge.dataAlone === null) return null;
  const effect = (of: Pick<DataAlone, "ifReal" | "inclusionProbability">): string => sizeAndChance(of, step, outcome);
  return `For ${stepPhrase(cause, step)}: with what studies found, ${effect(edge)}; by your data alone, ${effect(edge.dataAlone)}.`;
}

function sizeAndChance(of: Pick<DataAlone, "ifReal" | "inclusionProbability">, step: number, outcome: Spoken): string {
  const size = scaled(of.ifReal, step);
  return `${changeText(size.mean, outcome, 0)} if real (${changeRange(size, outcome, 0)}; chance ${chanceText(of.inclusionProbability)})`;
}
