/** `npm run bench:truth -- --family main --diaries 20 --seed 1`: bundles bench/truth/run.ts and its worker and runs it; its header lists the flags. */
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-bench.mjs";

await bundle("bench/truth/worker.ts");
await import(pathToFileURL(await bundle("bench/truth/run.ts")).href);
