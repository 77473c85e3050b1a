import { describe, expect, it } from "vitest";
import { answer, dayOf, idOf, must, op, opId, person, replica, sendAll, sha256 } from "../../test/support/replicas.ts";
import { zeroHlc } from "./clock.ts";
import { readyDrafts, type ReadyDraft } from "./drafts.ts";
import type { Entry } from "./entry.ts";
import { decodeUtf8 } from "./utf8.ts";
import type { Op } from "./op.ts";
import type { Draft, EntryView, JournalStore } from "./store.ts";
import { planWrites, type WriterState } from "./write.ts";

const writer: WriterState = { person, dev: idOf("d"), seq: 0, lastHash: "", clock: zeroHlc };
const NOW = 1_770_000_000_000;
const id = idOf("f");
const note = (text: string, more: Partial<Entry> = {}): Entry => ({
  kind: "note",
  day: dayOf("2026-03-01"),
  text,
  ...("source" in more && more.source !== undefined ? { source: more.source } : {}),
  ...("time" in more && more.time !== undefined ? { time: more.time } : {}),
});
const stored = (seq: string, set: Op["set"], prev: readonly string[] = []): Op => op(seq, { set, prev });
const noteFields = { kind: "note", day: "2026-03-01", text: "one" };

const put = (entry: Entry, more: Partial<Extract<ReadyDraft, { action: "put" }>> = {}): ReadyDraft => ({
  action: "put",
  id,
  entry,
  seen: [],
  supersede: false,
  settle: [],
  ...more,
});

function plan(drafts: readonly ReadyDraft[], ops: readonly Op[] = []): readonly Op[] {
  return must(planWrites(drafts, writer, new Map([[id, ops]]), NOW, sha256)).written.map((w) => w.op);
}

describe("planWrites", () => {
  it("writes a new entry with all its fields and no `prev`", () => {
    expect(plan([put(note("one"))])).toEqual([
      {
        v: 1,
        person,
        dev: idOf("d"),
        seq: 1,
        hlc: [NOW, 0],
        entry: id,
        set: { day: "2026-03-01", kind: "note", text: "one" },
        prev: [],
        prevHash: "",
      },
    ]);
  });

  it("chains hashes, seq and clock from op to op", () => {
    const { written, writer: after } = must(
      planWrites([put(note("one")), put(note("two"), { id: idOf("1") })], writer, new Map(), NOW, sha256),
    );
    expect(written.map(({ op: o }) => [o.seq, o.hlc[1], o.prevHash])).toEqual([
      [1, 0, ""],
      [2, 1, written[0]?.hash],
    ]);
    expect(after).toMatchObject({ seq: 2, lastHash: written[1]?.hash });
    expect(JSON.parse(decodeUtf8(written[1]?.bytes ?? new Uint8Array()) ?? "")).toEqual(written[1]?.op);
  });

  it("writes only the fields that differ from what was seen", () => {
    const ops = [stored("a:1", noteFields)];
    const [edit] = plan([put(note("two"), { seen: [opId("a:1")] })], ops);
    expect(edit).toMatchObject({ set: { text: "two" }, prev: [opId("a:1")] });
  });

  it("clears a field that was seen and is gone", () => {
    const ops = [stored("a:1", { ...noteFields, time: "08:00" })];
    const [edit] = plan([put(note("one"), { seen: [opId("a:1")] })], ops);
    expect(edit).toMatchObject({ set: { time: null }, prev: [opId("a:1")] });
  });

  it("does not clear a field that was not seen", () => {
    const ops = [stored("a:1", noteFields), stored("b:1", { time: "08:00" })];
    const [edit] = plan([put(note("two"), { seen: [opId("a:1")] })], ops);
    expect(edit?.set).toEqual({ text: "two" });
  });

  it("takes `prev` from what was seen, not from what stands at save time", () => {
    const ops = [stored("a:1", noteFields), stored("b:1", { text: "meanwhile" }, ["a:1"])];
    const [edit] = plan([put(note("two"), { seen: [opId("a:1")] })], ops);
    expect(edit?.prev).toEqual([opId("a:1")]);
    const [superseding] = plan([put(note("two"), { supersede: true })], ops);
    expect(superseding?.prev).toEqual([opId("b:1")]);
  });

  it("writes nothing when nothing changes: same form, same import, or only another source", () => {
    const ops = [stored("a:1", { ...noteFields, source: "app" })];
    expect(plan([put(note("one", { source: "app" }), { seen: [opId("a:1")] })], ops)).toEqual([]);
    expect(plan([put(note("one", { source: "cli" }), { supersede: true })], ops)).toEqual([]);
    expect(plan([put(note("one"))], ops)).toEqual([]);
  });

  it("writes the source together with a change", () => {
    const ops = [stored("a:1", { ...noteFields, source: "app" })];
    const [edit] = plan([put(note("two", { source: "cli" }), { supersede: true })], ops);
    expect(edit?.set).toEqual({ source: "cli", text: "two" });
  });

  it("settles a conflict in favour of the shown value only when asked to", () => {
    const ops = [stored("a:1", noteFields), stored("b:1", { text: "two" })];
    const seen = [opId("a:1"), opId("b:1")];
    const shownText = "two";
    expect(plan([put(note(shownText), { seen })], ops).length).toBe(0);
    const [settled] = plan([put(note(shownText), { seen, settle: ["text"] })], ops);
    expect(settled).toMatchObject({ set: { text: "two" }, prev: seen });
    const [other] = plan([put(note("one"), { seen })], ops);
    expect(other).toMatchObject({ set: { text: "one" }, prev: seen });
  });

  it("lets an edit that has seen only other fields leave a conflict alone (example 11)", () => {
    const ops = [stored("a:1", { ...noteFields, time: "08:00" }), stored("b:1", { text: "two" })];
    const seen = [opId("a:1"), opId("b:1")];
    const [edit] = plan([put(note("two", { time: "09:00" }), { seen })], ops);
    expect(edit).toMatchObject({ set: { time: "09:00" }, prev: [opId("a:1")] });
  });

  it("restores in the same op when a deleted entry is edited", () => {
    const ops = [stored("a:1", noteFields), op("a:2", { life: "delete", prev: ["a:1"] })];
    const [edit] = plan([put(note("two"), { seen: [opId("a:1"), opId("a:2")] })], ops);
    expect(edit).toMatchObject({ life: "restore", set: { text: "two" }, prev: [opId("a:1"), opId("a:2")] });
    // the same answer given anew after a delete must come back, although no field differs
    const [again] = plan([put(note("one"))], ops);
    expect(again).toMatchObject({ life: "restore", set: {}, prev: [opId("a:2")] });
  });

  it("deletes and restores once; a second time changes nothing", () => {
    const ops = [stored("a:1", noteFields)];
    const [gone, ...rest] = plan(
      [
        { action: "delete", id, seen: [] },
        { action: "delete", id, seen: [] },
      ],
      ops,
    );
    expect(gone).toMatchObject({ life: "delete", set: {}, prev: [opId("a:1")] });
    expect(rest).toEqual([]);
    expect(plan([{ action: "restore", id, seen: [] }], ops)).toEqual([]);
  });

  it("lets a later draft of the same list see the earlier one", () => {
    const ops = plan([put(note("one")), put(note("two"), { supersede: true }), { action: "delete", id, seen: [] }]);
    expect(ops.map((o) => o.prev)).toEqual([[], [opId("d:1")], [opId("d:1"), opId("d:2")]]);
  });

  it("refuses to delete an entry that does not exist, with the place in the list", () => {
    const refused = planWrites([{ action: "delete", id, seen: [] }], writer, new Map(), NOW, sha256, 7);
    expect(refused).toMatchObject({ ok: false, error: { index: 7, field: "id", reason: "unknown-entry" } });
  });

  it("refuses an op above 64 KiB, which only hostile fields can reach", () => {
    const huge: Entry = { kind: "note", day: dayOf("2026-03-01"), text: "x".repeat(70_000) };
    expect(planWrites([put(huge)], writer, new Map(), NOW, sha256)).toMatchObject({ error: { reason: "too-large" } });
  });
});

