/**
 * How does a command ask the safety rules about the journal, and keep the log of what it showed?
 *
 * Fetches only what the rules read. That a message was shown is written once per trigger; nothing of it leaves the journal.
 */
import {
  ok,
  safetyOfJournal,
  safetyQueries,
  shownEntries,
  type Day,
  type Draft,
  type Entry,
  type EntryView,
  type JournalStore,
  type Result,
  type SafetyAnswer,
  type StoreError,
} from "../lib/index.ts";
import type { Call } from "./arguments.ts";
import { dataFolder } from "./data-folder.ts";
import { openJournal, openScratchJournal, type OpenJournal } from "./open-journal.ts";
import { tellError } from "./terminal/tell-error.ts";
import { exitCodes } from "./exit-codes.ts";

/** The entries that the rules read, and their answer. */
export interface ReadSafety {
  readonly views: readonly EntryView[];
  readonly safety: SafetyAnswer;
}

/** Asks the rules about this journal on this day. Errors: of the store. */
export async function readSafety(store: JournalStore, today: Day): Promise<Result<ReadSafety, StoreError>> {
  const views: EntryView[] = [];
  for (const query of safetyQueries(today)) {
    const found = await store.entries(query);
    if (!found.ok) return found;
    views.push(...found.value);
  }
  return ok({ views, safety: safetyOfJournal(views, today) });
}

/** The journal for looking only; where there is none, an empty one that forgets. Errors: of the store. */
export async function openForLooking(call: Call): Promise<Result<OpenJournal, StoreError>> {
  const journal = await openJournal(dataFolder(call), "read");
  if (journal.ok || journal.error.type !== "StoreMissing") return journal;
  return ok(openScratchJournal(() => call.world.now().milliseconds));
}

/** What the rules say right after a write; that their messages were shown goes into the same journal. Errors: of the store. */
export async function safetyAfterWriting(store: JournalStore, today: Day): Promise<Result<SafetyAnswer, StoreError>> {
  const found = await readSafety(store, today);
  if (!found.ok) return found;
  const written = await appendShown(store, found.value.safety);
  return written.ok ? ok(found.value.safety) : written;
}

async function appendShown(store: JournalStore, safety: SafetyAnswer): Promise<Result<unknown, StoreError>> {
  const entries = shownEntries(safety, "cli");
  return entries.length === 0 ? ok(null) : store.append(entries.map(putDraft));
}

/** Notes in the journal which messages were shown; a journal that cannot be written is told on stderr and stops nothing. */
export async function logShown(call: Call, safety: SafetyAnswer): Promise<void> {
  if (shownEntries(safety, "cli").length === 0) return;
  const journal = await openJournal(dataFolder(call));
  const written = journal.ok ? await appendShown(journal.value.store, safety) : journal;
  if (journal.ok) await journal.value.store.close();
  if (!written.ok) tellError(call.world, written.error, false, exitCodes.storeProblem);
}

/** Writes the entry over what stands there. */
export function putDraft(entry: Entry): Draft {
  return { action: "put", entry, supersede: true };
}
