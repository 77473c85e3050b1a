/**
 * Is the street between gut and skin open in both directions?
 *
 * "Two-way" is said only when both directions have a probability above .8, the way back counting directly or by way of stress or
 * sleep; otherwise the sentence says which direction has a
 * sign and which is open. A direction whose scores are not in the diary at all is not "open", it was never asked.
 */
import type { OutcomePosterior, TwoWay } from "../engine/posterior.ts";
import { chanceText } from "./numbers.ts";

/** Both directions must lie above this for the word "two-way". */
export const TWO_WAY_ABOVE = 0.8;
/** Below this there is no sign at all in a direction. */
const NO_SIGN_BELOW = 0.2;

/** One plain sentence on the two directions. `outcomes` say which roles the diary holds. */
export function twoWaySentence(twoWay: TwoWay, outcomes: readonly OutcomePosterior[]): string {
  const toSkin = twoWay.gutToSkin.probability;
  const toGut = twoWay.skinToGut.probability;
  if (toSkin === null || toGut === null) return neverAsked(outcomes);

  const path = byWayOf(twoWay);
  const skinFollowed = `the skin followed the gut (${chanceText(toSkin)})`;
  const gutFollowed = `the gut followed the skin (${chanceText(toGut)})${path}`;
  const via = twoWay.skinToGut.viaStressOrSleep;
  if (toSkin > TWO_WAY_ABOVE && toGut > TWO_WAY_ABOVE) {
    return `The street looks two-way: ${skinFollowed}, and ${gutFollowed}.`;
  }
  if (toSkin > TWO_WAY_ABOVE && via !== null && via > TWO_WAY_ABOVE) {
    return `The street looks two-way: ${skinFollowed}, and the gut followed the skin by way of stress or sleep (${chanceText(via)}).`;
  }
  const openToSkin = stateOf("from gut to skin", toSkin);
  const openToGut = `${stateOf("from skin to gut", toGut)}${path}`;
  if (toSkin > TWO_WAY_ABOVE) return `One direction has a sign: ${skinFollowed}; ${openToGut}.`;
  if (toGut > TWO_WAY_ABOVE) return `One direction has a sign: ${gutFollowed}; ${openToSkin}.`;
  return `Between gut and skin neither direction is clear: ${openToSkin}, and ${openToGut}.`;
}

function neverAsked(outcomes: readonly OutcomePosterior[]): string {
  const missing = (["gut", "skin"] as const).filter((role) => !outcomes.some((outcome) => outcome.role === role));
  const what =
    missing.length === 0
      ? "gut and skin scores that are not parts of each other"
      : missing.map((role) => `a ${role} score`).join(" and ");
  return `To ask how gut and skin go together in both directions, this diary needs ${what} on enough days.`;
}

function stateOf(direction: string, probability: number): string {
  const chance = chanceText(probability);
  return probability < NO_SIGN_BELOW
    ? `${direction} there is no sign so far (${chance})`
    : `${direction} is open (${chance})`;
}

/** Said only when the way through stress or sleep has a clear sign of its own. */
function byWayOf(twoWay: TwoWay): string {
  const via = twoWay.skinToGut.viaStressOrSleep;
  return via !== null && via > TWO_WAY_ABOVE ? `, in part by way of stress or sleep (${chanceText(via)})` : "";
}
