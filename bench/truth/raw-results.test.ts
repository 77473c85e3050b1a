import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { outcomeNames } from "./diary.ts";
import { makeDiary } from "./generate.ts";
import type { Answered } from "./pool.ts";
import { keep, keyOf, readKept } from "./raw-results.ts";
import { scoreMethod } from "./score.ts";
import { scoredDiary, type ScoredDiary } from "./scored-diary.ts";

const diary = makeDiary("main", 1);
const outcomes = outcomeNames(diary.table);

function answerOf(name: string): ScoredDiary {
  const method = baselines.find((baseline) => baseline.name === name) ?? baselines[0];
  return scoredDiary(diary, outcomes, method, method.answer(diary, outcomes), 5);
}

function answered(names: readonly string[], fingerprint = "a"): Answered {
  return { family: "main", seed: 1, fingerprint, scored: names.map(answerOf) };
}

function folderOf(...lines: readonly Answered[]): string {
  const folder = mkdtempSync(join(tmpdir(), "gutskin-raw-"));
  for (const line of lines) keep(folder, line);
  return folder;
}

describe("kept answers", () => {
  it("score the same after they were written and read", () => {
    const kept = readKept(folderOf(answered(["granger-bh"])))
      .get(keyOf(diary))
      ?.byMethod.get("granger-bh");
    const figures = (of: ScoredDiary): readonly number[] => {
      const { power, fdr, auc, averagePrecision, coverageAll } = scoreMethod([of], 0);
      return [power, fdr, auc, averagePrecision, coverageAll].map(({ value }) => value);
    };
    expect(kept).toBeDefined();
    if (kept) expect(figures(kept)).toEqual(figures(answerOf("granger-bh")));
  });

  it("of later methods are added to the earlier ones, and later answers win", () => {
    const later = answered(["granger-bh"]);
    const anew = { ...later, scored: later.scored.map((own) => ({ ...own, milliseconds: 77 })) };
    const kept = readKept(folderOf(answered(["granger-bh"]), answered(["same-day-r"]), anew)).get(keyOf(diary));
    expect([...(kept?.byMethod.keys() ?? [])].sort()).toEqual(["granger-bh", "same-day-r"]);
    expect(kept?.byMethod.get("granger-bh")?.milliseconds).toBe(77);
  });

  it("to an older form of the diary are forgotten", () => {
    const kept = readKept(folderOf(answered(["granger-bh"]), answered(["same-day-r"], "b"))).get(keyOf(diary));
    expect(kept?.fingerprint).toBe("b");
    expect([...(kept?.byMethod.keys() ?? [])]).toEqual(["same-day-r"]);
  });

  it("survive a line that was cut off when the run was stopped", () => {
    const folder = folderOf(answered(["same-day-r"]));
    appendFileSync(join(folder, "main.jsonl"), '{"family":"main","seed":3,"fing');
    expect(readKept(folder).size).toBe(1);
  });

  it("of a run that does not exist are none", () => {
    expect(readKept(join(tmpdir(), "gutskin-no-such-run")).size).toBe(0);
  });
});

describe("what is kept of a diary", () => {
  it("holds every true pair and every report in full, and a strength for every other pair", () => {
    const all = baselines[0].answer(diary, outcomes).claims.length;
    const { claims, otherStrengths, truth } = answerOf("granger-bh");
    expect(claims.length + otherStrengths.length).toBe(all);
    for (const edge of truth) expect(claims.some(({ from, to }) => from === edge.from && to === edge.to)).toBe(true);
  });

  it("does not count edges from context columns, found or missed", () => {
    const context = { ...diary.table.columns[0], name: "season", role: "context" as const };
    const [first, ...others] = diary.truth;
    const withContext = {
      ...diary,
      table: { ...diary.table, columns: [...diary.table.columns, context] },
      truth: [{ ...first, from: "season", fromContext: true }, ...others],
    };
    const claims = [{ from: "season", to: first.to, strength: 1, reported: true, sign: 1 }];
    const kept = scoredDiary(withContext, outcomes, { name: "m" }, { claims }, 1);
    expect(kept.truth).toHaveLength(diary.truth.length - 1);
    expect(kept.claims).toEqual([]);
  });
});
