import { describe, expect, it } from "vitest";
import { dayOf } from "../../../test/support/replicas.ts";
import { addDays, answerEntry, wordEntry, type EntryView } from "../../lib/index.ts";
import { readSafetyView } from "./safety-view.ts";

const today = dayOf("2026-11-22");

describe("what the rules say, as the page needs it", () => {
  it("words the same answer that it gives, most urgent first", () => {
    const { answer, document } = readSafetyView(
      [answerEntry("bloodInStool", "yes", today, "app"), answerEntry("allergicEmergency", "yes", today, "app")],
      today,
    );
    expect(answer.flags.map((flag) => flag.rule)).toEqual(["anaphylaxis", "blood-in-stool"]);
    expect(document.flags.map((flag) => flag.rule)).toEqual(["anaphylaxis", "blood-in-stool"]);
    expect(document.withheld).toBe(true);
  });

  it("keeps the newest word about each experiment, and none that was deleted", () => {
    const older = wordEntry("fish-oil", "doctor", addDays(today, -40), "app");
    const newer = wordEntry("fish-oil", "pharmacist", today, "app");
    const hidden: EntryView = {
      id: "a".repeat(32),
      entry: wordEntry("collagen", "doctor", today, "app"),
      hidden: true,
      conflicts: [],
      heads: [],
    };
    const { wordByExperiment } = readSafetyView([newer, older, hidden], today);
    expect([...wordByExperiment]).toEqual([["fish-oil", newer]]);
  });
});
