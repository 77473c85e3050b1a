/**
 * How long does one outcome take?
 *
 * The skin equation of main-family diaries (365 days x 21 candidates, 12 % blanks), cold (first call of the process) and warm (median of the
 * next eight diaries), beside a Granger scan of the same diaries and a plain 256 x 256 matrix product; then outcomes that tell only bounds, a first look,
 * an answer that goes on from an earlier one, the longest step between two chances to stop, and a long diary with many columns.
 */
import { axisSteps, fitAxis, previewAxis } from "../src/engine/fit-axis.ts";
import type { AxisOptions } from "../src/engine/posterior.ts";
import { createSimdWork } from "../src/simd/simd-work.ts";
import type { DailyTable } from "../src/daily/table.ts";
import { median, timeRuns, type BenchRow } from "./bench-row.ts";
import { granger } from "./truth/baselines/granger.ts";
import { engineMethod } from "./truth/engine-method.ts";
import { makeDiary } from "./truth/generate.ts";

const warmRuns = 8;
const simdWork = createSimdWork();
const options: AxisOptions = { seed: 1, ...(simdWork ? { linearWork: simdWork } : {}) };

/** The engine's rows. Must be the first to run in the process, so that "cold" is cold. */
export function engineRows(): readonly BenchRow[] {
  const diaries = Array.from({ length: warmRuns + 1 }, (_, index) => makeDiary("main", 1 + 2 * index));
  const engine = engineMethod(axisSteps, options);
  const answer = (run: number): unknown => {
    const diary = diaries[run];
    return diary && engine.answer(diary, ["skin"]);
  };
  const [cold = Number.NaN, ...warm] = timeRuns(warmRuns + 1, answer);
  const peak = peakMegabytes();
  const quiet = timeRuns(warmRuns, (run) => fitAxis(makeDiary("null", 1 + 2 * run).table, skinOnly));
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
      reference: { name: "matrix product 256^3", value: product },
    },
    {
      job: `engine, same, warm, three causes to find (median of ${String(warmRuns)} diaries)`,
      value: median(warm),
      unit: "ms",
      bar: 150,
      reference: { name: "Granger scan of the same diary", value: scan },
    },
    { job: "engine, same, slowest of them", value: Math.max(...warm), unit: "ms" },
    { job: "engine, same, warm, diaries without any effect (median)", value: median(quiet), unit: "ms", bar: 150 },
    { job: "engine, whole diary, 4 outcomes, one core", value: whole, unit: "ms" },
    { job: "peak memory of the process after the engine's first runs", value: peak, unit: "MB", bar: 150 },
    ...boundedRows(),
    ...promptRows(),
    longRow(),
  ];
}

const skinOnly: AxisOptions = { ...options, outcomes: ["skin"] };

/** Outcomes whose values tell only bounds: the skin of the "ends" family, arm by arm. */
function boundedRows(): readonly BenchRow[] {
  const arms = [
    ["a score that is 0 on 60 % of days", 1],
    ["signs 0-3", 5],
    ["yes/no", 17],
  ] as const;
  return arms.map(([name, seed]) => {
    const { table } = makeDiary("ends", seed);
    const times = timeRuns(3, (run) => fitAxis(table, { ...skinOnly, seed: run + 1 }));
    return { job: `engine, one outcome, ${name} (median of 3 seeds)`, value: median(times), unit: "ms", bar: 250 };
  });
}

/** What a person waits for: the first look, a stop, the answer after one more day. */
function promptRows(): readonly BenchRow[] {
  const { table } = makeDiary("main", 3);
  const looks = timeRuns(9, () => previewAxis(table, skinOnly));
  const steps: number[] = [];
  const running = axisSteps(table, skinOnly);
  for (;;) {
    const started = performance.now();
    const step = running.next();
    steps.push(performance.now() - started);
    if (step.done === true) break;
  }
  steps.sort((a, b) => a - b);
  const shorter = withoutLastDay(table);
  const earlier = fitAxis(shorter, skinOnly);
  const restart = earlier.ok ? earlier.value.restart : [];
  const afresh = median(timeRuns(3, (run) => fitAxis(table, { ...skinOnly, seed: run + 1 })));
  const onward = median(timeRuns(3, (run) => fitAxis(table, { ...skinOnly, seed: run + 1, restart })));
  return [
    { job: "engine, first look at one outcome (median, warm)", value: median(looks.slice(1)), unit: "ms", bar: 100 },
    { job: "engine, longest step between two chances to stop", value: steps.at(-1) ?? Number.NaN, unit: "ms", bar: 50 },
    {
      job: "engine, one day added, from where the earlier answer ended",
      value: onward,
      unit: "ms",
      reference: { name: "the same from the start", value: afresh },
    },
  ];
}

/** 1,500 days x 60 levers, one outcome. */
function longRow(): BenchRow {
  const made = [1, 3, 5, 7].map((seed) => makeDiary("long", seed + 4).table);
  const [first] = made;
  if (!first) throw new Error("no diary");
  const days = Math.min(...made.map((table) => table.dayCount));
  const levers = made.flatMap((table, copy) =>
    table.columns
      .filter((column) => column.role === "lever")
      .map((column) => ({ ...column, name: `${column.name}${String(copy)}`, values: column.values.slice(0, days) })),
  );
  const skin = first.columns.filter((column) => column.name === "skin");
  const columns = [...skin, ...levers.slice(0, 60)].map((column) => ({
    ...column,
    values: column.values.slice(0, days),
    reasons: new Uint8Array(days),
  }));
  const [time = Number.NaN] = timeRuns(1, () => fitAxis({ ...first, dayCount: days, columns }, skinOnly));
  return { job: `engine, one outcome, ${String(days)} d x 60 levers`, value: time, unit: "ms", bar: 3000 };
}

function withoutLastDay(table: DailyTable): DailyTable {
  const dayCount = table.dayCount - 1;
  const columns = table.columns.map((column) => ({
    ...column,
    values: column.values.slice(0, dayCount),
    reasons: column.reasons.slice(0, dayCount),
  }));
  return { ...table, dayCount, columns };
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
