/**
 * Does an import of a large food table survive what happens to real processes and real files?
 *
 * kill -9 at any moment leaves a whole library that is gone on with to the same content; Ctrl-C ends cleanly; memory does not grow with the file; places
 * beyond 4 GiB work (a sparse file of 10 GB, nothing of that size is written). `GUTSKIN_SIGKILL_ROUNDS` sets the kills (default 8).
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeFakeOff } from "../../bench/foods-import/write-fake-off.ts";
import { createRandom } from "../../src/base/random.ts";
import { openLibsql } from "../../src/stores/node/libsql-driver.ts";
import { textAt } from "../../src/stores/node/rows.ts";
import { buildCli, type BuiltCli } from "../support/built-cli.ts";
import { offCsv, offMuesli, offRow } from "../support/made-food-tables.ts";

const rounds = Number(process.env["GUTSKIN_SIGKILL_ROUNDS"] ?? 8);
const ROWS = 40_000;
let cli: BuiltCli;
let folder = "";
let file = "";
let home = "";

beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), "gutskin-foods-"));
  file = join(folder, "off.csv");
  writeFakeOff(file, ROWS, 20261122);
}, 60_000);
afterAll(() => {
  cli.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  home = mkdtempSync(join(folder, "home-"));
});

const libraryOf = (place: string): string => join(place, "foods.sqlite");

/** What a library holds, and whether it is whole. */
function examine(place: string): { readonly foods: number; readonly rowsUsed: number; readonly content: string } {
  const driver = openLibsql(libraryOf(place));
  try {
    expect(
      driver.all("SELECT integrity_check FROM pragma_integrity_check(5)", []).map((row) => textAt(row, 0)),
    ).toEqual(["ok"]);
    // killed before the tables were made, which happens in one transaction: a whole, blank file
    if (driver.all("SELECT name FROM sqlite_master LIMIT 1", []).length === 0)
      return { foods: 0, rowsUsed: 0, content: "" };
    driver.exec("INSERT INTO food_words(food_words) VALUES('integrity-check')");
    const hash = createHash("sha256");
    let foods = 0;
    driver.each(
      "SELECT source, code, barcode, label, words, licence, body FROM food ORDER BY source, code",
      [],
      (row) => {
        foods += 1;
        for (const value of row) hash.update(value instanceof Uint8Array ? value : String(value)).update("\n");
      },
    );
    expect(driver.all("SELECT count(*) FROM food_words", [])).toEqual([[foods]]);
    const [load] = driver.all("SELECT state FROM load", []);
    const state =
      load === undefined || textAt(load, 0) === ""
        ? null
        : (JSON.parse(textAt(load, 0)) as { parts: { tally: { rowsUsed: number } }[] });
    return { foods, rowsUsed: state?.parts[0]?.tally.rowsUsed ?? 0, content: hash.digest("hex") };
  } finally {
    driver.close();
  }
}

describe("an import that is killed", () => {
  it(
    `with SIGKILL ${String(rounds)} times holds what its state says each time, and ends with the same foods as one that was not`,
    async () => {
      const random = createRandom(7);
      let kills = 0;
      for (let round = 0; round < rounds; round += 1) {
        const started = cli.start(["foods", "import", file, "--yes"], { home });
        await new Promise((done) => setTimeout(done, 300 + random.below(900)));
        started.process.kill("SIGKILL");
        const { signal } = await started.finished;
        if (signal === "SIGKILL") kills += 1;
        if (!existsSync(libraryOf(home))) continue;
        const { foods, rowsUsed } = examine(home);
        // every row that the state counts is there, and no other
        expect(foods).toBe(rowsUsed);
        // begin again when it came to its end, so that kills fall into all parts of the import
        if (signal !== "SIGKILL") home = mkdtempSync(join(folder, "home-"));
      }
      expect(kills).toBeGreaterThan(rounds / 2);
      const last = await cli.run(["foods", "import", file, "--yes", "--json"], { home });
      expect(last.code).toBe(0);
      const untouched = mkdtempSync(join(folder, "home-"));
      await cli.run(["foods", "import", file, "--yes"], { home: untouched });
      expect(examine(home)).toEqual(examine(untouched));
      process.stdout.write(
        `foods import: ${String(kills)} kills, ${String(examine(home).foods)} foods, same content\n`,
      );
    },
    60_000 + rounds * 5000,
  );

  it("by Ctrl-C ends with 130, says so, and goes on", async () => {
    const started = cli.start(["foods", "import", file, "--yes"], { home });
    await new Promise((done) => setTimeout(done, 900));
    started.process.kill("SIGINT");
    const { code, err } = await started.finished;
    expect(code).toBe(130);
    expect(err).toContain("the same command goes on from there");
    expect(err).toContain("Nothing is half-written");
    const before = examine(home);
    expect(before.foods).toBe(before.rowsUsed);
    const rest = await cli.run(["foods", "import", file, "--yes", "--json"], { home });
    expect(JSON.parse(rest.out)).toMatchObject({ rowsRead: ROWS, same: 0, changed: 0 });
  }, 60_000);
});

