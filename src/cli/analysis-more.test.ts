import { describe, expect, it } from "vitest";
import {
  madeEdge,
  madeGroup,
  madeOutcome,
  madePosterior,
  madeResponse,
  madeTable,
} from "../../test/fixtures/made-posterior.ts";
import type { AxisPosterior } from "../lib/index.ts";
import { answerWhatIf, toDocument } from "../lib/index.ts";
import { analysisText } from "./analysis-text.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const reported = madeEdge({ inclusionProbability: 0.97, reported: true });

function text(changes: Partial<AxisPosterior>, missingOutcomes: "ignorable" | "worse-days" = "ignorable"): string {
  return flat(
    analysisText(toDocument(madePosterior(changes), madeTable(), [], { safety: quietSafety, missingOutcomes }), 100),
  );
}

/** Lines joined, so that a sentence is found however it was wrapped. */
function flat(lines: string): string {
  return lines.replace(/\s+/g, " ");
}

describe("what stands below the table of arrows", () => {
  it("tells of each finding when it comes and what the diary taught, and of levers what they do kept up", () => {
    const out = text({ edges: [reported], responses: [madeResponse()] });
    expect(out).toContain("Fibre -> Itch - Mostly after about 2 days");
    expect(out).toContain("Your diary has taught a good part");
    expect(out).toContain("Kept up for weeks - 10 g more fibre a day, kept up, all ways together");
    expect(out).toContain("not to be added to it");
    expect(out).toContain("By way of bloating");
    expect(out).toContain("The days ahead - Itch, if days go on like these");
  });

  it("gives a group one line and no rows of its members", () => {
    const members = [madeEdge(), madeEdge({ from: "prebioticServings" })];
    const out = text({ edges: members, groups: [madeGroup()] });
    expect(out).toContain("Seen, but not by which - Fibre or prebiotic foods went together with itch");
    expect(out).not.toContain("Fibre -> Itch");
    expect(out).not.toContain("further pairs");
  });

  it("writes slow delays in weeks", () => {
    const out = text({ edges: [madeEdge({ ...reported, delay: { mean: 40, low80: 20, high80: 60 } })] });
    expect(out).toContain(" 3 to 9 wk ");
  });

  it("names the option for blank days only where it matters and is not on", () => {
    const outcomes = [madeOutcome({ skippedAfterWorse: { oddsRatio: 2.1, low95: 1.3, high95: 3.4 } })];
    expect(text({ outcomes })).toContain("To see that: --missing worse-days");
    expect(text({ outcomes }, "worse-days")).not.toContain("--missing");
    expect(text({})).not.toContain("--missing");
  });

  it("says how numbers were read only when it is not as they are written", () => {
    const link = { type: "rounded", transform: "identity", atFloor: 0.6, atCeiling: 0 } as const;
    expect(text({ outcomes: [madeOutcome({ link })] })).toContain('read as "at most 0"');
    expect(text({})).not.toContain("How the numbers were read");
  });

  it("answers a what-if before everything else but the summary", () => {
    const document = toDocument(madePosterior({ edges: [reported], responses: [madeResponse()] }), madeTable(), [], {
      safety: quietSafety,
    });
    const answer = answerWhatIf(document, { from: "fibreGrams", amount: 10 }, quietSafety);
    if (!answer.ok) throw new Error(answer.error.type);
    const out = flat(analysisText({ ...document, whatIf: [answer.value] }, 100));
    expect(out).toContain("What if: 10 g more fibre a day - 10 g more fibre a day from tomorrow would go with itch");
    expect(out.indexOf("What if:")).toBeLessThan(out.indexOf("from -> to"));
    expect(out).toContain("not a promise");
  });
});
