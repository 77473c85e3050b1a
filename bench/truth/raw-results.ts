/**
 * Where are answers kept between runs?
 *
 * One line of JSON per answered diary in `bench/results/raw/<name>/<family>.jsonl` (not committed). A run that was stopped goes on where it was, new
 * methods are added to old answers, and `--again gutskin` asks one method anew; later lines win. Numbers are rounded to 6 digits, strengths to 10.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Answered } from "./pool.ts";
import type { ScoredDiary } from "./scored-diary.ts";

export interface Kept {
  readonly fingerprint: string;
  readonly byMethod: ReadonlyMap<string, ScoredDiary>;
}

/** The folder of a run's answers. */
export function rawFolder(name: string): string {
  return join("bench", "results", "raw", name);
}

/** All answers of a run, by `family seed`. A line that was cut off by a stop is left out; answers to an older form of a diary too. */
export function readKept(folder: string): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>();
  if (!existsSync(folder)) return kept;
  for (const file of readdirSync(folder).sort()) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const answered = parseLine(line);
      if (!answered) continue;
      const key = keyOf(answered);
      const old = kept.get(key);
      const base = old?.fingerprint === answered.fingerprint ? [...old.byMethod] : [];
      const added = answered.scored.map((scored) => [scored.method, scored] as const);
      kept.set(key, { fingerprint: answered.fingerprint, byMethod: new Map([...base, ...added]) });
    }
  }
  return kept;
}

/** Adds one answer. */
export function keep(folder: string, answered: Answered): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${answered.family}.jsonl`), `${JSON.stringify(answered, shortNumbers)}\n`);
}

/** The key of a diary. */
export function keyOf({ family, seed }: { readonly family: string; readonly seed: number }): string {
  return `${family} ${String(seed)}`;
}

function parseLine(line: string): Answered | null {
  if (line === "") return null;
  try {
    return JSON.parse(line);
  } catch {
    return null; // the run was stopped while writing
  }
}

function shortNumbers(key: string, value: unknown): unknown {
  if (key === "otherStrengths" && Array.isArray(value)) return value.map((strength: number) => round(strength, 10));
  if (typeof value !== "number") return value;
  return round(value, key === "strength" ? 10 : 6);
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
