import { describe, expect, it } from "vitest";
import { madeEdge, madeOutcome, madePosterior, madeTable } from "../../test/fixtures/made-posterior.ts";
import type { AxisPosterior, EdgePosterior } from "../engine/posterior.ts";
import { toDocument } from "./to-document.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const table = madeTable();
const summary = (changes: Partial<AxisPosterior>): readonly string[] =>
  toDocument(madePosterior(changes), table, [], { safety: quietSafety }).summary;
const found = (changes: Partial<EdgePosterior> = {}): EdgePosterior =>
  madeEdge({ inclusionProbability: 0.97, reported: true, ...changes });
const quiet = (changes: Partial<EdgePosterior> = {}): EdgePosterior =>
  madeEdge({ inclusionProbability: 0.02, probabilityNegligible: 0.99, detectableEffect: 0.04, ...changes });

describe("the summary", () => {
  it("begins with the clearest finding: a lever before a state, skin before others", () => {
    const edges = [
      found({ from: "stress", fromRole: "stress", inclusionProbability: 0.99 }),
      found({ from: "dairyServings", to: "bloating", toRole: "gut", inclusionProbability: 0.99 }),
      found(),
    ];
    expect(summary({ edges })[0]).toBe(
      "A strong sign: 10 g more fibre a day, kept up, went together with itch about 0.7 points lower (if real: 0.3 to 1.1 points lower), after about 2 days (2 more such signs are in the list).",
    );
  });

  it("on a diary without a finding says so, and how large an effect would have had to be", () => {
    const [first, second, third] = summary({});
    expect(first).toBe(
      "Nothing stands out in these 100 days; for itch, for example, the diary could only have shown effects larger than about 1.2 points for 10 g more fibre a day.",
    );
    expect(second).toContain("neither direction is clear");
    expect(third).toBe("Next to become clear: fibre and itch, after about 60 days more.");
  });

  it("tells what may be forgotten, as good news", () => {
    expect(summary({ edges: [quiet()] })[2]).toBe(
      "Good to know: you can stop watching fibre for itch; an effect that matters is unlikely.",
    );
    expect(summary({ edges: [quiet(), quiet({ from: "dairyServings" })] })[2]).toContain(
      "for 2 pairs an effect that matters is unlikely",
    );
  });

  it("says honestly when not even a detectable size is known", () => {
    expect(summary({ edges: [madeEdge({ detectableEffect: NaN, furtherDaysNeeded: null })] })).toEqual([
      "Nothing stands out in these 100 days, and there is not yet enough in the diary to say how large an effect would have to be.",
      expect.stringContaining("neither direction"),
    ]);
    expect(summary({ edges: [], outcomes: [madeOutcome()] })[0]).toContain("Nothing stands out");
  });

  it("puts a street that was never asked about last", () => {
    const twoWay = { gutToSkin: { probability: null }, skinToGut: { probability: null, viaStressOrSleep: null } };
    expect(summary({ outcomes: [madeOutcome()], twoWay }).map((sentence) => sentence.split(" ")[0])).toEqual([
      "Nothing",
      "Next",
      "To",
    ]);
  });

  it("is never longer than three sentences", () => {
    expect(
      summary({ edges: [found(), quiet({ from: "dairyServings" }), madeEdge({ from: "sleepHours" })] }),
    ).toHaveLength(3);
  });
});
