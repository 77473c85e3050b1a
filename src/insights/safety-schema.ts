/**
 * What shape do the safety part of every document and `gutskin safety --json` promise to programs?
 *
 * Strict: unknown keys are refused. `scripts/` write `schemas/safety.schema.json` from `.source`; the compiler checks against the types.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import { experimentCodes, factIds } from "../evidence/safety-facts.ts";
import type { SafetyReport } from "./safety-report.ts";
import { documentSafety } from "./safety-shape.ts";

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
