/**
 * What must be said before anything else is shown, and which experiments are closed for this person?
 *
 * One pure function over facts: red flags (highest level first, all reasons listed), one gate per kind of experiment, reasons to stop
 * a running one, what is still to be asked, and answers that contradict the journal. No score, no probability of disease. A missing
 * answer is never taken as safe: it keeps a gate closed and is listed as a question.
 */
import { dayToNumber, type Day } from "../base/day.ts";
import { evaluate, openQuestions, readFacts, type OpenQuestion, type ReadFacts } from "./safety-condition.ts";
import { experimentCodes, factIds, type ExperimentCode, type FactId, type SafetyFacts } from "./safety-facts.ts";
import { gateRules, immunosuppressants } from "./safety-gates.ts";
import { redFlagRules, stopRules } from "./safety-red-flags.ts";
import type { GateRule, RedFlagRule } from "./safety-rule.ts";
import { hasMessage, triggerDay } from "./safety-trigger.ts";

/** Days after which a professional's word is asked for again. */
const CONFIRMATION_DAYS = 90;

/** A rule that fired, with its level. */
export interface FiredFlag {
  readonly rule: string;
  readonly level: RedFlagRule["level"];
  readonly version: number;
  /** The newest day behind it; null = no day is known. */
  readonly triggerDay: Day | null;
  /** Its message was shown since the trigger. */
  readonly shown: boolean;
  /** The person said, since the trigger, that they have read it at this level. */
  readonly acknowledged: boolean;
}

/** A rule that stands before an experiment. */
export interface FiredGate {
  readonly rule: string;
  readonly level: GateRule["level"];
  /** True when a professional's word of the last 90 days opens it. */
  readonly cleared: boolean;
  /** Whose word opens it; "nobody" = closed while the condition holds. */
  readonly clearedBy: GateRule["clearedBy"];
  readonly version: number;
}

