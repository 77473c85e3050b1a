/**
 * Does importing the same thing twice, or an overlapping part of it, leave the journal as it was?
 *
 * Runs over importers and a journal in memory.
 */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { dayToNumber, parseDay } from "../../src/base/day.ts";
import type { ImportPreview } from "../../src/importers/contract.ts";
import { previewImport } from "../../src/importers/preview-import.ts";
import { writeJournalJson } from "../../src/journal/journal-export.ts";
import { createMemoryJournal } from "../../src/journal/memory-store.ts";
import type { JournalStore } from "../../src/journal/store.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const PERSON = "a".repeat(32);

function emptyJournal(device: string): JournalStore {
  const random = createRandom(1);
  return createMemoryJournal({
    person: PERSON,
    device: device.repeat(32),
    sha256,
    now: () => 1_700_000_000_000,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random.below(256)),
  });
}

const preview = (text: string): ImportPreview => {
  const file = { name: "days.csv", bytes: new TextEncoder().encode(text) };
  const result = previewImport(file, { person: PERSON, sha256, lastBelievableDayNumber: 21_000 });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const commit = async (store: JournalStore, text: string): Promise<number> => {
  const receipt = await store.append(preview(text).drafts);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return receipt.value.opsWritten;
};
const countOf = async (store: JournalStore): Promise<number> => {
  const info = await store.info();
  return info.ok ? info.value.entryCount : -1;
};

const wide = "date,itch,Steps,notes\n2025-01-01,3,9000,slept badly\n2025-01-02,,8000,\n2025-01-03,5,,\n";
const cronometer = "Date,Energy (kcal),Fiber (g),Completed\n2025-01-01,2000,20,true\n2025-01-02,0,0,false\n";

describe("importing twice", () => {
  for (const [what, text] of [
    ["a wide table", wide],
    ["a Cronometer daily summary", cronometer],
  ] as const) {
    it(`adds nothing the second time: ${what}`, async () => {
      const store = emptyJournal("1");
      expect(await commit(store, text)).toBeGreaterThan(0);
      const count = await countOf(store);
      expect(await commit(store, text)).toBe(0);
      expect(await countOf(store)).toBe(count);
    });
  }

  it("adds only the difference of an overlapping file, and changes what was changed at the source", async () => {
    const store = emptyJournal("1");
    await commit(store, wide);
    const count = await countOf(store);
    expect(await commit(store, "date,itch\n2025-01-03,6\n2025-01-04,1\n")).toBe(2);
    expect(await countOf(store)).toBe(count + 1);
  });

  it("meets an answer that was given by hand in one entry", async () => {
    const store = emptyJournal("1");
    const day = parseDay("2025-01-01");
    if (!day.ok) throw new Error("day");
    const byHand = await store.append([
      { action: "put", entry: { kind: "answer", day: day.value, item: "itch", value: 3, source: "wide-csv" } },
    ]);
    expect(byHand.ok).toBe(true);
    await commit(store, "date,itch\n2025-01-01,3\n");
    expect(await countOf(store)).toBe(1);
    expect(dayToNumber(day.value)).toBeLessThan(21_000);
  });

  it("reads the journal's own export back, op for op", async () => {
    const store = emptyJournal("1");
    await commit(store, wide);
    const [ops, vector, entries] = [await store.exportOps(), await store.vector(), await store.entries({})];
    if (!ops.ok || !vector.ok || !entries.ok) throw new Error("unread");
    const text = writeJournalJson(
      { person: PERSON, vector: vector.value, ops: ops.value, entries: entries.value },
      sha256,
    );
    const read = preview(text);
    expect(read).toMatchObject({
      format: "gutskin-journal",
      person: PERSON,
      firstDay: "2025-01-01",
      lastDay: "2025-01-03",
    });
    expect(read.ops).toEqual(ops.value.map((bytes) => Uint8Array.from(bytes)));
    const other = emptyJournal("2");
    const received = await other.receiveOps(read.ops ?? []);
    expect(received.ok && received.value).toMatchObject({ added: ops.value.length, quarantined: 0 });
    expect(await other.receiveOps(read.ops ?? [])).toMatchObject({ value: { added: 0 } });
  });
});
