import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

describe("privacy of the page", () => {
  it("asks nobody but its own origin, breaks no policy, sets no cookie and keeps nothing but the pairing key", async () => {
    const { page, expectQuiet, close } = await openPage(browser, server.address);
    const policies = new Set<string>();
    page.on("response", (response) =>
      policies.add(response.headers()["content-security-policy"] ?? `none for ${response.url()}`),
    );
    await page.getByText("Start today").waitFor();
    for (const hash of ["#/today", "#/history", "#/axis", "#/data", "#/demo/axis", "#/demo/history"]) {
      await page.goto(`${server.origin}/${hash}`);
      await page.locator("main h1").waitFor();
      if (hash === "#/demo/axis") await page.locator(".axis-picture").waitFor({ timeout: 120_000 });
    }
    await page.reload();
    await page.locator("main h1").waitFor();
    expect([...policies]).toHaveLength(1);
    expect([...policies][0]).toContain("require-trusted-types-for 'script'");
    expect(await page.context().cookies()).toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length + sessionStorage.length,
      caches: (await caches.keys()).length,
      databases: (await indexedDB.databases()).map((one) => one.name),
    }));
    expect(kept).toEqual({ local: 0, caches: 0, databases: ["gutskin"] });
    expectQuiet();
    await close();
  });

  it("has no inline script, style or handler in its HTML", async () => {
    const html = await (await fetch(`${server.origin}/`)).text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|javascript:|data:/);
  });

  it("starts no script from another address under Trusted Types", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.getByText("Start today").waitFor();
    const outcome = await page.evaluate(() => {
      try {
        new Worker("/assets/other.js");
        return "started";
      } catch (problem) {
        return problem instanceof TypeError ? "refused" : "other";
      }
    });
    expect(outcome).toBe("refused");
    await close();
  });
});
