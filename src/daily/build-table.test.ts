import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayToNumber, parseDay, type Day } from "../base/day.ts";
import { variableById } from "../journal/catalogue.ts";
import type { AnswerEntry, Entry } from "../journal/entry.ts";
import type { EntryView } from "../journal/store.ts";
import { loadFoodTable } from "../foods/extended-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import { buildDailyTable, type DailyTableOptions } from "./build-table.ts";
import { cellReasons, columnByName, type DailyTable } from "./table.ts";

const foods = createFoodIndex(await loadFoodTable());
const tableOf = (entries: readonly (Entry | EntryView)[], more: Partial<DailyTableOptions> = {}): DailyTable =>
  buildDailyTable(entries, { foods, ...more });
const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const D1 = day("2025-03-29");
const at = (offset: number): Day => addDays(D1, offset);
const answer = (offset: number, item: string, value: number, more: Partial<AnswerEntry> = {}): Entry => ({
  kind: "answer",
  day: at(offset),
  item,
  value,
  ...more,
});
const meal = (offset: number, text: string): Entry => ({ kind: "meal", day: at(offset), text });
const complete = (
  offset: number,
  group: "all" | "food" | "supplements" = "all",
  is = true,
  more: object = {},
): Entry => ({
  kind: "dayComplete",
  day: at(offset),
  group,
  complete: is,
  ...more,
});
const valuesOf = (table: DailyTable, name: string) => [...(columnByName(table, name)?.values ?? [])];
const reasonsOf = (table: DailyTable, name: string) =>
  [...(columnByName(table, name)?.reasons ?? [])].map((code) => cellReasons[code]);

describe("the daily table", () => {
  it("has one row per calendar day from the first to the last record, missing days blank", () => {
    const table = tableOf([answer(3, "itch", 4), answer(0, "itch", 2)]);
    expect([table.firstDayNumber, table.dayCount, table.calendar]).toEqual([dayToNumber(D1), 4, "date"]);
    expect(valuesOf(table, "itch")).toEqual([2, NaN, NaN, 4]);
    expect(reasonsOf(table, "itch")).toEqual(["recorded", "missing-not-recorded", "missing-not-recorded", "recorded"]);
  });

  it("is empty for an empty journal", () => {
    expect(tableOf([])).toEqual({ firstDayNumber: 0, dayCount: 0, calendar: "date", columns: [] });
  });

  it("counts days by the calendar over clock changes, travel and a leap day", () => {
    // Europe's clocks change on 30 March 2025; the offsets say so, and 23:30 far away is still that day
    const entries = [
      answer(0, "itch", 1, { time: "23:30", offsetMinutes: 60 }),
      answer(1, "itch", 2, { time: "02:30", offsetMinutes: 120 }),
      answer(2, "itch", 3, { time: "23:59", offsetMinutes: -600 }),
    ];
    expect(valuesOf(tableOf(entries), "itch")).toEqual([1, 2, 3]);
    const leap = ["2024-02-28", "2024-02-29", "2024-03-01"].map((text, value): Entry => ({
      kind: "answer",
      day: day(text),
      item: "itch",
      value,
    }));
    expect(valuesOf(tableOf(leap), "itch")).toEqual([0, 1, 2]);
  });

  it("takes label, unit, scale and delay from the catalogue, and parts among its own columns", () => {
    const table = tableOf([answer(0, "itch", 1), answer(0, "skinSeverity", 2), answer(0, "fibreGrams", 20)]);
    expect(table.columns.map((column) => column.name)).toEqual(["skinSeverity", "itch", "fibreGrams"]);
    expect(columnByName(table, "itch")).toMatchObject({
      label: "Itch",
      role: "skin",
      unit: "points",
      min: 0,
      max: 10,
      step: 1,
      betterIs: "lower",
      partOf: ["skinSeverity"],
    });
    expect(columnByName(table, "fibreGrams")?.delayDays).toEqual(variableById("fibreGrams")?.delayDays);
    expect(columnByName(table, "fibreGrams")).not.toHaveProperty("max");
  });

  it("sums, averages or takes the last of a day, by the catalogue's rule", () => {
    const table = tableOf([
      answer(0, "sleepHours", 6, { slot: "night" }),
      answer(0, "sleepHours", 1.5, { slot: "nap" }),
      answer(0, "stoolForm", 3, { slot: "morning" }),
      answer(0, "stoolForm", 6, { slot: "evening" }),
      answer(0, "itch", 7, { slot: "evening" }),
      answer(0, "itch", 2, { slot: "morning" }),
      answer(1, "itch", 3, { slot: "evening", time: "21:00" }),
      answer(1, "itch", 5),
    ]);
    expect(valuesOf(table, "sleepHours")[0]).toBe(7.5);
    expect(valuesOf(table, "stoolForm")[0]).toBe(4.5);
    expect(valuesOf(table, "itch")).toEqual([7, 5]);
  });

  it("marks values that another device disputes, and leaves hidden entries out", () => {
    const view = (entry: Entry, more: Partial<EntryView> = {}): EntryView => ({
      id: "x",
      entry,
      hidden: false,
      conflicts: [],
      heads: [],
      ...more,
    });
    const table = tableOf([
      view(answer(0, "itch", 4), { conflicts: [{ field: "value", otherValues: [7] }] }),
      view(answer(1, "itch", 5)),
      view(answer(2, "itch", 9), { hidden: true }),
    ]);
    expect(valuesOf(table, "itch")).toEqual([4, 5]);
    expect(reasonsOf(table, "itch")).toEqual(["disputed", "recorded"]);
  });

  it("uses the person's own variables, and does not take a definition for a record", () => {
    const table = tableOf([
      {
        kind: "customVariable",
        day: day("2000-01-01"),
        id: "Steps",
        label: "Steps",
        role: "context",
        unit: "steps",
        min: 0,
        betterIs: "higher",
      },
      answer(0, "Steps", 9000),
      answer(0, "unheardOf", 1),
      { kind: "note", day: at(-40), text: "=note" },
    ]);
    expect(table.dayCount).toBe(1);
    expect(table.columns.map(({ name, role, unit }) => [name, role, unit])).toEqual([
      ["Steps", "context", "steps"],
      ["unheardOf", "lever", ""],
    ]);
  });
});

