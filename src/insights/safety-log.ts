/**
 * What is written into the journal about safety: answers, a professional's word, that a message was shown or read?
 *
 * Entries only; the front door writes them. "Shown" is written once per trigger, so that looking again adds nothing. Nothing of this
 * leaves the journal.
 */
import type { Day } from "../base/day.ts";
import type { FiredFlag, SafetyAnswer } from "../evidence/safety.ts";
import type { Answer, ExperimentCode, FactId } from "../evidence/safety-facts.ts";
import type { ProfessionalWordEntry, SafetyAnswerEntry, SafetyEventEntry } from "../journal/entry.ts";

/** For each message that was not logged as shown since its trigger: that it is shown now. */
export function shownEntries(answer: SafetyAnswer, source: string): readonly SafetyEventEntry[] {
  return answer.flags.filter((flag) => !flag.shown).map((flag) => eventOf(flag, "shown", answer.today, source));
}

/** "I have read this"; null = this rule has not fired, so there is nothing to read. */
export function readEntry(answer: SafetyAnswer, rule: string, source: string): SafetyEventEntry | null {
  const flag = answer.flags.find((found) => found.rule === rule);
  return flag === undefined ? null : eventOf(flag, "acknowledged", answer.today, source);
}

/** The reply to a question, as given on this day. Written with `supersede`: one entry per fact. */
export function answerEntry(fact: FactId, reply: Answer, day: Day, source: string): SafetyAnswerEntry {
  return { kind: "safetyAnswer", day, fact, reply, source };
}

/** "I have talked to a professional about this experiment". */
export function wordEntry(experiment: ExperimentCode, who: string, day: Day, source: string): ProfessionalWordEntry {
  return { kind: "professionalWord", day, experiment, who, source };
}

function eventOf(flag: FiredFlag, event: SafetyEventEntry["event"], day: Day, source: string): SafetyEventEntry {
  return { kind: "safetyEvent", day, rule: flag.rule, level: flag.level, event, ruleVersion: flag.version, source };
}
