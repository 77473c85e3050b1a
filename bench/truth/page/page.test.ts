import { describe, expect, it } from "vitest";
import { wilson, type Figure } from "../bootstrap.ts";
import { scoreAll, type Results } from "../report.ts";
import type { Claim } from "../method.ts";
import type { ScoredDiary } from "../scored-diary.ts";
import type { Family } from "../diary.ts";
import { reliability } from "../curves.ts";
import { bars } from "./bars.ts";
import { dotPlot } from "./dot-plot.ts";
import { benchmarkPage } from "./page.ts";
import { plots } from "./plots.ts";
import { parseResults } from "./write-page.ts";

interface Made {
  readonly family: Family;
  readonly method: string;
  readonly variant?: string;
  readonly found: readonly string[];
  readonly missed?: readonly string[];
  readonly wrong?: readonly string[];
  readonly crps?: number;
}

/** Ten diaries alike: true edges `found` and `missed` (size 1, delay 2), false reports `wrong`. */
function ten({ family, method, variant = "", found, missed = [], wrong = [], crps }: Made): readonly ScoredDiary[] {
  const claim = (from: string, strength: number, reported: boolean): Claim => ({
    from,
    to: "skin",
    strength,
    reported,
    sign: 1,
    effect: { mean: 1.05, low95: 0.5, high95: 1.5 },
    delayDays: 2.2,
  });
  return Array.from({ length: 10 }, (_, index) => ({
    family,
    seed: 2 * index + 1,
    variant,
    days: 365,
    method,
    milliseconds: 100,
    truth: [...found, ...missed].map((from) => ({
      from,
      to: "skin",
      effectPerUnit: 1,
      effectSd: 0.45,
      delayDays: 2,
      law: "t",
    })),
    claims: [
      ...found.map((from) => claim(from, 0.99, true)),
      ...wrong.map((from) => claim(from, 0.97, true)),
      ...missed.map((from) => claim(from, 0.2, false)),
    ],
    otherStrengths: [0.1, 0.05],
    hasTenPercentList: false,
    twoWay: null,
    converged: null,
    forecastsOnly: found.length + missed.length + wrong.length === 0 && crps !== undefined,
    forecasts:
      crps === undefined ? [] : [{ outcome: "skin", crps7: crps, crps14: crps, pit: new Array<number>(20).fill(0.05) }],
  }));
}

function resultsOf(diaries: readonly ScoredDiary[]): Results {
  const figure: Figure = { value: 0.2, low95: 0.1, high95: 0.3, of: 600 };
  return {
    name: "test",
    date: "2026-01-02",
    machine: "a machine",
    firstSeed: 1,
    diariesPerFamily: 10,
    nominalFdr: 0.05,
    subject: "gutskin",
    families: scoreAll(diaries),
    reliability: reliability(diaries.filter(({ method }) => method === "gutskin")),
    appGround: [{ rule: "a rule", alarms: [figure, figure, figure, figure, figure] }],
    peers: [],
  };
}

const good = resultsOf([
  ...ten({ family: "null", method: "gutskin", variant: "phi 0.85", found: [] }),
  ...ten({ family: "null", method: "best-lag-r", variant: "phi 0.85", found: [], wrong: ["a"] }),
  ...ten({ family: "main", method: "gutskin", found: ["a", "b"], crps: 0.5 }),
  ...ten({ family: "main", method: "oracle", found: ["a", "b"] }),
  ...ten({ family: "main", method: "granger-bh", found: ["a"], missed: ["b"] }),
  ...ten({ family: "main", method: "ets", found: [], crps: 0.6 }),
]);

const bad = resultsOf([
  ...ten({ family: "main", method: "gutskin", found: ["a"], missed: ["b"], wrong: ["c"], crps: 0.7 }),
  ...ten({ family: "main", method: "oracle", found: ["a", "b"] }),
  ...ten({ family: "main", method: "granger-bh", found: ["a", "b"] }),
  ...ten({ family: "main", method: "ets", found: [], crps: 0.6 }),
  ...ten({ family: "confounded", method: "gutskin", variant: "season hidden", found: ["a"], wrong: ["c"] }),
]);

