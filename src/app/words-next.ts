/**
 * What does the screen *What is worth testing?* say by itself? (Cards are worded by insights. Part of words.ts.)
 */
import type { Certainty } from "../lib/index.ts";

export const nextWords = {
  title: "What is worth testing?",
  lead: "At most three fair tests, from what trials found, what your diary says, what fits you, and how long it takes.",
  withDiary: "Your diary was looked at as well.",
  withoutDiary: "Only trials were looked at. When My axis has worked out your diary, it counts here too.",
  toAxis: "Open My axis",
  choose: "First: which condition do you watch?",
  trials: "What trials found",
  nulls: "Where trials found nothing",
  noNulls: "No trial without an effect is recorded here.",
  allRecords: "All records, with numbers",
  diary: "What your diary says",
  duration: "How long before you could tell",
  stop: "What would end it",
  gate: "Before you start",
  gateOpen: "No rule here speaks against it. That is not advice to do it.",
  first: "A professional first",
  planner:
    "gutskin does not plan such a test yet. What you do or take can be written down in Today, and My axis looks at it like at everything else.",
  held: "Not offered now, because",
  answer: (count: number): string => (count === 1 ? "Answer the question" : `Answer the ${count} questions`),
  lookAt: "Look at the questions and reasons",
  probiotic: "Thinking of a probiotic?",
  probioticHint:
    "Choose what it is, and see whether a rule here speaks against it. This says nothing about whether it helps.",
  probioticKinds: "What is it?",
  certainty: (grade: Certainty): string => `certainty: ${grade}`,
  noTrial: "no trial found",
} as const;
