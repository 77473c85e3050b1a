/**
 * How is the truth benchmark run? (`npm run bench:truth -- --family null,main --diaries 20 --seed 1`)
 *
 * Makes the diaries of each family, lets every method answer them in worker threads, scores the answers and writes a JSON and a Markdown file to
 * bench/results/. `--seed 1` takes seeds 1, 3, 5 ... (development), `--seed 2` takes 2, 4, 6 ... (figures that are quoted). Progress goes to
 * stderr, the table to stdout.
 *
 * Flags: --family LIST|all, --diaries N, --seed N, --methods LIST, --outcomes LIST|all, --workers N, --fdr X, --chains N, --sweeps N,
 * --name TEXT (of the result files; without it nothing is written), --csv FOLDER (write the diaries for other tools and stop), --claims (list every report).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { diaryCsv, rolesJson } from "./diary-files.ts";
import { families } from "./diary.ts";
import { makeDiary } from "./generate.ts";
import { answerInWorkers, type Job, type Plan } from "./pool.ts";
import { markdown, scoreAll } from "./report.ts";
import type { ScoredDiary } from "./score.ts";

const { values: flags } = parseArgs({
  options: {
    family: { type: "string", default: "null,main" },
    diaries: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    methods: { type: "string", default: "gutskin,oracle,granger-bh,same-day-r,best-lag-r,perfice-r05,bearable-like" },
    outcomes: { type: "string", default: "all" },
    workers: { type: "string", default: String(Math.min(4, availableParallelism())) },
    fdr: { type: "string", default: "0.05" },
    chains: { type: "string" },
    sweeps: { type: "string" },
    name: { type: "string" },
    csv: { type: "string" },
    claims: { type: "boolean", default: false },
  },
});

await main();

async function main(): Promise<void> {
  const wanted =
    flags.family === "all" ? families : families.filter((family) => flags.family.split(",").includes(family));
  const seeds = Array.from({ length: Number(flags.diaries) }, (_, index) => Number(flags.seed) + 2 * index);
  const jobs = wanted.flatMap((family) => seeds.map((seed): Job => ({ family, seed })));
  if (jobs.length === 0) throw new Error(`no such family; there are: ${families.join(", ")}`);
  if (flags.csv !== undefined) return writeDiaries(flags.csv, jobs);
  const plan: Plan = {
    methods: flags.methods.split(","),
    outcomes: flags.outcomes === "all" ? [] : flags.outcomes.split(","),
    engine: {
      fdr: Number(flags.fdr),
      ...(flags.chains === undefined ? {} : { chains: Number(flags.chains) }),
      ...(flags.sweeps === undefined ? {} : { sweeps: Number(flags.sweeps) }),
    },
  };
  const started = performance.now();
  const scored = await answerInWorkers(
    new URL("worker.js", import.meta.url),
    jobs,
    plan,
    Number(flags.workers),
    (done) => {
      showProgress(done, jobs.length, started);
    },
  );
  if (process.stderr.isTTY) process.stderr.write("\n");
  const scores = scoreAll(scored);
  const facts = [
    `seeds ${String(seeds[0])}, ${String(seeds[1] ?? seeds[0])}, ... ${String(seeds.at(-1))} (${Number(flags.seed) % 2 === 0 ? "even: quoted" : "odd: development"})`,
    `outcomes: ${flags.outcomes}; nominal FDR ${flags.fdr}; intervals: 95 % bootstrap over diaries`,
    `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, Node ${process.versions.node}, ${flags.workers} workers`,
  ];
  const page = markdown(scores, facts);
  if (flags.claims) listReports(scored);
  process.stdout.write(page);
  if (flags.name === undefined) return;
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(`bench/results/${flags.name}.md`, page);
  writeFileSync(`bench/results/${flags.name}.json`, `${JSON.stringify({ facts, scores }, rounded)}\n`);
}

/** One moving line on a terminal; about ten lines in a log. */
function showProgress(done: number, all: number, started: number): void {
  const line = `${String(done)}/${String(all)} diaries, ${((performance.now() - started) / 1000).toFixed(0)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line} `);
  else if (done % Math.ceil(all / 10) === 0) process.stderr.write(`${line}\n`);
}

function writeDiaries(folder: string, jobs: readonly Job[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { family, seed } of jobs) {
    const diary = makeDiary(family, seed);
    const name = `${folder}/${family}-${String(seed)}`;
    writeFileSync(`${name}.csv`, diaryCsv(diary.table));
    writeFileSync(`${name}.roles.json`, rolesJson(diary.table));
    writeFileSync(`${name}.truth.json`, `${JSON.stringify({ variant: diary.variant, edges: diary.truth }, null, 1)}\n`);
  }
}

/** Five digits say all that a few hundred diaries can. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

function listReports(scored: readonly ScoredDiary[]): void {
  for (const { family, seed, method, claims, truth } of scored) {
    const lines = claims.flatMap(({ from, to, strength, reported }) => {
      const real = truth.find((edge) => edge.from === from && edge.to === to);
      if (!reported && !real) return [];
      const verdict = reported ? (real ? "found" : "FALSE") : "missed";
      const size = real ? ` d ${real.effectSd.toFixed(2)} delay ${real.delayDays.toFixed(1)} ${real.law}` : "";
      return [`  ${verdict} ${from} -> ${to} ${strength.toFixed(3)}${size}`];
    });
    if (lines.length > 0) process.stderr.write(`${family} ${String(seed)} ${method}\n${lines.join("\n")}\n`);
  }
}
