/**
 * How do outside tools do on the same diaries?
 *
 * Reads `bench/peers/results/*.json` (made by the scripts in bench/peers, which see the CSV of a diary and not its truth), and scores every peer and
 * the methods of a run on the diaries that both answered, for the outcomes that the peer looked at. A file of another shape is named and left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./bootstrap.ts";
import { families, type Family } from "./diary.ts";
import { makeDiary } from "./generate.ts";
import type { Claim } from "./method.ts";
import { pairUp, pairedDifference, scoreMethod, type Score } from "./score.ts";
import { scoredDiary, type ScoredDiary } from "./scored-diary.ts";

export interface PeerFile {
  readonly peer: string;
  readonly version: string;
  readonly date: string;
  readonly machine: string;
  readonly rows: readonly PeerRow[];
}

export interface PeerRow {
  readonly family: Family;
  readonly seed: number;
  readonly claims: readonly Claim[];
  readonly seconds: number;
}

export interface PeerScores {
  readonly peer: string;
  readonly version: string;
  readonly date: string;
  readonly machine: string;
  readonly families: readonly {
    readonly family: string;
    readonly diaries: number;
    readonly score: Score;
    /** The engine on the same diaries and outcomes; null when it was not run on them. */
    readonly engine: Score | null;
    /** Power of the engine minus that of the peer, paired. */
    readonly powerMore: Figure | null;
    /** Median seconds of the peer / median seconds of the engine. */
    readonly timesFaster: number | null;
  }[];
}

/** Every readable results file, by name; `problems` names the others. */
export function readPeers(folder: string): {
  readonly files: readonly PeerFile[];
  readonly problems: readonly string[];
} {
  if (!existsSync(folder)) return { files: [], problems: [] };
  const problems: string[] = [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const file = toPeerFile(JSON.parse(readFileSync(join(folder, name), "utf8")));
      if (file === null) problems.push(`${name}: not of the form {peer, version, date, machine, rows}`);
      return file === null ? [] : [file];
    });
  return { files, problems };
}

/** One peer against the engine's answers (of any outcomes; they are cut to those that the peer looked at). */
export function scorePeer(file: PeerFile, engine: readonly ScoredDiary[]): PeerScores {
  const answers = file.rows.map((row) => peerDiary(file.peer, row));
  const names = [...new Set(file.rows.map(({ family }) => family))];
  return {
    peer: file.peer,
    version: file.version,
    date: file.date,
    machine: file.machine,
    families: names.map((family) => {
      const own = answers.filter((answer) => answer.scored.family === family);
      const outcomes = [...new Set(own.flatMap((answer) => answer.outcomes))];
      const scored = own.map((answer) => answer.scored);
      const same = pairUp(engine, scored).map(([diary]) => cutTo(diary, outcomes));
      const paired = pairUp(scored, same).map(([diary]) => diary);
      return {
        family,
        diaries: scored.length,
        score: scoreMethod(scored, 400),
        engine: same.length === 0 ? null : scoreMethod(same, 400),
        powerMore: same.length === 0 ? null : pairedDifference(same, paired, "power", 400),
        timesFaster:
          same.length === 0
            ? null
            : median(paired.map(({ milliseconds }) => milliseconds)) /
              median(same.map(({ milliseconds }) => milliseconds)),
      };
    }),
  };
}

function peerDiary(
  peer: string,
  { family, seed, claims, seconds }: PeerRow,
): { readonly scored: ScoredDiary; readonly outcomes: readonly string[] } {
  const outcomes = [...new Set(claims.map((claim) => claim.to))];
  return {
    scored: scoredDiary(makeDiary(family, seed), outcomes, { name: peer }, { claims }, seconds * 1000),
    outcomes,
  };
}

/** Strengths of unreported false pairs carry no names, so they stay; ranking figures of a cut diary are not used. */
function cutTo(diary: ScoredDiary, outcomes: readonly string[]): ScoredDiary {
  return {
    ...diary,
    truth: diary.truth.filter((edge) => outcomes.includes(edge.to)),
    claims: diary.claims.filter((claim) => outcomes.includes(claim.to)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** Null when anything that scoring needs is not there. */
export function toPeerFile(value: unknown): PeerFile | null {
  if (!isRecord(value) || !Array.isArray(value["rows"])) return null;
  const { peer, date } = value;
  if (typeof peer !== "string" || typeof date !== "string") return null;
  const rows = value["rows"].map(toRow);
  if (rows.some((row) => row === null)) return null;
  return {
    peer,
    version: textOf(value["version"]),
    date,
    machine: textOf(value["machine"]),
    rows: rows.flatMap((row) => row ?? []),
  };
}

function toRow(value: unknown): PeerRow | null {
  if (!isRecord(value) || !Array.isArray(value["claims"])) return null;
  const family = families.find((name) => name === value["family"]);
  const { seed, seconds } = value;
  const claims = value["claims"].map(toClaim);
  if (family === undefined || typeof seed !== "number" || typeof seconds !== "number" || claims.includes(null))
    return null;
  return { family, seed, seconds, claims: claims.flatMap((claim) => claim ?? []) };
}

function toClaim(value: unknown): Claim | null {
  if (!isRecord(value)) return null;
  const { from, to, strength, reported, effect, delayDays } = value;
  if (typeof from !== "string" || typeof to !== "string" || typeof strength !== "number") return null;
  if (typeof reported !== "boolean") return null;
  const size = toEffect(effect);
  const sign = typeof value["sign"] === "number" ? value["sign"] : Math.sign(size.effect?.mean ?? size.estimate ?? 0);
  return { from, to, strength, reported, sign, ...size, ...(typeof delayDays === "number" ? { delayDays } : {}) };
}

/** A number, or {mean, low95, high95}. */
function toEffect(value: unknown): Pick<Claim, "effect" | "estimate"> {
  if (typeof value === "number") return { estimate: value };
  if (!isRecord(value)) return {};
  const { mean, low95, high95 } = value;
  if (typeof mean !== "number") return {};
  if (typeof low95 !== "number" || typeof high95 !== "number") return { estimate: mean };
  return { effect: { mean, low95, high95 } };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return "";
  return Object.entries(value)
    .map(([name, part]) => `${name} ${String(part)}`)
    .join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
