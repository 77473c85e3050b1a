import { describe, expect, it } from "vitest";
import { isDay, type Day } from "../base/day.ts";
import { readLine } from "../importers/line-entry.ts";
import { chipsOf } from "./chips.ts";

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
const today = day("2026-11-22");
const chips = (line: string): readonly string[] =>
  chipsOf(readLine(line, { today })).map((chip) => `${chip.tone}: ${chip.text}`);

describe("chips", () => {
  it("show how each part was read", () => {
    expect(
      chips("lentils, kefir 200 ml; itch 4; slept 7h30; meditated 10 min; no antibiotics; took zinc 25 mg; #flare"),
    ).toEqual([
      "read: Meal: lentils, kefir 200 ml",
      "read: Itch 4",
      "read: Sleep 7.5 h",
      "read: Meditation 10 min",
      "read: Antibiotic: no",
      "read: Supplement: zinc 25 mg",
      "read: Tag: flare",
    ]);
  });

  it("show the day when it is not today, and hide the time part itself", () => {
    expect(chips("yesterday 8pm; itch 4; 2026-11-01 stress 3")).toEqual([
      "read: Itch 4, yesterday 20:00",
      "read: Stress 3, 2026-11-01",
    ]);
  });

  it("show the person's own scale beside ours", () => {
    expect(chips("skin 3/5")).toEqual(["read: Skin today 6 (from 3/5)"]);
  });

  it("show colony-forming units in plain numbers", () => {
    expect(chips("took probiotic 10 billion cfu")).toEqual(["read: Supplement: probiotic 10 billion CFU"]);
    expect(chips("took probiotic 25 billion cfu")).toEqual(["read: Supplement: probiotic 25 billion CFU"]);
    expect(chips("took probiotic 500 million cfu")).toEqual(["read: Supplement: probiotic 500 million CFU"]);
  });

  it("count one and several", () => {
    expect(chips("fermented 1; fermented foods 2")).toEqual([
      "read: Fermented foods 1 serving",
      "read: Fermented foods 2 servings",
    ]);
  });

  it("ask, keep or refuse visibly, each with help", () => {
    const reading = readLine("itch; antibiotics; took; itch 14; slept badly; 2026-13-01 itch 2", { today });
    const shown = chipsOf(reading);
    expect(shown.map((chip) => [chip.tone, chip.text])).toEqual([
      ["ask", "How much? itch"],
      ["ask", "Yes or no? antibiotics"],
      ["ask", "What? took"],
      ["refused", "Not stored: itch 14"],
      ["note", "Note: slept badly"],
      ["refused", "Not stored: 2026-13-01 itch 2"],
    ]);
    expect(shown.every((chip) => chip.help.endsWith("."))).toBe(true);
    expect(shown.map((chip) => chip.part)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
