import { describe, expect, it } from "vitest";
import { addDays, parseDay, type Day } from "../base/day.ts";
import { loadFoodTable } from "../foods/extended-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import type { Entry, MealEntry } from "../journal/entry.ts";
import type { SkinCondition } from "../journal/variable.ts";
import { buildDailyTable, type DailyTableOptions } from "./build-table.ts";
import { coreExposures } from "./exposure-columns.ts";
import { cellReasons, columnByName, type DailyTable } from "./table.ts";

const foods = createFoodIndex(await loadFoodTable());
const day = parseDay("2026-03-02");
const at = (offset: number): Day => {
  if (!day.ok) throw new Error("day");
  return addDays(day.value, offset);
};
const meal = (offset: number, text: string, more: Partial<MealEntry> = {}): Entry => ({
  kind: "meal",
  day: at(offset),
  text,
  ...more,
});
const complete = (offset: number): Entry => ({ kind: "dayComplete", day: at(offset), group: "food", complete: true });
const answer = (offset: number, item: string, value: number): Entry => ({
  kind: "answer",
  day: at(offset),
  item,
  value,
});
const tableOf = (entries: readonly Entry[], more: Partial<DailyTableOptions> = {}): DailyTable =>
  buildDailyTable(entries, { foods, ...more });
const valuesOf = (table: DailyTable, name: string) => [...(columnByName(table, name)?.values ?? [])];
const sdsOf = (table: DailyTable, name: string) => [...(columnByName(table, name)?.sds ?? [])];
const reasonsOf = (table: DailyTable, name: string) =>
  [...(columnByName(table, name)?.reasons ?? [])].map((code) => cellReasons[code]);
const namesOf = (table: DailyTable): readonly string[] => table.columns.map((column) => column.name);

