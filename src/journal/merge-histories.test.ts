/**
 * Does the merge rule hold on histories that nobody thought of?
 *
 * Random lives of three devices: edits from fresh and from stale forms, deletes, restores, delivery with loss, duplicates and reordering, clocks
 * jumping by up to ten years. Every case runs the real code (memory replicas, real hashes and chains). What must come out is written a second time
 * here, naively. A variant that goes by the clock alone is kept as a control: it must fail, or the test proves nothing.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, idOf, must, replica, sendAll, type Replica } from "../../test/support/replicas.ts";
import { compareHlc } from "./clock.ts";
import type { WeatherEntry } from "./entry.ts";
import { mergeOps, opIdOf, viewOfEntry } from "./merge.ts";
import type { Op } from "./op.ts";
import { readOp } from "./op-schema.ts";
import type { EntryView, OpId } from "./store.ts";

const TEN_YEARS = 10 * 365 * 86_400_000;
const CASES = 5000;
const fields = ["temperatureCelsius", "humidityPercent"] as const;
type Field = (typeof fields)[number];

type Step =
  | {
      readonly do: "edit";
      readonly device: number;
      readonly entry: number;
      readonly fields: readonly Field[];
      readonly stale: boolean;
    }
  | { readonly do: "open" | "delete" | "restore"; readonly device: number; readonly entry: number }
  | { readonly do: "send"; readonly from: number; readonly to: number; readonly keep: readonly number[] | null }
  | { readonly do: "jump"; readonly device: number; readonly ms: number };

const device = fc.nat(2);
const entry = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      device,
      entry,
      fields: fc.subarray([...fields], { minLength: 1 }),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("open" as const, "delete" as const, "restore" as const),
      device,
      entry,
    }),
  },
  // `keep` picks ops by place: left out = lost, twice = duplicated, any order = reordered; null = all arrive
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      from: device,
      to: device,
      keep: fc.option(fc.array(fc.nat(9), { maxLength: 10 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("jump" as const),
      device,
      ms: fc.integer({ min: -TEN_YEARS, max: TEN_YEARS }),
    }),
  },
);
const history = fc.array(step, { minLength: 2, maxLength: 14 });

interface Edit {
  readonly op: OpId;
  readonly field: Field;
  /** Heads of that field that the form showed. */
  readonly replaced: readonly OpId[];
}

interface Outcome {
  readonly devices: readonly Replica[];
  readonly edits: readonly Edit[];
  readonly written: number;
  readonly unseenByDelete: boolean;
}

/** Lives the history, then lets the devices exchange everything. */
async function live(steps: readonly Step[]): Promise<Outcome> {
  const devices = ["a", "b", "c"].map((letter) => replica(letter));
  const forms = new Map<string, EntryView>();
  const edits: Edit[] = [];
  let [written, value, unseenByDelete] = [0, 0, false];
  for (const now of steps) {
    if (now.do === "send") {
      const ops = must(await at(devices, now.from).store.exportOps());
      const kept = now.keep?.flatMap((place) => ops[place] ?? []) ?? ops;
      must(await at(devices, now.to).store.receiveOps(kept));
      continue;
    }
    const { store, clock } = at(devices, now.device);
    if (now.do === "jump") {
      clock.now = Math.max(1, clock.now + now.ms);
      continue;
    }
    clock.now += 1000;
    const id = idOf(String(now.entry + 1));
    const key = `${String(now.device)}/${id}`;
    const current = must(await store.entries({ ids: [id], includeHidden: true }))[0];
    if (now.do === "open") {
      if (current) forms.set(key, current);
      continue;
    }
    if (now.do !== "edit") {
      if (current) written += must(await store.append([{ action: now.do, id, seen: current.heads }])).opsWritten;
      unseenByDelete ||= now.do === "delete";
      continue;
    }
    const form = (now.stale ? forms.get(key) : undefined) ?? current;
    const before: WeatherEntry =
      form?.entry.kind === "weather" ? form.entry : { kind: "weather", day: dayOf("2026-03-01") };
    const changed = Object.fromEntries(now.fields.map((field) => [field, ++value / 1000]));
    const seen = form?.heads ?? [];
    const fieldHeads = await headsByField(devices, id, seen);
    const receipt = must(await store.append([{ action: "put", id, entry: { ...before, ...changed }, seen }]));
    written += receipt.opsWritten;
    const own = (must(await store.vector())[idOf("abc"[now.device] ?? "")] ?? 0).toString();
    for (const field of now.fields) {
      edits.push({ op: `${idOf("abc"[now.device] ?? "")}:${own}`, field, replaced: fieldHeads.get(field) ?? [] });
    }
  }
  // everything meets on the first device and goes back from there
  for (const [from, to] of [
    [1, 0],
    [2, 0],
    [0, 1],
    [0, 2],
  ] as const)
    await sendAll(at(devices, from).store, at(devices, to).store);
  return { devices, edits, written, unseenByDelete };
}

