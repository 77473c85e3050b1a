/**
 * The words and tables of docs/science/calibration.md, and the short table for the terminal.
 */
import type { Quantity } from "./examine.ts";
import type { ArmSummary, Share } from "./summary.ts";
import { binomialRange, type Uniformity } from "./uniformity.ts";

const meaning: Readonly<Record<Quantity, string>> = {
  effect: "effect of a real cause, given in",
  size: "its size without sign",
  delay: "mean delay of a real cause, given in",
  persistence: "day-to-day persistence of the outcome",
  "noise ratio": "daily push against reading noise",
  "reading noise": "SD of the reading noise",
  "cause day": "a blank or imprecise day of a real cause",
  "forecast day 1": "the outcome one day after the diary",
  "forecast day 3": "the outcome three days after the diary",
  "forecast day 7": "the outcome seven days after the diary",
};

/** One line per arm and quantity. */
export function shortTable(summaries: readonly ArmSummary[]): string {
  const lines = summaries.flatMap((summary) => [
    `\n${summary.arm.name}: ${String(summary.diaries)} diaries, ${summary.secondsPerDiary.toFixed(2)} s each`,
    ...summary.ranks.map(({ quantity, uniformity }) => `  ${rankCells(quantity, uniformity).join("  ")}`),
    `  ${factLines(summary).join("\n  ")}`,
  ]);
  return `${lines.join("\n")}\n`;
}

/** The whole page. `facts`: of the run (date, machine, commit). */
export function calibrationPage(summaries: readonly ArmSummary[], facts: readonly string[]): string {
  return `# Is the engine as sure as it may be?

Written by \`npm run bench:sbc -- --page\`; do not edit by hand.

${facts.map((fact) => `- ${fact}`).join("\n")}

## What was done
Simulation-based calibration (Talts et al. 2018; Modrák et al. 2023). Noise law, causes, delays, effects, reading noise and blank days are drawn from the engine's own prior; a diary
is made from them; the engine reads it; the truth is ranked among the posterior draws. If the calculation is right, the ranks are uniform: every stated probability and interval
means what it says, on average over diaries like these. This tests the calculation, not whether people are like the prior (that is the truth benchmark's job).

${summaries.map(({ arm }) => `- **${arm.name}**: ${arm.what}. ${String(arm.days)} days, ${String(arm.levers)} levers, ${String(arm.others)} other outcomes, ${percent(arm.blankOutcome)} of outcome days blank.`).join("\n")}

Only \`exact\` must be uniform to the letter. In the others the engine puts in estimates (mean, persistence and spread of a cause; the transform of a score) where a full calculation would
average over them, and decides which causes are in from conditional means of blank or imprecise days; the tables show what that costs.
Flat priors cannot be drawn from; ranks do not depend on their values. "usual" first state: the bounded arm starts within the scale, while the engine allows for a flare.

How to read: "middle 50 %" and "middle 90 %" are the shares of truths there; below 50 and 90 means intervals too narrow, above means too wide. "mean" is the mean place: below .5, the engine
says too much; above, too little. The band is the simultaneous 95 % band of Säilynoja, Bürkner & Vehtari (2022): a uniform sample leaves it anywhere in 5 % of cases. p: chi-square over 20 bins.
A real cause is counted when at least one posterior draw holds it.

## What is off
${departures(summaries)}

## Inclusion probability
![Stated probability against how often it was so](calibration-reliability.svg)

| arm | causes | real | stated | slope (95 %) | intercept (95 %) | Brier | promised Brier |
|---|---|---|---|---|---|---|---|
${summaries.map(reliabilityLine).join("\n")}

Slope and intercept of a logistic recalibration, 95 % by bootstrap over diaries; 1 and 0 = calibrated; target of the slope .9-1.1.
${summaries.map(armSection).join("\n")}
`;
}

/** Known reasons, for the quantities in which a departure is expected. */
const reasons: Partial<Readonly<Record<Quantity, string>>> = {
  persistence:
    "the chains walk on the few noise laws that explain the outcome best, so laws a little behind are not counted",
  "noise ratio": "as persistence: few noise laws are walked on",
  "reading noise":
    "as persistence; with blank or imprecise causes the noise also takes up what the conditional means of those days leave unexplained",
};

