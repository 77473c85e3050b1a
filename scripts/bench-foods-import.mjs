/** `npm run bench:foods-import -- --rows 500000 --seed 1 --write`: builds the program and bench/foods-import/run.ts and runs it; its header lists the flags. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { bundle } from "./bundle-bench.mjs";

// a folder of its own: a build of dist/cli meanwhile must not change what is measured
const outDir = resolve("dist/bench-cli");
await build({ configFile: "vite.cli.config.ts", logLevel: "error", build: { outDir } });
process.env["GUTSKIN_BENCH_MAIN"] = resolve(outDir, "main.js");
await import(pathToFileURL(await bundle("bench/foods-import/run.ts")).href);
