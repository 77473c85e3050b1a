import { describe, expect, it } from "vitest";
import { appGround, persistences } from "./app-ground.ts";

const rows = appGround(150);
const rate = (start: string, phi: number): number =>
  rows.find(({ rule }) => rule.startsWith(start))?.alarms[persistences.indexOf(phi)].value ?? Number.NaN;

describe("rules of apps on their own ground, with nothing to find", () => {
  it("keep their level without persistence and lose it with persistence", () => {
    for (const rule of ["StudyU, ABAB", "StudyU, ABBA", "Pearson p < .05, one pair"]) {
      expect(rate(rule, 0), rule).toBeLessThan(0.12);
      expect(rate(rule, 0.85), rule).toBeGreaterThan(0.18);
    }
  });

  it("twenty factors find something in more than half of the diaries, whatever the persistence", () => {
    for (const phi of persistences) expect(rate("the same, at least one of 20", phi)).toBeGreaterThan(0.5);
  });

  it("Perfice shows something in about one of five without persistence and in most with .85", () => {
    expect(rate("Perfice", 0)).toBeGreaterThan(0.08);
    expect(rate("Perfice", 0)).toBeLessThan(0.32);
    expect(rate("Perfice", 0.85)).toBeGreaterThan(0.8);
  });

  it('GutAI calls every common food "High"', () => {
    for (const phi of persistences) expect(rate("GutAI", phi)).toBe(1);
  });
});
