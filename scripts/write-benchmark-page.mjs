/**
 * `node scripts/write-benchmark-page.mjs [RUN] [PEERS-RUN]`: writes docs/science/benchmark.md and its plots from bench/results/RUN.json (default "truth")
 * and PEERS-RUN.json (default "truth-peers"; may be absent).
 */
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-bench.mjs";

const [run = "truth", peersRun = "truth-peers"] = process.argv.slice(2);
const { writePage } = await import(pathToFileURL(await bundle("bench/truth/page/write-page.ts")).href);
writePage(run, peersRun);
