import { describe, expect, it } from "vitest";
import { createPause, runInSlices, SLICE_MS } from "./slices.ts";

/** Work whose every step takes `stepMs` on a clock of the test. */
function world(stepMs: number): {
  readonly now: () => number;
  readonly steps: (count: number) => Generator<number, string>;
  readonly pauses: number[];
  readonly pause: () => Promise<void>;
} {
  let time = 0;
  const pauses: number[] = [];
  return {
    now: () => time,
    pauses,
    pause: () => {
      pauses.push(time);
      return Promise.resolve();
    },
    *steps(count) {
      for (let i = 0; i < count; i += 1) {
        time += stepMs;
        yield i;
      }
      return "done";
    },
  };
}

describe("work in slices", () => {
  it("gives the answer and every step in order", async () => {
    const at = world(1);
    const seen: number[] = [];
    expect(await runInSlices(at.steps(40), (step) => seen.push(step), at)).toBe("done");
    expect(seen).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it.each([0.5, 3, 11, 20])("with steps of %d ms the event loop has its turn at least every 50 ms", async (stepMs) => {
    const at = world(stepMs);
    await runInSlices(at.steps(200), () => undefined, at);
    const gaps = at.pauses.map((time, i) => time - (at.pauses[i - 1] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(SLICE_MS + stepMs);
    expect(SLICE_MS + 20).toBeLessThan(50);
  });

  it("hears others during a pause: what is posted meanwhile is done before the work goes on", async () => {
    const pause = createPause();
    const order: string[] = [];
    const other = new MessageChannel();
    other.port1.onmessage = () => {
      order.push("other");
      other.port1.close();
    };
    other.port2.postMessage(null);
    // Node hands out up to a thousand messages of one port in a row, a browser one per turn
    for (let turn = 0; turn < 5000 && order.length === 0; turn += 1) await pause();
    order.push("work");
    expect(order).toEqual(["other", "work"]);
  });

  it("does not go on after it was left in a pause", async () => {
    let pausedAt = -1;
    let time = 0;
    const steps = (function* (): Generator<number, void> {
      for (let i = 0; i < 100; i += 1) {
        time += 5;
        yield (pausedAt = i);
      }
    })();
    const stopped = runInSlices(steps, () => undefined, {
      now: () => time,
      pause: () => new Promise<void>(() => undefined),
    });
    const first = await Promise.race([stopped.then(() => "ended"), Promise.resolve("left")]);
    expect(first).toBe("left");
    expect(pausedAt).toBeLessThan(5);
  });
});
