/**
 * Takes the pictures of README from the real app. `GUTSKIN_PICTURES=1 npx vitest run --project browser
 * test/browser/pictures.test.ts` writes them to docs/images; without it they go to a temporary folder, and
 * the test only proves that they can be taken and are small.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

const isKept = process.env["GUTSKIN_PICTURES"] === "1";
const LARGEST_BYTES = 250 * 1024;

let browser: Browser;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  folder = isKept
    ? fileURLToPath(new URL("../../docs/images", import.meta.url))
    : mkdtempSync(join(tmpdir(), "gutskin-pictures-"));
  mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  if (!isKept) rmSync(folder, { recursive: true, force: true });
});

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  expect(statSync(path).size, name).toBeLessThanOrEqual(LARGEST_BYTES);
}

describe("pictures for README", () => {
  it("takes the axis of the made-up person on a desktop by day", async () => {
    const { page, close } = await openPage(browser, server.address, { width: 1100, height: 800, scheme: "light" });
    await page.getByText("Look at a made-up person").click();
    await page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
    await page.mouse.move(5, 5);
    await take(page, "axis-of-a-made-up-person");
    await close();
  });

  it("takes the check-in on a phone in the evening", async () => {
    const { page, close } = await openPage(browser, server.address, { width: 360, height: 640, scheme: "dark" });
    await page.getByText("Start today").click();
    await page.getByRole("button", { name: "Eczema" }).click();
    await page.getByRole("button", { name: "Show my rows" }).click();
    for (const [row, value] of [
      ["Skin today", "3"],
      ["Itch", "4"],
      ["Bloating", "2"],
      ["Hours slept last night", "7"],
    ]) {
      await page
        .getByRole("group", { name: row ?? "", exact: true })
        .getByRole("button", { name: value ?? "", exact: true })
        .click();
    }
    await page.locator('.save-status[data-phase="saved"]').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await take(page, "check-in-in-the-evening");
    await close();
  });

  it("takes the history of the made-up person", async () => {
    const { page, close } = await openPage(browser, server.address, {
      width: 1180,
      height: 1160,
      scheme: "light",
    });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto(`${server.origin}/#/demo/history`);
    await page.locator(".timeline").waitFor();
    await take(page, "history-of-a-made-up-person");
    await close();
  });
});
