/**
 * Which plots stand on the benchmark page?
 *
 * One function per file: power, false discoveries, coverage, reliability of the probabilities, false alarms without any effect (rules x persistence), forecast
 * skill and PIT. All from the results file; a family or method that is not in it is not drawn.
 */
import { persistences } from "../app-ground.ts";
import type { Figure } from "../bootstrap.ts";
import { baselineNames, forecasterNames } from "../methods.ts";
import type { FamilyScores, MethodScores, Results } from "../report.ts";
import type { MetricName } from "../tally.ts";
import { dotPlot, type Series } from "./dot-plot.ts";
import { box, line, mark, svgFile, text, type Shape, type Tone } from "./svg.ts";

export interface PlotFile {
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
}

type Look = readonly [method: string, shape: Shape, tone: Tone];

/** All plots that these results can fill. */
export function plots(results: Results): readonly PlotFile[] {
  const withEdges = results.families.filter(({ methods }) => methods.some(({ score }) => score.power.of > 0));
  return [
    ...(withEdges.length === 0
      ? []
      : [powerPlot(results, withEdges), fdrPlot(results, withEdges), coveragePlot(results, withEdges)]),
    reliabilityPlot(results),
    ...nullPlot(results),
    ...forecastPlots(results),
  ];
}

function powerPlot(results: Results, families: readonly FamilyScores[]): PlotFile {
  const title = "Power: share of true edges that are reported";
  return {
    name: "power",
    alt: `${title}, by family, with 95 % intervals`,
    svg: dotPlot({
      title,
      description: `One row per family; marks for ${results.subject}, the oracle and the baselines that control their error rate. Numbers are in the tables below.`,
      rows: families.map(({ family }) => family),
      series: series(families, "power", [
        [results.subject, "dot", 0],
        ["oracle", "diamond", 1],
        ["granger-bh", "square", 2],
        ["prewhitened-bh", "triangle", 3],
        ["openstrap-block14", "cross", 4],
      ]),
      scale: { from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
      tickText: (value) => value.toFixed(1),
      axis: "power at the method's own nominal rate (openstrap: 10 %, others 5 %)",
    }),
  };
}

function fdrPlot(results: Results, families: readonly FamilyScores[]): PlotFile {
  const title = "False discoveries: share of reports that are no direct edge";
  return {
    name: "fdr",
    alt: `${title}, by family, with 95 % intervals`,
    svg: dotPlot({
      title,
      description: `One row per family; the dashed lines are the nominal 5 % and the bar of 7 %. Numbers are in the tables below.`,
      rows: families.map(({ family }) => family),
      series: series(families, "fdr", [
        [results.subject, "dot", 0],
        ["oracle", "diamond", 1],
        ["granger-bh", "square", 2],
        ["prewhitened-bh", "triangle", 3],
        ["elastic-net", "ring", 4],
        ["best-lag-r", "cross", 5],
      ]),
      scale: { from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
      tickText: (value) => `${(value * 100).toFixed(0)} %`,
      marks: [0.05, 0.07],
      axis: "realised false-discovery rate, pooled over diaries",
    }),
  };
}

function coveragePlot(results: Results, families: readonly FamilyScores[]): PlotFile {
  const title = "Coverage: share of true effects inside the 95 % interval";
  return {
    name: "coverage",
    alt: `${title}, by family`,
    svg: dotPlot({
      title,
      description: "One row per family, all true effects and those that were reported; the tinted zone is 93 to 97 %.",
      rows: families.map(({ family }) => family),
      series: [
        ...series(families, "coverageAll", [[results.subject, "dot", 0]]).map((s) => ({
          ...s,
          name: `${s.name}, all true effects`,
        })),
        ...series(families, "coverageReported", [[results.subject, "ring", 0]]).map((s) => ({
          ...s,
          name: `${s.name}, reported`,
        })),
        ...series(families, "coverageAll", [["granger-bh", "square", 2]]).map((s) => ({
          ...s,
          name: `${s.name}, all`,
        })),
      ],
      scale: { from: 0.5, to: 1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1] },
      tickText: (value) => `${(value * 100).toFixed(0)} %`,
      zone: [0.93, 0.97],
      marks: [0.95],
      axis: "coverage (below 50 % drawn at the left end)",
    }),
  };
}

function reliabilityPlot({ reliability, subject }: Results): PlotFile {
  const [left, top, side] = [70, 60, 380];
  const x = (p: number): number => left + p * side;
  const y = (p: number): number => top + (1 - p) * side;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const title = "Are the probabilities honest?";
  const body = [
    ...ticks.flatMap((tick) => [
      line(x(tick), y(0), x(tick), y(1), "grid"),
      line(x(0), y(tick), x(1), y(tick), "grid"),
      text(x(tick), y(0) + 16, tick.toFixed(1), "soft small", "middle"),
      text(left - 8, y(tick) + 4, tick.toFixed(1), "soft small", "end"),
    ]),
    line(x(0), y(0), x(1), y(1), "mark"),
    ...reliability.bins.flatMap(({ meanStrength, shareTrue, low95, high95, claims }) => [
      line(x(meanStrength), y(low95), x(meanStrength), y(high95), 0),
      mark(x(meanStrength), y(shareTrue), "dot", 0),
      // the first bins lie on each other: only bins that have room say how many they are
      ...(meanStrength > 0.1 && meanStrength < 0.9
        ? [text(x(meanStrength) + 8, y(shareTrue) + 14, `n ${String(claims)}`, "soft small")]
        : []),
    ]),
    text(x(0.5), y(0) + 38, `inclusion probability that ${subject} gives (mean of the bin)`, "soft small", "middle"),
    text(left, top - 12, "share of these pairs that are true edges, Wilson 95 %; dashed: honest", "soft small"),
  ];
  return {
    name: "reliability",
    alt: `Reliability curve: stated probability against the share that is true, slope ${reliability.slope.value.toFixed(2)}`,
    svg: svgFile(
      { width: 500, height: top + side + 56 },
      title,
      "Points on the dashed diagonal mean that of pairs with probability p a share p are true.",
      body,
    ),
  };
}

/** Rules x persistence: diaries with a false report; then the same rules of apps on their own ground. */
function nullPlot(results: Results): readonly PlotFile[] {
  const family = results.families.find((other) => other.family === "null");
  if (!family) return [];
  const shown = [results.subject, "oracle", ...baselineNames];
  const own = shown.flatMap((name) => {
    const method = family.methods.find((entry) => entry.method === name);
    return method ? [{ label: name, cells: persistences.map((phi) => alarmAt(method, phi)) }] : [];
  });
  const ground = results.appGround.map(({ rule, alarms }) => ({ label: rule, cells: alarms }));
  const [left, cell, height] = [430, 66, 24];
  const rows = [...own, null, ...ground];
  const top = 84;
  const body = rows.flatMap((row, index) => {
    const y = top + index * height;
    if (row === null) return [text(16, y + 16, "on the ground that it was made for (600 runs each):", "soft small")];
    return [
      text(left - 10, y + 16, row.label, "", "end"),
      ...row.cells.flatMap((figure, column) => heatCell(left + column * cell, y, cell, height, figure)),
    ];
  });
  const heads = [
    text(16, 52, "every rule on the null diaries of this benchmark (84 pairs a diary):", "soft small"),
    ...persistences.map((phi, column) =>
      text(left + (column + 0.5) * cell, 76, `phi ${String(phi)}`, "soft small", "middle"),
    ),
  ];
  const title = "Nothing is there: share of diaries with at least one finding";
  return [
    {
      name: "null",
      alt: `${title}, by rule and persistence of the symptom`,
      svg: svgFile(
        { width: left + 5 * cell + 16, height: top + rows.length * height + 14 },
        title,
        "One row per rule, one column per persistence phi of the symptom; each cell gives the percentage of diaries with a false alarm.",
        [...heads, ...body],
      ),
    },
  ];
}

function alarmAt({ variants }: MethodScores, phi: number): Figure | null {
  return variants.find(({ variant }) => variant === `phi ${String(phi)}`)?.score.anyReported ?? null;
}

function heatCell(x: number, y: number, width: number, height: number, figure: Figure | null): readonly string[] {
  if (!figure || Number.isNaN(figure.value)) return [text(x + width / 2, y + 16, "-", "soft", "middle")];
  return [
    box(x + 1, y + 1, width - 2, height - 2, "var(--heat)", 0.5 * figure.value),
    text(x + width / 2, y + 16, `${(figure.value * 100).toFixed(figure.value < 0.1 ? 1 : 0)} %`, "", "middle"),
  ];
}

function forecastPlots(results: Results): readonly PlotFile[] {
  const families = results.families.filter(({ forecasts }) => forecasts.rows.length > 0);
  if (families.length === 0) return [];
  const looks: readonly Look[] = [
    [results.subject, "dot", 0],
    ["oracle-forecast", "diamond", 1],
    ["ar1", "square", 2],
    ["ets", "triangle", 3],
    ["historical", "ring", 4],
    ["weekday", "cross", 5],
  ];
  const title = "Forecasts: CRPS of the next seven days";
  return [
    {
      name: "forecast",
      alt: `${title} by family, in outcome SDs, smaller is better`,
      svg: dotPlot({
        title,
        description: `Mean over diaries and outcomes, in SDs of the outcome; smaller is better. ${forecasterNames.join(", ")} are the plain forecasts; persistence, the worst, is in the table only.`,
        rows: families.map(({ family }) => family),
        series: looks
          .map(([name, shape, tone]): Series => ({
            name,
            shape,
            tone,
            points: families.map(
              ({ forecasts }) => forecasts.rows.find(({ method }) => method === name)?.crps7 ?? null,
            ),
          }))
          .filter(({ points }) => points.some((figure) => figure !== null)),
        scale: { from: 0.4, to: 0.8, ticks: [0.4, 0.5, 0.6, 0.7, 0.8] },
        tickText: (value) => value.toFixed(1),
        axis: "mean CRPS of days 1-7, outcome SDs",
      }),
    },
    ...pitPlot(results, families),
  ];
}

function pitPlot(results: Results, families: readonly FamilyScores[]): readonly PlotFile[] {
  const rows = families.flatMap(({ forecasts }) => {
    const own = forecasts.rows.find(({ method }) => method === results.subject);
    return own ? [{ pit: own.pit, weight: forecasts.diaries }] : [];
  });
  if (rows.length === 0) return [];
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const pit = Array.from(
    { length: 20 },
    (_, bin) => rows.reduce((sum, row) => sum + row.pit[bin] * row.weight, 0) / all,
  );
  const [left, top, wide, high] = [60, 60, 22, 200];
  const most = Math.max(0.1, ...pit);
  const body = [
    ...pit.map((mass, bin) =>
      box(left + bin * wide + 1, top + high * (1 - mass / most), wide - 2, (high * mass) / most, "var(--t0)"),
    ),
    line(left, top + high, left + 20 * wide, top + high, "grid"),
    line(left, top + high * (1 - 0.05 / most), left + 20 * wide, top + high * (1 - 0.05 / most), "mark"),
    text(left - 6, top + high * (1 - 0.05 / most) + 4, "5 %", "soft small", "end"),
    ...[0, 0.5, 1].map((u) => text(left + u * 20 * wide, top + high + 16, u.toFixed(1), "soft small", "middle")),
    text(
      left + 10 * wide,
      top + high + 36,
      "where in the forecast distribution the truth fell (dashed: honest)",
      "soft small",
      "middle",
    ),
  ];
  const title = "Are the forecast intervals honest? (PIT)";
  return [
    {
      name: "pit",
      alt: "Histogram of the probability integral transform of the forecasts, all families",
      svg: svgFile(
        { width: left + 20 * wide + 24, height: top + high + 50 },
        title,
        "Twenty bars of 5 % each would be exact; high ends mean intervals that are too narrow.",
        body,
      ),
    },
  ];
}

function series(families: readonly FamilyScores[], metric: MetricName, looks: readonly Look[]): readonly Series[] {
  return looks
    .map(([name, shape, tone]): Series => ({
      name,
      shape,
      tone,
      points: families.map(({ methods }) => methods.find(({ method }) => method === name)?.score[metric] ?? null),
    }))
    .filter(({ points }) => points.some((figure) => figure !== null));
}
