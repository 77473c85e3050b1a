/**
 * Is every entry that was acknowledged still there after the process was killed?
 *
 * F1 of storage.md section 12. A child writes entries and prints each id after its append has answered (after COMMIT); it is killed with
 * SIGKILL after a seeded 30-280 ms, again and again on one file. `GUTSKIN_SIGKILL_ROUNDS` sets the rounds (default 10). What it proves is
 * little (the page cache survives a killed process): the power-cut script beside it proves more.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { examineJournal } from "../../src/stores/node/doctor.ts";
import { openJournal } from "../../src/stores/node/libsql-store.ts";
import { bundleChild, endOf, startNode, type ChildScript } from "../support/child-script.ts";
import { must } from "../support/replicas.ts";
import { randomBytes } from "node:crypto";

const rounds = Number(process.env["GUTSKIN_SIGKILL_ROUNDS"] ?? 10);
let writer: ChildScript;

beforeAll(async () => {
  // single entries and lists of three, edits and deletes, so that kills fall into different transactions
  writer = await bundleChild(`
    import { randomBytes } from "node:crypto";
    import { writeSync } from "node:fs";
    import { dayFromNumber } from "/src/base/day.ts";
    import { openJournal } from "/src/stores/node/libsql-store.ts";
    const opened = openJournal({ folder: process.argv[2], now: Date.now, randomBytes });
    if (!opened.ok) { console.error(JSON.stringify(opened.error)); process.exit(1); }
    writeSync(1, "ready\\n");
    for (let i = 0; ; i++) {
      const day = dayFromNumber(20000 + (i % 400));
      const note = (text) => ({ action: "put", entry: { kind: "note", day, text } });
      const drafts = i % 5 === 4 ? [note("a" + i), note("b" + i), note("c" + i)] : [note("n" + i)];
      const done = await opened.value.append(drafts);
      if (!done.ok) { console.error(JSON.stringify(done.error)); process.exit(1); }
      // synchronous, so that it has left this process before the next write begins
      writeSync(1, done.value.ids.join("\\n") + "\\n");
      if (i % 7 === 0) await opened.value.append([{ action: "put", entry: { kind: "answer", item: "itch", value: i % 11, day }, supersede: true }]);
    }`);
});
afterAll(() => writer.remove());

it(
  `loses no acknowledged entry in ${String(rounds)} SIGKILLs`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "gutskin-sigkill-"));
    const random = createRandom(20261122);
    const acknowledged = new Set<string>();
    try {
      for (let round = 0; round < rounds; round++) {
        const child = startNode([writer.path, folder]);
        const end = endOf(child);
        await new Promise<void>((ready) => child.stdout.once("data", () => ready()));
        await new Promise((done) => setTimeout(done, 30 + random.below(251)));
        child.kill("SIGKILL");
        const { out, problems, signal } = await end;
        expect({ problems, signal }).toEqual({ problems: "", signal: "SIGKILL" });
        // whole lines only: a cut one was not read by anybody
        for (const id of out.split("\n").slice(1, -1)) acknowledged.add(id);

        const journal = must(openJournal({ folder, now: Date.now, randomBytes }));
        const present = new Set(must(await journal.entries({ kinds: ["note"] })).map(({ id }) => id));
        const lost = [...acknowledged].filter((id) => !present.has(id));
        expect(lost).toEqual([]);
        await journal.close();
        expect(must(examineJournal(folder))).toMatchObject({ sound: true, setAside: {} });
      }
      process.stdout.write(`sigkill: ${String(rounds)} rounds, ${String(acknowledged.size)} acknowledged, 0 lost\n`);
      expect(acknowledged.size).toBeGreaterThan(rounds);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000 + rounds * 5000,
);
