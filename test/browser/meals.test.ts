import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  narrow,
  openPage,
  phone,
  type OpenedPage,
} from "./open-page.ts";
import { runProgram, startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let server: RunningServer;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startServer();
  opened = await openPage(browser, server.address, phone);
  page = opened.page;
  await page.getByText("Start today").click();
  await page.getByRole("button", { name: "Show my rows" }).click();
  await field().waitFor();
});
afterEach(async () => {
  await opened.close();
  await server.remove();
});

function field(): Locator {
  return page.getByLabel("Write what you ate");
}

function rows(): Locator {
  return page.getByRole("list", { name: "What is understood" }).locator(":scope > li");
}

function written(): Locator {
  return page.getByRole("list", { name: "Written down" }).getByRole("listitem");
}

function panel(): Locator {
  return page.locator(".row-panel");
}

/** Types and waits until these words have rows. */
async function type(text: string): Promise<void> {
  await field().fill(text);
  await page.waitForFunction(
    (typed) => {
      const read = document.querySelector<HTMLElement>(".meal-read");
      const area = document.querySelector<HTMLTextAreaElement>(".meal-text");
      return area?.value === typed && read?.dataset["current"] === "true";
    },
    text,
    { timeout: 20_000 },
  );
}

async function add(): Promise<void> {
  await page.locator(".meal-entry").getByRole("button", { name: "Add meal" }).click();
  await page.getByText(/ added\.$/).waitFor();
}

async function meal(text: string, day: string, slot: string): Promise<void> {
  expect(await runProgram(["eat", text, "--day", day, "--meal", slot, "--data", server.dataFolder])).toBe(0);
}

/** The page's own calendar day, so many days back. */
async function dayBack(days: number): Promise<string> {
  return page.evaluate((back) => {
    const date = new Date();
    date.setDate(date.getDate() - back);
    const two = (n: number): string => String(n).padStart(2, "0");
    return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }, days);
}

