import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certaintyReasonLabel } from "./certainty-reasons.ts";
import { conditionByWord, evidenceLevers, leverByWord } from "./levers.ts";
import { canBackSuggestion, checkRecords, nullByFigures } from "./record-checks.ts";
import { evidenceRecordSchema } from "./record-schema.ts";
import type { Effect, EvidenceRecord } from "./record.ts";
import { evidenceRecords, readRecords } from "./records.ts";

const records = evidenceRecords();
const first = records[0]!;
const rulesOf = (changes: Partial<EvidenceRecord>): readonly string[] =>
  checkRecords(records.map((record, i) => (i === 0 ? { ...record, ...changes } : record))).map((found) => found.rule);

describe("the shipped evidence records", () => {
  it("are 127, each with source and certainty, and pass every check", () => {
    expect(records).toHaveLength(127);
    expect(checkRecords(records)).toEqual([]);
    for (const record of records) expect(evidenceRecordSchema.check(record).ok).toBe(true);
  });

  it("keep what is null, unverified and doubtful in plain sight", () => {
    const count = (test: (record: EvidenceRecord) => boolean): number => records.filter(test).length;
    expect(count((record) => record.null)).toBe(24);
    expect(count((record) => record.seen.status === "unverified")).toBe(19);
    expect(count((record) => record.citation.doiState === "doubtful")).toBe(15);
    expect(count((record) => record.citation.doiState === "none")).toBe(7);
    expect(count((record) => record.effect.limits !== "none")).toBe(76);
    expect(count((record) => record.effect.limits === "computed")).toBe(8);
  });

  it("hold labels, not sentences, and none of the words that may never be claimed", () => {
    const texts = records.flatMap((record) => [record.finding, record.lever.label, ...record.cautions]);
    expect(texts.filter((text) => text.endsWith(".") || text.length > 120)).toEqual([]);
    const forbidden = /\b(cures?|heals?|detox|prevents?|proven|leaky gut|balances your)\b/i;
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
  });

  it("say the ratio to a change that matters where SCORAD points are given", () => {
    const ratio = (id: string): number | undefined => records.find((record) => record.id === id)?.mcid?.ratio;
    expect(ratio("makrgeorgou-2018-scorad")).toBe(0.45);
    expect(ratio("huang-2017-lgg")).toBe(-0.38);
    expect(ratio("huang-2017-fermentum")).toBe(1.31);
  });

  it("let nothing very low, unverified, surveyed or uncontrolled stand behind a suggestion", () => {
    const backing = records.filter(canBackSuggestion);
    expect(backing.length).toBeGreaterThan(30);
    for (const record of backing) {
      expect(record.certainty.grade).not.toBe("very low");
      expect(record.seen.status).toBe("seen");
      expect(["survey", "animal", "uncontrolled", "cross-sectional"]).not.toContain(record.design.kind);
    }
    expect(canBackSuggestion({ ...first, seen: { ...first.seen, status: "unverified" } })).toBe(false);
  });

  it("are refused when the file is corrupt", () => {
    const file = (list: unknown): unknown => ({
      format: "gutskin-evidence",
      version: 1,
      compiledOn: "2026-11-22",
      records: list,
    });
    expect(readRecords(file([first]))).toHaveLength(1);
    for (const bad of [{}, file([]), file([{ ...first, surprise: 1 }]), file([{ ...first, n: "many" }]), null]) {
      expect(() => readRecords(bad)).toThrow(/evidence file/);
    }
  });
});

describe("the checks of the records", () => {
  const effect = (changes: Partial<Effect>): Effect => ({ ...first.effect, ...changes });

  it.each<[string, Partial<EvidenceRecord>]>([
    ["lo <= estimate <= hi", { effect: effect({ estimate: -9 }) }],
    ["one limit without the other", { effect: effect({ lo: null }) }],
    ["limits and their origin disagree", { effect: effect({ limits: "none" }) }],
    ["prediction interval narrower below", { effect: effect({ predictionLo: -3 }) }],
    ["a ratio is above 0", { effect: effect({ measure: "OR" }) }],
    ["null flag against the figures", { null: true }],
    ["a standardised size beyond 3", { smd: { value: -4, lo: -7.3, hi: -0.7, derivation: "as printed", assumedSd: null } }],
    ["DOI form", { citation: { ...first.citation, doi: "doi:10.1002/x" } }],
    ["DOI and its state disagree", { citation: { ...first.citation, doi: null } }],
    ["a claim without a source", { citation: { ...first.citation, authors: null, journal: null } }],
    ["unverified and how it was seen disagree", { seen: { ...first.seen, status: "seen", where: "a page" } }],
    ["unknown reason", { certainty: { ...first.certainty, reasons: ["figures-unverified", "because"] } }],
    ["unknown lever", { lever: { ...first.lever, groups: ["moonlight"] } }],
    ["contradicts an unknown record", { contradicts: ["nobody-1900"] }],
    ["contradiction on one side only", { contradicts: [] }],
  ])("refuse a record that breaks: %s", (rule, changes) => {
    expect(rulesOf(changes)).toContain(rule);
  }); // prettier-ignore

  it("read the null flag from interval, or from the stated P at a limit exactly at no effect", () => {
    const odds = effect({ measure: "OR", estimate: 1.68, lo: 1, hi: 2.84 });
    expect(nullByFigures({ ...odds, p: 0.052, pForm: "equal" })).toBe(true);
    expect(nullByFigures(odds)).toBe(false);
    expect(nullByFigures(effect({ measure: "RD", estimate: 0.206, lo: -0.011, hi: 0.423, p: 0.03 }))).toBe(true);
    expect(nullByFigures(effect({ lo: null, hi: null, p: 0.05, pForm: "above" }))).toBe(true);
    expect(nullByFigures(effect({ measure: "share", lo: 0.01, hi: 0.1 }))).toBe(null);
  });

  it("call exactly those intervals null that hold no effect inside", () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: -50, max: 50 }), fc.float({ noNaN: true, min: 0, max: 20 }), (lo, width) => {
        const hi = lo + width;
        const found = nullByFigures(effect({ measure: "MD", estimate: lo, lo, hi }));
        expect(found).toBe(lo < 0 && hi > 0);
      }),
    ); // prettier-ignore
  });
});

