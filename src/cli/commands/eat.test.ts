import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

interface EatDocument {
  readonly meal: {
    readonly state: string;
    readonly items: readonly {
      readonly text: string;
      readonly food: { readonly id: string } | null;
      readonly grams: { readonly median: number; readonly from: string };
    }[];
  };
  readonly entry: { readonly text: string; readonly day: string; readonly meal?: string; readonly time?: string };
  readonly stored: number;
  readonly undo: string | null;
}

function isDocument(value: unknown): value is EatDocument {
  return typeof value === "object" && value !== null && "meal" in value && "entry" in value && "stored" in value;
}

async function eat(...words: string[]): Promise<EatDocument> {
  const ran = await desk.run(["eat", ...words, "--json"]);
  expect(ran.code, ran.err).toBe(0);
  const document = ran.json();
  if (!isDocument(document)) throw new Error(`no document: ${ran.out}`);
  return document;
}

async function journalText(): Promise<string> {
  return (await desk.run(["export", "json"])).out;
}

describe("gutskin eat", () => {
  it("says what was understood, what it brings, the plants of the week, and how to take it back", async () => {
    const ran = await desk.run(["eat", "2 slices rye bread, kefir, zorblax"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/\+ "2 slices rye bread": rye bread, about \d+ g/);
    expect(ran.out).toContain('? "zorblax": not understood');
    expect(ran.out).toContain("fibre");
    expect(ran.out).toMatch(/Different plants in 7 days: at least \d+ \(1 day written down\)/);
    expect(ran.out.replace(/\s+/g, " ")).toContain("ranges from the literature");
    expect(ran.out).toMatch(/Stored\. To take it back: gutskin eat --undo 2026-11-22-[0-9a-f]{6}/);
    expect(ran.out).not.toMatch(/kcal|free of|safe\b/i);
    for (const line of ran.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("stores the text as typed, with the meal and the time that were said, and nothing of the reading", async () => {
    const { entry } = await eat("breakfast at 9:  porridge (Quaker), kefir");
    expect(entry).toMatchObject({
      text: "breakfast at 9:  porridge (Quaker), kefir",
      meal: "breakfast",
      time: "09:00",
    });
    expect((await eat("soup")).entry.meal).toBeUndefined();
    expect((await eat("soup", "--meal", "Dinner")).entry.meal).toBe("dinner");
    expect(await journalText()).not.toContain("fibre");
  });

  it("takes the day from the words, counted from --day", async () => {
    expect((await eat("soup yesterday")).entry.day).toBe("2026-11-21");
    expect((await eat("soup", "--day", "2026-11-01")).entry.day).toBe("2026-11-01");
  });

  it("is taken back by its id, once", async () => {
    const { undo } = await eat("kefir");
    const ran = await desk.run(["eat", "--undo", undo ?? "", "--json"]);
    expect(ran.json()).toEqual({ takenBack: 1, leftAlone: 0 });
    const again = await desk.run(["eat", "--undo", undo ?? ""]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("gutskin help eat");
  });

  it("writes nothing with --dry-run and makes no journal", async () => {
    const ran = await desk.run(["eat", "kefir", "--dry-run"]);
    expect(ran.out).toContain("Nothing was stored (--dry-run).");
    expect(existsSync(desk.path("data"))).toBe(false);
    expect(await eat("kefir", "--dry-run")).toMatchObject({ stored: 0, undo: null });
  });

  it("reads 'nothing' as nothing only when it is said", async () => {
    expect((await eat("nothing today")).meal).toMatchObject({ state: "nothing-eaten", items: [] });
    expect((await eat("toast, no cheese")).meal.state).toBe("foods");
  });

  it.each([
    [["eat"], "needs a meal"],
    [["eat", "kefir", "--undo", "x"], "needs a meal"],
    [["eat", "kefir", "--meal", "brunch"], "--meal takes breakfast, lunch, dinner, snack"],
    [["eat", "kefir", "--day", "2026-11-23"], "--day"],
    [["eat", "kefir", "--calories"], "unknown option"],
  ])("answers code 2 to %j", async (words, hint) => {
    const ran = await desk.run(words);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(hint);
    expect(existsSync(desk.path("data"))).toBe(false);
  });
});

describe("bad input to gutskin eat", () => {
  it.each([
    ["emoji", "🍕🍔🥤"],
    ["another script", "これは食べ物です"],
    ["signs", "!!! ??? ///"],
    ["words that are no food", "asdf qwer zxcv"],
  ])("keeps %s as it is and says that no food was understood", async (_, text) => {
    const { meal, entry, stored } = await eat(text);
    expect(meal.state).toBe("nothing-understood");
    expect(meal.items.every(({ food }) => food === null)).toBe(true);
    expect(entry.text).toBe(text);
    expect(stored).toBe(1);
    const told = await desk.run(["eat", text]);
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/not understood|No food was understood/);
    expect(told.out).toContain("Kept as you wrote it:");
    expect(told.out).not.toContain("first 0 characters");
  });

  it("says what of a mixed text was not understood", async () => {
    const { meal } = await eat("kefir, 🥨, qwertz");
    expect(meal.items.map(({ text, food }) => [text, food?.id ?? null])).toEqual([
      ["kefir", "kefir"],
      ["qwertz", null],
    ]);
  });

  it("cuts what nobody eats, takes no amount below nothing, and reads no price as one", async () => {
    const [eggs] = (await eat("400 eggs")).meal.items;
    expect(eggs?.grams).toMatchObject({ from: "capped" });
    expect(eggs?.grams.median).toBeLessThan(1000);
    const [apples] = (await eat("-2 apples")).meal.items;
    expect(apples?.grams.median).toBeGreaterThan(0);
    expect(apples?.grams.median).toBeLessThan(1000);
    const told = (await desk.run(["eat", "400 eggs, -2 apples"])).out;
    expect(told).toContain("larger than anybody eats");
    expect(told).toContain("below nothing");
    const [milk] = (await eat("milk £3.49")).meal.items;
    expect(milk?.grams.median).toBeLessThan(500);
  });

  it("reads a pasted recipe and a page of markup without running or losing anything", async () => {
    const recipe =
      "Lentil soup\nServes 4\n\n200 g red lentils\n1 onion, chopped\n2 tbsp olive oil\n1 l stock\n\nFry the onion. Add the rest.";
    const { meal, entry } = await eat(recipe);
    expect(entry.text).toBe(recipe);
    expect(meal.items.filter(({ food }) => food !== null).length).toBeGreaterThan(2);
    const markup = await eat("<p>kefir</p><script>alert(1)</script><b>2 slices</b> of toast");
    expect(markup.entry.text).toContain("<script>");
    expect(markup.meal.items.map(({ food }) => food?.id)).toContain("kefir");
    const told = await desk.run(["eat", "kefir\u001b[31m\u0007, toast"]);
    expect(told.out).not.toContain("\u001b");
  });

  it("takes 10,000 characters, and refuses more with what to do", async () => {
    const long = "kefir, ".repeat(1428).slice(0, 9_999);
    expect((await eat(long)).stored).toBe(1);
    const ran = await desk.run(["eat", "kefir, ".repeat(1500), "--json"]);
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({ error: { type: "MealTooLong" } });
    expect(ran.err).toContain("at most 10000");
  });
});

describe("gutskin foods remember", () => {
  it("makes the next meal with these words the person's own", async () => {
    const ran = await desk.run(["foods", "remember", "my usual", "--food", "porridge", "--grams", "310"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain('"my usual" is');
    expect(ran.out).toContain("310 g");
    const [item] = (await eat("my usual")).meal.items;
    expect(item).toMatchObject({ food: { id: "oat-porridge" }, grams: { median: 310, from: "personal" } });
  });

  it("knows my bowl for whatever is in it", async () => {
    await desk.run(["foods", "remember", "my bowl", "--grams", "260", "--unit", "bowl"]);
    const { meal } = await eat("a bowl of lentil soup, 2 bowls of porridge");
    expect(meal.items.map(({ grams }) => grams.median)).toEqual([260, 520]);
  });

  it("keeps the food when grams follow, and can be taken back", async () => {
    await desk.run(["foods", "remember", "my usual", "--food", "kefir"]);
    const ran = await desk.run(["foods", "remember", "My  usual", "--grams", "250", "--json"]);
    expect(ran.json()).toMatchObject({ entry: { phrase: "my usual", food: "kefir", gramsPerPortion: 250 }, stored: 1 });
    const undo = String(Reflect.get(Object(ran.json()), "undo"));
    expect((await desk.run(["log", "--undo", undo, "--json"])).json()).toEqual({ takenBack: 1, leftAlone: 0 });
    expect((await eat("my usual")).meal.items[0]).toMatchObject({ food: { id: "kefir" }, grams: { from: "portion" } });
  });

  it("names what the words may be when no single food is meant", async () => {
    const ran = await desk.run(["foods", "remember", "lunch thing", "--food", "kefir, toast"]);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain("kefir");
    const none = await desk.run(["foods", "remember", "lunch thing", "--food", "zzzz"]);
    expect(none.code).toBe(3);
  });

  it.each([
    [["foods", "remember"], "needs words"],
    [["foods", "remember", "my bowl"], "needs --grams, --food, or both"],
    [["foods", "remember", "my bowl", "--grams", "-5"], "--grams takes 0.1 to 5000"],
    [["foods", "remember", "my bowl", "--grams", "much"], "--grams takes 0.1 to 5000"],
    [["foods", "remember", "my bowl", "--grams", "260", "--unit", "lightyear"], "--unit takes a household measure"],
    [["foods", "remember", "my bowl", "--grams", "260", "--unit", "kg"], "--unit takes a household measure"],
  ])("answers code 2 to %j", async (words, hint) => {
    const ran = await desk.run(words);
    expect(ran.code).toBe(2);
    expect(ran.err.replace(/\s+/g, " ")).toContain(hint);
    expect(existsSync(desk.path("data"))).toBe(false);
  });
});
