import { describe, expect, it } from "vitest";
import { addDays } from "../base/day.ts";
import { dayOf } from "../../test/support/replicas.ts";
import { everydayFoodTable } from "../foods/everyday-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import type { Entry, MealEntry } from "../journal/entry.ts";
import { plateDocument, rangeOf, type PlateDocument } from "./plate-document.ts";
import { dayLines, energyText, moreDayLines, plateGap, PLATE_SOURCES, weekLines } from "./words-plate.ts";

const index = createFoodIndex(everydayFoodTable());
const day = dayOf("2026-11-22");
const meal = (daysAgo: number, text: string): MealEntry => ({ kind: "meal", day: addDays(day, -daysAgo), text });
const plateFor = (...entries: Entry[]): PlateDocument => plateDocument(entries, day, index);

describe("the plate of a day", () => {
  it("sums what was written down, with its give-or-take", () => {
    const one = plateFor(meal(0, "lentils 200 g"));
    const two = plateFor(meal(0, "lentils 200 g"), meal(0, "kefir 250 ml"));
    expect(one.onDay?.meals).toBe(1);
    expect(one.onDay?.fibreGrams?.mean).toBeGreaterThan(8);
    expect(one.onDay?.fibreGrams?.sd).toBeGreaterThan(0);
    expect(two.onDay?.fermentedServings?.mean).toBeGreaterThan(1);
    expect(one.onDay?.fermentedServings?.mean).toBeLessThan(0.1);
    expect(one.onDay?.prebioticGrams?.low).toBeLessThan(one.onDay?.prebioticGrams?.high ?? 0);
  });

  it("is not known without meals, and nothing is zero then", () => {
    const plate = plateFor(meal(1, "kefir"));
    expect(plate.onDay).toBeNull();
    expect(plateFor().onDay).toBeNull();
    expect(plateFor().week).toMatchObject({ daysWritten: 0, fibreGramsPerDay: null, fermentedServings: null });
    expect(weekLines(plateFor())).toEqual([]);
  });

  it("is zero where the person says that nothing was eaten", () => {
    expect(plateFor(meal(0, "nothing eaten")).onDay?.fibreGrams).toEqual({ mean: 0, sd: 0 });
  });

  it("says what was not understood", () => {
    const { onDay } = plateFor(meal(0, "asdf qwer, kefir, zzzz"));
    expect(onDay?.notUnderstood).toBe(2);
    expect(onDay === null ? "" : plateGap(onDay)).toMatch(/^2 things were not understood/);
  });

  it("reads with the person's own choices", () => {
    const choice: Entry = { kind: "foodChoice", day, phrase: "my usual", food: "lentils", gramsPerPortion: 300 };
    expect(plateFor(choice, meal(0, "my usual")).onDay?.fibreGrams?.mean).toBeGreaterThan(15);
  });
});

describe("the weeks before", () => {
  it("count each plant once, of 7 and of 30 days", () => {
    const { week, month } = plateFor(meal(0, "apple"), meal(3, "apple, lentils"), meal(6, "walnuts"), meal(20, "kiwi"));
    expect(week.plants.mean).toBeGreaterThan(2.8);
    expect(week.plants.mean).toBeLessThan(3.3);
    expect(week.plantNames).toEqual(["apple", "lentil", "walnut"]);
    expect(month.plants.mean).toBeGreaterThan(3.7);
    expect(week.daysWritten).toBe(3);
    expect(month.daysWritten).toBe(4);
    expect(week.isLowerBound).toBe(true);
  });

  it("leave out what is older or still to come", () => {
    expect(plateFor(meal(30, "apple"), meal(-1, "pear")).month).toMatchObject({ daysWritten: 0 });
    expect(plateFor(meal(7, "apple")).week.daysWritten).toBe(0);
  });

  it("average fibre over the days that are written down, not over seven", () => {
    const { week } = plateFor(meal(0, "lentils 200 g"), meal(2, "lentils 200 g"));
    expect(week.fibreGramsPerDay?.mean).toBeCloseTo(plateFor(meal(0, "lentils 200 g")).onDay?.fibreGrams?.mean ?? 0, 3);
  });
});

describe("the words of a plate", () => {
  const plate = plateFor(meal(0, "lentils 200 g, kefir 200 ml, rye bread, onion"), meal(1, "apple"));
  const { onDay } = plate;
  if (onDay === null) throw new Error("the day has meals");

  it("have label, amount and worth, and no calories", () => {
    const lines = [...dayLines(onDay), ...moreDayLines(onDay), ...weekLines(plate)];
    expect(lines.map(({ label }) => label)).toEqual([
      "Fibre",
      "Different plants",
      "Live ferments",
      "Prebiotic fibre",
      "Resistant starch",
      "Beta-glucan",
      "Different plants in 7 days",
      "Different plants in 30 days",
      "Fibre a day, over 2 days",
      "Live ferments, over 2 days",
    ]);
    expect(lines[0]?.value).toMatch(/^about \d+ g$/);
    expect(lines[0]?.note).toMatch(/^give or take [\d.]+ g$/);
    expect(lines[3]).toMatchObject({ note: "range from the literature" });
    expect(lines[6]?.value).toMatch(/^at least \d+$/);
    expect(JSON.stringify(lines)).not.toMatch(/kcal|calorie|free of|safe|goal|of 30\b(?! days)/i);
    expect(energyText(onDay)).toMatch(/^About \d+0 kcal \(give or take \d+\)\.$/);
    expect(PLATE_SOURCES).toContain("literature");
  });

  it("give no more digits than anybody knows", () => {
    const little = plateFor(meal(0, "banana")).onDay;
    const lines = little === null ? [] : dayLines(little);
    expect(lines.find(({ label }) => label === "Prebiotic fibre")?.value).toMatch(
      /^(up to [\d.]+|[\d.]+ to [\d.]+) g$/,
    );
    expect(JSON.stringify(lines)).not.toMatch(/0\.0\d/);
  });

  it("leave out what a single day would only repeat", () => {
    expect(weekLines(plateFor(meal(0, "apple"))).map(({ label }) => label)).toEqual([
      "Different plants in 7 days",
      "Different plants in 30 days",
    ]);
  });

  it("say none was read, not none was eaten, where no live food stands", () => {
    const bread = plateFor(meal(0, "toast")).onDay;
    expect(bread && dayLines(bread).find(({ label }) => label === "Live ferments")?.value).toBe("none was read");
  });
});

describe("a range", () => {
  it("lies around the mean, never below 0, and is none for nothing", () => {
    expect(rangeOf(undefined)).toBeNull();
    expect(rangeOf({ mean: 0, sd: 1 })).toBeNull();
    expect(rangeOf({ mean: 2, sd: 0 })).toEqual({ low: 2, high: 2 });
    // lognormal: 80 % of 10,000 draws of exp(N(0, .5)) scaled to mean 2 lie in 0.93 to 3.35
    const range = rangeOf({ mean: 2, sd: 2 * Math.sqrt(Math.exp(0.25) - 1) });
    expect(range?.low).toBeCloseTo(2 * Math.exp(-0.125 - 0.5 * 1.28155), 2);
    expect(range?.high).toBeCloseTo(2 * Math.exp(-0.125 + 0.5 * 1.28155), 2);
  });
});
