/**
 * How are the benchmark page and its plots written?
 *
 * `writePage(name, peersName)` reads `bench/results/<name>.json` (and that of a run with `--peers`), and writes docs/science/benchmark.md and the SVG files
 * in docs/science/benchmark/. JSON has no NaN: null comes back as "nothing to say".
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "../report.ts";
import { benchmarkPage } from "./page.ts";
import { plots } from "./plots.ts";

/** Writes the page and its plots; says what it wrote. Throws when there is no such run. */
export function writePage(name: string, peersName: string, folder = join("docs", "science")): void {
  const results = readResults(name);
  if (!results) throw new Error(`bench/results/${name}.json is not there: npm run bench:truth -- --name ${name}`);
  const files = plots(results);
  mkdirSync(join(folder, "benchmark"), { recursive: true });
  for (const { name: plot, svg } of files) writeFileSync(join(folder, "benchmark", `${plot}.svg`), svg);
  writeFileSync(join(folder, "benchmark.md"), benchmarkPage(results, readResults(peersName), files));
  process.stdout.write(`${join(folder, "benchmark.md")} and ${String(files.length)} plots\n`);
}

function readResults(name: string): Results | null {
  const path = join("bench", "results", `${name}.json`);
  return existsSync(path) ? parseResults(readFileSync(path, "utf8")) : null;
}

/** The results of our own file; figures that were NaN are NaN again. */
export function parseResults(text: string): Results {
  const nullable = new Set(["bestOnAverage", "engine", "powerMore", "timesFaster"]);
  return JSON.parse(text, (key: string, value: unknown) => (value === null && !nullable.has(key) ? Number.NaN : value));
}