describe("a meal in one's own words", () => {
  it("is read while it is typed, says what it does not understand, and is saved as typed", async () => {
    await type("2 slices of rye bread, kefir 200 ml, zorblax");
    const told = await rows().allTextContents();
    expect(told).toHaveLength(3);
    expect(told[0]).toContain("rye bread");
    expect(told[0]).toContain("quite sure");
    expect(told[2]).toContain("zorblax");
    expect(told[2]).toContain("not understood");
    await page.getByRole("button", { name: "Lunch" }).click();
    await add();
    await written().first().waitFor();
    expect(await written().allTextContents()).toEqual([
      expect.stringContaining("2 slices of rye bread, kefir 200 ml, zorblax"),
    ]);
    expect(await written().first().textContent()).toContain("Lunch");
    expect(await field().inputValue()).toBe("");
    const plate = page.locator(".plate");
    await plate.waitFor();
    const brought = await plate.textContent();
    expect(brought).toContain("Fibre");
    expect(brought).toContain("Different plants in 7 days");
    expect(brought).toContain("literature");
    expect(brought).toContain("1 thing was not understood");
    expect(await plate.getByText(/kcal/).isVisible()).toBe(false);
    await plate.getByText("Show energy").click();
    expect(await plate.getByText(/kcal/).isVisible()).toBe(true);
    expect(await page.locator("main").textContent()).not.toMatch(/free of|\bsafe\b/i);
    opened.expectQuiet();
  });

  it("can be taken back, changed and deleted, and the deletion undone", async () => {
    await type("kefir");
    await add();
    await written().first().waitFor();
    await page.locator(".meal-entry").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await expect.poll(() => written().count()).toBe(0);
    await type("soup");
    await add();
    await page.getByRole("button", { name: "Change soup" }).click();
    await type("soup, toast");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Change soup, toast" }).waitFor();
    expect(await written().count()).toBe(1);
    await page.getByRole("button", { name: "Delete soup, toast" }).click();
    await page.getByText("Deleted.").waitFor();
    await expect.poll(() => written().count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("Back again.").waitFor();
    await expect.poll(() => written().count()).toBe(1);
  });

  it("is saved by Enter; Shift and Enter begins a line, and pasted lines stay", async () => {
    await type("200 g lentils\n1 onion");
    expect(await rows().count()).toBe(2);
    await field().press("End");
    await field().press("Shift+Enter");
    await field().pressSequentially("2 eggs");
    await expect.poll(() => rows().count()).toBe(3);
    await field().press("Enter");
    await page.getByText(/ added\.$/).waitFor();
    expect(await written().first().textContent()).toContain("200 g lentils\n1 onion\n2 eggs");
  });

  it("says 'nothing eaten' only when that was written", async () => {
    await type("toast, no cheese");
    expect(await page.getByText("Not eaten: cheese.").isVisible()).toBe(true);
    expect(await page.getByText("Nothing eaten").count()).toBe(0);
    await type("nothing today");
    await page.getByText("Nothing eaten, as you say.").waitFor();
    // said of the day, not of the meal that the hour suggests
    expect(await page.locator('.meal-slot[aria-pressed="true"]').count()).toBe(0);
  });

  it("moves a score that was typed among the foods to where it belongs, by a tap", async () => {
    await type("porridge, itch 4");
    await page.getByRole("button", { name: "Write down as Itch 4" }).click();
    await page.getByText("Itch 4 written down.").waitFor();
    expect(await field().inputValue()).toBe("porridge");
    await page.getByRole("group", { name: "Itch", exact: true }).locator('[aria-pressed="true"]').waitFor();
  });
});

describe("putting a reading right", () => {
  it("takes one tap to open and one to choose, and is remembered on the next meal", async () => {
    await type("yogurt");
    expect(await rows().first().textContent()).not.toContain("your choice");
    await rows().first().getByRole("button").first().click();
    await panel().waitFor();
    const foods = panel().getByRole("group", { name: "Which food?" }).getByRole("button");
    // three to five foods and "something else"
    expect(await foods.count()).toBeGreaterThanOrEqual(4);
    expect(await foods.count()).toBeLessThanOrEqual(6);
    const chosen = (await foods.nth(1).textContent()) ?? "";
    await foods.nth(1).click();
    await expect.poll(() => rows().first().textContent()).toContain("your choice");
    expect(await rows().first().textContent()).toContain(chosen);
    await add();
    await page.reload();
    await field().waitFor();
    await type("yogurt, banana");
    await expect.poll(() => rows().first().textContent()).toContain("your choice");
    expect(await rows().first().textContent()).toContain(chosen);
    await rows().first().getByRole("button").first().click();
    await page.getByRole("button", { name: "Forget my choice" }).click();
    await expect.poll(() => rows().first().textContent()).not.toContain("your choice");
    opened.expectQuiet();
  });

  it("finds another food by the beginning of its name, for words that were not understood", async () => {
    await type("my usual");
    await rows().first().getByRole("button").first().click();
    await page.getByLabel("Type another food").fill("porr");
    await page
      .getByRole("list", { name: "Foods found" })
      .getByRole("button", { name: /porridge/ })
      .first()
      .click();
    await expect.poll(() => rows().first().textContent()).toContain("your choice");
    await add();
    await type("had my usual at 8 am");
    await expect.poll(() => rows().first().textContent()).toContain("porridge");
  });

  it("remembers own grams of a bowl, and writes a size for once into the text", async () => {
    await type("a bowl of lentil soup");
    await rows().first().getByRole("button").first().click();
    await page.getByLabel("Grams of one bowl").fill("0");
    await page.getByRole("button", { name: "Use" }).click();
    await page.getByText("Between 0.1 and 5000 grams.").waitFor();
    await page.getByLabel("Grams of one bowl").fill("260");
    await page.getByRole("button", { name: "Use" }).click();
    await expect.poll(() => rows().first().textContent()).toContain("260 g, your own portion");
    await type("2 bowls of lentil soup");
    await expect.poll(() => rows().first().textContent()).toContain("520 g");
    await rows().first().getByRole("button").first().click();
    // a portion of one's own is there already: now once is the rule
    expect(await page.getByRole("checkbox", { name: /^Remember/ }).isChecked()).toBe(false);
    await panel()
      .getByRole("button", { name: /^Large/ })
      .click();
    await expect.poll(() => field().inputValue()).toBe("2 bowls of lentil soup (large)");
    await expect.poll(() => rows().first().textContent()).toMatch(/7\d\d g/);
  });

  it("asks at most one question, when the typing rests, and remembers the answer", async () => {
    await type("kefir");
    const question = page.getByRole("group", { name: /How much kefir is it/ });
    await question.waitFor();
    expect(await page.locator(".meal-ask").count()).toBe(1);
    await question.getByRole("button", { name: /^Large/ }).click();
    await expect.poll(() => rows().first().textContent()).toContain("your own portion");
    expect(await page.locator(".meal-ask").count()).toBe(0);
    await type("kefir, toast");
    await page.waitForTimeout(1500);
    expect(await page.getByRole("group", { name: /How much kefir/ }).count()).toBe(0);
  });

  it("is done by keyboard only", async () => {
    await field().focus();
    await page.keyboard.type("yogurt, toast");
    await expect.poll(() => rows().count()).toBe(2);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("yogurt");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("toast");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await panel().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const chosen = await page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows().first().textContent()).toContain("your choice");
    expect(await rows().first().textContent()).toContain(chosen);
    // the focus is back on the row, and Escape closes what was opened
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("false");
    await page.keyboard.press("Enter");
    await panel().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => panel().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("false");
  });
});

