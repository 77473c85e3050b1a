/**
 * Where does the program start?
 *
 * `bin/gutskin.js` checks the Node version and loads the built form of this file (dist/cli/main.js). The exit code is
 * set and not forced, so that everything written to a pipe arrives.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodes } from "./exit-codes.ts";
import { realWorld } from "./real-world.ts";
import { runCommandLine } from "./run.ts";
import { tellDefect } from "./terminal/tell.ts";

declare const __GUTSKIN_VERSION__: string;

const here = fileURLToPath(new URL(".", import.meta.url));
const world = realWorld({
  version: __GUTSKIN_VERSION__,
  appFolder: join(here, "..", "app"),
  workerFile: join(here, "analyse-worker.js"),
});
// Until the command has ended nothing was a success: neither a fault in a timer nor a promise that never settles.
process.exitCode = exitCodes.ourFault;
process.on("uncaughtException", (fault) => {
  tellDefect(world, fault);
  process.exit(exitCodes.ourFault);
});
process.exitCode = await runCommandLine(process.argv.slice(2), world);
