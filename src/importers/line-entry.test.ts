import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay, type Day } from "../base/day.ts";
import type { CustomVariableEntry, Entry } from "../journal/entry.ts";
import { readLine, LONGEST_LINE } from "./line-entry.ts";
import type { LineOptions, LinePart } from "./line-reading.ts";

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
/** A Sunday. */
const today = day("2026-11-22");
const options: LineOptions = { today };

/** Everything of an entry but its day: kind and fields, for short expectations. */
function content(entry: Entry): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "day"));
}
function contents(line: string, more: Partial<LineOptions> = {}): readonly object[] {
  return readLine(line, { ...options, ...more }).entries.map(content);
}
function only(line: string): LinePart {
  const { parts } = readLine(line, options);
  expect(parts).toHaveLength(1);
  return parts[0]!;
}
const answer = (item: string, value: number): object => ({ kind: "answer", item, value });

describe("a line as people type it", () => {
  it("reads the line of the front page", () => {
    expect(contents("lentils, kefir; itch 4; bloating 2; stress 6; slept 7")).toEqual([
      { kind: "meal", text: "lentils, kefir" },
      answer("itch", 4),
      answer("bloating", 2),
      answer("stress", 6),
      answer("sleepHours", 7),
    ]);
  });

  it("reads foods, scores, practice, context and tags with a time at the end of their part", () => {
    const reading = readLine(
      "lentils, kefir 200 ml; itch 4; stress 6; meditated 10 min; @work #flare yesterday 8pm",
      options,
    );
    expect(reading.parts.map((part) => [part.kind, part.text])).toEqual([
      ["meal", "lentils, kefir 200 ml"],
      ["score", "itch 4"],
      ["score", "stress 6"],
      ["practice", "meditated 10 min"],
      ["tag", "@work"],
      ["tag", "#flare"],
      ["time", "yesterday 8pm"],
    ]);
    expect(reading.entries.map((entry) => [entry.day, entry.time])).toEqual([
      [today, undefined],
      [today, undefined],
      [today, undefined],
      [today, undefined],
      ["2026-11-21", "20:00"],
      ["2026-11-21", "20:00"],
    ]);
  });

  it.each([
    ["itch 4", answer("itch", 4)],
    ["itch: 4", answer("itch", 4)],
    ["Itching=4", answer("itch", 4)],
    ["skin 3/10", answer("skinSeverity", 3)],
    ["bristol 5", answer("stoolForm", 5)],
    ["itch 3,5", answer("itch", 3.5)],
    ["3 spots", answer("lesionCount", 3)],
    ["slept 7", answer("sleepHours", 7)],
    ["slept 7h30", answer("sleepHours", 7.5)],
    ["slept 7:30", answer("sleepHours", 7.5)],
    ["slept 7.5 h", answer("sleepHours", 7.5)],
    ["7 hours sleep", answer("sleepHours", 7)],
    ["fibre 25 g", answer("fibreGrams", 25)],
    ["weight 70.5 kg", answer("bodyWeightKilograms", 70.5)],
    ["weight 155 lb", answer("bodyWeightKilograms", 70.3068)],
    ["30 g fibre", answer("fibreGrams", 30)],
    ["caffeine 0.2 g", answer("caffeineMg", 200)],
    ["2 servings of fermented foods", answer("fermentedServings", 2)],
    ["no antibiotics", answer("antibioticTaken", 0)],
    ["period yes", answer("menstruation", 1)],
    ["itch none", answer("itch", 0)],
    ["itch 0", answer("itch", 0)],
    ["crp 3 mg/l", { kind: "marker", marker: "crp", amount: { value: 3, unit: "mg/L" } }],
    ["meditated 10 min", { kind: "practice", practice: "meditation", minutes: 10 }],
    ["30 min yoga", { kind: "practice", practice: "yoga", minutes: 30 }],
    ["breathing 5", { kind: "practice", practice: "breathing", minutes: 5 }],
    ["yoga for 1h15", { kind: "practice", practice: "yoga", minutes: 75 }],
    ["took zinc 25 mg", { kind: "supplement", product: "zinc", taken: true, amount: { value: 25, unit: "mg" } }],
    ["took omega 3", { kind: "supplement", product: "omega 3", taken: true }],
    [
      "took 2 capsules probiotic",
      { kind: "supplement", product: "probiotic", taken: true, amount: { value: 2, unit: "capsules" } },
    ],
    ["took probiotic 10 billion CFU", { kind: "supplement", product: "probiotic", taken: true, log10Cfu: 10 }],
    ["took no zinc", { kind: "supplement", product: "zinc", taken: false }],
    ["rx doxycycline", { kind: "medicine", name: "doxycycline", taken: true, group: "antibiotic" }],
    ["rx hydrocortisone cream", { kind: "medicine", name: "hydrocortisone cream", taken: true, group: "topical" }],
    [
      "took amoxicillin 500 mg",
      { kind: "medicine", name: "amoxicillin", taken: true, group: "antibiotic", amount: { value: 500, unit: "mg" } },
    ],
    ["rx something new", { kind: "medicine", name: "something new", taken: true, group: "other" }],
    ["#mood(8)", answer("mood", 8)],
    ["#ill", answer("illness", 1)],
    ["#flare", { kind: "tag", tag: "flare" }],
    ["#steps(8000)", { kind: "tag", tag: "steps", value: 8000 }],
    ["@work", { kind: "tag", tag: "work" }],
    ['"a calm; quiet, day"', { kind: "note", text: "a calm; quiet, day" }],
    ["“curly”", { kind: "note", text: "curly" }],
    ["2 eggs, oats 60 g", { kind: "meal", text: "2 eggs, oats 60 g" }],
    ["breakfast: oats, milk", { kind: "meal", meal: "breakfast", text: "oats, milk" }],
    ["ate lentils", { kind: "meal", text: "lentils" }],
    ["coffee 2", { kind: "meal", text: "coffee 2" }],
    ["milk 200 ml", { kind: "meal", text: "milk 200 ml" }],
  ])("%s", (line, expected) => {
    expect(contents(line)).toEqual([expected]);
    expect(only(line).understood).toBe(true);
  });

  it("reads each comma piece that is a score as a score", () => {
    expect(contents("itch 4, bloating 2")).toEqual([answer("itch", 4), answer("bloating", 2)]);
    expect(contents("eggs, toast, itch 4, tea")).toEqual([
      { kind: "meal", text: "eggs, toast" },
      answer("itch", 4),
      { kind: "meal", text: "tea" },
    ]);
  });

  it("takes a list behind one verb as several doses", () => {
    expect(contents("took zinc 25 mg, vitamin d 1000 iu")).toEqual([
      { kind: "supplement", product: "zinc", taken: true, amount: { value: 25, unit: "mg" } },
      { kind: "supplement", product: "vitamin d", taken: true, amount: { value: 1000, unit: "iu" } },
    ]);
  });

  it("stretches a scale that starts at 0 and says what was written", () => {
    const part = only("skin 3/5");
    expect(part.entries.map(content)).toEqual([answer("skinSeverity", 6)]);
    expect(part.rescaledFrom).toBe("3/5");
    expect(only("skin 3/10").rescaledFrom).toBeUndefined();
  });

  it("reads the person's own variables before the catalogue", () => {
    const custom: CustomVariableEntry = {
      kind: "customVariable",
      day: today,
      id: "custom:elbows",
      label: "Itchy elbows",
      role: "skin",
      unit: "points",
      min: 0,
      max: 4,
      betterIs: "lower",
    };
    expect(contents("itchy elbows 3", { customVariables: [custom] })).toEqual([answer("custom:elbows", 3)]);
    expect(readLine("itchy elbows 5", { today, customVariables: [custom] }).parts[0]?.problem?.type).toBe(
      "LineOutOfRange",
    );
  });

  it("writes offset and source into every entry", () => {
    const { entries } = readLine("itch 4; lentils", { today, offsetMinutes: 60, source: "cli" });
    expect(entries.every((entry) => entry.offsetMinutes === 60 && entry.source === "cli")).toBe(true);
  });
});

