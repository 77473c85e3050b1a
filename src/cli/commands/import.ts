/**
 * `gutskin import FILE`: how does a file come into the journal?
 *
 * Always the preview first; nothing is written before somebody said yes: on a terminal by answering, elsewhere with
 * `--yes`. The commit is one transaction with one receipt, and `--undo RECEIPT` takes the added entries back.
 */
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { commitImport, isPartial, planImport, type ImportPlan } from "../import-plan.ts";
import { outcomeText, previewText } from "../import-text.ts";
import { throwIfStopped } from "../interrupted.ts";
import {
  dayToNumber,
  isId,
  ok,
  previewImport,
  type Draft,
  type FileProblem,
  type ImportOptions,
  type Result,
  type StoreError,
} from "../../lib/index.ts";
import { openJournal, openScratchJournal, type OpenJournal } from "../open-journal.ts";
import { readInputFile, wordFileUnreadable, type InputFile } from "../read-input.ts";
import { readMapping } from "../read-mapping.ts";
import { wordRefusal } from "../server/problem.ts";
import { sha256 } from "../sha256.ts";
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
  const journal = await openForImport(call);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    if (file === null) return await undoImport(call, journal.value, undo ?? "");
    return await importFile(call, journal.value, file.value, {
      ...(mapping.value === null ? {} : { mapping: mapping.value }),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(decimal === undefined ? {} : { decimal }),
    });
  } finally {
    await journal.value.store.close();
  }
}

/** A dry run makes no journal: where there is none, everything is new. */
async function openForImport({ world, options }: Call): Promise<Result<OpenJournal, StoreError>> {
  const folder = dataFolder({ world, options });
  if (options["dry-run"] === undefined) return openJournal(folder);
  const journal = await openJournal(folder, "read");
  if (journal.ok || journal.error.type !== "StoreMissing") return journal;
  return ok(openScratchJournal(() => world.now().milliseconds));
}

async function importFile(call: Call, journal: OpenJournal, file: InputFile, told: ToldOptions): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const plan = await planFile(call, journal, file, told);
  if (!plan.ok) {
    const isFile = "file" in plan.error;
    return tellError(world, plan.error, json, isFile ? exitCodes.inputUnusable : exitCodes.storeProblem);
  }
  throwIfStopped(world.stop);
  if (options["dry-run"] !== undefined) {
    if (json) world.answer(`${JSON.stringify({ preview: plan.value.document })}\n`);
    else world.answer(previewText(plan.value.document, world.columns));
    return exitCodes.done;
  }
  if (!json) world.answer(previewText(plan.value.document, world.columns));
  if (isPartial(plan.value) && options["accept-partial"] === undefined) {
    const { sentence, mend } = wordRefusal("PartialFile");
    const wording = { sentence, mend: `${mend} Here: --accept-partial.` };
    return tellProblem(world, { error: { type: "PartialFile" }, wording, json }, exitCodes.inputUnusable);
  }
  const consent = await askForYes(call, plan.value);
  if (consent !== exitCodes.done) return consent;
  throwIfStopped(world.stop);
  const outcome = await commitImport(journal.store, plan.value, world.now());
  if (!outcome.ok) return tellError(world, outcome.error, json, exitCodes.storeProblem);
  if (json) world.answer(`${JSON.stringify({ preview: plan.value.document, ...outcome.value })}\n`);
  else world.answer(outcomeText(outcome.value));
  return exitCodes.done;
}

async function planFile(
  { world }: Call,
  { store }: OpenJournal,
  file: InputFile,
  told: ToldOptions,
): Promise<Result<ImportPlan, FileProblem | StoreError>> {
  const info = await store.info();
  if (!info.ok) return info;
  const preview = previewImport(file, {
    person: info.value.person,
    sha256,
    lastBelievableDayNumber: dayToNumber(world.now().day) + 1,
    ...told,
  });
  return preview.ok ? planImport(store, preview.value) : preview;
}

/** `done` = go on. Nothing new to write needs no yes. */
async function askForYes({ world, options }: Call, plan: ImportPlan): Promise<ExitCode> {
  const { newEntries, changedEntries } = plan.document;
  if (options["yes"] !== undefined || newEntries + changedEntries === 0) return exitCodes.done;
  const refuse = (sentence: string): ExitCode =>
    tellProblem(
      world,
      {
        error: { type: "NotConfirmed" },
        wording: { sentence, mend: "To store it: add --yes." },
        json: options["json"] !== undefined,
      },
      exitCodes.notConfirmed,
    );
  if (world.ask === null || options["json"] !== undefined) {
    return refuse("Nothing was stored, because there is no terminal to ask on.");
  }
  const answer = await world.ask(
    `Store ${String(newEntries)} new and ${String(changedEntries)} changed entries? [y/N] `,
  );
  return /^\s*y(es)?\s*$/i.test(answer) ? exitCodes.done : refuse("Nothing was stored.");
}

/** Deletes the entries that carry this receipt, and the receipt. Values that the import replaced stay replaced. */
async function undoImport({ world, options }: Call, { store }: OpenJournal, receiptId: string): Promise<ExitCode> {
  const json = options["json"] !== undefined;
  const all = await store.entries({});
  if (!all.ok) return tellError(world, all.error, json, exitCodes.storeProblem);
  const receipt = all.value.find((view) => view.id === receiptId && view.entry.kind === "importReceipt");
  if (receipt === undefined) {
    return tellUsage(world, `there is no import with the receipt ${receiptId}`, "gutskin help import", json);
  }
  const drafts = all.value
    .filter((view) => view.entry.receipt === receiptId || view.id === receiptId)
    .map((view): Draft => ({ action: "delete", id: view.id, seen: view.heads }));
  const written = await store.append(drafts, `undo-${receiptId}`);
  if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
  const removed = drafts.length - 1;
  world.answer(json ? `${JSON.stringify({ removed })}\n` : `Taken back: ${String(removed)} entries.\n`);
  return exitCodes.done;
}
