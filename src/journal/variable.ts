/**
 * What is a variable of the journal, and what must be known about it before a number is believed?
 *
 * One catalogue (catalogue.ts) describes every variable once: standard name, unit, range, step, which
 * direction is better, its role on the axis, and the delays that are usual for it. The check-in, the line
 * entry, the importers, the daily table and the engine all read it. Labels are names, not sentences.
 */

/** lever = something done or eaten; gut, inflammation, skin, stress, sleep = outcomes (and causes at lag >= 1); context = always adjusted for. */
export type Role = "lever" | "gut" | "inflammation" | "skin" | "stress" | "sleep" | "context";

/** Roles whose variables are explained (and, from the next day on, may explain others). */
export const outcomeRoles: readonly Role[] = ["gut", "inflammation", "skin", "stress", "sleep"];

/** Which direction is good news; "neither" where that depends (stool form, food). */
export type BetterIs = "lower" | "higher" | "neither";

/** How several records of one day become the day's value. */
export type DailyRule = "last" | "sum" | "mean" | "max" | "median";

/** The five skin manifestations that the check-in knows. */
export type SkinCondition = "acne" | "eczema" | "rosacea" | "psoriasis" | "dryness";

/** One row of the catalogue: what a number of this name means. */
export interface Variable {
  /** Standard name, camelCase, unit in the name where it has one: `fibreGrams`. Never reused for another meaning. */
  readonly id: string;
  /** A short name for screens and tables: "Itch". */
  readonly label: string;
  readonly role: Role;
  /** Natural unit of one step on the page: "points", "g", "h", "servings", "mg/L". */
  readonly unit: string;
  /** Lowest and highest possible value; absent when the scale has no such end. */
  readonly min?: number;
  readonly max?: number;
  /** Resolution of the scale (1 for whole points); absent for continuous amounts. */
  readonly step?: number;
  readonly betterIs: BetterIs;
  readonly dailyRule: DailyRule;
  /** Beyond these a value is refused as `out-of-range` on entry and import (plausibility, not health). */
  readonly plausibleMin: number;
  readonly plausibleMax: number;
  /** Usual days from cause to visible effect, first to last; where the number comes from is in `delaySource`. */
  readonly delayDays?: { readonly min: number; readonly max: number };
  /** Other names people type or export, lower case, any language. */
  readonly aliases: readonly string[];
  /** The conditions for whose daily check-in this item matters; absent = everyone. */
  readonly conditions?: readonly SkinCondition[];
  /** Ids of variables that contain this one or are contained in it: such pairs are never a cause and an effect (tautology guard). */
  readonly partOf?: readonly string[];
  /** Words at the two ends of a score: ["none", "worst imaginable"]. */
  readonly anchors?: readonly [string, string];
  /** True when a number without its unit is not believed, because several units are usual (kg or lb): a column must name it. */
  readonly unitMustBeSaid?: boolean;
  /** True for what screens and printed reports leave out until the person switches it on (energy, body weight). */
  readonly hiddenByDefault?: boolean;
  /** True when 0 may be read from silence on a day marked complete (ticks, servings, doses, minutes). */
  readonly silenceIsZeroOnCompleteDay?: boolean;
}