describe("meals in the daily table", () => {
  it("add up to exposures with their errors when the day is complete and all was understood", () => {
    const table = tableOf([meal(0, "150 g lentils, 200 g kefir"), meal(0, "bowl of oats and berries"), complete(0)]);
    expect(valuesOf(table, "fibreGrams")[0]).toBeGreaterThan(12);
    expect(valuesOf(table, "fibreGrams")[0]).toBeLessThan(35);
    expect(valuesOf(table, "fermentedServings")[0]).toBeCloseTo(2, 0);
    expect(reasonsOf(table, "fermentedServings")).toEqual(["recorded"]);
    expect(sdsOf(table, "fibreGrams")[0]).toBeGreaterThan(0.2);
    expect(valuesOf(table, "alcoholGrams")).toEqual([]);
  });

  it("are a lower bound on other days, and no zero", () => {
    const table = tableOf([
      meal(0, "kefir"),
      meal(1, "white bread"),
      meal(2, "zorblax"),
      complete(2),
      meal(3, "kefir, zorblax"),
      complete(3),
      meal(4, "white bread"),
      complete(4),
      meal(5, "kefir"),
      complete(5),
    ]);
    const values = valuesOf(table, "fermentedServings").map((value) => Math.round(value));
    expect(values).toEqual([2, NaN, NaN, 2, 0, 2]);
    expect(valuesOf(table, "fermentedServings")[4]).toBe(0);
    expect(reasonsOf(table, "fermentedServings")).toEqual([
      "partial-day-lower-bound",
      "missing-silence-on-incomplete-day",
      "missing-food-not-recognised",
      "partial-day-lower-bound",
      "inferred-zero-complete-day",
      "recorded",
    ]);
    expect(reasonsOf(table, "fibreGrams")).toEqual([
      "partial-day-lower-bound",
      "partial-day-lower-bound",
      "missing-food-not-recognised",
      "partial-day-lower-bound",
      "recorded",
      "recorded",
    ]);
    // the unknown food adds the default of its category
    expect(valuesOf(table, "fibreGrams")[3]).toBeGreaterThan((valuesOf(table, "fibreGrams")[5] ?? Infinity) + 0.5);
  });

  it("use the person's counts before the text, and answers before both", () => {
    const table = tableOf([
      meal(0, "zorblax", { counts: { fibreRich: 2, fermented: 0 } }),
      meal(1, "lentils", { counts: { fibreRich: 3 } }),
      answer(1, "fibreRichServings", 5),
      complete(1),
    ]);
    expect(valuesOf(table, "fibreRichServings")).toEqual([2, 5]);
    expect(reasonsOf(table, "fibreRichServings")).toEqual(["partial-day-lower-bound", "recorded"]);
    expect(valuesOf(table, "fermentedServings")).toEqual([0, 0]);
    expect(columnByName(table, "fibreRichServings")?.sds).toBeUndefined();
  });

  it("take amounts that were written or imported as they are, and read the other meals", () => {
    const table = tableOf([
      meal(0, "a", { amounts: { fibreGrams: 10, alcoholGrams: 12 } }),
      meal(0, "b", { amounts: { fibreGrams: 5.5, alcoholGrams: 0 } }),
      complete(0),
      meal(1, "a", { amounts: { fibreGrams: 10 } }),
      meal(1, "150 g lentils"),
      complete(1),
      meal(2, "glass of red wine"),
      complete(2),
    ]);
    expect(valuesOf(table, "fibreGrams")[0]).toBe(15.5);
    expect(valuesOf(table, "fibreGrams")[1]).toBeGreaterThan(18);
    expect(sdsOf(table, "fibreGrams")[0]).toBeNaN();
    expect(sdsOf(table, "fibreGrams")[1]).toBeGreaterThan(0);
    expect(reasonsOf(table, "fibreGrams").slice(0, 2)).toEqual(["recorded", "recorded"]);
    expect(valuesOf(table, "alcoholGrams")[0]).toBe(12);
    expect(valuesOf(table, "alcoholGrams")[1]).toBeNaN();
    expect(valuesOf(table, "alcoholGrams")[2]).toBeGreaterThan(12);
    expect(valuesOf(table, "alcoholGrams")[2]).toBeLessThan(28);
  });

  it("follow the person's own choices and foods, whenever these were made", () => {
    const entries: readonly Entry[] = [
      meal(0, "porridge"),
      meal(1, "zorb bar"),
      { kind: "foodChoice", day: at(9), phrase: "porridge", food: "lentils", gramsPerPortion: 260 },
      {
        kind: "ownFood",
        day: at(9),
        id: "zorb",
        label: "Zorb bar",
        per100Grams: { fibreGrams: 20, energyKcal: 300 },
        gramsPerPortion: 50,
        foodSource: "label",
      },
    ];
    const [lentils, bar] = valuesOf(tableOf(entries), "fibreGrams");
    expect(lentils).toBeGreaterThan(15);
    expect(bar).toBeGreaterThan(9);
    expect(bar).toBeLessThan(11.5);
    expect(tableOf([...entries].reverse())).toEqual(tableOf(entries));
    expect(tableOf(entries).dayCount).toBe(2);
  });

  it("are 0 on a day of fasting, and not on a day without a meal or with one meal left out", () => {
    const usual = [3, 4, 5].flatMap((offset) => [meal(offset, "150 g lentils, 330 ml cola"), complete(offset)]);
    const table = tableOf([
      meal(0, "nothing today"),
      answer(1, "itch", 3),
      meal(2, "nothing", { meal: "breakfast" }),
      ...usual,
    ]);
    expect(valuesOf(table, "fibreGrams").slice(0, 3)).toEqual([0, NaN, NaN]);
    expect(reasonsOf(table, "fibreGrams").slice(0, 3)).toEqual([
      "recorded",
      "missing-not-recorded",
      "missing-silence-on-incomplete-day",
    ]);
  });

  it("are less sure on days with fewer meals than usual", () => {
    const full = (offset: number) => ["porridge", "lentil soup", "pasta"].map((text) => meal(offset, text));
    const table = tableOf([...full(0), ...full(1), ...full(2), meal(3, "pasta")]);
    const sds = sdsOf(table, "fibreGrams");
    expect(sds[3]).toBeGreaterThan(1.5 * (sds[0] ?? Infinity));
  });
});

