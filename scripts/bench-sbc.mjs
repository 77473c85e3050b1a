/** `npm run bench:sbc -- --draws 200 --seed 1`: bundles bench/sbc/sbc-run.ts and its worker and runs it; its header lists the flags. */
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-bench.mjs";

await bundle("bench/sbc/sbc-worker.ts");
await import(pathToFileURL(await bundle("bench/sbc/sbc-run.ts")).href);