describe("what is not understood", () => {
  it.each([
    ["itch", "LineNeedsNumber", 1],
    ["yoga", "LineNeedsNumber", 1],
    ["antibiotics", "LineNeedsYesOrNo", 1],
    ["travel 3", "LineNeedsYesOrNo", 1],
    ["alcohol 2", "LineNeedsUnit", 1],
    ["crp 3 mg", "LineNeedsUnit", 1],
    ["crp 3", "LineNeedsUnit", 1],
    ["took", "LineNeedsName", 1],
    ["breakfast", "LineNeedsName", 1],
    ["itch 14", "LineOutOfRange", 0],
    ["itch -1", "LineOutOfRange", 0],
    ["skin 12/10", "LineOutOfRange", 0],
    ["skin 6/5", "LineOutOfRange", 0],
    ["slept 30", "LineOutOfRange", 0],
    ["#mood(14)", "LineOutOfRange", 0],
    ["meditated 700 min", "LineOutOfRange", 0],
    ["bristol 3/5", "LineScaleUnknown", 0],
    ["2026-02-30 itch 4", "LineDayUnknown", 0],
    ["2026-11-23 itch 4", "LineDayInFuture", 0],
    ['"no end; itch 4', "LineQuoteOpen", 1],
    ["42", "LineNotRead", 1],
    ["slept badly", "LineNotRead", 1],
    ["itch 1e308", "LineNotRead", 1],
    ["no milk", "LineNotRead", 1],
    ["#mood(low)", "LineNotRead", 1],
  ])("%s is marked as %s", (line, type, entries) => {
    const part = only(line);
    expect(part.problem?.type).toBe(type);
    expect(part.understood).toBe(false);
    expect(part.entries).toHaveLength(entries);
    for (const entry of part.entries) expect(entry.kind).toBe("note");
  });

  it("asks the food reader whether words can be food, if there is one", () => {
    const isFood = (words: string): boolean => words.includes("lentil");
    const reading = readLine("lentils; tiredness 4", { today, isFood });
    expect(reading.parts.map((part) => [part.kind, part.understood])).toEqual([
      ["meal", true],
      ["unread", false],
    ]);
    expect(reading.entries[1]).toEqual({ kind: "note", day: today, text: "tiredness 4" });
  });

  it("does not read a line that is longer than the journal's longest text", () => {
    const reading = readLine("x".repeat(LONGEST_LINE + 1), options);
    expect(reading.parts[0]?.problem?.type).toBe("LineTooLong");
    expect(reading.entries).toEqual([]);
  });

  it("gives no part for nothing and a blank part for separators", () => {
    expect(readLine("", options).parts).toEqual([]);
    expect(only(" ; ,, ;").kind).toBe("blank");
    expect(only('""').entries).toEqual([]);
  });
});

