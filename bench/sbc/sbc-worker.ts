/**
 * What does one worker thread of the calibration do? It draws the diary of a job, examines the engine on it and sends the record back.
 */
import { parentPort } from "node:worker_threads";
import { examine } from "./examine.ts";
import type { SbcJob } from "./sbc-pool.ts";

parentPort?.on("message", ({ arm, seed, oddsFactor }: SbcJob) => {
  parentPort?.postMessage(examine(arm, seed, oddsFactor));
});
