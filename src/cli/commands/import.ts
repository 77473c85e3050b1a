/**
 * `gutskin import FILE`: how does a file come into the journal?
 *
 * Always the preview first; nothing is written before somebody said yes: on a terminal by answering, elsewhere with
 * `--yes`, which does not cover places that cannot be read (`--skip-bad` does). The commit is one transaction with one
 * receipt, and `--undo RECEIPT` takes the added entries back.
 */
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { undoImport } from "../import-undo.ts";
import { commitImport, isPartial, planImport, type ImportOutcome, type ImportPlan } from "../import-plan.ts";
import { outcomeText, previewText } from "../import-text.ts";
import { throwIfStopped } from "../interrupted.ts";
import {
  dayToNumber,
  isId,
  previewImport,
  toSafetyDocument,
  type FileProblem,
  type ImportOptions,
  type ImportPreview,
  type JournalStore,
  type Result,
  type SafetyAnswer,
  type SkipCode,
  type StoreError,
  wordSkip,
} from "../../lib/index.ts";
import { openJournal, openScratchJournal } from "../open-journal.ts";
import { readInputFile, wordFileUnreadable, type InputFile } from "../read-input.ts";
import { readMapping } from "../read-mapping.ts";
import { safetyAfterWriting } from "../safety-journal.ts";
import { safetyLines } from "../safety-text.ts";
import { wordRefusal } from "../server/problem.ts";
import { sha256 } from "../sha256.ts";
import { safeText } from "../terminal/table.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

/** What the person said about the file. */
type ToldOptions = Pick<ImportOptions, "mapping" | "dateOrder" | "decimal">;

/** Previews and, after a yes, commits a file; or takes an import back. */
export async function runImport(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const path = words[0];
  const undo = options["undo"];
  if ((path === undefined) === (undo === undefined)) {
    return tellUsage(world, "import needs one FILE (or --undo RECEIPT)", "gutskin help import", json);
  }
  if (undo !== undefined && !isId(undo)) {
    return tellUsage(
      world,
      `"${undo}" is not the id of a receipt (32 characters 0-9, a-f)`,
      "gutskin help import",
      json,
    );
  }
  const dateOrder = options["date-order"];
  if (dateOrder !== undefined && dateOrder !== "ymd" && dateOrder !== "dmy" && dateOrder !== "mdy") {
    return tellUsage(world, `--date-order takes ymd, dmy or mdy, not "${dateOrder}"`, "gutskin help import", json);
  }
  const decimal = options["decimal"];
  if (decimal !== undefined && decimal !== "." && decimal !== ",") {
    return tellUsage(world, `--decimal takes . or , and not "${decimal}"`, "gutskin help import", json);
  }
  const mapping = await readMapping(world, options["map"]);
  if (!mapping.ok) {
    const { cause, wording } = mapping.error;
    return tellProblem(world, { error: cause, wording, json }, exitCodes.inputUnusable);
  }
  const file = path === undefined ? null : await readInputFile(world, path);
  if (file !== null && !file.ok) {
    return tellProblem(
      world,
      { error: file.error, wording: wordFileUnreadable(file.error), json },
      exitCodes.inputUnusable,
    );
  }
  if (file === null) return undoImport(call, undo ?? "");
  return importFile(call, file.value, {
    ...(mapping.value === null ? {} : { mapping: mapping.value }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
  });
}

/** What the file holds for this person; entry ids are made from the person's id. */
type PreviewFor = (person: string) => Result<ImportPreview, FileProblem>;

async function importFile(call: Call, file: InputFile, told: ToldOptions): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const previewFor = rememberLast((person: string) => {
    const lastBelievableDayNumber = dayToNumber(world.now().day) + 1;
    return previewImport(file, { person, sha256, lastBelievableDayNumber, ...told });
  });
  const plan = await planWithoutWriting(call, previewFor);
  if (!plan.ok) return tellPlanError(call, plan.error);
  throwIfStopped(world.stop);
  const isDryRun = options["dry-run"] !== undefined;
  if (!json) world.answer(previewText(plan.value.document, world.columns));
  else if (isDryRun) world.answer(`${JSON.stringify({ preview: plan.value.document })}\n`);
  if (isDryRun) return exitCodes.done;
  const consent = await askForYes(call, plan.value);
  if (consent !== exitCodes.done) return consent;
  throwIfStopped(world.stop);
  const { unchangedEntries: unchanged } = plan.value.document;
  if (plan.value.preview.ops === undefined && plan.value.toWrite.length === 0) {
    return tellOutcome(call, plan.value, { added: 0, changed: 0, unchanged, receiptId: "" });
  }
  return commitFile(call, previewFor);
}

/** What the file would do. Makes no journal: where there is none, everything is new. */
async function planWithoutWriting(
  call: Call,
  previewFor: PreviewFor,
): Promise<Result<ImportPlan, FileProblem | StoreError>> {
  const { now } = call.world;
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok && journal.error.type !== "StoreMissing") return journal;
  const { store } = journal.ok ? journal.value : openScratchJournal(() => now().milliseconds);
  try {
    return await planFile(store, previewFor);
  } finally {
    await store.close();
  }
}

