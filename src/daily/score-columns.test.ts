import { describe, expect, it } from "vitest";
import { dayFromNumber, dayToNumber } from "../base/day.ts";
import { dayOf } from "../../test/support/replicas.ts";
import type { AnswerEntry, Entry, ScoreEntry } from "../journal/entry.ts";
import { instruments } from "../scales/instruments.ts";
import { loadFoodTable } from "../foods/extended-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import { buildDailyTable } from "./build-table.ts";
import { withoutHeldCells } from "./held-scores.ts";
import { describeScoreColumn } from "./score-columns.ts";
import { cellReasons, columnByName, type DailyTable } from "./table.ts";

const foods = createFoodIndex(await loadFoodTable());
const tableOf = (entries: readonly Entry[]): DailyTable => buildDailyTable(entries, { foods });
const day0 = dayToNumber(dayOf("2026-03-01"));
const score = (after: number, more: Partial<ScoreEntry> & Pick<ScoreEntry, "instrument">): ScoreEntry => ({
  kind: "score",
  rater: "self",
  day: dayFromNumber(day0 + after),
  ...more,
});
const itch = (after: number, value: number): AnswerEntry => ({
  kind: "answer",
  item: "itch",
  value,
  day: dayFromNumber(day0 + after),
});
const weeks = [score(8, { instrument: "poem", total: 12 }), score(13, { instrument: "poem", total: 0 })];
const diary = [itch(0, 3), ...weeks, itch(16, 1)];

describe("scores in the daily table", () => {
  it("stand on their recall period, never beyond and never in between; a newer score wins; zero is a value", () => {
    const poem = columnByName(tableOf(diary), "score:poem");
    expect([...(poem?.values ?? [])].map((value) => (Number.isNaN(value) ? null : value))).toEqual([
      null,
      null,
      12,
      12,
      12,
      12,
      12,
      12,
      12,
      0,
      0,
      0,
      0,
      0,
      null,
      null,
      null,
    ]);
    const reasons = [...(poem?.reasons ?? [])].map((code) => cellReasons[code]);
    expect(reasons[8]).toBe("recorded");
    expect(reasons[13]).toBe("recorded");
    expect(reasons.filter((reason) => reason === "held-for-recall-period")).toHaveLength(10);
    expect(reasons[14]).toBe("missing-not-recorded");
  });

  it("reach the analysis once each, on the day they were filled in", () => {
    const poem = columnByName(withoutHeldCells(tableOf(diary)), "score:poem");
    const recorded = [...(poem?.values ?? [])].flatMap((value, row) => (Number.isNaN(value) ? [] : [[row, value]]));
    expect(recorded).toEqual([
      [8, 12],
      [13, 0],
    ]);
    const plain = tableOf([itch(0, 1), itch(3, 2)]);
    expect(withoutHeldCells(plain)).toBe(plain);
  });

  it("are no cause of the items they sum up, nor the other way round", () => {
    const table = tableOf([...diary, score(9, { instrument: "ibs-sss", total: 120 })]);
    expect(columnByName(table, "score:poem")?.partOf).toEqual(["itch"]);
    expect(columnByName(table, "itch")?.partOf).toEqual(["score:poem"]);
    expect(columnByName(table, "score:ibs-sss")?.partOf).toBeUndefined();
  });

  it("keep raters apart, and give parts where there is no total", () => {
    const names = tableOf([
      score(1, { instrument: "easi", total: 12, rater: "clinician" }),
      score(1, { instrument: "easi", total: 10 }),
      score(2, { instrument: "skindex-16", parts: { symptoms: 40, emotions: 10 } }),
      score(3, { instrument: "poem" }),
      score(3, { instrument: "of-a-later-version", total: 4 }),
    ]).columns.map((column) => column.name);
    expect(names).toEqual([
      "score:easi",
      "score:easi:clinician",
      "score:of-a-later-version",
      "score:skindex-16/emotions",
      "score:skindex-16/symptoms",
    ]);
  });

  it("take range, step, direction, kind of number and recall from every instrument", () => {
    for (const instrument of instruments.filter(({ total }) => total !== null)) {
      const column = describeScoreColumn(`score:${instrument.id}`);
      expect(column).toMatchObject({ min: instrument.total?.min, betterIs: instrument.betterIs });
      expect(column?.recallDays ?? 1).toBe(Math.max(1, instrument.recallDays ?? 1));
      expect(column?.measure).toBe(instrument.level === "count" ? "count" : "score");
    }
    expect(describeScoreColumn("score:pss-10")?.role).toBe("stress");
    expect(describeScoreColumn("score:psqi")?.role).toBe("sleep");
    expect(describeScoreColumn("score:nothing")).toBeNull();
  });
});
