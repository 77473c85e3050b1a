/**
 * Does this unknown value have the shape of an evidence file?
 *
 * Strict zod objects per part of record.ts: an unknown key, a missing key or a wrong type refuses the whole file. Sense
 * (order of limits, both sides of a contradiction, ...) is looked at in record-checks.ts.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { EvidenceFile, EvidenceRecord } from "./record.ts";

const label = z.string().check(z.minLength(1), z.maxLength(200));
const labels = z.readonly(z.array(label));
const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not-an-id"));
const count = z.nullable(z.int().check(z.positive()));
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-day")));
const limit = z.nullable(z.number());

const effect = z.strictObject({
  measure: z.enum([
    "MD",
    "SMD",
    "g",
    "d",
    "r",
    "RD",
    "difference",
    "OR",
    "aOR",
    "HR",
    "RR",
    "ratio",
    "share",
    "Z",
    "direction",
  ]),
  estimate: limit,
  lo: limit,
  hi: limit,
  limits: z.enum(["published", "computed", "none"]),
  predictionLo: z.exactOptional(z.number()),
  predictionHi: z.exactOptional(z.number()),
  i2: z.exactOptional(z.number().check(z.minimum(0), z.maximum(100))),
  p: z.exactOptional(z.number().check(z.minimum(0), z.maximum(1))),
  pForm: z.exactOptional(z.enum(["equal", "below", "above"])),
  asPrinted: z.exactOptional(label),
  betterIs: z.enum(["lower", "higher", "none", "unclear"]),
});

const otherResult = z.strictObject({
  label,
  measure: z.exactOptional(label),
  estimate: z.exactOptional(z.number()),
  lo: z.exactOptional(z.number()),
  hi: z.exactOptional(z.number()),
  p: z.exactOptional(z.number()),
  null: z.nullable(z.boolean()),
});

const strain = z.strictObject({ genus: label, species: z.nullable(label), strainId: z.nullable(label) });

const lever = z.strictObject({
  groups: z.readonly(z.array(slug).check(z.minLength(1))),
  label,
  kind: z.enum(["intervention", "exposure", "prescribed-treatment"]),
  dose: z.exactOptional(label),
  strains: z.exactOptional(z.readonly(z.array(strain))),
});

const outcome = z.strictObject({
  conditions: z.readonly(z.array(slug)),
  name: label,
  instrument: z.exactOptional(label),
  scale: z.exactOptional(z.strictObject({ min: z.number(), max: z.number(), higherIs: z.enum(["worse", "better"]) })),
});

const citation = z.strictObject({
  authors: z.nullable(label),
  year: z.nullable(z.int().check(z.minimum(1900), z.maximum(2100))),
  journal: z.nullable(label),
  title: z.exactOptional(label),
  doi: z.nullable(z.string()),
  doiState: z.enum(["not checked", "doubtful", "none"]),
  pmid: z.nullable(z.string().check(z.regex(/^\d{5,8}$/, "not-a-pmid"))),
  retracted: z.literal("not checked"),
});

const record = z.strictObject({
  id: slug,
  trial: slug,
  lever,
  outcome,
  direction: z.enum([
    "gut-to-skin",
    "skin-to-gut",
    "stress-to-skin",
    "skin-to-stress",
    "stress-to-gut",
    "sleep-to-skin",
    "gut-brain-to-skin",
    "gut-to-mediator",
    "two-way",
    "association",
    "safety",
    "measurement",
  ]),
  population: z.strictObject({
    ageBand: label,
    who: z.exactOptional(label),
    region: z.exactOptional(label),
    coTreatment: z.exactOptional(label),
  }),
  design: z.strictObject({
    kind: z.enum([
      "pool-of-trials",
      "randomised-trial",
      "trial-not-randomised",
      "crossover-experiment",
      "pool-of-observational",
      "cohort",
      "case-control",
      "cross-sectional",
      "diary",
      "genetic-proxies",
      "guideline",
      "uncontrolled",
      "survey",
      "animal",
      "registry",
      "case-series",
    ]),
  }),
  finding: label,
  effect,
  absolute: z.exactOptional(z.strictObject({ with: z.number(), without: z.number(), unit: label })),
  smd: z.exactOptional(
    z.strictObject({
      value: z.number(),
      lo: z.number(),
      hi: z.number(),
      derivation: label,
      assumedSd: z.nullable(z.number()),
    }),
  ),
  mcid: z.exactOptional(z.strictObject({ value: z.number(), ratio: z.number(), source: label })),
  others: z.readonly(z.array(otherResult)),
  time: z.nullable(
    z.strictObject({ text: label, minWeeks: z.exactOptional(z.int()), maxWeeks: z.exactOptional(z.int()) }),
  ),
  n: count,
  k: count,
  riskOfBias: z.strictObject({ blinding: label, industry: z.nullable(z.boolean()), attrition: z.literal("not read") }),
  certainty: z.strictObject({
    grade: z.enum(["high", "moderate", "low", "very low"]),
    by: z.enum(["source", "us"]),
    reasons: z.readonly(z.array(slug).check(z.minLength(1))),
  }),
  null: z.boolean(),
  nullBasis: label,
  contradicts: z.readonly(z.array(slug)),
  cautions: labels,
  doubts: labels,
  citation,
  seen: z.strictObject({
    status: z.enum(["seen", "unverified"]),
    how: z.enum(["excerpt of a public page", "not read"]),
    where: z.nullable(label),
    date: day,
  }),
  review: z.strictObject({ reviewer: z.nullable(label), reviewedOn: day, expiresOn: day }),
  sourceRow: z.int().check(z.minimum(2)),
});

/** The strict shape of one record. */
export const evidenceRecordSchema: Schema<EvidenceRecord> = schemaOf("evidence record", record);

/** The strict shape of the whole file. */
export const evidenceFileSchema: Schema<EvidenceFile> = schemaOf(
  "evidence file",
  z.strictObject({
    format: z.literal("gutskin-evidence"),
    version: z.literal(1),
    compiledOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-day")),
    records: z.readonly(z.array(record).check(z.minLength(1))),
  }),
);
