/**
 * How is the engine's calibration examined? (`npm run bench:sbc -- --draws 200 --seed 1`)
 *
 * Draws diaries from the engine's own prior, lets it read them in worker threads and compares what it says with what is true. Prints a table; with
 * `--name` keeps all records in bench/results/sbc-NAME.json; with `--page` writes docs/science/calibration.md and its pictures from them.
 * `--seed 1` takes seeds 1, 3, 5 ... (development), `--seed 2` takes 2, 4, 6 ... (figures that are quoted).
 *
 * Flags: --draws N (per arm), --seed N, --arms LIST|all, --workers N, --name TEXT, --page, --from FILE (a kept JSON instead of a new run).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { arms } from "./arm.ts";
import type { SbcRecord } from "./examine.ts";
import { calibrationPage, shortTable } from "./page.ts";
import { rankPicture, reliabilityPicture } from "./pictures.ts";
import { examineInWorkers, sbcJobs } from "./sbc-pool.ts";
import { summariseArm } from "./summary.ts";

const { values: flags } = parseArgs({
  options: {
    draws: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    arms: { type: "string", default: "all" },
    workers: { type: "string", default: String(Math.min(2, availableParallelism())) },
    name: { type: "string" },
    page: { type: "boolean", default: false },
    from: { type: "string" },
  },
});

/** What is kept of a run. */
interface Kept {
  readonly facts: readonly string[];
  readonly records: readonly SbcRecord[];
}

await main();

async function main(): Promise<void> {
  const kept: Kept = flags.from === undefined ? await run() : JSON.parse(readFileSync(flags.from, "utf8"));
  if (flags.name !== undefined) {
    mkdirSync("bench/results", { recursive: true });
    writeFileSync(`bench/results/sbc-${flags.name}.json`, `${JSON.stringify(kept, rounded)}\n`);
  }
  const summaries = arms.flatMap((arm) => {
    const records = kept.records.filter((record) => record.arm === arm.name);
    return records.length > 1 ? [summariseArm(arm, records)] : [];
  });
  process.stdout.write(`${kept.facts.join("\n")}\n${shortTable(summaries)}`);
  if (!flags.page) return;
  writeFileSync("docs/science/calibration.md", calibrationPage(summaries, kept.facts));
  writeFileSync("docs/science/calibration-reliability.svg", reliabilityPicture(summaries));
  for (const summary of summaries) {
    writeFileSync(`docs/science/calibration-${summary.arm.name}.svg`, rankPicture(summary));
  }
}

async function run(): Promise<Kept> {
  const wanted = flags.arms === "all" ? arms : arms.filter((arm) => flags.arms.split(",").includes(arm.name));
  const jobs = sbcJobs(wanted, Number(flags.draws), Number(flags.seed));
  if (jobs.length === 0) throw new Error(`no such arm; there are: ${arms.map((arm) => arm.name).join(", ")}`);
  const started = performance.now();
  const records = await examineInWorkers(
    new URL("sbc-worker.js", import.meta.url),
    jobs,
    Number(flags.workers),
    (done) => {
      const line = `${String(done)}/${String(jobs.length)} diaries, ${((performance.now() - started) / 1000).toFixed(0)} s`;
      if (process.stderr.isTTY) process.stderr.write(`\r${line} `);
      else if (done % Math.ceil(jobs.length / 10) === 0) process.stderr.write(`${line}\n`);
    },
  );
  const seed = Number(flags.seed);
  return {
    facts: [
      `${flags.draws} diaries per arm, seeds ${String(seed)}, ${String(seed + 2)}, ... (${seed % 2 === 0 ? "even: quoted" : "odd: development"})`,
      `engine commit ${engineCommit()}`,
      `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, Node ${process.versions.node}, ${flags.workers} workers, ${((performance.now() - started) / 60_000).toFixed(1)} minutes`,
    ],
    records,
  };
}

/** The commit, and whether src/engine differs from it. */
function engineCommit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "src/engine", "src/numeric", "src/base") !== "";
  return `${git("rev-parse", "--short", "HEAD")}${changed ? " with uncommitted changes" : ""}`;
}

/** Five digits say all that a few thousand diaries can. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}
