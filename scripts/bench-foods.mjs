/** `npm run bench:foods -- --write --errors FILE`: bundles bench/foods/run.ts and bench/foods/cold.ts and runs it; bench/foods/README.md lists the flags. */
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-bench.mjs";

await bundle("bench/foods/cold.ts");
await import(pathToFileURL(await bundle("bench/foods/run.ts")).href);
