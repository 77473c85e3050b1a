import { describe, expect, it } from "vitest";
import { instruments, instrumentById } from "./instruments.ts";
import { roundToTenth } from "./round.ts";
import { scoradOf } from "./scorad.ts";
import { scoreInstrument, type Score, type ScoreAnswers } from "./score-instrument.ts";
import { codeAnswers, totalOfCoded } from "./stress.ts";

function scoreOf(id: string, answers: ScoreAnswers): Score {
  const score = scoreInstrument(id, answers);
  if (!score.ok) throw new Error(`${id}: ${JSON.stringify(score.error)}`);
  return score.value;
}

const bandAt = (id: string, total: number): string => scoreOf(id, { total }).band?.name ?? "none";

/** Unequal regions, so that swapped or child weights show: signs and area per region. */
const unequal = { head: [1, 0, 0, 0, 1], arms: [1, 1, 0, 0, 2], trunk: [2, 1, 1, 0, 3], legs: [3, 2, 1, 1, 5] };
const unequalPasi = { head: [1, 0, 0, 1], arms: [1, 1, 0, 2], trunk: [2, 1, 1, 3], legs: [4, 2, 1, 5] };

/** PSQI where everything is well, with changes by printed number. */
function night(changes: Record<string, number | string | null>): Score {
  const quiet = Object.fromEntries(
    ["5a", "5b", "5c", "5d", "5e", "5f", "5g", "5h", "5i", "5j", "6", "7", "8", "9"].map((item) => [item, 0]),
  );
  return scoreOf("psqi", { items: { "1": "23:00", "2": 5, "3": "07:00", "4": 7.5, ...quiet, ...changes } });
}

