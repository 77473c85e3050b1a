import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawFromLogs, jumpsOf, MOST_LAWS } from "./law-jumps.ts";

describe("the laws that are walked on", () => {
  it("are the best few within three nats, proposed by half their evidence", () => {
    const jumps = jumpsOf(Float64Array.of(-10, -4, -2, -20, -1), MOST_LAWS);
    expect([...jumps]).toEqual([-Infinity, -2, -1, -Infinity, -0.5]);
  });

  it("are never more than asked, and at least the best", () => {
    const alike = Float64Array.from({ length: 20 }, (_, i) => -i / 100);
    expect([...jumpsOf(alike, 5)].filter((x) => x > -Infinity)).toHaveLength(5);
    expect([...jumpsOf(Float64Array.of(-100, -5, -Infinity), 5)]).toEqual([-Infinity, -2.5, -Infinity]);
  });
});

describe("a draw from log weights", () => {
  it("comes up in proportion to the weights, however small they all are", () => {
    const random = createRandom(1);
    const logs = [-1000, -1000 + Math.log(3), -Infinity, -1100];
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[drawFromLogs(logs, random)] += 1;
    expect(counts[2] + counts[3]).toBe(0);
    // 1 : 3, so 1,000 of 4,000 with an SD of 27
    expect(Math.abs(counts[0] - 1000)).toBeLessThan(110);
  });
});
