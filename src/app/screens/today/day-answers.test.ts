import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "../../../base/day.ts";
import type { Entry, EntryView } from "../../../lib/index.ts";
import { answerChange, answersOf, COMPLETE, completeChange } from "./day-answers.ts";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");
const day = parsed.value;

function view(id: string, entry: Entry, hidden = false): EntryView {
  return { id, entry, hidden, conflicts: [], heads: [] };
}

describe("answers of a day", () => {
  it("takes the day's answers, not those of other days, of a time slot, or deleted ones", () => {
    const answers = answersOf(
      [
        view("a", { kind: "answer", day, item: "itch", value: 0 }),
        view("b", { kind: "answer", day: addDays(day, -1), item: "stress", value: 7 }),
        view("c", { kind: "answer", day, item: "bloating", value: 3, slot: "morning" }),
        view("d", { kind: "answer", day, item: "mood", value: 3 }, true),
        view("e", { kind: "dayComplete", day, group: "all", complete: true }),
      ],
      day,
    );
    expect([...answers]).toEqual([
      ["itch", { id: "a", value: 0 }],
      [COMPLETE, { id: "e", value: 1 }],
    ]);
  });

  it("writes zero as a value", () => {
    const draft = answerChange(day, "itch", 0, 60).draft(null);
    expect(draft).toMatchObject({
      action: "put",
      supersede: true,
      entry: { item: "itch", value: 0, offsetMinutes: 60 },
    });
    expect(draft).not.toHaveProperty("id");
  });

  it("changes the entry that is there instead of making a second one", () => {
    expect(answerChange(day, "itch", 4, 0).draft("imported")).toMatchObject({ id: "imported" });
  });

  it("clears by deleting, and does nothing when there is nothing to clear", () => {
    expect(answerChange(day, "itch", null, 0).draft("a")).toEqual({ action: "delete", id: "a" });
    expect(answerChange(day, "itch", null, 0).draft(null)).toBeNull();
  });

  it("takes the closing of a day back as a statement, not as silence", () => {
    expect(completeChange(day, false).draft(null)).toMatchObject({ entry: { kind: "dayComplete", complete: false } });
  });
});
