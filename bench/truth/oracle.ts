/**
 * How much could anyone find in this diary?
 *
 * The oracle is told the true kernel of every pair (for pairs without an effect, the one they would have had), the exact error covariance and
 * the missing or rough exposures, and where a family has them also bends, hidden drivers, flares and the variance of the day; it only does not know which
 * effects are there. It regresses each outcome on all its candidates by generalised least squares (weekday, trend and context in), tests each
 * coefficient by t, and corrects by Benjamini-Hochberg over all pairs. Missing outcomes stay missing; counts and signs are tested as recorded.
 */
import { outcomeNames, pairKey, type TruthDiary } from "./diary.ts";
import { bandedCholesky, leastSquares, twoSidedT } from "./least-squares.ts";
import { reportByBenjaminiHochberg, type Method, type TestedPair } from "./method.ts";

export const oracle: Method = {
  name: "oracle",
  rule: "told delays, kernels, error law and missing exposures; GLS t-test + BH 5 %",
  answer: (diary, outcomes) => ({
    claims: reportByBenjaminiHochberg(
      outcomeNames(diary.table)
        .filter((name) => outcomes.includes(name))
        .flatMap((name) => testOutcome(diary, name)),
      0.05,
    ),
  }),
};

function testOutcome(diary: TruthDiary, outcome: string): readonly TestedPair[] {
  const { table, secret } = diary;
  const column = table.columns.find((candidate) => candidate.name === outcome);
  const recorded = column?.values ?? new Float64Array();
  const rows = [...recorded.keys()].filter((day) => !Number.isNaN(recorded[day]));
  const whiten = whitener(diary, outcome, rows);
  const others = table.columns.filter(({ name }) => name !== outcome && !(column?.partOf?.includes(name) ?? false));
  // context is adjusted for and not tested, as in the engine
  const candidates = others.filter(({ role }) => role !== "context").map(({ name }) => name);
  const contexts = others.filter(({ role }) => role === "context").map(({ name }) => name);
  const told = (secret.nuisance?.get(outcome) ?? []).map((values) => whiten((day) => values[secret.runIn + day] ?? 0));
  const always = [
    whiten(() => 1),
    ...[1, 2, 3, 4, 5, 6].map((weekday) => whiten((day) => ((table.firstDayNumber + day) % 7 === weekday ? 1 : 0))),
    whiten((day) => day / table.dayCount - 0.5),
    ...told,
    ...contexts.map((name) => whiten((day) => actingOn(diary, name, outcome, day))),
  ];
  const changing = candidates.map((name) => whiten((day) => actingOn(diary, name, outcome, day)));
  const fit = leastSquares(
    whiten((day) => recorded[day] ?? 0),
    [...always, ...changing],
  );
  if (!fit) return candidates.map((from) => ({ from, to: outcome, p: 1, sign: 0 }));
  return candidates.map((from, index) => {
    const mean = fit.coefficients[always.length + index] ?? 0;
    const error = fit.errors[always.length + index] ?? 1;
    const reach = 1.966 * error; // t quantile at about 300 degrees of freedom
    const kernel = secret.kernels.get(pairKey(from, outcome)) ?? [1];
    return {
      from,
      to: outcome,
      p: twoSidedT(mean / error, fit.degreesOfFreedom),
      sign: Math.sign(mean),
      effect: { mean, low95: mean - reach, high95: mean + reach },
      delayDays: kernel.reduce((sum, weight, lag) => sum + weight * lag, 0),
    };
  });
}

/** What the effect per unit multiplies on this day: the exact cause through its true kernel, bent where it is bent. */
function actingOn({ secret }: TruthDiary, from: string, to: string, day: number): number {
  const bent = secret.regressors?.get(pairKey(from, to));
  if (bent) return bent[secret.runIn + day] ?? 0;
  const cause = secret.complete.get(from) ?? new Float64Array();
  const kernel = secret.kernels.get(pairKey(from, to)) ?? [1];
  return kernel.reduce((sum, weight, lag) => sum + weight * (cause[secret.runIn + day - lag] ?? 0), 0);
}

/** Takes a column of these days and gives it back uncorrelated: the Cholesky factor of the true error covariance, zero beyond its reach. */
function whitener(
  { secret }: TruthDiary,
  outcome: string,
  rows: readonly number[],
): (read: (day: number) => number) => Float64Array {
  const covariance = secret.errorAutocovariance.get(outcome) ?? new Float64Array([1]);
  const byDay = secret.dayVariance?.get(outcome);
  const n = rows.length;
  const tiny = 1e-12 * (covariance[0] ?? 1);
  const longest = covariance.findLastIndex((value) => Math.abs(value) > tiny);
  // row i of the band starts at the first day that still matters to it
  let start = 0;
  const starts = rows.map((day) => {
    while (day - (rows[start] ?? day) > longest) start += 1;
    return start;
  });
  const band = rows.map((day, i) =>
    Float64Array.from({ length: i - (starts[i] ?? 0) + 1 }, (_, k) => {
      const other = rows[(starts[i] ?? 0) + k] ?? day;
      return (covariance[day - other] ?? 0) + (other === day ? (byDay?.[secret.runIn + day] ?? 0) : 0);
    }),
  );
  if (!bandedCholesky(band, starts)) throw new Error("the error covariance is not positive definite");
  return (read) => {
    const x = Float64Array.from(rows, read);
    for (let i = 0; i < n; i += 1) {
      const row = band[i] ?? x;
      const from = starts[i] ?? 0;
      let sum = x[i] ?? 0;
      for (let j = from; j < i; j += 1) sum -= (row[j - from] ?? 0) * (x[j] ?? 0);
      x[i] = sum / (row[i - from] ?? 1);
    }
    return x;
  };
}
