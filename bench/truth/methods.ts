/**
 * Which methods does a run ask, in which order, and under which rule?
 *
 * Names and one-line rules only: run.ts and the page need them without loading the engine.
 */
import { baselines, forecasters } from "./baselines.ts";
import { oracleForecast } from "./baselines/oracle-forecast.ts";
import { oracle } from "./oracle.ts";

/** Method under test first: the report compares the first with the others. */
export const methodNames: readonly string[] = [
  "gutskin",
  oracle.name,
  ...baselines.map(({ name }) => name),
  oracleForecast.name,
  ...forecasters.map(({ name }) => name),
];

/** The rule of every method but the engine. */
export const rules: ReadonlyMap<string, string> = new Map(
  [oracle, ...baselines, oracleForecast, ...forecasters].map(({ name, rule }) => [name, rule] as const),
);
/** Rules that stand for an app or a screen without any control of error rates. */
export const appRules: readonly string[] = [
  "best-lag-r",
  "same-day-r",
  "studyu-welch",
  "perfice-r05",
  "bearable-like",
  "gutai-count",
];

/** Names of the rules about causes, without engine and oracle. */
export const baselineNames: readonly string[] = baselines.map(({ name }) => name);

/** Names of the plain forecasts. */
export const forecasterNames: readonly string[] = forecasters.map(({ name }) => name);
