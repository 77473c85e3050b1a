import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../base/day.ts";
import { conditionsChange, parseConditions, WATCH_ID } from "./conditions.tsx";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");

describe("what the person watches", () => {
  it("reads back what it writes, also nothing", () => {
    for (const chosen of [[], ["eczema"], ["acne", "rosacea", "dryness"]] as const) {
      const draft = conditionsChange(chosen, parsed.value).draft(null);
      const text = draft?.action === "put" && draft.entry.kind === "note" ? draft.entry.text : "";
      expect(text).not.toBe("");
      expect(parseConditions(text)).toEqual(chosen);
    }
  });

  it("takes nothing from a note that is not its own", () => {
    expect(parseConditions("eczema, acne")).toEqual([]);
    expect(parseConditions("What I watch: eczema, the moon")).toEqual(["eczema"]);
  });

  it("has the id that its comment promises", () => {
    expect(createHash("sha256").update("gutskin what I watch").digest("hex").slice(0, 32)).toBe(WATCH_ID);
  });
});
