/**
 * `gutskin safety`: what have the safety rules to say, what do they still ask, and what stands before an experiment?
 *
 * Without a word the messages that fired and what is open; `ask`, `answer`, `gate`, `confirm` and `read` do one thing each. Looking makes no
 * journal; answers, words and readings are entries with their day. A flag that fired is no failure: the exit code stays 0.
 */
import {
  answerEntry,
  askableFacts,
  experimentByWord,
  factByWord,
  readEntry,
  safetyQuestion,
  safetyQuestions,
  safetyVocabulary,
  toSafetyReport,
  wordEntry,
  wordGate,
  type Answer,
  type Day,
  type Entry,
  type ExperimentCode,
  type SafetyAnswer,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openJournal } from "../open-journal.ts";
import { logShown, openForLooking, putDraft, readSafety } from "../safety-journal.ts";
import { gatesText, gateText, questionsText, reportText } from "../safety-text.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Runs the verb that the first word names. */
export async function runSafety(call: Call): Promise<ExitCode> {
  const [verb, ...rest] = call.words;
  if (call.options["who"] !== undefined && verb !== "confirm") return usage(call, "--who belongs to `safety confirm`");
  switch (verb) {
    case undefined:
      return look(call, (safety) => report(call, safety));
    case "ask":
      return ask(call, rest.join(" "));
    case "answer":
      return answer(call, rest);
    case "gate":
      return gate(call, rest.join(" "));
    case "confirm":
      return confirm(call, rest.join(" "));
    case "read":
      return read(call, rest.join(" "));
    default:
      return usage(call, `safety knows ask, answer, gate, confirm and read, not "${verb}"`);
  }
}

/** Shows what `tell` makes of the rules' answer. */
async function look(call: Call, tell: (safety: SafetyAnswer) => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const journal = await openForLooking(call);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  const found = await readSafety(journal.value.store, world.now().day);
  await journal.value.store.close();
  return found.ok ? tell(found.value.safety) : tellError(world, found.error, json, exitCodes.storeProblem);
}

async function report(call: Call, safety: SafetyAnswer): Promise<ExitCode> {
  const document = toSafetyReport(safety);
  tell(call, document, () => reportText(document, call.world.columns));
  await logShown(call, safety);
  return exitCodes.done;
}

function ask(call: Call, word: string): ExitCode | Promise<ExitCode> {
  const all = word === "all";
  const experiment = word === "" || all ? null : experimentByWord(word);
  if (word !== "" && !all && experiment === null) return unknownExperiment(call, word);
  return look(call, (safety) => {
    const questions = all ? askableFacts() : safetyQuestions(safety, experiment);
    tell(call, { questions }, () => questionsText(questions, call.world.columns));
    return exitCodes.done;
  });
}

function gate(call: Call, word: string): ExitCode | Promise<ExitCode> {
  const experiment = word === "" ? null : experimentByWord(word);
  if (word !== "" && experiment === null) return unknownExperiment(call, word);
  return look(call, (safety) => {
    if (experiment === null) {
      const { gates } = toSafetyReport(safety);
      tell(call, { gates }, () => gatesText(gates));
    } else {
      const worded = wordGate(safety, experiment);
      tell(call, worded, () => gateText(worded, call.world.columns));
    }
    return exitCodes.done;
  });
}

const replies: Readonly<Record<string, Answer>> = { yes: "yes", no: "no", unknown: "do-not-know" };

function answer(call: Call, words: readonly string[]): ExitCode | Promise<ExitCode> {
  if (words.length === 0 || words.length % 2 === 1) {
    return usage(call, "answer takes a question and its reply, for example: gutskin safety answer bloodInStool no");
  }
  const entries: Entry[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [word = "", said = ""] = [words[i], words[i + 1]];
    const fact = factByWord(word);
    if (fact === null) return usage(call, `"${word}" is not the id of a question (gutskin safety ask all names them)`);
    if (safetyQuestion(fact).kind === "plan")
      return usage(call, `"${word}" is asked by the plan of an experiment, not here`);
    const reply = Object.hasOwn(replies, said.toLowerCase()) ? replies[said.toLowerCase()] : undefined;
    if (reply === undefined) return usage(call, `a reply is yes, no or unknown, not "${said}"`);
    entries.push(answerEntry(fact, reply, call.world.now().day, "cli"));
  }
  return write(call, () => entries, report);
}

function confirm(call: Call, word: string): ExitCode | Promise<ExitCode> {
  const experiment = experimentByWord(word);
  if (experiment === null) return unknownExperiment(call, word);
  const who = (call.options["who"] ?? "").trim();
  if (who === "") return usage(call, "who was it? For example: --who dermatologist");
  const tellGate = (_: Call, safety: SafetyAnswer): ExitCode => {
    const worded = wordGate(safety, experiment);
    tell(call, worded, () => gateText(worded, call.world.columns));
    return exitCodes.done;
  };
  return write(call, (safety) => wordOrRefusal(safety, experiment, who, call.world.now().day), tellGate);
}

function wordOrRefusal(
  safety: SafetyAnswer,
  experiment: ExperimentCode,
  who: string,
  day: Day,
): readonly Entry[] | Refusal {
  const { takesWord, opens, sentence } = wordGate(safety, experiment);
  if (takesWord) return [wordEntry(experiment, who, day, "cli")];
  return {
    sentence: `There is nothing here that a professional's word would open. ${sentence}`,
    mend: opens.join(" "),
  };
}

function read(call: Call, rule: string): Promise<ExitCode> {
  return write(
    call,
    (safety) => {
      const entry = readEntry(safety, rule, "cli");
      if (entry !== null) return [entry];
      const names = safety.flags.map((flag) => flag.rule).join(", ");
      return {
        sentence: rule === "" ? "Which message was read?" : `There is no message "${rule}" at present.`,
        mend: names === "" ? "No message has fired." : `Messages at present: ${names}.`,
      };
    },
    report,
  );
}

/** Why nothing was written. */
interface Refusal {
  readonly sentence: string;
  readonly mend: string;
}

/** Writes what `make` gives for the rules' answer, and goes on with their answer to the journal as it is then. */
function write(
  call: Call,
  make: (safety: SafetyAnswer) => readonly Entry[] | Refusal,
  goOn: (call: Call, safety: SafetyAnswer) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return look(call, async (before) => {
    const { world, options } = call;
    const json = options["json"] !== undefined;
    const made = make(before);
    if ("sentence" in made) {
      return tellProblem(world, { error: { type: "SafetyNotTaken" }, wording: made, json }, exitCodes.inputUnusable);
    }
    const journal = await openJournal(dataFolder(call));
    if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
    const { store } = journal.value;
    const written = await store.append(made.map(putDraft));
    const after = written.ok ? await readSafety(store, world.now().day) : written;
    await store.close();
    return after.ok ? goOn(call, after.value.safety) : tellError(world, after.error, json, exitCodes.storeProblem);
  });
}

function tell({ world, options }: Call, document: object, text: () => string): void {
  world.answer(options["json"] === undefined ? text() : `${JSON.stringify(document)}\n`);
}

function unknownExperiment(call: Call, word: string): ExitCode {
  const known = safetyVocabulary.experiments.join(", ");
  return usage(
    call,
    word === "" ? `which experiment? One of: ${known}` : `there is no experiment "${word}". There are: ${known}`,
  );
}

function usage({ world, options }: Call, detail: string): ExitCode {
  return tellUsage(world, detail, "gutskin help safety", options["json"] !== undefined);
}