/** The letters are those of the table of public errors in the design of the scales. */
describe("errors seen in public", () => {
  it("a, b: SCORAD takes 7B/2, not B/2", () => {
    expect(scoradOf(20, 8, 9)).toEqual({ scorad: 41, objective: 32 });
    expect(scoradOf(20, 8, 9).scorad).not.toBe(20 / 5 + 8 / 2 + 9);
  });

  it("c: GAGS grades the worst kind of lesion, so a count of lesions is refused", () => {
    const sites = { rightCheek: 0, leftCheek: 0, nose: 0, chin: 0, chestAndBack: 0 };
    expect(scoreOf("gags", { items: { ...sites, forehead: 4 } }).total).toBe(8);
    expect(scoreInstrument("gags", { items: { ...sites, forehead: 12 } })).toMatchObject({
      error: { type: "AnswerOutOfRange", max: 4 },
    });
  });

  it("d: PASI has no child weights", () => {
    // .1 x 1 x 1 + .2 x 2 x 2 + .3 x 4 x 3 + .4 x 7 x 5
    const adult = scoreOf("pasi", { items: unequalPasi, ageYears: 40 }).total;
    expect(adult).toBe(18.5);
    expect(scoreOf("pasi", { items: unequalPasi, ageYears: 5 }).total).toBe(adult);
    expect(scoreInstrument("pasi", { items: unequalPasi, weights: "under8" })).toMatchObject({
      error: { type: "WeightsUnknown" },
    });
  });

  it("e: PASI has three signs, itch is not one", () => {
    const withItch = { ...unequalPasi, head: [1, 0, 0, 5, 1] };
    expect(scoreInstrument("pasi", { items: withItch })).toMatchObject({
      error: { type: "ItemCountWrong", place: "head", have: 5, need: 4 },
    });
    expect(scoreInstrument("pasi", { items: { ...unequalPasi, itch: 5 } })).toMatchObject({
      error: { type: "ItemUnknown", item: "itch" },
    });
  });

  it.each([
    [7.01, 0],
    [7, 1],
    [6, 1],
    [5.99, 2],
    [5, 2],
    [4.99, 3],
  ])("f: %d hours of sleep are component 3 = %d", (hours, component) => {
    expect(night({ "4": hours }).parts["duration"]).toBe(component);
  });

  it("g: LOINC's PSS answer scores are already reversed and are not reversed again", () => {
    const raw = { coding: "raw", values: Array<number>(10).fill(0) } as const;
    const coded = codeAnswers(raw, [4, 5, 7, 8]);
    expect(totalOfCoded(coded)).toBe(16);
    expect(scoreOf("pss-10", { items: raw.values }).total).toBe(16);
    expect(scoreOf("pss-10", { items: { loinc: coded.values } }).total).toBe(16);
    // @ts-expect-error raw answers are not coded scores
    expect(totalOfCoded(raw)).toBe(0);
  });

  it("h: POEM's answers are 0 to 4 and moderate is 8 to 16", () => {
    expect(scoreInstrument("poem", { items: [5, 0, 0, 0, 0, 0, 0] })).toMatchObject({
      error: { type: "AnswerOutOfRange", max: 4 },
    });
    expect([7, 8, 16, 17].map((total) => bandAt("poem", total))).toEqual(["mild", "moderate", "moderate", "severe"]);
  });

  it("i: PSS shows no bands, whatever the web says", () => {
    for (const id of ["pss-10", "pss-4"]) {
      expect(instrumentById(id)).toMatchObject({ bands: null, otherBands: [] });
      expect(scoreOf(id, { total: 14 })).toMatchObject({ band: null, otherBands: [] });
    }
  });

  it.each([
    [10, 2],
    [29.99, 2],
    [30, 3],
    [50, 4],
    [69.9, 4],
    [90, 6],
    [100, 6],
  ])("j: %d percent has area score %d, a limit belonging to the upper class", (percent, area) => {
    expect(scoreOf("area-score", { items: [percent] }).total).toBe(area);
    const scalp = { erythema: 4, induration: 4, scaling: 4, areaPercent: percent };
    expect(scoreOf("pssi", { items: scalp }).total).toBe(12 * area);
  });

  it("k: IBS-SSS 300 is moderate", () => {
    const bands = [74, 75, 174, 175, 300, 301].map((total) => bandAt("ibs-sss", total));
    expect(bands).toEqual(["remission/none", "mild", "mild", "moderate", "moderate", "severe"]);
  });

  it("l: a day sleeper's and a past-midnight night have a positive time in bed", () => {
    expect(night({ "1": "07:00", "3": "17:00", "4": 8 }).parts["efficiency"]).toBe(1);
    expect(night({ "1": "00:30", "3": "08:30", "4": 8 }).parts["efficiency"]).toBe(0);
    expect(night({ "1": "23:30", "3": "00:30", "4": 1 }).parts["efficiency"]).toBe(0);
  });

  it("m: EASI tells adults from children when regions differ", () => {
    // .1 x 1 x 1 + .2 x 2 x 2 + .3 x 4 x 3 + .4 x 7 x 5; child .2 .2 .3 .3
    expect(scoreOf("easi", { items: unequal, ageYears: 8 }).total).toBe(18.5);
    expect(scoreOf("easi", { items: unequal, ageYears: 7.99 }).total).toBe(15.1);
    expect(scoreOf("easi", { items: unequal }).remarks).toContain("adult-weights-assumed");
  });

  it("n: stool form is bad at both ends", () => {
    expect(instrumentById("stool-form")?.betterIs).toBe("neither");
    const ends = [1, 4, 7].map((type) => scoreOf("stool-form", { items: [type] }).parts);
    expect(ends).toEqual([
      { loose: 0, hard: 2.5 },
      { loose: 0, hard: 0 },
      { loose: 3, hard: 0 },
    ]);
  });

  it("o: the self-rated eczema score names its rater and does not call itself PO-SCORAD", () => {
    expect(instrumentById("scorad-self")).toMatchObject({ rater: "self" });
    expect(instrumentById("scorad")).toMatchObject({ rater: "clinician" });
    expect(instruments.filter(({ name }) => name.includes("PO-SCORAD"))).toEqual([]);
    expect(scoreOf("scorad-self", { total: 10 }).remarks).toContain("total-entered-unchecked");
  });

  it("p: seven-day scores are not for every day", () => {
    for (const id of ["poem", "dlqi"]) expect(instrumentById(id)?.minimumDaysBetween).toBe(7);
  });
});

