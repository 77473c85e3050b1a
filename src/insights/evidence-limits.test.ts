import { describe, expect, it } from "vitest";
import { isTrial } from "../evidence/matrix.ts";
import type { EvidenceRecord } from "../evidence/record.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { notShownBy } from "./evidence-limits.ts";

const records = evidenceRecords();

function limitsOf(id: string): string {
  const record = records.find((one) => one.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return notShownBy(record).join(" ");
}

describe("what a record does not show", () => {
  it("is said of every record", () => {
    for (const record of records) {
      const sentences = notShownBy(record);
      expect(sentences.length, record.id).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it("says of every null that it proves nothing, with the interval where there is one", () => {
    const nulls = records.filter((record) => record.null);
    expect(nulls.length).toBeGreaterThan(20);
    for (const record of nulls) expect(notShownBy(record).join(" ")).toContain("not proof that there is none");
    expect(limitsOf("makrgeorgou-2018-itch-sleep")).toContain("from -1.22 to 0.33");
    expect(limitsOf("smith-2007-lesions-b")).not.toContain("not proof");
  });

  it("says of everything that is no trial why it is none", () => {
    const watched = (record: EvidenceRecord): boolean => !isTrial(record);
    const plain = /only watched|only compared|asked once|Chance did not|Genes stand|experts|Nobody was compared|believe|Animals|counted|Some cases/;
    for (const record of records.filter(watched)) expect(notShownBy(record).join(" "), record.id).toMatch(plain);
    expect(limitsOf("afifi-2017-perceived")).toContain("believe");
    expect(limitsOf("dokoshi-2021-wound")).toContain("Animals are not people.");
  }); // prettier-ignore

  it("warns of a new trial that may find nothing, of stand-ins and of other products", () => {
    expect(limitsOf("tjiu-2025-inflammatory")).toContain("A new trial may well find nothing.");
    expect(limitsOf("eguren-2024-global")).not.toContain("A new trial may well");
    expect(limitsOf("zhu-2024-crp")).toContain("in place of the skin");
    expect(limitsOf("kim-2014-adults")).toContain("other strains, doses or products");
    expect(limitsOf("medipso-2025-pasi")).not.toContain("strains");
    expect(limitsOf("makrgeorgou-2018-scorad")).toContain("Nobody has checked");
    expect(limitsOf("medipso-2025-pasi")).not.toContain("Nobody has checked");
  });
});
