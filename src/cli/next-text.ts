/**
 * How do suggestions look in the terminal?
 *
 * Safety messages first, then at most three cards with trials, nulls, diary, time and stops, then what is held back and why. Words come
 * from insights; only the commands are named here.
 */
import type { HeldSuggestion, Suggestion, SuggestionsDocument } from "../lib/index.ts";
import { safetyLines } from "./safety-text.ts";
import { wrapText } from "./terminal/table.ts";

const INDENT = "  ";

/** The whole answer. `isFile`: a diary file was looked at, to which nobody has answered anything. */
export function nextText(found: SuggestionsDocument, columns: number, isFile: boolean): string {
  const wrapped = (text: string): readonly string[] => wrapText(text, columns);
  const safety = safetyLines(found.safety, columns);
  const lines = [
    ...safety,
    ...(safety.length > 0 ? [""] : []),
    ...(found.nothing === null ? [] : [...wrapped(found.nothing), ""]),
    ...found.cards.flatMap((card, index) => [...cardLines(card, index + 1, columns), ""]),
    ...heldLines(found.held, columns, isFile),
    ...wrapped(found.withDiary ? "Your diary was looked at as well." : withoutDiary(isFile)),
    ...wrapped(found.probioticNote),
    ...wrapped(found.note),
    ...found.safety.crisis.flatMap(wrapped),
  ];
  return `${lines.join("\n")}\n`;
}

function withoutDiary(isFile: boolean): string {
  return `Only trials were looked at.${isFile ? "" : " With the diary: gutskin next --with-analysis"}`;
}

function cardLines(card: Suggestion, number: number, columns: number): readonly string[] {
  const { trials, gate } = card;
  const part = (title: string, sentences: readonly string[]): readonly string[] => [
    `${INDENT}${title}`,
    ...sentences.flatMap((sentence) =>
      wrapText(`- ${sentence}`, columns - 2 * INDENT.length, INDENT).map((line) => INDENT + INDENT + line),
    ),
  ];
  return [
    ...wrapText(`${String(number)}. ${card.title}`, columns, INDENT),
    ...part("Trials", [trials.sentence]),
    ...part(
      "Where trials found nothing",
      trials.nulls.length > 0 ? trials.nulls : ["nothing of that kind is recorded"],
    ),
    ...part("Your diary", [card.diary]),
    ...part("How long", [card.duration]),
    ...part("What would end it", card.stop),
    ...part(
      "Before you start",
      gate.sentences.length > 0 ? gate.sentences : ["No rule here speaks against it. That is not advice to do it."],
    ),
    ...(gate.state === "professional-first" ? [`${INDENT}Details: gutskin safety gate ${card.experiment}`] : []),
    ...(trials.records.length > 0 && card.condition !== null
      ? [`${INDENT}Records: gutskin evidence ${card.lever} ${card.condition}`]
      : []),
  ];
}

function heldLines(held: readonly HeldSuggestion[], columns: number, isFile: boolean): readonly string[] {
  if (held.length === 0) return [];
  return [
    "Not offered now, because",
    ...held.flatMap((one) => [
      ...wrapText(`- ${one.title}: ${one.why.join(" ")}`, columns, INDENT),
      ...(isFile ? [] : [`${INDENT}Questions and reasons: gutskin safety gate ${one.experiment}`]),
    ]),
    "",
  ];
}