/** Plans once more on the journal as it stands now, opened for writing, and commits. */
async function commitFile(call: Call, previewFor: PreviewFor): Promise<ExitCode> {
  const { world, options } = call;
  const journal = await openJournal(dataFolder(call));
  const json = options["json"] !== undefined;
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  const { store } = journal.value;
  try {
    const plan = await planFile(store, previewFor);
    if (!plan.ok) return tellPlanError(call, plan.error);
    const outcome = await commitImport(store, plan.value, world.now());
    if (!outcome.ok) return tellError(world, outcome.error, json, exitCodes.storeProblem);
    const safety = await safetyAfterWriting(store, world.now().day);
    if (!safety.ok) return tellError(world, safety.error, json, exitCodes.storeProblem);
    return tellOutcome(call, plan.value, outcome.value, safety.value);
  } finally {
    await store.close();
  }
}

async function planFile(
  store: JournalStore,
  previewFor: PreviewFor,
): Promise<Result<ImportPlan, FileProblem | StoreError>> {
  const info = await store.info();
  if (!info.ok) return info;
  const preview = previewFor(info.value.person);
  return preview.ok ? planImport(store, preview.value) : preview;
}

/** A large file is not read twice for the same person. */
function rememberLast<T>(work: (key: string) => T): (key: string) => T {
  let last: { readonly key: string; readonly value: T } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: work(key) };
    return last.value;
  };
}

/** `answer`: what the safety rules say now that it is stored; absent when nothing was. */
function tellOutcome(
  { world, options }: Call,
  plan: ImportPlan,
  outcome: ImportOutcome,
  answer: SafetyAnswer | null = null,
): ExitCode {
  const safety = answer === null ? null : toSafetyDocument(answer);
  if (options["json"] !== undefined) {
    world.answer(`${JSON.stringify({ safety, preview: plan.document, ...outcome })}\n`);
    return exitCodes.done;
  }
  world.answer(outcomeText(outcome));
  const unread = safety?.flags.filter((flag) => !flag.acknowledged) ?? [];
  if (safety !== null && unread.length > 0) {
    world.answer(`\n${safetyLines({ ...safety, flags: unread }, world.columns).join("\n")}\n`);
  }
  return exitCodes.done;
}

function tellPlanError({ world, options }: Call, error: FileProblem | StoreError): ExitCode {
  const code = "file" in error ? exitCodes.inputUnusable : exitCodes.storeProblem;
  return tellError(world, error, options["json"] !== undefined, code);
}

/**
 * `done` = go on. A person at a terminal has seen the preview and answers; a script has not, so `--yes` alone does not take a
 * file of which something could not be read.
 */
async function askForYes(call: Call, plan: ImportPlan): Promise<ExitCode> {
  const { world, options } = call;
  const { newEntries, changedEntries } = plan.document;
  if (isPartial(plan) && options["accept-partial"] === undefined) {
    const { sentence, mend } = wordRefusal("PartialFile");
    return refuse(call, "PartialFile", sentence, `${mend} (--accept-partial)`, exitCodes.inputUnusable);
  }
  const unread = plan.preview.skipped.filter((skip) => UNREADABLE.includes(skip.code));
  const [first] = unread;
  if (first !== undefined && options["yes"] !== undefined && options["skip-bad"] === undefined) {
    const { sentence, mend } = wordSkip(first);
    const places = unread.length === 1 ? "one place" : `${String(unread.length)} places, the first is this`;
    const way = `${mend} Or add --skip-bad to store the rest of the file.`;
    const text = `${safeText(plan.preview.file)} cannot be read in ${places}. ${sentence} Nothing was stored.`;
    return refuse(call, "UnreadableCells", text, way, exitCodes.inputUnusable);
  }
  if (options["yes"] !== undefined || newEntries + changedEntries === 0) return exitCodes.done;
  if (world.ask === null || options["json"] !== undefined) {
    const sentence = "Nothing was stored, because there is no terminal to ask on.";
    return refuse(call, "NotConfirmed", sentence, "To store it: add --yes.", exitCodes.notConfirmed);
  }
  const left = unread.length === 0 ? "" : ` and leave out ${String(unread.length)} places that cannot be read`;
  const question = `Store ${String(newEntries)} new and ${String(changedEntries)} changed entries${left}? [y/N] `;
  if (/^\s*y(es)?\s*$/i.test(await world.ask(question))) return exitCodes.done;
  return refuse(call, "NotConfirmed", "Nothing was stored.", "", exitCodes.notConfirmed);
}

/** Left out because something is wrong there, not by a rule of the format. */
const UNREADABLE: readonly SkipCode[] = ["bad-number", "bad-date", "out-of-range", "too-many-cells", "duplicate-day"];

function refuse({ world, options }: Call, type: string, sentence: string, mend: string, code: ExitCode): ExitCode {
  return tellProblem(
    world,
    { error: { type }, wording: { sentence, mend }, json: options["json"] !== undefined },
    code,
  );
}
