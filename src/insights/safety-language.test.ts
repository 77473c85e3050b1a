import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { emergencyNumbers } from "../evidence/emergency-numbers.ts";
import { evaluateSafety, safetyVocabulary } from "../evidence/safety.ts";
import { factIds, unknownFacts, type SafetyFacts } from "../evidence/safety-facts.ts";
import { gateRules } from "../evidence/safety-gates.ts";
import { redFlagRules, stopRules } from "../evidence/safety-red-flags.ts";
import { crisisSentences, emergencySentences, toSafetyDocument } from "./safety-document.ts";
import { wordGate } from "./safety-gate-words.ts";
import { askableFacts, factByWord, safetyQuestion } from "./safety-questions.ts";
import { probioticNote, safetyLevelWords, safetyReviewNote, wordSafety } from "./safety-words.ts";

const today = dayOf("2026-11-22");
const all = (reply: "yes" | "no"): SafetyFacts => ({
  ...unknownFacts(today),
  answers: Object.fromEntries(factIds.map((id) => [id, reply])),
  logged: reply === "no" ? ["bloodInStool", "usesProbiotic"] : [],
  medicines: ["Humira", "Zorblatin"],
  ageYears: 17,
  bodyMassIndex: 18,
  eliminationDays: 60,
});
const answers = [
  all("yes"),
  { ...all("no"), answers: { ...all("no").answers, neverUsedProbiotic: "yes" as const } },
  unknownFacts(today),
].map(evaluateSafety);
const documents = answers.map(toSafetyDocument);
const gates = answers.flatMap((answer) => safetyVocabulary.experiments.map((code) => wordGate(answer, code)));
const rules = ["stop-red-flag", ...[...redFlagRules, ...gateRules, ...stopRules].map((rule) => rule.id)];
const questions = [...factIds, "ageYears", "bodyMassIndex", "medicines", "eliminationDays"].map((id) =>
  safetyQuestion(id as Parameters<typeof safetyQuestion>[0]),
);
const titles = [...rules.map((rule) => wordSafety(rule)?.title ?? ""), ...gates.map((gate) => gate.label)];
/** Every text about safety that a person can meet, but titles and lists of countries. */
const texts: readonly string[] = [
  ...new Set([
    ...rules.map((rule) => wordSafety(rule)?.text ?? ""),
    ...Object.values(safetyLevelWords),
    ...questions.map((question) => question.text),
    ...gates.flatMap((gate) => [gate.sentence, ...gate.opens, ...gate.notes]),
    ...documents.flatMap((document) => [
      ...document.contradictions.map(({ sentence }) => sentence),
      ...(document.withheldSentence === null ? [] : [document.withheldSentence]),
    ]),
    ...[null, "XX", ...emergencyNumbers.map((row) => row.region)].flatMap((region) => [
      emergencySentences(region)[0] ?? "",
      ...crisisSentences(region),
    ]),
    probioticNote,
    safetyReviewNote,
  ]),
];
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?])\s+/);

/** What evidence notes, section 11, and safety notes never let anybody say. */
const BANNED =
  /\b(treats?\b(?! of)|cures?|cured|heals?|healed|prevents?|diagnos\w*|detox\w*|leaky|balances? your|dysbiosis|risk of|probability|chance of|likely to have|free of|safe\b|harmless|proven|guarantee\w*|good foods?|bad foods?|cheat\w*|fail\w*|guilt\w*|should have|your fault|danger\w*|alarm\w*|unfortunately)\b|[!]|\d ?%/i;
/** Names from Latin or Greek; each needs plain words beside it. */
const LATIN =
  /\b(anaphyla\w*|erythroderma|herpeticum|pustular|pancreatitis|endocarditis|immunosuppress\w*|immunodef\w*|fungaemia|atopic|teratogen\w*|serolog\w*|calprotectin|perianal|rectal|oedema|dyspnoea|sulfonylurea)\b/i;
const GLOSSED: readonly (readonly [RegExp, RegExp])[] = [
  [/coeliac/i, /\(for gluten damage in the gut\)/],
  [/pancreas/i, /\(a gland behind the stomach\)|inflammation of the pancreas/],
  [/crohn|colitis/i, /\(inflamed bowel\)/],
  [/CD4/, /\(defence cells of the blood\)/],
];

describe("every text about safety", () => {
  it("is there for every fact, field and gate", () => {
    expect(texts.length).toBeGreaterThan(180);
    expect(texts.filter((text) => text === "")).toEqual([]);
    expect(new Set(questions.map((question) => question.text)).size).toBe(questions.length);
    for (const { text } of questions) expect(text).toMatch(/\?/);
  });

  it("never promises, frightens, blames, diagnoses or counts a risk", () => {
    const offenders = [...texts, ...titles].filter((text) => BANNED.test(text));
    expect(offenders).toEqual([]);
    for (const bad of ["This is safe.", "free of acne", "It cures", "Call now!", "a 5 % risk of"])
      expect(bad).toMatch(BANNED);
  });

  it("never says 'you have' of a person: it only asks", () => {
    const statements = texts.flatMap(sentencesOf).filter((sentence) => !sentence.endsWith("?"));
    expect(
      [...statements, ...titles].filter((text) => /\byou have (?!to\b)|\byou (?:suffer|are ill)/i.test(text)),
    ).toEqual([]);
  });

  it("is made of whole sentences of at most 25 words, at most four of them", () => {
    for (const text of texts) {
      expect(sentencesOf(text).length, text).toBeLessThanOrEqual(4);
      for (const sentence of sentencesOf(text)) {
        expect(sentence).toMatch(/^[A-Z0-9][^\n]*[.?]$/);
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
        expect(sentence).not.toMatch(/undefined|NaN|null| {2}/);
      }
    }
  });

  it("uses no Latin without a gloss", () => {
    expect([...texts, ...titles].filter((text) => LATIN.test(text))).toEqual([]);
    for (const [term, gloss] of GLOSSED) {
      for (const text of texts.filter((found) => term.test(found))) expect(text).toMatch(gloss);
    }
  });
});

describe("the number to call", () => {
  it("is said of a region that was set, never of another", () => {
    expect(emergencySentences("NZ")).toEqual(["The emergency number in New Zealand is 111."]);
    expect(emergencySentences(null)[0]).toBe("No region is set, so your own number is not known here.");
    expect(emergencySentences("XX")[0]).toBe("The number in your region (XX) is not known here.");
    for (const row of emergencyNumbers) expect(emergencySentences(null).join("\n")).toContain(row.name);
  });

  it("stands in the document when level E fired and only then; the crisis note always", () => {
    for (const document of documents) {
      expect(document.emergency.length > 0).toBe(document.level === "E");
      expect(document.crisis[0]).toContain("crisis line");
    }
    expect(documents.map((document) => document.withheld)).toEqual([true, false, false]);
  });
});

describe("a fact by its word", () => {
  it("is found however it is written, and only whole", () => {
    for (const { id } of askableFacts()) expect(factByWord(id)).toBe(id);
    expect(factByWord("Blood in-stool")).toBe("bloodInStool");
    for (const word of ["blood", "", "constructor"]) expect(factByWord(word)).toBe(null);
  });
});