describe("columns from meals", () => {
  const texts = [
    "porridge and kefir, a glass of milk, coffee",
    "chilli con carne and beer",
    "pizza, salad",
    "milk chocolate",
    "lentil soup",
  ];
  const diary: readonly Entry[] = Array.from({ length: 10 }, (_, offset) => [
    meal(offset, texts[offset % 5] ?? "", { time: "08:00" }),
    meal(offset, texts[(offset + 2) % 5] ?? "", { time: "19:30" }),
    complete(offset),
  ]).flat();
  const withConditions = (...conditions: readonly SkinCondition[]): readonly Entry[] => [
    ...diary,
    { kind: "profile", day: at(0), conditions },
  ];

  it("are the core of at most twelve, whatever the diary holds", () => {
    expect(coreExposures).toHaveLength(12);
    expect([...namesOf(tableOf(diary))].sort()).toEqual([...coreExposures].sort());
  });

  it("grow by those of the person's own conditions only", () => {
    const more = (...conditions: readonly SkinCondition[]): readonly string[] =>
      namesOf(tableOf(withConditions(...conditions))).filter((name) => !coreExposures.includes(name));
    expect(more("dryness")).toEqual([]);
    expect(more("acne")).toEqual(expect.arrayContaining(["milkServings", "glycaemicLoad"]));
    expect(more("acne").length).toBeLessThanOrEqual(4);
    expect(more("rosacea")).toEqual(["hotDrinks"]);
    expect(more("eczema")).toEqual(["epaDhaGrams"]);
  });

  it("leave out what the person counts themselves under another name", () => {
    const counted = diary.map((entry) =>
      entry.kind === "meal" ? { ...entry, counts: { fibreRich: 1, ultraProcessed: 0 } } : entry,
    );
    const names = namesOf(tableOf(counted));
    expect(names).toContain("fibreRichServings");
    expect(names).not.toContain("fibreGrams");
    expect(names).not.toContain("ultraProcessedEnergyShare");
    expect(names).toContain("fermentedServings");
    const once = namesOf(tableOf([...diary, answer(0, "fibreRichServings", 3)]));
    expect(once).toEqual(expect.arrayContaining(["fibreGrams", "fibreRichServings"]));
  });

  it("are all there when asked for all, with shares between 0 and 1 and parts no larger than their whole", () => {
    const table = tableOf(diary, { exposures: "all" });
    expect(table.columns.length).toBeGreaterThan(35);
    expect(valuesOf(table, "foodCoverage").every((value) => value > 0.8 && value <= 1)).toBe(true);
    expect(valuesOf(table, "ultraProcessedEnergyShare").every((value) => value >= 0 && value <= 1)).toBe(true);
    for (let row = 0; row < table.dayCount; row += 1) {
      const value = (name: string): number => valuesOf(table, name)[row] ?? Number.NaN;
      expect(value("beerGrams")).toBeLessThanOrEqual(value("alcoholGrams") + 1e-9);
      expect(value("saturatedFatGrams")).toBeLessThanOrEqual(value("fatGrams"));
      expect(value("milkServings")).toBeLessThanOrEqual(value("dairyServings") + 0.11);
    }
    expect(columnByName(table, "milkServings")?.partOf).toContain("dairyServings");
  });

  it("hold the week's plants from the fifth day on, and the eating window", () => {
    const table = tableOf(diary);
    const plants = valuesOf(table, "plantTaxa7Days");
    expect(plants.slice(0, 4).every(Number.isNaN)).toBe(true);
    expect(plants.slice(4).every((value) => value > 8)).toBe(true);
    expect(reasonsOf(table, "plantTaxa7Days").slice(4, 8)).toEqual([
      "partial-day-lower-bound",
      "partial-day-lower-bound",
      "recorded",
      "recorded",
    ]);
    expect(valuesOf(table, "eatingWindowHours")[0]).toBe(11.5);
  });

  it("do not come from what stands on a label unless asked for", () => {
    const capsule: Entry = { kind: "supplement", day: at(0), product: "Bio", taken: true, log10Cfu: 10 };
    expect(namesOf(tableOf([capsule]))).toEqual(["supplement:bio"]);
    const all = valuesOf(tableOf([capsule], { exposures: "all" }), "supplementLog10Cfu");
    expect(all).toEqual([9.74]);
  });
});

describe("the cost of reading meals", () => {
  it("is below a second for a year of four meals a day, one in three new", () => {
    const parts =
      "2 slices rye toast,porridge with berries,lentil soup,chicken curry and rice,an apple,kefir,coffee with milk,a handful of almonds,pizza,glass of red wine,salad with feta,50 g dark chocolate".split(
        ",",
      );
    const textOf = (kind: number): string => {
      const own = [kind % 12, (kind * 5 + 3) % 12, (kind * 7 + Math.floor(kind / 11)) % 12];
      return `${own.map((part) => parts[part] ?? "").join(", ")} and ${String(1 + (kind % 9))} eggs`;
    };
    const entries = Array.from({ length: 365 * 4 }, (_, at4): Entry => {
      const kind = at4 % 3 === 0 ? at4 : at4 % 40;
      return meal(Math.floor(at4 / 4), textOf(kind));
    });
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      expect(tableOf(entries).dayCount).toBe(365);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
