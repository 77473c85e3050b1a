/**
 * Is the ranking good, and are the probabilities honest, whatever threshold was used?
 *
 * `powerAtFdr`: the largest share of true edges that any single threshold on the method's own strength finds while at most a given share of what passes
 * is false (pooled over diaries; the threshold is chosen knowing the truth, so this is a property of the ranking, not a claim of the method).
 * `reliability`: of the claims with strength about s, which share is true? For probabilities the two should agree.
 */
import { bootstrapWeights, figureOf, wilson, type Figure, type Statistic } from "./bootstrap.ts";
import { pairUp, scoreMethod } from "./score.ts";
import { edgeOf, type ScoredDiary } from "./scored-diary.ts";

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
  /** Wilson 95 % interval of `shareTrue`. */
  readonly low95: number;
  readonly high95: number;
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  /** Least-squares slope of truth (0/1) on strength over all claims: 1 when probabilities are honest, below 1 when they boast. */
  readonly slope: Figure;
}

const edges = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1.000001];

/** Power at this realised FDR, with a 95 % bootstrap interval over diaries. NaN without true edges. */
export function powerAtFdr(diaries: readonly ScoredDiary[], fdr: number, resamples = 400): Figure {
  const of = diaries.reduce((sum, diary) => sum + diary.truth.length, 0);
  return figureOf(powerStatistic(diaries, fdr), diaries.length, of, bootstrapWeights(diaries.length, resamples));
}

/** `powerAtFdr` of the method as a share of the oracle's on the same diaries, paired bootstrap. */
export function shareOfOracle(
  method: readonly ScoredDiary[],
  oracle: readonly ScoredDiary[],
  fdr: number,
  resamples = 400,
): Figure {
  const pairs = pairUp(method, oracle);
  const own = powerStatistic(
    pairs.map(([diary]) => diary),
    fdr,
  );
  const ceiling = powerStatistic(
    pairs.map(([, diary]) => diary),
    fdr,
  );
  const share: Statistic = (weights) => own(weights) / ceiling(weights);
  return figureOf(share, pairs.length, pairs.length, bootstrapWeights(pairs.length, resamples));
}

/**
 * The same without hindsight on the method's side: the power that it reached with its own list, as a share of what the oracle's ranking reaches at the
 * FDR which that list really had.
 */
export function shareOfOracleAsReported(
  method: readonly ScoredDiary[],
  oracle: readonly ScoredDiary[],
  resamples = 400,
): Figure {
  const pairs = pairUp(method, oracle);
  const own = pairs.map(([diary]) => diary);
  const { fdr, power } = scoreMethod(own, 0);
  const rate = Number.isNaN(fdr.value) ? 0 : fdr.value;
  const found = own.map((diary) => countFound(diary));
  const reported: Statistic = (weights) => {
    let [hits, all] = [0, 0];
    for (let i = 0; i < weights.length; i += 1) {
      hits += weights[i] * found[i];
      all += weights[i] * own[i].truth.length;
    }
    return hits / all;
  };
  const ceiling = powerStatistic(
    pairs.map(([, diary]) => diary),
    rate,
  );
  const share: Statistic = (weights) => reported(weights) / ceiling(weights);
  return figureOf(share, pairs.length, power.of, bootstrapWeights(pairs.length, resamples));
}

/** Claims by strength, in eleven bins that are fine where decisions are made; empty bins are left out. */
export function reliability(diaries: readonly ScoredDiary[], resamples = 200): Reliability {
  const marked = diaries.map(marksOf);
  const marks = marked.flat();
  const bins = edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1];
    const inBin = marks.filter((mark) => mark.strength >= from && mark.strength < to);
    if (inBin.length === 0) return [];
    const meanStrength = inBin.reduce((sum, mark) => sum + mark.strength, 0) / inBin.length;
    const hits = inBin.filter((mark) => mark.isTrue).length;
    const [low95, high95] = wilson(hits, inBin.length);
    return [
      { from, to: Math.min(1, to), claims: inBin.length, meanStrength, shareTrue: hits / inBin.length, low95, high95 },
    ];
  });
  return {
    bins,
    slope: figureOf(slopeStatistic(marked), marked.length, marks.length, bootstrapWeights(marked.length, resamples)),
  };
}

function slopeStatistic(marked: readonly (readonly Mark[])[]): Statistic {
  const sums = marked.map((marks) => {
    const total = { n: marks.length, s: 0, y: 0, ss: 0, sy: 0 };
    for (const { strength, isTrue } of marks) {
      total.s += strength;
      total.ss += strength * strength;
      if (isTrue) total.y += 1;
      if (isTrue) total.sy += strength;
    }
    return total;
  });
  return (weights) => {
    let [n, s, y, ss, sy] = [0, 0, 0, 0, 0];
    sums.forEach((own, i) => {
      n += weights[i] * own.n;
      s += weights[i] * own.s;
      y += weights[i] * own.y;
      ss += weights[i] * own.ss;
      sy += weights[i] * own.sy;
    });
    const spread = ss - (s * s) / n;
    return y === 0 || !(spread > 1e-12) ? Number.NaN : (sy - (s * y) / n) / spread;
  };
}

function marksOf({ claims, otherStrengths, truth }: ScoredDiary): readonly Mark[] {
  return [
    ...claims.map(({ from, to, strength }) => ({ strength, isTrue: Boolean(edgeOf(truth, from, to)) })),
    ...otherStrengths.map((strength) => ({ strength, isTrue: false })),
  ];
}

function countFound({ claims, truth }: ScoredDiary): number {
  return claims.filter(({ reported, from, to }) => reported && edgeOf(truth, from, to)).length;
}

/** Largest power of any threshold with a pooled realised FDR of at most `fdr`; sorted once, so that a resample costs about O(true edges). */
function powerStatistic(diaries: readonly ScoredDiary[], fdr: number): Statistic {
  const marks = diaries.flatMap((diary, index) => marksOf(diary).map((mark) => ({ ...mark, index })));
  marks.sort((a, b) => b.strength - a.strength);
  const owner = Int32Array.from(marks, ({ index }) => index);
  const isTrue = Uint8Array.from(marks, (mark) => (mark.isTrue ? 1 : 0));
  const isLastOfTies = Uint8Array.from(marks, ({ strength }, i) => (marks[i + 1]?.strength === strength ? 0 : 1));
  const edgeCounts = Int32Array.from(diaries, (diary) => diary.truth.length);
  return (weights) => {
    let all = 0;
    for (let i = 0; i < edgeCounts.length; i += 1) all += weights[i] * edgeCounts[i];
    if (all === 0) return Number.NaN;
    const longest = all / (1 - fdr) + 1; // a longer list has too many false ones even with every true edge on it
    let [hits, passed, most] = [0, 0, 0];
    for (let i = 0; i < owner.length && passed <= longest; i += 1) {
      const weight = weights[owner[i]];
      passed += weight;
      hits += weight * isTrue[i];
      if (isLastOfTies[i] === 1 && hits > most && passed - hits <= fdr * passed + 1e-9) most = hits;
    }
    return most / all;
  };
}
