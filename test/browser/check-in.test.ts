import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, openPage, phone, type OpenedPage } from "./open-page.ts";
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
});
afterEach(async () => {
  await opened.close();
  await server.remove();
});

const scoreRows = ["Skin today", "Itch", "Bloating", "Stress"];

function step(row: string, text: string): ReturnType<Page["getByRole"]> {
  return page.getByRole("group", { name: row, exact: true }).getByRole("button", { name: text, exact: true });
}

async function waitForSaved(): Promise<void> {
  await page.locator('.save-status[data-phase="saved"]').waitFor();
}

/** Does something and waits until the journal has acknowledged it. */
async function saved(deed: () => Promise<void>): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/api/v1/append") && response.ok()),
    deed(),
  ]);
  await waitForSaved();
}

async function chosenIn(row: string): Promise<string | null> {
  const chosen = page.getByRole("group", { name: row, exact: true }).locator('[aria-pressed="true"]');
  return (await chosen.count()) === 0 ? null : chosen.first().textContent();
}

describe("the evening check-in", () => {
  it("takes at most 20 seconds: one tap per row, 2 s per tap and 1 s of reading per row", async () => {
    let taps = 0;
    for (const [row, value] of [
      ["Skin today", "3"],
      ["Itch", "4"],
      ["Bloating", "2"],
      ["Stress", "6"],
    ]) {
      await step(row ?? "", value ?? "").click();
      taps += 1;
    }
    await waitForSaved();
    expect(taps).toBe(4);
    // the day as a whole is the fifth tap
    expect((taps + 1) * (2 + 1)).toBeLessThanOrEqual(20);
    for (const row of scoreRows) expect(await chosenIn(row)).not.toBeNull();
    opened.expectQuiet();
  });

  it("shows all score rows without scrolling at 360 x 640", async () => {
    const box = await page.getByRole("group", { name: "Stress", exact: true }).boundingBox();
    const bar = await page.getByRole("navigation").boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  it("gives every step a target of at least 24 x 44 px", async () => {
    const sizes = await page
      .locator(".step")
      .evaluateAll((steps) =>
        steps.map((one) => ({ width: one.getBoundingClientRect().width, height: one.getBoundingClientRect().height })),
      );
    expect(sizes.length).toBeGreaterThan(50);
    for (const size of sizes) {
      expect(size.width).toBeGreaterThanOrEqual(24);
      expect(size.height).toBeGreaterThanOrEqual(43.5);
    }
  });

  it("presets nothing, and a second tap clears for good", async () => {
    expect(await page.locator('.step[aria-pressed="true"]').count()).toBe(0);
    await saved(() => step("Itch", "7").click());
    await saved(() => step("Itch", "7").click());
    await page.reload();
    await step("Itch", "7").waitFor();
    expect(await chosenIn("Itch")).toBeNull();
    await saved(() => step("Itch", "0").click());
    await page.reload();
    await page.locator('.step[aria-pressed="true"]').first().waitFor();
    expect(await chosenIn("Itch")).toBe("0");
  });

  it("is done by keyboard only: digits set, arrows change row, Backspace clears", async () => {
    await page.getByRole("group", { name: "Skin today" }).getByRole("button").first().focus();
    for (const keys of ["3", "ArrowDown", "1", "0", "ArrowDown", "2", "ArrowDown", "6", "ArrowDown", "7"])
      await page.keyboard.press(keys);
    await waitForSaved();
    expect(await Promise.all([...scoreRows, "Hours slept last night"].map(chosenIn))).toEqual([
      "3",
      "10",
      "2",
      "6",
      "7",
    ]);
    await page.keyboard.press("Backspace");
    expect(await chosenIn("Hours slept last night")).toBeNull();
    await page.keyboard.press("8");
    await page.keyboard.press("Tab");
    await saved(() => page.keyboard.press("Enter"));
    expect(await page.getByRole("button", { name: "and a half" }).getAttribute("aria-pressed")).toBe("true");
    await page.reload();
    await page.locator('.step[aria-pressed="true"]').first().waitFor();
    expect(await chosenIn("Hours slept last night")).toBe("8");
    expect(await page.getByRole("button", { name: "and a half" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("shows the day before only after today's value is given", async () => {
    await page.getByRole("link", { name: "Day before" }).click();
    await step("Itch", "5").click();
    await waitForSaved();
    await page.getByRole("link", { name: "Day after" }).click();
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
    expect(await page.locator('[data-before="true"]').count()).toBe(0);
    await step("Itch", "2").click();
    await page.locator('[data-before="true"]').waitFor();
    expect(await page.locator('[data-before="true"]').textContent()).toBe("5");
  });

  it("keeps food counts, supplement and the closing of the day", async () => {
    await step("Fibre-rich foods", "2").click();
    await step("Ultra-processed foods", "4+").click();
    await step("Supplement", "Yes").click();
    await saved(() => page.getByRole("button", { name: "That was all today" }).click());
    await page.reload();
    await page.locator('.complete-button[aria-pressed="true"]').waitFor();
    expect(await chosenIn("Fibre-rich foods")).toBe("2");
    expect(await chosenIn("Ultra-processed foods")).toBe("4+");
    expect(await chosenIn("Supplement")).toBe("Yes");
    expect(await chosenIn("Fermented foods")).toBeNull();
  });

  it("shows what the terminal wrote while the page was open", async () => {
    const done = await runProgram(["log", "itch 9", "--data", server.dataFolder]);
    expect(done).toBe(0);
    await page.getByRole("group", { name: "Itch" }).locator('[aria-pressed="true"]').waitFor();
    expect(await chosenIn("Itch")).toBe("9");
    opened.expectQuiet();
  });

  it("reads a line while it is typed, keeps what it does not understand as a note, and can take all back", async () => {
    await page.getByLabel("Write a line").fill("lentils, kefir; itch 4; slept 7.5; zzz qqq 9z9");
    const chips = page.getByRole("list", { name: "How it is read" }).getByRole("listitem");
    await chips.first().waitFor();
    expect((await chips.allTextContents()).some((text) => text.includes("Itch 4"))).toBe(true);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText(/entries added/).waitFor();
    await page.waitForFunction(() => document.querySelector('[data-step-group] [aria-pressed="true"]') !== null);
    expect(await chosenIn("Itch")).toBe("4");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    await page.waitForFunction(() => document.querySelector('[data-step-group] [aria-pressed="true"]') === null);
    opened.expectQuiet();
  });
});