describe("any text at all", () => {
  const word = fc.constantFrom(
    "itch", "4", "slept", "7:30", "yesterday", "8pm", ";", ",", '"', "#mood(8)", "@work", "took", "zinc", "25 mg", "lentils",
    "no", "2026-11-20", "monday", "/10", "\n", "  ", "-", "#", "(", "breakfast", "“", "”", "3,5",
  ); // prettier-ignore
  const line = fc.oneof(
    fc.array(word, { maxLength: 14 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ maxLength: 60 }),
  );

  it("never throws, and its parts cover it from the first character to the last, in order", () => {
    fc.assert(
      fc.property(line, (text) => {
        const { parts } = readLine(text, options);
        expect(parts.map((part) => text.slice(part.start, part.end)).join("")).toBe(text);
        let end = 0;
        for (const part of parts) {
          expect(part.start).toBe(end);
          expect(part.end).toBeGreaterThan(part.start);
          expect(text.slice(part.start, part.end)).toContain(part.text);
          end = part.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("stores nothing after today, nothing beyond its bounds, and only text that the journal takes", () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const entry of readLine(text, options).entries) {
          expect(entry.day <= today).toBe(true);
          expect(isDay(entry.day)).toBe(true);
          if (entry.kind === "answer") expect(Number.isFinite(entry.value)).toBe(true);
          if (entry.kind === "meal" || entry.kind === "note") {
            expect(entry.text.trim()).not.toBe("");
            expect(/\p{Cs}|\0/u.test(entry.text)).toBe(false);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every word that it did not understand", () => {
    fc.assert(
      fc.property(line, (text) => {
        const dropped = ["LineOutOfRange", "LineScaleUnknown", "LineDayUnknown", "LineDayInFuture", "LineTooLong"];
        for (const part of readLine(text, options).parts) {
          if (part.understood || dropped.includes(part.problem?.type ?? "")) continue;
          if (part.text.replace(/["“”\s]/g, "") !== "")
            expect(part.entries.map((entry) => entry.kind)).toEqual(["note"]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
