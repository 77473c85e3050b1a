import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeClassicDiary } from "./classic-diary.ts";
import { diaryCsv, rolesJson } from "./diary-files.ts";
import type { ClassicFamily } from "./diary.ts";

/** Of the diaries of seeds 1, 3, 5, 7, 9, 11 as they were when figures were first quoted. */
const pinned: Readonly<Record<ClassicFamily, string>> = {
  null: "8aa7f3b4abcfb469",
  main: "595b951f89a22ff5",
  hard: "b6ccc147abc7ceb8",
  weak: "623c2d632a1f39da",
  short: "a409d116d4f303fa",
  "two-way": "02a535ce5b73dd81",
  missing: "c380d4c091e1072b",
};

const names: readonly ClassicFamily[] = ["null", "main", "hard", "weak", "short", "two-way", "missing"];

describe("the diaries of the classic families", () => {
  it("are byte for byte those of the figures quoted so far", () => {
    for (const family of names) {
      const hash = createHash("sha256");
      for (const seed of [1, 3, 5, 7, 9, 11]) {
        const { table, truth, variant } = makeClassicDiary(family, seed);
        hash.update(diaryCsv(table)).update(rolesJson(table)).update(variant).update(JSON.stringify(truth));
      }
      expect(hash.digest("hex").slice(0, 16), family).toBe(pinned[family]);
    }
  });

  it("go on after the last day where they were: the days ahead move as the diary does", () => {
    const steps = { inside: 0, across: 0, ahead: 0 };
    for (const seed of [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23]) {
      const { secret, future } = makeClassicDiary("null", 8 + 10 * seed + 1); // the arm of phi .85
      const [whole, ahead] = [secret.complete.get("skin") ?? [], future.get("skin") ?? []];
      steps.inside += Math.abs((whole[200] ?? 0) - (whole[199] ?? 0));
      steps.across += Math.abs((ahead[0] ?? 0) - (whole.at(-1) ?? 0));
      steps.ahead += Math.abs((ahead[9] ?? 0) - (whole.at(-1) ?? 0));
    }
    expect(steps.across).toBeLessThan(steps.ahead);
    expect(steps.across).toBeLessThan(2 * steps.inside + 6);
  });
});
