import { describe, expect, it } from "vitest";
import { bandOf } from "../scales/band-of.ts";
import { compareScores } from "../scales/compare-scores.ts";
import { instrumentById, instruments } from "../scales/instruments.ts";
import type { Instrument } from "../scales/instrument.ts";
import { groupWords, instrumentAbout, itemWords, partWords } from "./score-item-words.ts";
import {
  bandText,
  changeSentences,
  cutoffsText,
  differenceText,
  missingRuleText,
  recallText,
  totalText,
} from "./score-words.ts";

function instrument(id: string): Instrument {
  const found = instrumentById(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

function changed(id: string, from: number, to: number): string {
  const one = instrument(id);
  return changeSentences(one, compareScores(one, from, to), "15 November").join(" ");
}

const TONE = /\b(caus|cure|heal|prove|diagnos|improv|worsen|bad|wrong|fail|significan|free of|safe)\w*|!/i;

describe("a change in sentences", () => {
  it("is held against the smallest change that people feel", () => {
    expect(changed("dlqi", 12, 7)).toBe(
      "Down 5 points since 15 November. From about 4 points on people usually feel a difference; this is that much or more. The mark of 4 points was not checked in the original paper.",
    );
    expect(changed("poem", 12, 10)).toContain(
      "Down 2 points since 15 November. From about 3 points on people usually feel a difference; this is less and may be chance.",
    );
    expect(changed("poem", 10, 13)).toContain("Up 3 points");
    expect(changed("poem", 10, 13)).toContain("that much or more");
  });

  it("has the percent criterion beside the points, for less only", () => {
    expect(changed("scorad", 40, 25)).toContain(
      "That is 37.5 % less. 35 % less counts as a clear difference whatever the start: reached.",
    );
    expect(changed("easi", 10, 6)).toContain(
      "40 % less. 50 % less counts as a clear difference whatever the start: not reached.",
    );
    expect(changed("easi", 10, 14)).toContain("That is 40 % more.");
    expect(changed("easi", 10, 14)).not.toContain("50 %");
    expect(changed("easi", 0, 4)).toContain("no percentage, because the score before was 0");
  });

  it("speaks of grades, counts and of nothing published where that is so", () => {
    expect(changed("viga-ad", 3, 2)).toBe(
      "Down 1 grade since 15 November. From about 1 grade on people usually feel a difference; this is that much or more.",
    );
    expect(changed("lesion-count", 20, 12)).toBe(
      "Down 8 since 15 November. No published figure says how large a change of this score matters.",
    );
    expect(changed("poem", 9, 9)).toBe("The same as on 15 November.");
  });

  it("keeps the tone for every instrument, up and down", () => {
    for (const one of instruments) {
      const { min, max } = one.total ?? { min: 0, max: 4 };
      for (const [from, to] of [
        [min, max],
        [max, min],
        [max, max],
      ] as const) {
        expect(changeSentences(one, compareScores(one, from, to), "15 November").join(" ")).not.toMatch(TONE);
      }
    }
  });
});

describe("number, class and cut-offs", () => {
  it("never stand alone", () => {
    const poem = instrument("poem");
    expect(totalText(poem, 16)).toBe("16 of 28");
    expect(totalText(instrument("rosaqol"), 2.4)).toBe("2.4 on a scale from 1 to 5");
    expect(totalText(instrument("lesion-count"), 12)).toBe("12");
    expect(totalText(poem, null)).toBe("no total");
    const dlqi = instrument("dlqi");
    const band = dlqi.bands === null ? null : bandOf(dlqi.bands, 1);
    expect(band && bandText(dlqi, band)).toBe("no effect on daily life");
    expect(band && cutoffsText(band)).toBe("Cut-offs: Hongbo 2005.");
    const sapasi = instrument("sapasi").bands;
    const unsure = sapasi === null ? null : bandOf(sapasi, 10);
    expect(unsure && cutoffsText(unsure)).toContain("not checked in the original");
    expect(
      differenceText(
        dlqi.importantDifferences[0] ?? { ...{ value: 0, unit: "points", meaning: "", source: "" }, verified: true },
      ),
    ).toContain("not checked");
  });

  it("say which time they are about", () => {
    expect(["easi", "itch", "poem", "skindex-29", "psqi", "ibs-sss"].map((id) => recallText(instrument(id)))).toEqual([
      "right now",
      "the last 24 hours",
      "the last 7 days",
      "the last 4 weeks",
      "the last month",
      "the time that the form names",
    ]);
  });
});

describe.each(instruments.map((one) => [one.id, one] as const))("words for %s", (id, one) => {
  const items = one.forms[0].items;

  it("has one sentence about it", () => {
    expect(instrumentAbout[id]).toMatch(/^[A-Z].*\.$/);
  });

  it("says what happens with answers that are left out", () => {
    for (const form of one.forms) {
      if (form.items.length > 1) expect(missingRuleText(form)).toMatch(/^[A-Z].*\.$/);
      if (form.missing.rule === "counted-as-zero") expect(missingRuleText(form)).toContain("counts as 0");
    }
  });

  it("asks every item with a label, and every whole step of an own form with a word", () => {
    for (const item of items) {
      const words = itemWords(one, item);
      expect(words.label).toMatch(/^[A-Z]/);
      expect(`${words.label} ${words.help} ${(words.steps ?? []).join(" ")}`).not.toMatch(TONE);
      if (one.mode === "N") expect(words.label).toBe(`Question ${item.id}`);
      else expect(words.label).not.toMatch(/^Question/);
      if (one.mode !== "N" && item.step === 1 && item.max <= 6)
        expect(words.steps).toHaveLength(item.max - item.min + 1);
      if (words.steps !== null) expect(words.steps).toHaveLength(item.max - item.min + 1);
    }
  });

  it("names every part", () => {
    for (const part of one.parts) expect(partWords(part.id)).not.toBe(part.id);
  });

  it("heads every group with a place of the body", () => {
    for (const { id: name } of items.filter((item) => item.id.includes("."))) {
      const group = name.split(".")[0] ?? "";
      if (group !== "loinc") expect(groupWords(group)).not.toBe(group);
    }
  });
});
