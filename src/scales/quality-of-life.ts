/**
 * Which quality-of-life instruments does the product know? Number entry for all of them.
 *
 * DLQI (Finlay 1994; bands Hongbo 2005): ten answers 0-3, one missing counts as 0, two or more give no score. Skindex-16 and -29
 * (Chren): three domain means 0-100; a domain with more than a quarter of its answers missing has none; no total.
 */
import { ok } from "../base/result.ts";
import {
  bandsUpTo,
  computed,
  loinc,
  makeInstrument,
  numberedItems,
  points,
  sumForm,
  wholeItem,
} from "./make-instrument.ts";
import type { Instrument, ScaleForm, ScaleItem, ScalePart } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

/** Ten answers 0-3 for the past week ("not relevant" = 0), sum 0-30; from 16 years. */
export const dlqi: Instrument = makeInstrument({
  id: "dlqi",
  name: "DLQI",
  topic: "quality of life",
  mode: "N",
  owner: "Cardiff University",
  licence:
    "Dermatology Life Quality Index, copyright A. Y. Finlay and G. K. Khan, April 1992: free for patients and routine care, other use by licence; fill in the official form there.",
  link: "https://www.cardiff.ac.uk/medicine/resources/quality-of-life-questionnaires/dermatology-life-quality-index",
  formula: "sum of 10 items, each 0-3",
  source: "Finlay and Khan 1994; bands Hongbo 2005",
  rater: "self",
  recallDays: 7,
  level: "continuous",
  total: { min: 0, max: 30, step: 1 },
  forms: [sumForm(numberedItems(10, 0, 3), { rule: "counted-as-zero", atMost: 1 })],
  bands: bandsUpTo(
    "Hongbo 2005",
    ["none", 1],
    ["small", 5],
    ["moderate", 10],
    ["very large", 20],
    ["extremely large", 30],
  ),
  otherBands: [bandsUpTo("three strata, Silverberg 2018", ["DLQI 0-5", 5], ["DLQI 6-10", 10], ["DLQI 11-30", 30])],
  importantDifferences: [points(4, "4 points", "secondary page", false)],
  minimumAgeYears: 16,
  unverified: ["rule for missing answers", "item 7 answered yes = 3"],
});

const SKINDEX_16: Domains = {
  symptoms: range(1, 4),
  emotions: range(5, 11),
  functioning: range(12, 16),
};

/** Printed numbers of the 29-item form, which jumps over 18 (an item that is not scored); Chren 1997 was not seen: unverified. */
const SKINDEX_29: Domains = {
  symptoms: ["1", "7", "10", "16", "19", "24", "27"],
  emotions: ["3", "6", "9", "12", "13", "15", "21", "23", "26", "28"],
  functioning: ["2", "4", "5", "8", "11", "14", "17", "20", "22", "25", "29", "30"],
};

const skindexParts: readonly ScalePart[] = ["symptoms", "emotions", "functioning"].map((id) => ({
  id,
  min: 0,
  max: 100,
  step: null,
}));

const skindex = {
  topic: "quality of life",
  mode: "N",
  owner: "Mary-Margaret Chren, through Mapi Research Trust",
  licence: "Skindex is M.-M. Chren's, distributed by Mapi Research Trust: numbers only; ask there for the form.",
  link: "https://eprovide.mapi-trust.org",
  rater: "self",
  level: "continuous",
  total: null,
  parts: skindexParts,
} as const;

/** 16 answers 0-6 for the past week, three domain means 0-100. */
export const skindex16: Instrument = makeInstrument({
  ...skindex,
  id: "skindex-16",
  name: "Skindex-16",
  formula: "each item x 100/6; mean of the answered items of a domain",
  source: "Chren 2001; domains as in the public Skindex-16 calculator of the DermPRO consortium",
  recallDays: 7,
  forms: [domainForm(numberedItems(16, 0, 6), SKINDEX_16, 100 / 6)],
  codes: [loinc("95977-5", "emotion domain")],
});

/** 29 answers in five levels 0-4 for the past four weeks, three domain means 0-100. */
export const skindex29: Instrument = makeInstrument({
  ...skindex,
  id: "skindex-29",
  name: "Skindex-29",
  formula: "each item x 25; mean of the answered items of a domain",
  source: "Chren 1997 (item numbers of the domains not seen in the original)",
  recallDays: 28,
  forms: [
    domainForm(
      range(1, 30)
        .filter((number) => number !== "18")
        .map((number) => wholeItem(number, 0, 4)),
      SKINDEX_29,
      25,
    ),
  ],
  unverified: ["which item numbers belong to which domain"],
});

type Domains = Readonly<Record<string, readonly string[]>>;

function domainForm(items: readonly ScaleItem[], domains: Domains, factor: number): ScaleForm {
  return {
    id: "items",
    items,
    missing: { rule: "by-part", text: "a domain needs three quarters of its answers" },
    compute: (answers) => {
      const parts = Object.entries(domains).map(([domain, members]) => {
        const answered = members.flatMap((item) => answers.get(item) ?? []);
        const missing = members.length - answered.length;
        const sum = answered.reduce((total, value) => total + value, 0);
        // more than a quarter missing: no score, so exactly a quarter still counts
        return [domain, 4 * missing > members.length ? null : roundToTenth((factor * sum) / answered.length)] as const;
      });
      return ok(computed(null, Object.fromEntries(parts)));
    },
  };
}

function range(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