/** Every rank statistic that leaves its band, in words. */
function departures(summaries: readonly ArmSummary[]): string {
  const lines = summaries.flatMap(({ arm, ranks, level, reliability }) => [
    ...ranks.flatMap(({ quantity, uniformity: u }) => {
      if (u.insideBand) return [];
      const shift = (u.mean - 0.5) / u.meanError;
      const narrow = binomialRange(u.count, 0.9, 0.95).low > Math.round(u.middle90 * u.count);
      const how = [
        narrow ? "stated too surely" : "",
        Math.abs(shift) > 2 ? (shift < 0 ? "stated too large" : "stated too small") : "",
      ].filter((word) => word !== "");
      const reason = reasons[quantity];
      return [
        `- ${arm.name}, ${meaning[quantity]}: ${how.join(", ") || "out of the band"}${narrow && reason !== undefined ? ` (${reason})` : ""}`,
      ];
    }),
    ...(Math.abs(level.excess) > 3
      ? [
          `- ${arm.name}, a wandering level: real in ${String(level.real)} diaries, ${level.expected.toFixed(0)} stated (few noise laws are walked on)`,
        ]
      : []),
    ...(reliability.slope.low > 1.1 || reliability.slope.high < 0.9
      ? [`- ${arm.name}, inclusion: slope ${ranged(reliability.slope)} lies outside .9-1.1`]
      : []),
  ]);
  return lines.length === 0
    ? "Nothing leaves its band."
    : `Of ${String(summaries.reduce((sum, one) => sum + one.ranks.length, 0))} rank statistics (about one in twenty leaves its band by chance):\n\n${lines.join("\n")}`;
}

function armSection(summary: ArmSummary): string {
  const { arm } = summary;
  return `
## ${arm.name}: ${arm.what}
![Ranks in the arm ${arm.name}](calibration-${arm.name}.svg)

| quantity | n | mean | middle 50 % | middle 90 % | p | ECDF in band |
|---|---|---|---|---|---|---|
${summary.ranks.map(({ quantity, uniformity }) => `| ${rankCells(meaning[quantity], uniformity).join(" | ")} |`).join("\n")}

${factLines(summary)
  .map((line) => `- ${line}`)
  .join("\n")}

| stated | causes | mean stated | real | expected (95 %) |
|---|---|---|---|---|
${summary.reliability.bins.map((bin) => `| ${String(bin.from)}-${String(bin.to)} | ${String(bin.count)} | ${bin.meanStated.toFixed(3)} | ${String(bin.real)} | ${String(bin.low)}-${String(bin.high)} |`).join("\n")}`;
}

function rankCells(name: string, u: Uniformity): string[] {
  const shift = (u.mean - 0.5) / u.meanError;
  return [
    name,
    String(u.count),
    `${u.mean.toFixed(3)} (z ${shift.toFixed(1)})`,
    inRange(u.middle50, u.count, 0.5),
    inRange(u.middle90, u.count, 0.9),
    u.chiSquareP < 0.001 ? "<.001" : u.chiSquareP.toFixed(3),
    u.insideBand ? "yes" : "**no**",
  ];
}

/** A share with a mark when it is outside the 95 % binomial range of what it should be. */
function inRange(share: number, n: number, wanted: number): string {
  const { low, high } = binomialRange(n, wanted, 0.95);
  const count = Math.round(share * n);
  return `${percent(share)}${count < low ? " (too few)" : count > high ? " (too many)" : ""}`;
}

function factLines(summary: ArmSummary): string[] {
  const { reliability, persistence, level } = summary;
  return [
    `inclusion: ${String(reliability.real)} of ${String(reliability.count)} causes real, ${reliability.expected.toFixed(1)} stated (z ${reliability.excess.toFixed(1)}); slope ${ranged(reliability.slope)}, intercept ${ranged(reliability.intercept)}; Brier ${reliability.brier.toFixed(4)}, promised ${reliability.promisedBrier.toFixed(4)}`,
    `reported 95 % interval (if real) holds the truth: ${covered(summary.coverage)} of real causes; ${covered(summary.coverageLikely)} of those stated above .5`,
    `persistence: truth on posterior mean, slope ${persistence.slope.toFixed(2)} (SE ${persistence.slopeError.toFixed(2)}); mean of stated minus true ${persistence.bias.toFixed(3)} (SE ${persistence.biasError.toFixed(3)})`,
    `a wandering level: real in ${String(level.real)} diaries, stated ${level.expected.toFixed(1)} (z ${level.excess.toFixed(1)})`,
    `chains met in ${ofAll(summary.converged)}; wild-day weights switched on in ${ofAll(summary.heavy)}; true noise law in view in ${ofAll(summary.lawInView)}; outcome transformed in ${ofAll(summary.otherTransform)}`,
  ];
}

function reliabilityLine({ arm, reliability: r }: ArmSummary): string {
  return `| ${arm.name} | ${String(r.count)} | ${String(r.real)} | ${r.expected.toFixed(1)} (z ${r.excess.toFixed(1)}) | ${ranged(r.slope)} | ${ranged(r.intercept)} | ${r.brier.toFixed(4)} | ${r.promisedBrier.toFixed(4)} |`;
}

function covered({ count, of }: Share): string {
  if (of === 0) return "none";
  const { low, high } = binomialRange(of, 0.95, 0.95);
  return `${percent(count / of)} (${String(count)} of ${String(of)}; 95 % allows ${String(low)}-${String(high)})`;
}

function ofAll({ count, of }: Share): string {
  return `${String(count)} of ${String(of)}`;
}

function ranged({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
