/**
 * What does `gutskin safety --json` print?
 *
 * Schema name `gutskin.safety/1`: what fired, what is still to be asked, and the state of every gate. Same facts, same bytes.
 */
import type { ExperimentGate, SafetyAnswer } from "../evidence/safety.ts";
import { experimentCodes, type ExperimentCode } from "../evidence/safety-facts.ts";
import { toSafetyDocument, type DocumentSafety } from "./safety-document.ts";
import { experimentLabel } from "./safety-gate-words.ts";
import { safetyQuestions, type SafetyQuestion } from "./safety-questions.ts";

/** Everything that the rules say, in words. */
export interface SafetyReport {
  readonly schema: "gutskin.safety/1";
  readonly safety: DocumentSafety;
  /** Open questions of the red flags. */
  readonly questions: readonly SafetyQuestion[];
  readonly gates: readonly {
    readonly experiment: ExperimentCode;
    readonly label: string;
    readonly state: ExperimentGate["state"];
  }[];
}

/** The report of one answer. */
export function toSafetyReport(answer: SafetyAnswer): SafetyReport {
  return {
    schema: "gutskin.safety/1",
    safety: toSafetyDocument(answer),
    questions: safetyQuestions(answer),
    gates: experimentCodes.map((experiment) => ({
      experiment,
      label: experimentLabel(experiment),
      state: answer.gates[experiment].state,
    })),
  };
}
