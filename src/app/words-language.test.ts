import { describe, expect, it } from "vitest";
import { learnWords, findingMeanings, measureMeanings, terms } from "./words-learn.ts";
import { nextWords } from "./words-next.ts";
import { safetyWords } from "./words-safety.ts";

/** All texts of a table of words; functions are called with something that stands for a day, a name or a number. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return textsOf(Reflect.apply(value, null, ["3", "4", "5"]));
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const texts = [learnWords, findingMeanings, measureMeanings, terms, nextWords, safetyWords].flatMap(textsOf);

/** What blames, frightens, promises or pushes. The list of what gutskin is not names the words that it does not claim. */
const BANNED =
  /\b(heals?|healed|detox\w*|proven|guarantee\w*|harmless|safe\b|good foods?|bad foods?|cheat\w*|fail\w*|guilt\w*|should have|your fault|danger\w*|alarm\w*|unfortunately|simply|obvious\w*)\b|!/i;
const CLAIMS = /\b(treats?|cures?|prevents?|diagnos\w*)\b/i;
const isDenial = (text: string): boolean => safetyWords.isNot.some((line) => line === text);

describe("the page's own words about evidence, safety and suggestions", () => {
  it("blame nobody, frighten nobody and promise nothing", () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => BANNED.test(text))).toEqual([]);
    expect(texts.filter((text) => CLAIMS.test(text) && !isDenial(text))).toEqual([]);
  });

  it("say what gutskin is not, with the words of the intended use", () => {
    const denials = safetyWords.isNot.join(" ");
    for (const word of ["not a medical device", "diagnose", "treat", "doctor", "all is well"]) {
      expect(denials).toContain(word);
    }
  });

  it("are made of short sentences", () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?:;])\s+/));
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 26);
    expect(long).toEqual([]);
  });
});
