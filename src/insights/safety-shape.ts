/**
 * What shape has the safety part that every document carries first?
 *
 * For the schemas of this folder only: a file of its own, so that no type of the checking library stands in what the package promises to others.
 */
import * as z from "zod/mini";
import { factIds } from "../evidence/safety-facts.ts";
import type { DocumentSafety } from "./safety-document.ts";

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