describe("band limits", () => {
  it.each([
    ["poem", [2, 3, 7, 8, 16, 17, 24, 25], "clear/almost clear|mild|mild|moderate|moderate|severe|severe|very severe"],
    ["dlqi", [1, 2, 5, 6, 10, 11, 20, 21], "none|small|small|moderate|moderate|very large|very large|extremely large"],
    ["scorad", [24.9, 25, 50, 50.1], "mild|moderate|moderate|severe"],
    ["scorad-self", [9.9, 10, 28.9, 29, 48.9, 49], "clear|mild|mild|moderate|moderate|severe"],
    [
      "easi",
      [0, 0.1, 1, 1.1, 7, 7.1, 21, 21.1, 50, 50.1],
      "clear|almost clear|almost clear|mild|mild|moderate|moderate|severe|severe|very severe",
    ],
    ["pasi", [10, 10.1], "mild to moderate|severe"],
    ["sapasi", [3, 3.1, 15, 15.1], "mild|moderate|moderate|severe"],
    ["gags", [0, 1, 18, 19, 30, 31, 38, 39], "none|mild|mild|moderate|moderate|severe|severe|very severe"],
    ["itch", [0, 3, 4, 6, 7], "mild|mild|moderate|moderate|severe"],
    ["viga-ad", [0, 1, 2, 3, 4], "clear|almost clear|mild|moderate|severe"],
    ["stool-form", [2, 3, 5, 6], "hard|normal|normal|loose"],
    ["psqi", [5, 6], "good|poor"],
    ["redness", [0, 1, 2, 3, 4], "none|faint|easy to see|strong|very strong"],
  ])("%s at %j", (id, totals, bands) => {
    expect(totals.map((total) => bandAt(id, total)).join("|")).toBe(bands);
  });

  it("names every set of cut-offs where conventions differ", () => {
    expect(scoreOf("pasi", { total: 7 }).otherBands).toMatchObject([{ name: "moderate" }]);
    expect(scoreOf("scorad", { total: 27 }).otherBands).toMatchObject([{ name: "mild" }]);
    expect(scoreOf("poem", { total: 17 }).otherBands).toMatchObject([{ name: "POEM 17-28" }]);
  });
});