/** What stands before one experiment: blocked, a professional first, or free. */
export interface ExperimentGate {
  readonly experiment: ExperimentCode;
  readonly state: "open" | "professional-first" | "blocked";
  readonly fired: readonly FiredGate[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** What the rules say of one set of facts. */
interface SafetyParts {
  /** Highest level of the red flags; null = none fired. */
  readonly level: RedFlagRule["level"] | null;
  /** All red flags that fired, highest level first. */
  readonly flags: readonly FiredFlag[];
  readonly gates: Readonly<Record<ExperimentCode, ExperimentGate>>;
  /** Ids of the reasons to stop a running experiment; "stop-red-flag" stands for any flag of level E or S. */
  readonly stop: readonly string[];
  /** Questions of the red flags that nobody has answered. */
  readonly toAsk: readonly OpenQuestion[];
  /** Answers that say no while the journal or the list of medicines shows yes; the journal was believed. */
  readonly contradictions: readonly FactId[];
  /** Names of medicines that are not recognised. */
  readonly unrecognisedMedicines: readonly string[];
  /** The day for which this holds. */
  readonly today: Day;
  /** Two letters of ISO 3166-1; null = not said. */
  readonly region: string | null;
}

/** Its private field makes the type nominal: what merely looks like an answer does not compile, and `isSafetyAnswer` refuses it. */
class Evaluated implements SafetyParts {
  readonly #evaluated = true;
  readonly level: SafetyParts["level"];
  readonly flags: SafetyParts["flags"];
  readonly gates: SafetyParts["gates"];
  readonly stop: SafetyParts["stop"];
  readonly toAsk: SafetyParts["toAsk"];
  readonly contradictions: SafetyParts["contradictions"];
  readonly unrecognisedMedicines: SafetyParts["unrecognisedMedicines"];
  readonly today: SafetyParts["today"];
  readonly region: SafetyParts["region"];

  constructor(parts: SafetyParts) {
    this.level = parts.level;
    this.flags = parts.flags;
    this.gates = parts.gates;
    this.stop = parts.stop;
    this.toAsk = parts.toAsk;
    this.contradictions = parts.contradictions;
    this.unrecognisedMedicines = parts.unrecognisedMedicines;
    this.today = parts.today;
    this.region = parts.region;
  }

  static has(value: object): boolean {
    return #evaluated in value && value.#evaluated;
  }
}

/**
 * All fired flags, gates and stops, highest level first. Only `evaluateSafety` makes one, and every function that words a finding asks
 * for one: nothing is shown before the rules were asked. A copy (spread, worker message) is none: send the facts and evaluate there.
 */
export type SafetyAnswer = Evaluated;

const order: readonly RedFlagRule["level"][] = ["E", "S", "D"];

/** Evaluates every rule. Pure; under 5 ms for a journal of three years. */
export function evaluateSafety(facts: SafetyFacts): SafetyAnswer {
  const strict = readFacts(facts, true);
  const plain = readFacts(facts, false);
  const flags = redFlagRules
    .filter((rule) => evaluate(rule.when, plain) === "yes")
    .map((rule) => firedFlag(rule, plain))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  const stop = stopRules.filter((rule) => evaluate(rule.when, plain) === "yes").map((rule) => rule.id);
  return new Evaluated({
    level: flags[0]?.level ?? null,
    flags,
    gates: gatesOf(strict),
    stop: flags.some((flag) => flag.level !== "D") ? ["stop-red-flag", ...stop] : stop,
    toAsk: distinct(redFlagRules.flatMap((rule) => questionsOf(rule, plain))),
    contradictions: contradictionsOf(strict),
    unrecognisedMedicines: strict.unrecognised,
    today: facts.today,
    region: facts.region,
  });
}

/** True for what `evaluateSafety` made in this program; for callers that the compiler does not watch. */
export function isSafetyAnswer(value: unknown): value is SafetyAnswer {
  return typeof value === "object" && value !== null && Evaluated.has(value);
}

/** Is there a message of level E that nobody has read? Then nothing else is shown. */
export function hasUnreadEmergency(answer: SafetyAnswer): boolean {
  return answer.flags.some((flag) => flag.level === "E" && !flag.acknowledged);
}

/** May this experiment be started now? */
export function isOpen(answer: SafetyAnswer, experiment: ExperimentCode): boolean {
  return answer.gates[experiment].state === "open";
}

function firedFlag(rule: RedFlagRule, read: ReadFacts): FiredFlag {
  const level = levelOf(rule, read);
  // what raises the level is part of the trigger: a fever that comes later brings the message back
  const parts = rule.levelIf === undefined ? [rule.when] : [rule.when, rule.levelIf.when];
  const since = triggerDay({ any: parts }, read);
  return {
    rule: rule.id,
    level,
    version: rule.version,
    triggerDay: since,
    shown: hasMessage(read.facts, rule, level, since, "shown"),
    acknowledged: hasMessage(read.facts, rule, level, since, "acknowledged"),
  };
}

function levelOf(rule: RedFlagRule, read: ReadFacts): RedFlagRule["level"] {
  const { levelIf } = rule;
  return levelIf !== undefined && evaluate(levelIf.when, read) === "yes" ? levelIf.level : rule.level;
}

function questionsOf(rule: RedFlagRule, read: ReadFacts): readonly OpenQuestion[] {
  const asked = rule.askWhen === undefined || evaluate(rule.askWhen, read) === "yes";
  return asked ? openQuestions(rule.when, read) : [];
}

function gatesOf(read: ReadFacts): Readonly<Record<ExperimentCode, ExperimentGate>> {
  const gate = (experiment: ExperimentCode): ExperimentGate => gateOf(experiment, read);
  return {
    "probiotic-bacteria": gate("probiotic-bacteria"),
    "probiotic-yeast": gate("probiotic-yeast"),
    synbiotic: gate("synbiotic"),
    "live-powder": gate("live-powder"),
    "fermented-food": gate("fermented-food"),
    "elimination-diet": gate("elimination-diet"),
    "low-carbohydrate-diet": gate("low-carbohydrate-diet"),
    "gluten-free-diet": gate("gluten-free-diet"),
    "weight-loss-diet": gate("weight-loss-diet"),
    reintroduction: gate("reintroduction"),
    "fish-oil": gate("fish-oil"),
    collagen: gate("collagen"),
    "diet-pattern": gate("diet-pattern"),
    "stress-programme": gate("stress-programme"),
    "avoid-alcohol": gate("avoid-alcohol"),
    "avoid-rosacea-trigger": gate("avoid-rosacea-trigger"),
    "prescribed-medicine": gate("prescribed-medicine"),
    "stop-prescribed-medicine": gate("stop-prescribed-medicine"),
    "add-alcohol": gate("add-alcohol"),
    "provoke-rosacea": gate("provoke-rosacea"),
    "restrict-sleep": gate("restrict-sleep"),
    "induce-stress": gate("induce-stress"),
    "uv-exposure": gate("uv-exposure"),
    "vitamin-or-zinc-megadose": gate("vitamin-or-zinc-megadose"),
    "allergen-challenge": gate("allergen-challenge"),
  };
}

function gateOf(experiment: ExperimentCode, read: ReadFacts): ExperimentGate {
  const inScope = gateRules.filter((rule) => rule.scope === "all" || rule.scope.includes(experiment));
  const confirmed = isConfirmed(experiment, read.facts);
  const judged = inScope.map((rule) => ({ rule, truth: evaluate(rule.when, read) }));
  const fired = judged
    .filter(({ truth }) => truth === "yes")
    .map(({ rule }) => ({
      rule: rule.id,
      level: rule.level,
      cleared: confirmed && rule.clearedBy === "professional",
      clearedBy: rule.clearedBy,
      version: rule.version,
    }));
  // an unanswered question is never cleared by anybody's word
  const unknown = judged.filter(({ truth }) => truth === "unknown").map(({ rule }) => rule);
  const standing = fired.filter((gate) => !gate.cleared);
  const blocked = standing.some((gate) => gate.level === "B") || unknown.some((rule) => rule.whenUnknown === "blocked");
  const careful = standing.length > 0 || unknown.length > 0;
  return {
    experiment,
    state: blocked ? "blocked" : careful ? "professional-first" : "open",
    fired,
    openQuestions: distinct(unknown.flatMap((rule) => openQuestions(rule.when, read))),
  };
}

/** A word for this very experiment, at most 90 days old, and no newer medicine since. */
function isConfirmed(experiment: ExperimentCode, facts: SafetyFacts): boolean {
  const today = dayToNumber(facts.today);
  return facts.confirmations.some(({ experiment: about, day }) => {
    const age = today - dayToNumber(day);
    const newer = facts.newestMedicineDay !== null && dayToNumber(facts.newestMedicineDay) > dayToNumber(day);
    return about === experiment && age >= 0 && age <= CONFIRMATION_DAYS && !newer;
  });
}

function contradictionsOf({ facts, classes }: ReadFacts): readonly FactId[] {
  const saysNo = (id: FactId): boolean => facts.answers[id] === "no";
  // what came after the answer does not contradict it
  const cameLater = (id: FactId, answered: FactId): boolean =>
    (facts.loggedDays[id] ?? "") > (facts.answerDays[answered] ?? "9999-12-31");
  const shown = facts.logged.filter((id) => saysNo(id) && !cameLater(id, id));
  const weak: readonly FactId[] =
    saysNo("immunosuppressed") && immunosuppressants.some((medicine) => classes.has(medicine))
      ? ["immunosuppressed"]
      : [];
  const logsOne = facts.logged.includes("usesProbiotic") && !cameLater("usesProbiotic", "neverUsedProbiotic");
  const uses = logsOne || facts.answers.usesProbiotic === "yes";
  const never: readonly FactId[] = uses && facts.answers.neverUsedProbiotic === "yes" ? ["neverUsedProbiotic"] : [];
  return distinct([...shown, ...weak, ...never]);
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** Every fact and every experiment that the rules know; for forms and tests. */
export const safetyVocabulary: {
  readonly facts: readonly FactId[];
  readonly experiments: readonly ExperimentCode[];
} = { facts: factIds, experiments: experimentCodes };
