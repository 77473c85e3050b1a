/**
 * From which published sizes are the priors of the engine made?
 *
 * prior-inputs.json names for each lever and condition the record, the grade, the time course and what is assumed; the numbers
 * of the formula (shrink, bias, spread between people) stand there as well, none in program text. Read through a strict schema.
 */
import * as z from "zod/mini";
import { Defect } from "../base/defect.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import shipped from "./prior-inputs.json" with { type: "json" };
import type { Certainty } from "./record.ts";

/** A standardised size with its 95 % limits. */
export interface StandardisedSize {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

export interface GradeNumbers {
  readonly shrink: number;
  readonly biasSd: number;
  /** Added to the logit of the inclusion probability. */
  readonly inclusionOffset: number;
}

export interface PriorInput {
  readonly lever: string;
  readonly condition: string;
  /** intervention: negative = skin better with it; exposure: positive = skin worse with more of it. */
  readonly orientation: "intervention" | "exposure";
  readonly grade: Certainty;
  /** Where the size comes from: the record's own, its prediction interval, an odds ratio, an assumption, or set by hand. */
  readonly basis: "record" | "prediction" | "odds-ratio" | "assumed" | "hand-set";
  readonly record: string;
  readonly size: StandardisedSize | null;
  readonly handSet: { readonly mean: number; readonly sd: number } | null;
  readonly onsetDays: number;
  readonly halfDays: number;
  readonly fullDays: number;
  readonly minPhaseDays: number;
  readonly notes: readonly string[];
}

export interface StreetPrior {
  readonly from: "skin";
  readonly to: "gut" | "stress" | "sleep";
  readonly mean: number;
  readonly sd: number;
  readonly lagDays: readonly [number, number];
}

export interface PriorInputs {
  readonly format: "gutskin-prior-inputs";
  readonly version: 1;
  readonly grades: Readonly<Record<Certainty, GradeNumbers>>;
  readonly implausibleOffset: number;
  readonly personSpreadSd: number;
  readonly street: readonly StreetPrior[];
  readonly pairs: readonly PriorInput[];
}

const days = z.number().check(z.minimum(0), z.maximum(365));
const sd = z.number().check(z.positive());
const grade = z.strictObject({ shrink: z.number(), biasSd: sd, inclusionOffset: z.number() });

/** The strict shape of prior-inputs.json. */
export const priorInputsSchema: Schema<PriorInputs> = schemaOf(
  "prior inputs",
  z.strictObject({
    format: z.literal("gutskin-prior-inputs"),
    version: z.literal(1),
    grades: z.strictObject({ high: grade, moderate: grade, low: grade, "very low": grade }),
    implausibleOffset: z.number(),
    personSpreadSd: sd,
    street: z.readonly(
      z.array(
        z.strictObject({
          from: z.literal("skin"),
          to: z.enum(["gut", "stress", "sleep"]),
          mean: z.number(),
          sd,
          lagDays: z.readonly(z.tuple([days, days])),
        }),
      ),
    ),
    pairs: z.readonly(
      z.array(
        z.strictObject({
          lever: z.string(),
          condition: z.string(),
          orientation: z.enum(["intervention", "exposure"]),
          grade: z.enum(["high", "moderate", "low", "very low"]),
          basis: z.enum(["record", "prediction", "odds-ratio", "assumed", "hand-set"]),
          record: z.string(),
          size: z.nullable(z.strictObject({ value: z.number(), lo: z.number(), hi: z.number() })),
          handSet: z.nullable(z.strictObject({ mean: z.number(), sd })),
          onsetDays: days,
          halfDays: days,
          fullDays: days,
          minPhaseDays: days,
          notes: z.readonly(z.array(z.string())),
        }),
      ),
    ),
  }),
);

let checked: PriorInputs | null = null;

/** The inputs, checked on first use. A file that does not pass is a `Defect`. */
export function priorInputs(): PriorInputs {
  if (checked === null) {
    const file = priorInputsSchema.check(shipped);
    if (!file.ok) throw new Defect(`prior inputs, ${file.error.issues[0]?.path ?? ""}`);
    checked = file.value;
  }
  return checked;
}
