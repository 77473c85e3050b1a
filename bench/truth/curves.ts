/**
 * Is the ranking good, and are the probabilities honest, whatever threshold was used?
 *
 * `powerAtFdr`: the largest share of true edges that any single threshold on the method's own strength finds while at most a given share of what passes
 * is false (pooled over diaries; the threshold is chosen knowing the truth, so this is a property of the ranking, not a claim of the method).
 * `reliability`: of the claims with strength about s, which share is true? For probabilities the two should agree.
 */
import { chanceOf } from "./chance.ts";
import type { Figure, ScoredDiary } from "./score.ts";

interface Mark {
  readonly strength: number;
  readonly isTrue: boolean;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  readonly meanStrength: number;
  readonly shareTrue: number;
}

const edges = [0, 0.02, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 1.000001];

/** Power at this realised FDR, with a 95 % bootstrap interval over diaries (200 resamples). NaN without true edges. */
export function powerAtFdr(diaries: readonly ScoredDiary[], fdr: number): Figure {
  const marked = diaries.map((diary) => ({ marks: marksOf(diary), edges: diary.truth.length }));
  const chance = chanceOf(`power at fdr ${String(diaries.length)}`);
  const spread = Array.from({ length: 200 }, () =>
    bestPower(
      marked.map(() => chance.pick(marked)),
      fdr,
    ),
  ).filter((value) => !Number.isNaN(value));
  spread.sort((a, b) => a - b);
  const at = (q: number): number => spread[Math.min(spread.length - 1, Math.floor(q * spread.length))] ?? Number.NaN;
  const of = marked.reduce((sum, diary) => sum + diary.edges, 0);
  return { value: bestPower(marked, fdr), low95: at(0.025), high95: at(0.975), of };
}

/** Claims by strength, in eight bins that are fine where decisions are made. Empty bins are left out. */
export function reliability(diaries: readonly ScoredDiary[]): readonly ReliabilityBin[] {
  const marks = diaries.flatMap(marksOf);
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? 1;
    const inBin = marks.filter((mark) => mark.strength >= from && mark.strength < to);
    if (inBin.length === 0) return [];
    const meanStrength = inBin.reduce((sum, mark) => sum + mark.strength, 0) / inBin.length;
    const shareTrue = inBin.filter((mark) => mark.isTrue).length / inBin.length;
    return [{ from, to: Math.min(1, to), claims: inBin.length, meanStrength, shareTrue }];
  });
}

function marksOf(diary: ScoredDiary): readonly Mark[] {
  return diary.claims.map(({ from, to, strength }) => ({
    strength,
    isTrue: diary.truth.some((edge) => edge.from === from && edge.to === to),
  }));
}

function bestPower(
  diaries: readonly { readonly marks: readonly Mark[]; readonly edges: number }[],
  fdr: number,
): number {
  const all = diaries.reduce((sum, diary) => sum + diary.edges, 0);
  if (all === 0) return Number.NaN;
  const marks = diaries.flatMap((diary) => diary.marks).sort((a, b) => b.strength - a.strength);
  let [hits, most] = [0, 0];
  marks.forEach((mark, index) => {
    if (mark.isTrue) hits += 1;
    const isLastOfTies = marks[index + 1]?.strength !== mark.strength;
    if (isLastOfTies && 1 - hits / (index + 1) <= fdr) most = hits;
  });
  return most / all;
}
