/**
 * How is a score told to a person: the number, its class, and whether a change is more than chance?
 *
 * A number never stands without its range, a class never without the name of its cut-offs, a change never without the published size from which people
 * usually feel a difference (and the percent criterion, because absolute sizes depend on the start). What was not checked in the original says so.
 * Days come as texts: the page writes them by its own language, the terminal as ISO days.
 */
import type { ScoreBand } from "../scales/band-of.ts";
import type { ScoreChange } from "../scales/compare-scores.ts";
import type { ImportantDifference, Instrument, ScaleForm } from "../scales/instrument.ts";

/** "16 of 28"; "4 on a scale from 1 to 7"; "no total". */
export function totalText(instrument: Instrument, total: number | null): string {
  if (total === null) return "no total";
  const range = instrument.total;
  if (instrument.level === "count" || range === null) return String(total);
  return range.min === 0
    ? `${String(total)} of ${String(range.max)}`
    : `${String(total)} on a scale from ${String(range.min)} to ${String(range.max)}`;
}

/** "moderate", "small effect on daily life". */
export function bandText(instrument: Instrument, band: ScoreBand): string {
  return instrument.topic === "quality of life"
    ? `${band.name === "none" ? "no" : band.name} effect on daily life`
    : band.name;
}

/** "Cut-offs: Charman 2013." */
export function cutoffsText(band: ScoreBand): string {
  return `Cut-offs: ${band.cutoffs}${band.verified ? "" : " (not checked in the original)"}.`;
}

/**
 * A change in sentences: how much, whether people usually feel that much, and the percent criterion. `since`: the day of the earlier score as text.
 * Nothing here says why it changed.
 */
export function changeSentences(instrument: Instrument, change: ScoreChange, since: string): readonly string[] {
  if (change.points === 0) return [`The same as on ${since}.`];
  const headline = `${movedText(instrument, change.points)} since ${since}.`;
  const absolute = instrument.importantDifferences.find(({ unit }) => unit !== "percent");
  const relative = instrument.importantDifferences.find(({ unit }) => unit === "percent");
  const sentences = [
    headline,
    ...(absolute === undefined ? [] : absoluteSentences(absolute, change)),
    ...(relative === undefined ? [] : relativeSentences(relative, change)),
  ];
  return sentences.length > 1
    ? sentences
    : [headline, "No published figure says how large a change of this score matters."];
}

/** "Down 5 points", "Up 1 grade". */
function movedText(instrument: Instrument, points: number): string {
  const size = Math.abs(points);
  const isGrade = instrument.importantDifferences[0]?.unit === "grades" || instrument.level === "ordinal";
  const unit = instrument.level === "count" ? "" : ` ${isGrade ? "grade" : "point"}${size === 1 ? "" : "s"}`;
  return `${points < 0 ? "Down" : "Up"} ${String(size)}${unit}`;
}

function absoluteSentences(difference: ImportantDifference, { points }: ScoreChange): readonly string[] {
  const { value, unit, verified } = difference;
  const size = `${String(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
  const isReached = Math.abs(points) >= value;
  return [
    `From about ${size} on people usually feel a difference; this is ${isReached ? "that much or more" : "less and may be chance"}.`,
    ...(verified ? [] : [`The mark of ${size} was not checked in the original paper.`]),
  ];
}

function relativeSentences(difference: ImportantDifference, { percent, points }: ScoreChange): readonly string[] {
  const { value, verified } = difference;
  if (percent === null) return ["There is no percentage, because the score before was 0."];
  const size = `${String(Math.abs(percent))} %`;
  if (points > 0) return [`That is ${size} more.`];
  return [
    `That is ${size} less. ${String(value)} % less counts as a clear difference whatever the start: ${-percent >= value ? "reached" : "not reached"}.`,
    ...(verified ? [] : [`The mark of ${String(value)} % was not checked in the original paper.`]),
  ];
}

/** One published difference with its source, for a list of facts. */
export function differenceText(difference: ImportantDifference): string {
  return `${difference.meaning} (${difference.source}${difference.verified ? "" : "; not checked"})`;
}

/** What happens with answers that are left out, in one sentence. */
export function missingRuleText({ missing, items }: ScaleForm): string {
  switch (missing.rule) {
    case "refused":
      return items.length === 1 ? "" : "Every answer is needed.";
    case "counted-as-zero":
      return `${missing.atMost === 1 ? "One answer" : `Up to ${String(missing.atMost)} answers`} may be left out and then counts as 0; with more left out there is no score.`;
    case "by-part":
      return `${missing.text.charAt(0).toUpperCase()}${missing.text.slice(1)}.`;
  }
}

/** "right now", "the last 7 days". */
export function recallText(instrument: Instrument): string {
  const days = instrument.recallDays;
  if (days === null) return "the time that the form names";
  if (days === 0) return "right now";
  if (days === 1) return "the last 24 hours";
  return days === 30 ? "the last month" : days === 28 ? "the last 4 weeks" : `the last ${String(days)} days`;
}
