/**
 * Which instruments for rosacea does the product know?
 *
 * An own-worded redness grade 0-4 for daily use; number entry for the two owned redness grades (CEA by a clinician, PSA by the
 * person; Tan 2014/15) and for RosaQoL. The four are different things and are never drawn in one line.
 */
import { grades, icd10, makeInstrument, numberedItems, sumForm, sumOf, wholeItem } from "./make-instrument.ts";
import type { ImportantDifference, Instrument } from "./instrument.ts";

const rosaceaCode = icd10("L71.9", "rosacea");
const oneGrade: readonly ImportantDifference[] = [
  grades(1, "1 grade", "Tan 2014/15, original not seen", false),
  grades(2, "2 grades: what trials ask for, on both scales at once", "as commonly cited, original not seen", false),
];

/** Redness now, 0-4, in own words. */
export const redness: Instrument = makeInstrument({
  id: "redness",
  name: "Redness 0-4",
  topic: "rosacea",
  mode: "O",
  owner: "own words",
  licence: "Own words on a 0-4 scale, free to use; it is neither the CEA nor the PSA.",
  formula: "one grade, 0-4: none, faint, easy to see, strong, very strong",
  source: "own scale",
  rater: "self",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("redness", 0, 4)])],
  bands: {
    cutoffs: "own words",
    verified: true,
    bands: ["none", "faint", "easy to see", "strong", "very strong"].map((name, grade) => ({
      name,
      upTo: grade,
      inclusive: true,
    })),
  },
  importantDifferences: [grades(1, "1 grade; you may set your own", "own scale", false)],
  codes: [rosaceaCode],
});

/** Redness grade 0-4 by a clinician, owned wording: number entry. */
export const cea: Instrument = makeInstrument({
  id: "cea",
  name: "CEA (clinician's redness)",
  topic: "rosacea",
  mode: "N",
  owner: "Galderma",
  licence: "The wording of the CEA is Galderma's: numbers only.",
  link: "https://doi.org/10.1016/j.jaad.2014.05.007",
  formula: "one grade, 0-4",
  source: "Tan 2014",
  rater: "clinician",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("grade", 0, 4)])],
  importantDifferences: oneGrade,
  codes: [rosaceaCode],
  unverified: ["important difference"],
});

/** Redness grade 0-4 by the person, owned wording: number entry. */
export const psaRedness: Instrument = makeInstrument({
  id: "psa-redness",
  name: "PSA (own redness, official form)",
  topic: "rosacea",
  mode: "N",
  owner: "Galderma",
  licence: "The wording of the PSA is Galderma's: numbers only.",
  link: "https://www.galderma.com",
  formula: "one grade, 0-4",
  source: "Tan 2015",
  rater: "self",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("grade", 0, 4)])],
  importantDifferences: oneGrade,
  codes: [rosaceaCode],
  unverified: ["important difference"],
});

/** Mean of 21 answers 1-5: number entry. */
export const rosaqol: Instrument = makeInstrument({
  id: "rosaqol",
  name: "RosaQoL",
  topic: "rosacea",
  mode: "N",
  owner: "Nicholson and colleagues",
  licence: "RosaQoL belongs to its authors: numbers only; ask them for the form.",
  link: "https://doi.org/10.1016/j.jaad.2007.01.048",
  formula: "mean of 21 items, each 1-5",
  source: "Nicholson 2007",
  rater: "self",
  recallDays: 28,
  level: "continuous",
  total: { min: 1, max: 5, step: 0.1 },
  forms: [sumForm(numberedItems(21, 1, 5), { rule: "refused" }, (answers) => sumOf(answers) / 21)],
  codes: [rosaceaCode],
  unverified: ["recall period of 4 weeks"],
});