describe("what is eaten often", () => {
  it("is written by one tap: yesterday's meal, marked as repeated, then favourites, most likely first", async () => {
    const [one, two, three] = [await dayBack(1), await dayBack(2), await dayBack(3)];
    await meal("porridge, kefir", one, "breakfast");
    await meal("muesli, banana", two, "breakfast");
    await meal("muesli, banana", three, "breakfast");
    await meal("lentil soup", one, "lunch");
    await page.getByRole("button", { name: "Breakfast", exact: true }).click();
    const favourites = page.getByRole("list", { name: "Eaten often" }).getByRole("button");
    await favourites.first().waitFor();
    expect(await favourites.allTextContents()).toEqual([
      "Same breakfast as yesterday: porridge, kefir",
      "muesli, banana",
    ]);
    await favourites.first().click();
    await page.getByText("Breakfast added.").waitFor();
    await written().first().waitFor();
    expect(await written().first().textContent()).toMatch(/Breakfast.*repeated.*porridge, kefir/);
    await expect.poll(() => favourites.allTextContents()).toEqual(["muesli, banana"]);
    await page.locator(".meal-entry").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => favourites.count()).toBe(2);
    opened.expectQuiet();
  });

  it("is nothing before there is anything to repeat", async () => {
    expect(await page.getByRole("list", { name: "Eaten often" }).count()).toBe(0);
    expect(await page.locator(".plate").count()).toBe(0);
  });
});

