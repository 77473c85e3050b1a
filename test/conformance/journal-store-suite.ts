/**
 * Does this store do what journal/store.ts promises?
 *
 * One suite for every adapter: memory, libsql, later the browser and the server. It knows the port and nothing of the adapter. A store under test
 * is compared with the memory store wherever the answer is more than a number: what both make of the same ops must be equal.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryJournal } from "../../src/journal/memory-store.ts";
import { decodeUtf8, encodeUtf8 } from "../../src/journal/utf8.ts";
import type { Draft, EntryView, JournalStore } from "../../src/journal/store.ts";
import { answer, bytesOf, dayOf, idOf, must, sha256 } from "../support/replicas.ts";

export interface StoreUnderTest {
  readonly store: JournalStore;
  /** Settable clock of the store, milliseconds. */
  readonly clock: { now: number };
}

/** Runs the suite; `open` makes an empty journal with a person and a device of its own, and `close` is called after each test. */
export function describeJournalStore(
  name: string,
  open: () => Promise<StoreUnderTest>,
  close: () => Promise<void>,
): void {
  const using = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } finally {
      await close();
    }
  };

  describe(`${name}: writing and reading`, () => {
    it(
      "starts empty",
      using(async () => {
        const { store } = await open();
        const info = must(await store.info());
        expect(info).toMatchObject({ entryCount: 0, opCount: 0, quarantineCount: 0, firstDay: null, lastDay: null });
        expect(info.person).toMatch(/^[0-9a-f]{32}$/);
        expect(info.device).toMatch(/^[0-9a-f]{32}$/);
        expect(must(await store.entries({ includeHidden: true }))).toEqual([]);
        expect(must(await store.vector())).toEqual({});
        expect(must(await store.exportOps())).toEqual([]);
      }),
    );

    it(
      "gives back what was written, zero and empty text included, ordered by day and id",
      using(async () => {
        const { store } = await open();
        const drafts: readonly Draft[] = [
          put(answer("itch", 0, "2026-03-03")),
          put({ kind: "note", day: dayOf("2026-03-01"), text: "" }),
          put({
            kind: "meal",
            day: dayOf("2026-03-02"),
            text: 'Grünkohl 🥬 "quoted" \\ \u0001',
            counts: { fermented: 0 },
          }),
          put({
            ...answer("sleepHours", 7.25, "2026-03-02"),
            slot: "night",
            time: "07:05",
            offsetMinutes: -210,
            source: "app",
          }),
        ];
        const { ids, opsWritten, unchanged } = must(await store.append(drafts));
        expect([opsWritten, unchanged]).toEqual([4, 0]);
        const views = must(await store.entries({}));
        expect(views.map(({ entry }) => entry.day)).toEqual(["2026-03-01", "2026-03-02", "2026-03-02", "2026-03-03"]);
        for (const [i, draft] of drafts.entries()) {
          const view = views.find(({ id }) => id === ids[i]);
          expect(view?.entry).toEqual(draft.action === "put" && draft.entry);
        }
        const sameDay = views.slice(1, 3).map(({ id }) => id);
        expect(sameDay).toEqual([...sameDay].sort());
        expect(must(await store.info())).toMatchObject({
          entryCount: 4,
          opCount: 4,
          firstDay: "2026-03-01",
          lastDay: "2026-03-03",
        });
      }),
    );

    it(
      "does not count bookkeeping as days of the diary",
      using(async () => {
        const { store } = await open();
        must(
          await store.append([
            put(answer("itch", 1, "2026-03-03")),
            put({
              kind: "customVariable",
              day: dayOf("2025-01-01"),
              id: "custom:sebum",
              label: "Sebum",
              role: "skin",
              unit: "",
              betterIs: "lower",
            }),
          ]),
        );
        expect(must(await store.info())).toMatchObject({
          entryCount: 2,
          firstDay: "2026-03-03",
          lastDay: "2026-03-03",
        });
      }),
    );

    it(
      "answers queries by day, kind and id",
      using(async () => {
        const { store } = await open();
        const days = ["2026-02-28", "2026-03-01", "2026-03-02"];
        const { ids } = must(
          await store.append([
            ...days.map((day) => put(answer("itch", 1, day))),
            put({ kind: "note", day: dayOf("2026-03-01"), text: "x" }),
          ]),
        );
        const daysOf = async (query: Parameters<JournalStore["entries"]>[0]): Promise<readonly string[]> =>
          must(await store.entries(query)).map(({ entry }) => entry.day);
        expect(await daysOf({ fromDay: dayOf("2026-03-01") })).toEqual(["2026-03-01", "2026-03-01", "2026-03-02"]);
        expect(await daysOf({ toDay: dayOf("2026-02-28") })).toEqual(["2026-02-28"]);
        expect(
          await daysOf({ fromDay: dayOf("2026-03-01"), toDay: dayOf("2026-03-01"), kinds: ["note"] }),
        ).toHaveLength(1);
        expect(await daysOf({ kinds: [] })).toEqual([]);
        expect(await daysOf({ ids: [ids[2] ?? "", idOf("0"), "no id"] })).toEqual(["2026-03-02"]);
        expect(await daysOf({ ids: [] })).toEqual([]);
      }),
    );

    it(
      "edits, deletes and restores, and keeps what a form must carry",
      using(async () => {
        const { store } = await open();
        must(await store.append([put(answer("itch", 4))]));
        const before = await only(store);
        must(await store.append([{ action: "put", id: before.id, entry: answer("itch", 6), seen: before.heads }]));
        const after = await only(store);
        expect(after).toMatchObject({ id: before.id, entry: { value: 6 }, conflicts: [] });
        expect(after.heads).not.toEqual(before.heads);
        must(await store.append([{ action: "delete", id: after.id, seen: after.heads }]));
        expect(must(await store.entries({}))).toEqual([]);
        const [hidden] = must(await store.entries({ includeHidden: true }));
        expect(hidden).toMatchObject({ hidden: true, entry: { value: 6 } });
        expect(must(await store.info()).entryCount).toBe(0);
        must(await store.append([{ action: "restore", id: after.id, seen: hidden?.heads ?? [] }]));
        expect(await only(store)).toMatchObject({ hidden: false, entry: { value: 6 } });
        must(await store.append([{ action: "delete", id: after.id }]));
        must(await store.append([put(answer("itch", 6))]));
        expect((await only(store)).hidden).toBe(false);
      }),
    );

    it(
      "shows two values when the second writer had not seen the first, and settles them on request",
      using(async () => {
        const { store } = await open();
        must(await store.append([put(answer("itch", 4))]));
        must(await store.append([put(answer("itch", 7))]));
        const view = await only(store);
        expect(view).toMatchObject({ entry: { value: 7 }, conflicts: [{ field: "value", otherValues: [4] }] });
        must(
          await store.append([{ action: "put", id: view.id, entry: view.entry, seen: view.heads, settle: ["value"] }]),
        );
        expect(await only(store)).toMatchObject({ entry: { value: 7 }, conflicts: [] });
      }),
    );

    it(
      "writes nothing for a put that changes nothing",
      using(async () => {
        const { store } = await open();
        const drafts = [put(answer("itch", 4)), { ...put(answer("stress", 2)), supersede: true }];
        must(await store.append(drafts));
        expect(must(await store.append(drafts))).toMatchObject({ opsWritten: 0, unchanged: 2 });
        expect(must(await store.info()).opCount).toBe(2);
      }),
    );

    it(
      "refuses a list with one bad draft as a whole, and says which",
      using(async () => {
        const { store } = await open();
        const refused = await store.append([put(answer("itch", 4)), put(answer("itch", 40, "2026-03-02"))]);
        expect(refused).toMatchObject({
          ok: false,
          error: { type: "EntryRefused", index: 1, field: "value", reason: "out-of-range" },
        });
        const unknown = await store.append([put(answer("itch", 4)), { action: "delete", id: idOf("0") }]);
        expect(unknown).toMatchObject({
          ok: false,
          error: { type: "EntryRefused", index: 1, reason: "unknown-entry" },
        });
        expect(must(await store.info())).toMatchObject({ opCount: 0, entryCount: 0 });
        expect(must(await store.append([put(answer("itch", 4))])).opsWritten).toBe(1);
      }),
    );

    it(
      "writes once for the same request and answers the same",
      using(async () => {
        const { store } = await open();
        const note: Draft = put({ kind: "note", day: dayOf("2026-03-01"), text: "once" });
        const first = must(await store.append([note], "request-1"));
        expect(must(await store.append([note], "request-1"))).toEqual(first);
        expect(must(await store.entries({}))).toHaveLength(1);
        expect(must(await store.append([note], "request-2")).ids).not.toEqual(first.ids);
        // a refused request is not remembered
        expect((await store.append([put(answer("itch", 99))], "request-3")).ok).toBe(false);
        expect(must(await store.append([put(answer("itch", 9))], "request-3")).opsWritten).toBe(1);
      }),
    );

    it(
      "numbers its ops without gaps and keeps every byte of them canonical",
      using(async () => {
        const { store, clock } = await open();
        const { device, person } = must(await store.info());
        for (let i = 0; i < 5; i++) {
          clock.now -= 1000; // a clock that runs backwards must not matter
          must(await store.append([put(answer("itch", i, `2026-03-0${String(i + 1)}`))]));
        }
        const ops = must(await store.exportOps()).map((bytes) => JSON.parse(decodeUtf8(bytes) ?? ""));
        expect(ops.map((op) => [op.v, op.person, op.dev, op.seq])).toEqual(
          [1, 2, 3, 4, 5].map((seq) => [1, person, device, seq]),
        );
        expect(must(await store.exportOps()).map((bytes) => [...bytes])).toEqual(ops.map((op) => [...bytesOf(op)]));
      }),
    );
  });

  describe(`${name}: meeting other replicas`, () => {
    it(
      "takes the ops of another replica once, in any order, and converges with it",
      using(async () => {
        const [a, b] = [await open(), await open()];
        await samePerson(a.store, b.store);
        must(
          await a.store.append([put(answer("stress", 4)), put({ kind: "note", day: dayOf("2026-03-02"), text: "a" })]),
        );
        must(
          await b.store.append([
            put(answer("stress", 6)),
            { action: "delete", id: must(await b.store.entries({}))[0]?.id ?? "" },
          ]),
        );
        const [fromA, fromB] = [must(await a.store.exportOps()), must(await b.store.exportOps())];
        expect(must(await a.store.receiveOps([...fromB].reverse()))).toMatchObject({
          added: 2,
          already: 1,
          quarantined: 0,
        });
        expect(must(await b.store.receiveOps([...fromA, ...fromA]))).toMatchObject({ added: 2, quarantined: 0 });
        expect(await contents(a.store)).toEqual(await contents(b.store));
        expect(must(await a.store.receiveOps(fromB))).toEqual({ added: 0, already: 3, quarantined: 0, waiting: 0 });
        const stress = must(await a.store.entries({})).find(
          ({ entry }) => entry.kind === "answer" && entry.item === "stress",
        );
        expect(stress?.conflicts).toHaveLength(1);
      }),
    );

    it(
      "refuses the journal of another person, unless it is empty and told to adopt",
      using(async () => {
        const [a, b] = [await open(), await open()];
        must(await a.store.append([put(answer("itch", 4))]));
        const ops = must(await a.store.exportOps());
        expect(await b.store.receiveOps(ops)).toMatchObject({ ok: false, error: { type: "JournalForeign" } });
        expect(must(await b.store.info()).opCount).toBe(0);
        expect(must(await b.store.receiveOps(ops, { adoptPerson: true })).added).toBe(1);
        expect(must(await b.store.info()).person).toBe(must(await a.store.info()).person);
        // an own write continues in the adopted journal
        must(await b.store.append([put(answer("itch", 5, "2026-03-02"))]));
        expect(must(await a.store.receiveOps(must(await b.store.exportOps()))).added).toBe(1);
      }),
    );

    it(
      "sets bad ops aside alone, exports them again, and heals when the sound one comes",
      using(async () => {
        const [a, b] = [await open(), await open()];
        await samePerson(a.store, b.store);
        for (let i = 1; i <= 4; i++)
          must(
            await a.store.append([put({ kind: "note", day: dayOf(`2026-04-0${String(i)}`), text: `n${String(i)}` })]),
          );
        const sound = must(await a.store.exportOps());
        const damaged = sound.map((bytes) => {
          const text = decodeUtf8(bytes) ?? "";
          return text.includes('"n2"') ? encodeUtf8(text.replace('"n2"', ' "n2"')) : bytes;
        });
        const receipt = must(await b.store.receiveOps([...damaged, new Uint8Array([0xff])]));
        expect(receipt).toMatchObject({ added: 2, quarantined: 3 });
        expect(await notes(b.store)).toEqual(["n1", "n4"]);
        expect(must(await b.store.exportOps())).toHaveLength(sound.length + 1);
        expect(must(await b.store.info()).quarantineCount).toBe(3);
        expect(must(await b.store.receiveOps([...damaged, new Uint8Array([0xff])]))).toMatchObject({
          added: 0,
          quarantined: 0,
        });
        expect(must(await b.store.receiveOps(sound))).toMatchObject({ added: 2, quarantined: 0 });
        expect(await notes(b.store)).toEqual(["n1", "n2", "n3", "n4"]);
        // the vector counts the place that a bad op held as well
        expect(must(await b.store.vector())).toMatchObject(must(await a.store.vector()));
      }),
    );

    it(
      "keeps an op of a newer version for later and lets ops after a gap wait",
      using(async () => {
        const [a, b] = [await open(), await open()];
        await samePerson(a.store, b.store);
        for (let i = 1; i <= 3; i++)
          must(
            await a.store.append([put({ kind: "note", day: dayOf(`2026-04-0${String(i)}`), text: `n${String(i)}` })]),
          );
        const ops = must(await a.store.exportOps());
        const own = ops.filter((bytes) => (decodeUtf8(bytes) ?? "").includes('"n'));
        expect(must(await b.store.receiveOps(own.slice(1)))).toEqual({
          added: 0,
          already: 0,
          quarantined: 0,
          waiting: 2,
        });
        const newer = JSON.parse(decodeUtf8(own[0] ?? new Uint8Array()) ?? "");
        const future = bytesOf({ ...newer, dev: idOf("7"), seq: 1, prevHash: "", set: { kind: "photo" } });
        expect(must(await b.store.receiveOps([future]))).toEqual({ added: 0, already: 0, quarantined: 1, waiting: 0 });
        expect(must(await b.store.vector())).toMatchObject({ [idOf("7")]: 1 });
        expect(must(await b.store.exportOps())).toHaveLength(2);
      }),
    );

    it(
      "takes values of another replica that nobody could enter here, and loses none",
      using(async () => {
        const { store } = await open();
        const { person } = must(await store.info());
        const values = [1e300, -1e300, 2 ** 60, 5e-324, 0.1 + 0.2];
        const ops = values.map((value, i) =>
          bytesOf({
            v: 1,
            person,
            dev: idOf(String(i)),
            seq: 1,
            hlc: [2 ** 48 - 1, 65535],
            entry: idOf(String(i)),
            set: { kind: "answer", day: `9999-12-3${String(i % 2)}`, item: "itch", value },
            prev: [],
            prevHash: "",
          }),
        );
        expect(must(await store.receiveOps(ops))).toMatchObject({ added: 5, quarantined: 0 });
        const shown = must(await store.entries({})).map(({ entry }) => (entry.kind === "answer" ? entry.value : null));
        expect(new Set(shown)).toEqual(new Set(values));
        expect(must(await store.append([put(answer("mood", 4))])).opsWritten).toBe(1);
      }),
    );

    it(
      "changes its revision with every addition and with nothing else",
      using(async () => {
        const [a, b] = [await open(), await open()];
        await samePerson(a.store, b.store);
        const revisions: string[] = [];
        const note = async (): Promise<void> => void revisions.push(must(await b.store.info()).revision);
        await note();
        must(await b.store.append([put(answer("mood", 4))]));
        await note();
        must(await a.store.append([put(answer("mood", 5))]));
        must(await b.store.receiveOps(must(await a.store.exportOps())));
        await note();
        must(await b.store.receiveOps([new Uint8Array([1])]));
        await note();
        expect(new Set(revisions).size).toBe(4);
        must(await b.store.receiveOps(must(await a.store.exportOps())));
        must(await b.store.append([put(answer("mood", 4))]));
        expect(must(await b.store.info()).revision).toBe(revisions[3]);
      }),
    );
  });

  describe(`${name}: compared with the model`, () => {
    it(
      "makes the same of any run of writes as the memory store makes of its ops",
      using(async () => {
        const item = fc.constantFrom("itch", "stress", "mood");
        const day = fc.constantFrom("2026-03-01", "2026-03-02");
        const step = fc.record({
          item,
          day,
          value: fc.nat(10),
          how: fc.constantFrom("blind", "seen", "supersede", "delete", "restore"),
          jump: fc.integer({ min: -1e12, max: 1e11 }),
        });
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
            const { store, clock } = await open();
            for (const { item: what, day: when, value, how, jump } of steps) {
              clock.now = Math.max(1, clock.now + jump);
              const entry = answer(what, value, when);
              const standing = must(await store.entries({ includeHidden: true })).find(
                (view) => view.entry.kind === "answer" && view.entry.item === what && view.entry.day === when,
              );
              if (how === "delete" || how === "restore") {
                if (standing) must(await store.append([{ action: how, id: standing.id, seen: standing.heads }]));
              } else {
                const seen = how === "seen" && standing ? { seen: standing.heads } : {};
                must(await store.append([{ action: "put", entry, ...seen, supersede: how === "supersede" }]));
              }
            }
            const model = createMemoryJournal({
              person: idOf("0"),
              device: idOf("1"),
              sha256,
              now: () => 1,
              randomBytes: (n) => new Uint8Array(n),
            });
            must(await model.receiveOps(must(await store.exportOps()), { adoptPerson: true }));
            expect(await contents(store)).toEqual(await contents(model));
          }),
          { numRuns: 25, seed: 5 },
        );
      }),
    );
  });
}

function put(entry: Extract<Draft, { action: "put" }>["entry"]): Extract<Draft, { action: "put" }> {
  return { action: "put", entry };
}

async function only(store: JournalStore): Promise<EntryView> {
  const [view, ...more] = must(await store.entries({}));
  if (!view || more.length > 0) throw new Error("exactly one entry expected");
  return view;
}

async function notes(store: JournalStore): Promise<readonly string[]> {
  return must(await store.entries({ kinds: ["note"] })).map(({ entry }) => (entry.kind === "note" ? entry.text : ""));
}

async function contents(store: JournalStore): Promise<unknown> {
  return {
    entries: must(await store.entries({ includeHidden: true })),
    vector: must(await store.vector()),
    ops: must(await store.exportOps()).map((bytes) => decodeUtf8(bytes)),
  };
}

/** Makes both journals one person's: the first writes one answer, the second, still empty, adopts it. */
async function samePerson(a: JournalStore, b: JournalStore): Promise<void> {
  must(await a.append([put(answer("itch", 1, "2026-01-01"))]));
  must(await b.receiveOps(must(await a.exportOps()), { adoptPerson: true }));
}
