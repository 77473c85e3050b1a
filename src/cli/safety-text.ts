/**
 * How do the messages of the safety rules look in the terminal?
 *
 * The most urgent first, each with what to do; after an unread emergency the number to call and the crisis line. Words come from insights;
 * only the commands are named here.
 */
import {
  experimentLabel,
  type DocumentFlag,
  type DocumentSafety,
  type SafetyQuestion,
  type SafetyReport,
  type WordedGate,
} from "../lib/index.ts";
import { wrapText } from "./terminal/table.ts";

const INDENT = "  ";

/** Lines of what fired, emergencies with the number to call before all else; none when nothing did. */
export function safetyLines(safety: DocumentSafety, columns: number): readonly string[] {
  const unread = safety.flags.filter((flag) => !flag.acknowledged);
  const read = safety.flags.filter((flag) => flag.acknowledged);
  const emergencies = unread.filter((flag) => flag.level === "E");
  const isSelfHarm = emergencies.some((flag) => flag.rule === "self-harm");
  const { emergency, crisis } = safety;
  const calls = isSelfHarm ? [...crisis, ...emergency] : [...emergency, ...crisis];
  const wrapped = (sentences: readonly string[]): readonly string[] =>
    sentences.flatMap((sentence) => wrapText(sentence, columns));
  const lines = [
    ...emergencies.flatMap((flag) => flagLines(flag, columns)),
    ...(emergencies.length > 0 ? wrapped(calls) : []),
    ...unread.filter((flag) => flag.level !== "E").flatMap((flag) => flagLines(flag, columns)),
    ...(safety.withheldSentence === null ? [] : wrapped([safety.withheldSentence])),
    ...wrapped(read.map((flag) => `Read before: ${flag.title}.`)),
  ];
  return lines.length === 0 ? [] : [...lines, ...wrapped([safety.note])];
}

function flagLines(flag: DocumentFlag, columns: number): readonly string[] {
  return [
    ...wrapText(`! ${flag.what}`, columns, INDENT),
    ...indented(`${flag.title}. ${flag.text}`, columns),
    ...indented(`When this is read: gutskin safety read ${flag.rule}`, columns),
  ];
}

/** Everything that `gutskin safety` says. */
export function reportText(report: SafetyReport, columns: number): string {
  const { safety, questions, gates } = report;
  const fired = safetyLines(safety, columns);
  const closed = gates.filter((gate) => gate.state !== "open").length;
  const lines = [
    ...(fired.length > 0 ? fired : wrapText(`No message has fired. ${safety.note}`, columns)),
    ...safety.contradictions.flatMap(({ sentence }) => wrapText(`- ${sentence}`, columns, INDENT)),
    ...unrecognisedLines(safety, columns),
    "",
    ...wrapText(`Questions not answered: ${String(questions.length)}. To see them: gutskin safety ask`, columns),
    ...wrapText(
      `Experiments that are not open now: ${String(closed)} of ${String(gates.length)}. Why: gutskin safety gate EXPERIMENT`,
      columns,
    ),
    "",
    ...safety.crisis.flatMap((line) => wrapText(line, columns)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Names of medicines that nobody here knows; none when all are known. */
export function unrecognisedLines(safety: DocumentSafety, columns: number): readonly string[] {
  if (safety.unrecognisedMedicines.length === 0) return [];
  const names = safety.unrecognisedMedicines.join(", ");
  return wrapText(`Medicines not known here, so asked about and never taken as harmless: ${names}.`, columns, INDENT);
}

/** Open questions with the ids under which they are answered. */
export function questionsText(questions: readonly SafetyQuestion[], columns: number): string {
  if (questions.length === 0) return "No question is open.\n";
  const [first] = questions.filter((question) => question.kind === "fact");
  const lines = [
    ...questions.flatMap((question) => [
      ...wrapText(question.text, columns, INDENT),
      `${INDENT}${question.kind === "fact" ? question.id : profileCommand(question.id)}`,
    ]),
    "",
    ...(first === undefined ? [] : wrapText(`To answer: gutskin safety answer ${first.id} no`, columns)),
    ...wrapText("Replies are yes, no or unknown. What you leave out stays open and is never taken as no.", columns),
  ];
  return `${lines.join("\n")}\n`;
}

/** One gate: may it be started, why not, what would open it. */
export function gateText(gate: WordedGate, columns: number): string {
  const lines = [
    ...wrapText(`${gate.label}: ${gate.sentence}`, columns),
    ...gate.reasons.flatMap((reason) =>
      wrapText(
        `- ${reason.cleared ? "Cleared by a professional's word: " : ""}${reason.title}. ${reason.text}`,
        columns,
        INDENT,
      ),
    ),
    ...(gate.opens.length === 0 ? [] : ["What would open it"]),
    ...gate.opens.flatMap((line) => wrapText(`- ${line}`, columns, INDENT)),
    ...(gate.questions.length === 0 ? [] : wrapText(`Its questions: gutskin safety ask ${gate.experiment}`, columns)),
    ...(gate.takesWord
      ? wrapText(`When you have talked: gutskin safety confirm ${gate.experiment} --who WHO`, columns)
      : []),
    ...gate.notes.flatMap((note) => wrapText(note, columns)),
  ];
  return `${lines.join("\n")}\n`;
}

/** All gates, one line each. */
export function gatesText(gates: SafetyReport["gates"]): string {
  const width = Math.max(...gates.map((gate) => gate.experiment.length));
  return `${gates.map((gate) => `${gate.experiment.padEnd(width)}  ${gate.state.padEnd(18)}  ${experimentLabel(gate.experiment)}`).join("\n")}\n`;
}

function profileCommand(id: SafetyQuestion["id"]): string {
  switch (id) {
    case "ageYears":
      return "gutskin profile --birth-year 1990";
    case "bodyMassIndex":
      return 'gutskin profile --height 170, and gutskin log "weight 70 kg"';
    case "medicines":
      return 'gutskin profile --medicines "a, b"';
    default:
      return id;
  }
}

function indented(text: string, columns: number): readonly string[] {
  return wrapText(text, columns - INDENT.length).map((line) => INDENT + line);
}
