/**
 * What is said about a lever that is kept up: how much in all after 7, 30 and 90 days, how much of it directly, and on which ways?
 *
 * The whole effect and its direct part are two views of one thing and are never added. Numbers count in the chance that there is
 * nothing (averaged over existence), so they are smaller than the "if real" ones of a single arrow.
 */
import type { Interval95, StepResponse } from "../engine/posterior.ts";
import { changeRange, changeText, scaled, shortChange, type SpokenInterval } from "./change-words.ts";
import { chanceText } from "./numbers.ts";
import { capitalised, stepPhrase, type Spoken } from "./spoken.ts";

/** Days after which the effect is said. */
export const TOLD_DAYS: readonly number[] = [7, 30, 90];

/** A response with everything that its sentences need. */
export interface ResponseView {
  readonly response: Pick<StepResponse, "points" | "paths" | "probability">;
  readonly cause: Spoken;
  readonly outcome: Spoken;
  readonly step: number;
  /** Changes below this get no number (change-words.ts). */
  readonly grain: number;
}

/** "10 g more fibre a day, kept up, went together with itch in all: 0.2 points lower after 7 days (...), 0.6 lower after 30 (...) and ...". */
export function totalSentence(view: ResponseView): string {
  const start = `${capitalised(stepPhrase(view.cause, view.step))}, kept up, all ways together: ${view.outcome.name}`;
  return `${start} ${changesOverDays(view, "total")}.`;
}

/** The direct part at the last told day; null when everything is direct. */
export function directSentence(view: ResponseView): string | null {
  if (view.response.paths.length === 0) return null;
  const last = view.response.points.findLast((point) => point.day <= (TOLD_DAYS[TOLD_DAYS.length - 1] ?? 90));
  if (!last) return null;
  const direct = scaled(last.direct, view.step);
  const range = changeRange(direct, view.outcome, view.grain);
  if (range === "no change") {
    return "Directly there is next to nothing of this: what there is goes by way of other scores.";
  }
  return `Of this, directly and not by way of other scores, after ${String(last.day)} days: ${changeText(direct.mean, view.outcome, view.grain)} (${range}); a part of the whole, not to be added to it.`;
}

/** One way: "By way of bloating: 0.2 points lower after 90 days (...); 72 in 100 that every step of this way is there." */
export function pathSentence(
  path: { readonly probability: number; readonly effect: Interval95 },
  viaNames: readonly string[],
  view: ResponseView,
): string {
  const effect = scaled(path.effect, view.step);
  const way = viaNames.join(", then ");
  return `By way of ${way}: ${changeText(effect.mean, view.outcome, view.grain)} after 90 days (${changeRange(effect, view.outcome, view.grain)}); ${chanceText(path.probability)} that every step of this way is there.`;
}

/** "0.2 points lower after 7 days (0.5 lower to 0.1 higher), 0.6 lower after 30 (...) and 0.7 lower after 90 (...)". */
export function changesOverDays(view: ResponseView, part: "total" | "direct"): string {
  const told = TOLD_DAYS.flatMap((day) => {
    const at = effectAt(view.response.points, part, day);
    return at === null ? [] : [{ day, effect: scaled(at, view.step) }];
  });
  const pieces = told.map(({ day, effect }, index) => {
    const { outcome, grain } = view;
    const size = index === 0 ? changeText(effect.mean, outcome, grain) : shortChange(effect.mean, outcome, grain);
    const after = index === 0 ? `after ${String(day)} days` : `after ${String(day)}`;
    return `${size} ${after} (${changeRange(effect, outcome, grain)})`;
  });
  return pieces.length < 2
    ? (pieces[0] ?? "unchanged")
    : `${pieces.slice(0, -1).join(", ")} and ${pieces[pieces.length - 1] ?? ""}`;
}

/** The effect after `day` days: the last point that is not later; null before the first point. */
export function effectAt(
  points: ResponseView["response"]["points"],
  part: "total" | "direct",
  day: number,
): SpokenInterval | null {
  return points.findLast((point) => point.day <= day)?.[part] ?? null;
}
