/**
 * Which instruments for psoriasis does the product know?
 *
 * PASI (Fredriksson and Pettersson 1978), the scalp index PSSI, the self-rated SAPASI (Feldman; formula unverified) and number entry
 * for PSI. PASI has three signs (itch is not one) and always the weights .1 .2 .3 .4: there are no weights for children.
 */
import { ok } from "../base/result.ts";
import { areaClass, areaItem, areaPercentItem } from "./area-score.ts";
import {
  answerTo,
  bandTable,
  computed,
  icd10,
  makeInstrument,
  numberedItems,
  percent,
  points,
  realItem,
  sumForm,
  sumOf,
  wholeItem,
} from "./make-instrument.ts";
import type { BandTable, CheckedAnswers, Instrument, ScaleForm, ScaleItem } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

const SIGNS = ["erythema", "induration", "scaling"] as const;
/** Regions and weights in tenths. */
const REGIONS = [
  ["head", 1],
  ["arms", 2],
  ["trunk", 3],
  ["legs", 4],
] as const;

function pasiForm(
  id: string,
  area: (region: string) => ScaleItem,
  areaOf: (answers: CheckedAnswers, region: string) => number,
): ScaleForm {
  return {
    id,
    items: REGIONS.flatMap(([region]) => [...SIGNS.map((sign) => wholeItem(`${region}.${sign}`, 0, 4)), area(region)]),
    missing: { rule: "refused" },
    compute: (answers) => {
      const tenths = REGIONS.reduce((sum, [region, weight]) => {
        const signs = sumOf(
          answers,
          SIGNS.map((sign) => `${region}.${sign}`),
        );
        return sum + weight * signs * areaOf(answers, region);
      }, 0);
      return ok(computed(roundToTenth(tenths / 10)));
    },
  };
}

/** PASI 0-72 by a clinician. */
export const pasi: Instrument = makeInstrument({
  id: "pasi",
  name: "PASI",
  topic: "psoriasis",
  mode: "O",
  owner: "nobody: published index",
  licence: "Published formula, free to use.",
  formula: "sum over regions of weight x (3 signs 0-4) x area 0-6; weights .1 .2 .3 .4 at every age",
  source: "Fredriksson and Pettersson 1978",
  rater: "clinician",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 72, step: 0.1 },
  forms: [
    pasiForm("regions", areaItem, (answers, region) => answerTo(answers, `${region}.area`)),
    pasiForm("regions with percent", areaPercentItem, (answers, region) =>
      areaClass(answerTo(answers, `${region}.areaPercent`)),
    ),
  ],
  bands: bandTable("cut at 10 (conventions vary)", [
    { name: "mild to moderate", upTo: 10, inclusive: true },
    { name: "severe", upTo: 72, inclusive: true },
  ]),
  otherBands: [
    bandTable("cuts 5 and 10 (conventions vary)", [
      { name: "mild", upTo: 5, inclusive: true },
      { name: "moderate", upTo: 10, inclusive: true },
      { name: "severe", upTo: 72, inclusive: true },
    ]),
  ],
  importantDifferences: [
    percent(
      75,
      "75 % less (PASI75), the usual response in trials; 90 % is PASI90",
      "as commonly cited, original not seen",
      false,
    ),
  ],
  codes: [icd10("L40.0", "plaque psoriasis")],
  unverified: ["response criteria as an important difference"],
});

const scalp = (area: ScaleItem): readonly ScaleItem[] => [...SIGNS.map((sign) => wholeItem(sign, 0, 4)), area];

/** Scalp index 0-72: three signs times area of the scalp. */
export const pssi: Instrument = makeInstrument({
  id: "pssi",
  name: "PSSI",
  topic: "psoriasis",
  mode: "O",
  owner: "nobody: published index",
  licence: "Published formula, free to use.",
  formula: "(erythema + induration + scaling, each 0-4) x area of the scalp 0-6",
  source: "Thaci 2001 (as cited for PSSI); area classes as in PASI",
  rater: "clinician",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 72, step: 1 },
  forms: [
    sumForm(
      scalp(wholeItem("area", 0, 6)),
      { rule: "refused" },
      (answers) => sumOf(answers, SIGNS) * answerTo(answers, "area"),
    ),
    sumForm(
      scalp(realItem("areaPercent", 0, 100)),
      { rule: "refused" },
      (answers) => sumOf(answers, SIGNS) * areaClass(answerTo(answers, "areaPercent")),
      "items with percent",
    ),
  ],
  codes: [icd10("L40.9", "psoriasis")],
});

const sapasiBands: BandTable = bandTable(
  "cuts 3 and 15",
  [
    { name: "mild", upTo: 3, inclusive: true },
    { name: "moderate", upTo: 15, inclusive: true },
    { name: "severe", upTo: 72, inclusive: true },
  ],
  false,
);

/** Self-rated area scores and three marks on a line of length 10; reads higher than PASI and scatters more (r = .69, 351 people). */
export const sapasi: Instrument = makeInstrument({
  id: "sapasi",
  name: "SAPASI",
  topic: "psoriasis",
  mode: "O",
  owner: "Feldman and colleagues",
  licence: "Arithmetic only; ask the authors before using their form or its name on an own form.",
  formula: "(.1 head + .2 arms + .3 trunk + .4 legs, areas 0-6) x 4 x (redness + thickness + scale, each 0-10) / 10",
  source: "Feldman and colleagues 1994 (formula not seen in the original)",
  rater: "self",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 72, step: null },
  forms: [
    {
      id: "areas and lines",
      items: [
        ...REGIONS.map(([region]) => areaItem(region)),
        ...["redness", "thickness", "scale"].map((line) => realItem(line, 0, 10)),
      ],
      missing: { rule: "refused" },
      compute: (answers) => {
        const areaTenths = REGIONS.reduce(
          (sum, [region, weight]) => sum + weight * answerTo(answers, `${region}.area`),
          0,
        );
        const lines = sumOf(answers, ["redness", "thickness", "scale"]);
        return ok(computed(roundToTenth((areaTenths * 4 * lines) / 100), {}, ["self-rated-not-clinician"]));
      },
    },
  ],
  bands: sapasiBands,
  codes: [icd10("L40.9", "psoriasis")],
  unverified: ["formula", "bands"],
});

/** Eight answers 0-4; number entry only. */
export const psi: Instrument = makeInstrument({
  id: "psi",
  name: "PSI (Psoriasis Symptom Inventory)",
  topic: "psoriasis",
  mode: "N",
  owner: "Amgen",
  licence: "The Psoriasis Symptom Inventory is Amgen's: numbers only; ask the owner for the form.",
  link: "https://eprovide.mapi-trust.org",
  formula: "sum of 8 items, each 0-4",
  source: "Bushnell 2013 (range not seen in the original)",
  rater: "self",
  recallDays: 7,
  level: "continuous",
  total: { min: 0, max: 32, step: 1 },
  forms: [sumForm(numberedItems(8, 0, 4))],
  importantDifferences: [points(3, "about 3 points", "as commonly cited, original not seen", false)],
  codes: [icd10("L40.9", "psoriasis")],
  unverified: ["range", "recall period (24 hours or 7 days)", "important difference"],
});
