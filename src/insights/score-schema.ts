/**
 * What shape do answers for scoring have, and what shape does `gutskin.score/1` promise to programs?
 *
 * `scoreAnswersSchema` checks what comes from outside before the scales room sees it; `scoreSchema` and `instrumentsSchema` are strict,
 * so that a later version is never read as this one. `scripts/write-schemas.mjs` writes them all to schemas/.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { ScoreAnswers } from "../scales/score-instrument.ts";
import type { InstrumentsDocument, ScoreDocument } from "./score-document.ts";
import type { ScoreHistoryDocument } from "./score-history-document.ts";

const answer = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const group = z.union([z.array(answer), z.record(z.string(), answer)]);

/** Answers by item, in order or by name; or only the total. */
export const scoreAnswersSchema: Schema<ScoreAnswers> = schemaOf<ScoreAnswers>(
  "set of answers",
  z.strictObject({
    items: z.exactOptional(z.union([z.array(answer), z.record(z.string(), z.union([answer, group]))])),
    total: z.exactOptional(answer),
    ageYears: z.exactOptional(z.number()),
    weights: z.exactOptional(z.enum(["adult", "under8"])),
  }),
);

const range = { min: z.number(), max: z.number(), step: z.nullable(z.number()) };
const part = z.strictObject({ id: z.string(), ...range });
const band = z.strictObject({ name: z.string(), cutoffs: z.string(), verified: z.boolean() });
const difference = z.strictObject({
  value: z.number(),
  unit: z.enum(["points", "percent", "grades"]),
  meaning: z.string(),
  source: z.string(),
  verified: z.boolean(),
});
const carried = {
  name: z.string(),
  topic: z.enum([
    "eczema",
    "psoriasis",
    "acne",
    "rosacea",
    "dryness",
    "itch",
    "quality of life",
    "gut",
    "stress",
    "sleep",
  ]),
  mode: z.enum(["O", "T", "N"]),
  licence: z.string(),
  link: z.nullable(z.string()),
  source: z.string(),
  rater: z.enum(["self", "clinician", "either"]),
  recallDays: z.nullable(z.number()),
  betterIs: z.enum(["lower", "neither"]),
  unverified: z.array(z.string()),
  codes: z.array(
    z.strictObject({
      system: z.enum(["LOINC", "ICD-10", "urn:gutskin:scales"]),
      code: z.string(),
      about: z.string(),
    }),
  ),
};

const change = z.strictObject({
  since: z.string(),
  points: z.number(),
  percent: z.nullable(z.number()),
  direction: z.enum(["better", "worse", "same", "neither"]),
  reached: z.array(difference),
  sentences: z.array(z.string()),
});
const rater = z.enum(["self", "clinician"]);

/** A score with what must stand beside it. */
export const scoreSchema: Schema<ScoreDocument> = schemaOf<ScoreDocument>(
  "score",
  z.strictObject({
    schema: z.literal("gutskin.score/1"),
    instrument: z.string(),
    ...carried,
    total: z.nullable(z.number()),
    range: z.nullable(z.strictObject(range)),
    parts: z.array(z.strictObject({ id: z.string(), ...range, value: z.nullable(z.number()) })),
    band: z.nullable(band),
    otherBands: z.array(band),
    minimalImportantDifference: z.nullable(difference),
    otherImportantDifferences: z.array(difference),
    missingItems: z.array(z.string()),
    enteredAs: z.enum(["items", "total"]),
    form: z.nullable(z.string()),
    remarks: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
    saved: z.exactOptional(
      z.strictObject({
        id: z.string(),
        day: z.string(),
        rater,
        undo: z.nullable(z.string()),
        change: z.nullable(change),
      }),
    ),
  }),
);

const bandTable = z.strictObject({
  cutoffs: z.string(),
  bands: z.array(z.strictObject({ name: z.string(), upTo: z.number(), inclusive: z.boolean() })),
  verified: z.boolean(),
});

const form = z.strictObject({
  id: z.string(),
  items: z.array(
    z.strictObject({ id: z.string(), ...range, kind: z.enum(["number", "clock"]), aliases: z.array(z.string()) }),
  ),
  missing: z.union([
    z.strictObject({ rule: z.literal("refused") }),
    z.strictObject({ rule: z.literal("counted-as-zero"), atMost: z.number() }),
    z.strictObject({ rule: z.literal("by-part"), text: z.string() }),
  ]),
});

/** Every instrument with its items, rules and cut-offs. */
export const instrumentsSchema: Schema<InstrumentsDocument> = schemaOf<InstrumentsDocument>(
  "list of instruments",
  z.strictObject({
    schema: z.literal("gutskin.instruments/1"),
    instruments: z.array(
      z.strictObject({
        id: z.string(),
        ...carried,
        owner: z.string(),
        formula: z.string(),
        level: z.enum(["count", "ordinal", "continuous"]),
        minimumDaysBetween: z.number(),
        minimumAgeYears: z.nullable(z.number()),
        total: z.nullable(z.strictObject(range)),
        parts: z.array(part),
        forms: z.array(form),
        bands: z.nullable(bandTable),
        otherBands: z.array(bandTable),
        importantDifferences: z.array(difference),
      }),
    ),
  }),
);

/** The scores of the journal with their changes. */
export const scoreHistorySchema: Schema<ScoreHistoryDocument> = schemaOf<ScoreHistoryDocument>(
  "list of scores",
  z.strictObject({
    schema: z.literal("gutskin.scores/1"),
    lines: z.array(
      z.strictObject({
        instrument: z.string(),
        name: z.string(),
        rater,
        range: z.nullable(z.strictObject(range)),
        betterIs: z.enum(["lower", "neither"]),
        licence: z.string(),
        scores: z.array(
          z.strictObject({
            day: z.string(),
            total: z.nullable(z.number()),
            parts: z.record(z.string(), z.number()),
            band: z.nullable(band),
            change: z.nullable(change),
          }),
        ),
      }),
    ),
  }),
);
