/**
 * Does the same diary give the same bytes in Node and in Chromium?
 *
 * The built library runs in both on the made-up person's diary; the documents are compared character by character. Own exp, log and
 * normal numbers, integer chance and a fixed order of sums are what makes this hold.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import type * as library from "../../src/lib/index.ts";
import { launchBrowser } from "./open-page.ts";

type Library = Pick<
  typeof library,
  | "analyseTable"
  | "buildDailyTable"
  | "createFoodIndex"
  | "evaluateSafety"
  | "everydayFoodTable"
  | "makeDemoPerson"
  | "parseDay"
  | "unknownFacts"
>;

it("the analysis of the made-up person is the same text in Node and in Chromium", async () => {
  const built: Library = await import(pathToFileURL(resolve("dist/lib/index.js")).href);
  const foods = built.createFoodIndex(built.everydayFoodTable());
  const table = built.buildDailyTable(built.makeDemoPerson(2).entries, { foods });
  const today = built.parseDay("2026-11-22");
  if (!today.ok) throw new Error("that day exists");
  const safety = built.evaluateSafety(built.unknownFacts(today.value));
  const here = JSON.stringify(built.analyseTable(table, { seed: 1, sweeps: 100, safety }));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    // as text: the test runner rewrites import() in functions it hands over
    const there = await page.evaluate(`(async () => {
      const code = ${JSON.stringify(readFileSync("dist/lib/index.js", "utf8"))};
      const library = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      const foods = library.createFoodIndex(library.everydayFoodTable());
      const made = library.buildDailyTable(library.makeDemoPerson(2).entries, { foods });
      const safety = library.evaluateSafety(library.unknownFacts(library.parseDay("2026-11-22").value));
      return JSON.stringify(library.analyseTable(made, { seed: 1, sweeps: 100, safety }));
    })()`);
    expect(here.length).toBeGreaterThan(10_000);
    expect(there).toBe(here);
  } finally {
    await browser.close();
  }
});
