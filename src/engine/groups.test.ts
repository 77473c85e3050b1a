import { describe, expect, it } from "vitest";
import { inseparableGroups, type GroupQuestion } from "./groups.ts";

/** Draws in which the listed candidates are in, each pattern so many times. */
function question(
  patterns: readonly (readonly [number, readonly number[]])[],
  candidates: number,
  agree: readonly (readonly [number, number, number])[] = [],
): GroupQuestion {
  const active = patterns.flatMap(([times, members]) =>
    Array.from({ length: times }, () =>
      Uint8Array.from({ length: candidates }, (_, j) => (members.includes(j) ? 1 : 0)),
    ),
  );
  return {
    to: "itch",
    names: Array.from({ length: candidates }, (_, j) => `x${String(j)}`),
    inclusion: Array.from(
      { length: candidates },
      (_, j) => active.reduce((sum, draw) => sum + draw[j], 0) / active.length,
    ),
    active,
    correlation: (a, b) => agree.find(([i, k]) => (i === a && k === b) || (i === b && k === a))?.[2] ?? 0,
  };
}

describe("causes that a diary cannot tell apart", () => {
  it("groups two that take turns, with P(at least one) from the joint draws", () => {
    // x0 and x1 take turns (never both), x2 comes and goes by itself
    const groups = inseparableGroups(
      question(
        [
          [36, [0]],
          [9, [0, 2]],
          [36, [1]],
          [9, [1, 2]],
          [8, []],
          [2, [2]],
        ],
        3,
      ),
    );
    expect(groups).toEqual([{ to: "itch", from: ["x0", "x1"], probabilityAny: 0.9, reported: false }]);
  });

  it("groups three that share one effect, which exclude each other by -.5 only", () => {
    const groups = inseparableGroups(
      question(
        [
          [32, [0]],
          [32, [1]],
          [32, [2]],
          [4, []],
        ],
        4,
      ),
    );
    expect(groups.map((group) => [group.from, group.probabilityAny])).toEqual([[["x0", "x1", "x2"], 0.96]]);
  });

  it("groups two of which one at least is nearly always in, though at times both are", () => {
    // .6 each, both .2: correlation -.67, and more than a quarter of what chance gives
    const groups = inseparableGroups(
      question(
        [
          [40, [0]],
          [40, [1]],
          [20, [0, 1]],
        ],
        2,
      ),
    );
    expect(groups.map((group) => [group.from, group.probabilityAny])).toEqual([[["x0", "x1"], 1]]);
  });

  it("carries on along links, by columns or by draws", () => {
    const groups = inseparableGroups(
      question(
        [
          [40, [0, 2]],
          [40, [1]],
          [20, [2]],
        ],
        3,
        [[2, 1, -0.85]],
      ),
    );
    expect(groups.map((group) => group.from)).toEqual([["x0", "x1", "x2"]]);
    expect(groups[0].probabilityAny).toBe(1);
  });

  it("leaves independent causes, ruled-out ones and unlikely groups alone", () => {
    const independent = question(
      [
        [25, [0, 1]],
        [25, [0]],
        [25, [1]],
        [25, []],
      ],
      2,
    );
    expect(inseparableGroups(independent)).toEqual([]);
    // the diary told x0 from its near copy x1
    expect(
      inseparableGroups(
        question(
          [
            [97, [0]],
            [3, [0, 1]],
          ],
          2,
          [[0, 1, 0.9]],
        ),
      ),
    ).toEqual([]);
    const unlikely = question(
      [
        [20, [0]],
        [20, [1]],
        [60, []],
      ],
      2,
      [[0, 1, 0.95]],
    );
    expect(inseparableGroups(unlikely)).toEqual([]);
    expect(inseparableGroups(question([], 0))).toEqual([]);
  });

  it("is at least as sure of the group as of its surest member", () => {
    const asked = question(
      [
        [50, [0]],
        [30, [1]],
        [20, []],
      ],
      2,
      [[0, 1, 0.9]],
    );
    expect(inseparableGroups({ ...asked, inclusion: [0.85, 0.3] })[0].probabilityAny).toBe(0.85);
  });
});
