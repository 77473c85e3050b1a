/**
 * What is SCORAD, what is its objective part, and what is it when the person rates it?
 *
 * SCORAD = A/5 + 7B/2 + C: A = percent of the body 0-100 (a real number, not rounded before the end), B = sum of six signs 0-3,
 * C = itch + sleep loss, each 0-10. Objective SCORAD = A/5 + 7B/2. A patient page prints B/2 and a calculator an invented formula;
 * both fail the tests here. Source: European Task Force on Atopic Dermatitis 1993.
 */
import { ok } from "../base/result.ts";
import {
  answerTo,
  bandTable,
  computed,
  icd10,
  makeInstrument,
  percent,
  points,
  realItem,
  sumOf,
  wholeItem,
} from "./make-instrument.ts";
import type { BandTable, Instrument, ScaleForm, ScoreRemark } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

/** Generic names of the six signs of B, in print order. */
const SIGNS = ["redness", "swelling", "oozingOrCrusts", "scratchMarks", "thickening", "dryness"] as const;

/** A 0-100, B 0-18, C 0-20 to SCORAD 0-103 and objective SCORAD 0-83, each rounded once to one decimal. */
export function scoradOf(
  extentPercent: number,
  intensity: number,
  symptoms: number,
): { readonly scorad: number; readonly objective: number } {
  // tenths as whole multiples: A/5 + 7B/2 + C = (2A + 35B + 10C) / 10, so that only A can bring a binary fraction
  const objectiveTenths = 2 * extentPercent + 35 * intensity;
  return {
    scorad: roundToTenth((objectiveTenths + 10 * symptoms) / 10),
    objective: roundToTenth(objectiveTenths / 10),
  };
}

const extent = realItem("extentPercent", 0, 100, ["A"]);
const signs = SIGNS.map((sign) => wholeItem(sign, 0, 3));
const symptoms = [realItem("itch", 0, 10), realItem("sleepLoss", 0, 10)];
const sums = [realItem("A", 0, 100), wholeItem("B", 0, 18), realItem("C", 0, 20)];

function scoradForms(remarks: readonly ScoreRemark[]): readonly [ScaleForm, ScaleForm] {
  const result = (a: number, b: number, c: number): ReturnType<ScaleForm["compute"]> => {
    const { scorad: total, objective } = scoradOf(a, b, c);
    return ok(computed(total, { objective }, remarks));
  };
  return [
    {
      id: "signs",
      items: [extent, ...signs, ...symptoms],
      missing: { rule: "refused" },
      compute: (answers) =>
        result(answerTo(answers, "extentPercent"), sumOf(answers, SIGNS), sumOf(answers, ["itch", "sleepLoss"])),
    },
    {
      id: "sums",
      items: sums,
      missing: { rule: "refused" },
      compute: (answers) => result(answerTo(answers, "A"), answerTo(answers, "B"), answerTo(answers, "C")),
    },
  ];
}

const twoCuts: BandTable = bandTable("below 25, 25 to 50, above 50 (ETFAD)", [
  { name: "mild", upTo: 25, inclusive: false },
  { name: "moderate", upTo: 50, inclusive: true },
  { name: "severe", upTo: 103, inclusive: true },
]);

const threeCuts: BandTable = bandTable("cuts 10, 29 and 49 (PO-SCORAD convention)", [
  { name: "clear", upTo: 10, inclusive: false },
  { name: "mild", upTo: 29, inclusive: false },
  { name: "moderate", upTo: 49, inclusive: false },
  { name: "severe", upTo: 103, inclusive: true },
]);

const objectivePart = { id: "objective", min: 0, max: 83, step: null };

/** SCORAD by a clinician, with its objective part. */
export const scorad: Instrument = makeInstrument({
  id: "scorad",
  name: "SCORAD",
  topic: "eczema",
  mode: "O",
  owner: "European Task Force on Atopic Dermatitis",
  licence: "Published formula of the European Task Force on Atopic Dermatitis, free to use; signs in own words.",
  formula: "A/5 + 7B/2 + C",
  source: "European Task Force on Atopic Dermatitis 1993",
  rater: "clinician",
  recallDays: 3,
  level: "continuous",
  total: { min: 0, max: 103, step: null },
  parts: [objectivePart],
  forms: scoradForms([]),
  bands: twoCuts,
  otherBands: [threeCuts],
  importantDifferences: [
    points(8.7, "8.7 points", "Schram 2012; Oykhman 2022"),
    percent(35, "35 % less, whatever the start", "Silverberg 2021, Br J Dermatol 184:888"),
  ],
  codes: [icd10("L20.9", "atopic dermatitis")],
});

/** SCORAD without what the person feels: signs and extent only. */
export const objectiveScorad: Instrument = makeInstrument({
  id: "objective-scorad",
  name: "Objective SCORAD",
  topic: "eczema",
  mode: "O",
  owner: "European Task Force on Atopic Dermatitis",
  licence: "Published formula of the European Task Force on Atopic Dermatitis, free to use; signs in own words.",
  formula: "A/5 + 7B/2",
  source: "European Task Force on Atopic Dermatitis 1993",
  rater: "clinician",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 83, step: null },
  forms: [
    {
      id: "signs",
      items: [extent, ...signs],
      missing: { rule: "refused" },
      compute: (answers) =>
        ok(computed(scoradOf(answerTo(answers, "extentPercent"), sumOf(answers, SIGNS), 0).objective)),
    },
    {
      id: "sums",
      items: sums.slice(0, 2),
      missing: { rule: "refused" },
      compute: (answers) => ok(computed(scoradOf(answerTo(answers, "A"), answerTo(answers, "B"), 0).objective)),
    },
  ],
  importantDifferences: [
    percent(35, "35 % less, whatever the start", "Silverberg 2021, Br J Dermatol 184:888"),
    points(8.2, "8.2 points", "as commonly cited, original not seen", false),
  ],
  codes: [icd10("L20.9", "atopic dermatitis")],
  unverified: ["difference of 8.2 points"],
});

/** The same arithmetic when the person looks at their own skin; never drawn in one line with a clinician's score. */
export const scoradSelf: Instrument = makeInstrument({
  id: "scorad-self",
  name: "Self-rated eczema score (SCORAD formula)",
  topic: "eczema",
  mode: "O",
  owner: "own words; the drawings and the app of PO-SCORAD are the Fondation Dermatite Atopique's",
  licence: "Own words with the published SCORAD formula; this is not the PO-SCORAD form.",
  formula: "A/5 + 7B/2 + C, rated by the person",
  source: "European Task Force on Atopic Dermatitis 1993; self-rated bands: PO-SCORAD",
  rater: "self",
  recallDays: 3,
  level: "continuous",
  total: { min: 0, max: 103, step: null },
  parts: [objectivePart],
  forms: scoradForms(["self-rated-not-clinician"]),
  bands: threeCuts,
  importantDifferences: [points(8, "about 8 points", "as commonly cited, original not seen", false)],
  codes: [icd10("L20.9", "atopic dermatitis")],
  unverified: ["important difference"],
});