describe("missing answers", () => {
  it.each([
    ["poem", [4, 2, 0, 1, 2, 3, null], 12, ["7"]],
    ["dlqi", [3, null, 1, 0, 0, 0, 0, 0, 0, 0], 4, ["2"]],
  ])("%s counts one missing answer as 0 and says so", (id, items, total, missingItems) => {
    expect(scoreOf(id, { items })).toMatchObject({ total, missingItems });
    expect(scoreOf(id, { items }).remarks).toContain("missing-counted-as-zero");
  });

  it.each([
    ["poem", [4, 2, 0, 1, 2, null, null], 2, 1],
    ["dlqi", [3, null, null, 0, 0, 0, 0, 0, 0, 0], 2, 1],
    ["ibs-sss", [10, 10, 10, 10, null], 1, 0],
    ["pss-10", [null, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 0],
    ["gags", [1, 1, 1, 1, 1, null], 1, 0],
    ["cass", [null, null, null], 3, 2],
  ])("%s gives no score from %j", (id, items, missing, allowed) => {
    expect(scoreInstrument(id, { items })).toMatchObject({ error: { type: "AnswersMissing", missing, allowed } });
  });

  it("a Skindex domain stands with a quarter missing and falls with more", () => {
    const items = (blank: readonly number[]): (number | null)[] =>
      Array.from({ length: 16 }, (_, index) => (blank.includes(index + 1) ? null : 3));
    // 4 symptoms: 1 of 4 may be missing; 7 emotions: 1 of 7; 5 functions: 1 of 5
    expect(scoreOf("skindex-16", { items: items([1, 5, 12]) }).parts).toEqual({
      symptoms: 50,
      emotions: 50,
      functioning: 50,
    });
    const fallen = scoreOf("skindex-16", { items: items([1, 2, 5, 6, 12, 13]) });
    expect(fallen.parts).toEqual({ symptoms: null, emotions: null, functioning: null });
    expect(fallen.remarks).toContain("part-not-scorable");
  });

  it("PSQI counts gaps of 5b to 5j as 0, and is null where nothing was answered", () => {
    expect(night({ "5j": null, "5b": 1 })).toMatchObject({
      total: 1,
      missingItems: ["5j"],
      parts: { disturbances: 1 },
    });
    const gaps = Object.fromEntries(["5b", "5c", "5d", "5e", "5f", "5g", "5h", "5i", "5j"].map((item) => [item, null]));
    expect(night(gaps)).toMatchObject({ total: null, parts: { disturbances: null } });
    expect(night({ "6": null })).toMatchObject({ total: null, band: null });
  });
});

describe("answers that cannot be", () => {
  it.each([
    ["easi", { items: unequal, ageYears: 5, weights: "adult" }, "WeightsContradictAge"],
    ["easi", { items: unequal, ageYears: 30, weights: "under8" }, "WeightsContradictAge"],
    ["easi", { items: unequal, ageYears: -1 }, "AnswerOutOfRange"],
    ["dlqi", { total: 3, ageYears: 15 }, "AgeOutsideInstrument"],
    ["poem", { items: [1.5, 0, 0, 0, 0, 0, 0] }, "AnswerNotOnStep"],
    ["poem", { items: [true, 0, 0, 0, 0, 0, 0] }, "AnswerNotNumber"],
    ["poem", { items: [NaN, 0, 0, 0, 0, 0, 0] }, "AnswerNotNumber"],
    ["poem", { items: ["3", 0, 0, 0, 0, 0, 0] }, "AnswerNotNumber"],
    ["poem", { items: [1, 1, 1, 1, 1, 1, 1], total: 8 }, "TotalDiffersFromItems"],
    ["poem", { total: 28.5 }, "AnswerOutOfRange"],
    ["poem", { total: "16" }, "AnswerNotNumber"],
    ["poem", {}, "AnswersAbsent"],
    ["skindex-16", { total: 50 }, "TotalNotTaken"],
    ["scorad", { items: { A: 120, B: 3, C: 3 } }, "AnswerOutOfRange"],
    ["gags", { items: { rightCheek: 1, r_cheek: 2 } }, "ItemAnsweredTwice"],
    ["psqi", { items: { "1": "25:00" } }, "AnswerNotClock"],
    ["psqi", { items: { "1": 23 } }, "AnswerNotClock"],
    ["psqi", { items: { "1": "23:00", "3": "23:00" } }, "AnswersContradict"],
    ["itching", { total: 3 }, "InstrumentUnknown"],
  ] as const)("%s %j is %s", (id, answers, type) => {
    expect(scoreInstrument(id, answers)).toMatchObject({ ok: false, error: { type } });
  });

  it("more sleep than time in bed is said, not hidden", () => {
    expect(night({ "4": 9 }).remarks).toContain("slept-longer-than-in-bed");
  });
});

describe("asymmetric cases of the weighted scores", () => {
  it("SAPASI weighs the areas and divides by the length of the lines", () => {
    // (.1 x 1 + .2 x 2 + .3 x 3 + .4 x 4) x 4 x (5 + 2.5 + 1) / 10 = 3 x 4 x .85
    const items = {
      "head.area": 1,
      "arms.area": 2,
      "trunk.area": 3,
      "legs.area": 4,
      redness: 5,
      thickness: 2.5,
      scale: 1,
    };
    expect(scoreOf("sapasi", { items }).total).toBe(10.2);
  });

  it("GAGS weighs six sites differently", () => {
    // 2 x 1 + 2 x 2 + 2 x 3 + 1 x 4 + 1 x 0 + 3 x 2
    expect(scoreOf("gags", { items: [1, 2, 3, 4, 0, 2] }).total).toBe(22);
  });

  it("SCORAD keeps the percentage as a real number and rounds once", () => {
    expect(scoradOf(12.25, 3, 1.5)).toEqual({ scorad: 14.5, objective: 13 });
    expect(roundToTenth(0.35)).toBe(0.4);
    expect(roundToTenth(24.95)).toBe(25);
  });
});