describe("bad input", () => {
  it.each([
    ["emoji", "🍕🍔"],
    ["another script", "これは食べ物です"],
    ["no food", "asdf qwer zxcv"],
  ])("keeps %s and says that it was not understood", async (_, text) => {
    await type(text);
    expect(await rows().first().textContent()).toContain("not understood");
    await page.getByText("No food was understood here. It is kept as you wrote it.").waitFor();
    await add();
    await written().first().waitFor();
    expect(await written().first().textContent()).toContain(text);
  });

  it("takes no absurd amount as typed, runs no markup, and reads no price as an amount", async () => {
    await type("400 eggs, -2 apples, milk £3.49, <img src=x onerror=alert(1)> toast");
    const told = (await rows().allTextContents()).join(" | ");
    expect(told).toContain("larger than anybody eats");
    expect(told).toContain("below nothing");
    expect(told).toMatch(/milk.*about 200 g/);
    expect(told).toContain("toast");
    expect(await page.locator(".meals img").count()).toBe(0);
    opened.expectQuiet();
  });

  it("stays usable with a pasted book, and refuses what is too long to store, with what to do", async () => {
    await type("1 onion, chopped\n200 g lentils\n".repeat(300).slice(0, 9_999));
    await page.getByText(/^and \d+ more$/).waitFor();
    expect(await rows().count()).toBe(30);
    await field().fill("kefir, ".repeat(1500));
    await page.getByText("longer than 10000 characters").waitFor();
    expect(await page.locator(".meal-entry").getByRole("button", { name: "Add meal" }).isDisabled()).toBe(true);
  });
});

describe("the meals part of the page", () => {
  it.each([
    ["desktop by day", desktop],
    ["phone in the evening", { ...phone, scheme: "dark" as const }],
    ["320 px", narrow],
  ])("passes axe and does not scroll sideways: %s", async (name, look) => {
    await meal("porridge with blueberries, kefir, zorblax", await dayBack(1), "breakfast");
    await meal("lentil soup", await dayBack(0), "lunch");
    const other = await openPage(browser, server.address, look);
    page = other.page;
    await page.goto(`${server.origin}/#/today`);
    await field().waitFor();
    await page.locator(".plate").waitFor();
    await expectAccessible(page, `meals ${name}`);
    await type("2 slices of rye bread, yogurt, zorblaxzorblaxzorblaxzorblaxzorblaxzorblax");
    await page.locator(".meal-ask").waitFor();
    await expectAccessible(page, `meals typed ${name}`);
    await expectNoSidewaysScroll(page, `meals typed ${name}`);
    await rows().nth(1).getByRole("button").first().click();
    await panel().waitFor();
    await page.getByRole("button", { name: "Something else" }).click();
    await page.getByLabel("Type another food").fill("kef");
    await page.getByRole("list", { name: "Foods found" }).getByRole("button").first().waitFor();
    for (const summary of await page.locator(".meals details > summary").all()) await summary.click();
    await expectAccessible(page, `meals opened ${name}`);
    await expectNoSidewaysScroll(page, `meals opened ${name}`);
    const sizes = await page
      .locator(".meals button, .meals summary, .meals input, .meals textarea")
      .evaluateAll((all) => all.map((one) => ({ what: one.textContent, box: one.getBoundingClientRect() })));
    for (const { what, box } of sizes) {
      expect(Math.min(box.width, box.height), what ?? "").toBeGreaterThanOrEqual(22);
    }
    other.expectQuiet();
    await other.close();
  });

  it("leaves the main thread nearly alone while one types: its time per key is told", async () => {
    await type("kefir");
    await field().fill("");
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const spent = async (): Promise<ReadonlyMap<string, number>> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return new Map(metrics.map(({ name, value }) => [name, value]));
    };
    const text = "2 slices of rye sourdough with hummus, a bowl of lentil soup, kefir and a banana";
    const before = await spent();
    await field().pressSequentially(text, { delay: 40 });
    await expect.poll(() => rows().count()).toBeGreaterThan(3);
    const after = await spent();
    const perKey = (name: string): number =>
      (1000 * ((after.get(name) ?? NaN) - (before.get(name) ?? NaN))) / text.length;
    const told = (["TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration"] as const)
      .map((name) => `${name} ${perKey(name).toFixed(1)} ms`)
      .join(", ");
    console.log(`main thread per key over ${String(text.length)} keys: ${told}`);
    // generous: a busy machine must not fail it, a reading on the main thread at every key would
    expect(perKey("TaskDuration")).toBeLessThan(50);
  });
});
