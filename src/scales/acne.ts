/**
 * Which instruments for acne does the product know?
 *
 * GAGS (Doshi 1997), plain lesion counts, CASS (0-5 per site) and a 0-4 global grade. GAGS grades each site by its **worst kind of
 * lesion** (0 none, 1 comedone, 2 papule, 3 pustule, 4 nodule), not by how many there are: a public program got that wrong.
 */
import { ok } from "../base/result.ts";
import { answerTo, bandsUpTo, computed, icd10, makeInstrument, sumForm, sumOf, wholeItem } from "./make-instrument.ts";
import type { Instrument } from "./instrument.ts";

/** Sites with their factors. */
const SITES = [
  ["forehead", 2, []],
  ["rightCheek", 2, ["r_cheek"]],
  ["leftCheek", 2, ["l_cheek"]],
  ["nose", 1, []],
  ["chin", 1, []],
  ["chestAndBack", 3, ["chest_back"]],
] as const;

/** Worst lesion 0-4 at six sites, weighted, 0-44. */
export const gags: Instrument = makeInstrument({
  id: "gags",
  name: "GAGS",
  topic: "acne",
  mode: "O",
  owner: "nobody: published grading",
  licence: "Published formula (Global Acne Grading System), free to use.",
  formula:
    "sum of factor x worst lesion (0 none, 1 comedone, 2 papule, 3 pustule, 4 nodule); factors 2 2 2 1 1 3: forehead, cheeks, nose, chin, chest and back",
  source: "Doshi 1997, Int J Dermatol 36:416 (grades not seen in the original)",
  rater: "either",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 44, step: 1 },
  forms: [
    sumForm(
      SITES.map(([site, , aliases]) => wholeItem(site, 0, 4, aliases)),
      { rule: "refused" },
      (answers) => SITES.reduce((sum, [site, factor]) => sum + factor * answerTo(answers, site), 0),
    ),
  ],
  bands: bandsUpTo("Doshi 1997", ["none", 0], ["mild", 18], ["moderate", 30], ["severe", 38], ["very severe", 44]),
  codes: [icd10("L70.0", "acne vulgaris")],
  unverified: ["grades of the worst lesion"],
});

/** More than anyone counts at one site; keeps slips of the finger out. */
const MOST_LESIONS = 500;
const LESIONS = ["comedones", "papulesAndPustules", "nodules"] as const;

/** Comedones, papules + pustules, nodules; total = sum. */
export const lesionCount: Instrument = makeInstrument({
  id: "lesion-count",
  name: "Lesion count",
  topic: "acne",
  mode: "O",
  owner: "nobody: a count",
  licence: "A count; free to use.",
  formula: "comedones + papules and pustules + nodules",
  source: "common practice in acne trials; the upper limit of 500 per kind is ours",
  rater: "either",
  recallDays: 0,
  level: "count",
  total: { min: 0, max: 3 * MOST_LESIONS, step: 1 },
  parts: LESIONS.map((id) => ({ id, min: 0, max: MOST_LESIONS, step: 1 })),
  forms: [
    {
      id: "items",
      items: LESIONS.map((id) => wholeItem(id, 0, MOST_LESIONS)),
      missing: { rule: "refused" },
      compute: (answers) =>
        ok(computed(sumOf(answers), Object.fromEntries(LESIONS.map((id) => [id, answerTo(answers, id)])))),
    },
  ],
  codes: [icd10("L70.0", "acne vulgaris")],
});

const CASS_SITES = ["face", "chest", "back"] as const;

/** One grade 0-5 each for face, chest and back; no total. */
export const cass: Instrument = makeInstrument({
  id: "cass",
  name: "CASS",
  topic: "acne",
  mode: "O",
  owner: "nobody: published grading",
  licence: "Published grading, free to use; grades in own words.",
  formula: "one grade 0-5 for each of face, chest and back; they are not added up",
  source: "Tan 2007 (grading not seen in the original)",
  rater: "clinician",
  recallDays: 0,
  level: "ordinal",
  total: null,
  parts: CASS_SITES.map((id) => ({ id, min: 0, max: 5, step: 1 })),
  forms: [
    {
      id: "items",
      items: CASS_SITES.map((id) => wholeItem(id, 0, 5)),
      missing: { rule: "by-part", text: "a site without a grade has none" },
      compute: (answers) =>
        ok(computed(null, Object.fromEntries(CASS_SITES.map((id) => [id, answers.get(id) ?? null])))),
    },
  ],
  codes: [icd10("L70.0", "acne vulgaris")],
  unverified: ["grading"],
});

/** One global grade 0-4 by a clinician. */
export const igaAcne: Instrument = makeInstrument({
  id: "iga-acne",
  name: "Global grade of acne 0-4",
  topic: "acne",
  mode: "O",
  owner: "nobody: common practice",
  licence: "A bare 0-4 grade, free to use.",
  formula: "one grade, 0-4",
  source: "common practice in acne trials (range not seen in the original)",
  rater: "clinician",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("grade", 0, 4)])],
  codes: [icd10("L70.0", "acne vulgaris")],
  unverified: ["range"],
});