describe("the words for levers", () => {
  it("lead from what people write to the group of the records", () => {
    expect(leverByWord("Kefir")?.code).toBe("fermented-food");
    expect(leverByWord("fish  oil")?.code).toBe("omega-3");
    expect(leverByWord("low-glycaemic-diet")?.code).toBe("low-glycaemic-diet");
    expect(leverByWord("moonlight")).toBe(null);
    expect(conditionByWord("Atopic dermatitis")).toBe("eczema");
    expect(conditionByWord("warts")).toBe(null);
  });

  it("are never claimed by two levers", () => {
    const words = evidenceLevers.flatMap((lever) => [...new Set([lever.code, lever.label.toLowerCase(), ...lever.aliases])]);
    expect(new Set(words).size).toBe(words.length);
  }); // prettier-ignore

  it("label every reason for a grade", () => {
    for (const code of new Set(records.flatMap((record) => record.certainty.reasons))) {
      expect(certaintyReasonLabel(code)).not.toBe(code);
    }
  });
});

const table = join(import.meta.dirname, "../../../shared/data/evidence/evidence.tsv");
const there = existsSync(table);
if (!there) console.log("skipped: ../shared/data/evidence/evidence.tsv is not here, figures are not compared with it");

describe.skipIf(!there)("every figure against the table it was carried from", () => {
  it("has the same estimate, limits, counts, certainty, DOI and seen mark in each row", () => {
    const [head = "", ...lines] = readFileSync(table, "utf8").trimEnd().split("\n");
    const names = head.split("\t");
    const number = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Number(text));
    expect(lines).toHaveLength(records.length);
    records.forEach((record) => {
      const cells = lines[record.sourceRow - 2]!.split("\t");
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i]]));
      const { effect, citation, certainty, seen, n, k } = record;
      expect({ id: record.id, ...effectOf(effect), n, k, grade: certainty.grade, doi: citation.doi ?? "", status: seen.status }).toEqual({
        id: record.id,
        estimate: number(row["estimate"]),
        lo: number(row["ci_low"]),
        hi: number(row["ci_high"]),
        n: number(row["n_participants"]),
        k: number(row["n_studies"]),
        grade: row["certainty"],
        doi: row["doi"],
        status: (row["where_seen"]?.startsWith("unverified")) ? "unverified" : "seen",
      });
      expect(record.direction).toBe(row["direction"]?.replaceAll("_", "-"));
    });
  }); // prettier-ignore

  it("takes no figure from anywhere but the table and the design notes", () => {
    const notes = join(import.meta.dirname, "../../../shared/design/evidence.md");
    const text = `${readFileSync(table, "utf8")}${existsSync(notes) ? readFileSync(notes, "utf8") : ""}`.replaceAll("−", "-");
    const known = new Set([...`${text.replaceAll(",", "")} ${text.replaceAll(",", " ")}`.matchAll(/\d*\.?\d+/g)].map((match) => Number(match[0])));
    const figures = records.flatMap((record) =>
      [...JSON.stringify([record.finding, record.others, record.cautions, record.lever.label]).replaceAll(",", " ").matchAll(/\d+(?:\.\d+)?/g)].map((match) => ({ id: record.id, figure: Number(match[0]) })),
    );
    expect(figures.length).toBeGreaterThan(150);
    expect(figures.filter(({ figure }) => !known.has(figure))).toEqual([]);
  }); // prettier-ignore
});

function effectOf({ estimate, lo, hi }: Effect): Pick<Effect, "estimate" | "lo" | "hi"> {
  return { estimate, lo, hi };
}
