import { describe, expect, it } from "vitest";
import { gateRules } from "../evidence/safety-gates.ts";
import { redFlagRules, stopRules } from "../evidence/safety-red-flags.ts";
import {
  crisisNote,
  probioticNote,
  safetyLevelWords,
  safetyReviewNote,
  wordedSafetyRules,
  wordSafety,
} from "./safety-words.ts";

const ids = ["stop-red-flag", ...[...redFlagRules, ...gateRules, ...stopRules].map((rule) => rule.id)];
const texts = [
  ...ids.map((id) => wordSafety(id)?.text ?? ""),
  crisisNote,
  probioticNote,
  safetyReviewNote,
  ...Object.values(safetyLevelWords),
];
const sentences = texts.flatMap((text) => text.split(/(?<=[.?])\s+/));

describe("the words of the safety rules", () => {
  it("exist for every rule, and for nothing else", () => {
    expect(ids.filter((id) => wordSafety(id) === null)).toEqual([]);
    expect([...wordedSafetyRules()].sort()).toEqual([...ids].sort());
    expect(wordSafety("nobody")).toBe(null);
  });

  it("are short sentences of plain words", () => {
    expect(sentences.length).toBeGreaterThan(100);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9][^\n]*\.$/);
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
    }
    const wordCount = sentences.map((sentence) => sentence.split(/\s+/).length).reduce((sum, count) => sum + count, 0);
    expect(wordCount / sentences.length).toBeLessThan(11);
    for (const text of texts) expect(text.split(/(?<=[.?])\s+/).length).toBeLessThanOrEqual(4);
  });

  it("use no Latin without a gloss, no diagnosis, no alarm and no promise", () => {
    const latin = /\b(anaphyla\w*|erythroderma|herpeticum|generalised|pancreatitis|endocarditis|immunosuppress\w*|fungaemia|atopic|teratogen\w*|serolog\w*)\b/i;
    const forbidden = /!|\byou have (?!to\b|a fever\b)|\b(diagnos\w*|risk of|probability|cures?|heals?|treats|prevents?|detox|danger\w*|fail\w*|guilt\w*|should have)\b/i;
    const titles = ids.map((id) => wordSafety(id)?.title ?? "");
    expect([...texts, ...titles].filter((text) => latin.test(text))).toEqual([]);
    expect([...texts, ...titles].filter((text) => forbidden.test(text))).toEqual([]);
    for (const text of texts.filter((found) => found.includes("coeliac"))) expect(text).toContain("for gluten damage in the gut");
  });

  it("name the emergency number without guessing it", () => {
    for (const rule of redFlagRules.filter((found) => found.level === "E" || found.levelIf?.level === "E")) {
      expect(wordSafety(rule.id)?.text).toContain("local emergency number");
    }
    expect(texts.filter((text) => /\b(112|911|999|988)\b/.test(text))).toEqual([]);
  });
}); // prettier-ignore
