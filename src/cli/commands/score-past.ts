/**
 * `gutskin score --history [INSTRUMENT]`: which scores are in the journal, and how did they change?
 *
 * One table per instrument and rater, each score with its class and the change since the one before, held against the published differences.
 */
import { instrumentById, scoreHistoryDocument, scoreLines, type ScoreError } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openJournal } from "../open-journal.ts";
import { pastScoresText } from "../score-text.ts";
import { tellError } from "../terminal/tell-error.ts";
import { scoresIn } from "./score-save.ts";

/** Shows them; `id`: of one instrument only. A journal that is not there yet has none. */
export async function showPastScores(call: Call, id: string | null): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const instrument = id === null ? null : instrumentById(id);
  if (id !== null && instrument === null) {
    const unknown: ScoreError = { type: "InstrumentUnknown", found: id };
    return tellError(world, unknown, json, exitCodes.inputUnusable);
  }
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok && journal.error.type !== "StoreMissing") {
    return tellError(world, journal.error, json, exitCodes.storeProblem);
  }
  const views = journal.ok ? await journal.value.store.entries({ kinds: ["score"] }) : null;
  if (journal.ok) await journal.value.store.close();
  if (views !== null && !views.ok) return tellError(world, views.error, json, exitCodes.storeProblem);
  const lines = scoreLines(scoresIn(views?.value ?? []));
  const document = scoreHistoryDocument(lines.filter((line) => instrument === null || line.instrument === instrument));
  world.answer(json ? `${JSON.stringify(document)}\n` : pastScoresText(document, world.columns));
  return exitCodes.done;
}
