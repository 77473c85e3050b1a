/**
 * What was said on this page and is not in the journal yet?
 *
 * The safety rules must not wait for a server: entries that were just written here count at once, over what the journal still holds of the
 * same thing. Pure.
 */
import type { Entry, EntryView } from "../../lib/index.ts";

/** Names the thing that an entry says: two entries with one key replace each other. null: not a thing of this list. */
export function saidKey(entry: Entry): string | null {
  switch (entry.kind) {
    case "profile":
      return "profile";
    case "safetyAnswer":
      return `safetyAnswer ${entry.fact}`;
    case "professionalWord":
      return `professionalWord ${entry.experiment} ${entry.day}`;
    case "safetyEvent":
      return `safetyEvent ${entry.event} ${entry.rule} ${entry.level} ${String(entry.ruleVersion)} ${entry.day}`;
    default:
      return null;
  }
}

/** The journal's views, with what was said here since in their place; `null` = that thing was taken back. */
export function withSaid(
  views: readonly EntryView[],
  said: ReadonlyMap<string, Entry | null>,
): readonly (Entry | EntryView)[] {
  const stillHeld = views.filter((view) => {
    const key = saidKey(view.entry);
    return key === null || !said.has(key);
  });
  return [...stillHeld, ...[...said.values()].filter((entry) => entry !== null)];
}