describe("a file of 10 GB", () => {
  it("is gone on with beyond 4 GiB", async () => {
    const huge = join(folder, "huge.csv");
    const row = (code: number): string => offRow({ ...offMuesli, code: String(code) });
    // the first 64 KiB are the mark of a file and must stay as they are
    const first = offCsv(...Array.from({ length: 600 }, (_, n) => ({ ...offMuesli, code: String(401_000 + n) })));
    const last = row(50_001) + row(50_002);
    writeFileSync(huge, `${first}404`);
    const cut = await cli.run(["foods", "import", huge, "--yes", "--json"], { home });
    expect(JSON.parse(cut.out)).toMatchObject({ error: { type: "FoodTableCut" } });
    // as if 10 GB had been read: the state stands there, and so do two more rows
    const offset = 10 * 2 ** 30;
    const descriptor = openSync(huge, "r+");
    writeSync(descriptor, first);
    ftruncateSync(descriptor, offset);
    writeSync(descriptor, last, offset);
    closeSync(descriptor);
    const driver = openLibsql(libraryOf(home));
    const [load] = driver.all("SELECT state FROM load", []);
    const state = JSON.parse(textAt(load ?? [], 0)) as { parts: { place: object; join: string }[] };
    const hole = createHash("sha256").update(new Uint8Array(4096)).digest("hex");
    Object.assign(state.parts[0] ?? {}, { place: { offset, line: 4_000_000 }, join: `4096:${hole}` });
    driver.run("UPDATE load SET state = ?", [JSON.stringify(state)]);
    driver.close();
    const rest = await cli.run(["foods", "import", huge, "--yes", "--json"], { home });
    rmSync(huge);
    expect(rest.err).toBe("");
    expect(JSON.parse(rest.out)).toMatchObject({ preview: { goesOnAt: { line: 4_000_000 } }, added: 2, rowsRead: 602 });
  });
});

describe("memory", () => {
  it("does not grow with the file", async ({ skip }) => {
    if (process.platform !== "linux") skip("peak memory of another process is read from /proc, which only Linux has");
    const small = join(folder, "small.csv");
    writeFakeOff(small, ROWS / 4, 20261122);
    const peaks: number[] = [];
    for (const path of [small, file]) {
      const place = mkdtempSync(join(folder, "home-"));
      const started = cli.start(["foods", "import", path, "--yes"], { home: place });
      let peak = 0;
      const timer = setInterval(() => {
        try {
          const status = readFileSync(`/proc/${String(started.process.pid)}/status`, "utf8");
          peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
        } catch {
          // it has just ended
        }
      }, 20);
      expect((await started.finished).code).toBe(0);
      clearInterval(timer);
      peaks.push(peak);
    }
    const [smallPeak = 0, largePeak = 0] = peaks;
    expect(smallPeak).toBeGreaterThan(30);
    expect(largePeak).toBeLessThan(200);
    expect(largePeak - smallPeak).toBeLessThan(60);
  }, 60_000);
});
