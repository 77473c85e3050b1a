import { describe, expect, it } from "vitest";
import { evidenceRecords } from "../evidence/records.ts";
import { evidenceNote, nothingFoundWords, wordRecord } from "./evidence-words.ts";

const worded = evidenceRecords().map((record) => ({ record, words: wordRecord(record) }));

describe("the words of a record", () => {
  it("always hold size, certainty with reasons, source, and how it was seen", () => {
    for (const { words } of worded) {
      const labels = words.lines.map((line) => line.label);
      for (const label of ["size", "certainty", "source", "how it was seen", "design"]) expect(labels).toContain(label);
      for (const line of words.lines) expect(line.text).not.toMatch(/undefined|NaN|null\b|\[object| {2}/);
    }
  });

  it("mark every null and every unverified record in the first words", () => {
    for (const { record, words } of worded) {
      expect(words.mark.startsWith("NO EFFECT SHOWN")).toBe(record.null);
      expect(words.mark.endsWith("unverified")).toBe(record.seen.status === "unverified");
    }
  });

  it("call something an effect only where chance has allotted the arms", () => {
    const mark = (id: string): string | undefined => worded.find(({ record }) => record.id === id)?.words.mark;
    expect(mark("medipso-2025-pasi")).toBe("EFFECT SHOWN");
    expect(mark("dai-2018-milk")).toBe("WENT TOGETHER");
    expect(mark("manzhalii-2016-nissle")).toBe("WENT TOGETHER, unverified");
    expect(mark("afifi-2017-perceived")).toBe("NOT MEASURED AS AN EFFECT");
  });

  it("name both sides of a contradiction", () => {
    const lines = (id: string): string => JSON.stringify(worded.find(({ record }) => record.id === id)?.words.lines);
    expect(lines("parodi-2008-presence")).toContain("egeberg-2017-sibo");
    expect(lines("egeberg-2017-sibo")).toContain("parodi-2008-presence");
  });

  it("do not promise anything", () => {
    const forbidden = /\b(cures?|heals?|prevents?|diagnos\w*|detox|guarante\w*)\b|!/i;
    const texts = worded.flatMap(({ words }) => [words.heading, ...words.lines.filter((line) => line.label !== "source").map((line) => line.text)]);
    expect([...texts, evidenceNote, nothingFoundWords("tea and acne")].filter((text) => forbidden.test(text))).toEqual([]);
  }); // prettier-ignore
});
