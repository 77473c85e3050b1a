/**
 * What does the answer look like while an emergency message has not been read?
 *
 * The message and nothing else: no finding, no forecast, no picture. The engine need not even run.
 */
import type { SafetyAnswer } from "../evidence/safety.ts";
import type { AnalysisDocument } from "./analysis-document.ts";
import { toSafetyDocument } from "./safety-document.ts";

/** The document without findings. `about`: what the findings would have been about. */
export function withheldDocument(
  about: Pick<AnalysisDocument, "seed" | "days" | "fdr" | "preview" | "missingDays">,
  answer: SafetyAnswer,
): AnalysisDocument {
  const safety = toSafetyDocument(answer);
  const unread = safety.flags.find((flag) => flag.level === "E" && !flag.acknowledged);
  return {
    schema: "gutskin.analysis/1",
    safety,
    seed: about.seed,
    days: about.days,
    fdr: about.fdr,
    assumed: [],
    preview: about.preview,
    missingDays: about.missingDays,
    edges: [],
    groups: [],
    responses: [],
    outcomes: [],
    twoWay: {
      gutToSkin: { probability: null },
      skinToGut: { probability: null, viaStressOrSleep: null },
      sentence: "",
    },
    unused: [],
    summary: [unread?.what, safety.withheldSentence].filter((sentence) => typeof sentence === "string"),
    notes: [],
    whatIf: [],
  };
}
