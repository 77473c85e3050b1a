/**
 * Which figures go into the results file, and how are they laid out for a terminal?
 *
 * `scoreAll` gives every figure of every method on every family; `markdown` one table per family: a row per method, a figure with its 95 % bootstrap
 * interval per cell. A dash means that the method does not answer that question. The page with plots is made from the same results (page/).
 */
import type { Figure } from "./bootstrap.ts";
import { powerAtFdr, reliability, shareOfOracle, shareOfOracleAsReported, type Reliability } from "./curves.ts";
import { compareForecasts, type ForecastScores } from "./forecast-compare.ts";
import type { GroundRow } from "./app-ground.ts";
import type { PeerScores } from "./peers.ts";
import { pairedDifference, scoreMethod, type Score } from "./score.ts";
import type { ScoredDiary } from "./scored-diary.ts";
import { metricNames, metricTitles } from "./tally.ts";

export interface VariantRow {
  readonly variant: string;
  readonly diaries: number;
  readonly score: Score;
}

export interface MethodScores {
  readonly method: string;
  readonly diaries: number;
  readonly forecastsOnly: boolean;
  readonly score: Score;
  readonly variants: readonly VariantRow[];
  /** What its ranking could find at a realised FDR of 5 and 10 %, threshold chosen knowing the truth. */
  readonly powerAtFdr5: Figure;
  readonly powerAtFdr10: Figure;
  /** `powerAtFdr5` as a share of the oracle's, paired; NaN without oracle. */
  readonly shareOfOracle: Figure;
  /** Power of its own list as a share of the oracle's at the FDR that the list really had. */
  readonly shareOfOracleAsReported: Figure;
  /** Power of the first method minus that of this one, paired. */
  readonly powerLess: Figure;
}

export interface FamilyScores {
  readonly family: string;
  readonly diaries: number;
  readonly methods: readonly MethodScores[];
  /** Strength against truth of the first method. */
  readonly reliability: Reliability;
  readonly forecasts: ForecastScores;
}

export interface Results {
  readonly name: string;
  readonly date: string;
  readonly machine: string;
  readonly firstSeed: number;
  readonly diariesPerFamily: number;
  readonly nominalFdr: number;
  /** The method under test. */
  readonly subject: string;
  readonly families: readonly FamilyScores[];
  /** Strength against truth of the subject over all families. */
  readonly reliability: Reliability;
  readonly appGround: readonly GroundRow[];
  readonly peers: readonly PeerScores[];
}

/** Scores of every method on every family, in the order in which they come; the first method is the subject. */
export function scoreAll(diaries: readonly ScoredDiary[]): readonly FamilyScores[] {
  return unique(diaries.map((diary) => diary.family)).map((family) => {
    const ofFamily = diaries.filter((diary) => diary.family === family);
    const byMethod = unique(ofFamily.map((diary) => diary.method)).map((method) => ({
      method,
      diaries: ofFamily.filter((diary) => diary.method === method),
    }));
    const first = byMethod[0]?.diaries ?? [];
    const oracle = byMethod.find(({ method }) => method === "oracle")?.diaries ?? [];
    return {
      family,
      diaries: first.length,
      methods: byMethod.map((entry) => scoresOf(entry.method, entry.diaries, first, oracle)),
      reliability: reliability(first),
      forecasts: compareForecasts(ofFamily),
    };
  });
}

function scoresOf(
  method: string,
  diaries: readonly ScoredDiary[],
  first: readonly ScoredDiary[],
  oracle: readonly ScoredDiary[],
): MethodScores {
  const forecastsOnly = diaries[0]?.forecastsOnly ?? false;
  const nothing: Figure = { value: Number.NaN, low95: Number.NaN, high95: Number.NaN, of: 0 };
  return {
    method,
    diaries: diaries.length,
    forecastsOnly,
    score: scoreMethod(diaries),
    variants: unique(diaries.map((diary) => diary.variant))
      .filter((variant) => variant !== "")
      .map((variant) => {
        const own = diaries.filter((diary) => diary.variant === variant);
        return { variant, diaries: own.length, score: scoreMethod(own, 200) };
      }),
    powerAtFdr5: forecastsOnly ? nothing : powerAtFdr(diaries, 0.05),
    powerAtFdr10: forecastsOnly ? nothing : powerAtFdr(diaries, 0.1),
    shareOfOracle: forecastsOnly ? nothing : shareOfOracle(diaries, oracle, 0.05),
    shareOfOracleAsReported: forecastsOnly ? nothing : shareOfOracleAsReported(diaries, oracle),
    powerLess: forecastsOnly ? nothing : pairedDifference(first, diaries, "power"),
  };
}