describe("blank is not zero", () => {
  it("reads silence as none only on days marked complete, and only for what the catalogue allows", () => {
    const table = tableOf([
      answer(0, "fermentedServings", 2),
      answer(0, "itch", 3),
      answer(0, "fibreGrams", 20),
      answer(1, "stress", 3),
      complete(2),
      complete(4, "all", false),
    ]);
    expect(valuesOf(table, "fermentedServings")).toEqual([2, NaN, 0, NaN, NaN]);
    expect(reasonsOf(table, "fermentedServings")).toEqual([
      "recorded",
      "missing-silence-on-incomplete-day",
      "inferred-zero-complete-day",
      "missing-not-recorded",
      "missing-silence-on-incomplete-day",
    ]);
    expect(valuesOf(table, "itch")[2]).toBeNaN();
    expect(valuesOf(table, "fibreGrams")[2]).toBeNaN();
  });

  it("does not read silence about servings from Cronometer's mark, which covers totals", () => {
    const entries = [
      answer(0, "fermentedServings", 1),
      answer(1, "fibreGrams", 20, { source: "cronometer" }),
      complete(1, "food", true, { source: "cronometer" }),
      answer(2, "fibreGrams", 9, { source: "cronometer" }),
      complete(2, "food", false, { source: "cronometer" }),
    ];
    const table = tableOf(entries);
    expect(valuesOf(table, "fermentedServings")).toEqual([1, NaN, NaN]);
    expect(reasonsOf(table, "fibreGrams")).toEqual(["missing-not-recorded", "recorded", "partial-day-lower-bound"]);
  });

  it("lets a mark for one group speak for that group only", () => {
    const table = tableOf([
      { kind: "supplement", day: at(0), product: "Zinc", taken: true },
      { kind: "practice", day: at(0), practice: "breathing", minutes: 10 },
      complete(1, "supplements"),
      complete(2),
      complete(2, "supplements", false),
    ]);
    expect(valuesOf(table, "supplement:zinc")).toEqual([1, 0, NaN]);
    expect(valuesOf(table, "practiceMinutes")).toEqual([10, NaN, 0]);
  });

  it("makes no column out of zeros that nobody wrote down", () => {
    expect(tableOf([answer(0, "itch", 1), complete(0)]).columns.map((column) => column.name)).toEqual(["itch"]);
  });
});

