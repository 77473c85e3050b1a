/** Do our data points follow the schemas that we publish in schemas/omh/? */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { dayOf, idOf } from "../support/replicas.ts";
import { toOpenMhealth, type Entry, type EntryView } from "../../src/lib/index.ts";

const day = dayOf("2026-03-01");
const entries: readonly Entry[] = [
  { kind: "answer", day, time: "21:05", item: "itch", value: 0 },
  { kind: "answer", day, item: "sleepHours", value: 7.5 },
  { kind: "answer", day, item: "bodyWeightKilograms", value: 71 },
  { kind: "answer", day, item: "own:sebum", value: 3 },
  { kind: "meal", day, text: "lentils", meal: "lunch", counts: { fermented: 0 }, amounts: { fibreGrams: 9 } },
  { kind: "score", day, instrument: "poem", rater: "self", total: 16, items: { "1": 4 } },
  { kind: "score", day, instrument: "skindex-16", rater: "self", parts: { symptoms: 40 } },
  { kind: "supplement", day, product: "Omni", taken: true, strain: "LGG", log10Cfu: 9.7 },
  { kind: "medicine", day, name: "cetirizine", taken: false, group: "other", amount: { value: 10, unit: "mg" } },
  { kind: "practice", day, practice: "breathing", minutes: 12 },
  { kind: "marker", day, marker: "calprotectin", amount: { value: 40, unit: "µg/g" } },
  { kind: "tag", day, tag: "tired" },
  { kind: "note", day, text: "private" },
  { kind: "dayComplete", day, group: "all", complete: true },
];
const views: readonly EntryView[] = entries.map((entry, index) => ({
  id: idOf(index.toString(16)),
  entry,
  hidden: false,
  conflicts: [],
  heads: [],
}));

const folder = new URL("../../schemas/omh/", import.meta.url);
const ajv = new Ajv({ strict: false, validateFormats: false });
const schemas = new Map(
  readdirSync(folder).map((file) => {
    const schema: unknown = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    if (typeof schema !== "object" || schema === null) throw new Error(`${file} is no schema`);
    return [file.replace(/\.json$/, ""), ajv.compile(schema)] as const;
  }),
);

describe("Open mHealth data points", () => {
  const points = toOpenMhealth(views, { withNotes: true });

  it("follow our own published schemas, and use Open mHealth's where it has one", () => {
    expect(points).toHaveLength(entries.length - 1);
    const used = new Set<string>();
    for (const { header, body } of points) {
      const { namespace, name, version } = header.schema_id;
      expect(header.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      if (namespace === "omh") continue;
      used.add(name);
      const validate = schemas.get(`${name}-${version}`);
      expect(validate?.(body), `${name}: ${JSON.stringify(validate?.errors)}`).toBe(true);
    }
    expect([...used].sort()).toEqual([...schemas.keys()].map((name) => name.replace(/-1\.0$/, "")).sort());
    const names = points.flatMap(({ header: { schema_id: id } }) => (id.namespace === "omh" ? [id.name] : []));
    expect(names).toEqual(["sleep-duration", "body-weight"]);
  });

  it("control: a body with an unknown key, or a value in words, does not pass", () => {
    const validate = schemas.get("daily-value-1.0");
    const [itch] = points;
    expect(validate?.({ ...itch?.body, more: 1 })).toBe(false);
    expect(validate?.({ ...itch?.body, value: { value: "four", unit: "points" } })).toBe(false);
  });

  it("keep zero, know a clock time only where one was given, and keep notes at home unless asked", () => {
    expect(points[0]?.body).toMatchObject({
      value: { value: 0 },
      effective_time_frame: { date_time: `${day}T21:05:00Z` },
    });
    expect(points[1]?.body).toMatchObject({
      effective_time_frame: { time_interval: { duration: { value: 1, unit: "d" } } },
    });
    expect(JSON.stringify(toOpenMhealth(views))).not.toContain("private");
  });
});
