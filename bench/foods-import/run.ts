/**
 * How quickly and in how much memory do large food tables come into the library? (`npm run bench:foods-import`)
 *
 * Makes seeded fake files (nothing of a real table), imports them with the real program, and asks the library. Prints one table; `--write` also keeps it
 * in bench/results/foods-import.md. `--rows 500000 --seed 1 --folder DIR` change the size, the seed and where some gigabytes may be written for a while.
 */
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { createRandom } from "../../src/base/random.ts";
import { openFoodLibrary } from "../../src/stores/node/food-library.ts";
import { openLibsql } from "../../src/stores/node/libsql-driver.ts";
import { fakeFdcCsv, fakeFdcJson } from "./fake-fdc.ts";
import { importOnce, type ImportRun } from "./import-once.ts";
import { writeFakeOff, writePieces } from "./write-fake-off.ts";

const { values: flags } = parseArgs({
  options: {
    rows: { type: "string", default: "500000" },
    seed: { type: "string", default: "1" },
    folder: { type: "string", default: tmpdir() },
    write: { type: "boolean", default: false },
  },
});
const [rows, seed] = [Number(flags.rows), Number(flags.seed)];
const folder = mkdtempSync(join(flags.folder, "gutskin-foods-import-"));
const lines: string[] = [];

