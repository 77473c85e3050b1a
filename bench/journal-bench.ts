/**
 * Does a journal of ten years still feel like one of ten days?
 *
 * L1 of storage.md section 12: 73,050 entries (3,652 days x 20 answers and a note), written through the real store into a fresh folder. Reported
 * with the bars of that table: import in one transaction, opening with `info`, one durable entry (99th percentile), reading all and one
 * month of entries, an aggregate over `cell`, taking all ops out checked, and memory at the end.
 */
import { randomBytes } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { createRandom } from "../src/base/random.ts";
import { dayFromNumber } from "../src/base/day.ts";
import type { NamedError, Result } from "../src/base/result.ts";
import { catalogue } from "../src/journal/catalogue.ts";
import type { Draft } from "../src/journal/store.ts";
import { openLibsql } from "../src/stores/node/libsql-driver.ts";
import { openJournal, type NodeJournal } from "../src/stores/node/libsql-store.ts";
import { timeRuns, type BenchRow } from "./bench-row.ts";

const DAYS = 3652.5;
const PER_DAY = 20;
const SINGLE_WRITES = 300;

/** Runs the benchmark in a temporary folder (removed afterwards). Takes about 10 s and 60 MB of disk. */
export async function benchJournal(parent: string = tmpdir()): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(parent, "gutskin-bench-"));
  const open = (): NodeJournal => must(openJournal({ folder, now: Date.now, randomBytes }));
  try {
    const rssBefore = process.memoryUsage().rss;
    const drafts = tenYears();
    const plainMs = timePlainInserts(join(folder, "plain.db"), drafts.length);
    const syncMs = timeSyncs(join(folder, "plain.bin"));
    const first = open();
    const importMs = await time(async () => must(await first.append(drafts)));
    const rssGrowth = (process.memoryUsage().rss - rssBefore) / 1e6;
    await first.close();

    let journal = open();
    await journal.close();
    const openMs = await time(async () => {
      journal = open();
      must(await journal.info());
    });
    const single: number[] = [];
    for (let i = 0; i < SINGLE_WRITES; i++) {
      const day = dayFromNumber(20_500 + i);
      single.push(
        await time(async () =>
          must(await journal.append([{ action: "put", entry: { kind: "answer", item: "itch", value: 3, day } }])),
        ),
      );
    }
    const monthMs = await time(async () =>
      must(await journal.entries({ fromDay: dayFromNumber(20_000), toDay: dayFromNumber(20_030) })),
    );
    const allMs = await time(async () => must(await journal.entries({})));
    const exportMs = await time(async () => must(await journal.exportOps()));
    await journal.close();
    const driver = openLibsql(join(folder, "journal.db"));
    const lagMs = await time(() => {
      // lag-3 covariance of two items, in SQL
      driver.all(
        `SELECT count(*), avg(a.num * b.num) - avg(a.num) * avg(b.num) FROM cell AS a
         JOIN cell AS b ON b.item = ? AND b.day = a.day + 3 WHERE a.item = ?`,
        ["itch", "fibreGrams"],
      );
      return Promise.resolve();
    });
    driver.close();
    const row = (
      job: string,
      value: number,
      unit: string,
      bar?: number,
      reference?: BenchRow["reference"],
    ): BenchRow => ({
      job: `journal of 10 years: ${job}`,
      value,
      unit,
      ...(bar === undefined ? {} : { bar }),
      ...(reference === undefined ? {} : { reference }),
    });
    const plain = { name: "plain inserts of as many rows", value: plainMs };
    return [
      row(`import of ${String(drafts.length)} entries, one transaction`, importMs, "ms", 3000, plain),
      row("open and info", openMs, "ms", 150),
      row("one durable entry, median", percentile(single, 0.5), "ms", undefined, {
        name: "write + fdatasync of 4 KB, median",
        value: percentile(syncMs, 0.5),
      }),
      row("one durable entry, 99th percentile", percentile(single, 0.99), "ms", 20, {
        name: "write + fdatasync of 4 KB, 99th percentile",
        value: percentile(syncMs, 0.99),
      }),
      row("lag-3 aggregate of two items", lagMs, "ms", 150),
      row("read one month of entries", monthMs, "ms"),
      row("read all entries", allMs, "ms"),
      row("take all ops out, each hash checked", exportMs, "ms"),
      row("file", statSync(join(folder, "journal.db")).size / 1e6, "MB"),
      row("memory that the import adds (RSS, its drafts included)", rssGrowth, "MB", 250),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ten years of made-up answers, 20 a day, seeded; values within the catalogue's bounds. */
function tenYears(): readonly Draft[] {
  const random = createRandom(20261122);
  const items = catalogue.filter(({ role }) => role !== "context").slice(0, PER_DAY - 2);
  const drafts: Draft[] = [];
  for (let i = 0; i < Math.round(DAYS * PER_DAY); i++) {
    const day = dayFromNumber(16_800 + Math.floor(i / PER_DAY));
    const nth = i % PER_DAY;
    const variable = items[nth];
    const common = { day, offsetMinutes: 60, source: "app" };
    if (nth === PER_DAY - 2)
      drafts.push({ action: "put", entry: { ...common, kind: "note", text: `note of day ${String(i)}` } });
    else if (!variable)
      drafts.push({ action: "put", entry: { ...common, kind: "answer", item: "fibreGrams", value: random.below(60) } });
    else {
      const value =
        variable.plausibleMin + random.below(Math.min(8, variable.plausibleMax - variable.plausibleMin + 1));
      drafts.push({ action: "put", entry: { ...common, kind: "answer", item: variable.id, value } });
    }
  }
  return drafts;
}

/** What the disk and the library cost without us: as many rows of the same size, two indexes, one transaction. */
function timePlainInserts(path: string, count: number): number {
  const driver = openLibsql(path);
  driver.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  driver.exec(
    "CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB, c BLOB, d TEXT) STRICT; CREATE INDEX tb ON t(b); CREATE INDEX ta ON t(a, b)",
  );
  const [body, view] = [randomBytes(380), "x".repeat(220)];
  const started = performance.now();
  driver.transaction(() => {
    for (let i = 0; i < count; i++) {
      driver.run("INSERT INTO t(a, b, c, d) VALUES (?, ?, ?, ?)", [i, randomBytes(16), body, view]);
    }
  });
  const ms = performance.now() - started;
  driver.close();
  return ms;
}

/** Milliseconds of single 4 KB writes with fdatasync: the floor of every durable write on this disk. */
function timeSyncs(path: string): readonly number[] {
  const descriptor = openSync(path, "w");
  const block = new Uint8Array(4096);
  const times = timeRuns(SINGLE_WRITES, () => {
    writeSync(descriptor, block);
    fdatasyncSync(descriptor);
  });
  closeSync(descriptor);
  return times;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function must<T>(result: Result<T, NamedError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