describe("other entries", () => {
  it("make supplements columns of their own, and probioticTaken only where it says more", () => {
    const one = tableOf([
      { kind: "supplement", day: at(0), product: "Bio Caps", taken: true, strain: "LGG" },
      { kind: "supplement", day: at(1), product: "bio  caps", taken: false },
    ]);
    expect(one.columns.map((column) => [column.name, column.label])).toContainEqual([
      "supplement:bio caps",
      "Bio Caps",
    ]);
    expect(valuesOf(one, "supplement:bio caps")).toEqual([1, 0]);
    const two = tableOf([
      { kind: "supplement", day: at(0), product: "Bio", taken: true, log10Cfu: 10 },
      { kind: "supplement", day: at(1), product: "Probiotic X", taken: true },
    ]);
    expect(valuesOf(two, "probioticTaken")).toEqual([1, 1]);
    expect(columnByName(two, "probioticTaken")?.partOf).toEqual(["supplement:bio", "supplement:probiotic x"]);
    const echo = tableOf([{ kind: "supplement", day: at(0), product: "Bio", taken: true, log10Cfu: 10 }]);
    expect(echo.columns.map((column) => column.name)).toEqual(["supplement:bio"]);
  });

  it("make medicines context, and practice minutes", () => {
    const table = tableOf([
      { kind: "medicine", day: at(0), name: "amoxicillin", taken: true, group: "antibiotic" },
      { kind: "medicine", day: at(1), name: "Steroid cream", taken: true, group: "topical" },
      { kind: "medicine", day: at(1), name: "Aspirin", taken: true, group: "other" },
      { kind: "practice", day: at(0), practice: "yoga", minutes: 20 },
      { kind: "practice", day: at(0), practice: "breathing", minutes: 5 },
      { kind: "practice", day: at(1), practice: "yoga", minutes: 30 },
      answer(1, "practiceMinutes", 10),
    ]);
    expect(table.columns.map(({ name, role }) => [name, role])).toEqual([
      ["practiceMinutes", "lever"],
      ["antibioticTaken", "context"],
      ["topicalTreatment", "context"],
      ["medicine:aspirin", "context"],
    ]);
    expect(valuesOf(table, "practiceMinutes")).toEqual([25, 10]);
  });

  it("turn markers into the catalogue's unit, or say that they cannot be read", () => {
    const crp = (offset: number, value: number, unit: string): Entry => ({
      kind: "marker",
      day: at(offset),
      marker: "crp",
      amount: { value, unit },
    });
    const table = tableOf([crp(0, 3, "mg/L"), crp(1, 0.5, "mg/dl"), crp(2, 7, "nmol/L")]);
    expect(valuesOf(table, "crpMgPerL")).toEqual([3, 5, NaN]);
    expect(reasonsOf(table, "crpMgPerL")[2]).toBe("missing-unreadable");
    const stool: Entry = { kind: "marker", day: at(0), marker: "calprotectin", amount: { value: 80, unit: "mcg/g" } };
    expect(valuesOf(tableOf([stool]), "calprotectinUgPerG")).toEqual([80]);
    const greek: Entry = { kind: "marker", day: at(0), marker: "calprotectin", amount: { value: 80, unit: "μg / g" } };
    expect(valuesOf(tableOf([greek]), "calprotectinUgPerG")).toEqual([80]);
  });

  it("read tags as catalogue variables where they fit, else as tags", () => {
    const tag = (offset: number, name: string, value?: number): Entry => ({
      kind: "tag",
      day: at(offset),
      tag: name,
      ...(value === undefined ? {} : { value }),
    });
    const table = tableOf([
      tag(0, "#travel"),
      tag(0, "sick"),
      tag(1, "stress", 8),
      tag(1, "stress", 80),
      tag(2, "Work"),
    ]);
    expect(table.columns.map((column) => column.name)).toEqual([
      "stress",
      "travel",
      "illness",
      "tag:stress",
      "tag:work",
    ]);
    expect(valuesOf(table, "stress")).toEqual([NaN, 8, NaN]);
    expect(columnByName(table, "tag:work")).toMatchObject({ label: "Work", role: "lever" });
  });

  it("know the days of a period from start to end, and the days between two periods", () => {
    const cycle = (offset: number, event: "periodStart" | "periodEnd" | "flow"): Entry => ({
      kind: "cycle",
      day: at(offset),
      event,
    });
    const table = tableOf([
      answer(0, "itch", 1),
      cycle(1, "periodStart"),
      cycle(3, "periodEnd"),
      cycle(6, "periodStart"),
      cycle(8, "flow"),
      answer(9, "itch", 1),
    ]);
    expect(valuesOf(table, "menstruation")).toEqual([NaN, 1, 1, 1, 0, 0, 1, NaN, 1, NaN]);
  });

  it("average the weather of a day", () => {
    const weather = (temperatureCelsius: number): Entry => ({ kind: "weather", day: at(0), temperatureCelsius });
    expect(valuesOf(tableOf([weather(10), weather(20)]), "temperatureCelsius")).toEqual([15]);
  });
});

