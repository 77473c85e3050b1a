import { describe, expect, it } from "vitest";
import { madeEdge, madeGroup, madePosterior, madeResponse, madeTable } from "../../test/fixtures/made-posterior.ts";
import { likelyResponses } from "./likely-responses.ts";
import { toDocument } from "./to-document.ts";
import { answerWhatIf } from "./what-if.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

describe("whole effects worth telling", () => {
  const document = toDocument(
    madePosterior({
      edges: [madeEdge()],
      responses: [
        madeResponse({ to: "bloating", probability: 0.99 }),
        madeResponse({ probability: 0.9 }),
        madeResponse({ from: "dairyServings", probability: 0.95 }),
        madeResponse({ from: "sugarGrams", probability: 0.7 }),
        madeResponse({ from: "stress", probability: 0.99 }),
      ],
    }),
    madeTable(),
    [],
    { safety: quietSafety },
  );

  it("are those of levers that are likely in some way, skin first", () => {
    expect(likelyResponses(document, 9).map((response) => [response.from, response.to])).toEqual([
      ["dairyServings", "itch"],
      ["fibreGrams", "itch"],
      ["fibreGrams", "bloating"],
    ]);
    expect(likelyResponses(document, 1)).toHaveLength(1);
  });

  it("are not those of levers that the diary cannot tell from others", () => {
    const shared = toDocument(
      madePosterior({ edges: [madeEdge()], groups: [madeGroup()], responses: [madeResponse({ to: "bloating" })] }),
      madeTable(),
      [],
      { safety: quietSafety },
    );
    expect(likelyResponses(shared, 9)).toEqual([]);
    const answer = answerWhatIf(shared, { from: "fibreGrams", amount: 10 }, quietSafety);
    expect(answer.ok ? answer.value.hints.at(-1) : "").toBe(
      "Your diary cannot tell fibre from prebiotic foods, so what is said here may belong to prebiotic foods.",
    );
  });
});
