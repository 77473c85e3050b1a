/**
 * What must be said beside an effect so that nobody reads too much into it?
 *
 * One plain sentence for every caution code of the engine, one for an effect that is clear but small, and one when the calculation had not settled. The list is in the
 * engine's order; codes that say the same twice are said once.
 */
import type { Diagnostics, EdgeCaution } from "../engine/posterior.ts";
import { shown } from "./shown.ts";
import { amountText, type Spoken } from "./spoken.ts";
import type { EdgeView } from "./statements.ts";
import { isOnlyInLineWithTrials } from "./verdict.ts";

/** Sentences for one edge. `diagnostics` of its outcome, or null when there are none; `nameOf` gives a column's name inside a sentence. */
export function cautionSentences(
  { edge, verdict, cause, outcome, step }: EdgeView,
  diagnostics: Diagnostics | null,
  nameOf: (column: string) => string,
): readonly string[] {
  const sentences = edge.cautions.map((caution) => cautionSentence(caution, cause, outcome, nameOf));
  const found = verdict === "strong" || verdict === "likely";
  if (found && Math.abs(edge.ifReal.mean) < edge.smallestEffectOfInterest) {
    const limit = amountText(edge.smallestEffectOfInterest * step, outcome.unit);
    sentences.push(`The effect is clear but small: below ${limit} it may not matter in daily life.`);
  }
  if (isOnlyInLineWithTrials(edge)) {
    sentences.push("This is in line with trials, but your diary alone does not show it yet.");
  } else if (!edge.reported && edge.dataAlone?.reported === true) {
    sentences.push("Your diary alone shows this; what trials found speaks against so sure a word.");
  }
  if (diagnostics?.converged === false) {
    sentences.push(`The calculation for ${outcome.name} had not fully settled; its numbers may still move a little.`);
  }
  return [...new Set(sentences)];
}

function cautionSentence(
  caution: EdgeCaution,
  cause: Spoken,
  outcome: Spoken,
  nameOf: (column: string) => string,
): string {
  switch (caution.type) {
    case "NotSeparable": {
      const other = shown(nameOf(caution.otherColumn));
      return `It could as well be ${other}: ${cause.name} and ${other} nearly always changed together in this diary.`;
    }
    case "OneSwitch":
      return `In this diary ${cause.name} changed only once or hardly at all, so it cannot be told apart from the passing of time.`;
    case "RareCause":
      return `There were only ${String(caution.days)} days on which ${cause.name} was different from usual.`;
    case "SameDay":
      return `The two moved on the same day, so the diary cannot tell whether ${cause.name} or ${outcome.name} came first.`;
    case "ImpreciseCause":
      return `The size rests on how exact entries of ${cause.name} are; more exact ones for a week or two would make it surer.`;
    case "PriorSensitive":
      return "The word for this pair would change with a slightly more trusting or more doubting start; keep it as open.";
  }
}
