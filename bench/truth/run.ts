/**
 * How is the truth benchmark run? (`npm run bench:truth -- --families null,main --diaries 20 --seed 1`)
 *
 * Makes the diaries of each family, lets every method answer them in worker threads, scores the answers and, with `--name`, writes a JSON and a Markdown
 * file to bench/results/. `--seed 1` takes seeds 1, 3, 5 ... (development), `--seed 2` takes 2, 4, 6 ... (figures that are quoted). A named run that
 * was stopped goes on where it was (raw-results.ts). Progress goes to stderr, the table to stdout.
 *
 * Flags: --families LIST|all (also --family), --diaries N, --seed N, --methods LIST|all, --outcomes LIST|all, --workers N, --fdr X, --chains N, --sweeps N,
 * --name TEXT (of the result files; without it nothing is written), --again LIST (ask these methods anew), --score (no new answers: score what is
 * kept), --peers (the diaries of bench/peers/results, skin only, and the peers beside them), --csv FOLDER (write the diaries for other tools and stop), --claims (list every report).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { appGround } from "./app-ground.ts";
import { reliability } from "./curves.ts";
import { diaryCsv, rolesJson } from "./diary-files.ts";
import { families } from "./diary.ts";
import { makeDiary } from "./generate.ts";
import { methodNames } from "./methods.ts";
import { jobsOfPeers, keptPeers, peerOutcomes, scorePeers } from "./peers.ts";
import { answerInWorkers, type Job, type Plan } from "./pool.ts";
import { keep, keyOf, rawFolder, readKept } from "./raw-results.ts";
import { markdown, scoreAll, type Results } from "./report.ts";
import type { ScoredDiary } from "./scored-diary.ts";

const { values: flags } = parseArgs({
  options: {
    families: { type: "string" },
    family: { type: "string" },
    diaries: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    methods: { type: "string", default: "all" },
    outcomes: { type: "string", default: "all" },
    workers: { type: "string", default: String(Math.min(4, availableParallelism())) },
    fdr: { type: "string", default: "0.05" },
    chains: { type: "string" },
    sweeps: { type: "string" },
    name: { type: "string" },
    again: { type: "string", default: "" },
    score: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    csv: { type: "string" },
    claims: { type: "boolean", default: false },
  },
});

const peersFolder = "bench/peers/results";

await main();

async function main(): Promise<void> {
  const jobs = flags.peers ? jobsOfPeers(keptPeers(peersFolder)) : jobsOfFamilies();
  if (flags.csv !== undefined) return writeDiaries(flags.csv, jobs);
  const plan: Plan = {
    methods: flags.methods === "all" ? methodNames : flags.methods.split(","),
    outcomes: flags.peers ? peerOutcomes : flags.outcomes === "all" ? [] : flags.outcomes.split(","),
    engine: {
      fdr: Number(flags.fdr),
      ...(flags.chains === undefined ? {} : { chains: Number(flags.chains) }),
      ...(flags.sweeps === undefined ? {} : { sweeps: Number(flags.sweeps) }),
    },
  };
  const scored = flags.name === undefined ? await answerAll(jobs, plan) : await answerKept(flags.name, jobs, plan);
  const results = resultsOf(scored, plan);
  const page = markdown(results.families, factsOf(results));
  if (flags.claims) listReports(scored);
  process.stdout.write(page);
  if (flags.name === undefined) return;
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(`bench/results/${flags.name}.md`, page);
  writeFileSync(`bench/results/${flags.name}.json`, `${JSON.stringify(results, rounded)}\n`);
}

function jobsOfFamilies(): readonly Job[] {
  const names = (flags.families ?? flags.family ?? "null,main").split(",");
  const wanted = names.includes("all") ? families : families.filter((family) => names.includes(family));
  if (wanted.length < names.length && !names.includes("all")) throw new Error(`families are: ${families.join(", ")}`);
  // all families grow together, so that a run that is stopped has something of each
  return Array.from({ length: Number(flags.diaries) }, (_, index) => Number(flags.seed) + 2 * index).flatMap((seed) =>
    wanted.map((family): Job => ({ family, seed })),
  );
}

async function answerAll(
  jobs: readonly Job[],
  plan: Plan,
  heard: Parameters<typeof answerInWorkers>[4] = () => undefined,
): Promise<readonly ScoredDiary[]> {
  const started = performance.now();
  const worker = new URL("worker.js", import.meta.url);
  const scored = await answerInWorkers(worker, jobs, plan, Number(flags.workers), (answered, done) => {
    heard(answered, done);
    showProgress(done, jobs.length, started);
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  return scored;
}

/** Answers what is not kept yet and gives all answers of the plan, in the order of jobs and methods. */
async function answerKept(name: string, jobs: readonly Job[], plan: Plan): Promise<readonly ScoredDiary[]> {
  const folder = rawFolder(name);
  const again = flags.again.split(",");
  const before = readKept(folder);
  if (!flags.score) {
    const open = jobs.map((job): Job => {
      const old = before.get(keyOf(job));
      if (!old) return job;
      const methods = [...old.byMethod.keys()].filter((method) => !again.includes(method));
      return { ...job, before: { fingerprint: old.fingerprint, methods } };
    });
    await answerAll(open, plan, (answered) => {
      if (answered.scored.length > 0) keep(folder, answered);
    });
  }
  const kept = readKept(folder);
  const inOrder = [...jobs].sort((a, b) => families.indexOf(a.family) - families.indexOf(b.family) || a.seed - b.seed);
  return inOrder.flatMap((job) => plan.methods.flatMap((method) => kept.get(keyOf(job))?.byMethod.get(method) ?? []));
}

function resultsOf(scored: readonly ScoredDiary[], plan: Plan): Results {
  const subject = plan.methods[0] ?? "";
  const ofSubject = scored.filter(({ method }) => method === subject);
  const seeds = [...new Set(scored.map(({ seed }) => seed))].sort((a, b) => a - b);
  return {
    name: flags.name ?? "",
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, Node ${process.versions.node}, ${flags.workers} workers`,
    firstSeed: seeds[0] ?? Number(flags.seed),
    diariesPerFamily: seeds.length,
    nominalFdr: Number(flags.fdr),
    subject,
    families: scoreAll(scored),
    reliability: reliability(ofSubject),
    appGround: appGround(),
    peers: flags.peers ? scorePeers(keptPeers(peersFolder), ofSubject) : [],
  };
}

function factsOf({ firstSeed, diariesPerFamily, nominalFdr, date, machine }: Results): readonly string[] {
  const last = firstSeed + 2 * (diariesPerFamily - 1);
  return [
    `seeds ${String(firstSeed)}, ${String(firstSeed + 2)}, ... ${String(last)} (${firstSeed % 2 === 0 ? "even: quoted" : "odd: development"})`,
    `outcomes: ${flags.outcomes}; nominal FDR ${String(nominalFdr)}; intervals: 95 % bootstrap over diaries`,
    `${date}, ${machine}`,
  ];
}

/** One moving line on a terminal; about ten lines in a log. */
function showProgress(done: number, all: number, started: number): void {
  const seconds = (performance.now() - started) / 1000;
  const left = (seconds / done) * (all - done);
  const line = `${String(done)}/${String(all)} diaries, ${seconds.toFixed(0)} s, about ${left.toFixed(0)} s left`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
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
