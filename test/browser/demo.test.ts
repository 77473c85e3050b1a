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

const sizes: readonly (readonly [string, Look, string])[] = [
  ["a desktop", desktop, "wide"],
  ["360 px in the dark", { ...phone, scheme: "dark" }, "stacked"],
  ["320 px", narrow, "stacked"],
];

describe("the made-up person", () => {
  it.each(sizes)(
    "is drawn as one picture on %s, opens every arrow, and never touches the journal",
    async (_, look, shape) => {
      const { page, expectQuiet, close } = await openPage(browser, server.address, look);
      await page.getByText("Look at a made-up person").click();
      const picture = page.locator(".axis-answer:not(.is-first-look) .axis-picture");
      await picture.waitFor({ timeout: 120_000 });
      expect(await picture.getAttribute("data-shape")).toBe(shape);
      expect(await page.getByText("Made-up person", { exact: true }).isVisible()).toBe(true);

      const arrows = picture.getByRole("button");
      const count = await arrows.count();
      expect(count).toBeGreaterThan(2);
      for (let i = 0; i < count; i += 1) {
        await arrows.nth(i).focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await dialog.getByText("What would make it surer").waitFor();
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await expect.poll(() => arrows.nth(i).evaluate((arrow) => arrow === document.activeElement)).toBe(true);
      }
      await page.getByRole("link", { name: "Leave" }).click();
      await page.getByText("Start today").waitFor();
      await page.getByRole("navigation").getByRole("link", { name: "Data" }).click();
      await page.getByText("no days yet").waitFor();
      expectQuiet();
      await close();
    },
  );

  it("stands beside the truth that was built in", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.getByText("Look at a made-up person").click();
    await page.getByRole("heading", { name: "Built in, and found" }).waitFor({ timeout: 120_000 });
    const rows = page.locator(".truth-table tbody tr");
    expect(await rows.count()).toBeGreaterThan(5);
    const says = await rows.locator("td:last-child").allTextContents();
    expect(says.filter((word) => ["Strong", "Likely", "Maybe"].includes(word)).length).toBeGreaterThanOrEqual(3);
    await close();
  });

  it("gives the same answer twice", async () => {
    const texts: (string | null)[] = [];
    for (let i = 0; i < 2; i += 1) {
      const { page, close } = await openPage(browser, server.address);
      await page.getByText("Look at a made-up person").click();
      const lists = page.locator(".axis-answer:not(.is-first-look) .arrow-lists");
      await lists.waitFor({ timeout: 120_000 });
      texts.push(await lists.textContent());
      await close();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("computes in a worker: the page answers meanwhile, and Stop ends it at once", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address);
    await page.getByText("Start today").waitFor();
    // a slow machine: the work must still be going on when it is stopped
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.getByText("Look at a made-up person").click();
    const stop = page.getByRole("button", { name: "Stop", exact: true });
    await stop.waitFor();
    const frames = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let worst = 0;
          let last = performance.now();
          let left = 20;
          const tick = (now: number): void => {
            worst = Math.max(worst, now - last);
            last = now;
            left -= 1;
            if (left > 0) requestAnimationFrame(tick);
            else resolve(worst);
          };
          requestAnimationFrame(tick);
        }),
    );
    expect(frames).toBeLessThan(500);
    if (await stop.isVisible()) {
      await stop.click();
      await page.getByText("Stopped. Nothing is lost.").waitFor();
      // a worker that never lets the event loop run is cut off by the browser only after 2 s
      await expect.poll(() => page.workers().length, { timeout: 1500 }).toBe(0);
      await page.getByRole("button", { name: "Work it out" }).click();
    }
    await page.locator(".axis-answer:not(.is-first-look) .axis-picture").waitFor({ timeout: 120_000 });
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
    expectQuiet();
    await close();
  });
});
