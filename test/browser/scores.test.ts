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
  type Look,
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
});
afterEach(async () => {
  await opened.close();
  await server.remove();
});

async function open(hash: string, look: Look = phone): Promise<void> {
  opened = await openPage(browser, server.address, look);
  page = opened.page;
  await page.goto(`${server.origin}/${hash}`);
  await page.locator("main h1").first().waitFor();
}

/** A day so many days before now, far enough from midnight in every zone. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function saveByTerminal(instrument: string, answers: unknown, day: string): Promise<void> {
  const words = ["score", instrument, JSON.stringify(answers), "--save", "--day", day, "--data", server.dataFolder];
  expect(await runProgram(words)).toBe(0);
}

function group(name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

function step(row: string, index: number): Locator {
  return group(row).getByRole("button").nth(index);
}

const result = (): Locator => page.locator(".score-result");
const saveButton = (): Locator => page.getByRole("button", { name: /^Save / });

async function savedText(): Promise<string> {
  await page.locator('.score-result .save-status[data-phase="saved"]').waitFor();
  return (await page.locator(".score-result .save-status").textContent()) ?? "";
}

describe("a weekly score", () => {
  it("is two taps from the check-in, given by taps in about a minute, durable, and then no longer offered", async () => {
    await open("#/today");
    await page.getByRole("button", { name: "Eczema" }).click();
    await page.getByRole("button", { name: "Show my rows" }).click();
    const link = page.locator(".scores-link");
    await link.getByText("Open this week").waitFor();
    expect(await link.textContent()).toContain("Self-rated eczema score");
    await link.getByRole("link").click();
    await page.getByRole("link", { name: /Self-rated eczema score/ }).click();
    await page.getByRole("heading", { name: "Self-rated eczema score (SCORAD formula)" }).waitFor();
    let taps = 2;
    await page.getByLabel("How much of the body, percent").fill("20");
    taps += 1;
    for (const [row, index] of [
      ["Redness", 2],
      ["Swelling", 2],
      ["Weeping or crusts", 1],
      ["Scratch marks", 2],
      ["Leathery skin", 1],
      ["Dryness", 0],
      ["Itch", 5],
    ] as const) {
      await step(row, index).click();
      taps += 1;
    }
    expect(await result().textContent()).toContain("8 of 9 answers");
    expect(await saveButton().isDisabled()).toBe(true);
    await step("Lost sleep", 4).click();
    // A = 20, B = 8, C = 9: 20/5 + 7 x 8/2 + 9 = 41
    expect(await page.locator(".score-total").textContent()).toBe("41 of 103");
    expect(await result().textContent()).toContain("moderate");
    expect(await result().textContent()).toContain("Cut-offs: cuts 10, 29 and 49");
    expect(await result().textContent()).toContain("first of its kind");
    await saveButton().click();
    taps += 2;
    expect(await savedText()).toMatch(/^Saved for/);
    // 2 s a tap and 2 s of reading a row
    expect(taps * 2 + 9 * 2).toBeLessThanOrEqual(60);
    await page.reload();
    await page.locator(".score-past tbody tr").waitFor();
    expect(await page.locator(".score-past tbody").textContent()).toContain("41");
    await page.goto(`${server.origin}/#/today`);
    await page.locator(".scores-link").waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator(".scores-link").textContent()).toBe("Scores that clinicians know");
    opened.expectQuiet();
  });

  it("is given by keyboard only: digits, arrows, Tab and Enter", async () => {
    await open("#/scores/gags", desktop);
    await step("Forehead", 0).focus();
    for (const keys of ["3", "ArrowDown", "3", "ArrowDown", "3", "ArrowDown", "2", "ArrowDown", "2", "ArrowDown", "1"])
      await page.keyboard.press(keys);
    expect(await page.locator(".score-total").textContent()).toBe("25 of 44");
    await page.keyboard.press("Tab");
    expect(await saveButton().evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await savedText()).toMatch(/^Saved for/);
    // a change after saving is not called saved
    await step("Chin", 0).click();
    expect(await page.locator(".score-result .save-status").textContent()).toBe("");
    await page.getByRole("button", { name: "Save the change" }).click();
    expect(await savedText()).toMatch(/^Saved for/);
    expect(await page.locator(".score-past tbody tr").count()).toBe(1);
    opened.expectQuiet();
  });

  it("holds a change against the published marks, and shows the past as chart and table", async () => {
    await saveByTerminal("scorad-self", { items: { A: 30, B: 10, C: 12 } }, daysAgo(15));
    await saveByTerminal("poem", { total: 18 }, daysAgo(22));
    await saveByTerminal("poem", { total: 12 }, daysAgo(9));
    await open("#/scores/poem");
    await page.getByLabel("Total of the official form").fill("7");
    const text = (await result().textContent()) ?? "";
    expect(text).toMatch(
      /Down 5 points since .*From about 3 points on people usually feel a difference; this is that much or more\./,
    );
    expect(text).toContain("By other cut-offs (three strata, Silverberg 2018): POEM 0-7.");
    expect(await page.getByRole("img", { name: "POEM over time, 2 scores" }).isVisible()).toBe(true);
    expect(await page.locator(".score-past tbody tr").first().textContent()).toContain("−6 (−33.3 %)");
    await page.getByLabel("Total of the official form").fill("11");
    expect(await result().textContent()).toContain("this is less and may be chance");
    await page.getByText("Where this comes from").click();
    expect(await page.locator(".score-facts").textContent()).toContain("Not checked in the original paper");
    expect(await page.locator(".score-licence").textContent()).toContain("University of Nottingham");
    opened.expectQuiet();
  });
});

describe("numbers of an official form", () => {
  it("are told apart from text, from what is out of range and from what is between two steps", async () => {
    await open("#/scores/poem");
    const total = page.getByLabel("Total of the official form");
    for (const [typed, said] of [
      ["quite a lot", '"quite a lot" is not a number'],
      ["29", "29 is outside 0 to 28"],
      ["-1", "-1 is outside 0 to 28"],
      ["2.5", "2.5 lies between two steps"],
    ] as const) {
      await total.fill(typed);
      expect(await result().textContent()).toContain(said);
      expect(await total.getAttribute("aria-invalid")).toBe("true");
      expect(await saveButton().isDisabled()).toBe(true);
    }
    await total.fill("12");
    expect(await total.getAttribute("aria-invalid")).toBe("false");
    expect(await saveButton().isEnabled()).toBe(true);
    // the owner's page is a link and nothing was asked of it
    const link = page.getByRole("link", { name: /Open the owner's page/ });
    expect(await link.getAttribute("href")).toContain("nottingham.ac.uk");
    expect(await link.getAttribute("rel")).toContain("noreferrer");
    opened.expectQuiet();
  });

  it("may be missing as far as the form's own rule goes", async () => {
    await open("#/scores/dlqi");
    await page.getByText("Give the answers one by one").click();
    for (let number = 1; number <= 8; number += 1)
      await page.getByLabel(`Question ${String(number)}`, { exact: true }).fill("1");
    expect(await result().textContent()).toContain("8 of 10 answers");
    expect(await result().textContent()).toContain("One answer may be left out");
    expect(await saveButton().isDisabled()).toBe(true);
    await page.getByLabel("Question 9", { exact: true }).fill("1");
    expect(await page.locator(".score-total").textContent()).toBe("9 of 30");
    expect(await result().textContent()).toContain("A missing answer counts as 0 here");
    expect(await result().textContent()).toContain("moderate effect on daily life");
    await page.getByLabel("Question 10", { exact: true }).fill("4");
    expect(await result().textContent()).toContain('"Question 10": 4 is outside 0 to 3');
    expect(await page.locator("main").textContent()).toContain("from 16 years on");
  });

  it("are not taken twice over the same days: the last one can be changed instead", async () => {
    await saveByTerminal("poem", { total: 18 }, daysAgo(3));
    await open("#/scores/poem");
    await page.getByText("Both would look back on the same days").waitFor();
    expect(await page.getByLabel("Total of the official form").count()).toBe(0);
    await page.getByRole("button", { name: /^Change the one of/ }).click();
    expect(await page.getByLabel("Total of the official form").inputValue()).toBe("18");
    await page.getByLabel("Total of the official form").fill("16");
    await page.getByRole("button", { name: "Save the change" }).click();
    expect(await savedText()).toMatch(/^Saved for/);
    await page.locator(".score-past tbody tr", { hasText: "16" }).waitFor();
    expect(await page.locator(".score-past tbody tr").count()).toBe(1);
    await page.goto(`${server.origin}/#/scores`);
    await page
      .locator(".score-card", { hasText: "POEM" })
      .getByText(/next from/)
      .waitFor();
    opened.expectQuiet();
  });
});

describe("scores of a clinician", () => {
  it("refuse adult weights for a child, and take the child's own by the age", async () => {
    await open("#/scores/easi");
    await page.getByText("A clinician fills this in.").waitFor();
    for (const part of ["Arms and hands", "Chest, belly and back", "Legs, feet and buttocks"])
      await group(part).getByRole("group", { name: "How much of it" }).getByRole("button").first().click();
    const head = group("Head and neck");
    await head.getByRole("group", { name: "How much of it" }).getByRole("button").nth(2).click();
    for (const [sign, index] of [
      ["Redness", 3],
      ["Thickness", 0],
      ["Scratch marks", 0],
      ["Leathery skin", 0],
    ] as const)
      await head.getByRole("group", { name: sign }).getByRole("button").nth(index).click();
    expect(await group("Arms and hands").textContent()).toContain("Nothing affected here");
    expect(await page.locator(".score-total").textContent()).toBe("0.6 of 72");
    expect(await result().textContent()).toContain("No age was given, so the weights from 8 years on were used.");
    await page.getByLabel("Age on that day, in years").fill("5");
    expect(await page.locator(".score-total").textContent()).toBe("1.2 of 72");
    expect(await result().textContent()).toContain("The weights for children under 8 years were used");
    await page.getByLabel("Weights of the body parts").selectOption("adult");
    expect(await result().textContent()).toContain("at 5 years the weights are not those called");
    expect(await saveButton().isDisabled()).toBe(true);
    await page.getByLabel("Weights of the body parts").selectOption("");
    await page.getByLabel("Age on that day, in years").fill("five");
    expect(await result().textContent()).toContain('"five" is not a number');
    await page.getByLabel("Age on that day, in years").fill("5");
    await saveButton().click();
    expect(await savedText()).toMatch(/^Saved for/);
    await page.getByRole("heading", { name: "rated by a clinician" }).waitFor();
    opened.expectQuiet();
  });

  it("show the vIGA-AD as its owner prints it, with the credit", async () => {
    await open("#/scores/viga-ad");
    expect(await group("Grade").getByRole("button").allTextContents()).toEqual([
      "0Clear",
      "1Almost clear",
      "2Mild",
      "3Moderate",
      "4Severe",
    ]);
    expect(await page.locator(".score-licence").textContent()).toMatch(
      /Eli Lilly and Company, CC BY-ND 4\.0; used unmodified/,
    );
  });

  it("say so when there is no score of a name", async () => {
    await open("#/scores/moon-phase");
    await page.getByText("There is no score of this name.").waitFor();
  });
});

describe("the body map", () => {
  const cell = (name: string): Locator => page.getByRole("button", { name: new RegExp(`^${name}`) }).first();

  it("is marked by taps and keys, fills the shares, and says the same as a list", async () => {
    await open("#/scores/pasi", desktop);
    await page.getByRole("button", { name: "Mark it on a body map" }).click();
    await cell("Right hand, front").click();
    await cell("Right hand, front").click();
    expect(await cell("Right hand, front").getAttribute("aria-label")).toBe("Right hand, front: half");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("4");
    expect(await cell("Right forearm, front").getAttribute("aria-label")).toBe("Right forearm, front: all of it");
    // half a hand (0.5) and a forearm (1.5) in front, of the arms' 18
    expect(await page.locator(".body-shares").textContent()).toContain("Arms and hands: 11.1 %, area score 2");
    expect(
      await group("Arms and hands")
        .getByRole("group", { name: "How much of it" })
        .locator('[aria-pressed="true"]')
        .textContent(),
    ).toContain("10–29 %");
    expect(await group("Head and neck").textContent()).toContain("Nothing affected here");
    await page.getByText("The same as a list").first().click();
    const row = group("Right hand, front");
    expect(await row.locator('[aria-pressed="true"]').textContent()).toBe("½");
    await row.getByRole("button", { name: "all" }).click();
    expect(await page.locator(".body-shares").textContent()).toContain("Arms and hands: 13.9 %");
    await page.getByRole("button", { name: "Clear the map" }).click();
    expect(await page.locator(".body-shares").textContent()).toContain("Arms and hands: 0 %, area score 0");
    opened.expectQuiet();
  });

  it("has fields of at least 44 px at 320 px, none covered by another", async () => {
    await open("#/scores/scorad-self", narrow);
    await page.getByRole("button", { name: "Mark it on a body map" }).click();
    const cells = await page.locator(".body-cell").all();
    expect(cells).toHaveLength(32);
    for (const one of cells) {
      const box = await one.boundingBox();
      expect(box?.width ?? 0).toBeGreaterThanOrEqual(44);
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
      await one.click();
      expect(await one.getAttribute("aria-label")).toMatch(/: a quarter$/);
    }
    expect(await page.getByLabel("How much of the body, percent").inputValue()).toBe("25");
    await expectNoSidewaysScroll(page, "body map");
  });

  it("shows its marks without colours", async () => {
    await open("#/scores/scorad-self");
    await page.emulateMedia({ forcedColors: "active" });
    await page.getByRole("button", { name: "Mark it on a body map" }).click();
    await cell("Chest, front").click();
    expect(await cell("Chest, front").textContent()).toBe("¼");
    const [marked, clear] = await Promise.all(
      ["Chest, front", "Belly, front"].map((name) =>
        cell(name)
          .locator("path")
          .evaluate((path) => getComputedStyle(path).strokeWidth),
      ),
    );
    expect(marked).not.toBe(clear);
  });
});

describe("the stool form", () => {
  it("is asked with own pictures whose meaning opens by a tap", async () => {
    await open("#/today");
    await page.getByRole("button", { name: "Show my rows" }).click();
    expect(await group("Stool form").locator("svg").count()).toBe(7);
    await page.getByText("What the pictures mean").click();
    await page.getByRole("button", { name: /one piece, soft and even/ }).click();
    await page.locator('.save-status[data-phase="saved"]').waitFor();
    expect(await group("Stool form").locator('[aria-pressed="true"]').textContent()).toBe("4");
    await page.reload();
    await group("Stool form").locator('[aria-pressed="true"]').waitFor();
    expect(await group("Stool form").locator('[aria-pressed="true"]').textContent()).toBe("4");
  });
});

describe("rows and notes of the chosen conditions", () => {
  it("ask what fits: counts in steps, at most six rows", async () => {
    await open("#/today");
    await page.getByRole("button", { name: "Rosacea" }).click();
    await group("Flushing episodes").waitFor();
    expect(await step("Flushing episodes", 9).textContent()).toBe("9+");
    await page.getByRole("button", { name: "Acne" }).click();
    await page.getByRole("button", { name: "Psoriasis" }).click();
    expect(await page.getByRole("region", { name: "Scores" }).getByRole("group").count()).toBe(6);
    await page.getByText("Rosacea: what is asked").click();
    const notes = (await page.locator(".condition-notes").textContent()) ?? "";
    for (const said of ["Redness, Flushing episodes", "A flush comes within hours", "Alcoholic drinks", "not checked"])
      expect(notes).toContain(said);
    await page.goto(`${server.origin}/#/data`);
    await page.getByText("Psoriasis: what is asked").waitFor();
  });
});

const sizes: readonly (readonly [string, Look])[] = ([1200, 360, 320] as const).flatMap((width) =>
  (["light", "dark"] as const).map(
    (scheme) => [`${String(width)} px ${scheme}`, { width, height: width === 1200 ? 900 : 640, scheme }] as const,
  ),
);

describe.each(sizes)("axe and width at %s", (name, look) => {
  it("finds nothing on the list, forms, an open body map, a refused number and the past", async () => {
    await saveByTerminal("poem", { total: 18 }, daysAgo(22));
    await saveByTerminal("poem", { total: 12 }, daysAgo(9));
    await saveByTerminal("gags", { total: 12 }, daysAgo(9));
    await open("#/today", look);
    for (const condition of ["Eczema", "Psoriasis"]) await page.getByRole("button", { name: condition }).click();
    await page.locator(".condition-notes summary").first().click();
    await page.locator(".stool summary").click();
    await check(`today ${name}`);
    await page.getByRole("button", { name: "Show my rows" }).click();
    await page.goto(`${server.origin}/#/scores`);
    await page.locator(".score-card").first().waitFor();
    for (const summary of await page.locator("main details > summary").all()) await summary.click();
    await check(`scores ${name}`);
    await page.goto(`${server.origin}/#/scores/poem`);
    await page.getByLabel("Total of the official form").fill("no number");
    for (const summary of await page.locator("main details > summary").all()) await summary.click();
    await check(`poem ${name}`);
    await page.goto(`${server.origin}/#/scores/pasi`);
    await page.getByRole("button", { name: "Mark it on a body map" }).click();
    for (const quarters of ["1", "2", "3", "4"]) {
      await page.locator(".body-cell").nth(Number(quarters)).focus();
      await page.keyboard.press(quarters);
    }
    for (const summary of await page.locator("main details > summary").all()) await summary.click();
    await check(`pasi with the map ${name}`);
    await page.goto(`${server.origin}/#/scores/gags`);
    await step("Forehead", 2).click();
    await check(`gags ${name}`);
    opened.expectQuiet();
  });

  async function check(where: string): Promise<void> {
    await expectAccessible(page, where);
    await expectNoSidewaysScroll(page, where);
  }
});
