/**
 * What is the perceived-stress score, from raw answers and from answers that are already reversed?
 *
 * PSS-10 = items 1, 2, 3, 6, 9, 10 plus (4 - item) for 4, 5, 7, 8; PSS-4 = 1 + (4 - 2) + (4 - 3) + 4. LOINC's answer scores are
 * **already reversed**: reversing them again is the public error, so raw answers and coded scores are two types that do not mix.
 * No bands: the 13/26 cuts on the web are not the author's.
 */
import { ok } from "../base/result.ts";
import {
  answerTo,
  computed,
  loinc,
  makeInstrument,
  numberedItems,
  sumForm,
  sumOf,
  wholeItem,
} from "./make-instrument.ts";
import type { CheckedAnswers, Instrument, ScaleForm } from "./instrument.ts";

/** Answers 0-4 as ticked, in print order. */
export interface RawAnswers {
  readonly coding: "raw";
  readonly values: readonly number[];
}
/** Scores 0-4 as LOINC codes them: positive items are already turned round. */
export interface CodedScores {
  readonly coding: "coded";
  readonly values: readonly number[];
}

const REVERSED_10: readonly number[] = [4, 5, 7, 8];
const REVERSED_4: readonly number[] = [2, 3];

/** Raw answers turned into coded scores: `reversed` items (numbered from 1) become 4 minus the answer. */
export function codeAnswers(raw: RawAnswers, reversed: readonly number[]): CodedScores {
  return {
    coding: "coded",
    values: raw.values.map((value, index) => (reversed.includes(index + 1) ? 4 - value : value)),
  };
}

/** Total of coded scores; raw answers do not fit here, which is the point. */
export function totalOfCoded(scores: CodedScores): number {
  return scores.values.reduce((sum, value) => sum + value, 0);
}

function rawForm(count: number, reversed: readonly number[]): ScaleForm {
  const items = numberedItems(count, 0, 4);
  const read = (answers: CheckedAnswers): RawAnswers => ({
    coding: "raw",
    values: items.map(({ id }) => answerTo(answers, id)),
  });
  return {
    id: "raw answers",
    items,
    missing: { rule: "refused" },
    compute: (answers) => ok(computed(totalOfCoded(codeAnswers(read(answers), reversed)), {}, ["no-official-bands"])),
  };
}

const owned = {
  topic: "stress",
  mode: "N",
  owner: "Sheldon Cohen",
  licence:
    "The Perceived Stress Scale is Sheldon Cohen's: free for non-profit academic and educational use; fill in the official form there.",
  link: "https://www.cmu.edu/dietrich/psychology/stress-immunity-disease-lab/scales/index.html",
  rater: "self",
  recallDays: 30,
  level: "continuous",
} as const;

/** Ten answers 0-4 for the past month, total 0-40. */
export const pss10: Instrument = makeInstrument({
  ...owned,
  id: "pss-10",
  name: "PSS-10",
  formula: "items 1, 2, 3, 6, 9, 10 plus 4 minus each of items 4, 5, 7, 8",
  source: "Cohen and Williamson 1988; LOINC 106860-0",
  total: { min: 0, max: 40, step: 1 },
  forms: [
    rawForm(10, REVERSED_10),
    sumForm(
      Array.from({ length: 10 }, (_, index) => wholeItem(`loinc.${String(index + 1)}`, 0, 4)),
      { rule: "refused" },
      (answers) => totalOfCoded({ coding: "coded", values: [...answers.keys()].map((id) => sumOf(answers, [id])) }),
      "LOINC answer scores",
    ),
  ],
  codes: [loinc("106875-8", "panel"), loinc("106860-0", "total")],
});

/** Four answers 0-4 for the past month, total 0-16. */
export const pss4: Instrument = makeInstrument({
  ...owned,
  id: "pss-4",
  name: "PSS-4",
  formula: "item 1 + (4 - item 2) + (4 - item 3) + item 4",
  source: "Cohen 1983 (reversed items not seen in the original)",
  total: { min: 0, max: 16, step: 1 },
  forms: [rawForm(4, REVERSED_4)],
  unverified: ["which items are reversed"],
});
