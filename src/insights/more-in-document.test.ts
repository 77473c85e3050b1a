import { describe, expect, it } from "vitest";
import {
  madeColumn,
  madeEdge,
  madeGroup,
  madeOutcome,
  madePosterior,
  madeResponse,
  madeSlowCurve,
  madeTable,
} from "../../test/fixtures/made-posterior.ts";
import { analysisSchema } from "./analysis-schema.ts";
import { toDocument } from "./to-document.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const table = madeTable();
const members = [
  madeEdge({ inclusionProbability: 0.5 }),
  madeEdge({ from: "prebioticServings", inclusionProbability: 0.48 }),
];

describe("groups in the document", () => {
  it("are one finding with all the names, and their pairs are told only there", () => {
    const document = toDocument(madePosterior({ edges: members, groups: [madeGroup()] }), table, [], {
      safety: quietSafety,
    });
    expect(document.groups).toMatchObject([
      {
        fromLabels: ["Fibre", "Prebiotic foods"],
        verdict: "strong",
        sentence:
          "Fibre or prebiotic foods went together with itch, a strong sign (97 in 100 for at least one of them); your diary cannot say which of the two.",
      },
    ]);
    expect(document.edges.map((edge) => edge.toldInGroup)).toEqual([true, true]);
    expect(document.summary[0]).toBe(document.groups[0]?.sentence);
  });

  it("give way to a member that is reported by itself, and to members that may not be worded", () => {
    const alone = [madeEdge({ reported: true, inclusionProbability: 0.97 }), ...members.slice(1)];
    expect(
      toDocument(madePosterior({ edges: alone, groups: [madeGroup()] }), table, [], { safety: quietSafety }).groups,
    ).toEqual([]);
    const own = madeGroup({ from: ["fibreGrams", "itch"] });
    expect(
      toDocument(madePosterior({ edges: members, groups: [own] }), table, [], { safety: quietSafety }).groups,
    ).toEqual([]);
  });

  it("are told in pairs when at least one of them is not likely enough to speak of", () => {
    const weak = madeGroup({ probabilityAny: 0.4, reported: false });
    const document = toDocument(madePosterior({ edges: members, groups: [weak] }), table, [], { safety: quietSafety });
    expect(document.groups[0]?.verdict).toBe("not-enough-data");
    expect(document.edges.some((edge) => edge.toldInGroup)).toBe(false);
  });
});

describe("whole effects in the document", () => {
  it("say total, direct part and ways, never added, and may be tried for levers only", () => {
    const document = toDocument(
      madePosterior({
        edges: [madeEdge(), madeEdge({ from: "alcoholGrams" })],
        responses: [madeResponse({ from: "alcoholGrams", paths: [] }), madeResponse()],
      }),
      table,
      [],
      { safety: quietSafety },
    );
    const [alcohol, fibre] = document.responses;
    expect([alcohol?.mayBeTried, fibre?.mayBeTried]).toEqual([false, true]);
    expect(alcohol?.directSentence).toBeNull();
    expect(fibre?.sentence).toMatch(
      /^10 g more fibre a day, kept up, all ways together: itch 0\.29 points lower after 7 days/,
    );
    expect(fibre?.directSentence).toContain("not to be added to it");
    expect(fibre?.paths[0]?.sentence).toMatch(
      /^By way of bloating: .*; 72 in 100 that every step of this way is there\.$/,
    );
  });

  it("say so when all of it goes by way of other scores", () => {
    const none = { mean: 0, low95: 0, high95: 0 };
    const points = madeResponse().points.map((point) => ({ ...point, direct: none }));
    const document = toDocument(madePosterior({ responses: [madeResponse({ points })] }), table, [], {
      safety: quietSafety,
    });
    expect(document.responses[0]?.directSentence).toBe(
      "Directly there is next to nothing of this: what there is goes by way of other scores.",
    );
  });

  it("leave out pairs that are true by construction and ways that are hardly there", () => {
    const faint = [{ via: ["bloating"], probability: 0.01, effect: { mean: 0, low95: 0, high95: 0 } }];
    const document = toDocument(
      madePosterior({ responses: [madeResponse({ from: "itch" }), madeResponse({ paths: faint })] }),
      table,
      [],
      { safety: quietSafety },
    );
    expect(document.responses.map((response) => [response.from, response.paths.length])).toEqual([["fibreGrams", 0]]);
  });
});

