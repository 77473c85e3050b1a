/**
 * What do the axis screen and the panel of one arrow say by themselves? (Findings are worded by insights.
 * Part of words.ts.)
 */
import { plural } from "./words-plural.ts";

/** From here on years are said: nobody pictures 900 days. */
const YEARS_FROM = 730;

/** Whole days up to a hundred, then tens: more would look surer than it is. */
function roughDays(days: number): number {
  return days < 100 ? Math.ceil(days) : Math.round(days / 10) * 10;
}

export const axisWords = {
  title: "My axis",
  titleDemo: "The axis of a made-up person",
  working: "Working it out",
  workingOn: (outcome: string): string => `Looking at ${outcome}`,
  stop: "Stop",
  stopped: "Stopped. Nothing is lost.",
  start: "Work it out",
  places: {
    lever: "Food and habits",
    gut: "Gut",
    inflammation: "Inflammation",
    skin: "Skin",
    mind: "Stress, sleep",
  },
  restName: (from: string, to: string, count: number): string =>
    `${plural(count, "pair", "pairs")} from ${from} to ${to}: nothing to draw yet`,
  others: (count: number): string => `${count} without an arrow`,
  either: "or",
  keptUp: "Kept up for weeks",
  keptUpHint: "Everything together, directly and by way of other scores, with the chance of nothing counted in.",
  firstLook: "First look, being checked",
  worseDays: "Take days without an entry to be worse than the rest",
  notes: "Good to know first",
  readings: "How the numbers were read",
  table: "The arrows as a table",
  tableHead: [
    "From",
    "To",
    "For one example step",
    "Between (95 in 100)",
    "Days until it comes",
    "Chance that it is real",
  ],
  pictureName: "Your gut-skin axis",
  legendTitle: "How to read it",
  legend: {
    width: "wide arrow: strong",
    fog: "crisp: sure; foggy: the size is uncertain",
    dashed: "dashed: maybe",
    dotted: "dotted with a number: pairs without an arrow yet",
    either: "or: the diary cannot say which of them",
    number: "number on an arrow: change for one example step (on a small screen only its sign)",
    truth: "diamond: truly built in",
  },
  built: "Built in, and found",
  builtHint:
    "What the made-up person truly has, beside what gutskin says of the diary. Arrows that it says beyond these are false alarms.",
  builtHead: ["Arrow", "For one example step", "Truly", "Found (95 in 100)", "Says"],
  falseAlarms: (count: number): string =>
    count === 0
      ? "No arrow was reported that is not built in."
      : `${plural(count, "arrow", "arrows")} reported that ${count === 1 ? "is" : "are"} not built in.`,
  notAsked: "not asked",
  arrows: "The arrows in words",
  groups: {
    seen: "Seen together",
    maybe: "Maybe",
    none: "Looks like nothing",
    open: "Not enough data yet",
  },
  groupHints: {
    seen: "No arrow is clear yet. That is normal at the beginning.",
    maybe: "",
    none: "Nothing found is a result: you can stop watching these.",
    open: "These need more days, or days that differ more from each other.",
  },
  moreDays: (days: number): string =>
    days < YEARS_FROM
      ? `about ${plural(roughDays(days), "more day", "more days")}`
      : `about ${(days / 365).toFixed(1)} more years`,
  noMoreDays: "not with days like these",
  showAll: (count: number): string => `Show all ${count}`,
  summary: "In short",
  assumed: "What was assumed",
  unused: "What could not be used",
  outcomes: "How well the calculation went",
  outcomeHead: ["What", "Days known", "Agreement of the four runs (1 is perfect)", "Settled"],
  settled: "yes",
  notSettled: "no, read with care",
  days: (days: number): string => `${plural(days, "day", "days")} of diary`,
  tooFew: "There is not enough in the journal to work with yet.",
  tooFewHint: "A few weeks of evenings are a beginning. Until then you can look at a made-up person.",
  progressName: "Progress",
} as const;

export const panelWords = {
  to: "to",
  verdictMeaning: "What does this word mean?",
  verdicts: {
    strong: "Strong",
    likely: "Likely",
    maybe: "Maybe",
    none: "Looks like nothing",
    "not-enough-data": "Not enough data yet",
  },
  meanings: {
    strong:
      "At least 95 in 100 that these two go together in your diary, also after all other pairs were weighed. It does not say that one causes the other.",
    likely: "At least 80 in 100 that these two go together in your diary, after all other pairs were weighed.",
    maybe: "About as likely as not. More days will tell; nothing should be changed because of it.",
    none: "Your diary could have shown an effect that matters, and did not.",
    "not-enough-data": "Your diary cannot tell yet. This says nothing against it and nothing for it.",
  },
  effect: (step: string): string => `For ${step}`,
  ifReal: "if real",
  averaged: "with the chance of nothing",
  withStudies: "with what studies found",
  dataAlone: "your data alone",
  reliability: "Share of the entries' ups and downs that is real",
  entriesExact: "entries taken as exact",
  taught: "How much the diary taught about the size",
  slow: "Chance that it takes more than two weeks",
  learned: "What your diary taught",
  truth: "built in",
  truthText: (effect: string, days: string): string => `Truly built in: ${effect} after about ${days} days.`,
  noTruth: "In the made-up world there is no such arrow.",
  delay: "When it comes",
  delayDays: "days after one day with one more step",
  cursor: "Walk along the curve",
  cursorText: (day: number, mean: string, low: string, high: string): string =>
    `after ${plural(day, "day", "days")}: ${mean} (80 in 100: ${low} to ${high})`,
  typical: "typical",
  numbers: "The numbers",
  surer: "What would make it surer",
  cautions: "Take care",
  chance: "Chance that it is real",
  share: "Share of the ups and downs",
  detectable: "Smallest effect this diary would show",
  unknown: "cannot be said",
  more: "Days still needed",
  interval: (mean: string, low: string, high: string): string => `${mean} (95 in 100: ${low} to ${high})`,
  day: "Day",
  low: "Low (80 in 100)",
  high: "High (80 in 100)",
  mean: "Mean",
  stripName: (mean: string, low: string, high: string, unit: string): string =>
    `Effect ${mean} ${unit}, between ${low} and ${high} in 95 of 100`,
  curveName: (mean: string): string => `Effect over the days after one day; typical delay ${mean} days`,
} as const;

export const groupWords = {
  members: "One by one",
  look: "Look at this one alone",
} as const;

export const whatIfWords = {
  title: "What if you change it from tomorrow",
  titleKept: "If it goes on for weeks",
  amount: "Choose an amount",
  none: "no change",
  days: "days from tomorrow",
  part: "Dashed: the direct part, without the ways through other scores.",
  ways: "Directly, and by way of other scores",
  others: "The other scores",
} as const;

export const forecastWords = {
  title: "The days ahead",
  hint: "Dots are your last days; the band holds 80 of 100 such days to come.",
  days: "days from the last day of the diary",
  tableName: (label: string): string => `${label} as a table`,
  heads: ["Day", "Mean", "Low (80 in 100)", "High (80 in 100)"],
} as const;
