/**
 * Is the WebAssembly kernel worth its place?
 *
 * The products that the sampler asks for, over 525 lag columns of 330 days, in WebAssembly SIMD and beside it in plain typed arrays, taken
 * in turns so that both see the same machine. Bar of the ratio: 1 / 1.5 of the plain time; below that the folder src/simd would go.
 */
import { createPlainWork, type CreateLinearWork, type LinearWork } from "../src/engine/linear-work.ts";
import { createSimdWork } from "../src/simd/simd-work.ts";
import { median, type BenchRow } from "./bench-row.ts";

const days = 330;
const columns = 525;
const worthIt = 1 / 1.5;
const rounds = 60;

interface Job {
  readonly name: string;
  /** Calls per measurement, so that each takes about a millisecond. */
  readonly calls: number;
  readonly work: (system: LinearWork) => unknown;
}

/** One row per kind of product, and one for making a system; none where WebAssembly SIMD is missing. */
export function productRows(): readonly BenchRow[] {
  const createSimd = createSimdWork();
  if (createSimd === null) return [];
  const simd = filled(createSimd);
  const plain = filled(createPlainWork);
  const v = simd.columns.slice(0, days);
  const jobs: readonly Job[] = [
    { name: `rows 25 x ${String(columns)}`, calls: 1, work: (system) => system.rows(100, 125) },
    { name: "block 15 x 15", calls: 50, work: (system) => system.block(105, 120) },
    { name: `cross ${String(columns)}`, calls: 10, work: (system) => system.cross(v) },
  ];
  return [
    ...jobs.map(({ name, calls, work }) =>
      compared(
        `products over ${String(days)} days, ${name}, SIMD`,
        calls,
        () => work(simd),
        () => work(plain),
      ),
    ),
    compared(
      "making a system and writing its columns, SIMD",
      1,
      () => createSimd(days, columns).columns.set(plain.columns),
      () => createPlainWork(days, columns).columns.set(plain.columns),
      null,
    ),
  ];
}

function filled(create: CreateLinearWork): LinearWork {
  const system = create(days, columns);
  for (let i = 0; i < system.columns.length; i += 1) system.columns[i] = ((i * 7919) % 10007) / 10007 - 0.5;
  return system;
}

function compared(
  job: string,
  calls: number,
  simd: () => unknown,
  plain: () => unknown,
  share: number | null = worthIt,
): BenchRow {
  const times: { readonly simd: number[]; readonly plain: number[] } = { simd: [], plain: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.simd.push(each(calls, simd));
    times.plain.push(each(calls, plain));
  }
  // the first third is compiling
  const [value, reference] = [times.simd, times.plain].map((all) => median(all.slice(rounds / 3)));
  if (value === undefined || reference === undefined) throw new Error("nothing was measured");
  return {
    job,
    value,
    unit: "µs",
    ...(share === null ? {} : { bar: reference * share }),
    reference: { name: "the same in plain typed arrays", value: reference },
  };
}

/** Microseconds of one call. */
function each(calls: number, job: () => unknown): number {
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) job();
  return ((performance.now() - started) * 1000) / calls;
}