describe("properties of the daily table", () => {
  const offset = fc.integer({ min: 0, max: 40 });
  const text = fc.constantFrom("lentils", "kefir, zorblax", "dinner", "white bread", "");
  const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
    fc
      .tuple(
        offset,
        fc.constantFrom("itch", "sleepHours", "fermentedServings", "own"),
        fc.nat(10),
        fc.constantFrom("", "am", "pm"),
      )
      .map(([o, item, value, slot]) => answer(o, item, value, slot === "" ? {} : { slot })),
    fc.tuple(offset, text).map(([o, words]) => meal(o, words)),
    fc
      .tuple(offset, fc.constantFrom("all", "food", "supplements"), fc.boolean())
      .map(([o, g, is]) => complete(o, g as "all", is)),
    fc
      .tuple(offset, fc.constantFrom("Zinc", "Bio probiotic"), fc.boolean())
      .map(([o, product, taken]): Entry => ({ kind: "supplement", day: at(o), product, taken })),
    fc
      .tuple(offset, fc.constantFrom("periodStart", "periodEnd", "flow"))
      .map(([o, event]): Entry => ({ kind: "cycle", day: at(o), event: event as "flow" })),
  );
  const journal = fc.array(anyEntry, { maxLength: 40 });

  it("does not depend on the order of entries", () => {
    fc.assert(
      fc.property(journal, fc.infiniteStream(fc.nat(1000)), (entries, dice) => {
        const shuffled = entries.map((entry) => [dice.next().value, entry] as const).sort((a, b) => a[0] - b[0]);
        expect(tableOf(shuffled.map(([, entry]) => entry))).toEqual(tableOf(entries));
      }),
      { numRuns: 150 },
    );
  });

  it("shifts with its days and changes in nothing else", () => {
    fc.assert(
      fc.property(journal, fc.integer({ min: -4000, max: 4000 }), (entries, k) => {
        const table = tableOf(entries);
        const shifted = tableOf(entries.map((entry) => ({ ...entry, day: addDays(entry.day, k) })));
        const expected = table.dayCount === 0 ? table : { ...table, firstDayNumber: table.firstDayNumber + k };
        expect(shifted).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("gives a reason for every cell that fits its value", () => {
    fc.assert(
      fc.property(journal, (entries) => {
        for (const column of tableOf(entries).columns) {
          expect(column.values.length).toBe(column.reasons.length);
          column.values.forEach((value, row) => {
            const isMissing = cellReasons[column.reasons[row] ?? 99]?.startsWith("missing");
            expect(isMissing).toBe(Number.isNaN(value));
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});
