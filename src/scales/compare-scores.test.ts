import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareScores } from "./compare-scores.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentById } from "./instruments.ts";

function instrument(id: string): Instrument {
  const found = instrumentById(id);
  if (found === null) throw new Error(id);
  return found;
}

describe("a change between two scores", () => {
  // POEM: 2 points are noise, 3 probably matter, 4 very likely (Howells 2018); SCORAD: 8.7 points or 35 % (Schram, Silverberg)
  it.each([
    ["poem", 12, 11, []],
    ["poem", 12, 9, [3]],
    ["poem", 12, 16, [3, 4]],
    ["scorad", 60, 51.3, [8.7]],
    ["scorad", 20, 13, [35]],
    ["scorad", 40, 26, [8.7, 35]],
    ["dlqi", 10, 6, [4]],
    ["ibs-sss", 300, 250, [50]],
    ["ibs-sss", 300, 251, []],
    ["viga-ad", 3, 2, [1]],
    ["pss-10", 30, 5, []],
  ])("%s from %d to %d reaches %j", (id, earlier, later, values) => {
    const { reached } = compareScores(instrument(id), earlier, later);
    expect(reached.map(({ value }) => value)).toEqual(values);
  });

  it("has no percent from 0, and no good end where there is none", () => {
    expect(compareScores(instrument("scorad"), 0, 20)).toMatchObject({ percent: null, direction: "worse" });
    expect(compareScores(instrument("stool-form"), 6, 4)).toMatchObject({ direction: "neither" });
    expect(compareScores(instrument("poem"), 5, 5)).toMatchObject({ points: 0, direction: "same", reached: [] });
  });

  it("turned round has the opposite sign and the same size in points", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 0, max: 28 }), (a, b) => {
        const [there, back] = [compareScores(instrument("poem"), a, b), compareScores(instrument("poem"), b, a)];
        expect(there.points + back.points).toBe(0);
        expect(there.reached).toEqual(back.reached);
      }),
    );
  });
});
