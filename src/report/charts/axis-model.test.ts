import { describe, expect, it } from "vitest";
import type { AnalysisDocument, DocumentEdge, Verdict } from "../../insights/analysis-document.ts";
import { axisModelFrom, groupId, groupLabel } from "./axis-model.ts";
import { toSafetyDocument } from "../../insights/safety-document.ts";
import { quietSafety } from "../../../test/fixtures/made-safety.ts";

type Role = DocumentEdge["fromRole"];

function edge(
  from: string,
  fromRole: Role,
  to: string,
  toRole: Role,
  verdict: Verdict,
  more: Partial<DocumentEdge> = {},
): DocumentEdge {
  return {
    from,
    to,
    fromLabel: from,
    toLabel: to,
    fromRole,
    toRole,
    probability: 0.9,
    reported: verdict === "strong" || verdict === "likely",
    verdict,
    effectPerUnit: { mean: -0.4, low95: -0.7, high95: -0.1 },
    effectIfReal: { mean: -0.5, low95: -0.7, high95: -0.3 },
    unit: "points per servings",
    probabilityPositive: 0.01,
    delayDays: { mean: 2, low80: 1, high80: 3 },
    varianceShare: 0.09,
    detectableEffect: 0.3,
    smallestEffectOfInterest: 0.5,
    furtherDaysNeeded: 20,
    exampleStep: 2,
    curve: [],
    direction: "better",
    sentence: `${from} went together with ${to}`,
    surer: "",
    cautions: [],
    effectIfEntriesExact: null,
    dataAlone: null,
    slowProbability: 0.1,
    causeSd: 1,
    reliability: 1,
    contraction: 0.8,
    when: [],
    learned: "",
    entries: null,
    knowledge: null,
    toldInGroup: false,
    ...more,
  };
}

function documentOf(edges: readonly DocumentEdge[]): AnalysisDocument {
  const outcome = (name: string, role: Role): AnalysisDocument["outcomes"][number] => ({
    name,
    label: name,
    role,
    unit: "points",
    recordedDays: 100,
    diagnostics: { rHat: 1, ess: 400, converged: true },
    forecast: [],
    persistence: 0.3,
    explainedShare: 0.2,
    sd: 2,
    link: { type: "exact", transform: "identity", atFloor: 0, atCeiling: 0 },
    stoppedEarly: false,
    skippedAfterWorse: null,
    reading: "",
    forecastSentence: null,
    warnings: [],
  });
  return {
    schema: "gutskin.analysis/1",
    safety: toSafetyDocument(quietSafety),
    seed: 1,
    days: 100,
    fdr: 0.05,
    assumed: [],
    edges,
    outcomes: [outcome("bloating", "gut"), outcome("itch", "skin"), outcome("stress", "stress")],
    twoWay: { gutToSkin: { probability: 0.9 }, skinToGut: { probability: 0.1, viaStressOrSleep: 0.1 }, sentence: "" },
    unused: [],
    summary: [],
    preview: false,
    missingDays: "ignorable",
    groups: [],
    responses: [],
    notes: [],
    whatIf: [],
  };
}

describe("what is on the picture", () => {
  it("draws strong and likely solid and maybe dashed, and counts the others by direction", () => {
    const model = axisModelFrom(
      documentOf([
        edge("fibre", "lever", "bloating", "gut", "strong"),
        edge("dairy", "lever", "bloating", "gut", "maybe"),
        edge("bloating", "gut", "itch", "skin", "likely"),
        edge("itch", "skin", "bloating", "gut", "not-enough-data"),
        edge("fibre", "lever", "itch", "skin", "none"),
        edge("dairy", "lever", "itch", "skin", "not-enough-data"),
      ]),
    );
    expect(model.arrows.map((arrow) => [arrow.id, arrow.dashed])).toEqual([
      ["bloating>itch", false],
      ["dairy>bloating", true],
      ["fibre>bloating", false],
    ]);
    expect(model.rest).toEqual([
      { from: "skin", to: "gut", count: 1 },
      { from: "lever", to: "skin", count: 2 },
    ]);
  });

  it("gives the number of the example step and a width from the share of the ups and downs", () => {
    const [arrow] = axisModelFrom(documentOf([edge("fibre", "lever", "bloating", "gut", "strong")])).arrows;
    expect(arrow?.effect).toBe(-1);
    expect(arrow?.strength).toBeCloseTo(0.3, 12);
  });

  it("is foggier the wider the interval is beside the effect", () => {
    const sure = edge("a", "lever", "itch", "skin", "strong", { effectIfReal: { mean: 1, low95: 0.9, high95: 1.1 } });
    const unsure = edge("b", "lever", "itch", "skin", "likely", { effectIfReal: { mean: 1, low95: 0.1, high95: 1.9 } });
    const fog = (id: string): number =>
      axisModelFrom(documentOf([sure, unsure])).arrows.find((one) => one.from === id)?.fog ?? Number.NaN;
    expect(fog("a")).toBeCloseTo(0.1, 12);
    expect(fog("b")).toBeCloseTo(0.9, 12);
  });

  it("shows only levers with an arrow and counts the others", () => {
    const model = axisModelFrom(
      documentOf([
        edge("fibre", "lever", "bloating", "gut", "strong"),
        edge("tea", "lever", "bloating", "gut", "none"),
      ]),
    );
    expect(model.nodes.filter((node) => node.place === "lever").map((node) => node.id)).toEqual(["fibre"]);
    expect(model.otherLevers).toBe(1);
  });

  it("keeps to five scores of a place when there are thirty, those with arrows first", () => {
    const many = Array.from({ length: 30 }, (_, i) => `genus ${String(i)}`);
    const base = documentOf([edge("fibre", "lever", "genus 29", "gut", "strong")]);
    const outcomes = many.map((name) => ({ ...base.outcomes[0]!, name, label: name }));
    const model = axisModelFrom({ ...base, outcomes });
    expect(model.nodes.filter((node) => node.place === "gut")).toHaveLength(5);
    expect(model.nodes.some((node) => node.id === "genus 29")).toBe(true);
    expect(model.otherOutcomes).toBe(25);
  });

  it("shows causes that cannot be told apart as one box with one arrow, and not as pairs of their own", () => {
    const member = (from: string): DocumentEdge => edge(from, "lever", "itch", "skin", "maybe", { toldInGroup: true });
    const base = documentOf([member("fibre"), member("greens"), edge("tea", "lever", "itch", "skin", "none")]);
    const group = {
      to: "itch",
      toLabel: "itch",
      toRole: "skin",
      from: ["fibre", "greens"],
      fromLabels: ["Fibre", "Greens"],
      fromRoles: ["lever", "lever"],
      probability: 0.97,
      reported: true,
      verdict: "strong",
      sentence: "Fibre or greens",
    } as const;
    const model = axisModelFrom({ ...base, groups: [group] });
    expect(model.nodes.filter((node) => node.place === "lever").map((node) => node.label)).toEqual(["Fibre or Greens"]);
    expect(model.arrows.map((arrow) => [arrow.id, arrow.effect, arrow.sentence])).toEqual([
      [groupId(group), null, "Fibre or greens"],
    ]);
    expect(model.otherLevers).toBe(1);
    expect(model.rest).toEqual([]);
    expect(groupLabel({ fromLabels: ["A", "B", "C", "D"] })).toBe("A, B or 2 more");
  });

  it("copes with a document without any pair", () => {
    expect(axisModelFrom(documentOf([])).arrows).toEqual([]);
  });
});
