import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectAccessible, expectNoSidewaysScroll, launchBrowser, narrow, openPage } from "./open-page.ts";
import { runProgram, startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let server: RunningServer;

/**
 * 150 days: fibre and beans change together and lower the next day's bloating by the same share each; after a worse day the next
 * entry is often skipped.
 */
function diary(): string {
  let state = 11;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  let [mean, isWorse] = [20, false];
  const rows = Array.from({ length: 150 }, (_, index) => {
    const bloating = Math.min(10, Math.max(0, Math.round(5 - 0.25 * (mean - 20) + 3 * (next() - 0.5))));
    const isSkipped = next() < (isWorse ? 0.5 : 0.08);
    const fibre = Math.round(10 + 20 * next());
    const beans = Math.round(fibre * 2 + 3 * (next() - 0.5));
    mean = (fibre + beans / 2) / 2;
    isWorse = bloating > 5;
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    return `${day},${isSkipped ? "" : String(bloating)},${String(fibre)},${String(beans)}`;
  });
  return `${["date,bloating,fibre,beans", ...rows].join("\n")}\n`;
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  const file = join(server.dataFolder, "diary.csv");
  writeFileSync(file, diary());
  expect(await runProgram(["import", file, "--yes", "--data", server.dataFolder])).toBe(0);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

describe.each([
  ["a desktop", desktop],
  ["320 px in the dark", { ...narrow, scheme: "dark" as const }],
])("the axis of a diary with two levers that change together, at %s", (name, look) => {
  it("is one finding with both names, in the picture and in the list, and leads to each of them", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address, look);
    await page.getByRole("navigation").getByRole("link", { name: "My axis" }).click();
    await page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
    await page.locator(".axis-button").first().focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("your diary cannot say which of the two").waitFor();
    await expectAccessible(page, `group ${name}`);
    await expectNoSidewaysScroll(page, `group ${name}`);
    await dialog.getByRole("button", { name: /Fibre/ }).click();
    await dialog.getByRole("heading", { name: "What if you change it from tomorrow" }).waitFor();

    const slider = dialog.getByRole("slider", { name: /Choose an amount/ });
    const sentence = dialog.getByText(/from tomorrow would go with bloating/).first();
    const before = await sentence.textContent();
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => sentence.textContent()).not.toBe(before);
    await page.keyboard.press("Home");
    await expect.poll(() => sentence.textContent()).toMatch(/g less fibre a day from tomorrow .* higher after 7 days/);
    await dialog.getByText(/Your diary cannot tell fibre from beans/).waitFor();
    await expectAccessible(page, `what if ${name}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".arrow-group-seen").getByText("your diary cannot say which of the two").waitFor();
    expectQuiet();
    await close();
  });

  it("says that entries are skipped after worse days, and works it out with blank days as worse ones", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address, look);
    await page.getByRole("navigation").getByRole("link", { name: "My axis" }).click();
    await page
      .getByText(/After a worse day of bloating you skip the next entry more often/)
      .waitFor({ timeout: 120_000 });
    await page.getByRole("heading", { name: "The days ahead" }).waitFor({ timeout: 120_000 });
    const box = page.getByLabel("Take days without an entry to be worse than the rest");
    await box.check();
    await page.getByText("were taken to be worse than the rest, as was asked").waitFor({ timeout: 120_000 });
    await expectAccessible(page, `worse days ${name}`);
    await expectNoSidewaysScroll(page, `worse days ${name}`);
    await box.uncheck();
    // the first answer was kept
    await page.getByText("Such days can also be taken to be worse").waitFor({ timeout: 1000 });
    await page.getByRole("heading", { name: "The days ahead" }).waitFor();
    expectQuiet();
    await close();
  });
});
