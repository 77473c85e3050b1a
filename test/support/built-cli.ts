/**
 * The built terminal program for tests that need a real process: signals, pipes, ports, exit codes.
 *
 * Built into a folder of its own inside the checkout, where `libsql` can be found by name, and removed afterwards.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Waits until stdout or stderr holds the pattern. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
}

export interface BuiltCli {
  readonly main: string;
  readonly start: (words: readonly string[], options?: { readonly home?: string; readonly input?: string }) => Started;
  readonly run: (
    words: readonly string[],
    options?: { readonly home?: string; readonly input?: string },
  ) => Promise<Finished>;
  readonly remove: () => void;
}

/** Builds the program (about one second). */
export async function buildCli(): Promise<BuiltCli> {
  const out = join(root, "dist", `test-cli-${String(process.pid)}`);
  await build({ root, configFile: join(root, "vite.cli.config.ts"), logLevel: "error", build: { outDir: out } });
  const main = join(out, "main.js");
  const start: BuiltCli["start"] = (words, options = {}) => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, GUTSKIN_HOME: options.home ?? "", DISPLAY: "", WAYLAND_DISPLAY: "" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.end(options.input ?? "");
    return watch(child);
  };
  return {
    main,
    start,
    run: (words, options) => start(words, options).finished,
    remove: () => {
      rmSync(out, { recursive: true, force: true });
    },
  };
}

function watch(child: ChildProcess): Started {
  let out = "";
  let err = "";
  const waiting = new Set<() => void>();
  const heard = (): void => {
    for (const look of waiting) look();
  };
  child.stdout?.on("data", (bytes: Buffer) => {
    out += bytes.toString();
    heard();
  });
  child.stderr?.on("data", (bytes: Buffer) => {
    err += bytes.toString();
    heard();
  });
  const finished = new Promise<Finished>((resolve) => {
    child.on("close", (code, signal) => {
      resolve({ code, signal, out, err });
      heard();
    });
  });
  return {
    process: child,
    finished,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(out) ?? pattern.exec(err);
          if (match !== null) {
            waiting.delete(look);
            resolve(match);
          } else if (child.exitCode !== null) {
            waiting.delete(look);
            reject(new Error(`ended with ${String(child.exitCode)} without saying ${String(pattern)}: ${out}${err}`));
          }
        };
        waiting.add(look);
        look();
      }),
  };
}
