/**
 * What shape does `gutskin.next/1` promise to programs?
 *
 * Strict: unknown keys are refused, so that a later version is never read as this one. `scripts/write-schemas.mjs` writes
 * schemas/next.schema.json from `.source`; the compiler checks it against the type.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import { experimentCodes } from "../evidence/safety-facts.ts";
import { documentSafety } from "./safety-shape.ts";
import type { SuggestionsDocument } from "./suggestion-document.ts";

const days = z.int().check(z.minimum(0));
const probability = z.number().check(z.minimum(0), z.maximum(1));

const card = z.strictObject({
  lever: z.string(),
  experiment: z.enum(experimentCodes),
  condition: z.nullable(z.string()),
  form: z.enum(["test", "observe"]),
  title: z.string(),
  trials: z.strictObject({
    sentence: z.string(),
    nulls: z.array(z.string()),
    certainty: z.nullable(z.enum(["high", "moderate", "low", "very low"])),
    records: z.array(z.string()),
  }),
  diary: z.string(),
  duration: z.string(),
  phaseDays: days,
  onePairDays: days,
  twoPairsDays: days,
  stop: z.array(z.string()),
  gate: z.strictObject({ state: z.enum(["open", "professional-first"]), sentences: z.array(z.string()) }),
  probabilityOfBenefit: probability,
  rank: z.number().check(z.minimum(0)),
});

const held = z.strictObject({
  lever: z.string(),
  experiment: z.enum(experimentCodes),
  title: z.string(),
  why: z.array(z.string()),
  openQuestions: z.int().check(z.minimum(0)),
});

/** Checks what `gutskin next --json` printed. */
export const suggestionsSchema: Schema<SuggestionsDocument> = schemaOf<SuggestionsDocument>(
  "list of suggestions",
  z.strictObject({
    schema: z.literal("gutskin.next/1"),
    safety: documentSafety,
    cards: z.array(card).check(z.maxLength(3)),
    nothing: z.nullable(z.string()),
    held: z.array(held),
    note: z.string(),
    probioticNote: z.string(),
    withDiary: z.boolean(),
  }),
);
