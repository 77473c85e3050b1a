/**
 * How good are a method's answers on diaries whose truth is known?
 *
 * Takes what a method claimed on many diaries of one family and gives the figures of the results table, each with a 95 % bootstrap interval
 * over diaries (1,000 resamples, seeded). "False" = reported, but no direct edge in the truth; `fdrNoPath` does not count pairs that are linked by
 * a directed chain (food -> gut -> skin). FDR is pooled: false reports / all reports of all diaries together.
 */
import { chanceOf } from "./chance.ts";
import type { Family, TruthDiary, TruthEdge } from "./diary.ts";
import type { Claim, MethodAnswer } from "./method.ts";

export interface ScoredDiary {
  readonly family: Family;
  readonly seed: number;
  readonly variant: string;
  readonly method: string;
  readonly milliseconds: number;
  readonly truth: readonly TruthEdge[];
  readonly claims: readonly Claim[];
  readonly twoWay: boolean | null;
  readonly converged: boolean | null;
}

export interface Figure {
  readonly value: number;
  readonly low95: number;
  readonly high95: number;
  /** How many things it is a share or mean of. */
  readonly of: number;
}

export type MetricName =
  | "anyReported"
  | "anyFalse"
  | "falsePerDiary"
  | "fdr"
  | "fdrNoPath"
  | "power"
  | "powerSkin"
  | "auc"
  | "signRight"
  | "coverageAll"
  | "coverageReported"
  | "estimateRatioAll"
  | "estimateRatioReported"
  | "delayError"
  | "delayCoverage80"
  | "direction"
  | "twoWayClaimed"
  | "converged"
  | "seconds";

export type Score = Readonly<Record<MetricName, Figure>>;

/** Keeps of a diary and its answer what scoring needs; truth is cut to the outcomes that were looked at. */
export function scoredDiary(
  diary: TruthDiary,
  outcomes: readonly string[],
  method: string,
  answer: MethodAnswer,
  milliseconds: number,
): ScoredDiary {
  return {
    family: diary.family,
    seed: diary.seed,
    variant: diary.variant,
    method,
    milliseconds,
    truth: diary.truth.filter((edge) => outcomes.includes(edge.to)),
    claims: answer.claims,
    twoWay: answer.twoWay ?? null,
    converged: answer.converged ?? null,
  };
}

/** Sum and count of every metric on one diary; metrics are ratios of sums, so that the bootstrap resamples diaries. */
type Tally = Readonly<Record<MetricName, readonly [sum: number, count: number]>>;

/** All figures of one method on one family. NaN where nothing can be said (power on null diaries). */
export function scoreMethod(diaries: readonly ScoredDiary[], resamples = 1000): Score {
  const tallies = diaries.map(tallyDiary);
  const chance = chanceOf(`bootstrap ${String(diaries.length)}`);
  const draws = Array.from({ length: resamples }, () => tallies.map(() => chance.pick(tallies)));
  return mapMetrics((metric) => {
    const value = ratio(tallies, metric);
    const spread = draws.map((draw) => ratio(draw, metric)).filter((x) => !Number.isNaN(x));
    spread.sort((a, b) => a - b);
    const at = (q: number): number => spread[Math.min(spread.length - 1, Math.floor(q * spread.length))] ?? Number.NaN;
    const of = tallies.reduce((sum, tally) => sum + tally[metric][1], 0);
    return { value, low95: at(0.025), high95: at(0.975), of };
  });
}

/**
 * Difference of one metric, `a` minus `b`, on the same diaries, with a paired 95 % bootstrap interval. Diaries that one of the two did not
 * answer are left out.
 */
export function pairedDifference(a: readonly ScoredDiary[], b: readonly ScoredDiary[], metric: MetricName): Figure {
  const pairs = a.flatMap((diary) => {
    const other = b.find((d) => d.family === diary.family && d.seed === diary.seed);
    return other ? [{ a: tallyDiary(diary), b: tallyDiary(other) }] : [];
  });
  const differenceOf = (sample: readonly { readonly a: Tally; readonly b: Tally }[]): number =>
    ratio(
      sample.map((pair) => pair.a),
      metric,
    ) -
    ratio(
      sample.map((pair) => pair.b),
      metric,
    );
  const chance = chanceOf(`paired ${String(pairs.length)}`);
  const spread = Array.from({ length: 1000 }, () => differenceOf(pairs.map(() => chance.pick(pairs)))).filter(
    (x) => !Number.isNaN(x),
  );
  spread.sort((x, y) => x - y);
  const at = (q: number): number => spread[Math.min(spread.length - 1, Math.floor(q * spread.length))] ?? Number.NaN;
  return { value: differenceOf(pairs), low95: at(0.025), high95: at(0.975), of: pairs.length };
}

function ratio(tallies: readonly Tally[], metric: MetricName): number {
  let [sum, count] = [0, 0];
  for (const tally of tallies) {
    sum += tally[metric][0];
    count += tally[metric][1];
  }
  return count === 0 ? Number.NaN : sum / count;
}

