/**
 * Which scores are asked each evening, and which once a week, for what bothers this person?
 *
 * Two items of its own per skin condition, between skin overall and gut and stress: at most six rows, so that twenty seconds are
 * enough (scales.md 6: itch, redness, dryness, scaling, new spots, flushing; only what fits). Kept apart from condition-profiles.ts because the
 * check-in needs no more than these names before the first paint.
 */
import type { SkinCondition } from "../journal/variable.ts";

/** What one condition adds to the questions; ids of the catalogue and of the instruments. */
export interface AskedItems {
  /** The items that tell most in one tap, first the one that tells most. */
  readonly daily: readonly [string, string];
  /** Scores that the person can fill in once a week, first the usual one. */
  readonly weekly: readonly [string, ...string[]];
  /** Scores that a clinician fills in, at a visit. */
  readonly atVisits: readonly string[];
}

/** Rows of a check-in at most. */
export const MOST_CHECK_IN_ROWS = 6;

/** Asked whatever bothers the person: skin first, gut and stress last. */
const FIRST = "skinSeverity";
const LAST = ["bloating", "stress"] as const;
/** Asked between them when nothing was chosen. */
const UNCHOSEN = "itch";

/** What each condition adds. */
export const askedItems: Readonly<Record<SkinCondition, AskedItems>> = {
  acne: {
    daily: ["acneSeverity", "newLesionCount"],
    weekly: ["gags", "lesion-count"],
    atVisits: ["iga-acne", "cass"],
  },
  eczema: {
    daily: ["itch", "skinDryness"],
    weekly: ["scorad-self", "poem"],
    atVisits: ["easi", "scorad", "objective-scorad", "viga-ad"],
  },
  rosacea: {
    daily: ["skinRedness", "flushingEpisodes"],
    weekly: ["redness", "psa-redness", "rosaqol"],
    atVisits: ["cea"],
  },
  psoriasis: {
    daily: ["skinScaling", "itch"],
    weekly: ["sapasi", "psi"],
    atVisits: ["pasi", "pssi"],
  },
  dryness: {
    daily: ["skinDryness", "itch"],
    weekly: ["srrc", "ods"],
    atVisits: [],
  },
};

/** Scores about daily life, gut, stress and sleep, that fit whatever bothers the person. */
export const everybodysScores: readonly string[] = [
  ...["dlqi", "skindex-16", "skindex-29"],
  ...["ibs-sss", "gsrs", "gsrs-ibs"],
  ...["pss-4", "pss-10", "psqi"],
];

/**
 * The rows of the check-in in their order, at most six: skin, then the first item of each condition, then the second ones while there is room, then
 * bloating and stress. Without a condition: skin, itch, bloating, stress.
 */
export function checkInItems(conditions: readonly SkinCondition[]): readonly string[] {
  const room = MOST_CHECK_IN_ROWS - 1 - LAST.length;
  const inTurn = [0, 1].flatMap((turn) => conditions.flatMap((condition) => askedItems[condition].daily[turn] ?? []));
  const own = conditions.length === 0 ? [UNCHOSEN] : [...new Set(inTurn)].slice(0, room);
  return [FIRST, ...own, ...LAST];
}
