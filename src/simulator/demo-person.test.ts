import { describe, expect, it } from "vitest";
import { dayToNumber } from "../base/day.ts";
import { buildDailyTable } from "../daily/build-table.ts";
import { columnByName, recordedDays } from "../daily/table.ts";
import { loadFoodTable } from "../foods/extended-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import { variableById } from "../journal/catalogue.ts";
import { demoEdges, demoLevers, demoStates } from "./demo-axis.ts";
import { makeDemoPerson } from "./demo-person.ts";

function answers(seed: number, item: string): Map<number, number> {
  return new Map(
    makeDemoPerson(seed).entries.flatMap((entry) =>
      entry.kind === "answer" && entry.item === item ? [[dayToNumber(entry.day), entry.value] as const] : [],
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Correlation of x on day t - lag with y on day t over the days that have both. */
function correlation(x: Map<number, number>, y: Map<number, number>, lag: number): number {
  const pairs = [...y].flatMap(([day, value]) => {
    const cause = x.get(day - lag);
    return cause === undefined ? [] : [[cause, value] as const];
  });
  const [mx, my] = [mean(pairs.map((p) => p[0])), mean(pairs.map((p) => p[1]))];
  const sum = (f: (a: number, b: number) => number): number => pairs.reduce((s, [a, b]) => s + f(a - mx, b - my), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

describe("the made-up person", () => {
  it("is the same person for the same seed and another one for another seed", () => {
    expect(makeDemoPerson(1)).toEqual(makeDemoPerson(1));
    expect(makeDemoPerson(2).entries).not.toEqual(makeDemoPerson(1).entries);
  });

  it("is labelled as made up", () => {
    expect(makeDemoPerson(1).label).toContain("Made-up");
  });

  it("uses catalogue variables only, and values inside their scales", () => {
    for (const id of [...demoStates, ...demoLevers].map((column) => column.id))
      expect(variableById(id), id).not.toBeNull();
    for (const entry of makeDemoPerson(1).entries) {
      if (entry.kind !== "answer") continue;
      const variable = variableById(entry.item);
      expect(entry.value).toBeGreaterThanOrEqual(variable?.plausibleMin ?? Infinity);
      expect(entry.value).toBeLessThanOrEqual(variable?.plausibleMax ?? -Infinity);
      if (variable?.step !== undefined) expect(entry.value % variable.step).toBe(0);
    }
  });

  it("leaves about 12 % of the evenings unrated", () => {
    const shares = [1, 2, 3, 4, 5].map((seed) => 1 - answers(seed, "itch").size / 240);
    expect(mean(shares)).toBeGreaterThan(0.08);
    expect(mean(shares)).toBeLessThan(0.16);
  });

  it("has entries in order of days, inside the 240 days", () => {
    const days = makeDemoPerson(1).entries.map((entry) => dayToNumber(entry.day));
    expect(days.every((day, index) => index === 0 || day >= (days[index - 1] ?? Infinity))).toBe(true);
    expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeLessThan(240);
  });

  it("counts in its meals what the day ate, a zero where nothing of a group was eaten", () => {
    const meals = makeDemoPerson(1).entries.flatMap((entry) => (entry.kind === "meal" ? [entry] : []));
    expect(meals.length).toBeGreaterThan(400);
    expect(meals.every((meal) => meal.counts?.fibreRich !== undefined && meal.text.length > 0)).toBe(true);
  });

  it("gives a daily table that holds every column of its axis, as the ordinary builder makes it", async () => {
    const person = makeDemoPerson(1);
    const table = buildDailyTable(person.entries, { foods: createFoodIndex(await loadFoodTable()) });
    expect(table.dayCount).toBe(person.days);
    for (const { id } of [...demoStates, ...demoLevers]) {
      const column = columnByName(table, id);
      expect(column === null ? 0 : recordedDays(column), id).toBeGreaterThan(200);
    }
    const dairy = columnByName(table, "dairyServings");
    const answered = [...answers(1, "dairyServings").values()];
    const known = [...(dairy?.values ?? [])].filter((value) => !Number.isNaN(value));
    expect(known).toEqual(answered); // the words of the meals add nothing to what was answered
  });

  it("gives the truth with kernels that sum to 1 and never act on the same day from state to state", () => {
    expect(makeDemoPerson(1).truth).toHaveLength(demoEdges.length);
    const states = demoStates.map((state) => state.id);
    for (const edge of demoEdges) {
      expect(edge.kernel.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      if (states.includes(edge.from)) expect(edge.kernel[0]).toBe(0);
    }
  });

  it("has itch that follows bloating after two days and sleep that follows itch after one, in every one of five seeds", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(correlation(answers(seed, "bloating"), answers(seed, "itch"), 2)).toBeGreaterThan(0.15);
      expect(correlation(answers(seed, "itch"), answers(seed, "sleepHours"), 1)).toBeLessThan(-0.12);
    }
  });

  it("has caffeine that does nothing to the itch", () => {
    const found = [1, 2, 3, 4, 5, 6].map((seed) => correlation(answers(seed, "caffeineMg"), answers(seed, "itch"), 1));
    expect(Math.abs(mean(found))).toBeLessThan(0.08);
  });
});
