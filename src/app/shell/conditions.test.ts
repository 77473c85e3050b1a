import { describe, expect, it } from "vitest";
import { parseDay } from "../../base/day.ts";
import { conditionsIn, type Entry } from "../../lib/index.ts";
import { conditionsChange } from "./conditions.tsx";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");
const day = parsed.value;

function written(...change: Parameters<typeof conditionsChange>): Entry {
  const draft = conditionsChange(...change).draft(null);
  if (draft?.action !== "put") throw new Error("a choice is always written");
  return draft.entry;
}

describe("what the person watches", () => {
  it("is read back as it was written, also nothing", () => {
    for (const chosen of [[], ["eczema"], ["acne", "rosacea", "dryness"]] as const) {
      expect(conditionsIn([written(null, chosen, day)])).toEqual(chosen);
    }
  });

  it("leaves the rest of the profile as it is", () => {
    const profile = { kind: "profile", day, birthYear: 1990, medicines: ["Humira"], conditions: ["acne"] } as const;
    expect(written(profile, ["eczema"], day)).toEqual({ ...profile, conditions: ["eczema"], source: "app" });
  });
});