/** The Markdown tables of these scores. `facts` are lines put on top (seeds, machine, date). */
export function markdown(scores: readonly FamilyScores[], facts: readonly string[]): string {
  const sections = scores.map((family) => {
    const detectors = family.methods.filter(({ forecastsOnly }) => !forecastsOnly);
    return [
      `## ${family.family}, ${String(family.diaries)} diaries`,
      "",
      ...figureTable(detectors),
      "",
      ...rankingLines(family, detectors),
      ...forecastLines(family.forecasts),
    ].join("\n");
  });
  return `# Truth benchmark\n\n${facts.map((fact) => `- ${fact}`).join("\n")}\n\n${sections.join("\n\n")}\n`;
}

/** A row per method, then the arms of the first; columns that nobody answers are left out. */
export function figureTable(methods: readonly MethodScores[]): readonly string[] {
  const shown = metricNames.filter((metric) => methods.some(({ score }) => !Number.isNaN(score[metric].value)));
  const row = (name: string, score: Score): string =>
    `| ${name} | ${shown.map((metric) => figureText(score[metric])).join(" | ")} |`;
  return [
    `| method | ${shown.map((metric) => metricTitles[metric]).join(" | ")} |`,
    `|---|${shown.map(() => "---").join("|")}|`,
    ...methods.map(({ method, score }) => row(`**${method}**`, score)),
    ...methods
      .slice(0, 1)
      .flatMap(({ method, variants }) => variants.map(({ variant, score }) => row(`${method}, ${variant}`, score))),
  ];
}

function rankingLines(family: FamilyScores, methods: readonly MethodScores[]): readonly string[] {
  const known = methods.filter(({ powerAtFdr5 }) => !Number.isNaN(powerAtFdr5.value));
  const list = (read: (method: MethodScores) => Figure): string =>
    known.map((method) => `${method.method} ${figureText(read(method))}`).join("; ");
  const bins = family.reliability.bins.map(
    ({ meanStrength, shareTrue, claims }) =>
      `${meanStrength.toFixed(3)} -> ${shareTrue.toFixed(2)} (n ${String(claims)})`,
  );
  const first = family.methods[0]?.method ?? "";
  if (known.length === 0) return [`- mean strength -> share true, ${first}: ${bins.join("; ")}`];
  return [
    `- power at a realised FDR of 5 %, best threshold: ${list(({ powerAtFdr5 }) => powerAtFdr5)}`,
    `- as a share of the oracle's: ${list((method) => method.shareOfOracle)}`,
    `- own list, as a share of the oracle's power at the same realised FDR: ${list((method) => method.shareOfOracleAsReported)}`,
    `- power of ${first} minus that of: ${known
      .slice(1)
      .map(({ method, powerLess }) => `${method} ${figureText(powerLess)}`)
      .join("; ")}`,
    `- mean strength -> share true, ${first}: ${bins.join("; ")}; slope ${figureText(family.reliability.slope)}`,
  ];
}

function forecastLines({ rows, bestOnAverage }: ForecastScores): readonly string[] {
  if (rows.length === 0) return [];
  return [
    `- CRPS of days 1-7, outcome SDs: ${rows.map(({ method, crps7 }) => `${method} ${figureText(crps7)}`).join("; ")}; best plain: ${bestOnAverage ?? "-"}`,
    `- share of diaries not worse than all plain forecasts: ${rows.map(({ method, notWorseThanAll }) => `${method} ${figureText(notWorseThanAll)}`).join("; ")}`,
  ];
}

/** "0.74 (0.68 to 0.81)", or a dash. */
export function figureText({ value, low95, high95 }: Figure): string {
  if (Number.isNaN(value)) return "-";
  return `${shortNumber(value)} (${shortNumber(low95)} to ${shortNumber(high95)})`;
}

/** Two decimals below 10, none above. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return "-";
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
