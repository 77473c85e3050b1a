import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, launchBrowser, looks, openPage, phone } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let empty: RunningServer;
let filled: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
  empty = await startServer();
  filled = await startServer();
  const { page, close } = await openPage(browser, filled.address, phone);
  await page.getByText("Start today").click();
  for (const row of ["Skin today", "Itch", "Stress"]) {
    await page.getByRole("group", { name: row, exact: true }).getByRole("button", { name: "4", exact: true }).click();
  }
  await page.getByLabel("Write a line").fill('itch 3 yesterday; "slept badly"; took zinc 25 mg; lentils, kefir');
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText(/entries added/).waitFor();
  await close();
});
afterAll(async () => {
  await browser.close();
  await empty.remove();
  await filled.remove();
});

async function look(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectNoSidewaysScroll(page, where);
}

const preview = "date,Itch,Fibre (g),Mood of the cat\n2026-03-01,4,20,3\n2026-03-02,x,30,\n2026-03-03,3,25,5\n";

describe.each(looks.map((one) => [`${String(one.width)} px ${one.scheme}`, one] as const))(
  "axe and width at %s",
  (name, size) => {
    it("finds nothing on the screens of an empty journal", async () => {
      const { page, close } = await openPage(browser, empty.address, size);
      await page.getByText("Start today").waitFor();
      await look(page, `start ${name}`);
      for (const [hash, sign] of [
        ["#/today", ".steps-group"],
        ["#/history", ".empty"],
        ["#/axis", ".empty"],
        ["#/data", ".drop"],
      ]) {
        await page.goto(`${empty.origin}/${hash ?? ""}`);
        await page
          .locator(sign ?? "")
          .first()
          .waitFor();
        await look(page, `empty ${hash ?? ""} ${name}`);
      }
      await close();
    });

    it("finds nothing on filled screens, chips, an open day and an import preview", async () => {
      const { page, close } = await openPage(browser, filled.address, size);
      await page.locator('.step[aria-pressed="true"]').first().waitFor();
      await page.getByLabel("Write a line").fill("itch 4; itch 40; fuzzle 3.3.3; itch");
      await look(page, `today with chips ${name}`);
      await page.goto(`${filled.origin}/#/history`);
      await page.locator(".timeline").waitFor();
      await page.locator(".day-cell.is-known").last().click();
      await page.locator(".entry-list li").first().waitFor();
      await page
        .getByRole("button", { name: /^Change:/ })
        .first()
        .click();
      await page.getByText("The same as a table").click();
      await look(page, `history with an open day ${name}`);
      await page.goto(`${filled.origin}/#/axis`);
      await page.locator(".empty").first().waitFor({ timeout: 60_000 });
      await look(page, `axis with too few days ${name}`);
      await page.goto(`${filled.origin}/#/data`);
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "diary.csv", mimeType: "text/csv", buffer: Buffer.from(preview) });
      await page.getByRole("heading", { name: /What is in/ }).waitFor();
      await look(page, `import preview ${name}`);
      await close();
    });

    it("finds nothing on the axis, an open arrow and the history of the made-up person", async () => {
      const { page, close } = await openPage(browser, empty.address, size);
      await page.getByText("Look at a made-up person").click();
      await page.locator(".is-first-look").waitFor({ timeout: 120_000 });
      await look(page, `first look ${name}`);
      await page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
      for (const summary of await page.locator("main details > summary").all()) await summary.click();
      await look(page, `axis ${name}`);
      await page.locator(".axis-button").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      for (const summary of await page.locator("dialog details > summary").all()) await summary.click();
      await look(page, `open arrow ${name}`);
      await page.keyboard.press("Escape");
      await page.getByRole("navigation").getByRole("link", { name: "History" }).click();
      await page.locator(".timeline").waitFor();
      await look(page, `demo history ${name}`);
      await close();
    });
  },
);

describe("large type and calm", () => {
  it("does not scroll sideways at 320 px with text at 200 %", async () => {
    const { page, close } = await openPage(browser, empty.address, { width: 640, height: 900, scheme: "light" });
    await page.getByText("Start today").waitFor();
    await page.addStyleTag({ content: "" }).catch(() => undefined);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    for (const hash of ["#/", "#/today", "#/data", "#/demo/axis", "#/demo/history"]) {
      await page.goto(`${empty.origin}/${hash}`);
      await page.locator("main h1").waitFor();
      await page.waitForTimeout(hash.includes("demo") ? 2500 : 300);
      await expectNoSidewaysScroll(page, `200 % ${hash}`);
    }
    await close();
  });

  it("moves nothing when motion is not wanted", async () => {
    const still = await openPage(browser, empty.address, phone, { reducedMotion: "reduce" });
    await still.page.getByText("Look at a made-up person").click();
    await still.page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
    const running = await still.page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === "running").length,
    );
    expect(running).toBe(0);
    await still.close();
  });
});
