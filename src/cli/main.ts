/**
 * Where does the program start?
 *
 * `bin/gutskin.js` checks the Node version and loads the built form of this file (dist/cli/main.js). The exit code is
 * set and not forced, so that everything written to a pipe arrives.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { realWorld } from "./real-world.ts";
import { runCommandLine } from "./run.ts";

declare const __GUTSKIN_VERSION__: string;

const here = fileURLToPath(new URL(".", import.meta.url));
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  realWorld({
    version: __GUTSKIN_VERSION__,
    appFolder: join(here, "..", "app"),
    workerFile: join(here, "analyse-worker.js"),
  }),
);
