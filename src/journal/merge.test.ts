/** The examples are the table of storage.md section 4, one test per row, with its numbers. */
import { describe, expect, it } from "vitest";
import { answer, dayOf, op, opId, replica, must, sendAll, bytesOf, idOf } from "../../test/support/replicas.ts";
import { conflictsOf, headsOfEntry, mergeOps, viewOfEntry } from "./merge.ts";
import type { Op } from "./op.ts";
import type { EntryView, JournalStore } from "./store.ts";

const shown = (ops: readonly Op[]): Record<string, unknown> =>
  Object.fromEntries(mergeOps(ops).fields.map(({ field, value }) => [field, value]));
const others = (ops: readonly Op[]): Record<string, unknown> =>
  Object.fromEntries(conflictsOf(mergeOps(ops)).map(({ field, otherValues }) => [field, otherValues]));

const YEAR = 365 * 86_400_000;
const itch = (value: number): Record<string, unknown> => ({ itch: value });

describe("merge, by the examples of the design", () => {
  const first = op("a:1", { set: itch(4) });
  const second = op("a:2", { set: itch(6), prev: ["a:1"] });

  it("1: a later value on one device replaces the earlier", () => {
    expect(shown([first, second])).toEqual({ itch: 6 });
    expect(others([first, second])).toEqual({});
  });

  it("2: two devices change the same value offline: the later clock is shown, the other offered, choosing one settles it", () => {
    const phone = op("a:3", { set: itch(5), prev: ["a:2"], hlc: [3000, 0] });
    const laptop = op("b:1", { set: itch(7), prev: ["a:2"], hlc: [2000, 0] });
    const both = [first, second, phone, laptop];
    expect(shown(both)).toEqual({ itch: 5 });
    expect(others(both)).toEqual({ itch: [7] });
    const settled = [...both, op("a:4", { set: itch(7), prev: ["a:3", "b:1"], hlc: [3000, 1] })];
    expect(shown(settled)).toEqual({ itch: 7 });
    expect(others(settled)).toEqual({});
  });

  it("3: a correction wins over a value whose clock is ten years ahead", () => {
    const wrongClock = op("a:1", { set: itch(9), hlc: [10 * YEAR, 0] });
    const correction = op("b:1", { set: itch(3), prev: ["a:1"], hlc: [1000, 0] });
    expect(shown([wrongClock, correction])).toEqual({ itch: 3 });
    expect(others([wrongClock, correction])).toEqual({});
  });

  it("4: a delete that has not seen an edit does not hide it: the entry comes back whole", () => {
    const meal = op("a:1", { set: { text: "lentils", day: "2026-03-01" } });
    const deleted = op("b:5", { life: "delete", prev: ["a:1"] });
    const note = op("a:2", { set: { note: "photo" } });
    expect(mergeOps([meal, deleted]).hidden).toBe(true);
    const merged = mergeOps([meal, deleted, note]);
    expect(merged.hidden).toBe(false);
    expect(shown([meal, deleted, note])).toEqual({ day: "2026-03-01", note: "photo", text: "lentils" });
    // delete again if meant: it has seen everything now
    const again = op("b:6", { life: "delete", prev: ["a:1", "a:2", "b:5"] });
    expect(mergeOps([meal, deleted, note, again]).hidden).toBe(true);
  });

  it("5: deleted on both devices is hidden; one restore that has seen both brings it back", () => {
    const both = [first, op("a:2", { life: "delete", prev: ["a:1"] }), op("b:1", { life: "delete", prev: ["a:1"] })];
    expect(mergeOps(both).hidden).toBe(true);
    expect(mergeOps([...both, op("a:3", { life: "restore", prev: ["a:2", "b:1"] })]).hidden).toBe(false);
  });

  it("6: the daily question answered 3 and 3 on two devices is 3, without a conflict", async () => {
    const [phone, laptop] = [replica("a"), replica("b")];
    must(await phone.store.append([{ action: "put", entry: { ...answer("itch", 3), source: "app" } }]));
    must(await laptop.store.append([{ action: "put", entry: { ...answer("itch", 3), source: "cli" } }]));
    await sendAll(phone.store, laptop.store);
    const views = await allViews(laptop.store);
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({ entry: { value: 3 }, conflicts: [] });
    expect(views[0]?.heads).toHaveLength(2);
  });

  it("7: the same file imported on two devices gives one set of rows", async () => {
    const [phone, laptop] = [replica("a"), replica("b")];
    const row = (i: number): { action: "put"; id: string; entry: ReturnType<typeof answer>; supersede: true } => ({
      action: "put",
      id: idOf(String(i)),
      entry: answer("fibreGrams", 20 + i, `2026-03-0${String(i)}`),
      supersede: true,
    });
    for (const device of [phone, laptop]) must(await device.store.append([row(1), row(2), row(3)]));
    await sendAll(phone.store, laptop.store);
    const views = await allViews(laptop.store);
    expect(views.map(({ entry }) => "value" in entry && entry.value)).toEqual([21, 22, 23]);
    expect(views.every(({ conflicts }) => conflicts.length === 0)).toBe(true);
  });

  it("8: value and unit changed at once on two devices stay together", () => {
    const start = op("a:1", { set: { amount: { value: 100, unit: "g" } } });
    const grams = op("a:2", { set: { amount: { value: 200, unit: "g" } }, prev: ["a:1"], hlc: [9000, 0] });
    const ounces = op("b:1", { set: { amount: { value: 7, unit: "oz" } }, prev: ["a:1"], hlc: [8000, 0] });
    expect(shown([start, grams, ounces])).toEqual({ amount: { value: 200, unit: "g" } });
    expect(others([start, grams, ounces])).toEqual({ amount: [{ value: 7, unit: "oz" }] });
  });

  it("9: an op of a newer version is set aside alone, counts in the vector, and its neighbours are taken", async () => {
    const { store } = replica("a");
    const known = { ...op("b:1", { set: { kind: "note", day: "2026-03-01", text: "one" } }) };
    const photo = {
      ...op("b:2", { set: { kind: "photo", pixels: 5 } }),
      entry: idOf("7"),
      prevHash: await hashOf(known),
    };
    const after = {
      ...op("b:3", { set: { kind: "note", day: "2026-03-02", text: "two" } }),
      entry: idOf("8"),
      prevHash: await hashOf(photo),
    };
    const receipt = must(await store.receiveOps([known, photo, after].map(bytesOf)));
    expect(receipt).toEqual({ added: 2, already: 0, quarantined: 1, waiting: 0 });
    expect(must(await store.vector())).toEqual({ [idOf("b")]: 3 });
    expect((await allViews(store)).map(({ entry }) => "text" in entry && entry.text)).toEqual(["one", "two"]);
    expect(must(await store.exportOps())).toEqual([known, photo, after].map(bytesOf));
  });

  it("10: undo is an op that sets the old value, and the history is kept", () => {
    const undo = op("a:3", { set: itch(4), prev: ["a:2"] });
    expect(shown([first, second, undo])).toEqual({ itch: 4 });
    expect(others([first, second, undo])).toEqual({});
  });

  it("11: an edit of one field never settles the conflict of another", () => {
    const start = op("a:1", { set: { a: 1, b: 1 } });
    const left = op("a:2", { set: { a: 2 }, prev: ["a:1"] });
    const right = op("b:1", { set: { a: 3 }, prev: ["a:1"] });
    const editsB = op("a:3", { set: { b: 5 }, prev: ["a:1"] });
    const ops = [start, left, right, editsB];
    expect(shown(ops)["b"]).toBe(5);
    expect(others(ops)).toHaveProperty("a");
    expect(conflictsOf(mergeOps(ops))).toHaveLength(1);
  });
});

