/**
 * How much could anyone find in this diary?
 *
 * The oracle is told the true kernel of every pair (for pairs without an effect, the one they would have had), the exact error covariance and
 * the missing exposures; it only does not know which effects are there. It regresses each outcome on all its candidates by generalised least
 * squares (weekday and trend in), tests each coefficient by t, and corrects by Benjamini-Hochberg over all pairs. Missing outcomes stay missing.
 */
import { outcomeNames, pairKey, type TruthDiary } from "./diary.ts";
import { cholesky, forward, leastSquares, twoSidedT } from "./least-squares.ts";
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
  const recorded = table.columns.find((column) => column.name === outcome)?.values ?? new Float64Array();
  const rows = [...recorded.keys()].filter((day) => !Number.isNaN(recorded[day]));
  const n = rows.length;
  const covariance = secret.errorAutocovariance.get(outcome) ?? new Float64Array([1]);
  const lower = new Float64Array(n * n);
  rows.forEach((dayI, i) => {
    for (let j = 0; j <= i; j += 1) lower[i * n + j] = covariance[Math.abs(dayI - (rows[j] ?? 0))] ?? 0;
  });
  if (!cholesky(lower, n)) throw new Error("the error covariance is not positive definite");
  const whiten = (read: (day: number) => number): Float64Array => forward(lower, n, Float64Array.from(rows, read));
  const candidates = table.columns.map((column) => column.name).filter((name) => name !== outcome);
  const design = [
    whiten(() => 1),
    ...[1, 2, 3, 4, 5, 6].map((weekday) => whiten((day) => ((table.firstDayNumber + day) % 7 === weekday ? 1 : 0))),
    whiten((day) => day / table.dayCount - 0.5),
    ...candidates.map((name) => {
      const cause = secret.complete.get(name) ?? new Float64Array();
      const kernel = secret.kernels.get(pairKey(name, outcome)) ?? [1];
      return whiten((day) =>
        kernel.reduce((sum, weight, lag) => sum + weight * (cause[secret.runIn + day - lag] ?? 0), 0),
      );
    }),
  ];
  const fit = leastSquares(
    whiten((day) => recorded[day] ?? 0),
    design,
  );
  if (!fit) return candidates.map((from) => ({ from, to: outcome, p: 1, sign: 0 }));
  return candidates.map((from, index) => {
    const mean = fit.coefficients[8 + index] ?? 0;
    const error = fit.errors[8 + index] ?? 1;
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