function verdict(results: Results, start: string): boolean | null | undefined {
  return bars(results, null).find(({ what }) => what.startsWith(start))?.reached;
}

describe("the bars", () => {
  it("are reached by a method that finds all, reports nothing false and forecasts better", () => {
    for (const bar of [
      "any report, null",
      "the same, persistence .85",
      "realised FDR",
      "power in main",
      "power in every",
      "median delay error, main",
      "estimate / true of reported",
      "diaries with a CRPS",
    ])
      expect(verdict(good, bar), bar).toBe(true);
  });

  it("are missed by one that finds half and is wrong half of the time", () => {
    for (const bar of ["realised FDR", "power in main", "power in every", "diaries with a CRPS"])
      expect(verdict(bad, bar), bar).toBe(false);
  });

  it("say when something was not measured", () => {
    expect(verdict(bad, "any report, null")).toBeNull();
    expect(verdict(good, "times faster than brms")).toBeNull();
  });

  it("keep arms with a hidden driver out of the false-discovery bar", () => {
    const figure = bars(bad, null).find(({ what }) => what.startsWith("realised FDR"))?.figure ?? "";
    expect(figure).toContain("main 50.0 %");
    expect(figure).toContain("confounded 0.0 %");
  });
});

describe("the page", () => {
  it("names development seeds as such, and says where a baseline is better", () => {
    const page = benchmarkPage(bad, null, []);
    expect(page).toContain("Development run on odd seeds");
    expect(page).toMatch(/\*\*main\*\*: granger-bh finds more at an FDR of 0\.00: power less by 0\.50/);
    expect(page).toContain("the plain ets forecast is better by 0.10");
    const better = benchmarkPage(good, null, []);
    expect(better).not.toMatch(/finds more|ranks better|forecast is better/);
    expect(better).toContain("intervals too wide: coverage 1.00"); // all of ten diaries alike: that is said too
  });

  it("shows every plot that it was given, and no number that is not there", () => {
    const files = plots(good);
    const page = benchmarkPage(good, null, files);
    for (const { name } of files) expect(page).toContain(`(benchmark/${name}.svg)`);
    expect(page).not.toMatch(/NaN|undefined|null \(/);
    expect(page).not.toContain("Infinity");
  });

  it("is the same after its results went through a file", () => {
    const text = JSON.stringify(good);
    expect(benchmarkPage(parseResults(text), null, [])).toBe(benchmarkPage(good, null, []));
  });
});

describe("the plots", () => {
  it("are closed SVG without NaN, with a title for screen readers", () => {
    const files = plots(good);
    expect(files.map(({ name }) => name)).toEqual([
      "power",
      "fdr",
      "coverage",
      "reliability",
      "null",
      "forecast",
      "pit",
    ]);
    for (const { svg, name } of files) {
      expect(svg, name).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.startsWith("<svg "), name).toBe(true);
      expect(svg.trimEnd().endsWith("</svg>"), name).toBe(true);
      expect(svg, name).toContain('<title id="t">');
      expect((svg.match(/<text/g) ?? []).length, name).toBe((svg.match(/<\/text>/g) ?? []).length);
    }
  });

  it("put a value where it belongs on the scale and cut what lies beyond", () => {
    const point = (value: number): Figure => ({ value, low95: value, high95: value, of: 1 });
    const svg = dotPlot({
      title: "t",
      description: "d",
      rows: ["a < b"],
      series: [{ name: "s", shape: "dot", tone: 0, points: [point(0.5)] }],
      scale: { from: 0, to: 1, ticks: [0, 1] },
      tickText: String,
      axis: "x",
    });
    expect(svg).toContain('cx="443"'); // 150 + half of 586
    expect(svg).toContain("a &lt; b");
  });

  it("write intervals by Wilson beside the reliability curve", () => {
    const [bin] = good.reliability.bins.filter(({ meanStrength }) => meanStrength > 0.9);
    expect([bin.low95, bin.high95]).toEqual(wilson(20, 20));
  });
});
