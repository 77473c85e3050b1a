import { describe, expect, it } from "vitest";
import { instrumentById } from "./instruments.ts";
import { scoreInstrument, type ScoreAnswers } from "./score-instrument.ts";

function partsOf(id: string, items: NonNullable<ScoreAnswers["items"]>): Readonly<Record<string, number | null>> {
  const score = scoreInstrument(id, { items });
  if (!score.ok) throw new Error(`${id}: ${JSON.stringify(score.error)}`);
  return score.value.parts;
}

/** Printed numbers of the items that a rise of moves this part, when all others are at their least. */
function itemsOfPart(id: string, part: string): readonly string[] {
  const items = instrumentById(id)?.forms[0].items ?? [];
  const least = Object.fromEntries(items.map((item) => [item.id, item.min]));
  const quiet = partsOf(id, least)[part];
  return items.filter((item) => partsOf(id, { ...least, [item.id]: item.max })[part] !== quiet).map((item) => item.id);
}

describe("PSS items are reversed one by one", () => {
  // Cohen and Williamson 1988; LOINC 106860-0 (PSS-10), PSS-4 as commonly cited
  it.each([
    ["pss-10", 10, [4, 5, 7, 8]],
    ["pss-4", 4, [2, 3]],
  ])("%s turns exactly its positive items round", (id, count, reversed) => {
    const total = (items: readonly number[]): number => {
      const score = scoreInstrument(id, { items });
      return score.ok ? (score.value.total ?? NaN) : NaN;
    };
    const none = total(Array<number>(count).fill(0));
    for (let item = 1; item <= count; item += 1) {
      const one = Array.from({ length: count }, (_, index) => (index + 1 === item ? 3 : 0));
      expect(total(one) - none, `item ${item}`).toBe(reversed.includes(item) ? -3 : 3);
    }
  });
});

describe("domains", () => {
  it.each([
    // Chren 2001; the public calculator of the DermPRO consortium
    ["skindex-16", "symptoms", "1 2 3 4"],
    ["skindex-16", "emotions", "5 6 7 8 9 10 11"],
    ["skindex-16", "functioning", "12 13 14 15 16"],
    // as commonly cited; original not seen
    ["skindex-29", "symptoms", "1 7 10 16 19 24 27"],
    ["skindex-29", "emotions", "3 6 9 12 13 15 21 23 26 28"],
    ["skindex-29", "functioning", "2 4 5 8 11 14 17 20 22 25 29 30"],
    ["gsrs", "abdominalPain", "1 4 5"],
    ["gsrs", "reflux", "2 3"],
    ["gsrs", "indigestion", "6 7 8 9"],
    ["gsrs", "constipation", "10 13 15"],
    ["gsrs", "diarrhoea", "11 12 14"],
  ])("%s %s is made of items %s", (id, part, items) => {
    expect(itemsOfPart(id, part).join(" ")).toBe(items);
  });

  it.each(["skindex-16", "skindex-29", "gsrs"])("%s has each item in one domain and reaches the ends", (id) => {
    const instrument = instrumentById(id);
    if (instrument === null) throw new Error(id);
    const [form] = instrument.forms;
    const inDomains = instrument.parts.flatMap((part) => itemsOfPart(id, part.id));
    expect(inDomains.toSorted()).toEqual(form.items.map((item) => item.id).toSorted());
    for (const end of ["min", "max"] as const) {
      const parts = partsOf(id, Object.fromEntries(form.items.map((item) => [item.id, item[end]])));
      for (const part of instrument.parts) expect(parts[part.id]).toBe(part[end]);
    }
  });

  it("a GSRS domain with a gap has no mean, the others keep theirs", () => {
    const items = Array.from({ length: 15 }, (_, index) => (index === 1 ? null : 4));
    expect(partsOf("gsrs", items)).toEqual({
      abdominalPain: 4,
      reflux: null,
      indigestion: 4,
      constipation: 4,
      diarrhoea: 4,
    });
  });
});

describe("limits of the PSQI components", () => {
  const quiet = Object.fromEntries(
    ["5a", "5b", "5c", "5d", "5e", "5f", "5g", "5h", "5i", "5j", "6", "7", "8", "9"].map((item) => [item, 0]),
  );
  const night = (changes: Record<string, number | string>): Readonly<Record<string, number | null>> =>
    partsOf("psqi", { "1": "22:00", "2": 5, "3": "08:00", "4": 9, ...quiet, ...changes });

  it.each([
    [0, 0, 0],
    [15, 0, 0],
    [16, 0, 1],
    [30, 0, 1],
    [31, 0, 1],
    [60, 0, 1],
    [61, 0, 2],
    [30, 2, 2],
    [31, 1, 2],
    [60, 3, 3],
    [61, 1, 2],
    [61, 3, 3],
  ])("latency %d min and 5a = %d are component 2 = %d", (minutes, trouble, component) => {
    expect(night({ "2": minutes, "5a": trouble })["latency"]).toBe(component);
  });

  // ten hours in bed, so hours x 10 = percent
  it.each([
    [8.5, 0],
    [8.49, 1],
    [7.5, 1],
    [7.49, 2],
    [6.5, 2],
    [6.49, 3],
  ])("%d of ten hours asleep are component 4 = %d", (hours, component) => {
    expect(night({ "4": hours })["efficiency"]).toBe(component);
  });

  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 2],
    [18, 2],
    [19, 3],
    [27, 3],
  ])("a sum of %d of 5b to 5j is component 5 = %d", (sum, component) => {
    const letters = ["5b", "5c", "5d", "5e", "5f", "5g", "5h", "5i", "5j"];
    const spread = letters.map((item, index) => [item, Math.max(0, Math.min(3, sum - 3 * index))]);
    expect(night(Object.fromEntries(spread))["disturbances"]).toBe(component);
  });

  it.each([
    [0, 0, 0],
    [0, 1, 1],
    [1, 1, 1],
    [3, 0, 2],
    [2, 2, 2],
    [3, 2, 3],
  ])("items 8 = %d and 9 = %d are component 7 = %d", (awake, drive, component) => {
    expect(night({ "8": awake, "9": drive })["daytime"]).toBe(component);
  });
});
