/**
 * What does the benchmark page say?
 *
 * `benchmarkPage` turns results files into Markdown: what was compared and how it is kept fair, the bars, one summary table, plots, where this project loses,
 * every family, forecasts, outside peers, limits. Every number comes from the files; sentences say only what the numbers beside them show.
 */
import { percentText, type Bar } from "./bar.ts";
import { bars, misspecified, rateOf, rivalsOf, subjectOf } from "./bars.ts";
import type { PlotFile } from "./plots.ts";
import { rules } from "../methods.ts";
import { figureText, shortNumber, type FamilyScores, type MethodScores, type Results } from "../report.ts";
import { persistences } from "../app-ground.ts";
import { familySection, peerTable } from "./tables.ts";

/** The page. `peers`: the results of a run with `--peers`, or null. `plots` lie in the folder `benchmark/` beside it. */
export function benchmarkPage(results: Results, peers: Results | null, plots: readonly PlotFile[]): string {
  const plot = (name: string): readonly string[] => {
    const found = plots.find((file) => file.name === name);
    return found ? ["", `![${found.alt}](benchmark/${found.name}.svg)`, ""] : [];
  };
  return `${[
    "# Benchmark: diaries whose answer is known",
    "",
    ...introduction(results),
    "## The bars",
    "",
    ...barTable(bars(results, peers)),
    "",
    "## Summary",
    "",
    ...summary(results),
    ...plot("power"),
    ...plot("fdr"),
    ...plot("coverage"),
    ...plot("reliability"),
    "## Where this project loses",
    "",
    ...losses(results),
    "",
    "## When there is nothing to find",
    "",
    ...nothingToFind(results),
    ...plot("null"),
    "## Forecasts",
    "",
    ...forecasts(results),
    ...plot("forecast"),
    ...plot("pit"),
    "## Outside peers",
    "",
    ...peerTable(peers),
    "",
    "## Every family",
    "",
    ...results.families.flatMap((family) => familySection(results, family)),
    "## Rules",
    "",
    "| name | rule |",
    "|---|---|",
    `| ${results.subject} | this project's engine, Bayesian FDR over all pairs of a diary |`,
    ...[...rules].map(([name, rule]) => `| ${name} | ${rule.replaceAll("|", "\\|")} |`),
    "",
    ...limits(),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

function introduction(results: Results): readonly string[] {
  const { firstSeed, diariesPerFamily, families, date, machine, subject, nominalFdr } = results;
  const isQuoted = firstSeed % 2 === 0;
  return [
    ...(isQuoted
      ? []
      : [
          "> **Development run on odd seeds. These figures are not quoted anywhere; they show the layout of the page.**",
          "",
        ]),
    `Written by \`node scripts/write-benchmark-page.mjs\` from a run of ${date} (${machine}): ${String(families.length)} families, up to ${String(diariesPerFamily)} diaries each, seeds ${String(firstSeed)}, ${String(firstSeed + 2)}, ... ${String(firstSeed + 2 * (diariesPerFamily - 1))}.`,
    "",
    "For a sceptical reader, what makes the comparison fair:",
    "",
    "- **The generators know nothing of the engine.** They live in `bench/truth`, import nothing of it but the type of a table, and differ from it in law: own random numbers, delay kernels (shifted gamma, lopsided triangle, two-day box, log-normal, logistic), error laws (AR(1), AR(2), heavy tails, seasons, flares), whole-point scales. One family is a plain vector autoregression, the world of the strongest rival; one is a system of rate equations, where truth comes from intervening in the system.",
    "- **Tuned on odd seeds, quoted on even seeds.** Engine, rules and generators are developed on odd seeds only; quoted figures come from even seeds, and a generator is frozen before its figures are quoted.",
    "- **Rivals get the care that a good analyst would take.** Weekday, trend and recorded context are adjusted for; causes of today are lagged as in the engine; of two usual choices the kinder one is taken (lambda.1se, BIC). Rules of apps are re-made from their published behaviour, and each says how it was moved to daily data.",
    "- **The ceiling is in the run.** The oracle is told every true delay, kernel, error law and missing or rough exposure; it only has to test. What it cannot find nobody can.",
    `- **One list per diary.** ${subject} and the corrected baselines control their error rate at a nominal ${String(nominalFdr * 100)} % over all pairs of a diary (openstrap-block14: 10 %, as published). "False" means: no direct edge in the truth. A chain food -> gut -> skin reported as food -> skin counts as false. FDR is pooled over diaries.`,
    "- **Intervals** are 95 % bootstrap intervals over diaries (1,000 resamples), paired where methods are compared. Where a share is 0 or 1 the bootstrap has no width: 0 of 200 still allows 1.9 % (Wilson).",
    '- "At a realised FDR of 5 %" means the best threshold on the method\'s own ranking, chosen knowing the truth: it compares rankings. "As reported" uses no hindsight on the method\'s side.',
    "",
  ];
}

function barTable(all: readonly Bar[]): readonly string[] {
  const verdict = (reached: boolean | null): string => (reached === null ? "-" : reached ? "reached" : "**missed**");
  const judged = all.filter(({ reached }) => reached !== null);
  return [
    `${String(judged.filter(({ reached }) => reached).length)} of ${String(judged.length)} measured bars are reached, judged by the point estimate.`,
    "",
    "| what | bar | figure | |",
    "|---|---|---|---|",
    ...all.map(({ what, bar, figure, reached }) => `| ${what} | ${bar} | ${figure} | ${verdict(reached)} |`),
  ];
}

function summary(results: Results): readonly string[] {
  const rows = results.families.flatMap((family) => {
    const own = subjectOf(results, family);
    if (!own) return [];
    const { score } = own;
    const oracle = family.methods.find(({ method }) => method === "oracle");
    const best = bestHonest(family);
    return [
      [
        family.family + (misspecified.includes(family.family) ? " *" : ""),
        String(family.diaries),
        percentText(score.anyFalse),
        figureText(score.fdr),
        figureText(score.power),
        oracle ? shortNumber(oracle.score.power.value) : "-",
        best ? `${best.method} ${shortNumber(best.score.power.value)}` : score.power.of === 0 ? "-" : "none honest",
        figureText(own.shareOfOracle),
        figureText(score.coverageAll),
        figureText(score.estimateRatioReported),
        figureText(score.delayError),
        score.directionAxis.of === 0 ? "-" : figureText(score.directionAxis),
      ],
    ];
  });
  return [
    `${results.subject}, all outcomes. "Honest" = realised FDR of at most 7 % in that family. * = no model with one fixed effect and delay is right there.`,
    "",
    "| family | diaries | with any false | FDR | power | oracle | best honest baseline | ranking, share of oracle | coverage 95 % | estimate / true, reported | delay error, days | gut/skin arrows right |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ];
}

function bestHonest(family: FamilyScores): MethodScores | undefined {
  return [...rivalsOf(family)]
    .filter((rival) => rateOf(rival) <= 0.07 && rival.score.power.of > 0)
    .sort((a, b) => b.score.power.value - a.score.power.value)[0];
}

/** Families in which a baseline without more false reports finds more, or ranks better; bad coverage; better plain forecasts. */
function losses(results: Results): readonly string[] {
  const lines = results.families.flatMap((family): readonly string[] => {
    const own = subjectOf(results, family);
    if (!own) return [];
    const { score } = own;
    const told: string[] = [];
    for (const rival of rivalsOf(family)) {
      const more = rival.score.power.value > score.power.value;
      if (more && rateOf(rival) <= Math.max(rateOf(own), 0.07)) {
        told.push(
          `${rival.method} finds more at an FDR of ${shortNumber(rateOf(rival))}: power less by ${figureText(negated(rival.powerLess))}`,
        );
      } else if (rival.powerAtFdr5.value > own.powerAtFdr5.value) {
        told.push(
          `${rival.method} ranks better: at a realised FDR of 5 % ${figureText(rival.powerAtFdr5)} against ${figureText(own.powerAtFdr5)}`,
        );
      }
      if (rival.score.auc.low95 > score.auc.high95) told.push(`${rival.method} has the larger AUC`);
    }
    if (rateOf(own) > 0.07 && family.family !== "null") told.push(`FDR ${figureText(score.fdr)}`);
    if (score.coverageAll.high95 < 0.93) told.push(`intervals too narrow: coverage ${figureText(score.coverageAll)}`);
    if (score.coverageAll.low95 > 0.97) told.push(`intervals too wide: coverage ${figureText(score.coverageAll)}`);
    if (score.estimateRatioAll.high95 < 0.9 || score.estimateRatioAll.low95 > 1.1)
      told.push(`estimate / true of all true effects ${figureText(score.estimateRatioAll)}`);
    const forecast = family.forecasts.rows.find(({ method }) => method === results.subject);
    if (forecast && forecast.againstBest.value > 0)
      told.push(
        `the plain ${family.forecasts.bestOnAverage ?? ""} forecast is better by ${figureText(forecast.againstBest)} SD of CRPS`,
      );
    return told.length === 0 ? [] : [`- **${family.family}**: ${told.join("; ")}`];
  });
  return lines.length === 0 ? ["By the rules below: in no family of this run."] : lines;
}

function negated({ value, low95, high95, of }: MethodScores["powerLess"]): MethodScores["powerLess"] {
  return { value: -value, low95: -high95, high95: -low95, of };
}

function nothingToFind(results: Results): readonly string[] {
  const rows = results.appGround.map(
    ({ rule, alarms }) =>
      `| ${rule.replaceAll("|", "\\|")} | ${alarms.map((figure) => percentText(figure)).join(" | ")} |`,
  );
  return [
    `Share of diaries without any effect in which a rule reports something. On these diaries every rule looks at all pairs. Rules of apps, on the ground that they were made for (one trial, one food, 30 days), ${String(results.appGround[0]?.alarms[0]?.of ?? 0)} runs per cell, Wilson 95 %:`,
    "",
    `| rule | ${persistences.map((phi) => `phi ${String(phi)}`).join(" | ")} |`,
    `|---|${persistences.map(() => "---").join("|")}|`,
    ...rows,
    "",
  ];
}

function forecasts(results: Results): readonly string[] {
  const families = results.families.filter(({ forecasts: own }) => own.rows.length > 0);
  if (families.length === 0) return ["No forecasts in this run."];
  const methods = [...new Set(families.flatMap(({ forecasts: own }) => own.rows.map(({ method }) => method)))];
  const cell = (family: FamilyScores, method: string): string => {
    const row = family.forecasts.rows.find((own) => own.method === method);
    return row ? `${row.crps7.value.toFixed(3)} (${(row.notWorseThanAll.value * 100).toFixed(0)} %)` : "-";
  };
  const subjects = [results.subject, "oracle-forecast"].filter((name) => methods.includes(name));
  return [
    "From the last day of the diary, 14 days ahead, 19 quantiles a day, scored by CRPS in SDs of the outcome (smaller is better). In brackets: in how many of the diaries the method is no worse than all (other) plain forecasts, the best of them picked afterwards. With one week per diary the luck of five rivals is large: `oracle-forecast`, which is told causes, kernels and error law, shows how far that share can go.",
    "",
    `| family | ${methods.join(" | ")} | best plain |`,
    `|---|${methods.map(() => "---").join("|")}|---|`,
    ...families.map(
      (family) =>
        `| ${family.family} | ${methods.map((method) => cell(family, method)).join(" | ")} | ${family.forecasts.bestOnAverage ?? "-"} |`,
    ),
    "",
    "Mean difference of CRPS to the best plain forecast of the family (negative = better), paired, and share of diaries not worse than each:",
    "",
    "| family | method | difference | not worse than |",
    "|---|---|---|---|",
    ...families.flatMap((family) =>
      subjects.flatMap((name) => {
        const row = family.forecasts.rows.find(({ method }) => method === name);
        if (!row) return [];
        const { value, low95, high95 } = row.againstBest;
        const others = row.notWorseThan
          .map(({ method, share }) => `${method} ${(share.value * 100).toFixed(0)} %`)
          .join(", ");
        return [
          `| ${family.family} | ${name} | ${value.toFixed(3)} (${low95.toFixed(3)} to ${high95.toFixed(3)}) | ${others} |`,
        ];
      }),
    ),
    "",
  ];
}

function limits(): readonly string[] {
  return [
    "## What this cannot say",
    "",
    "Made-up diaries show that a method is not fooled in these ways, no more. Sizes, delays and blanks are assumptions where no measurement was at hand; diet rows have the means, within-person SDs and day-to-day correlations measured in people. Nothing here is evidence that a food acts on anyone's skin, and an edge that is true here is true by construction: in a real diary a hidden driver can look the same (family confounded, hidden arms).",
    "",
    "## Run it again",
    "",
    "    npm run bench:truth -- --families all --diaries 200 --seed 2 --name truth     # hours; goes on where it was stopped",
    "    npm run bench:truth -- --peers --name truth-peers                             # the peers' diaries",
    "    node scripts/write-benchmark-page.mjs truth truth-peers",
  ];
}
