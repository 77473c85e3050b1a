import { describe, expect, it } from "vitest";
import { dayOf } from "../../../test/support/replicas.ts";
import type { Entry, EntryView } from "../../lib/index.ts";
import { saidKey, withSaid } from "./said-entries.ts";

const day = dayOf("2026-11-22");
const answer = (reply: "yes" | "no", on = day): Entry => ({ kind: "safetyAnswer", day: on, fact: "fever", reply });
const view = (entry: Entry): EntryView => ({ id: "a".repeat(32), entry, hidden: false, conflicts: [], heads: [] });

function said(...entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [saidKey(entry) ?? "", entry]));
}

describe("what was said here and is not in the journal yet", () => {
  it("stands in the place of what the journal holds of the same thing", () => {
    const held = [view(answer("yes", dayOf("2026-11-20"))), view({ kind: "tag", day, tag: "fever" })];
    const now = withSaid(held, said(answer("no")));
    expect(now).toHaveLength(2);
    expect(now).toContainEqual(answer("no"));
    expect(now).not.toContainEqual(held[0]);
  });

  it("removes what was taken back", () => {
    expect(withSaid([view(answer("yes"))], new Map([["safetyAnswer fever", null]]))).toEqual([]);
  });

  it("keeps a word about one experiment apart from a word about another, and a reading apart from a showing", () => {
    const word = (experiment: string): Entry => ({ kind: "professionalWord", day, experiment });
    expect(saidKey(word("fish-oil"))).not.toBe(saidKey(word("collagen")));
    const event = (event: "shown" | "acknowledged"): Entry => ({
      kind: "safetyEvent",
      day,
      rule: "anaphylaxis",
      level: "E",
      event,
      ruleVersion: 1,
    });
    expect(saidKey(event("shown"))).not.toBe(saidKey(event("acknowledged")));
    expect(saidKey({ kind: "note", day, text: "fever" })).toBeNull();
  });
});
