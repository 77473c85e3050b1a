import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDiary } from "../truth/generate.ts";
import { diaryMark, readPeers } from "./peer-results.ts";

const peers = readPeers(join(import.meta.dirname, "results"));

describe("the kept answers of outside peers", () => {
  it("are there for Python and R", () => {
    expect(peers.filter((peer) => "python" in peer.version).length).toBeGreaterThanOrEqual(5);
    expect(peers.filter((peer) => "R" in peer.version).length).toBeGreaterThanOrEqual(5);
  });

  it("judge each of the 21 candidates of skin once per diary", () => {
    for (const { peer, rows } of peers) {
      for (const { seed, claims } of rows) {
        const names = new Set(claims.filter((claim) => claim.to === "skin").map((claim) => claim.from));
        expect(names.size, `${peer} ${String(seed)}`).toBe(21);
        expect(claims, `${peer} ${String(seed)}`).toHaveLength(21);
      }
    }
  });

  it("are quoted on even seeds, both families, the same lowest seeds for all", () => {
    for (const { peer, rows } of peers) {
      for (const family of ["main", "null"]) {
        const seeds = rows.filter((row) => row.family === family).map((row) => row.seed);
        expect(seeds, `${peer} ${family}`).toEqual(seeds.map((_, index) => 2 * index + 2));
        expect(seeds.length, `${peer} ${family}`).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it("have intervals around their estimates", () => {
    for (const { peer, rows } of peers) {
      for (const { effect } of rows.flatMap((row) => row.claims)) {
        if (effect) expect(effect.low95 <= effect.mean && effect.mean <= effect.high95, peer).toBe(true);
      }
    }
  });
});

describe("the mark of a diary", () => {
  it("is the same for the same diary and another for another", () => {
    const mark = diaryMark(makeDiary("main", 1).table);
    expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect(diaryMark(makeDiary("main", 1).table)).toBe(mark);
    expect(diaryMark(makeDiary("main", 3).table)).not.toBe(mark);
  });
});
