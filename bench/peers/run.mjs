/**
 * How do other people's programs answer the benchmark's diaries? (`node bench/peers/run.mjs`; README.md lists the peers and what they need)
 *
 * Exports the diaries of families main and null into a temporary folder, lets every peer answer them (one core each, `--at-once 2` peers at a time),
 * and writes results/<peer>.json and results/summary.md. A peer that cannot run is named at the end and leaves its old file alone.
 *
 * Flags: --only LIST (parts of names), --seed N (2: quoted, 1: development), --at-once N, --folder DIARIES (already exported), --results FOLDER,
 * --summary (only make the summary again). PYTHON names another interpreter than Debian's.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "../../scripts/bundle-bench.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const python = process.env.PYTHON ?? "/usr/bin/python3"; // Debian's packages belong to Debian's interpreter

/** Peer, script, its first argument, diaries per family: 20 where it is quick, 5 where a diary takes half a minute and more. */
const peers = [
  ["brms-ar1-horseshoe-kernels", "brms_ar1_horseshoe.R", [], 5],
  ["rstanarm-horseshoe-kernels", "rstanarm_horseshoe.R", [], 5],
  ["statsmodels-uc-state", "statsmodels_uc.py", ["state"], 10],
  ["statsmodels-uc-joint", "statsmodels_uc.py", ["joint"], 10],
  ["statsmodels-uc-single", "statsmodels_uc.py", ["single"], 20],
  ["statsmodels-sarimax-kernels", "statsmodels_sarimax.py", [], 10],
  ["statsmodels-ols-hac-lags", "statsmodels_ols_hac.py", ["lags"], 20],
  ["statsmodels-ols-hac-kernels", "statsmodels_ols_hac.py", ["kernels"], 20],
  ["nlme-gls-corar1-kernels", "gls_corar1.R", ["kernels"], 20],
  ["nlme-gls-corar1-lags", "gls_corar1.R", ["lags"], 5],
  ["r-arima-xreg-lags", "arima_xreg.R", ["lags"], 20],
  ["r-arima-xreg-kernels", "arima_xreg.R", ["kernels"], 20],
  ["sklearn-elastic-net-lags", "sklearn_elastic_net.py", ["lags"], 10],
  ["sklearn-elastic-net-kernels", "sklearn_elastic_net.py", ["kernels"], 20],
  ["glmnet-lasso-1se-lags", "glmnet_lasso.R", ["lags"], 20],
  ["glmnet-lasso-1se-kernels", "glmnet_lasso.R", ["kernels"], 20],
  ["sklearn-forest-kernels", "sklearn_forest.py", [], 5],
];

const { values: flags } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    seed: { type: "string", default: "2" },
    "at-once": { type: "string", default: "2" },
    folder: { type: "string" },
    results: { type: "string", default: join(here, "results") },
    summary: { type: "boolean", default: false },
  },
});

const results = resolve(flags.results);
mkdirSync(results, { recursive: true });
if (!flags.summary) await answerAll();
const { summarise } = await import(pathToFileURL(await bundle("bench/peers/summary.ts")).href);
summarise(results);

async function answerAll() {
  const folder = flags.folder === undefined ? mkdtempSync(join(tmpdir(), "peers-")) : resolve(flags.folder);
  const exporting = ["scripts/bench-truth.mjs", "--family", "null,main", "--diaries", "20", "--seed", flags.seed];
  if (flags.folder === undefined && !(await succeeds(process.execPath, [...exporting, "--csv", folder]))) {
    throw new Error("the diaries could not be exported");
  }
  const wanted = peers.filter(([peer]) => flags.only.split(",").some((part) => peer.includes(part)));
  const failed = [];
  const queue = [...wanted];
  const one = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const [peer, script, words, count] = job;
      const isPython = script.endsWith(".py");
      const counted = isPython ? ["--diaries", String(count)] : [String(count)];
      const done = await succeeds(isPython ? python : "Rscript", [
        join(here, script),
        ...words,
        folder,
        results,
        ...counted,
      ]);
      if (!done) failed.push(peer);
    }
  };
  await Promise.all(Array.from({ length: Number(flags["at-once"]) }, one));
  if (flags.folder === undefined) rmSync(folder, { recursive: true });
  if (failed.length > 0) process.stderr.write(`did not run: ${failed.join(", ")}\n`);
}

function succeeds(command, words) {
  // one core per peer, and no bytecode beside the scripts
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" };
  return new Promise((settle) => {
    const child = spawn(command, words, { stdio: ["ignore", "inherit", "inherit"], env });
    child.on("error", () => settle(false));
    child.on("exit", (code) => settle(code === 0));
  });
}
