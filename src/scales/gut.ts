/**
 * Which gut instruments does the product know?
 *
 * Stool form 1-7 in own words (both ends are trouble: two outcomes, loose max(0, B - 4) and hard max(0, 3.5 - B)), and number entry
 * for IBS-SSS (Francis 1997), GSRS (five domain means) and GSRS-IBS. The published IBS-SSS ranges overlap at 75, 175 and 300:
 * here below 75, 75 to below 175, 175 to 300, above 300; so 300 is moderate.
 */
import { ok } from "../base/result.ts";
import {
  answerTo,
  bandTable,
  bandsUpTo,
  computed,
  icd10,
  loinc,
  makeInstrument,
  numberedItems,
  points,
  sumForm,
  wholeItem,
} from "./make-instrument.ts";
import type { Instrument, ScaleForm } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

/** Form of one stool, 1-7, with the two outcomes of the model. */
export const stoolForm: Instrument = makeInstrument({
  id: "stool-form",
  name: "Stool form 1-7",
  topic: "gut",
  mode: "O",
  owner: "own words (the picture chart and words of the Bristol scale are owned)",
  licence: "Own seven descriptions, free to use; this is not the Bristol stool chart.",
  formula: "type 1-7; loose = max(0, type - 4), hard = max(0, 3.5 - type)",
  source: "idea of seven types: Lewis and Heaton 1997",
  rater: "self",
  recallDays: 0,
  betterIs: "neither",
  level: "ordinal",
  total: { min: 1, max: 7, step: 1 },
  parts: [
    { id: "loose", min: 0, max: 3, step: 1 },
    { id: "hard", min: 0, max: 2.5, step: null },
  ],
  forms: [
    {
      id: "items",
      items: [wholeItem("type", 1, 7)],
      missing: { rule: "refused" },
      compute: (answers) => {
        const type = answerTo(answers, "type");
        return ok(computed(type, { loose: Math.max(0, type - 4), hard: Math.max(0, 3.5 - type) }));
      },
    },
  ],
  bands: bandsUpTo("types 1-2, 3-5, 6-7", ["hard", 2], ["normal", 5], ["loose", 7]),
  codes: [{ ...loinc("11029-8", "stool consistency"), about: "stool consistency (unverified)" }],
  unverified: ["LOINC code"],
});

/** Five answers 0-100, sum 0-500. */
export const ibsSss: Instrument = makeInstrument({
  id: "ibs-sss",
  name: "IBS-SSS",
  topic: "gut",
  mode: "N",
  owner: "Rome Foundation",
  licence: "The IBS-SSS is licensed by the Rome Foundation: numbers only; ask there for the form.",
  link: "https://theromefoundation.org",
  formula: "sum of 5 items, each 0-100",
  source: "Francis 1997, Aliment Pharmacol Ther 11:395",
  rater: "self",
  recallDays: null,
  minimumDaysBetween: 10,
  level: "continuous",
  total: { min: 0, max: 500, step: 1 },
  forms: [sumForm(numberedItems(5, 0, 100))],
  bands: bandTable("Francis 1997; a limit that two ranges share goes up at 75 and 175 and stays below at 300", [
    { name: "remission/none", upTo: 75, inclusive: false },
    { name: "mild", upTo: 175, inclusive: false },
    { name: "moderate", upTo: 300, inclusive: true },
    { name: "severe", upTo: 500, inclusive: true },
  ]),
  importantDifferences: [points(50, "50 points reliably show improvement", "Francis 1997")],
  codes: [icd10("K58.9", "irritable bowel syndrome")],
  unverified: ["days between two uses (some versions look back 10 days)"],
});

const GSRS_DOMAINS: Readonly<Record<string, readonly number[]>> = {
  abdominalPain: [1, 4, 5],
  reflux: [2, 3],
  indigestion: [6, 7, 8, 9],
  constipation: [10, 13, 15],
  diarrhoea: [11, 12, 14],
};

/** 15 answers 1-7 for the past week, five domain means; no total. */
export const gsrs: Instrument = makeInstrument({
  id: "gsrs",
  name: "GSRS",
  topic: "gut",
  mode: "N",
  owner: "AstraZeneca",
  licence: "GSRS is AstraZeneca's: numbers only; ask the owner for the form.",
  link: "https://eprovide.mapi-trust.org",
  formula: "mean of each of five domains, items 1-7",
  source: "Svedlund 1988 and Dimenas 1995 (item numbers of the domains not seen in the original)",
  rater: "self",
  recallDays: 7,
  level: "continuous",
  total: null,
  parts: Object.keys(GSRS_DOMAINS).map((id) => ({ id, min: 1, max: 7, step: null })),
  forms: [gsrsForm()],
  unverified: ["which item numbers belong to which domain", "rule for missing answers"],
});

/** 13 answers in seven levels 0-6, sum 0-78. */
export const gsrsIbs: Instrument = makeInstrument({
  id: "gsrs-ibs",
  name: "GSRS-IBS",
  topic: "gut",
  mode: "N",
  owner: "AstraZeneca",
  licence: "GSRS-IBS is AstraZeneca's: numbers only; ask the owner for the form.",
  link: "https://eprovide.mapi-trust.org",
  formula: "sum of 13 items, seven levels each, here 0-6",
  source: "Wiklund 2003 (coding 0-6 follows from the total 0-78)",
  rater: "self",
  recallDays: 7,
  level: "continuous",
  total: { min: 0, max: 78, step: 1 },
  forms: [sumForm(numberedItems(13, 0, 6))],
  importantDifferences: [points(4, "about 4 points", "secondary source", false)],
  codes: [icd10("K58.9", "irritable bowel syndrome")],
  unverified: ["coding of the levels", "important difference"],
});

function gsrsForm(): ScaleForm {
  return {
    id: "items",
    items: numberedItems(15, 1, 7),
    missing: { rule: "by-part", text: "a domain needs all of its answers" },
    compute: (answers) => {
      const parts = Object.entries(GSRS_DOMAINS).map(([domain, members]) => {
        const answered = members.flatMap((item) => answers.get(String(item)) ?? []);
        if (answered.length < members.length) return [domain, null] as const;
        return [domain, roundToTenth(answered.reduce((sum, value) => sum + value, 0) / members.length)] as const;
      });
      return ok(computed(null, Object.fromEntries(parts)));
    },
  };
}
