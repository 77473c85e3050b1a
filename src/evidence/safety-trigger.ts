/**
 * On which day did what fired a rule last come up, and has the person read its message since?
 *
 * A message that was read stays read until its trigger comes again: a newer answer or entry, a newer medicine, a higher level, or other
 * words (a new version of the rule). Weight has no such day, so its message comes back after a month while the loss still stands.
 */
import { addDays, dayToNumber, type Day } from "../base/day.ts";
import { evaluate, type ReadFacts } from "./safety-condition.ts";
import type { Condition, SafetyFacts, SafetyMessage } from "./safety-facts.ts";
import type { RedFlagRule } from "./safety-rule.ts";

/** Days after which the message about a loss of weight comes back. Project rule. */
const WEIGHT_RETURNS_AFTER = 30;
/** The most urgent first. */
const urgency: readonly SafetyMessage["level"][] = ["E", "S", "D", "P", "B"];

/** The newest day behind the parts that hold now; null = no part has a day. */
export function triggerDay(condition: Condition, read: ReadFacts): Day | null {
  if (evaluate(condition, read) !== "yes") return null;
  const { facts } = read;
  if ("all" in condition) return newest(condition.all.map((part) => triggerDay(part, read)));
  if ("any" in condition) return newest(condition.any.map((part) => triggerDay(part, read)));
  if ("fact" in condition) return factDay(condition.fact, facts);
  if ("medicine" in condition) {
    const asked = condition.asked === undefined ? null : factDay(condition.asked, facts);
    return newest([facts.newestMedicineDay, asked]);
  }
  return "weightLossPercent" in condition ? addDays(facts.today, -WEIGHT_RETURNS_AFTER) : null;
}

/** Was a message of this rule, in these words and at least this urgent, shown (or read) on or after `since`? */
export function hasMessage(
  facts: SafetyFacts,
  rule: Pick<RedFlagRule, "id" | "version">,
  level: RedFlagRule["level"],
  since: Day | null,
  event: SafetyMessage["event"],
): boolean {
  const latest = dayToNumber(facts.today) + 1;
  // a sign that is dated tomorrow can be read about today; tomorrow its message is there again
  const asked = since !== null && since > facts.today ? facts.today : since;
  return facts.messages.some(
    (message) =>
      message.rule === rule.id &&
      message.event === event &&
      message.version === rule.version &&
      urgency.indexOf(message.level) <= urgency.indexOf(level) &&
      (asked === null || message.day >= asked) &&
      // a day that has not come yet silences nothing (tomorrow may be today further east)
      dayToNumber(message.day) <= latest,
  );
}

function factDay(fact: Extract<Condition, { readonly fact: unknown }>["fact"], facts: SafetyFacts): Day | null {
  const answered = facts.answers[fact] === "yes" ? (facts.answerDays[fact] ?? null) : null;
  return newest([answered, facts.loggedDays[fact] ?? null]);
}

function newest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
