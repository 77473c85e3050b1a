/**
 * How fast is it? (`npm run bench`, `npm run bench -- --write`)
 *
 * Prints one table: measured time, bar, a plain reference in the same run and the ratio, with date and machine. `--write` also writes
 * bench/results/speed.md, `--strict` ends with code 1 when a bar is missed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchTable, type BenchRow } from "./bench-row.ts";
import { diaryRows } from "./speed-diary.ts";
import { engineRows } from "./speed-engine.ts";

const { values: flags } = parseArgs({
  options: { write: { type: "boolean", default: false }, strict: { type: "boolean", default: false } },
});

process.stderr.write("engine ...\n");
const ofEngine = engineRows(); // first, so that its cold row is cold
process.stderr.write("diaries ...\n");
const rows: readonly BenchRow[] = [...ofEngine, ...diaryRows()];
const facts = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
const page = `# Speed\n\nMeasured by \`npm run bench\`: ${facts}. Shared machine: compare ratios, not seconds.\n\n${benchTable(rows)}`;
process.stdout.write(page);
if (flags.write) {
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/speed.md", page);
}
if (flags.strict && rows.some((row) => row.bar !== undefined && row.value > row.bar)) process.exitCode = 1;
