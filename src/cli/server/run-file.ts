/**
 * How does a second `gutskin` find the server that already runs?
 *
 * `run.json` in the data folder (mode 0600) holds port, process id and start token of the running server. It is a hint:
 * the reader must ask the port itself (`GET /health`) before it believes it. It is removed at a clean end, and only by
 * the process that wrote it.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFileWhole } from "../write-whole.ts";

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  readonly token: string;
}

/** Writes `run.json`, readable by the person only. */
export function writeRunFile(dataFolder: string, server: RunningServer): void {
  writeFileWhole(join(dataFolder, "run.json"), `${JSON.stringify(server)}\n`, 0o600);
}

/** What `run.json` says, or null when there is none that can be read. */
export function readRunFile(dataFolder: string): RunningServer | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataFolder, "run.json"), "utf8"));
    return isRunningServer(value) ? value : null;
  } catch {
    return null;
  }
}

/** Removes `run.json` if it still is the one of this process. */
export function removeRunFile(dataFolder: string, pid: number): void {
  if (readRunFile(dataFolder)?.pid === pid) rmSync(join(dataFolder, "run.json"), { force: true });
}

function isRunningServer(value: unknown): value is RunningServer {
  if (typeof value !== "object" || value === null) return false;
  if (!("port" in value && "pid" in value && "token" in value)) return false;
  return (
    Number.isSafeInteger(value.port) &&
    Number.isSafeInteger(value.pid) &&
    typeof value.token === "string" &&
    /^[0-9a-f]{64}$/.test(value.token)
  );
}
