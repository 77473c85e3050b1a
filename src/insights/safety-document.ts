/**
 * What is said of safety, first of all, in every document?
 *
 * Messages of the red flags in words, the most urgent first, with the emergency number of the region that the person has set (never a guessed one);
 * whether findings are held back; what is still open; the crisis line, which stands there whatever else does. Nothing fired is
 * not a promise of anything, and no sentence says that it is.
 */
import { emergencyNumberOf, emergencyNumbers } from "../evidence/emergency-numbers.ts";
import { hasUnreadEmergency, type FiredFlag, type SafetyAnswer } from "../evidence/safety.ts";
import type { FactId } from "../evidence/safety-facts.ts";
import { redFlagRules } from "../evidence/safety-red-flags.ts";
import { shown } from "./shown.ts";
import { safetyQuestion } from "./safety-questions.ts";
import { crisisNote, safetyLevelWords, safetyReviewNote, wordSafety } from "./safety-words.ts";

/** One message that fired. */
export interface DocumentFlag {
  readonly rule: string;
  readonly level: FiredFlag["level"];
  readonly version: number;
  /** The person said that they have read it, since it last came up. */
  readonly acknowledged: boolean;
  /** What the level asks for, one line. */
  readonly what: string;
  readonly title: string;
  readonly text: string;
  readonly basis: string;
  /** Null while no clinician has reviewed the rule. */
  readonly reviewedBy: string | null;
}

/** Safety as it stands first in a document. */
export interface DocumentSafety {
  /** Highest level of what fired; null = nothing fired, which promises nothing. */
  readonly level: FiredFlag["level"] | null;
  /** Most urgent first. */
  readonly flags: readonly DocumentFlag[];
  /** True while an emergency message has not been read: no finding is in the document. */
  readonly withheld: boolean;
  /** What is held back and how to go on; null when nothing is. */
  readonly withheldSentence: string | null;
  /** Which number to call, when level E fired: of the region that was set, else the known ones; empty otherwise. */
  readonly emergency: readonly string[];
  /** Always there. */
  readonly crisis: readonly string[];
  /** Questions of the red flags that nobody has answered. */
  readonly openQuestions: number;
  /** Answers that the journal contradicts. */
  readonly contradictions: readonly { readonly fact: FactId; readonly sentence: string }[];
  readonly unrecognisedMedicines: readonly string[];
  /** How far the rules themselves may be trusted. */
  readonly note: string;
}

const WITHHELD = "Your findings wait here until this is read.";

/** The rules' answer in words. */
export function toSafetyDocument(answer: SafetyAnswer): DocumentSafety {
  const withheld = hasUnreadEmergency(answer);
  return {
    level: answer.level,
    flags: answer.flags.map(documentFlag),
    withheld,
    withheldSentence: withheld ? WITHHELD : null,
    emergency: answer.level === "E" ? emergencySentences(answer.region) : [],
    crisis: crisisSentences(answer.region),
    openQuestions: answer.toAsk.length,
    contradictions: answer.contradictions.map((fact) => ({ fact, sentence: contradictionSentence(fact) })),
    unrecognisedMedicines: answer.unrecognisedMedicines.map((name) => shown(name)),
    note: safetyReviewNote,
  };
}

/** Which number to call: of this region, or all that are known when none is set; never a guess. */
export function emergencySentences(region: string | null): readonly string[] {
  const row = emergencyNumberOf(region);
  if (row !== null) return [`The emergency number in ${row.name} is ${row.number}.`];
  const byNumber = new Map<string, string[]>();
  for (const { number, name } of emergencyNumbers) byNumber.set(number, [...(byNumber.get(number) ?? []), name]);
  const lead =
    region === null
      ? "No region is set, so your own number is not known here."
      : `The number in your region (${region}) is not known here.`;
  return [lead, ...[...byNumber].map(([number, names]) => `${number}: ${names.join(", ")}.`)];
}

/** The crisis note, and the line of this region where one is known. */
export function crisisSentences(region: string | null): readonly string[] {
  const row = emergencyNumberOf(region);
  if (row?.crisisLine === undefined || row.crisisLine === null) return [crisisNote];
  return [crisisNote, `A crisis line in ${row.name}: ${row.crisisLine.name}, ${row.crisisLine.number}.`];
}

function documentFlag({ rule, level, version, acknowledged }: FiredFlag): DocumentFlag {
  const words = wordSafety(rule);
  const source = redFlagRules.find((found) => found.id === rule);
  return {
    rule,
    level,
    version,
    acknowledged,
    what: safetyLevelWords[level],
    title: words?.title ?? rule,
    text: words?.text ?? "",
    basis: source?.basis ?? "",
    reviewedBy: source?.reviewedBy ?? null,
  };
}

function contradictionSentence(fact: FactId): string {
  const { text } = safetyQuestion(fact);
  if (fact === "neverUsedProbiotic") {
    return "You answered that you never took a probiotic, and your journal shows one. The journal was believed.";
  }
  return `You answered no to this, and your journal shows otherwise: ${text} The journal was believed.`;
}
