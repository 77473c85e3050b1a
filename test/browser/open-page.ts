/**
 * How do the browser tests look at the page as a person would, and notice what a person would not?
 *
 * One Chromium for all tests of a file. Every opened page keeps a list of what must never happen: messages
 * of the browser's policies, errors in the console, requests to anything but the own origin. `expectQuiet`
 * fails with that list.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type Page } from "playwright-core";
import { expect } from "vitest";

export type Scheme = "light" | "dark";

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: Scheme;
}

export const desktop: Look = { width: 1280, height: 900, scheme: "light" };
export const phone: Look = { width: 360, height: 640, scheme: "light" };
export const narrow: Look = { width: 320, height: 640, scheme: "light" };

/** Sizes and schemes in which every screen is looked at. */
export const looks: readonly Look[] = [
  desktop,
  { ...desktop, scheme: "dark" },
  phone,
  { ...phone, scheme: "dark" },
  narrow,
  { ...narrow, scheme: "dark" },
];

export interface OpenedPage {
  readonly page: Page;
  /**
   * Fails if the browser or the page complained, or if anything but the own origin was asked. `allowed`:
   * console texts that the test provokes.
   */
  readonly expectQuiet: (allowed?: RegExp) => void;
  readonly close: () => Promise<void>;
}

const executablePath = process.env["GUTSKIN_CHROMIUM"] ?? "/usr/bin/chromium";

/** Starts Debian's Chromium without any request of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Opens `address` in a browser context of its own: fresh storage, English, reduced motion unless asked
 * otherwise.
 */
export async function openPage(
  browser: Browser,
  address: string,
  look: Look = desktop,
  options: { readonly reducedMotion?: "reduce" | "no-preference" } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    hasTouch: look.width < 600,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: options.reducedMotion ?? "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const origin = new URL(address).origin;
  page.on("console", (message) => {
    if (
      message.type() === "error" ||
      message.type() === "warning" ||
      /Content.Security|Trusted/i.test(message.text())
    ) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (problem) => complaints.push(`page: ${problem.message}`));
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.origin !== origin && asked.protocol !== "blob:") complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return {
    page,
    expectQuiet: (allowed) => expect(complaints.filter((text) => !allowed?.test(text))).toEqual([]),
    close: () => context.close(),
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * Runs axe (WCAG 2.2 A and AA, best practices) and expects no violation. `where` names the state in the
 * failure.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // a page that is still fading in has other colours than the one that is read
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(`if (!window.axe) { ${axeSource} }`);
  const found = await page.evaluate<AxeFinding[]>(
    `window.axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)`,
  );
  const told = found.map(
    (finding) =>
      `${where}: ${finding.id} (${finding.help}): ${finding.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`).join(" | ")}`,
  );
  expect(told).toEqual([]);
}

/** Expects that nothing reaches beyond the side of the page. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, `${where} is ${String(scroll)} px wide in ${String(client)} px`).toBeLessThanOrEqual(client);
}
