/**
 * How long does one outcome take?
 *
 * The skin equation of main-family diaries (365 days x 21 candidates, 12 % blanks), cold (first call of the process) and warm (median of the
 * next eight diaries), beside a Granger scan of the same diaries and a plain 256 x 256 matrix product.
 */
import { axisSteps } from "../src/engine/fit-axis.ts";
import { createSimdWork } from "../src/simd/simd-work.ts";
import { median, timeRuns, type BenchRow } from "./bench-row.ts";
import { granger } from "./truth/baselines.ts";
import { engineMethod } from "./truth/engine-method.ts";
import { makeDiary } from "./truth/generate.ts";

const warmRuns = 8;

/** The engine's rows. Must be the first to run in the process, so that "cold" is cold. */
export function engineRows(): readonly BenchRow[] {
  const diaries = Array.from({ length: warmRuns + 1 }, (_, index) => makeDiary("main", 1 + 2 * index));
  const simdWork = createSimdWork();
  const engine = engineMethod(axisSteps, simdWork ? { linearWork: simdWork } : {});
  const answer = (run: number): unknown => {
    const diary = diaries[run];
    return diary && engine.answer(diary, ["skin"]);
  };
  const [cold = Number.NaN, ...warm] = timeRuns(warmRuns + 1, answer);
  const peak = peakMegabytes();
  const scan = median(
    timeRuns(warmRuns + 1, (run) => {
      const diary = diaries[run];
      return diary && granger.answer(diary, ["skin"]);
    }).slice(1),
  );
  const product = median(timeRuns(5, () => multiply(256)));
  const [whole = Number.NaN] = timeRuns(1, () => {
    const diary = diaries[0];
    return diary && engine.answer(diary, ["gut", "skin", "stress", "sleep"]);
  });
  return [
    {
      job: "engine, one outcome, 365 d x 21, cold",
      value: cold,
      unit: "ms",
      bar: 1500,
      reference: { name: "matrix product 256^3", value: product },
    },
    {
      job: `engine, same, warm (median of ${String(warmRuns)} diaries)`,
      value: median(warm),
      unit: "ms",
      bar: 1500,
      reference: { name: "Granger scan of the same diary", value: scan },
    },
    { job: "engine, same, slowest of them", value: Math.max(...warm), unit: "ms", bar: 1500 },
    { job: "engine, whole diary, 4 outcomes, one core", value: whole, unit: "ms" },
    { job: "peak memory of the process after the engine's runs", value: peak, unit: "MB" },
  ];
}

/** Largest resident memory of this process so far, MB. */
function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function multiply(n: number): Float64Array {
  const a = Float64Array.from({ length: n * n }, (_, i) => (i % 7) - 3);
  const b = Float64Array.from({ length: n * n }, (_, i) => (i % 5) - 2);
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < n; k += 1) {
      const aik = a[i * n + k] ?? 0;
      for (let j = 0; j < n; j += 1) c[i * n + j] = (c[i * n + j] ?? 0) + aik * (b[k * n + j] ?? 0);
    }
  }
  return c;
}
