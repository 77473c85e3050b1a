import { describe, expect, it } from "vitest";
import { madeEdge, madePosterior, madeResponse, madeTable } from "../../test/fixtures/made-posterior.ts";
import { toDocument } from "./to-document.ts";
import { answerWhatIf, readWhatIf } from "./what-if.ts";
import { wordError } from "./words.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const columns = [
  { name: "stress", label: "Stress" },
  { name: "fibreGrams", label: "Fibre" },
];
const document = toDocument(
  madePosterior({
    edges: [
      madeEdge(),
      madeEdge({ from: "probioticTaken", causeSd: 0.5 }),
      madeEdge({ from: "stress", fromRole: "stress" }),
    ],
    responses: [
      madeResponse(),
      madeResponse({ to: "bloating", probability: 0.2 }),
      madeResponse({ from: "probioticTaken", paths: [] }),
    ],
  }),
  madeTable(),
  [],
  { safety: quietSafety },
);

describe("reading a what-if", () => {
  it.each([
    ["fibreGrams=+10", 10],
    ["fibre = 10", 10],
    ["FIBRE=-2.5", -2.5],
    ["Fibre=\u22122,5", -2.5],
    ["fibreGrams=.5", 0.5],
  ])("%s is %d of fibre", (text, amount) => {
    expect(readWhatIf(text, columns)).toEqual({ ok: true, value: { from: "fibreGrams", amount } });
  });

  it.each([
    ["fibreGrams", "WhatIfUnreadable"],
    ["=+10", "WhatIfUnreadable"],
    ["fibreGrams=", "WhatIfUnreadable"],
    ["fibreGrams=much", "WhatIfNotANumber"],
    ["fibreGrams=1e400", "WhatIfNotANumber"],
    ["fibreGrams=10 g", "WhatIfNotANumber"],
    ["fibres=+10", "WhatIfColumnUnknown"],
  ])("%s is %s, with words", (text, type) => {
    const read = readWhatIf(text, columns);
    if (read.ok) throw new Error("it was read");
    expect(read.error.type).toBe(type);
    expect(wordError(read.error).sentence).toMatch(/^[A-Z"].*\.$/);
  });

  it("names columns that begin like what was typed first", () => {
    const read = readWhatIf("fibres=+10", columns);
    expect(read.ok ? "" : wordError(read.error).mend).toBe('Its columns are "fibreGrams", "stress".');
  });
});

describe("answering a what-if", () => {
  it("says the change after 7, 30 and 90 days in one sentence with intervals, likeliest outcome first", () => {
    const answer = answerWhatIf(document, { from: "fibreGrams", amount: 10 }, quietSafety);
    if (!answer.ok) throw new Error(answer.error.type);
    expect(answer.value.outcomes.map((outcome) => outcome.to)).toEqual(["itch", "bloating"]);
    const [itch] = answer.value.outcomes;
    expect(itch?.sentence).toBe(
      "10 g more fibre a day from tomorrow would go with itch 0.29 points lower after 7 days (0.58 lower to 0.06 higher), 0.53 lower after 30 (1.1 lower to 0.11 higher) and 0.63 lower after 90 (1.3 lower to 0.13 higher).",
    );
    expect(itch?.points.map((point) => point.day)).toEqual([7, 30, 90]);
    expect(itch?.points[1]?.mean).toBeCloseTo(-0.525, 6);
    expect(answer.value.hints).toHaveLength(1);
  });

  it("turns the interval round for less, and says less", () => {
    const answer = answerWhatIf(document, { from: "fibreGrams", amount: -10 }, quietSafety);
    if (!answer.ok) throw new Error(answer.error.type);
    const [itch] = answer.value.outcomes;
    expect(itch?.sentence).toMatch(/^10 g less fibre a day from tomorrow would go with itch 0\.29 points higher after/);
    for (const point of itch?.points ?? []) {
      expect(point.low95).toBeLessThan(point.mean);
      expect(point.high95).toBeGreaterThan(point.mean);
    }
  });

  it("says when the change is larger than what the diary has seen", () => {
    const answer = answerWhatIf(document, { from: "fibreGrams", amount: 200 }, quietSafety);
    expect(answer.ok ? answer.value.hints[1] : "").toContain("hardly seen so large a change of fibre");
  });

  it("refuses more than yes, and a column of which nothing is known, each by name", () => {
    const beyond = answerWhatIf(document, { from: "probioticTaken", amount: 2 }, quietSafety);
    const unknown = answerWhatIf(document, { from: "stress", amount: 1 }, quietSafety);
    expect([beyond, unknown].map((answer) => (answer.ok ? "" : answer.error.type))).toEqual([
      "WhatIfBeyondYes",
      "WhatIfNoAnswer",
    ]);
    expect(answerWhatIf(document, { from: "probioticTaken", amount: -1 }, quietSafety).ok).toBe(true);
  });
});
