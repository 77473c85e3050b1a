import { describe, expect, it } from "vitest";
import { madeColumn, madeEdge, madePosterior, madeTable } from "../../test/fixtures/made-posterior.ts";
import { catalogue } from "../journal/catalogue.ts";
import { isTautology } from "./tautology.ts";
import { toDocument } from "./to-document.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const table = madeTable([
  madeColumn({ name: "gut", role: "gut", partOf: ["gas"] }),
  madeColumn({ name: "gas", role: "gut" }),
]);

describe("the second lock against sentences that are true by construction", () => {
  it("knows every part-of pair of the catalogue, in both directions", () => {
    const pairs = catalogue.flatMap((variable) => (variable.partOf ?? []).map((part) => [variable.id, part] as const));
    expect(pairs.length).toBeGreaterThan(20);
    for (const [a, b] of pairs) {
      expect(isTautology(table, a, b)).toBe(true);
      expect(isTautology(table, b, a)).toBe(true);
    }
  });

  it("knows the table's own pairs and a column itself, and lets real questions through", () => {
    expect(isTautology(table, "gas", "gut")).toBe(true);
    expect(isTautology(table, "gut", "gas")).toBe(true);
    expect(isTautology(table, "itch", "itch")).toBe(true);
    expect(isTautology(table, "fibreGrams", "itch")).toBe(false);
    expect(isTautology(table, "bloating", "itch")).toBe(false);
  });

  it("keeps such an edge out of the document even when the engine gives one", () => {
    const edges = [
      madeEdge(),
      madeEdge({ from: "itch", to: "skinSeverity", fromRole: "skin", inclusionProbability: 1, reported: true }),
    ];
    const document = toDocument(madePosterior({ edges }), table, [], { safety: quietSafety });
    expect(document.edges.map((edge) => edge.to)).toEqual(["itch"]);
    expect(JSON.stringify(document.summary)).not.toContain("skin about");
  });
});
