/**
 * Evidence, safety and suggestions as a person meets them: the matrix with its nulls, an emergency message that an answer brings up, messages
 * that stay, the gate before a probiotic, and axe on every screen and state of them.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page, Request } from "playwright-core";
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

/** Appends that are on their way, and when the last one came back. */
let appends = { underWay: 0, lastAt: 0 };

async function begin(look: Look): Promise<void> {
  server = await startServer();
  opened = await openPage(browser, server.address, look);
  page = opened.page;
  appends = { underWay: 0, lastAt: 0 };
  const count =
    (by: number): ((request: Request) => void) =>
    (request) => {
      if (request.url().endsWith("/append")) appends = { underWay: appends.underWay + by, lastAt: Date.now() };
    };
  page.on("request", count(1));
  page.on("requestfinished", count(-1));
  page.on("requestfailed", count(-1));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function end(): Promise<void> {
  await opened.close();
  await server.remove();
}

async function go(hash: string): Promise<void> {
  await page.goto(`${server.origin}/#/${hash}`);
  await page.locator(".main h1").waitFor();
}

/** Waits until the journal has acknowledged everything. */
async function untilSaved(): Promise<void> {
  const QUIET_MS = 500;
  await page.waitForTimeout(QUIET_MS);
  while (appends.underWay > 0 || Date.now() - appends.lastAt < QUIET_MS) await page.waitForTimeout(50);
}

function sign(text: RegExp): Locator {
  return page.getByRole("checkbox", { name: text });
}

async function answerAll(gate: Locator, reply: "Yes" | "No"): Promise<void> {
  for (const row of await gate.locator(".reply-row").all()) {
    await row.getByRole("button", { name: reply, exact: true }).click();
  }
}

describe("Learn", () => {
  beforeEach(() => begin(desktop));
  afterEach(end);

  it("is one tap away, shows both directions alike, and says something in every cell", async () => {
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Learn" }).click();
    await page.getByRole("heading", { name: "What trials found", level: 1 }).waitFor();
    expect(await page.locator(".matrix td").count()).toBe(145);
    expect(await page.locator(".matrix td .finding-word").count()).toBe(145);
    expect(await page.locator(".matrix td", { hasText: "no trial found" }).count()).toBeGreaterThan(80);
    const [there, back] = await page.locator(".way").all();
    const sizes = [await there?.boundingBox(), await back?.boundingBox()].map((box) => [box?.width, box?.height]);
    expect(sizes[0]).toEqual(sizes[1]);
    await back?.click();
    await page.getByRole("table", { name: "What skin goes with in gut and mind" }).waitFor();
    expect(await page.locator(".matrix td .finding-word").count()).toBe(88);
    opened.expectQuiet();
  });

  it("opens a cell without an effect with the same care as one with an effect", async () => {
    await go("learn");
    await page
      .getByRole("row", { name: /^Fermented food/ })
      .getByRole("link", { name: /no effect shown/ })
      .click();
    await page.getByRole("heading", { name: "Fermented food and dry skin" }).waitFor();
    const card = page.getByRole("article").first();
    expect(await card.locator(".record-mark").textContent()).toBe("NO EFFECT SHOWN");
    expect(await card.textContent()).toContain("that is not proof that there is none");
    expect(await card.textContent()).toContain("doi:10.");
    // the source is text: nothing on the card leads out of the page
    expect(await card.locator('a[href^="http"]').count()).toBe(0);
    opened.expectQuiet();
  });

  it("puts absolute numbers before the interval, and prints a contradiction on both sides", async () => {
    await go("learn/elimination-diet/eczema");
    const card = page.getByRole("article", { name: /9 more in 100/ });
    expect(await card.locator(".absolute").textContent()).toMatch(/50 in 100.*41 in 100/);
    const isBefore = await card.evaluate((element) => {
      const [numbers, picture] = [element.querySelector(".absolute"), element.querySelector(".record-interval")];
      return numbers && picture ? numbers.compareDocumentPosition(picture) === Node.DOCUMENT_POSITION_FOLLOWING : false;
    });
    expect(isBefore).toBe(true);
    expect(await card.locator(".interval-picture").getAttribute("aria-label")).toContain("No effect (0)");
    await go("learn/sibo/rosacea");
    const other = page.locator(".record-against").getByRole("link", { name: /not found more often later/ });
    await other.first().click();
    await page.getByRole("heading", { name: /^Rosacea and bacterial overgrowth/ }).waitFor();
    expect(await page.locator(".record-against").textContent()).toMatch(/52 of 113/);
  });

  it("explains a term by a tap and closes it by Escape", async () => {
    await go("learn/probiotic/eczema");
    const term = page.getByRole("button", { name: /^certainty:/ }).first();
    await term.focus();
    await page.keyboard.press("Enter");
    const meaning = page.locator(".term-meaning:popover-open");
    await meaning.waitFor();
    expect(await meaning.textContent()).toContain("How much one may rely on the figure");
    await page.keyboard.press("Escape");
    await meaning.waitFor({ state: "detached" }).catch(() => undefined);
    expect(await page.locator(".term-meaning:popover-open").count()).toBe(0);
  });

  it("says so on a page of its own when nobody has tested a pair", async () => {
    await go("learn/coffee/acne");
    expect(await page.locator("main").textContent()).toContain("No trial found for coffee and acne.");
    await go("learn/tea/acne");
    expect(await page.locator("main").textContent()).toContain("There is no such page here.");
  });
});

describe("a message of the highest level", () => {
  beforeEach(() => begin(phone));
  afterEach(end);

  it("stands alone after an answer by keyboard, has the number of the country, and goes when it was read", async () => {
    await go("safety");
    await sign(/trouble breathing/).focus();
    await page.keyboard.press("Space");
    const message = page.getByRole("alertdialog", { name: "Signs of a severe allergic reaction" });
    await message.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "emergency-title");
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await message.textContent()).toContain("Call your local emergency number.");
    // a key that was still being pressed does not close it
    await page.keyboard.press("Enter");
    expect(await message.isVisible()).toBe(true);
    await message.getByLabel("Which country are you in?").selectOption({ label: "Germany" });
    expect(await message.getByRole("link", { name: "Call 112" }).getAttribute("href")).toBe("tel:112");
    const reached: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      await page.keyboard.press("Tab");
      reached.push((await page.evaluate(() => document.activeElement?.textContent)) ?? "");
      if (reached.at(-1) === "I have read this") break;
    }
    expect(reached.at(-1)).toBe("I have read this");
    await page.keyboard.press("Enter");
    await message.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await untilSaved();
    await page.reload();
    await page.getByRole("heading", { name: "Safety", level: 1 }).waitFor();
    await page.getByText("You have read this.").waitFor();
    expect(await page.getByRole("alertdialog").count()).toBe(0);
    opened.expectQuiet();
  });

  it("comes whatever program wrote the sign, on whatever screen, and keeps what was typed", async () => {
    await go("today");
    await page.getByLabel("Write a line").fill("half a sentence");
    expect(await runProgram(["log", "#throat-swelling", "--data", server.dataFolder])).toBe(0);
    await page.getByRole("alertdialog").waitFor();
    expect(await page.getByLabel("Write a line").isVisible()).toBe(false);
    await page.getByRole("button", { name: "I have read this" }).click();
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
    expect(await page.getByLabel("Write a line").inputValue()).toBe("half a sentence");
    opened.expectQuiet();
  });

  it("does not wait for a program that has gone away", async () => {
    await go("safety");
    await sign(/trouble breathing/).waitFor();
    await server.stop();
    await sign(/trouble breathing/).check();
    await page.getByRole("alertdialog", { name: "Signs of a severe allergic reaction" }).waitFor();
    await page.getByRole("button", { name: "I have read this" }).click();
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    opened.expectQuiet(/ERR_CONNECTION|Failed to load/);
  });

  it("asks about self-harm after a very low mood, calmly, and never hides the crisis line", async () => {
    await go("today");
    await page.getByLabel("Write a line").fill("mood 1");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const question = page.getByRole("region", { name: "May we ask?" });
    await question.waitFor();
    expect(await question.textContent()).toContain("call a crisis line");
    await question.getByRole("button", { name: "Yes" }).click();
    await page.getByRole("alertdialog", { name: "You do not have to be alone with this" }).waitFor();
    opened.expectQuiet();
  });
});

