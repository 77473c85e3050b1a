/**
 * What is said about one outcome: how its numbers were read, where it may be in the next days, and what to know about its days?
 *
 * A score of 0 on many days is not an exact 0 but the end of the scale; days that are skipped after worse ones hide what happened
 * then. Both are said, because both can change what seems to go together.
 */
import type { OutcomePosterior } from "../engine/posterior.ts";
import { numberText } from "./numbers.ts";
import { amountText, capitalised, type Spoken } from "./spoken.ts";

/** From this share of days on, an end of the scale is talked about. */
const PILE_FROM = 0.1;

/** What the table knows about the outcome's scale; null = not known. */
export interface ScaleEnds {
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** How the numbers were read, one plain sentence. */
export function readingSentence(
  outcome: OutcomePosterior,
  spoken: Spoken,
  ends: ScaleEnds,
  beside: Spoken | null = null,
): string {
  const read = howRead(outcome, spoken, ends);
  return beside === null
    ? read
    : `${read} It is your report of what ${beside.name} measures, and was looked at beside it: what is said of it goes beyond the measured.`;
}

function howRead(outcome: OutcomePosterior, spoken: Spoken, ends: ScaleEnds): string {
  const { type, transform } = outcome.link;
  const name = capitalised(spoken.name);
  const stretched =
    transform === "identity" ? "" : " (stretched inside the calculation; effects are said in its own units)";
  switch (type) {
    case "exact":
      return `${name} was read as it is written${stretched}.`;
    case "ordered":
      return `${name} was read as a few steps in order${pileText(outcome, ends)}.`;
    case "count":
      return `${name} was read as a count${stretched}.`;
    case "yes-no":
      return `${name} was read as yes or no; effects are changes of its chance.`;
    case "rounded":
      return `${name} was read as rounded to its step${pileText(outcome, ends)}${stretched}.`;
  }
}

/** '; many days are at 0 (62 in 100), read as "at most 0"' */
function pileText({ link }: OutcomePosterior, ends: ScaleEnds): string {
  const low = link.atFloor >= PILE_FROM ? pileAt(link.atFloor, ends.lowest, "at most", "lowest") : "";
  const high = link.atCeiling >= PILE_FROM ? pileAt(link.atCeiling, ends.highest, "at least", "highest") : "";
  if (low !== "" && high !== "") return `; many days are ${low}, and ${high}`;
  return low === "" && high === "" ? "" : `; many days are ${low}${high}`;
}

function pileAt(share: number, value: number | null, bound: string, end: string): string {
  const days = `${(share * 100).toFixed(0)} in 100`;
  if (value === null) return `at its ${end} value (${days}), read as "${bound}" that`;
  return `at ${numberText(value)} (${days}), read as "${bound} ${numberText(value)}"`;
}

/** Tomorrow and the last day of the forecast with its 80 % interval; null without a forecast. */
export function forecastSentence(outcome: OutcomePosterior, spoken: Spoken): string | null {
  const first = outcome.forecast[0];
  const last = outcome.forecast[outcome.forecast.length - 1];
  if (!first || !last) return null;
  const at = (point: typeof first): string =>
    `about ${amountText(point.mean, spoken.unit)} (80 in 100: ${numberText(point.low80)} to ${numberText(point.high80)})`;
  const start = `${capitalised(spoken.name)}, if days go on like these: ${at(first)} ${inDays(first.horizonDays)}`;
  return first === last ? `${start}.` : `${start}, and ${at(last)} ${inDays(last.horizonDays)}.`;
}

function inDays(days: number): string {
  return days === 1 ? "tomorrow" : `in ${String(days)} days`;
}

/** True when days after worse ones are clearly left blank more often. */
export function skipsWorseDays({ skippedAfterWorse }: OutcomePosterior): boolean {
  return skippedAfterWorse !== null && skippedAfterWorse.low95 > 1;
}

/** What to know about this outcome's days. */
export function outcomeWarnings(
  outcome: OutcomePosterior,
  spoken: Spoken,
  missingDays: "ignorable" | "worse-days",
): readonly string[] {
  const warnings: string[] = [];
  const skipped = outcome.skippedAfterWorse;
  if (skipped !== null && skipsWorseDays(outcome)) {
    const often = `odds about ${numberText(skipped.oddsRatio)} times as high; 95 in 100: ${numberText(skipped.low95)} to ${numberText(skipped.high95)}`;
    const taken =
      missingDays === "ignorable"
        ? "blank days are taken as saying nothing, which can hide what goes with hard days"
        : "blank days were taken to be worse than the rest";
    warnings.push(`After a worse day of ${spoken.name} you skip the next entry more often (${often}); ${taken}.`);
  }
  if (outcome.stoppedEarly) {
    warnings.push(`Time ran out for ${spoken.name}: this is the best answer so far.`);
  }
  return warnings;
}
