/**
 * How are the benchmark's figures laid out for a reader?
 *
 * One Markdown table per family: a row per method, a figure with its 95 % bootstrap interval per cell. A dash means that the method does not
 * answer that question.
 */
import { powerAtFdr, reliability, type ReliabilityBin } from "./curves.ts";
import { pairedDifference, scoreMethod, type Figure, type MetricName, type Score, type ScoredDiary } from "./score.ts";

export interface FamilyScores {
  readonly family: string;
  readonly diaries: number;
  readonly methods: readonly {
    readonly method: string;
    readonly score: Score;
    readonly variants: readonly VariantRow[];
    /** What its ranking could find at a realised FDR of 5 %, threshold chosen knowing the truth. */
    readonly powerAtFdr5: Figure;
  }[];
  /** Strength against truth of the first method. */
  readonly reliability: readonly ReliabilityBin[];
  /** Power of the first method minus that of the named one, paired. */
  readonly powerAgainst: readonly { readonly method: string; readonly difference: Figure }[];
}

export interface VariantRow {
  readonly variant: string;
  readonly score: Score;
}

const headings: readonly (readonly [MetricName, string])[] = [
  ["anyReported", "diaries with any report"],
  ["anyFalse", "with any false"],
  ["falsePerDiary", "false per diary"],
  ["fdr", "FDR"],
  ["fdrNoPath", "FDR, chains allowed"],
  ["power", "power"],
  ["powerSkin", "power, skin"],
  ["auc", "AUC"],
  ["signRight", "sign right"],
  ["coverageAll", "coverage 95 %"],
  ["coverageReported", "same, reported"],
  ["estimateRatioAll", "estimate / true"],
  ["estimateRatioReported", "same, reported"],
  ["delayError", "delay error, days"],
  ["delayCoverage80", "delay coverage 80 %"],
  ["direction", "direction right"],
  ["twoWayClaimed", "two-way claimed"],
  ["converged", "converged"],
  ["seconds", "s per diary"],
];

/** Scores of every method on every family, in the order in which they come. */
export function scoreAll(diaries: readonly ScoredDiary[]): readonly FamilyScores[] {
  return unique(diaries.map((diary) => diary.family)).map((family) => {
    const ofFamily = diaries.filter((diary) => diary.family === family);
    const byMethod = unique(ofFamily.map((diary) => diary.method)).map((method) => ({
      method,
      diaries: ofFamily.filter((diary) => diary.method === method),
    }));
    const [first, ...others] = byMethod;
    return {
      family,
      diaries: first?.diaries.length ?? 0,
      methods: byMethod.map((entry) => ({
        method: entry.method,
        score: scoreMethod(entry.diaries),
        powerAtFdr5: powerAtFdr(entry.diaries, 0.05),
        variants: unique(entry.diaries.map((diary) => diary.variant))
          .filter((variant) => variant !== "")
          .map((variant) => ({
            variant,
            score: scoreMethod(
              entry.diaries.filter((d) => d.variant === variant),
              200,
            ),
          })),
      })),
      reliability: reliability(first?.diaries ?? []),
      powerAgainst: others.map(({ method, diaries: other }) => ({
        method,
        difference: pairedDifference(first?.diaries ?? [], other, "power"),
      })),
    };
  });
}

/** The Markdown page of these scores. `facts` are lines put on top (seeds, machine, date). */
export function markdown(scores: readonly FamilyScores[], facts: readonly string[]): string {
  const sections = scores.map((family) => {
    const shown = headings.filter(([metric]) => family.methods.some(({ score }) => !Number.isNaN(score[metric].value)));
    const head = `| method | ${shown.map(([, title]) => title).join(" | ")} |\n|---|${shown.map(() => "---").join("|")}|`;
    const row = (name: string, score: Score): string =>
      `| ${name} | ${shown.map(([metric]) => figureText(score[metric])).join(" | ")} |`;
    const rows = family.methods.map(({ method, score }) => row(`**${method}**`, score));
    const arms = family.methods
      .slice(0, 1)
      .flatMap(({ method, variants }) => variants.map(({ variant, score }) => row(`${method}, ${variant}`, score)));
    const paired = family.powerAgainst
      .filter(({ difference }) => !Number.isNaN(difference.value))
      .map(({ method, difference }) => `- power minus that of ${method}: ${figureText(difference)}`);
    const rankings = family.methods
      .filter(({ powerAtFdr5 }) => !Number.isNaN(powerAtFdr5.value))
      .map(({ method, powerAtFdr5 }) => `${method} ${figureText(powerAtFdr5)}`);
    const bins = family.reliability.map(
      ({ meanStrength, shareTrue, claims }) =>
        `${meanStrength.toFixed(3)} -> ${shareTrue.toFixed(2)} (n ${String(claims)})`,
    );
    const ranked = [
      ...(rankings.length === 0 ? [] : [`- power at a realised FDR of 5 %, best threshold: ${rankings.join("; ")}`]),
      `- mean strength -> share true, ${family.methods[0]?.method ?? ""}: ${bins.join("; ")}`,
    ];
    return [
      `## ${family.family}, ${String(family.diaries)} diaries`,
      "",
      head,
      ...rows,
      ...arms,
      "",
      ...ranked,
      ...paired,
    ].join("\n");
  });
  return `# Truth benchmark\n\n${facts.map((fact) => `- ${fact}`).join("\n")}\n\n${sections.join("\n\n")}\n`;
}

function figureText({ value, low95, high95 }: Figure): string {
  if (Number.isNaN(value)) return "-";
  return `${short(value)} (${short(low95)} to ${short(high95)})`;
}

function short(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
