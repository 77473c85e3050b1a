import { describe, expect, it } from "vitest";
import { err, ok, type Result } from "../../base/result.ts";
import { parseDay } from "../../base/day.ts";
import type { AppendReceipt, Draft } from "../../lib/index.ts";
import { createOutbox, type Change, type Outbox } from "./outbox.ts";
import type { Problem } from "./problem.ts";

const unreachable: Problem = { type: "Problem", kind: "unreachable", title: "gone", detail: "" };
const refused: Problem = { type: "Problem", kind: "refused", title: "no", detail: "" };
const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");
const today = parsed.value;

function answer(item: string, value: number | null): Change {
  return {
    key: item,
    draft: (id) =>
      value === null
        ? id === null
          ? null
          : { action: "delete", id }
        : { action: "put", supersede: true, entry: { kind: "answer", day: today, item, value } },
  };
}

interface Bench {
  readonly outbox: Outbox;
  readonly sent: { readonly drafts: readonly Draft[]; readonly requestId: string }[];
  readonly timers: { readonly milliseconds: number; readonly call: () => void }[];
  readonly answerNext: (result: Result<AppendReceipt, Problem>) => Promise<void>;
}

function openBench(): Bench {
  const sent: Bench["sent"] = [];
  const timers: Bench["timers"] = [];
  const open: ((result: Result<AppendReceipt, Problem>) => void)[] = [];
  let count = 0;
  const outbox = createOutbox({
    append: (drafts, requestId) => {
      sent.push({ drafts, requestId });
      return new Promise((resolve) => open.push(resolve));
    },
    newRequestId: () => `r${(count += 1)}`,
    after: (milliseconds, call) => {
      const timer = { milliseconds, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  return {
    outbox,
    sent,
    timers,
    answerNext: async (result) => {
      open.shift()?.(result);
      for (let i = 0; i < 5; i += 1) await Promise.resolve();
    },
  };
}

const receipt = (...ids: string[]): Result<AppendReceipt, Problem> => ok({ ids, opsWritten: ids.length, unchanged: 0 });
const valueOf = (draft: Draft | undefined): unknown =>
  draft?.action === "put" && draft.entry.kind === "answer" ? draft.entry.value : draft?.action;

describe("the outbox", () => {
  it("says saved only after the journal has answered", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    expect(bench.outbox.getState()).toMatchObject({ phase: "saving", waiting: 1, savedCount: 0 });
    await bench.answerNext(receipt("a1"));
    expect(bench.outbox.getState()).toMatchObject({ phase: "idle", waiting: 0, savedCount: 1 });
  });

  it("sends only the last of several taps on the same row", async () => {
    const bench = openBench();
    bench.outbox.put(answer("skin", 1));
    for (const value of [3, 5, 7]) bench.outbox.put(answer("itch", value));
    await bench.answerNext(receipt("s1"));
    expect(bench.sent[1]?.drafts.map(valueOf)).toEqual([7]);
  });

  it("repeats a lost save with the same request id and the same content", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    await bench.answerNext(err(unreachable));
    expect(bench.outbox.getState()).toMatchObject({ phase: "failed", waiting: 1, problem: unreachable });
    bench.outbox.retry();
    expect(bench.sent.map((one) => one.requestId)).toEqual(["r1", "r1"]);
    expect(bench.sent[1]?.drafts).toEqual(bench.sent[0]?.drafts);
    await bench.answerNext(receipt("a1"));
    expect(bench.outbox.getState().phase).toBe("idle");
  });

  it("tries again by itself, after longer and longer pauses", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    for (const pause of [1000, 2000, 4000]) {
      await bench.answerNext(err(unreachable));
      expect(bench.timers.at(-1)?.milliseconds).toBe(pause);
      bench.timers.at(-1)?.call();
    }
  });

  it("keeps what is tapped while the server is gone and sends it afterwards", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    await bench.answerNext(err(unreachable));
    bench.outbox.put(answer("stress", 6));
    expect(bench.outbox.getState().waiting).toBe(2);
    await bench.answerNext(receipt("a1"));
    await bench.answerNext(receipt("a2"));
    expect(bench.sent.at(-1)?.drafts.map(valueOf)).toEqual([6]);
    expect(bench.outbox.getState()).toMatchObject({ phase: "idle", waiting: 0 });
  });

  it("clears by the id that the journal gave, and writes nothing for a tap that never left", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    bench.outbox.put(answer("stress", 2));
    bench.outbox.put(answer("stress", null));
    await bench.answerNext(receipt("a1"));
    expect(bench.sent).toHaveLength(1);
    bench.outbox.put(answer("itch", null));
    expect(bench.sent[1]?.drafts).toEqual([{ action: "delete", id: "a1" }]);
  });

  it("does not repeat what was refused until the person says so", async () => {
    const bench = openBench();
    bench.outbox.put(answer("itch", 4));
    await bench.answerNext(err(refused));
    expect(bench.timers).toHaveLength(0);
    bench.outbox.put(answer("stress", 1));
    expect(bench.sent).toHaveLength(1);
    bench.outbox.discard();
    expect(bench.sent[1]?.drafts.map(valueOf)).toEqual([1]);
  });
});