describe("messages that stay", () => {
  beforeEach(() => begin(phone));
  afterEach(end);

  it("keeps 'today' on every screen until it was read, and 'within two weeks' above check-in and axis", async () => {
    await go("safety");
    await sign(/spreading, or is there pus/).check();
    await page.getByRole("alert").waitFor();
    await sign(/blood in your stool/).check();
    await untilSaved();
    for (const hash of ["today", "history", "axis", "learn", "data", "next"]) {
      await go(hash);
      await page.getByRole("alert", { name: "Skin that may be infected" }).waitFor();
      const isNear = hash === "today" || hash === "axis";
      expect(await page.locator(".main > .safety-notes .note-d").count(), hash).toBe(isNear ? 1 : 0);
    }
    await go("today");
    await page.getByRole("alert").getByRole("button", { name: "I have read this" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await untilSaved();
    await page.reload();
    await page.locator(".note-d").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    opened.expectQuiet();
  });

  it("names a contradiction kindly and lets the person say what is right", async () => {
    await go("safety");
    await page.getByRole("button", { name: "None of the others" }).click();
    await page.getByText(/^Answered\. Last on/).waitFor();
    await untilSaved();
    await go("today");
    await page.getByLabel("Write a line").fill("#fever");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await untilSaved();
    await go("safety");
    const card = page.getByRole("region", { name: "Two things that do not fit together" });
    await card.waitFor();
    expect(await card.textContent()).toMatch(
      /You answered no on .*; your diary shows it, last on .*\. Which is right\?/,
    );
    await card.getByRole("button", { name: "The diary is right" }).click();
    await card.waitFor({ state: "detached" });
    opened.expectQuiet();
  });
});

describe("what is worth testing", () => {
  beforeEach(() => begin(phone));
  afterEach(end);

  it("says kindly what comes first, and offers a card once its question is answered", async () => {
    await go("next");
    await page.getByRole("button", { name: "Eczema" }).click();
    await page.getByText("A few questions come first.").waitFor();
    await page.getByText("Answer the question", { exact: true }).click();
    await page.getByLabel("Year of birth").fill("1990");
    await page.keyboard.press("Enter");
    const card = page.getByRole("article", { name: /stress programme/ });
    await card.waitFor();
    for (const title of [
      "What trials found",
      "Where trials found nothing",
      "What your diary says",
      "What would end it",
    ]) {
      expect(await card.getByRole("heading", { name: title }).count(), title).toBe(1);
    }
    // nothing that cannot be done is offered as a button
    expect(await card.getByRole("button", { name: /start/i }).count()).toBe(0);
    opened.expectQuiet();
  });

  it("lets the diary speak once My axis has worked it out, also after a new answer", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const day = new Date(Date.UTC(2026, 7, 1 + i)).toISOString().slice(0, 10);
      return `${day},${String(i % 5)},${String((i * 3) % 7)},${String((i * 7) % 4)}`;
    });
    const file = join(server.dataFolder, "diary.csv");
    writeFileSync(file, ["date,itch,bloating,stress", ...rows].join("\n"));
    expect(await runProgram(["import", file, "--yes", "--data", server.dataFolder])).toBe(0);
    await go("next");
    await page.getByText("Only trials were looked at.").waitFor();
    await page.getByRole("link", { name: "Open My axis" }).click();
    await page.locator(".axis-answer:not(.is-first-look)").waitFor({ timeout: 120_000 });
    await page.locator(".axis-answer").getByRole("link", { name: "What is worth testing?" }).click();
    await page.getByText("Your diary was looked at as well.").waitFor();
    await page.getByRole("button", { name: "Acne" }).click();
    await page.getByText("A few questions come first.").waitFor();
    await untilSaved();
    await page.getByText("Your diary was looked at as well.").waitFor();
    opened.expectQuiet();
  });

  it("keeps a probiotic closed until every question is answered and a professional's word is written down", async () => {
    await go("next");
    await page.getByRole("button", { name: "Live bacteria (a probiotic)" }).click();
    const gate = page.locator('.gate[data-state="blocked"]');
    await gate.waitFor();
    expect(await gate.textContent()).toContain("Talk to a doctor or a pharmacist");
    await gate.getByLabel("Year of birth").fill("1990");
    await page.keyboard.press("Enter");
    await gate.getByLabel("Name of a medicine").fill("Rinvoq 15 mg");
    await page.keyboard.press("Enter");
    await gate.getByText("Rinvoq 15 mg", { exact: true }).waitFor();
    await answerAll(gate, "No");
    await gate.getByText("A medicine or condition that weakens the immune system.").waitFor();
    expect(await gate.textContent()).not.toContain("questions left");
    await untilSaved();
    await page.reload();
    await page.getByRole("button", { name: "Live bacteria (a probiotic)" }).click();
    await gate.waitFor();
    await gate.getByLabel("Who was it? (optional)").fill("my dermatologist");
    await gate.getByRole("checkbox", { name: "I have talked to a professional about this" }).click();
    const open = page.locator('.gate[data-state="open"]');
    await open.waitFor();
    expect(await open.textContent()).toMatch(/You talked to my dermatologist \(noted .*\)/);
    await untilSaved();
    // the word can be taken back, and the gate closes again
    await open.getByRole("button", { name: "That was a mistake" }).click();
    await gate.waitFor();
    opened.expectQuiet();
  });
});

