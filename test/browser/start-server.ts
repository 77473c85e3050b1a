/**
 * How do the browser tests get the real thing?
 *
 * Starts the built command line program (dist/cli, dist/app) on a free port with a data folder of its own,
 * and reads the address with the start token from what it prints. Nothing is faked: the same guard, policy
 * and journal file as for a person.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface RunningServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The address with the start token, as it is printed. */
  readonly address: string;
  readonly dataFolder: string;
  /** Ends the program; the data folder stays until `remove`. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port and folder; a new token, the pairing stays. */
  readonly restart: () => Promise<RunningServer>;
  /** Ends it and removes the data folder. */
  readonly remove: () => Promise<void>;
}

/** `GUTSKIN_PROGRAM` points the tests at another build. */
const program = process.env["GUTSKIN_PROGRAM"] ?? fileURLToPath(new URL("../../bin/gutskin.js", import.meta.url));
const START_MS = 30_000;

/** Starts a server with an empty journal. */
export async function startServer(): Promise<RunningServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), "gutskin-browser-"));
  return run(dataFolder, await freePort());
}

/** Runs one command of the built program to its end; gives the exit code. */
export async function runProgram(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", resolve));
}

async function run(dataFolder: string, port: number): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, "--data", dataFolder, "--port", String(port), "--no-open"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await readAddress(child);
  const stop = (): Promise<void> => endOf(child);
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    address,
    dataFolder,
    stop,
    restart: async () => {
      await stop();
      return run(dataFolder, port);
    },
    remove: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${said}`)), START_MS);
    const onText = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]+/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    };
    child.stdout?.on("data", onText);
    child.stderr?.on("data", onText);
    child.on("exit", () => {
      clearTimeout(timer);
      reject(new Error(`the server ended at once: ${said}`));
    });
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const place = probe.address();
      const port = typeof place === "object" && place ? place.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
