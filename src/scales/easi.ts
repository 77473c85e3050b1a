/**
 * What is EASI, for adults and for children under 8?
 *
 * Region score = (redness + thickness + scratching + lichenification, each 0-3) x area 0-6; EASI = weighted sum over head and neck,
 * upper limbs, trunk, lower limbs. Weights .1 .2 .3 .4; **under 8 years .2 .2 .3 .3**. The age is the age on the day. Tests with
 * equal regions pass with either set, so the tests here use unequal ones. Source: Hanifin 2001; bands Leshem 2015; HOME initiative.
 */
import { ok } from "../base/result.ts";
import { areaClass, areaItem, areaPercentItem } from "./area-score.ts";
import {
  answerTo,
  bandsUpTo,
  computed,
  icd10,
  makeInstrument,
  percent,
  points,
  sumOf,
  wholeItem,
} from "./make-instrument.ts";
import type { CheckedAnswers, Instrument, ScaleForm, ScaleItem, ScoreRemark, ScoringContext } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

const SIGNS = ["erythema", "induration", "excoriation", "lichenification"] as const;

/** Regions with their other name and their weights in tenths, adult and under 8. */
const REGIONS = [
  { id: "head", aliases: [], adult: 1, under8: 2 },
  { id: "arms", aliases: ["upperLimbs"], adult: 2, under8: 2 },
  { id: "trunk", aliases: [], adult: 3, under8: 3 },
  { id: "legs", aliases: ["lowerLimbs"], adult: 4, under8: 3 },
] as const;

function regionItems(area: (region: string) => ScaleItem): readonly ScaleItem[] {
  return REGIONS.flatMap(({ id, aliases }) =>
    [...SIGNS.map((sign) => wholeItem(`${id}.${sign}`, 0, 3)), area(id)].map((item) => ({
      ...item,
      aliases: aliases.map((alias) => item.id.replace(id, alias)),
    })),
  );
}

function easiForm(
  id: string,
  area: ScaleForm["items"],
  areaOf: (answers: CheckedAnswers, region: string) => number,
): ScaleForm {
  return {
    id,
    items: area,
    missing: { rule: "refused" },
    compute: (answers, context) => {
      const weights = weightsFor(context);
      const tenths = REGIONS.reduce((sum, region) => {
        const signs = sumOf(
          answers,
          SIGNS.map((sign) => `${region.id}.${sign}`),
        );
        return sum + region[weights.set] * signs * areaOf(answers, region.id);
      }, 0);
      return ok(computed(roundToTenth(tenths / 10), {}, weights.remarks));
    },
  };
}

function weightsFor({ ageYears, weights }: ScoringContext): {
  readonly set: "adult" | "under8";
  readonly remarks: readonly ScoreRemark[];
} {
  const set = weights ?? (ageYears !== null && ageYears < 8 ? "under8" : "adult");
  if (set === "under8") return { set, remarks: ["under-8-weights"] };
  return { set, remarks: weights === null && ageYears === null ? ["adult-weights-assumed"] : [] };
}

/** EASI 0-72 by a clinician; weights by age, adult when no age is given (and the score says so). */
export const easi: Instrument = makeInstrument({
  id: "easi",
  name: "EASI",
  topic: "eczema",
  mode: "O",
  owner: "HOME initiative (harmonising outcome measures for eczema)",
  licence: "Published formula, free for clinicians (HOME); signs by their generic names.",
  link: "https://www.homeforeczema.org",
  formula: "sum over regions of weight x (4 signs 0-3) x area 0-6; weights .1 .2 .3 .4, under 8 years .2 .2 .3 .3",
  source: "Hanifin 2001; bands Leshem 2015",
  rater: "clinician",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 72, step: 0.1 },
  forms: [
    easiForm("regions", regionItems(areaItem), (answers, region) => answerTo(answers, `${region}.area`)),
    easiForm("regions with percent", regionItems(areaPercentItem), (answers, region) =>
      areaClass(answerTo(answers, `${region}.areaPercent`)),
    ),
  ],
  bands: bandsUpTo(
    "Leshem 2015",
    ["clear", 0],
    ["almost clear", 1],
    ["mild", 7],
    ["moderate", 21],
    ["severe", 50],
    ["very severe", 72],
  ),
  importantDifferences: [
    points(6.6, "6.6 points", "as commonly cited, original not seen", false),
    percent(50, "half as much, whatever the start", "Silverberg 2021, Br J Dermatol 184:888"),
  ],
  codes: [icd10("L20.9", "atopic dermatitis")],
  hasChildWeights: true,
  unverified: ["difference of 6.6 points"],
});