describe("the document as a whole", () => {
  it("says first that it is a first look, that time ran out, that blank days may hide something", () => {
    const posterior = madePosterior({
      outcomes: [
        madeOutcome({ stoppedEarly: true, skippedAfterWorse: { oddsRatio: 2.1, low95: 1.3, high95: 3.4 } }),
        madeOutcome({ name: "bloating", role: "gut" }),
      ],
    });
    const first = toDocument(posterior, table, [], { safety: quietSafety, preview: true });
    expect(first.preview).toBe(true);
    expect(first.notes.map((note) => note.split(" ").slice(0, 5).join(" "))).toEqual([
      "This is a first look,",
      "Time ran out for itch:",
      "After a worse day of",
      "Such days can also be",
    ]);
    const worse = toDocument(posterior, table, [], { safety: quietSafety, missingOutcomes: "worse-days" });
    expect(worse.missingDays).toBe("worse-days");
    expect(worse.notes.join(" ")).toContain("were taken to be worse than the rest, as was asked");
    expect(toDocument(madePosterior(), table, [], { safety: quietSafety }).notes).toEqual([]);
  });

  it("keeps slow curves with uneven days, data alone and entries taken as exact, and passes its schema", () => {
    const dataAlone = {
      inclusionProbability: 0.6,
      reported: false,
      averaged: { mean: -0.03, low95: -0.1, high95: 0.01 },
      ifReal: { mean: -0.05, low95: -0.12, high95: 0.02 },
    };
    const edge = madeEdge({
      inclusionProbability: 0.97,
      reported: true,
      curve: madeSlowCurve(),
      dataAlone,
      reliability: 0.5,
      ifEntriesExact: { mean: -0.03, low95: -0.05, high95: -0.01 },
    });
    const document = toDocument(
      madePosterior({ edges: [edge], responses: [madeResponse()], groups: [madeGroup()] }),
      table,
      [],
      {
        safety: quietSafety,
        priors: [{ from: "fibreGrams", to: "itch", oddsFactor: 2, delayDays: { onset: 14, half: 56, full: 112 } }],
      },
    );
    expect(analysisSchema.check(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
    const [shown] = document.edges;
    expect(shown?.curve).toHaveLength(25);
    expect(shown?.curve.at(-1)?.day).toBe(81);
    expect(shown?.dataAlone?.verdict).toBe("maybe");
    expect(shown?.when.at(-1)).toContain("112 days");
  });

  it("has no forecast where the engine has none yet", () => {
    const [point] = madeOutcome().forecast;
    const unknown = { ...point!, mean: 0, low80: NaN, high80: NaN, quantiles: [] };
    const document = toDocument(madePosterior({ outcomes: [madeOutcome({ forecast: [unknown] })] }), table, [], {
      safety: quietSafety,
    });
    expect(document.outcomes[0]).toMatchObject({ forecast: [], forecastSentence: null });
  });

  it("speaks of the sides of stool form, as the engine looks at it", () => {
    const forms = madeColumn({
      name: "stool",
      label: "Stool form",
      role: "gut",
      measure: "stool-form",
      min: 1,
      max: 7,
    });
    const sides = { ...table, columns: [...table.columns, forms] };
    const document = toDocument(
      madePosterior({
        edges: [madeEdge({ to: "stool.loose", toRole: "gut" })],
        outcomes: [madeOutcome({ name: "stool.loose", role: "gut", unit: "" })],
      }),
      sides,
      [],
      { safety: quietSafety },
    );
    expect(document.edges[0]?.toLabel).toBe("Stool form, loose side");
    expect(document.outcomes[0]?.reading).toMatch(/^Stool form \(loose side\) was read/);
  });
});