const decodedByBytes = new Map<string, Op>();

/** Reads each op once; the cache is only for the speed of this test. */
function decode(bytes: Uint8Array): Op {
  const key = Buffer.from(bytes).toString("latin1");
  const known = decodedByBytes.get(key);
  if (known) return known;
  const op = must(readOp(bytes));
  if (decodedByBytes.size > 50_000) decodedByBytes.clear();
  decodedByBytes.set(key, op);
  return op;
}

async function opsOn(replicas: readonly Replica[]): Promise<readonly Op[]> {
  return must(await at(replicas, 0).store.exportOps()).map(decode);
}

/** Which of the seen heads write which field, looked up in the logs of all devices (a naive second opinion). */
async function headsByField(
  replicas: readonly Replica[],
  id: string,
  seen: readonly OpId[],
): Promise<ReadonlyMap<Field, readonly OpId[]>> {
  const ops = new Map<OpId, Op>();
  for (const { store } of replicas) {
    for (const bytes of must(await store.exportOps())) {
      const op = decode(bytes);
      if (op.entry === id) ops.set(opIdOf(op), op);
    }
  }
  const seenOps = seen.flatMap((head) => ops.get(head) ?? []);
  return new Map(fields.map((field) => [field, naiveHeads(seenOps, field).map(opIdOf)]));
}

/** Heads by the definition, word by word: writers that no other writer of the field names. */
function naiveHeads(ops: readonly Op[], field: string): readonly Op[] {
  const writers = ops.filter((op) => field in op.set);
  return writers.filter((o) => !writers.some((p) => p !== o && p.prev.includes(opIdOf(o))));
}

function naiveHidden(ops: readonly Op[]): boolean {
  const lives = ops.filter((op) => op.life !== undefined);
  const heads = lives.filter((o) => !lives.some((p) => p !== o && p.prev.includes(opIdOf(o))));
  const allFields = new Set(ops.flatMap((op) => Object.keys(op.set)));
  const seen = heads.flatMap((op) => op.prev);
  return (
    heads.length > 0 &&
    heads.every((op) => op.life === "delete") &&
    [...allFields].every((field) => naiveHeads(ops, field).every((op) => seen.includes(opIdOf(op))))
  );
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error("no such item");
  return item;
}

function byEntry(ops: readonly Op[]): ReadonlyMap<string, readonly Op[]> {
  const grouped = new Map<string, Op[]>();
  for (const op of ops) grouped.set(op.entry, [...(grouped.get(op.entry) ?? []), op]);
  return grouped;
}

/** "The only unreplaced value is the one shown", for any way of choosing the shown value. */
async function assertLastSeenEditWins(
  steps: readonly Step[],
  shownValue: (ops: readonly Op[], field: Field) => unknown,
): Promise<void> {
  const { devices } = await live(steps);
  for (const ops of byEntry(await opsOn(devices)).values()) {
    for (const field of fields) {
      const heads = naiveHeads(ops, field);
      if (heads.length === 1) expect(shownValue(ops, field)).toBe(heads[0]?.set[field]);
    }
  }
}

