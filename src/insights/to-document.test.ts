import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Defect } from "../base/defect.ts";
import { madeColumn, madeEdge, madeOutcome, madePosterior, madeTable } from "../../test/fixtures/made-posterior.ts";
import { analysisSchema } from "./analysis-schema.ts";
import { toDocument } from "./to-document.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const table = madeTable([madeColumn({ name: "Bifidobacterium", role: "gut", unit: "" })]);

describe("the analysis document", () => {
  it("passes its own schema, and a document with an unknown key does not", () => {
    const document = toDocument(madePosterior(), table, [], { safety: quietSafety });
    expect(analysisSchema.check(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
    expect(analysisSchema.check({ ...document, more: 1 }).ok).toBe(false);
    expect(analysisSchema.check({ ...document, schema: "gutskin.analysis/2" }).ok).toBe(false);
  });

  it("speaks of a report that stands beside its measure beyond what the measure shows", () => {
    const itch = madeColumn({ name: "myItch", role: "skin", unit: "points", reportOf: "wheals" });
    const both = madeTable([madeColumn({ name: "wheals", role: "skin", unit: "" }), itch]);
    const edges = [madeEdge({ to: "myItch" }), madeEdge({ to: "wheals" })];
    const outcomes = [madeOutcome({ name: "myItch", beside: "wheals" }), madeOutcome({ name: "wheals" })];
    const document = toDocument(madePosterior({ edges, outcomes }), both, [], { safety: quietSafety });
    const [report, measure] = ["myItch", "wheals"].map((to) => document.edges.find((edge) => edge.to === to)?.sentence);
    expect(report).toContain("myItch beyond what wheals shows");
    expect(measure).not.toContain("beyond");
    expect(document.outcomes[0]?.reading).toContain("beside it: what is said of it goes beyond the measured");
  });

  it("sorts edges by outcome, then probability, then name", () => {
    const edges = [
      madeEdge({ to: "bloating", toRole: "gut", inclusionProbability: 0.9 }),
      madeEdge({ from: "sleepHours", inclusionProbability: 0.2 }),
      madeEdge({ from: "alcoholGrams", inclusionProbability: 0.2 }),
      madeEdge({ from: "stress", inclusionProbability: 0.7 }),
    ];
    const order = toDocument(madePosterior({ edges }), table, [], { safety: quietSafety }).edges.map((edge) => [
      edge.from,
      edge.to,
    ]);
    expect(order).toEqual([
      ["stress", "itch"],
      ["alcoholGrams", "itch"],
      ["sleepHours", "itch"],
      ["fibreGrams", "bloating"],
    ]);
    const shuffled = toDocument(madePosterior({ edges: edges.toReversed() }), table, [], { safety: quietSafety });
    expect(shuffled.edges.map((edge) => [edge.from, edge.to])).toEqual(order);
  });

  it("rounds to six significant digits, so that a difference in the last bit is not seen", () => {
    const a = toDocument(madePosterior({ edges: [madeEdge({ varianceShare: 0.1 + 0.2 })] }), table, [], {
      safety: quietSafety,
    });
    const b = toDocument(madePosterior({ edges: [madeEdge({ varianceShare: 0.3 })] }), table, [], {
      safety: quietSafety,
    });
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
    expect(a.edges[0]?.varianceShare).toBe(0.3);
  });

  it("writes null for what cannot be said, never NaN", () => {
    const document = toDocument(
      madePosterior({
        edges: [madeEdge({ detectableEffect: NaN, furtherDaysNeeded: null })],
        outcomes: [
          madeOutcome({ diagnostics: { rHat: Infinity, ess: NaN, pipSpread: 1, converged: false, sweeps: 9 } }),
        ],
        twoWay: { gutToSkin: { probability: null }, skinToGut: { probability: null, viaStressOrSleep: null } },
      }),
      table,
      [],
      { safety: quietSafety },
    );
    expect(document.edges[0]?.detectableEffect).toBeNull();
    expect(document.edges[0]?.furtherDaysNeeded).toBeNull();
    expect(document.outcomes[0]?.diagnostics).toEqual({ rHat: null, ess: null, converged: false });
    expect(document.twoWay.gutToSkin.probability).toBeNull();
    expect(document.edges[0]?.cautions).toEqual([
      "The calculation for itch had not fully settled; its numbers may still move a little.",
    ]);
    expect(JSON.stringify(document)).toBe(JSON.stringify(JSON.parse(JSON.stringify(document))));
  });

  it("stops at a number that the engine must give and did not, and at an edge without a column", () => {
    expect(() =>
      toDocument(madePosterior({ edges: [madeEdge({ inclusionProbability: NaN })] }), table, [], {
        safety: quietSafety,
      }),
    ).toThrow(Defect);
    expect(() =>
      toDocument(madePosterior({ edges: [madeEdge({ from: "nowhere" })] }), table, [], { safety: quietSafety }),
    ).toThrow(Defect);
  });

  it("names labels, units and the example step", () => {
    const [edge] = toDocument(madePosterior(), table, [], { safety: quietSafety }).edges;
    expect(edge).toMatchObject({
      fromLabel: "Fibre",
      toLabel: "Itch",
      unit: "points per g",
      exampleStep: 10,
      direction: "better",
    });
    const other = toDocument(
      madePosterior({ edges: [madeEdge({ from: "Bifidobacterium", fromRole: "gut" })] }),
      table,
      [],
      { safety: quietSafety },
    );
    expect(other.edges[0]?.unit).toBe("points per unit");
  });

  it("gives the same bytes for the same posterior", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, fc.boolean(), fc.double({ min: -2, max: 2, noNaN: true }), (p, reported, mean) => {
        const make = (): string =>
          JSON.stringify(
            toDocument(
              madePosterior({
                edges: [
                  madeEdge({
                    inclusionProbability: p,
                    reported,
                    ifReal: { mean, low95: mean - 1, high95: mean + 1 },
                  }),
                ],
              }),
              table,
              [],
              { safety: quietSafety },
            ),
          );
        expect(make()).toBe(make());
        expect(analysisSchema.check(JSON.parse(make())).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
