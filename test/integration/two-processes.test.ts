/**
 * May the terminal and the page write at the same time?
 *
 * F7 of storage.md section 12, the part with processes: two of them open one file and write 500 entries each, at once, and repeat every tenth
 * request as a page does that lost its answer. None may be lost, doubled or refused.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { examineJournal } from "../../src/stores/node/doctor.ts";
import { openJournal } from "../../src/stores/node/libsql-store.ts";
import { bundleChild, endOf, startNode, type ChildScript } from "../support/child-script.ts";
import { must } from "../support/replicas.ts";

const WRITES = 500;
let writer: ChildScript;

beforeAll(async () => {
  writer = await bundleChild(`
    import { randomBytes } from "node:crypto";
    import { dayFromNumber } from "/src/base/day.ts";
    import { openJournal } from "/src/stores/node/libsql-store.ts";
    const [, , folder, name] = process.argv;
    // both processes find no journal and make it at the same moment
    const opened = openJournal({ folder, now: Date.now, randomBytes });
    if (!opened.ok) { console.error(JSON.stringify(opened.error)); process.exit(1); }
    let longest = 0;
    for (let i = 0; i < ${String(WRITES)}; i++) {
      const draft = { action: "put", entry: { kind: "note", day: dayFromNumber(20000 + (i % 30)), text: name + i } };
      const started = performance.now();
      const done = await opened.value.append([draft], name + "-" + i);
      longest = Math.max(longest, performance.now() - started);
      if (!done.ok) { console.error(JSON.stringify(done.error)); process.exit(1); }
      if (i % 10 === 0) {
        const again = await opened.value.append([draft], name + "-" + i);
        if (JSON.stringify(again) !== JSON.stringify(done)) { console.error("another answer"); process.exit(1); }
      }
      // the same question answered by both, seen by nobody: stays one entry
      if (i % 50 === 0) await opened.value.append([{ action: "put", entry: { kind: "answer", item: "itch", value: 3, day: dayFromNumber(20000) } }]);
    }
    await opened.value.close();
    console.log(longest.toFixed(0));`);
});
afterAll(() => writer.remove());

it(`loses and doubles none of ${String(2 * WRITES)} writes of two processes`, async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "gutskin-two-")), "data");
  try {
    const ends = await Promise.all(["a", "b"].map((name) => endOf(startNode([writer.path, folder, name]))));
    expect(ends.map(({ code, problems }) => ({ code, problems }))).toEqual([
      { code: 0, problems: "" },
      { code: 0, problems: "" },
    ]);
    const journal = must(openJournal({ folder, now: Date.now, randomBytes }));
    const texts = must(await journal.entries({ kinds: ["note"] })).map(({ entry }) =>
      entry.kind === "note" ? entry.text : "",
    );
    const expected = ["a", "b"].flatMap((name) => Array.from({ length: WRITES }, (_, i) => `${name}${String(i)}`));
    expect([...texts].sort()).toEqual([...expected].sort());
    expect(must(await journal.entries({ kinds: ["answer"] }))).toHaveLength(1);
    // one device, no gaps: both took their numbers under the write lock
    expect(Object.values(must(await journal.vector()))).toEqual([2 * WRITES + 1]);
    await journal.close();
    expect(must(examineJournal(folder))).toMatchObject({ sound: true, deviceCount: 1 });
    const waits = ends.map(({ out }) => out.trim()).join(" and ");
    process.stdout.write(`two processes: ${String(2 * WRITES)} writes, 0 lost, 0 doubled, longest wait ${waits} ms\n`);
  } finally {
    rmSync(join(folder, ".."), { recursive: true, force: true });
  }
});
