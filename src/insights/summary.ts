/**
 * What is the answer in at most three sentences, the most useful first?
 *
 * 1. The clearest finding (or: nothing stands out, and how large an effect would have had to be). 2. The two directions between
 * gut and skin. 3. What may be forgotten (pairs where an effect that matters is unlikely), or what is next to become clear.
 * "Nothing found" is a result and is said with the same care as a finding.
 */
import type { OutcomePosterior } from "../engine/posterior.ts";
import type { DocumentGroup, Verdict } from "./analysis-document.ts";
import { daysText } from "./numbers.ts";
import { detectableText, edgeSentence, type EdgeView } from "./statements.ts";

/** What the answer as a whole says of itself. */
export interface SummarySetting {
  readonly days: number;
  /** The sentence of two-way.ts. */
  readonly twoWay: string;
  /** A first look reports nothing yet: there a "maybe" is news, and "nothing stands out" would be said too early. */
  readonly preview: boolean;
}

/** At most three plain sentences. `views` (without those told in groups) in any order. */
export function summarise(
  views: readonly EdgeView[],
  groups: readonly DocumentGroup[],
  outcomes: readonly OutcomePosterior[],
  { days, twoWay, preview }: SummarySetting,
): readonly string[] {
  const asked = (["gut", "skin"] as const).every((role) => outcomes.some((outcome) => outcome.role === role));
  const isNews = ({ verdict }: { readonly verdict: Verdict }): boolean =>
    verdict === "strong" || verdict === "likely" || (preview && verdict === "maybe");
  const found = views.filter(isNews).sort(byUse);
  const foundGroups = groups.filter(isNews);
  // a finding with one name says more than one with several
  const lead = (found[0] ? edgeSentence(found[0]) : foundGroups[0]?.sentence) ?? null;
  const sentences =
    lead === null ? [nothingStandsOut(views, outcomes, days)] : [withCount(lead, found.length + foundGroups.length)];
  const last = quietOrNext(views);
  if (last !== null) sentences.push(last);
  // a street that the diary cannot ask about is the least useful thing to hear
  sentences.splice(asked ? 1 : sentences.length, 0, twoWay);
  return sentences.slice(0, 3);
}

/** Levers before states (a lever can be acted on), skin before others, then by probability, then by name. */
function byUse(a: EdgeView, b: EdgeView): number {
  return (
    Number(b.cause.role === "lever") - Number(a.cause.role === "lever") ||
    Number(b.outcome.role === "skin") - Number(a.outcome.role === "skin") ||
    b.edge.inclusionProbability - a.edge.inclusionProbability ||
    (a.edge.from < b.edge.from ? -1 : 1)
  );
}

function withCount(sentence: string, count: number): string {
  const more =
    count === 1 ? "" : ` (${String(count - 1)} more such ${count === 2 ? "sign is" : "signs are"} in the list)`;
  return sentence.replace(/\.$/, `${more}.`);
}

function nothingStandsOut(views: readonly EdgeView[], outcomes: readonly OutcomePosterior[], days: number): string {
  const start = `Nothing stands out in ${days === 1 ? "this 1 day" : `these ${String(days)} days`}`;
  const example = bestSeen(views, outcomes);
  if (!example)
    return `${start}, and there is not yet enough in the diary to say how large an effect would have to be.`;
  const size = detectableText(example.edge.detectableEffect, example.outcome, example.cause, example.step);
  return `${start}; for ${example.outcome.name}, for example, the diary could only have shown effects larger than about ${size}.`;
}

/** The pair whose detectable effect is smallest against the outcome's own spread: levers on skin first, since that is what is asked most. */
function bestSeen(views: readonly EdgeView[], outcomes: readonly OutcomePosterior[]): EdgeView | null {
  const spread = new Map(outcomes.map((outcome) => [outcome.name, outcome.sd]));
  const relative = (view: EdgeView): number =>
    (view.edge.detectableEffect * view.step) / Math.max(spread.get(view.edge.to) ?? NaN, 1e-12);
  const usable = views.filter((view) => Number.isFinite(relative(view)));
  const rank = (view: EdgeView): number =>
    2 * Number(view.outcome.role === "skin") + Number(view.cause.role === "lever");
  return (
    usable.sort((a, b) => rank(b) - rank(a) || relative(a) - relative(b) || (a.edge.from < b.edge.from ? -1 : 1))[0] ??
    null
  );
}

function quietOrNext(views: readonly EdgeView[]): string | null {
  const quiet = views.filter((view) => view.verdict === "none").sort(byUse);
  const first = quiet[0];
  if (first) {
    const pair = `${first.cause.name} for ${first.outcome.name}`;
    if (quiet.length === 1) return `Good to know: you can stop watching ${pair}; an effect that matters is unlikely.`;
    return `Good to know: for ${String(quiet.length)} pairs an effect that matters is unlikely, so you can stop watching them (${pair}, to name one).`;
  }
  const next = views
    .filter((view) => view.verdict === "not-enough-data" && (view.edge.furtherDaysNeeded ?? 0) > 0)
    .sort((a, b) => (a.edge.furtherDaysNeeded ?? 0) - (b.edge.furtherDaysNeeded ?? 0) || byUse(a, b))[0];
  if (!next) return null;
  const days = daysText(next.edge.furtherDaysNeeded ?? 0);
  return `Next to become clear: ${next.cause.name} and ${next.outcome.name}, after about ${days} more.`;
}
