/**
 * What does the journal hold of the person, and what is written when a part of it changes?
 *
 * One profile entry per journal. The chosen skin conditions stood in a note of a fixed id before there was a profile; where the profile
 * says nothing of them that note still counts, so that nothing is lost. No other note is ever read.
 */
import type { Day } from "../base/day.ts";
import type { Entry, ProfileEntry } from "./entry.ts";
import type { EntryView } from "./store.ts";
import type { SkinCondition } from "./variable.ts";

/** All conditions, in the order in which they are shown. */
export const skinConditionChoices: readonly SkinCondition[] = ["acne", "eczema", "rosacea", "psoriasis", "dryness"];

/** Id of the old note: the first 32 hex of SHA-256("gutskin what I watch"). */
export const WATCH_NOTE_ID = "806fccb6ded5a48daaca1d6cc9a68286";
/** How that note begins. */
const WATCH_NOTE_START = "What I watch: ";

/** A new value for some fields; null = back to "not asked". */
export interface ProfileChange {
  readonly conditions?: readonly SkinCondition[] | null;
  readonly birthYear?: number | null;
  readonly heightCentimetres?: number | null;
  readonly region?: string | null;
  readonly medicines?: readonly string[] | null;
}

/** The profile among these entries, or null. Hidden views are passed over; of several plain entries the last counts. */
export function profileIn(items: readonly (Entry | EntryView)[]): ProfileEntry | null {
  let found: ProfileEntry | null = null;
  for (const item of items) {
    const entry = "entry" in item ? item.entry : item;
    if (entry.kind === "profile" && !("hidden" in item && item.hidden)) found = entry;
  }
  return found;
}

/** The conditions that the person chose: of the profile, else of the old note (views only); null = never asked. */
export function conditionsIn(items: readonly (Entry | EntryView)[]): readonly SkinCondition[] | null {
  const chosen = profileIn(items)?.conditions;
  if (chosen !== undefined) return chosen;
  for (const item of items) {
    if ("entry" in item && isWatchNote(item) && !item.hidden && item.entry.kind === "note") {
      return conditionsOfNote(item.entry.text);
    }
  }
  return null;
}

/** True for the note that held the choice: it is not an entry of a day for people. */
export function isWatchNote(view: EntryView): boolean {
  return view.id === WATCH_NOTE_ID;
}

/** The conditions in the old note's text; words that are no condition are passed over. */
export function conditionsOfNote(text: string): readonly SkinCondition[] {
  const list = text.startsWith(WATCH_NOTE_START) ? text.slice(WATCH_NOTE_START.length) : "";
  const parts = list.split(",").map((part) => part.trim());
  return skinConditionChoices.filter((condition) => parts.includes(condition));
}

/**
 * The profile with this change, as it is written on `day`. Fields that the change does not name stay. A list of medicines is dated, and
 * dated a second time when it gains a name that was not in it.
 */
export function changedProfile(
  old: ProfileEntry | null,
  change: ProfileChange,
  day: Day,
  source?: string,
): ProfileEntry {
  const kept = old ?? { kind: "profile" as const, day };
  const pick = <T>(wanted: T | null | undefined, before: T | undefined): T | undefined =>
    wanted === undefined ? before : (wanted ?? undefined);
  const medicines = pick(change.medicines, kept.medicines);
  const isSaid = change.medicines !== undefined && change.medicines !== null;
  const fields = {
    conditions: pick(change.conditions, kept.conditions),
    birthYear: pick(change.birthYear, kept.birthYear),
    heightCentimetres: pick(change.heightCentimetres, kept.heightCentimetres),
    region: pick(change.region, kept.region),
    medicines,
    medicinesDay: change.medicines === null ? undefined : isSaid ? day : kept.medicinesDay,
    newMedicineDay: isSaid && gainsName(kept.medicines ?? [], change.medicines) ? day : kept.newMedicineDay,
    source: source ?? kept.source,
  };
  return { kind: "profile", day, ...defined(fields) };
}

function gainsName(before: readonly string[], after: readonly string[]): boolean {
  const known = new Set(before.map(plain));
  return after.some((name) => !known.has(plain(name)));
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that hold something. */
function defined<T extends object>(fields: T): Defined<T> {
  const kept: Defined<T> = {};
  for (const key in fields) if (fields[key] !== undefined) Object.assign(kept, { [key]: fields[key] });
  return kept;
}
