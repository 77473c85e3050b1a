/**
 * Which instruments for dry skin does the product know?
 *
 * The overall dry skin score ODS (0-4) and its four-sign sister SRRC (scaling, roughness, redness, cracks, each 0-4, sum 0-16);
 * EEMCO guidance, Serup 1995. The grading of the signs was not seen in the original.
 */
import { icd10, makeInstrument, sumForm, wholeItem } from "./make-instrument.ts";
import type { Instrument } from "./instrument.ts";

const licence = "Published guidance (EEMCO), free to use; signs in own words.";
const xerosis = icd10("L85.3", "dry skin (xerosis cutis)");

/** One overall grade of dryness, 0-4. */
export const ods: Instrument = makeInstrument({
  id: "ods",
  name: "ODS",
  topic: "dryness",
  mode: "O",
  owner: "EEMCO group",
  licence,
  formula: "one grade, 0-4",
  source: "EEMCO guidance, Serup 1995",
  rater: "either",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 4, step: 1 },
  forms: [sumForm([wholeItem("dryness", 0, 4)])],
  codes: [xerosis],
});

/** Four signs 0-4, sum 0-16. */
export const srrc: Instrument = makeInstrument({
  id: "srrc",
  name: "SRRC",
  topic: "dryness",
  mode: "O",
  owner: "EEMCO group",
  licence,
  formula: "scaling + roughness + redness + cracks, each 0-4",
  source: "EEMCO guidance, Serup 1995 (grading not seen in the original)",
  rater: "either",
  recallDays: 0,
  level: "continuous",
  total: { min: 0, max: 16, step: 1 },
  forms: [sumForm(["scaling", "roughness", "redness", "cracks"].map((sign) => wholeItem(sign, 0, 4)))],
  codes: [xerosis],
  unverified: ["grading of the signs"],
});
