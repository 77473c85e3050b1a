/**
 * What shape does `gutskin.analysis/1` promise to programs?
 *
 * The strict schema of the document (analysis-document.ts): unknown keys are refused, so that a document of a later version is never
 * read as this one. `scripts/` write `schemas/analysis.schema.json` from `.source`; the compiler checks it against the type.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { AnalysisDocument } from "./analysis-document.ts";
import { documentSafety } from "./safety-shape.ts";

const probability = z.number().check(z.minimum(0), z.maximum(1));
const days = z.number().check(z.minimum(0));
const count = z.int().check(z.minimum(0));
const role = z.enum(["lever", "gut", "inflammation", "skin", "stress", "sleep", "context"]);
const interval95 = z.strictObject({ mean: z.number(), low95: z.number(), high95: z.number() });

const verdict = z.enum(["strong", "likely", "maybe", "none", "not-enough-data"]);

const edge = z.strictObject({
  from: z.string(),
  to: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
  fromRole: role,
  toRole: role,
  probability,
  reported: z.boolean(),
  verdict,
  effectPerUnit: interval95,
  effectIfReal: interval95,
  effectIfEntriesExact: z.nullable(interval95),
  dataAlone: z.nullable(
    z.strictObject({
      probability,
      reported: z.boolean(),
      verdict,
      effectPerUnit: interval95,
      effectIfReal: interval95,
    }),
  ),
  unit: z.string(),
  probabilityPositive: probability,
  delayDays: z.strictObject({ mean: days, low80: days, high80: days }),
  slowProbability: probability,
  varianceShare: z.number(),
  causeSd: z.number(),
  reliability: probability,
  contraction: z.number(),
  detectableEffect: z.nullable(z.number()),
  smallestEffectOfInterest: z.number(),
  furtherDaysNeeded: z.nullable(days),
  exampleStep: z.number().check(z.gt(0)),
  curve: z.array(
    z.strictObject({
      day: days,
      pulseMean: z.number(),
      pulseLow80: z.number(),
      pulseHigh80: z.number(),
      sustainedMean: z.number(),
    }),
  ),
  direction: z.enum(["better", "worse", "changes"]),
  sentence: z.string(),
  surer: z.string(),
  when: z.array(z.string()),
  learned: z.string(),
  entries: z.nullable(z.string()),
  knowledge: z.nullable(z.string()),
  cautions: z.array(z.string()),
  toldInGroup: z.boolean(),
});

const group = z.strictObject({
  to: z.string(),
  toLabel: z.string(),
  toRole: role,
  from: z.array(z.string()).check(z.minLength(2)),
  fromLabels: z.array(z.string()),
  fromRoles: z.array(role),
  probability,
  reported: z.boolean(),
  verdict,
  sentence: z.string(),
});

const response = z.strictObject({
  from: z.string(),
  to: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
  fromRole: role,
  toRole: role,
  probability,
  unit: z.string(),
  exampleStep: z.number().check(z.gt(0)),
  causeSd: z.number(),
  mayBeTried: z.boolean(),
  points: z.array(z.strictObject({ day: days, total: interval95, direct: interval95 })),
  paths: z.array(
    z.strictObject({
      via: z.array(z.string()),
      viaLabels: z.array(z.string()),
      probability,
      effect: interval95,
      sentence: z.string(),
    }),
  ),
  sentence: z.string(),
  directSentence: z.nullable(z.string()),
});

const whatIf = z.strictObject({
  from: z.string(),
  fromLabel: z.string(),
  fromRole: role,
  amount: z.number(),
  change: z.string(),
  outcomes: z.array(
    z.strictObject({
      to: z.string(),
      toLabel: z.string(),
      unit: z.string(),
      probability,
      points: z.array(z.strictObject({ day: days, mean: z.number(), low95: z.number(), high95: z.number() })),
      sentence: z.string(),
    }),
  ),
  hints: z.array(z.string()),
});

const outcome = z.strictObject({
  name: z.string(),
  label: z.string(),
  role,
  unit: z.string(),
  recordedDays: count,
  sd: z.number(),
  link: z.strictObject({
    type: z.enum(["exact", "rounded", "ordered", "count", "yes-no"]),
    transform: z.enum(["identity", "sqrt", "log1p", "logit"]),
    atFloor: probability,
    atCeiling: probability,
  }),
  stoppedEarly: z.boolean(),
  skippedAfterWorse: z.nullable(z.strictObject({ oddsRatio: z.number(), low95: z.number(), high95: z.number() })),
  diagnostics: z.strictObject({
    rHat: z.nullable(z.number()),
    ess: z.nullable(z.number()),
    converged: z.boolean(),
  }),
  forecast: z.array(
    z.strictObject({
      horizonDays: days,
      mean: z.number(),
      low80: z.number(),
      high80: z.number(),
      quantiles: z.array(z.number()),
    }),
  ),
  persistence: z.number(),
  explainedShare: z.number(),
  reading: z.string(),
  forecastSentence: z.nullable(z.string()),
  warnings: z.array(z.string()),
});

/** Checks a document that came from a file or a worker. */
export const analysisSchema: Schema<AnalysisDocument> = schemaOf(
  "analysis document",
  z.strictObject({
    schema: z.literal("gutskin.analysis/1"),
    safety: documentSafety,
    seed: z.int(),
    days: count,
    fdr: probability,
    assumed: z.array(z.string()),
    preview: z.boolean(),
    missingDays: z.enum(["ignorable", "worse-days"]),
    edges: z.array(edge),
    groups: z.array(group),
    responses: z.array(response),
    outcomes: z.array(outcome),
    twoWay: z.strictObject({
      gutToSkin: z.strictObject({ probability: z.nullable(probability) }),
      skinToGut: z.strictObject({
        probability: z.nullable(probability),
        viaStressOrSleep: z.nullable(probability),
      }),
      sentence: z.string(),
    }),
    unused: z.array(z.strictObject({ column: z.string(), reason: z.string() })),
    summary: z.array(z.string()).check(z.maxLength(3)),
    notes: z.array(z.string()),
    whatIf: z.array(whatIf),
  }),
);