describe("random histories of three devices", () => {
  it(`lose no op, converge, let an edit made after seeing a value win, and show every unreplaced value (${String(CASES)} cases)`, async () => {
    let [deletes, conflicts, writes] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { devices, edits, written, unseenByDelete } = await live(steps);
        const exports = [];
        const views = [];
        for (const { store } of devices) {
          exports.push(must(await store.exportOps()).map((bytes) => Buffer.from(bytes).toString("latin1")));
          views.push(must(await store.entries({ includeHidden: true })));
          expect(must(await store.info()).quarantineCount).toBe(0);
        }
        // no op lost, replicas equal
        expect(exports[0]).toHaveLength(written);
        expect(exports[1]).toEqual(exports[0]);
        expect(exports[2]).toEqual(exports[0]);
        expect(views[1]).toEqual(views[0]);
        expect(views[2]).toEqual(views[0]);

        const grouped = byEntry(await opsOn(devices));
        const allHeads = new Map<string, readonly OpId[]>();
        for (const [id, ops] of grouped) {
          // rebuilt from the log = what the store shows
          expect(viewOfEntry(ops)).toEqual(views[0]?.find((view) => view.id === id));
          const merged = mergeOps(ops);
          for (const { field, value, otherValues, heads } of merged.fields) {
            const naive = naiveHeads(ops, field);
            expect(new Set(heads)).toEqual(new Set(naive.map(opIdOf)));
            expect(new Set([value, ...otherValues])).toEqual(new Set(naive.map((op) => op.set[field])));
            allHeads.set(`${id}/${field}`, heads);
            if (otherValues.length > 0) conflicts++;
          }
          expect(merged.hidden).toBe(naiveHidden(ops));
        }
        for (const { op, field, replaced } of edits) {
          const id = [...grouped].find(([, ops]) => ops.some((one) => opIdOf(one) === op))?.[0] ?? "";
          const heads = allHeads.get(`${id}/${field}`) ?? [];
          expect(replaced.filter((head) => heads.includes(head))).toEqual([]);
        }
        writes += written;
        if (unseenByDelete) deletes++;
      }),
      { numRuns: CASES, seed: 20261122 },
    );
    // the histories must really contain what they are meant to try
    expect(writes).toBeGreaterThan(CASES * 2);
    expect(conflicts).toBeGreaterThan(CASES / 20);
    expect(deletes).toBeGreaterThan(CASES / 20);
  });

  it("pass the rule 'an edit made after seeing a value wins' with our merge, and fail it when the clock alone decides", async () => {
    const ours = (ops: readonly Op[], field: Field): unknown =>
      mergeOps(ops).fields.find((one) => one.field === field)?.value;
    const byClock = (ops: readonly Op[], field: Field): unknown =>
      ops.filter((op) => field in op.set).sort((a, b) => compareHlc(b.hlc, a.hlc))[0]?.set[field];
    const run = (shownValue: typeof ours): Promise<fc.RunDetails<[Step[]]>> =>
      Promise.resolve(
        fc.check(
          fc.asyncProperty(history, (steps) => assertLastSeenEditWins(steps, shownValue)),
          { numRuns: 1000, seed: 7, endOnFailure: true },
        ),
      );
    expect((await run(ours)).failed).toBe(false);
    expect((await run(byClock)).failed).toBe(true);
  });
});

describe("union of ops", () => {
  const someOps = fc.array(fc.nat(9), { maxLength: 12 });

  it("is idempotent, commutative and associative once everything has arrived", async () => {
    await fc.assert(
      fc.asyncProperty(history, someOps, someOps, async (steps, first, second) => {
        const { devices } = await live(steps);
        const ops = must(await at(devices, 0).store.exportOps());
        const pick = (places: readonly number[]): readonly Uint8Array[] => places.flatMap((place) => ops[place] ?? []);
        const orders = [
          [pick(first), pick(second), ops],
          [pick(second), pick(first), ops, ops],
          [ops, pick(first)],
          [[...ops].reverse()],
        ];
        const results = [];
        for (const calls of orders) {
          const { store } = replica("d");
          for (const call of calls) must(await store.receiveOps(call));
          results.push([
            must(await store.exportOps()),
            must(await store.entries({ includeHidden: true })),
            must(await store.vector()),
          ]);
        }
        for (const result of results) expect(result).toEqual(results[0]);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
