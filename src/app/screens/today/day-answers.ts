/**
 * Which answers does the journal hold for a day, and what is written when one is tapped?
 *
 * One answer per item and day (without slot). Values tapped on this screen count before those of the
 * journal until the journal has been read again after the save.
 */
import type { Day } from "../../../base/day.ts";
import type { Draft, Entry, EntryView } from "../../../lib/index.ts";
import type { Change } from "../../shell/outbox.ts";

/** Key of an answer in the outbox. */
export function answerKey(day: Day, item: string): string {
  return `${day} ${item}`;
}

export const COMPLETE = "dayComplete";

export interface HeldAnswer {
  readonly id: string;
  readonly value: number;
}

/** Answers by item; "dayComplete" holds 1 or 0. Hidden entries and answers of a time slot are passed over. */
export function answersOf(views: readonly EntryView[], day: Day): ReadonlyMap<string, HeldAnswer> {
  const answers = new Map<string, HeldAnswer>();
  for (const { id, entry, hidden } of views) {
    if (hidden || entry.day !== day) continue;
    if (entry.kind === "answer" && entry.slot === undefined) answers.set(entry.item, { id, value: entry.value });
    if (entry.kind === "dayComplete" && entry.group === "all")
      answers.set(COMPLETE, { id, value: entry.complete ? 1 : 0 });
  }
  return answers;
}

/** Writes `value` as the day's answer, or clears it (null). The last tap wins over what the journal holds. */
export function answerChange(day: Day, item: string, value: number | null, offsetMinutes: number): Change {
  return {
    key: answerKey(day, item),
    draft: (id): Draft | null => {
      if (value === null) return id === null ? null : { action: "delete", id };
      const entry: Entry = { kind: "answer", day, item, value, offsetMinutes, source: "app" };
      // an answer that an import brought has an id of its own: it is changed, not doubled
      return { action: "put", supersede: true, entry, ...(id === null ? {} : { id }) };
    },
  };
}

/** Says that everything of the day is written down, or takes it back. */
export function completeChange(day: Day, complete: boolean): Change {
  return {
    key: answerKey(day, COMPLETE),
    draft: () => ({
      action: "put",
      supersede: true,
      entry: { kind: "dayComplete", day, group: "all", complete, source: "app" },
    }),
  };
}
