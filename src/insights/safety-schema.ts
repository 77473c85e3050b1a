/**
 * What shape do the safety part of every document and `gutskin safety --json` promise to programs?
 *
 * Strict: unknown keys are refused. `scripts/` write `schemas/safety.schema.json` from `.source`; the compiler checks against the types.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import { experimentCodes, factIds } from "../evidence/safety-facts.ts";
import type { DocumentSafety } from "./safety-document.ts";
import type { SafetyReport } from "./safety-report.ts";

const flag = z.strictObject({
  rule: z.string(),
  level: z.enum(["E", "S", "D"]),
  version: z.int().check(z.minimum(1)),
  acknowledged: z.boolean(),
  what: z.string(),
  title: z.string(),
  text: z.string(),
  basis: z.string(),
  reviewedBy: z.nullable(z.string()),
});

/** The zod shape of the part, for the schemas of the documents that carry it. */
export const documentSafety: z.ZodMiniType<DocumentSafety> = z.strictObject({
  level: z.nullable(z.enum(["E", "S", "D"])),
  flags: z.array(flag),
  withheld: z.boolean(),
  withheldSentence: z.nullable(z.string()),
  emergency: z.array(z.string()),
  crisis: z.array(z.string()).check(z.minLength(1)),
  openQuestions: z.int().check(z.minimum(0)),
  contradictions: z.array(z.strictObject({ fact: z.enum(factIds), sentence: z.string() })),
  unrecognisedMedicines: z.array(z.string()),
  note: z.string(),
});

/** Checks what `gutskin safety --json` printed. */
export const safetySchema: Schema<SafetyReport> = schemaOf(
  "safety report",
  z.strictObject({
    schema: z.literal("gutskin.safety/1"),
    safety: documentSafety,
    questions: z.array(
      z.strictObject({
        id: z.enum([...factIds, "ageYears", "bodyMassIndex", "eliminationDays", "medicines"]),
        text: z.string(),
        kind: z.enum(["fact", "profile", "plan"]),
        group: z.enum(["now", "about"]),
      }),
    ),
    gates: z.array(
      z.strictObject({
        experiment: z.enum(experimentCodes),
        label: z.string(),
        state: z.enum(["open", "professional-first", "blocked"]),
      }),
    ),
  }),
);
