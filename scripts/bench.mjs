/** `npm run bench [-- --write --strict]`: bundles bench/speed.ts and runs it; its header says what it prints. */
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-bench.mjs";

await import(pathToFileURL(await bundle("bench/speed.ts")).href);
