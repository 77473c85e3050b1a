import { describe, expect, it } from "vitest";
import { answer, dayOf, must, person, replica, sha256 } from "../../test/support/replicas.ts";
import { readJournalJson, writeJournalJson, type JournalContents } from "./journal-export.ts";
import type { JournalStore } from "./store.ts";
import { encodeUtf8 } from "./utf8.ts";

async function contentsOf(store: JournalStore): Promise<JournalContents> {
  return {
    person: must(await store.info()).person,
    vector: must(await store.vector()),
    ops: must(await store.exportOps()),
    entries: must(await store.entries({ includeHidden: true })),
  };
}

async function filled(): Promise<JournalStore> {
  const { store } = replica("a");
  const { ids } = must(
    await store.append([
      { action: "put", entry: answer("itch", 3) },
      { action: "put", entry: { kind: "note", day: dayOf("2026-03-02"), text: 'a "quoted" €\n🥛' } },
    ]),
  );
  must(await store.append([{ action: "delete", id: ids[1] ?? "" }]));
  must(await store.receiveOps([new Uint8Array([0xff, 0x00]), encodeUtf8("not an op")]));
  return store;
}

describe("the journal as one JSON file", () => {
  it("comes back byte by byte, with what was set aside", async () => {
    const contents = await contentsOf(await filled());
    const text = writeJournalJson(contents, sha256);
    const back = must(readJournalJson(encodeUtf8(text), sha256));
    expect(back.person).toBe(person);
    expect(back.ops.map((bytes) => [...bytes])).toEqual(
      expect.arrayContaining(contents.ops.map((bytes) => [...bytes])),
    );
    expect(back.ops).toHaveLength(contents.ops.length);

    const empty = replica("b").store;
    must(await empty.receiveOps(back.ops));
    const again = await contentsOf(empty);
    expect(writeJournalJson(again, sha256)).toBe(text);
  });

  it("is plain JSON that a person can read, one op a line", async () => {
    const text = writeJournalJson(await contentsOf(await filled()), sha256);
    const parsed: unknown = JSON.parse(text);
    expect(parsed).toMatchObject({
      format: "gutskin.journal/1",
      entries: [
        { entry: { item: "itch", value: 3 }, hidden: false },
        { entry: { kind: "note" }, hidden: true },
      ],
    });
    expect(text.split("\n").filter((line) => line.includes("prevHash"))).toHaveLength(3);
  });

  it("writes an empty journal too", () => {
    const text = writeJournalJson({ person, vector: {}, ops: [], entries: [] }, sha256);
    expect(must(readJournalJson(encodeUtf8(text), sha256))).toEqual({ person, ops: [] });
  });

  it("refuses a file with any cut or any changed op, as a whole", async () => {
    const bytes = encodeUtf8(writeJournalJson(await contentsOf(await filled()), sha256));
    const opsEnd = new TextDecoder().decode(bytes).indexOf('"entries"');
    for (let cut = 0; cut < bytes.length - 1; cut += 97) {
      expect(readJournalJson(bytes.subarray(0, cut), sha256).ok).toBe(false);
    }
    const opsStart = new TextDecoder().decode(bytes).indexOf('"ops"');
    let unnoticed = 0;
    for (let at = opsStart; at < opsEnd; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const read = readJournalJson(changed, sha256);
      // a changed byte between two ops may leave the ops as they are; it must never give other ops
      if (read.ok) unnoticed += read.value.ops.length === 5 ? 0 : 1;
    }
    expect(unnoticed).toBe(0);
  });

  it.each([
    [new Uint8Array([0xff]), "not-utf8"],
    [encodeUtf8("date,itch\n2026-03-01,4\n"), "not-json"],
    [encodeUtf8("[]"), "other-format"],
    [encodeUtf8('{"format":"gutskin.journal/2"}'), "newer-format"],
    [encodeUtf8('{"format":"gutskin.journal/1"}'), "wrong-shape"],
  ])("names what is wrong with other files (%#)", (bytes, reason) => {
    expect(readJournalJson(bytes, sha256)).toEqual({ ok: false, error: { type: "ExportUnreadable", line: 0, reason } });
  });

  it("reads a file that an editor saved with a byte order mark", () => {
    const text = writeJournalJson({ person, vector: {}, ops: [], entries: [] }, sha256);
    expect(readJournalJson(encodeUtf8(`\uFEFF${text}`), sha256).ok).toBe(true);
  });
});
