import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { desktop, launchBrowser, narrow, openPage, phone, type Look } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.remove());

const sizes: readonly (readonly [string, Look])[] = [
  ["a desktop", desktop],
  ["360 px", phone],
  ["320 px", { ...narrow, scheme: "dark" }],
];

describe("the first minute", () => {
  it.each(sizes)("shows three doors on %s and each leads somewhere useful", async (_, look) => {
    const { page, expectQuiet, close } = await openPage(browser, server.address, look);
    const doors = page.getByRole("list", { name: "Three ways to begin" }).getByRole("link");
    await doors.first().waitFor();
    expect(await doors.count()).toBe(3);

    await doors.nth(0).click();
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
    await page.goBack();
    await doors.nth(1).click();
    await page.getByText("Choose a file").waitFor();
    await page.goBack();
    await doors.nth(2).click();
    await page.getByText("Made-up person", { exact: true }).waitFor();
    expectQuiet();
    await close();
  });

  it("takes the start token out of the address and stays paired after a reload", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(page.url()).not.toContain("token");
    await page.reload();
    await page.getByText("Start today").waitFor();
    expectQuiet();
    await close();
  });

  it("says what to do when the page is opened without a key", async () => {
    const { page, close } = await openPage(browser, server.origin);
    await page.getByRole("heading", { name: /do not know each other/ }).waitFor();
    expect(await page.getByText("Open the address that it prints").isVisible()).toBe(true);
    await close();
  });

  it("reaches every screen from every screen with one tap, and moves the focus to its heading", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address, phone);
    const nav = page.getByRole("navigation");
    await nav.waitFor();
    for (const [from, to] of [
      ["Today", "History"],
      ["History", "My axis"],
      ["My axis", "Data"],
      ["Data", "Today"],
    ]) {
      await nav.getByRole("link", { name: to ?? "" }).click();
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      expect(await nav.getByRole("link", { name: to ?? "" }).getAttribute("aria-current"), `from ${from ?? ""}`).toBe(
        "page",
      );
    }
    expectQuiet();
    await close();
  });

  it("asks what bothers the person and shows the rows that fit, also at the next visit", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address, phone);
    await page.getByText("Start today").click();
    await page.getByRole("button", { name: "Rosacea" }).click();
    await page.getByRole("button", { name: "Acne" }).click();
    await page.getByRole("button", { name: "Show my rows" }).click();
    await page.getByRole("group", { name: "Redness" }).waitFor();
    expect(await page.getByRole("group", { name: "Acne" }).isVisible()).toBe(true);
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.reload();
    await page.getByRole("group", { name: "Redness" }).waitFor();
    expect(await page.getByRole("button", { name: "Show my rows" }).count()).toBe(0);
    expectQuiet();
    await close();
  });
});
