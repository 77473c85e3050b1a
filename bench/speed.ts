/**
 * How fast is it? (`npm run bench`, `npm run bench -- --write`)
 *
 * Prints one table: measured time, bar, a plain reference in the same run and the ratio, with date and machine. Each part runs in a process of its
 * own, so that "cold" is cold and memory is the part's own. `--write` also writes bench/results/speed.md, `--strict` ends with code 1 when a
 * bar is missed, `--part engine|products|diary|meals|journal` prints the rows of one part only.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchHead, benchLines, type BenchRow } from "./bench-row.ts";
import { benchJournal } from "./journal-bench.ts";
import { diaryRows } from "./speed-diary.ts";
import { engineRows } from "./speed-engine.ts";
import { mealRowsOfBench } from "./speed-meals.ts";
import { productRows } from "./speed-products.ts";

const parts = ["engine", "products", "diary", "meals", "journal"] as const;

const { values: flags } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    part: { type: "string" },
  },
});

const part = parts.find((name) => name === flags.part);
if (part) process.stdout.write(benchLines(await rowsOf(part)));
else runAll();

async function rowsOf(name: (typeof parts)[number]): Promise<readonly BenchRow[]> {
  switch (name) {
    case "engine":
      return engineRows();
    case "products":
      return productRows();
    case "diary":
      return diaryRows();
    case "meals":
      return mealRowsOfBench();
    case "journal":
      return benchJournal();
  }
}

function runAll(): void {
  const lines = parts.map((name) => {
    process.stderr.write(`${name} ...\n`);
    const self = fileURLToPath(import.meta.url);
    return execFileSync(process.execPath, [self, "--part", name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  });
  const facts = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
  const page = `# Speed\n\nMeasured by \`npm run bench\`: ${facts}. Shared machine: compare ratios, not seconds.\n\n${benchHead}${lines.join("")}`;
  process.stdout.write(page);
  if (flags.write) {
    mkdirSync("bench/results", { recursive: true });
    writeFileSync("bench/results/speed.md", page);
  }
  if (flags.strict && page.includes("**missed**")) process.exitCode = 1;
}