function tallyDiary(diary: ScoredDiary): Tally {
  const reported = diary.claims.filter((claim) => claim.reported);
  const wrong = reported.filter((claim) => !edgeOf(diary.truth, claim.from, claim.to));
  const offPath = wrong.filter((claim) => !pathExists(diary.truth, claim.from, claim.to));
  const hits = diary.truth.map((edge) => ({ edge, claim: claimOf(diary.claims, edge) }));
  const found = hits.flatMap(({ edge, claim }) => (claim?.reported ? [{ edge, claim }] : []));
  const sized = hits.flatMap(({ edge, claim }) => (claim?.effect ? [{ edge, claim, effect: claim.effect }] : []));
  const sizedFound = sized.filter(({ claim }) => claim.reported);
  const signed = found.filter(({ claim }) => claim.sign !== 0);
  const late = found.flatMap(({ edge, claim }) =>
    claim.delayDays === undefined ? [] : [{ edge, claim, days: claim.delayDays }],
  );
  const ranged = found.flatMap(({ edge, claim }) => (claim.delay80 ? [{ edge, range: claim.delay80 }] : []));
  const skinHits = hits.filter(({ edge }) => edge.to === "skin");
  const covers = ({ edge, effect }: (typeof sized)[number]): boolean =>
    effect.low95 <= edge.effectPerUnit && edge.effectPerUnit <= effect.high95;
  const ratios = (of: typeof sized): readonly [number, number] => [
    of.reduce((sum, { edge, effect }) => sum + effect.mean / edge.effectPerUnit, 0),
    of.length,
  ];
  const oneWay = reported.filter(
    ({ from, to }) => Boolean(edgeOf(diary.truth, from, to)) !== Boolean(edgeOf(diary.truth, to, from)),
  );
  return {
    anyReported: [reported.length > 0 ? 1 : 0, 1],
    anyFalse: [wrong.length > 0 ? 1 : 0, 1],
    falsePerDiary: [wrong.length, 1],
    fdr: [wrong.length, reported.length],
    fdrNoPath: [offPath.length, reported.length],
    power: [found.length, diary.truth.length],
    powerSkin: [skinHits.filter(({ claim }) => claim?.reported).length, skinHits.length],
    auc: areaUnderCurve(diary),
    signRight: [signed.filter(({ edge, claim }) => claim.sign === Math.sign(edge.effectPerUnit)).length, signed.length],
    coverageAll: [sized.filter(covers).length, sized.length],
    coverageReported: [sizedFound.filter(covers).length, sizedFound.length],
    estimateRatioAll: ratios(sized),
    estimateRatioReported: ratios(sizedFound),
    delayError: [late.reduce((sum, { edge, days }) => sum + Math.abs(days - edge.delayDays), 0), late.length],
    delayCoverage80: [
      ranged.filter(({ edge, range }) => range.low <= edge.delayDays && edge.delayDays <= range.high).length,
      ranged.length,
    ],
    direction: [oneWay.filter(({ from, to }) => edgeOf(diary.truth, from, to)).length, oneWay.length],
    twoWayClaimed: diary.twoWay === null ? [0, 0] : [diary.twoWay ? 1 : 0, 1],
    converged: diary.converged === null ? [0, 0] : [diary.converged ? 1 : 0, 1],
    seconds: [diary.milliseconds / 1000, 1],
  };
}

/** Share of (true, false) pairs of candidates that the method's strength puts in the right order; ties count half. */
function areaUnderCurve(diary: ScoredDiary): readonly [number, number] {
  const isTrue = (claim: Claim): boolean => Boolean(edgeOf(diary.truth, claim.from, claim.to));
  const right = diary.claims.filter(isTrue);
  const others = diary.claims.filter((claim) => !isTrue(claim));
  let wins = 0;
  for (const a of right)
    for (const b of others) wins += a.strength > b.strength ? 1 : a.strength === b.strength ? 0.5 : 0;
  return [wins, right.length * others.length];
}

function edgeOf(truth: readonly TruthEdge[], from: string, to: string): TruthEdge | undefined {
  return truth.find((edge) => edge.from === from && edge.to === to);
}

function claimOf(claims: readonly Claim[], edge: TruthEdge): Claim | undefined {
  return claims.find((claim) => claim.from === edge.from && claim.to === edge.to);
}

function pathExists(truth: readonly TruthEdge[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (let round = 0; round < 4; round += 1) {
    for (const edge of truth) if (reached.has(edge.from)) reached.add(edge.to);
  }
  return reached.has(to);
}

function mapMetrics(make: (metric: MetricName) => Figure): Score {
  return {
    anyReported: make("anyReported"),
    anyFalse: make("anyFalse"),
    falsePerDiary: make("falsePerDiary"),
    fdr: make("fdr"),
    fdrNoPath: make("fdrNoPath"),
    power: make("power"),
    powerSkin: make("powerSkin"),
    auc: make("auc"),
    signRight: make("signRight"),
    coverageAll: make("coverageAll"),
    coverageReported: make("coverageReported"),
    estimateRatioAll: make("estimateRatioAll"),
    estimateRatioReported: make("estimateRatioReported"),
    delayError: make("delayError"),
    delayCoverage80: make("delayCoverage80"),
    direction: make("direction"),
    twoWayClaimed: make("twoWayClaimed"),
    converged: make("converged"),
    seconds: make("seconds"),
  };
}
