/**
 * `gutskin foods import FILE`: how does a food table come into the library?
 *
 * Shown first, imported after a yes (`--yes` where nobody can be asked). The table stays in `foods.sqlite` beside the journal and is never exported. A stopped
 * import goes on where it stopped when the same command is given again; the same file twice brings nothing new.
 */
import { foodTableFacts, settleFigures } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { filterClash, readAskedTable } from "../foods/import-options.ts";
import { beginImport, libraryPath, lookBefore, placeOf, planImport, type ImportPlan } from "../foods/import-plan.ts";
import { runTableImport, type RunReceipt } from "../foods/import-run.ts";
import { sumTallies } from "../foods/import-state.ts";
import { count, receiptText, shownText, type ImportShown } from "../foods/import-text.ts";
import { openLibrary } from "../foods/open-library.ts";
import { throwIfStopped } from "../interrupted.ts";
import { wordFileUnreadable } from "../read-input.ts";
import { createProgress } from "../terminal/progress.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";

/** Shows what the file is and, after a yes, imports it. */
export async function runFoodsImport(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const path = words[1];
  const usage = (detail: string): ExitCode => tellUsage(world, detail, "gutskin help foods", json);
  if (path === undefined || words.length > 2) return usage("foods import needs one FILE or folder");
  if (path === "-")
    return usage("foods import reads a file or a folder, not standard input: it may have to go on later");
  const asked = await readAskedTable(call);
  if (!asked.ok) {
    return asked.error.type === "UsageProblem" ? usage(asked.error.detail) : tellUnreadable(call, asked.error);
  }
  const plan = await planImport(path, asked.value.said, asked.value.filters);
  if (!plan.ok) {
    if (plan.error.type === "FileUnreadable") return tellUnreadable(call, plan.error);
    return tellError(world, plan.error, json, exitCodes.inputUnusable);
  }
  const clash = filterClash(plan.value.table.kind, plan.value.filters);
  if (clash !== null) return usage(clash);
  const before = await lookBefore(dataFolder(call), plan.value);
  if (!before.ok) return tellError(world, before.error, json, exitCodes.storeProblem);
  throwIfStopped(world.stop);
  const again = options["again"] !== undefined;
  const shown: ImportShown = {
    file: plan.value.files.name,
    bytes: [...plan.value.files.files.values()].reduce((sum, { size }) => sum + size, 0),
    kind: plan.value.table.kind,
    table: plan.value.table,
    filters: plan.value.filters,
    strangeBarcodes: asked.value.strangeBarcodes,
    first: plan.value.first,
    library: libraryPath(dataFolder(call)),
    goesOnAt: again ? null : placeOf(before.value),
  };
  const isDry = options["dry-run"] !== undefined;
  if (!json) world.answer(shownText(shown, world.columns));
  else if (isDry) world.answer(`${JSON.stringify({ preview: documentOf(shown) })}\n`);
  if (isDry) return exitCodes.done;
  if (before.value.type === "done" && !again) {
    const day = before.value.load.finished ?? "";
    if (json) world.answer(`${JSON.stringify({ preview: documentOf(shown), imported: day, added: 0, changed: 0 })}\n`);
    else world.answer(`This file was imported on ${day}: nothing is new. (--again reads it once more.)\n`);
    return exitCodes.done;
  }
  const consent = await askForYes(call, shown);
  if (consent !== exitCodes.done) return consent;
  return importTable(call, plan.value, shown);
}

function tellUnreadable({ world, options }: Call, error: Parameters<typeof wordFileUnreadable>[0]): ExitCode {
  const json = options["json"] !== undefined;
  return tellProblem(world, { error, wording: wordFileUnreadable(error), json }, exitCodes.inputUnusable);
}

async function askForYes({ world, options }: Call, shown: ImportShown): Promise<ExitCode> {
  if (options["yes"] !== undefined) return exitCodes.done;
  const json = options["json"] !== undefined;
  const refuse = (sentence: string, mend: string): ExitCode =>
    tellProblem(world, { error: { type: "NotConfirmed" }, wording: { sentence, mend }, json }, exitCodes.notConfirmed);
  if (world.ask === null || json) {
    return refuse("Nothing was imported, because there is no terminal to ask on.", "To import it: add --yes.");
  }
  const answer = await world.ask(`Import ${foodTableFacts(shown.kind).name} into ${shown.library}? [y/N] `);
  return /^\s*y(es)?\s*$/i.test(answer) ? exitCodes.done : refuse("Nothing was imported.", "");
}

async function importTable(call: Call, plan: ImportPlan, shown: ImportShown): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const opened = await openLibrary(dataFolder(call), "write");
  if (!opened.ok) return tellError(world, opened.error, json, exitCodes.storeProblem);
  const library = opened.value;
  const progress = createProgress(world);
  const began = world.seconds();
  try {
    const begun = beginImport(library, plan, world.now().day, options["again"] !== undefined);
    if (!begun.ok) return tellError(world, begun.error, json, exitCodes.storeProblem);
    const { name } = foodTableFacts(shown.kind);
    const run = await runTableImport({
      library,
      id: begun.value.id,
      table: plan.table,
      files: plan.files.files,
      filters: plan.filters,
      state: begun.value.state,
      stop: world.stop,
      show: (fraction, rows) => progress.show(`${name}: ${count(rows)} rows`, fraction),
    });
    progress.end();
    if (!run.ok) return tellError(world, run.error, json, exitCodes.storeProblem);
    const { problem } = run.value;
    const ended = library.end(begun.value.id, {
      finished: problem === null ? world.now().day : null,
      problem: problem === null ? "" : JSON.stringify(problem),
    });
    if (!ended.ok) return tellError(world, ended.error, json, exitCodes.storeProblem);
    return tellReceipt(call, shown, run.value, world.seconds() - began);
  } finally {
    progress.end();
    if (world.stop.aborted) world.remark("What was read so far is kept; the same command goes on from there.\n");
    library.close();
  }
}

function tellReceipt({ world, options }: Call, shown: ImportShown, receipt: RunReceipt, seconds: number): ExitCode {
  const json = options["json"] !== undefined;
  const { problem, state, ...sums } = receipt;
  if (json && problem === null) {
    const tally = sumTallies(state.parts.map((part) => part.tally));
    world.answer(`${JSON.stringify({ preview: documentOf(shown), ...sums, unknown: state.unknown, ...tally })}\n`);
    return exitCodes.done;
  }
  if (!json) world.answer(receiptText(receipt, shown.kind, seconds, world.columns));
  return problem === null ? exitCodes.done : tellError(world, problem, json, exitCodes.inputUnusable);
}

/** The preview as a plain object. */
function documentOf(shown: ImportShown): object {
  const { kind, filters } = shown;
  const { name, licence } = foodTableFacts(kind);
  return {
    file: shown.file,
    bytes: shown.bytes,
    table: kind,
    name,
    licence,
    form: shown.table.form,
    matched: shown.table.matched,
    files: shown.table.parts.map(({ member }) => member),
    filters: {
      countries: filters.countries,
      barcodes: filters.barcodes === null ? null : filters.barcodes.size,
      onlyWith: filters.onlyWith,
    },
    library: shown.library,
    goesOnAt: shown.goesOnAt,
    first: shown.first.map((food) => ({
      code: food.code,
      name: food.label,
      figures: settleFigures(kind, food.figures),
    })),
  };
}
