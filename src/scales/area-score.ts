/**
 * Which area score 0-6 belongs to a percentage of a body region?
 *
 * The table that PASI, EASI and PSSI share: 0 -> 0; above 0 to below 10 -> 1; 10 to below 30 -> 2; 30 to below 50 -> 3; 50 to
 * below 70 -> 4; 70 to below 90 -> 5; 90 to 100 -> 6. A limit belongs to the upper class, and 100 % is 6 (one printed table says
 * "90 to <100 %", which would leave a wholly covered region without a score). Source: PASI table, Fredriksson and Pettersson 1978.
 */
import { err, ok, type Result } from "../base/result.ts";
import { makeInstrument, realItem, sumForm, wholeItem } from "./make-instrument.ts";
import type { Instrument, ScaleItem } from "./instrument.ts";
import type { AreaPercentOutOfRange } from "./score-error.ts";

/** Lower limits of the classes 2 to 6, percent. */
const LIMITS = [10, 30, 50, 70, 90] as const;

/** Area score 0-6 of `percent` (0-100). Errors: `AreaPercentOutOfRange` below 0, above 100, and for NaN. */
export function areaScore(percent: number): Result<number, AreaPercentOutOfRange> {
  if (!(percent >= 0 && percent <= 100)) return err({ type: "AreaPercentOutOfRange", found: percent });
  return ok(areaClass(percent));
}

/** The same for a percentage that was already checked. */
export function areaClass(percent: number): number {
  return percent === 0 ? 0 : 1 + LIMITS.filter((limit) => percent >= limit).length;
}

/** Item for an area score of a region, 0-6. */
export function areaItem(region: string): ScaleItem {
  return wholeItem(`${region}.area`, 0, 6);
}

/** Item for the percentage of a region, when the person does not want to look the class up. */
export function areaPercentItem(region: string): ScaleItem {
  return realItem(`${region}.areaPercent`, 0, 100);
}

/** The table by itself, for looking one number up. */
export const areaScoreInstrument: Instrument = makeInstrument({
  id: "area-score",
  name: "Area score (PASI, EASI, PSSI)",
  topic: "psoriasis",
  mode: "O",
  owner: "nobody: published table",
  licence: "Published arithmetic, free to use.",
  formula: "percent of the region: 0 = 0, <10 = 1, <30 = 2, <50 = 3, <70 = 4, <90 = 5, to 100 = 6",
  source: "Fredriksson and Pettersson 1978 (PASI area classes)",
  rater: "either",
  recallDays: 0,
  level: "ordinal",
  total: { min: 0, max: 6, step: 1 },
  forms: [
    sumForm([realItem("percent", 0, 100)], { rule: "refused" }, (answers) => areaClass(answers.get("percent") ?? 0)),
  ],
});