const states: readonly (readonly [string, Look])[] = [
  ["desktop light", desktop],
  ["desktop dark", { ...desktop, scheme: "dark" }],
  ["360 px dark", { ...phone, scheme: "dark" }],
  ["320 px light", narrow],
];

describe.each(states)("axe and width at %s", (name, look) => {
  beforeEach(() => begin(look));
  afterEach(end);

  async function lookAt(where: string): Promise<void> {
    await expectAccessible(page, `${where} ${name}`);
    await expectNoSidewaysScroll(page, `${where} ${name}`);
  }

  it("finds nothing on Learn", async () => {
    for (const hash of ["learn", "learn/from-skin", "learn/probiotic", "learn/probiotic/eczema", "learn/coffee/acne"]) {
      await go(hash);
      await lookAt(hash);
    }
    await go("learn/eczema/crohn");
    await go("learn/probiotic/eczema");
    for (const summary of await page.locator("main details > summary").all()) await summary.click();
    await page
      .getByRole("button", { name: /^certainty:/ })
      .first()
      .click();
    await lookAt("an open record and a term");
    opened.expectQuiet();
  });

  it("finds nothing on Safety, its messages, and the emergency message", async () => {
    await go("safety");
    await page.getByRole("button", { name: "None of the others" }).waitFor();
    await lookAt("safety");
    await sign(/spreading, or is there pus/).check();
    await sign(/blood in your stool/).check();
    await page.getByRole("button", { name: "None of the others" }).click();
    await page.getByText("Look at the answers again").click();
    await page.getByLabel("Name of a medicine").fill("Fantasol");
    await page.keyboard.press("Enter");
    await page.getByText(/Not recognised: Fantasol/).waitFor();
    await page.getByLabel("Year of birth").fill("1850");
    await lookAt("safety, answered");
    await go("today");
    await page.locator(".note-d").waitFor();
    await lookAt("today with messages");
    await go("safety");
    await page.getByText("Look at the answers again").click();
    await sign(/trouble breathing/).check();
    await page.getByRole("alertdialog").waitFor();
    await lookAt("emergency");
    await page.getByLabel("Which country are you in?").first().selectOption("GB");
    await page.getByRole("link", { name: "Call 999" }).waitFor();
    await lookAt("emergency with a number");
    opened.expectQuiet();
  });

  it("finds nothing on the suggestions and an open gate", async () => {
    await go("next");
    await page.getByRole("button", { name: "Psoriasis" }).click();
    await page.getByText("Not offered now").waitFor();
    await lookAt("nothing yet");
    await page.getByText("Answer the 17 questions").first().click();
    await page.locator(".gate").getByLabel("Year of birth").fill("1990");
    await page.keyboard.press("Enter");
    await page.getByRole("article").first().waitFor();
    await page.locator(".gate .reply-row").first().getByRole("button", { name: "Yes", exact: true }).click();
    await page.getByText("A medicine or condition that weakens the immune system.").first().waitFor();
    await lookAt("a card and an open gate");
    opened.expectQuiet();
  });
});
