import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { desktop, launchBrowser, openPage, type OpenedPage } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

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
  opened = await openPage(browser, server.address, desktop);
  page = opened.page;
  await page.getByText("Bring my data").click();
  await page.getByText("Choose a file").waitFor();
});
afterEach(async () => {
  await opened.close();
  await server.remove();
});

/**
 * 120 days: fibre moves bloating down two days later, bloating moves itch the day after; a strange column,
 * a gap, two bad cells. Fixed numbers, no chance.
 */
function wideCsv(): string {
  const wave = (i: number, period: number): number => ((i * 7919) % period) / period;
  const fibre = Array.from({ length: 120 }, (_, i) => Math.round(10 + 25 * wave(i, 17)));
  const bloating = fibre.map((_, i) =>
    Math.max(0, Math.min(10, Math.round(9 - 0.22 * (fibre[i - 2] ?? 22) + 2 * wave(i, 13)))),
  );
  const itch = bloating.map((_, i) =>
    Math.max(0, Math.min(10, Math.round(1 + 0.8 * (bloating[i - 1] ?? 4) + 2 * wave(i, 11)))),
  );
  const rows = fibre.map((grams, i) => {
    const day = new Date(Date.UTC(2026, 2, 1 + i)).toISOString().slice(0, 10);
    if (i === 40) return `${day},,,,`;
    return `${day},${String(grams)},${i === 50 ? "much" : String(bloating[i])},${i === 60 ? "99" : String(itch[i])},${String(Math.round(10 * wave(i, 19)))}`;
  });
  return ["date,Fibre (g),Bloating,Itch,Zebra index", ...rows].join("\n");
}

async function choose(name: string, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

describe("bringing data", () => {
  it("shows counts, reasons and mapping first, keeps it on demand, and finds nothing new the second time", async () => {
    await choose("diary.csv", wideCsv());
    await page.getByRole("heading", { name: "What is in diary.csv" }).waitFor();
    expect(await page.getByText("not a number").isVisible()).toBe(true);
    expect(await page.getByText(/“much”/).isVisible()).toBe(true);
    expect(await page.getByText(/“99”/).isVisible()).toBe(true);

    const zebra = page.getByLabel("Goes to (Zebra index)");
    expect(await zebra.inputValue()).toBe("custom");
    await page.getByLabel("What is Zebra index?").selectOption("stress");
    await zebra.selectOption("ignore");
    await page.getByRole("button", { name: /^Keep \d+ new entries$/ }).click();
    await page.getByText(/^Done: \d+ new/).waitFor();

    await choose("diary.csv", wideCsv());
    // the second proposal has the strange column again: leave it out as before
    await page.getByLabel("Goes to (Zebra index)").selectOption("ignore");
    await page.getByRole("button", { name: "Nothing new to keep" }).waitFor();
    expect(await page.getByRole("button", { name: "Nothing new to keep" }).isDisabled()).toBe(true);
    opened.expectQuiet();
  });

  it("goes from a file to the person's own axis", async () => {
    await choose("diary.csv", wideCsv());
    await page.getByRole("button", { name: /^Keep \d+ new entries$/ }).click();
    await page.getByRole("link", { name: "See what is in it" }).click();
    await page.getByRole("heading", { name: "My axis", level: 1 }).waitFor();
    await page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
    expect(await page.getByRole("heading", { name: "The arrows in words" }).isVisible()).toBe(true);
    expect(await page.locator(".arrow-item").count()).toBeGreaterThan(2);
    opened.expectQuiet();
  });

  it("shows days, gaps and a changed or deleted entry in the history, with undo", async () => {
    await choose("diary.csv", wideCsv());
    await page.getByRole("button", { name: /^Keep \d+ new entries$/ }).click();
    await page.getByText(/^Done: /).waitFor();
    await page.goto(`${server.origin}/#/history/2026-04-09`);
    await page.getByRole("button", { name: /\b9 April.*things known/ }).waitFor();
    // day 40 of the file is empty
    expect(await page.getByRole("button", { name: /10 April.*not recorded/ }).isVisible()).toBe(true);
    await page.getByRole("button", { name: /\b9 April/ }).click();
    const entries = page.locator(".entry-list > li");
    await entries.first().waitFor();
    const before = await entries.count();
    await page.getByRole("button", { name: /^Delete: Itch/ }).click();
    await page.getByText(/deleted\./).waitFor();
    await expect.poll(() => entries.count()).toBe(before - 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => entries.count()).toBe(before);
    await page.getByRole("button", { name: /^Change: Itch/ }).click();
    await page.getByRole("spinbutton").fill("9");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Itch 9", { exact: true }).waitFor();
    opened.expectQuiet();
  });

  it("walks through the timeline by keyboard and shows the same as a table", async () => {
    await choose("diary.csv", wideCsv());
    await page.getByRole("button", { name: /^Keep \d+ new entries$/ }).click();
    await page.getByText(/^Done: /).waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "History" }).click();
    await page.locator(".timeline").waitFor();
    await page.getByLabel("Time span").selectOption("all");
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^1 Mar/);
    for (let i = 0; i < 40; i += 1) await page.keyboard.press("ArrowRight");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/not recorded/);
    expect(await page.locator(".timeline-gap").count()).toBeGreaterThan(0);
    await page.getByText("The same as a table").click();
    await expect.poll(() => page.locator("details table tbody tr").count()).toBeGreaterThanOrEqual(120);
    opened.expectQuiet();
  });

  it("names what is wrong with a file and keeps nothing", async () => {
    for (const [name, text] of [
      ["empty.csv", ""],
      ["twice.csv", "date,itch,itch\n2026-01-01,1,2\n"],
      ["picture.csv", "PK\u0003\u0004rubbish"],
    ]) {
      await choose(name ?? "", text ?? "");
      const note = page.locator(".note-problem");
      await note.waitFor();
      expect((await note.textContent())?.length).toBeGreaterThan(30);
      expect(await page.getByRole("button", { name: /^Keep/ }).count()).toBe(0);
    }
    // the browser itself prints that an answer was 4xx
    opened.expectQuiet(/422|400|409/);
  });

  it("hands everything out as files", async () => {
    await choose("diary.csv", wideCsv());
    await page.getByRole("button", { name: /^Keep \d+ new entries$/ }).click();
    await page.getByText(/^Done: /).waitFor();
    for (const [button, marks] of [
      ["Everything (JSON)", "2026-03-01"],
      ["Daily table (CSV)", "itch"],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: button ?? "" }).click(),
      ]);
      const text = readFileSync(await download.path(), "utf8");
      expect(text).toContain(marks ?? "");
    }
    opened.expectQuiet();
  });
});
