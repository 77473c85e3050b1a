/**
 * What do the screens of *Learn* say by themselves? (Evidence is worded by insights. Part of words.ts.)
 */
import type { CellFinding, Measure } from "../lib/index.ts";
import { plural } from "./words-plural.ts";

export const learnWords = {
  title: "What trials found",
  lead: "For food, habits and treatments, and five skin conditions: what was tested, what was found, and what was not.",
  lessons: "Three things to keep in mind",
  behind: "The studies behind this",
  directions: "Two directions",
  toSkin: { title: "To the skin", text: "from gut, food, stress and sleep" },
  fromSkin: { title: "From the skin", text: "to gut, stress and mood" },
  records: (count: number): string => plural(count, "study or pool", "studies or pools"),
  condition: "Which condition?",
  skinState: "Starting from what?",
  actions: "Things to do, eat or take",
  states: "Things about gut and person",
  matrixName: (title: string): string => `${title}, as a table. It can be scrolled sideways.`,
  lever: "What",
  leadsTo: "What it goes with",
  tried: "Trials looked at this",
  watched: "Only watched or asked",
  unchecked: "Trials that nobody has checked yet",
  empty: "No trial found",
  hits: (count: number): string => `${count} with an effect`,
  seenTogether: (count: number): string => `${count} seen together`,
  nulls: (count: number): string => `${count} without`,
  unverified: (count: number): string => `${count} unverified`,
  certainty: (span: string): string => `certainty: ${span}`,
  legend: "How to read the signs",
  around: "Around this page",
  fromState: (name: string): string => `From the skin: ${name}`,
  fromSkinTable: "What skin goes with in gut and mind",
  back: "Back to the overview",
  allOf: (name: string): string => `Everything on ${name}`,
  otherWay: (name: string): string => `The other direction: from ${name}`,
  otherWayTo: (name: string): string => `The other direction: to ${name}`,
  cells: "What was looked at",
  beside: "Beside the skin: risks, and steps in between",
  besideHint: "These studies looked at harm, at the gut itself or at a blood marker, not at the skin.",
  studies: (count: number): string => `The records (${count})`,
  nullsAmong: (nulls: number, all: number): string => `${nulls} of ${all} show no effect.`,
  absolute: "In numbers of people",
  absoluteNone: "The source gives no absolute numbers.",
  withIt: "with it",
  withoutIt: "without it",
  noInterval: "The source gives no interval, so its size is not drawn.",
  interval: "What is an interval?",
  none: "no effect",
  better: "better",
  worse: "worse",
  notShown: "What this does not show",
  contradicts: "Others say otherwise",
  more: "Who, how sure, and how it was seen",
  source: "Source",
  unknown: "There is no such page here. This is the overview.",
  read: "Read",
} as const;

/** What each sign of the matrix means. */
export const findingMeanings: Readonly<Record<CellFinding, string>> = {
  favours: "Trials show an effect for the better, and none of them shows nothing.",
  against: "Trials show an effect for the worse.",
  mixed: "Some trials, or some of what they measured, show an effect; others show none.",
  null: "Trials looked and showed no effect. That is a finding too.",
  "only-association": "No trial. People were only watched or asked, so something else may explain it.",
  "unverified-only": "Trials are recorded, but nobody has checked them against the source. They claim nothing.",
  "no-trial-found": "Nobody has tested it, or it is not recorded here.",
};

/** Terms that a tap explains, in plain words. */
export const terms = {
  certainty:
    "How much one may rely on the figure: high, moderate, low or very low. It falls with few people, missing blinding, money of a maker, or studies that disagree.",
  interval:
    "The 95 % interval. If the study were done again and again, most such intervals would hold the true average. Where it reaches “no effect”, nothing was shown.",
  unverified: "The figures of this record are not checked against the source yet. It may not stand behind anything.",
  matters:
    "The smallest change that people notice, as other studies found it. Below 1 the average change is smaller than that.",
  design: "How the study was made. Only where chance decides who gets what can the difference be called an effect.",
} as const;

/** What a measure means. */
export const measureMeanings: Readonly<Record<Measure, string>> = {
  MD: "MD: how many points the two groups differ, on average.",
  SMD: "SMD: the difference in spreads between people. 0.2 is small, 0.8 is large.",
  g: "g: the difference in spreads between people. 0.2 is small, 0.8 is large.",
  d: "d: the difference in spreads between people. 0.2 is small, 0.8 is large.",
  r: "r: how closely two things go together, from −1 to 1; 0 is not at all.",
  RD: "RD: the difference of two shares. 0.09 is 9 more in 100.",
  difference: "How far apart the two averages are.",
  OR: "OR: a ratio of odds. 1 is no difference, 2 is twice the odds. It sounds larger than the difference in people.",
  aOR: "aOR: a ratio of odds, after other things were taken into account. 1 is no difference.",
  HR: "HR: how much more often it begins at any time. 1 is no difference.",
  RR: "RR: how many times as many people. 1 is no difference.",
  ratio: "How many times as much. 1 is no difference.",
  share: "A share of all people: 0.5 is 50 in 100.",
  Z: "Z: how far the figure lies from none, counted in its own uncertainty. It says nothing about size.",
  direction: "Only the direction is known here, no size.",
};
