/**
 * How does a journal go to programs that read Open mHealth data points?
 *
 * A JSON array of data points: `header` (id, schema, when, self-reported) and `body`. Sleep hours and body weight use Open mHealth's own schemas (sleep-duration 2.0, body-weight 3.0);
 * there is none for skin, itch, stool, food, stress or scores, so these follow our own in the same style, published in schemas/omh/. Whole days are time frames of
 * the day itself, because the diary has no clock for them. Hidden entries and bookkeeping are left out; own notes only when asked for. Same input, same bytes.
 */
import type { Day } from "../base/day.ts";
import { compareText } from "../journal/canonical.ts";
import { variableById } from "../journal/catalogue.ts";
import type { Amount, Entry, MealEntry } from "../journal/entry.ts";
import type { EntryView } from "../journal/store.ts";

/** Which schema the body follows. */
export interface OmhSchemaId {
  readonly namespace: "omh" | "gutskin";
  readonly name: string;
  readonly version: string;
}

/** One data point: header and body. */
export interface OmhDataPoint {
  readonly header: {
    readonly id: string;
    readonly creation_date_time: string;
    readonly schema_id: OmhSchemaId;
    readonly modality: "self-reported";
    readonly acquisition_provenance: { readonly source_name: string; readonly modality: "self-reported" };
  };
  readonly body: Readonly<Record<string, unknown>>;
}

/** What goes into the data points. */
export interface OmhOptions {
  readonly fromDay?: Day;
  readonly toDay?: Day;
  readonly withNotes?: boolean;
}

/** The data points of these entries, by day, then id. Cost: linear in the entries. */
export function toOpenMhealth(views: readonly EntryView[], options: OmhOptions = {}): readonly OmhDataPoint[] {
  const { fromDay, toDay, withNotes = false } = options;
  return views
    .filter(({ hidden, entry }) => {
      const isAfter = fromDay === undefined || entry.day >= fromDay;
      return !hidden && isAfter && (toDay === undefined || entry.day <= toDay);
    })
    .sort((a, b) => compareText(a.entry.day, b.entry.day) || compareText(a.id, b.id))
    .flatMap(({ id, entry }) => {
      const point = bodyOf(entry, withNotes);
      return point === null ? [] : [{ header: headerOf(id, entry, point.schema), body: point.body }];
    });
}

/** The same as JSON text. */
export function writeOpenMhealth(views: readonly EntryView[], options: OmhOptions = {}): string {
  return `${JSON.stringify(toOpenMhealth(views, options), null, 2)}\n`;
}

interface Point {
  readonly schema: OmhSchemaId;
  readonly body: Readonly<Record<string, unknown>>;
}

const own = (name: string): OmhSchemaId => ({ namespace: "gutskin", name, version: "1.0" });

function headerOf(id: string, entry: Entry, schema: OmhSchemaId): OmhDataPoint["header"] {
  // the id of the journal, written as a UUID as the header asks
  const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return {
    id: uuid,
    creation_date_time: `${entry.day}T${entry.time ?? "00:00"}:00Z`,
    schema_id: schema,
    modality: "self-reported",
    acquisition_provenance: { source_name: `gutskin ${entry.source ?? "journal"}`, modality: "self-reported" },
  };
}

function bodyOf(entry: Entry, withNotes: boolean): Point | null {
  const frame = { effective_time_frame: timeFrame(entry) };
  switch (entry.kind) {
    case "answer":
      return answer(entry.item, entry.value, frame);
    case "practice":
      return daily("practiceMinutes", entry.minutes, "min", { ...frame, practice: entry.practice });
    case "marker": {
      const item = entry.marker === "crp" ? "crpMgPerL" : "calprotectinUgPerG";
      return daily(item, entry.amount.value, entry.amount.unit, frame);
    }
    case "tag":
      return daily(`tag:${entry.tag}`, entry.value ?? 1, "", frame);
    case "score":
      return {
        schema: own("clinical-score"),
        body: {
          instrument: entry.instrument,
          rater: entry.rater,
          ...(entry.total === undefined ? {} : { total: entry.total }),
          ...(entry.parts === undefined ? {} : { parts: entry.parts }),
          ...(entry.items === undefined ? {} : { items: entry.items }),
          ...frame,
        },
      };
    case "meal":
      return meal(entry, frame);
    case "supplement":
    case "medicine":
      return {
        schema: own("taken"),
        body: {
          kind: entry.kind,
          name: entry.kind === "supplement" ? entry.product : entry.name,
          taken: entry.taken,
          ...doseOf(entry.amount),
          ...(entry.kind === "supplement" && entry.strain !== undefined ? { strain: entry.strain } : {}),
          ...(entry.kind === "supplement" && entry.log10Cfu !== undefined ? { log10_cfu: entry.log10Cfu } : {}),
          ...frame,
        },
      };
    case "note":
      return withNotes ? { schema: own("note"), body: { text: entry.text, ...frame } } : null;
    case "weather":
    case "cycle":
    case "dayComplete":
    case "customVariable":
    case "importReceipt":
    case "profile":
    case "safetyAnswer":
    case "professionalWord":
    case "safetyEvent":
    case "foodChoice":
    case "ownFood":
      return null;
  }
}

function answer(item: string, value: number, frame: object): Point {
  if (item === "sleepHours") {
    const schema: OmhSchemaId = { namespace: "omh", name: "sleep-duration", version: "2.0" };
    return { schema, body: { sleep_duration: { value, unit: "h" }, ...frame } };
  }
  if (item === "bodyWeightKilograms") {
    const schema: OmhSchemaId = { namespace: "omh", name: "body-weight", version: "3.0" };
    return { schema, body: { body_weight: { value, unit: "kg" }, ...frame } };
  }
  return daily(item, value, variableById(item)?.unit ?? "", frame);
}

function daily(item: string, value: number, unit: string, frame: object): Point {
  const variable = variableById(item);
  const scale =
    variable?.min === undefined || variable.max === undefined
      ? {}
      : { scale: { min: variable.min, max: variable.max } };
  return {
    schema: own("daily-value"),
    body: {
      variable: item,
      label: variable?.label ?? item,
      value: { value, unit: unit === "" ? "1" : unit },
      ...scale,
      ...frame,
    },
  };
}

function meal(entry: MealEntry, frame: object): Point {
  return {
    schema: own("meal"),
    body: {
      text: entry.text,
      ...(entry.meal === undefined ? {} : { meal: entry.meal }),
      ...(entry.counts === undefined ? {} : { servings: entry.counts }),
      ...(entry.amounts === undefined ? {} : { amounts: entry.amounts }),
      ...frame,
    },
  };
}

function doseOf(amount: Amount | undefined): object {
  return amount === undefined ? {} : { dose: { value: amount.value, unit: amount.unit } };
}

/** A clock time when one is known; else the whole day. */
function timeFrame({ day, time }: Entry): object {
  if (time !== undefined) return { date_time: `${day}T${time}:00Z` };
  return { time_interval: { start_date_time: `${day}T00:00:00Z`, duration: { value: 1, unit: "d" } } };
}
