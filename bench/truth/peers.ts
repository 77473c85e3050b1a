/**
 * How do outside tools do on the same diaries?
 *
 * Takes the kept answers of bench/peers (made by scripts that see the CSV of a diary and not its truth) and scores every peer beside the engine on the
 * diaries that both answered, for the outcome that the peers looked at. Answers to a diary that the generator no longer makes are left out and counted.
 */
import { existsSync } from "node:fs";
import { diaryMark, readPeers, type PeerFile } from "../peers/peer-results.ts";
import type { Figure } from "./bootstrap.ts";
import type { TruthDiary } from "./diary.ts";
import { makeDiary } from "./generate.ts";
import type { Job } from "./pool.ts";
import { pairUp, pairedDifference, scoreMethod, type Score } from "./score.ts";
import { scoredDiary, type ScoredDiary } from "./scored-diary.ts";

export interface PeerScores {
  readonly peer: string;
  readonly rule: string;
  readonly version: string;
  readonly date: string;
  readonly machine: string;
  /** Rows left out because their diary has changed since. */
  readonly stale: number;
  readonly families: readonly PeerFamily[];
}

export interface PeerFamily {
  readonly family: string;
  readonly diaries: number;
  readonly score: Score;
  /** The engine on the same diaries and outcome; null when it was not run on them. */
  readonly engine: Score | null;
  /** Power of the engine minus that of the peer, paired. */
  readonly powerMore: Figure | null;
  /** Median seconds of the peer / median seconds of the engine, per diary. */
  readonly timesFaster: number | null;
}

export const peerOutcomes: readonly string[] = ["skin"];

/** The kept files of a folder; none when there is no such folder. */
export function keptPeers(folder: string): readonly PeerFile[] {
  return existsSync(folder) ? readPeers(folder) : [];
}

/** Every diary that some peer answered, once. */
export function jobsOfPeers(files: readonly PeerFile[]): readonly Job[] {
  const rows = files.flatMap((file) => file.rows.map(({ family, seed }): Job => ({ family, seed })));
  return [...new Map(rows.map((job) => [`${job.family} ${String(job.seed)}`, job] as const)).values()];
}

/** Every peer beside `engine`, whose answers must be of `peerOutcomes` only (a run with `--peers`). */
export function scorePeers(files: readonly PeerFile[], engine: readonly ScoredDiary[]): readonly PeerScores[] {
  const diaries = new Map<string, { readonly diary: TruthDiary; readonly mark: string }>();
  for (const { family, seed } of jobsOfPeers(files)) {
    const diary = makeDiary(family, seed);
    diaries.set(`${family} ${String(seed)}`, { diary, mark: diaryMark(diary.table) });
  }
  return files.map((file): PeerScores => {
    const scored = file.rows.flatMap(({ family, seed, sha256, claims, seconds, converged }) => {
      const known = diaries.get(`${family} ${String(seed)}`);
      if (known?.mark !== sha256) return [];
      const answer = converged === undefined ? { claims } : { claims, converged };
      return [scoredDiary(known.diary, peerOutcomes, { name: file.peer }, answer, seconds * 1000)];
    });
    const { cpu, coresUsed } = file.machine;
    return {
      peer: file.peer,
      rule: file.rule,
      version: Object.entries(file.version)
        .map(([name, number]) => `${name} ${number}`)
        .join(", "),
      date: file.date,
      machine: `${cpu}, ${String(coresUsed)} core`,
      stale: file.rows.length - scored.length,
      families: [...new Set(scored.map(({ family }) => family))].map((family) =>
        familyScores(
          family,
          scored.filter((diary) => diary.family === family),
          engine,
        ),
      ),
    };
  });
}

function familyScores(family: string, peer: readonly ScoredDiary[], engine: readonly ScoredDiary[]): PeerFamily {
  const pairs = pairUp(engine, peer);
  const [same, paired] = [pairs.map(([own]) => own), pairs.map(([, other]) => other)];
  const isThere = pairs.length > 0;
  return {
    family,
    diaries: peer.length,
    score: scoreMethod(peer, 400),
    engine: isThere ? scoreMethod(same, 400) : null,
    powerMore: isThere ? pairedDifference(same, paired, "power", 400) : null,
    timesFaster: isThere ? medianMilliseconds(paired) / medianMilliseconds(same) : null,
  };
}

function medianMilliseconds(diaries: readonly ScoredDiary[]): number {
  const sorted = diaries.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