describe("an answer and the question it belongs to", () => {
  it("cannot be edited into the answer of another day, because two devices would no longer meet in it", async () => {
    const { store } = replica("a");
    const { ids } = must(await store.append([{ action: "put", entry: answer("itch", 3) }]));
    const moved: Draft = { action: "put", id: ids[0] ?? "", entry: answer("itch", 3, "2026-03-02"), supersede: true };
    expect(await store.append([moved])).toMatchObject({ ok: false, error: { field: "id", reason: "identity-fixed" } });
  });
});

describe("readyDrafts", () => {
  const ready = (drafts: readonly Draft[]): ReturnType<typeof readyDrafts> =>
    readyDrafts(drafts, person, sha256, (count) => new Uint8Array(count).fill(7));

  it("gives answers their fixed id and events a random one", () => {
    const [a, b, c] = must(
      ready([
        { action: "put", entry: answer("itch", 3) },
        { action: "put", entry: answer("itch", 8) },
        { action: "put", entry: note("x") },
      ]),
    );
    expect(a?.id).toBe(b?.id);
    expect(c?.id).toBe("07".repeat(16));
  });

  it("refuses the whole list for one bad draft, by index, field and code", () => {
    expect(
      ready([
        { action: "put", entry: answer("itch", 3) },
        { action: "put", entry: answer("itch", 11) },
      ]),
    ).toEqual({
      ok: false,
      error: { type: "EntryRefused", index: 1, field: "value", reason: "out-of-range" },
    });
    expect(ready([{ action: "delete", id: "nonsense" }])).toMatchObject({ error: { field: "id" } });
    expect(ready([{ action: "delete", id, seen: ["nonsense"] }])).toMatchObject({ error: { field: "seen" } });
  });
});

describe("a form that was open while another device wrote", () => {
  it("keeps both values instead of overwriting the unseen one", async () => {
    const [phone, laptop] = [replica("a"), replica("b")];
    must(await phone.store.append([{ action: "put", entry: answer("itch", 4) }]));
    await sendAll(phone.store, laptop.store);
    const form = await only(laptop.store);
    must(await phone.store.append([{ action: "put", entry: answer("itch", 6), supersede: true }]));
    await sendAll(phone.store, laptop.store);
    must(await laptop.store.append([{ action: "put", id: form.id, entry: answer("itch", 2), seen: form.heads }]));
    const after = await only(laptop.store);
    expect(after.conflicts).toEqual([
      { field: "value", otherValues: [after.entry.kind === "answer" && after.entry.value === 6 ? 2 : 6] },
    ]);
  });
});

async function only(store: JournalStore): Promise<EntryView> {
  const [view] = must(await store.entries({}));
  if (!view) throw new Error("no entry");
  return view;
}
