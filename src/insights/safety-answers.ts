/**
 * Which of the answers that were given count today?
 *
 * One answer per fact: the newest, and of two of one day, or of two devices that disagree, the one that warns. Ids of a later version are
 * passed over.
 */
import type { Day } from "../base/day.ts";
import { isFactId, type Answer, type FactId, type SafetyFacts } from "../evidence/safety-facts.ts";
import { answerCounts, isWarning } from "../evidence/safety-validity.ts";
import type { FieldConflict } from "../journal/store.ts";

/** An answer as the journal holds it. */
export interface GivenAnswer {
  readonly fact: string;
  readonly reply: Answer;
  readonly day: Day;
  /** What another device says, not settled. */
  readonly conflicts: readonly FieldConflict[];
}

/** The answers that count on this day, with their days. */
export function collectAnswers(
  given: readonly GivenAnswer[],
  today: Day,
  newestMedicineDay: Day | null,
): Pick<SafetyFacts, "answers" | "answerDays"> {
  const newest = new Map<FactId, { readonly reply: Answer; readonly day: Day }>();
  for (const { fact, reply, day, conflicts } of given) {
    if (!isFactId(fact)) continue;
    const answer = { reply: cautious(fact, reply, conflicts), day };
    const before = newest.get(fact);
    const wins =
      before === undefined ||
      day > before.day ||
      (day === before.day && isWarning(fact, answer.reply) && !isWarning(fact, before.reply));
    if (wins) newest.set(fact, answer);
  }
  const counting = [...newest].filter(([fact, answer]) => answerCounts(fact, answer, today, newestMedicineDay));
  return {
    answers: Object.fromEntries(counting.map(([fact, { reply }]) => [fact, reply])),
    answerDays: Object.fromEntries(counting.map(([fact, { day }]) => [fact, day])),
  };
}

/** Of what two devices say, the reply that warns. */
function cautious(fact: FactId, reply: Answer, conflicts: readonly FieldConflict[]): Answer {
  const others = conflicts.filter(({ field }) => field === "reply").flatMap(({ otherValues }) => otherValues);
  const replies = ["yes", "no", "do-not-know"] as const;
  const said = replies.filter((one) => one === reply || others.includes(one));
  return (
    said.find((one) => isWarning(fact, one) && one !== "do-not-know") ??
    said.find((one) => isWarning(fact, one)) ??
    reply
  );
}
