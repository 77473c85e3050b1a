import { describe, expect, it } from "vitest";
import { diaryMark, type PeerFile } from "../peers/peer-results.ts";
import { granger } from "./baselines/granger.ts";
import { makeDiary } from "./generate.ts";
import { jobsOfPeers, keptPeers, peerOutcomes, scorePeers } from "./peers.ts";
import { scoredDiary } from "./scored-diary.ts";

const diaries = [1, 3].map((seed) => makeDiary("main", seed));

/** A peer that reports exactly the true causes of skin, in ten seconds. */
const file: PeerFile = {
  peer: "all-knowing",
  rule: "knows",
  version: { tool: "1.0" },
  date: "2026-01-02",
  machine: { cpu: "a processor", cores: 4, coresUsed: 1 },
  rows: diaries.map((diary) => ({
    family: "main" as const,
    seed: diary.seed,
    sha256: diaryMark(diary.table),
    outcome: "skin" as const,
    seconds: 10,
    claims: diary.truth
      .filter(({ to }) => to === "skin")
      .map(({ from, to, effectPerUnit }) => ({
        from,
        to,
        strength: 1,
        reported: true,
        sign: Math.sign(effectPerUnit),
      })),
  })),
};

const engine = diaries.map((diary) =>
  scoredDiary(diary, peerOutcomes, granger, granger.answer(diary, peerOutcomes), 100),
);

describe("outside peers", () => {
  it("are scored beside the engine on the same diaries", () => {
    const [{ families, stale, version }] = scorePeers([file], engine);
    expect([stale, version]).toEqual([0, "tool 1.0"]);
    expect(families).toHaveLength(1);
    expect(families[0].score.power).toMatchObject({ value: 1, of: 6 });
    expect(families[0].timesFaster).toBeCloseTo(100, 10);
    expect(families[0].powerMore?.value).toBeCloseTo((families[0].engine?.power.value ?? 0) - 1, 10);
  });

  it("that answered a diary which is no longer made are left out and counted", () => {
    const old = { ...file, rows: file.rows.map((row, index) => (index === 0 ? { ...row, sha256: "0" } : row)) };
    const [{ families, stale }] = scorePeers([old], []);
    expect(stale).toBe(1);
    expect(families[0].diaries).toBe(1);
    expect(families[0].engine).toBeNull();
  });

  it("name each diary once, and a missing folder holds none", () => {
    expect(jobsOfPeers([file, file])).toEqual([1, 3].map((seed) => ({ family: "main", seed })));
    expect(keptPeers("no/such/folder")).toEqual([]);
  });
});
