import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../base/day.ts";
import type { ScoreEntry } from "../journal/entry.ts";
import { dayOf } from "../../test/support/replicas.ts";
import { changeSince, dueScores, lineOf, scoreBefore, scoreLines } from "./score-history.ts";

const today = dayOf("2026-11-22");

function score(
  instrument: string,
  daysAgo: number,
  total: number | null,
  rater: ScoreEntry["rater"] = "self",
): ScoreEntry {
  const day: Day = addDays(today, -daysAgo);
  return { kind: "score", day, instrument, rater, ...(total === null ? {} : { total }) };
}

describe("lines of scores", () => {
  const lines = scoreLines([
    score("poem", 0, 11),
    score("poem", 14, 16),
    score("gags", 3, 20),
    score("gags", 2, 30, "clinician"),
    score("poem", 7, 14),
    score("no-such-score", 1, 3),
  ]);

  it("go by time, with the change since the one before", () => {
    const poem = lineOf(lines, "poem", "self");
    expect(poem?.scores.map(({ total, change }) => [total, change?.points ?? null])).toEqual([
      [16, null],
      [14, -2],
      [11, -3],
    ]);
    expect(poem?.scores[2]?.change).toMatchObject({
      since: addDays(today, -7),
      direction: "better",
      reached: [{ value: 3 }],
    });
    expect(poem?.scores[0].band?.name).toBe("moderate");
  });

  it("never compare two raters, and leave out what is not known", () => {
    expect(lines).toHaveLength(3);
    expect(lineOf(lines, "gags", "self")?.scores).toHaveLength(1);
    expect(lineOf(lines, "gags", "clinician")?.scores[0].change).toBeNull();
  });

  it("have no change across a score without a total", () => {
    const [line] = scoreLines([score("psqi", 60, 9), score("psqi", 30, null), score("psqi", 0, 4)]);
    expect(line?.scores.map(({ change }) => change)).toEqual([null, null, null]);
  });

  it("find the score before a day, the day itself not counted", () => {
    const poem = lineOf(lines, "poem", "self");
    expect(scoreBefore(poem, today)?.total).toBe(14);
    expect(scoreBefore(poem, addDays(today, -14))).toBeNull();
    const before = scoreBefore(poem, today);
    if (poem === null) throw new Error("there is a line");
    expect(changeSince(poem.instrument, before, 14)?.direction).toBe("same");
    expect(changeSince(poem.instrument, before, null)).toBeNull();
  });
});

describe("what is open this week", () => {
  const due = (entries: readonly ScoreEntry[]): readonly string[] =>
    dueScores(["gags", "poem", "rosaqol", "nothing"], scoreLines(entries), today).map(({ id }) => id);

  it("is everything that was never given", () => {
    expect(due([])).toEqual(["gags", "poem", "rosaqol"]);
  });

  it("leaves out what was given in the last seven days, or in its own longer pause", () => {
    expect(due([score("gags", 6, 3), score("poem", 7, 3), score("rosaqol", 27, 2)])).toEqual(["poem"]);
    expect(due([score("gags", 7, 3), score("rosaqol", 28, 2)])).toEqual(["gags", "poem", "rosaqol"]);
  });

  it("does not count a clinician's score as the person's own", () => {
    expect(due([score("gags", 1, 3, "clinician")])).toContain("gags");
  });
});
