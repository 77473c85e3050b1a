/**
 * Which instruments for eczema and itch does the product know, besides SCORAD and EASI (scorad.ts, easi.ts)?
 *
 * POEM (Charman 2004; number entry only), vIGA-AD (Simpson 2020) and a bare 0-10 itch scale (bands: Silverberg 2018).
 */
import {
  bandsUpTo,
  grades,
  icd10,
  loinc,
  makeInstrument,
  numberedItems,
  points,
  sumForm,
  wholeItem,
} from "./make-instrument.ts";
import type { Instrument } from "./instrument.ts";

/** Seven answers 0-4 for the past week, their sum 0-28; one missing counts as 0, two or more give no score. */
export const poem: Instrument = makeInstrument({
  id: "poem",
  name: "POEM",
  topic: "eczema",
  mode: "N",
  owner: "University of Nottingham",
  licence:
    "POEM is the University of Nottingham's: free for personal and non-commercial use; fill in the official form there.",
  link: "https://www.nottingham.ac.uk/research/groups/cebd/resources/poem.aspx",
  formula: "sum of 7 items, each 0-4",
  source: "Charman 2004; bands Charman 2013; LOINC 89870-0",
  rater: "self",
  recallDays: 7,
  level: "continuous",
  total: { min: 0, max: 28, step: 1 },
  forms: [sumForm(numberedItems(7, 0, 4), { rule: "counted-as-zero", atMost: 1 })],
  bands: bandsUpTo(
    "Charman 2013",
    ["clear/almost clear", 2],
    ["mild", 7],
    ["moderate", 16],
    ["severe", 24],
    ["very severe", 28],
  ),
  otherBands: [bandsUpTo("three strata, Silverberg 2018", ["POEM 0-7", 7], ["POEM 8-16", 16], ["POEM 17-28", 28])],
  importantDifferences: [
    points(3, "3 to 3.9 points: probably important (2 or less is noise)", "Howells 2018, Br J Dermatol 178:1135"),
    points(4, "4 points or more: very likely important", "Howells 2018, Br J Dermatol 178:1135"),
  ],
  codes: [loinc("89862-7", "panel"), loinc("89870-0", "total"), icd10("L20.9", "atopic dermatitis")],
  unverified: ["what counts when two answers are ticked for one item"],
});

/** One grade 0-4 by a clinician. The five grade names only; the descriptions of the grades are read at the owner's place. */
export const vigaAd: Instrument = makeInstrument({
  id: "viga-ad",
  name: "vIGA-AD",
  topic: "eczema",
  mode: "T",
  owner: "Eli Lilly and Company",
  licence:
    "vIGA-AD (Validated Investigator Global Assessment scale for Atopic Dermatitis), copyright Eli Lilly and Company, CC BY-ND 4.0; used unmodified.",
  link: "https://www.eczemacouncil.org/investigator-global-assessment-scale",
  formula: "one grade, 0-4",
  source: "Simpson 2020, J Am Acad Dermatol 83:839",
  rater: "clinician",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("grade", 0, 4)])],
  bands: bandsUpTo("vIGA-AD grades", ["clear", 0], ["almost clear", 1], ["mild", 2], ["moderate", 3], ["severe", 4]),
  importantDifferences: [grades(1, "one grade", "Simpson 2020")],
  codes: [icd10("L20.9", "atopic dermatitis")],
});

/** Worst itch of the last 24 hours on a bare 0-10 scale, whole points. */
export const itch: Instrument = makeInstrument({
  id: "itch",
  name: "Itch 0-10",
  topic: "itch",
  mode: "O",
  owner: "nobody: a bare 0-10 scale",
  licence: "A bare 0-10 scale in own words; free to use.",
  formula: "one number, 0-10: the worst itch of the last 24 hours",
  source: "bands: Silverberg 2018, Br J Dermatol (n = 210)",
  rater: "self",
  recallDays: 1,
  level: "ordinal",
  total: { min: 0, max: 10, step: 1 },
  forms: [sumForm([wholeItem("worst", 0, 10)])],
  bands: bandsUpTo("Silverberg 2018", ["mild", 3], ["moderate", 6], ["severe", 10]),
  importantDifferences: [
    points(2, "2 to 3 points: meaningful; you may set your own", "as commonly cited, original not seen", false),
    points(4, "4 points: counted as a response in trials", "as commonly cited, original not seen", false),
  ],
  codes: [icd10("L29.9", "itch")],
  unverified: ["important difference"],
});
