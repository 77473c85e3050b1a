/**
 * Does this unknown value have the shape of an entry?
 *
 * One strict zod object per kind of entry.ts. It checks shape only (types, choices, text form and length), so that an
 * old entry stays readable when the catalogue's bounds change; believable amounts are checked once, when an
 * entry is written (plausibility.ts). Messages are codes, never sentences: "missing", "wrong-type", "too-long" ...
 */
import * as z from "zod/mini";
import { isDay, type Day } from "../base/day.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { Entry, EntryKind } from "./entry.ts";
import { isStorableText } from "./utf8.ts";

/** Longest free text in UTF-16 units; 10,000 stay below the 64 KiB of an op even if each needs an escape. */
const LONG = 10_000;
const NAME = 200;

const missingOr = (code: string): { error: (issue: { input?: unknown }) => string } => ({
  error: (issue) => (issue.input === undefined ? "missing" : code),
});

const text = (longest: number): z.ZodMiniString =>
  z.string(missingOr("wrong-type")).check(
    z.maxLength(longest, "too-long"),
    z.refine((value) => isStorableText(value), "malformed-text"),
  );
const filledText = (longest: number): z.ZodMiniString => text(longest).check(z.regex(/\S/, "empty"));
const finite = z.number(missingOr("not-a-number"));
const truth = z.boolean(missingOr("wrong-type"));
const choice = <const T extends readonly string[]>(...options: T): z.ZodMiniEnum<{ [K in T[number]]: K }> =>
  z.enum(options, missingOr("unknown-choice"));
const whole = z.int(missingOr("not-a-whole-number"));
const isoDay = z.pipe(
  z.string(missingOr("wrong-type")).check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-day")),
  z.custom<Day>((value) => typeof value === "string" && isDay(value), "not-a-day"),
);
const strict = {
  error: (issue: { code?: string | undefined; keys?: unknown }) =>
    issue.code === "unrecognized_keys" && Array.isArray(issue.keys)
      ? `not-allowed:${String(issue.keys[0])}`
      : "wrong-type",
};
const amount = z.strictObject({ value: finite, unit: filledText(40) }, strict);

const numbersByName = (most: number): z.ZodMiniRecord<z.ZodMiniString, z.ZodMiniNumber> =>
  z.record(filledText(80), finite).check(z.refine((value) => Object.keys(value).length <= most, "too-long"));
const names = (most: number): z.ZodMiniArray<z.ZodMiniString> =>
  z.array(filledText(NAME), missingOr("wrong-type")).check(z.maxLength(most, "too-long"));

