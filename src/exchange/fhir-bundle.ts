/**
 * How does a journal go to a clinic's software: as one FHIR R4 Bundle?
 *
 * A collection of all entries that a clinic can read, in the order day, then id; one nameless Patient. Ids are those of the journal, so a second export of the
 * same entries gives the same ids. Same entries, day and options: same bytes. Private notes stay out unless they are asked for. Hidden (deleted) entries are left out.
 */
import type { Day } from "../base/day.ts";
import { compareText } from "../journal/canonical.ts";
import type { EntryView } from "../journal/store.ts";
import { resourcesOfEntry, SUBJECT } from "./fhir-entry.ts";
import type { Bundle, Patient, Resource } from "./fhir-resources.ts";

/** What goes into the bundle. */
export interface FhirOptions {
  /** The day on which it is made. */
  readonly today: Day;
  /** First and last day, both included; absent = all. */
  readonly fromDay?: Day;
  readonly toDay?: Day;
  /** Also free notes; default not. */
  readonly withNotes?: boolean;
}

/**
 * The Bundle of these entries. Cost: linear in the entries.
 *
 * @example
 * ```ts
 * import { parseDay, toFhirBundle } from "gutskin";
 * const day = parseDay("2026-11-22");
 * if (!day.ok) throw new Error("that day exists");
 * const itch = { kind: "answer", item: "itch", value: 4, day: day.value } as const;
 * const view = { id: "0".repeat(32), entry: itch, hidden: false, conflicts: [], heads: [] };
 * const bundle = toFhirBundle([view], { today: day.value });
 * if (bundle.entry.length !== 2) throw new Error("the person and the answer");
 * ```
 */
export function toFhirBundle(views: readonly EntryView[], options: FhirOptions): Bundle {
  const { today, fromDay, toDay, withNotes = false } = options;
  const chosen = views
    .filter(({ hidden }) => !hidden)
    .filter(
      ({ entry }) =>
        entry.kind === "profile" ||
        ((fromDay === undefined || entry.day >= fromDay) && (toDay === undefined || entry.day <= toDay)),
    )
    .sort((a, b) => compareText(a.entry.day, b.entry.day) || compareText(a.id, b.id));
  const profile = chosen.find(({ entry }) => entry.kind === "profile")?.entry;
  const birthYear = profile?.kind === "profile" ? profile.birthYear : undefined;
  const person: Patient = {
    resourceType: "Patient",
    id: "person",
    ...(birthYear === undefined ? {} : { birthDate: String(birthYear) }),
  };
  const resources = chosen.flatMap(({ id, entry }) => resourcesOfEntry(id, entry, withNotes));
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: `${today}T00:00:00Z`,
    entry: [
      { fullUrl: SUBJECT.reference, resource: person },
      ...resources.map((resource: Resource) => ({ fullUrl: `urn:gutskin:entry:${resource.id}`, resource })),
    ],
  };
}

/** The Bundle as JSON text, two spaces, one line end at the end. */
export function writeFhirBundle(views: readonly EntryView[], options: FhirOptions): string {
  return `${JSON.stringify(toFhirBundle(views, options), null, 2)}\n`;
}