try {
  await openFoodFacts();
  await foodDataCentral();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const page = pageOf(lines);
process.stdout.write(page);
if (flags.write) {
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/foods-import.md", page);
}

async function openFoodFacts(): Promise<void> {
  const csv = join(folder, "off.csv");
  const bytes = writeFakeOff(csv, rows, seed);
  const size = sizeText(bytes);
  const isFull = rows >= 500_000;
  const bars = isFull ? { seconds: 60, mb: 200 } : {};
  const home = join(folder, "home");

  const plain = await importOnce(csv, home);
  const tabs = await countTabs(csv);
  note(
    `Open Food Facts CSV, ${thousands(rows)} rows, ${size}`,
    plain,
    bars,
    `reading the file and counting its tabs ${tabs.toFixed(1)} s`,
  );
  const inserts = plainInserts(plain.answer.added);
  lines.push(
    `| the same, reference | ${inserts.toFixed(1)} s |  |  |  | plain inserts of as many rows of 600 bytes, no index, no search |`,
  );
  const again = await importOnce(csv, home);
  note("the same file once more: nothing new", again, {}, "");
  const library = statSync(join(home, "foods.sqlite")).size;
  lines.push(`| the library of it | ${sizeText(library)} |  |  |  | ${thousands(plain.answer.added)} foods |`);
  askLibrary(home, plain.answer.added);

  const gzip = `${csv}.gz`;
  await pipeline(createReadStream(csv), createGzip({ level: 6 }), createWriteStream(gzip));
  note(`as gzip, ${sizeText(statSync(gzip).size)}`, await importOnce(gzip, join(folder, "home-gz")), bars, "");
  rmSync(gzip);
  const german = await importOnce(csv, join(folder, "home-de"), ["--country", "de", "--only-with", "fibre"]);
  note("only sold in Germany and with fibre", german, bars, `${thousands(german.answer.added)} foods kept`);
  rmSync(csv);

  const small = join(folder, "small.csv");
  const smallBytes = writeFakeOff(small, rows / 10, seed);
  note(`a tenth of the rows, ${sizeText(smallBytes)}`, await importOnce(small, join(folder, "home-small")), {}, "");
  rmSync(small);
}

async function foodDataCentral(): Promise<void> {
  const foods = Math.round(rows / 2);
  const json = join(folder, "branded.json");
  const size = sizeText(writePieces(json, fakeFdcJson(foods, seed)));
  note(
    `FoodData Central, branded JSON, ${thousands(foods)} foods, ${size}`,
    await importOnce(json, join(folder, "home-json")),
    { mb: 200 },
    "",
  );
  rmSync(json);
  const set = join(folder, "fdc");
  mkdirSync(set);
  const some = Math.round(rows / 10);
  let bytes = 0;
  for (const [name, pieces] of Object.entries(fakeFdcCsv(some, seed))) bytes += writePieces(join(set, name), pieces());
  const run = await importOnce(set, join(folder, "home-csv"));
  note(
    `FoodData Central, CSV set, ${thousands(some)} foods, ${sizeText(bytes)}`,
    run,
    { mb: 200 },
    `${thousands(run.answer.rowsRead ?? 0)} rows joined`,
  );
}

function note(
  job: string,
  run: ImportRun,
  bars: { readonly seconds?: number; readonly mb?: number },
  beside: string,
): void {
  const verdicts = [
    ...(bars.seconds === undefined
      ? []
      : [`${String(bars.seconds)} s: ${run.seconds <= bars.seconds ? "met" : "**missed**"}`]),
    ...(bars.mb === undefined || run.peakMb === null
      ? []
      : [`${String(bars.mb)} MB: ${run.peakMb <= bars.mb ? "met" : "**missed**"}`]),
  ];
  const peak = run.peakMb === null ? "not measured" : `${run.peakMb.toFixed(0)} MB`;
  const flat = run.quarterMb === null ? "" : `${run.quarterMb[0].toFixed(0)} -> ${run.quarterMb[1].toFixed(0)} MB`;
  lines.push(`| ${job} | ${run.seconds.toFixed(1)} s | ${verdicts.join(", ")} | ${peak} | ${flat} | ${beside} |`);
}

/** Names and barcodes asked one after the other, as a person would. */
function askLibrary(home: string, foods: number): void {
  const opened = openFoodLibrary(home, "read");
  if (!opened.ok) throw new Error(opened.error.reason);
  const random = createRandom(seed, 99);
  const texts = [
    "müsli",
    "rye crackers",
    "crème fraîche organic",
    "peanut butter crunchy",
    "kefir",
    "bulgur 123",
    "zzz nothing",
  ];
  const time = (ask: (at: number) => unknown): readonly number[] =>
    Array.from({ length: 210 }, (_, at) => {
      const started = performance.now();
      ask(at);
      return performance.now() - started;
    }).sort((a, b) => a - b);
  const names = time((at) => opened.value.find(texts[at % texts.length] ?? "", 10));
  const codes = time(() => opened.value.byBarcode(String(2_000_000_000_000 + 7 * random.below(foods))));
  opened.value.close();
  const row = (job: string, times: readonly number[]): string =>
    `| ${job} | median ${(times[105] ?? 0).toFixed(2)} ms, slowest of 210 ${(times.at(-1) ?? 0).toFixed(1)} ms |  |  |  |  |`;
  lines.push(row("find by name among them", names), row("find by barcode", codes));
}

async function countTabs(path: string): Promise<number> {
  const started = performance.now();
  let tabs = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!(piece instanceof Uint8Array)) continue;
    for (let i = 0; i < piece.length; i++) if (piece[i] === 9) tabs += 1;
  }
  if (tabs === 0) throw new Error("a table without tabs");
  return (performance.now() - started) / 1000;
}

function plainInserts(count: number): number {
  const driver = openLibsql(join(folder, "plain.db"));
  driver.all("PRAGMA journal_mode = WAL", []);
  driver.exec("CREATE TABLE t(a TEXT, b TEXT) STRICT");
  const body = "x".repeat(560);
  const started = performance.now();
  driver.transaction(() => {
    for (let i = 0; i < count; i++) driver.run("INSERT INTO t(a, b) VALUES (?, ?)", [`food number ${String(i)}`, body]);
  });
  driver.close();
  return (performance.now() - started) / 1000;
}

function sizeText(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;
}

function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

function pageOf(table: readonly string[]): string {
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
  return `# Import of food tables

Measured by \`npm run bench:foods-import\`: ${machine}. Shared machine: seconds vary by a third. Files are made up (seed ${String(seed)}), in the layout and with
the lengths of the real ones; each import is a process of its own, its start included. "Second -> last quarter": mean resident memory over the run.

| job | measured | bar | peak memory | second -> last quarter | beside it |
|---|---|---|---|---|---|
${table.join("\n")}
`;
}
