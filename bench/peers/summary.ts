/**
 * How do the peers compare, by the same figures as everything else in the truth benchmark?
 *
 * Scores results/<peer>.json with the benchmark's own scoring (outcome skin only) and writes results/summary.md: finding, false alarms, size and
 * delay, and seconds per diary. Granger and the oracle are answered here on the 20 diaries of the quick peers, so that the ceiling and the strong
 * plain rule stand in the same table. Rows whose diary is no longer what the generator makes are left out and counted.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { granger } from "../truth/baselines/granger.ts";
import type { TruthDiary } from "../truth/diary.ts";
import { makeDiary } from "../truth/generate.ts";
import { oracle } from "../truth/oracle.ts";
import type { ScoredDiary } from "../truth/scored-diary.ts";
import { scoredDiary } from "../truth/scored-diary.ts";
import { scoreMethod, type Score } from "../truth/score.ts";
import { diaryMark, readPeers, type PeerFile } from "./peer-results.ts";

interface PeerScores {
  readonly name: string;
  readonly main: readonly ScoredDiary[];
  readonly null: readonly ScoredDiary[];
}

const outcomes = ["skin"];

/** Writes `<folder>/summary.md` and prints it. */
export function summarise(folder: string): void {
  const peers = readPeers(folder);
  const diaries = new Map<string, { readonly diary: TruthDiary; readonly mark: string }>();
  for (const row of peers.flatMap((peer) => peer.rows)) {
    const key = `${row.family} ${String(row.seed)}`;
    if (diaries.has(key)) continue;
    const diary = makeDiary(row.family, row.seed);
    diaries.set(key, { diary, mark: diaryMark(diary.table) });
  }
  let stale = 0;
  const scored = peers.map((peer): PeerScores => {
    const answers = peer.rows.flatMap((row) => {
      const known = diaries.get(`${row.family} ${String(row.seed)}`);
      if (known?.mark !== row.sha256) {
        stale += 1;
        return [];
      }
      const { claims, converged } = row;
      const answer = converged === undefined ? { claims } : { claims, converged };
      return [scoredDiary(known.diary, outcomes, { name: peer.peer }, answer, row.seconds * 1000)];
    });
    return byFamily(peer.peer, answers);
  });
  const rules = [oracle, granger].map((method) =>
    byFamily(
      `(${method.name}, ours)`,
      [...diaries.values()].map(({ diary }) => {
        const started = performance.now();
        const answer = method.answer(diary, outcomes);
        return scoredDiary(diary, outcomes, method, answer, performance.now() - started);
      }),
    ),
  );
  const page = layOut(peers, [...rules, ...scored], stale);
  writeFileSync(join(folder, "summary.md"), page);
  process.stdout.write(page);
}

function byFamily(name: string, answers: readonly ScoredDiary[]): PeerScores {
  return {
    name,
    main: answers.filter((answer) => answer.family === "main"),
    null: answers.filter((answer) => answer.family === "null"),
  };
}

function layOut(peers: readonly PeerFile[], scores: readonly PeerScores[], stale: number): string {
  const first = peers[0];
  const seeds = [...new Set(peers.flatMap((peer) => peer.rows.map((row) => row.seed)))].sort((a, b) => a - b);
  const dates = [...new Set(peers.map((peer) => peer.date))].sort();
  const versions = new Map(peers.flatMap((peer) => Object.entries(peer.version)));
  const compiled = peers.flatMap(({ peer, compileSeconds }) =>
    compileSeconds === undefined
      ? []
      : [`${peer}: ${compileSeconds.toFixed(0)} s to compile the model, once, not in the table`],
  );
  const lines = [
    "# Outside peers on the benchmark's diaries",
    "",
    "Written by `node bench/peers/run.mjs`; what each peer is and was given: ../README.md.",
    "",
    `- outcome skin only (21 candidates), seeds ${String(seeds[0])} to ${String(seeds.at(-1))}; slow peers answered fewer diaries, always the lowest seeds`,
    `- ${dates.join(", ")}; ${first?.machine.cpu ?? ""}, ${String(first?.machine.cores ?? 0)} cores, one core per peer, CPU seconds (other programs ran on the other cores)`,
    `- ${[...versions].map(([name, version]) => `${name} ${version}`).join(", ")}`,
    "- in brackets: 95 % bootstrap interval over diaries; FDR = false reports / all reports, a chain food -> gut -> skin counts as false",
    ...compiled.map((line) => `- ${line}`),
    ...(stale === 0
      ? []
      : [`- **${String(stale)} answers left out: the generator makes other diaries now; run the peers again**`]),
    "",
    "## Finding what is there (main) and silence where nothing is (null)",
    "",
    ...table(
      [
        "",
        "main diaries",
        "power",
        "FDR",
        "AUC",
        "sign right",
        "null diaries",
        "null diaries with a report",
        "fits in order",
      ],
      scores.map((peer) => {
        const [main, none] = [scoreMethod(peer.main), scoreMethod(peer.null)];
        return [
          peer.name,
          String(peer.main.length),
          ranged(main, "power"),
          ranged(main, "fdr"),
          plain(main, "auc"),
          plain(main, "signRight"),
          String(peer.null.length),
          ranged(none, "anyReported"),
          plain(scoreMethod([...peer.main, ...peer.null]), "converged"),
        ];
      }),
    ),
    "",
    "## How much, and after how many days (main, true edges)",
    "",
    ...table(
      [
        "",
        "95 % interval covers",
        "same, reported",
        "estimate / true",
        "same, reported",
        "delay error, days (reported)",
      ],
      scores.map((peer) => {
        const main = scoreMethod(peer.main);
        return [
          peer.name,
          ranged(main, "coverageAll"),
          plain(main, "coverageReported"),
          plain(main, "estimateRatioAll"),
          plain(main, "estimateRatioReported"),
          plain(main, "delayError"),
        ];
      }),
    ),
    "",
    "## CPU seconds per diary, one core, one outcome (365 days, 21 candidates)",
    "",
    ...table(
      ["", "median", "slowest"],
      scores.map((peer) => {
        const seconds = [...peer.main, ...peer.null].map((diary) => diary.milliseconds / 1000).sort((a, b) => a - b);
        return [peer.name, amount(middle(seconds)), amount(seconds.at(-1) ?? Number.NaN)];
      }),
    ),
    "",
  ];
  return lines.join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)];
}

function ranged(score: Score, metric: keyof Score): string {
  const { value, low95, high95 } = score[metric];
  return Number.isNaN(value) ? "-" : `${value.toFixed(2)} (${low95.toFixed(2)} to ${high95.toFixed(2)})`;
}

function plain(score: Score, metric: keyof Score): string {
  const { value } = score[metric];
  return Number.isNaN(value) ? "-" : value.toFixed(2);
}

function amount(value: number): string {
  return Number.isNaN(value) ? "-" : String(Number(value.toPrecision(2)));
}

function middle(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? Number.NaN, sorted[half] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
