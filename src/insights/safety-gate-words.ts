/**
 * What is said of the gate before an experiment: may it be started, why not, and what would open it?
 *
 * The reasons are the words of the rules that fired; what would open the gate follows from who may clear them and from what nobody has
 * answered. Whatever the gate says of live bacteria or yeast, the advice to ask a professional stands beside it.
 */
import type { ExperimentGate, SafetyAnswer } from "../evidence/safety.ts";
import { isExperimentCode, type ExperimentCode } from "../evidence/safety-facts.ts";
import { probioticNote, wordSafety } from "./safety-words.ts";
import { safetyQuestions, type SafetyQuestion } from "./safety-questions.ts";

/** A gate as it is shown. */
export interface WordedGate {
  readonly experiment: ExperimentCode;
  readonly label: string;
  readonly state: ExperimentGate["state"];
  readonly sentence: string;
  /** Reasons that stand, then those that a professional's word has cleared. */
  readonly reasons: readonly {
    readonly rule: string;
    readonly level: "P" | "B";
    readonly cleared: boolean;
    readonly title: string;
    readonly text: string;
  }[];
  /** What would open it, one sentence each; empty when it is open. */
  readonly opens: readonly string[];
  readonly questions: readonly SafetyQuestion[];
  /** Shown whatever the gate says. */
  readonly notes: readonly string[];
  /** True when a professional's word would change anything. */
  readonly takesWord: boolean;
}

const labels: Readonly<Record<ExperimentCode, string>> = {
  "probiotic-bacteria": "Live bacteria (a probiotic)",
  "probiotic-yeast": "Live yeast (a probiotic)",
  synbiotic: "Live bacteria with fibre (a synbiotic)",
  "live-powder": "A powder with live organisms",
  "fermented-food": "Fermented food",
  "elimination-diet": "Leaving out a food group",
  "low-carbohydrate-diet": "Eating few carbohydrates",
  "gluten-free-diet": "Leaving out gluten",
  "weight-loss-diet": "A diet to lose weight",
  reintroduction: "Bringing a food back",
  "fish-oil": "Fish oil",
  collagen: "Collagen",
  "diet-pattern": "Another way of eating",
  "stress-programme": "A programme against stress",
  "avoid-alcohol": "Leaving out alcohol",
  "avoid-rosacea-trigger": "Leaving out what brings rosacea up",
  "prescribed-medicine": "A prescribed medicine",
  "stop-prescribed-medicine": "Stopping a prescribed medicine",
  "add-alcohol": "Adding alcohol",
  "provoke-rosacea": "Provoking rosacea",
  "restrict-sleep": "Sleeping less",
  "induce-stress": "Adding stress",
  "uv-exposure": "Sun or light treatment",
  "vitamin-or-zinc-megadose": "Very high doses of vitamin A, vitamin D or zinc",
  "allergen-challenge": "Trying a food that may be an allergy",
};
const live: readonly ExperimentCode[] = ["probiotic-bacteria", "probiotic-yeast", "synbiotic", "live-powder"];

const sentences: Readonly<Record<ExperimentGate["state"], string>> = {
  open: "Nothing here keeps it closed. That is not advice to do it.",
  "professional-first": "Talk to a professional before you start.",
  blocked: "This is not started here at present. Your journal stays open.",
};

/** The name of an experiment in plain words. */
export function experimentLabel(experiment: ExperimentCode): string {
  return labels[experiment];
}

/** The gate of this experiment in words. */
export function wordGate(answer: SafetyAnswer, experiment: ExperimentCode): WordedGate {
  const { state, fired, openQuestions } = answer.gates[experiment];
  const standing = fired.filter((gate) => !gate.cleared);
  const reasons = [...standing, ...fired.filter((gate) => gate.cleared)].map(({ rule, level, cleared }) => {
    const words = wordSafety(rule);
    return { rule, level, cleared, title: words?.title ?? rule, text: words?.text ?? "" };
  });
  const forProfessional = standing.some((gate) => gate.clearedBy === "professional");
  const forNobody = standing.some((gate) => gate.clearedBy === "nobody");
  const opens = [
    ...(forNobody ? ["While this is so, it stays closed here. Nobody's word opens it."] : []),
    ...(openQuestions.length > 0 ? [questionsFirst(openQuestions.length)] : []),
    ...(forProfessional ? ["A professional's word, written down with its date, counts for 90 days."] : []),
  ];
  return {
    experiment,
    label: labels[experiment],
    state,
    sentence: sentences[state],
    reasons,
    opens: state === "open" ? [] : opens,
    questions: safetyQuestions(answer, experiment),
    notes: live.includes(experiment) ? [probioticNote] : [],
    takesWord: forProfessional && !forNobody,
  };
}

/** The experiment that somebody means who types its code, in any case, with spaces or hyphens; null = none. */
export function experimentByWord(word: string): ExperimentCode | null {
  const wanted = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return isExperimentCode(wanted) ? wanted : null;
}

function questionsFirst(count: number): string {
  return count === 1
    ? "One question has to be answered first."
    : `${String(count)} questions have to be answered first.`;
}
