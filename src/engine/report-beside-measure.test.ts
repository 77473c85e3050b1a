import { describe, expect, it } from "vitest";
import { column, daily, edgeOf, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import type { DailyTable } from "../daily/table.ts";

const N = 300;

/**
 * Wheals counted from photographs follow alcohol; the person's own itch score follows the wheals, a mood of its own that lasts for days, and work,
 * which does nothing to the skin.
 */
function diary(told: boolean): DailyTable {
  const alcohol = white(N, 7, 1);
  const work = white(N, 7, 2);
  const skin = slow(N, 0.6, 0.6, 7, 3);
  const wheals = daily(N, (t) => 6 + 0.6 * (alcohol[t - 1] ?? 0) + skin[t]);
  const mood = slow(N, 0.9, 0.35, 7, 4);
  const itch = daily(N, (t) => 1 + 0.6 * wheals[t] + 0.5 * (work[t - 1] ?? 0) + mood[t]);
  return table([
    column("alcohol", "lever", alcohol),
    column("work", "lever", work),
    column("wheals", "skin", wheals),
    column("itch", "skin", itch, told ? { reportOf: "wheals" } : {}),
  ]);
}

describe("a report beside the objective measure of the same thing", () => {
  const options = { seed: 1, sweeps: 60, chains: 2 } as const;
  const plain = posteriorOf(diary(false), options);
  const told = posteriorOf(diary(true), options);

  it("without being told, counts what moves the skin as moving the report", () => {
    expect(edgeOf(plain, "alcohol", "itch").inclusionProbability).toBeGreaterThan(0.9);
    expect(plain.outcomes.map((outcome) => outcome.beside)).toEqual([null, null]);
  });

  it("told, leaves the skin's cause to the measure and keeps only what moves the report alone", () => {
    expect(told.outcomes.map((outcome) => [outcome.name, outcome.beside])).toEqual([
      ["wheals", null],
      ["itch", "wheals"],
    ]);
    expect(edgeOf(told, "alcohol", "wheals").inclusionProbability).toBeGreaterThan(0.95);
    expect(edgeOf(told, "alcohol", "itch").inclusionProbability).toBeLessThan(0.3);
    expect(edgeOf(told, "work", "itch").inclusionProbability).toBeGreaterThan(0.95);
    expect(edgeOf(told, "work", "itch").ifReal.mean).toBeCloseTo(0.5, 0);
    expect(edgeOf(told, "work", "wheals").inclusionProbability).toBeLessThan(0.3);
  });

  it("gives each of the two a persistence of its own, and no arrow between them", () => {
    const [wheals, itch] = told.outcomes;
    expect(itch.persistence - wheals.persistence).toBeGreaterThan(0.1);
    expect(told.edges.some((edge) => edge.from === "itch" || edge.from === "wheals")).toBe(false);
  });

  it("forecasts as well as before", () => {
    for (const { forecast } of told.outcomes) {
      expect(forecast).toHaveLength(14);
      for (const point of forecast) expect(point.quantiles.every(Number.isFinite)).toBe(true);
    }
  });
});
