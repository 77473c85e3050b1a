import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, bytesOf, dayOf, idOf, must, replica, sendAll, type Replica } from "../../test/support/replicas.ts";
import { createRandom } from "../base/random.ts";
import { createMemoryJournal } from "./memory-store.ts";
import type { JournalStore } from "./store.ts";
import { sha256 } from "../../test/support/replicas.ts";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";

/** A device with five notes, and their op bytes. */
async function fiveNotes(letter = "b"): Promise<{ device: Replica; ops: readonly Uint8Array[] }> {
  const device = replica(letter);
  for (let i = 1; i <= 5; i++) {
    const entry = { kind: "note", day: dayOf(`2026-03-0${String(i)}`), text: `note ${String(i)}` } as const;
    must(await device.store.append([{ action: "put", entry }]));
  }
  return { device, ops: must(await device.store.exportOps()) };
}

const notes = async (store: JournalStore): Promise<readonly string[]> =>
  must(await store.entries({})).map(({ entry }) => (entry.kind === "note" ? entry.text : ""));

const altered = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  encodeUtf8((decodeUtf8(bytes) ?? "").replace(from, to));

describe("receiving ops", () => {
  it("is idempotent and does not care about order within a call", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    expect(must(await store.receiveOps([...ops].reverse()))).toEqual({
      added: 5,
      already: 0,
      quarantined: 0,
      waiting: 0,
    });
    expect(must(await store.receiveOps(ops))).toEqual({ added: 0, already: 5, quarantined: 0, waiting: 0 });
    expect(must(await store.exportOps())).toEqual(ops);
  });

  it("takes what is contiguous and lets the rest wait for the missing op", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    const without3 = ops.filter((_, i) => i !== 2);
    expect(must(await store.receiveOps(without3))).toEqual({ added: 2, already: 0, quarantined: 0, waiting: 2 });
    expect(must(await store.vector())).toEqual({ [idOf("b")]: 2 });
    expect(must(await store.receiveOps(ops)).added).toBe(3);
  });

  it("never mixes two people: a foreign journal is refused whole, a single foreign op set aside", async () => {
    const { ops } = await fiveNotes();
    const foreign = ops.map((bytes) => altered(bytes, idOf("e"), idOf("9")));
    const { store } = replica("a");
    expect(await store.receiveOps(foreign)).toEqual({
      ok: false,
      error: { type: "JournalForeign", mine: idOf("e"), theirs: idOf("9") },
    });
    const mixed = [...ops, ...foreign.slice(0, 1)];
    expect(must(await store.receiveOps(mixed))).toEqual({ added: 5, already: 0, quarantined: 1, waiting: 0 });
    expect(must(await store.vector())).toEqual({ [idOf("b")]: 5 });
  });

  it("lets an empty journal adopt the person, and only an empty one", async () => {
    const { ops } = await fiveNotes();
    const stranger = (): JournalStore =>
      createMemoryJournal({
        person: idOf("9"),
        device: idOf("a"),
        sha256,
        now: () => 1,
        randomBytes: (count) => new Uint8Array(count),
      });
    const empty = stranger();
    expect(must(await empty.receiveOps(ops, { adoptPerson: true })).added).toBe(5);
    expect(must(await empty.info()).person).toBe(idOf("e"));
    const used = stranger();
    must(await used.append([{ action: "put", entry: answer("itch", 3) }]));
    expect(await used.receiveOps(ops, { adoptPerson: true })).toMatchObject({ error: { type: "JournalForeign" } });
  });

  it("sets bytes that are no op aside, and takes their neighbours", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    const junk = [new Uint8Array([0xff, 0xfe]), encodeUtf8("{}"), encodeUtf8("null")];
    expect(must(await store.receiveOps([...junk, ...ops]))).toMatchObject({ added: 5, quarantined: 3 });
    // the lossless truth includes them, after the ops
    expect(must(await store.exportOps()).slice(0, 5)).toEqual(ops);
    expect(must(await store.exportOps())).toHaveLength(8);
  });

  it("finds another op in the place of one that is held: a fork, never an overwrite", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    must(await store.receiveOps(ops));
    const other = altered(ops[2] ?? new Uint8Array(), "note 3", "NOTE 3");
    expect(must(await store.receiveOps([other]))).toMatchObject({ added: 0, quarantined: 1 });
    expect(must(await store.receiveOps([other]))).toMatchObject({ already: 1, quarantined: 0 });
    expect((await notes(store))[2]).toBe("note 3");
  });

  it("heals when a damaged copy came first and the sound op comes later", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    // spaces make it unreadable (not canonical), so that place 3 is held by bytes that are no op
    const damaged = ops.map((bytes, i) => (i === 2 ? altered(bytes, '"text"', ' "text"') : bytes));
    expect(must(await store.receiveOps(damaged))).toEqual({ added: 3, already: 0, quarantined: 2, waiting: 0 });
    expect(await notes(store)).toEqual(["note 1", "note 2", "note 5"]);
    expect(must(await store.receiveOps(ops))).toMatchObject({ added: 2, quarantined: 0 });
    expect(await notes(store)).toEqual(["note 1", "note 2", "note 3", "note 4", "note 5"]);
  });

  it("shows tampering of any byte of any op: set aside, or the content stays the true one", async () => {
    const { ops } = await fiveNotes();
    const truth = await notes((await fiveNotes()).device.store);
    const random = createRandom(11);
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.nat(10_000), fc.integer({ min: 1, max: 255 }), async (which, at, flip) => {
        const copy = ops.map((bytes) => bytes.slice());
        const target = copy[which] ?? new Uint8Array();
        const place = at % target.length;
        target[place] = (target[place] ?? 0) ^ flip;
        const { store } = replica("a", 1, random.below(1000));
        const receipt = await store.receiveOps(copy);
        // an op with a follower: the follower's hash tells
        if (receipt.ok) expect(receipt.value.quarantined + receipt.value.waiting).toBeGreaterThan(0);
        must(await store.receiveOps(ops));
        const after = await notes(store);
        if (must(await store.info()).quarantineCount === 0) expect(after).toEqual(truth);
      }),
      { numRuns: 300 },
    );
  });

  it("finds two swapped payloads, a replayed old op and a re-dated one", async () => {
    const { ops } = await fiveNotes();
    const { store } = replica("a");
    const texts = ops.map((bytes) => decodeUtf8(bytes) ?? "");
    const swapped = [
      (texts[0] ?? "").replace("note 1", "note 2"),
      (texts[1] ?? "").replace("note 2", "note 1"),
      ...texts.slice(2),
    ].map(encodeUtf8);
    expect(must(await store.receiveOps(swapped)).quarantined).toBeGreaterThan(0);

    const second = replica("c").store;
    const redated = ops.map((bytes, i) => (i === 1 ? altered(bytes, "2026-03-02", "2027-03-02") : bytes));
    expect(must(await second.receiveOps(redated)).quarantined).toBeGreaterThan(0);
  });

  it("moves the clock along, but not years ahead", async () => {
    const [near, far] = [replica("b"), replica("c")];
    near.clock.now += 60_000;
    far.clock.now += 10 * 365 * 86_400_000;
    const me = replica("a");
    for (const other of [near, far]) {
      must(await other.store.append([{ action: "put", entry: answer("itch", 1) }]));
      await sendAll(other.store, me.store);
    }
    must(await me.store.append([{ action: "put", entry: answer("stress", 1) }]));
    const own = must(await me.store.exportOps())
      .map((bytes): unknown => JSON.parse(decodeUtf8(bytes) ?? ""))
      .find((value) => typeof value === "object" && value !== null && "dev" in value && value.dev === idOf("a"));
    expect(own).toMatchObject({ hlc: [near.clock.now, 2] });
  });

  it("takes an op whatever its time is", async () => {
    const { store } = replica("a");
    const early = { ...JSON.parse(decodeUtf8((await fiveNotes()).ops[0] ?? new Uint8Array()) ?? "{}"), hlc: [0, 0] };
    expect(must(await store.receiveOps([bytesOf(early)])).added).toBe(1);
  });
});
