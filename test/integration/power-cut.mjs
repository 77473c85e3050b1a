/**
 * Is every acknowledged entry still there after the power went?  `node test/integration/power-cut.mjs [rounds]` (default 20; root on Linux)
 *
 * F2 of storage.md, built as its section 13 says: an ext4 file system in a file, mounted with commit=300 so that the kernel flushes nothing by
 * itself; a writer that prints each id after the answer; SIGKILL after a seeded 200-800 ms and at once a copy of the backing
 * file: it holds what was really flushed, and nothing else. The copy is mounted and opened. A control with
 * synchronous=NORMAL runs beside it and must lose entries, or the test proves nothing. Not shown: torn sectors, other file systems, other devices.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleSource } from "../../scripts/load-source.mjs";

const rounds = Number(process.argv[2] ?? 20);
if (process.platform !== "linux" || process.getuid() !== 0) {
  console.log("power cut: skipped, mounting loop devices needs root on Linux");
  process.exit(0);
}

const WRITER = `
  import { randomBytes } from "node:crypto";
  import { writeSync } from "node:fs";
  import { join } from "node:path";
  import { dayFromNumber } from "/src/base/day.ts";
  import { openJournal } from "/src/stores/node/libsql-store.ts";
  import { openLibsql } from "/src/stores/node/libsql-driver.ts";
  const [, , folder, how, count] = process.argv;
  const journal = openJournal({ folder, now: Date.now, randomBytes });
  if (!journal.ok) throw new Error(JSON.stringify(journal.error));
  // the control: the same file, one row a transaction, but synchronous=NORMAL
  const control = how === "normal" ? openLibsql(join(folder, "control.db")) : null;
  control?.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE IF NOT EXISTS t(id TEXT)");
  for (let i = 0; i < Number(count); i++) {
    let id;
    if (control) {
      id = randomBytes(16).toString("hex");
      control.transaction(() => control.run("INSERT INTO t(id) VALUES (?)", [id]));
    } else {
      const done = await journal.value.append([{ action: "put", entry: { kind: "note", day: dayFromNumber(20000), text: "n" + i } }]);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      id = done.value.ids[0];
    }
    writeSync(1, id + "\\n");
  }
  await journal.value.close();
  control?.close();`;

const READER = `
  import { randomBytes } from "node:crypto";
  import { existsSync } from "node:fs";
  import { join } from "node:path";
  import { examineJournal } from "/src/stores/node/doctor.ts";
  import { openJournal } from "/src/stores/node/libsql-store.ts";
  import { openLibsql } from "/src/stores/node/libsql-driver.ts";
  const [, , folder, how] = process.argv;
  const journal = openJournal({ folder, now: Date.now, randomBytes });
  if (!journal.ok) throw new Error(JSON.stringify(journal.error));
  let ids = (await journal.value.entries({})).value.map(({ id }) => id);
  await journal.value.close();
  if (how === "normal") {
    const control = openLibsql(join(folder, "control.db"));
    const hasTable = control.all("SELECT 1 FROM sqlite_schema WHERE name = 't'", []).length > 0;
    ids = hasTable ? control.all("SELECT id FROM t", []).map(([id]) => Buffer.from(id).toString()) : [];
  }
  const doctor = examineJournal(folder);
  console.log(JSON.stringify({ ids, sound: doctor.ok && doctor.value.sound }));`;

const run = (command, ...args) =>
  execFileSync(command, args, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
const { paths, remove } = await bundleSource({ writer: WRITER, reader: READER });
const work = mkdtempSync(join(tmpdir(), "gutskin-power-"));
let seed = 20261122;
const below = (n) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;

/** One round: acknowledged and lost ids. */
async function cut(how) {
  const [image, copy, mounted, after] = ["image", "copy", "mounted", "after"].map((name) => join(work, name));
  for (const folder of [mounted, after]) mkdirSync(folder, { recursive: true });
  run("truncate", "-s", "400M", image);
  run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image);
  run("mount", "-o", "loop,commit=300", image, mounted);
  let isMounted = true;
  try {
    const folder = join(mounted, "data");
    run(process.execPath, paths.writer, folder, how, "20");
    run("sync", "-f", mounted);
    const child = spawn(process.execPath, [paths.writer, folder, how, "1000000"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let out = "";
    child.stdout.on("data", (part) => (out += part));
    const ended = new Promise((done) => child.on("close", done));
    await new Promise((ready) => child.stdout.once("data", ready));
    await new Promise((done) => setTimeout(done, 200 + below(601)));
    child.kill("SIGKILL");
    run("cp", "--sparse=always", image, copy);
    await ended;
    run("umount", mounted);
    isMounted = false;
    const acknowledged = out.split("\n").slice(0, -1);
    run("mount", "-o", "loop", copy, after);
    try {
      const { ids, sound } = JSON.parse(run(process.execPath, paths.reader, join(after, "data"), how).toString());
      const present = new Set(ids);
      return { acked: acknowledged.length, lost: acknowledged.filter((id) => !present.has(id)).length, sound };
    } finally {
      run("umount", after);
    }
  } finally {
    if (isMounted) run("umount", "-l", mounted);
    for (const file of [image, copy]) rmSync(file, { force: true });
  }
}

let failed = false;
try {
  for (const how of ["full", "normal"]) {
    const sum = { how, rounds, acked: 0, lost: 0, roundsWithLoss: 0, unsound: 0 };
    for (let i = 0; i < rounds; i++) {
      const { acked, lost, sound } = await cut(how);
      sum.acked += acked;
      sum.lost += lost;
      sum.roundsWithLoss += lost > 0 ? 1 : 0;
      sum.unsound += sound ? 0 : 1;
    }
    console.log(JSON.stringify(sum));
    if (how === "full" ? sum.lost + sum.unsound > 0 : sum.lost === 0) failed = true;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
  remove();
}
console.log(failed ? "power cut: FAILED" : "power cut: passed");
process.exitCode = failed ? 1 : 0;
