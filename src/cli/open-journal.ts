/**
 * How does a command get hold of the journal of this machine?
 *
 * Opens the file in the data folder for writing (made when it is not there) or only for reading (never made). The store
 * with its native library is loaded here, by the commands that need it, and not at the start of the program.
 */
import { randomBytes } from "node:crypto";
import { createMemoryJournal, ok, type JournalStore, type Result, type StoreError } from "../lib/index.ts";
import { sha256 } from "./sha256.ts";

export interface OpenJournal {
  readonly store: JournalStore;
  /** The revision of `info()`, cheaper. */
  readonly revision?: () => string;
  /** Calls back soon after any process wrote; gives the function that ends it. */
  readonly watch?: (changed: () => void) => () => void;
}

/** Opens the journal. Errors: those of the store; `StoreMissing` only with mode "read". */
export async function openJournal(
  dataFolder: string,
  mode: "write" | "read" = "write",
): Promise<Result<OpenJournal, StoreError>> {
  const { openJournal: openFile } = await import("../stores/node/libsql-store.ts");
  const journal = openFile({ folder: dataFolder, now: Date.now, randomBytes: drawBytes, mode });
  if (!journal.ok) return journal;
  const { revision, watch } = journal.value;
  return ok({ store: journal.value, revision, watch });
}

/** An empty journal that forgets: for previews where there is no journal yet, and for the made-up person. */
export function openScratchJournal(milliseconds: () => number): OpenJournal {
  const [person, device] = [Buffer.from(drawBytes(16)).toString("hex"), Buffer.from(drawBytes(16)).toString("hex")];
  return { store: createMemoryJournal({ person, device, sha256, now: milliseconds, randomBytes: drawBytes }) };
}

function drawBytes(count: number): Uint8Array {
  return new Uint8Array(randomBytes(count));
}