describe("mergeOps", () => {
  it("does not care about order or duplicates", () => {
    const ops = [
      op("a:1", { set: itch(1) }),
      op("b:1", { set: itch(2), prev: ["a:1"] }),
      op("a:2", { life: "delete", prev: ["a:1"] }),
    ];
    expect(mergeOps([...ops].reverse())).toEqual(mergeOps(ops));
    expect(mergeOps([...ops, ...ops])).toEqual(mergeOps(ops));
  });

  it("lets a `prev` that names an op not here yet simply wait", () => {
    const later = op("a:2", { set: itch(6), prev: ["a:1"] });
    expect(shown([later])).toEqual({ itch: 6 });
    expect(headsOfEntry(mergeOps([later]))).toEqual([opId("a:2")]);
  });

  it("replaces only in fields that both ops write", () => {
    const both = op("a:1", { set: { a: 1, b: 1 } });
    const onlyA = op("b:1", { set: { a: 2 }, prev: ["a:1"] });
    expect(shown([both, onlyA])).toEqual({ a: 2, b: 1 });
    expect(headsOfEntry(mergeOps([both, onlyA]))).toEqual([opId("a:1"), opId("b:1")]);
  });

  it("keeps a restore visible beside a concurrent delete", () => {
    const ops = [
      op("a:1", { set: itch(1) }),
      op("a:2", { life: "delete", prev: ["a:1"] }),
      op("a:3", { life: "restore", prev: ["a:2"] }),
      op("b:1", { life: "delete", prev: ["a:1", "a:2"] }),
    ];
    expect(mergeOps(ops).hidden).toBe(false);
  });

  it("shows every value of ops that claim to replace each other in a ring, or themselves", () => {
    const ring = [op("a:1", { set: itch(1), prev: ["b:1"] }), op("b:1", { set: itch(2), prev: ["a:1"] })];
    expect(mergeOps(ring).fields[0]?.heads).toHaveLength(2);
    expect(shown([op("a:1", { set: itch(1), prev: ["a:1"] })])).toEqual({ itch: 1 });
  });

  it("treats cleared and filled as two different values", () => {
    const ops = [op("a:1", { set: itch(4) }), op("b:1", { set: { itch: null } })];
    expect(others(ops)).toEqual({ itch: [shown(ops)["itch"] === null ? 4 : null] });
  });
});

describe("viewOfEntry", () => {
  it("gives the entry with what a form must carry", () => {
    const view = viewOfEntry([
      op("a:1", { set: { kind: "note", day: "2026-03-01", text: "one", source: "app" } }),
      op("b:1", { set: { text: "two" }, prev: ["a:1"] }),
    ]);
    expect(view).toEqual({
      id: idOf("f"),
      entry: { kind: "note", day: dayOf("2026-03-01"), text: "two", source: "app" },
      hidden: false,
      conflicts: [],
      heads: [opId("a:1"), opId("b:1")],
    });
  });

  it("leaves out cleared fields and fields of another kind instead of losing the entry", () => {
    const view = viewOfEntry([
      op("a:1", { set: { kind: "note", day: "2026-03-01", text: "one", time: null, minutes: 5 } }),
    ]);
    expect(view?.entry).toEqual({ kind: "note", day: "2026-03-01", text: "one" });
  });

  it("is null while a required field has not arrived, and for no ops", () => {
    expect(viewOfEntry([op("b:1", { set: { text: "two" }, prev: ["a:1"] })])).toBeNull();
    expect(viewOfEntry([])).toBeNull();
  });
});

async function allViews(store: JournalStore): Promise<readonly EntryView[]> {
  return must(await store.entries({ includeHidden: true }));
}

async function hashOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytesOf(value)));
  return Buffer.from(digest).toString("hex");
}