const common = {
  day: isoDay,
  offsetMinutes: z.exactOptional(whole.check(z.minimum(-1080, "out-of-range"), z.maximum(1080, "out-of-range"))),
  time: z.exactOptional(z.string(missingOr("wrong-type")).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time"))),
  source: z.exactOptional(filledText(NAME)),
  receipt: z.exactOptional(z.string(missingOr("wrong-type")).check(z.regex(/^[0-9a-f]{32}$/, "not-an-id"))),
};

const kindOptions = [
  z.strictObject(
    {
      kind: z.literal("answer"),
      ...common,
      item: filledText(120),
      value: finite,
      slot: z.exactOptional(filledText(40)),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("meal"),
      ...common,
      text: text(LONG),
      meal: z.exactOptional(choice("breakfast", "lunch", "dinner", "snack")),
      counts: z.exactOptional(
        z.strictObject(
          {
            fibreRich: z.exactOptional(finite),
            fermented: z.exactOptional(finite),
            prebiotic: z.exactOptional(finite),
            ultraProcessed: z.exactOptional(finite),
          },
          strict,
        ),
      ),
      amounts: z.exactOptional(
        z.strictObject(
          {
            fibreGrams: z.exactOptional(finite),
            energyKcal: z.exactOptional(finite),
            alcoholGrams: z.exactOptional(finite),
            addedSugarGrams: z.exactOptional(finite),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("supplement"),
      ...common,
      product: filledText(NAME),
      taken: truth,
      strain: z.exactOptional(filledText(NAME)),
      log10Cfu: z.exactOptional(finite),
      amount: z.exactOptional(amount),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("medicine"),
      ...common,
      name: filledText(NAME),
      taken: truth,
      group: choice("antibiotic", "topical", "systemic", "other"),
      amount: z.exactOptional(amount),
    },
    strict,
  ),
  z.strictObject({ kind: z.literal("practice"), ...common, practice: filledText(NAME), minutes: finite }, strict),
  z.strictObject({ kind: z.literal("marker"), ...common, marker: choice("crp", "calprotectin"), amount }, strict),
  z.strictObject(
    {
      kind: z.literal("cycle"),
      ...common,
      event: choice("periodStart", "periodEnd", "flow"),
      flow: z.exactOptional(choice("light", "medium", "heavy")),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("weather"),
      ...common,
      temperatureCelsius: z.exactOptional(finite),
      humidityPercent: z.exactOptional(finite),
    },
    strict,
  ),
  z.strictObject({ kind: z.literal("tag"), ...common, tag: filledText(NAME), value: z.exactOptional(finite) }, strict),
  z.strictObject({ kind: z.literal("note"), ...common, text: text(LONG) }, strict),
  z.strictObject(
    {
      kind: z.literal("dayComplete"),
      ...common,
      group: choice("all", "food", "supplements", "practice"),
      complete: truth,
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("score"),
      ...common,
      instrument: filledText(80),
      rater: choice("self", "clinician"),
      total: z.exactOptional(finite),
      parts: z.exactOptional(numbersByName(100)),
      items: z.exactOptional(numbersByName(400)),
      form: z.exactOptional(filledText(80)),
      ageYears: z.exactOptional(finite),
      weights: z.exactOptional(choice("adult", "under8")),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("profile"),
      ...common,
      conditions: z.exactOptional(
        z.array(choice("acne", "eczema", "rosacea", "psoriasis", "dryness")).check(z.maxLength(5, "too-long")),
      ),
      birthYear: z.exactOptional(whole),
      heightCentimetres: z.exactOptional(finite),
      region: z.exactOptional(z.string(missingOr("wrong-type")).check(z.regex(/^[A-Z]{2}$/, "not-a-region"))),
      medicines: z.exactOptional(names(100)),
      medicinesDay: z.exactOptional(isoDay),
      newMedicineDay: z.exactOptional(isoDay),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("safetyAnswer"),
      ...common,
      fact: filledText(80),
      reply: choice("yes", "no", "do-not-know"),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("professionalWord"),
      ...common,
      experiment: filledText(80),
      who: z.exactOptional(filledText(NAME)),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("safetyEvent"),
      ...common,
      rule: filledText(80),
      level: choice("E", "S", "D", "P", "B"),
      event: choice("shown", "acknowledged"),
      ruleVersion: whole.check(z.minimum(1, "out-of-range")),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("foodChoice"),
      ...common,
      phrase: filledText(NAME),
      food: z.exactOptional(filledText(120)),
      gramsPerPortion: z.exactOptional(finite),
      unit: z.exactOptional(filledText(40)),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("ownFood"),
      ...common,
      id: filledText(120),
      label: filledText(NAME),
      names: z.exactOptional(names(50)),
      per100Grams: numbersByName(100),
      traits: z.exactOptional(names(100)),
      gramsPerPortion: z.exactOptional(finite),
      foodSource: filledText(NAME),
      licence: z.exactOptional(filledText(NAME)),
      barcode: z.exactOptional(filledText(40)),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("customVariable"),
      ...common,
      id: filledText(120),
      label: filledText(NAME),
      role: choice("lever", "gut", "inflammation", "skin", "stress", "sleep", "context"),
      unit: text(40),
      min: z.exactOptional(finite),
      max: z.exactOptional(finite),
      step: z.exactOptional(finite),
      betterIs: choice("lower", "higher", "neither"),
    },
    strict,
  ),
  z.strictObject(
    {
      kind: z.literal("importReceipt"),
      ...common,
      file: filledText(400),
      fileSha256: z.string(missingOr("wrong-type")).check(z.regex(/^[0-9a-f]{64}$/, "not-a-hash")),
      format: filledText(80),
      importerVersion: whole.check(z.minimum(1, "out-of-range")),
      added: whole.check(z.minimum(0, "out-of-range")),
      changed: whole.check(z.minimum(0, "out-of-range")),
    },
    strict,
  ),
] as const;

/** Shape of an entry, all kinds; issues carry codes as messages. Strict: unknown keys are refused. */
export const entrySchema: Schema<Entry> = schemaOf<Entry>(
  "entry",
  z.discriminatedUnion("kind", kindOptions, { error: "unknown-kind" }),
);

type Parser = { readonly safeParse: (value: unknown) => { readonly success: boolean } };

const parsersByField: ReadonlyMap<string, readonly Parser[]> = collectFields();
const fieldsByKind: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  kindOptions.map((option) => [[...option.shape.kind.def.values].join(), new Set(Object.keys(option.shape))]),
);

/** All kinds this version can read. */
export const entryKinds: readonly EntryKind[] = kindOptions.flatMap((option) => [...option.shape.kind.def.values]);

/**
 * True when some kind of this version has this field and takes this value there; `null` = cleared is always taken.
 * False means that a newer version wrote it: the op is set aside, not refused.
 */
export function isKnownFieldValue(field: string, value: unknown): boolean {
  const parsers = parsersByField.get(field);
  return parsers !== undefined && (value === null || parsers.some((parser) => parser.safeParse(value).success));
}

/**
 * The entry that these merged fields make, or null when they make none (a required field is missing because the op that
 * carries it is set aside or has not arrived). Cleared fields and fields of another kind are left out, not refused:
 * concurrent edits of two devices may leave such a field behind.
 */
export function entryOfFields(fields: Readonly<Record<string, unknown>>): Entry | null {
  const kind = fields["kind"];
  const known = typeof kind === "string" ? fieldsByKind.get(kind) : undefined;
  if (!known) return null;
  const kept: Record<string, unknown> = {};
  for (const field of known) {
    const value = fields[field];
    if (value !== null && value !== undefined) kept[field] = value;
  }
  const entry = entrySchema.check(kept);
  return entry.ok ? entry.value : null;
}

function collectFields(): ReadonlyMap<string, readonly Parser[]> {
  const found = new Map<string, Set<Parser>>();
  for (const option of kindOptions) {
    const shape: Readonly<Record<string, Parser>> = option.shape;
    for (const [field, parser] of Object.entries(shape)) {
      const parsers = found.get(field) ?? new Set<Parser>();
      found.set(field, parsers.add(parser));
    }
  }
  return new Map([...found].map(([field, parsers]) => [field, [...parsers]]));
}
