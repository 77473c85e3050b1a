/**
 * How long does one `gutskin foods import` take, and how much memory does it hold on the way?
 *
 * Runs the built program as a process of its own and looks at its resident memory every 100 ms (Linux: /proc; elsewhere memory is not measured).
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface ImportRun {
  readonly seconds: number;
  /** Largest resident memory, MB; null = not measured here. */
  readonly peakMb: number | null;
  /** Mean resident memory in the second and in the last quarter of the run, MB. */
  readonly quarterMb: readonly [number, number] | null;
  /** What the program answered. */
  readonly answer: { readonly added: number; readonly rowsRead?: number };
}

const program = process.env["GUTSKIN_BENCH_MAIN"] ?? resolve("bin/gutskin.js");

/** Imports a file or folder into the library of `home`. */
export async function importOnce(path: string, home: string, more: readonly string[] = []): Promise<ImportRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, "foods", "import", path, "--yes", "--json", ...more], {
    env: { ...process.env, GUTSKIN_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  const samples: number[] = [];
  let peak = 0;
  const timer = setInterval(() => {
    const status = statusOf(child.pid);
    if (status === null) return;
    samples.push(status.now);
    peak = Math.max(peak, status.peak);
  }, 100);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`the import ended with ${String(code)}: ${out.slice(0, 300)}`);
  const seconds = (performance.now() - started) / 1000;
  const quarter = Math.floor(samples.length / 4);
  return {
    seconds,
    peakMb: peak > 0 ? peak : null,
    quarterMb: quarter > 1 ? [mean(samples.slice(quarter, 2 * quarter)), mean(samples.slice(-quarter))] : null,
    answer: JSON.parse(out) as ImportRun["answer"],
  };
}

function statusOf(pid: number | undefined): { readonly now: number; readonly peak: number } | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) / 1024;
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return null;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
