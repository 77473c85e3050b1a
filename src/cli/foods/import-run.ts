/**
 * How does a food table of any size get into the library, and how does it stop and go on?
 *
 * One piece of the file after the other; every few megabytes what was read and how far is written in one transaction. Ctrl-C, a kill, a full disk or a cut
 * file leave whole rows and their place; the next run checks that the file is still the same there and goes on. Memory: some pieces.
 */
import {
  createPartReader,
  ok,
  tableProblem,
  textToFood,
  unwanted,
  type FoodFilters,
  type FoodTableProblem,
  type FoodTableStop,
  type PartReader,
  type RecognisedTable,
  type Result,
  type TablePart,
} from "../../lib/index.ts";
import { throwIfStopped } from "../interrupted.ts";
import type { FoodLibraryFailed } from "../../stores/node/food-library-file.ts";
import type { FoodLibrary, LibraryFood } from "../../stores/node/food-library-port.ts";
import { GzipEnded, openBytes, pieceBytes, type TableFile } from "./byte-stream.ts";
import { freshState, joinLength, joinOf, rememberBytes, type ImportState, type PartState } from "./import-state.ts";
import { toLibraryChange } from "./open-library.ts";

export interface ImportJob {
  readonly library: FoodLibrary;
  /** Id of the import in the library. */
  readonly id: number;
  readonly table: RecognisedTable;
  readonly files: ReadonlyMap<string, TableFile>;
  readonly filters: FoodFilters;
  /** Where to begin. */
  readonly state: ImportState;
  readonly stop: AbortSignal;
  /** Share of the bytes, and rows so far. */
  readonly show: (fraction: number, rows: number) => void;
}

/** What one run did. */
export interface RunReceipt {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Foods of a set that turned out to be without name or figures. */
  readonly removed: number;
  readonly state: ImportState;
  /** Why it ended before the end of the file; null = it did not. */
  readonly problem: FoodTableStop | null;
}

/** Bytes of the file, and changes, that go into one transaction. */
const BATCH_BYTES = 4 * pieceBytes;
const BATCH_CHANGES = 2000;

/**
 * Runs an import to its end, or to the first thing that stops it. Throws `Interrupted` when asked to stop; what was committed stays.
 * Errors: FoodLibraryFailed.
 */
export async function runTableImport(job: ImportJob): Promise<Result<RunReceipt, FoodLibraryFailed>> {
  const run = openRun(job);
  for (let at = 0; at < job.table.parts.length; at += 1) {
    const part = job.table.parts[at];
    if (part === undefined || run.state().parts[at]?.isDone === true) continue;
    const read = await readPart(job, run, part, at);
    if (!read.ok) return read;
    if (read.value === "differs") {
      // another file than the one that was begun: from the start, which changes nothing that is the same
      run.restart();
      at = -1;
    } else if (read.value !== null) return ok(run.receipt(read.value));
  }
  const swept = await sweepSet(job);
  if (!swept.ok) return swept;
  return ok({ ...run.receipt(null), removed: swept.value });
}

/** What is counted and remembered while an import runs. */
interface Run {
  readonly state: () => ImportState;
  readonly restart: () => void;
  /** Writes what the reader has, with its place. */
  readonly commit: (
    reader: PartReader,
    at: number,
    join: (offset: number) => string,
    isDone: boolean,
  ) => Result<null, FoodLibraryFailed>;
  readonly receipt: (problem: FoodTableStop | null) => RunReceipt;
}

function openRun({ library, id, table, state: begun }: ImportJob): Run {
  let state = begun;
  const sums = { added: 0, changed: 0, same: 0, removed: 0 };
  return {
    state: () => state,
    restart: () => {
      state = freshState(table.parts, begun.end);
    },
    commit: (reader, at, join, isDone) => {
      const { changes, place, tally } = reader.take();
      const done = (part: PartState): PartState => ({ ...part, place, tally, isDone, join: join(place.offset) });
      const next = { ...state, parts: state.parts.map((part, index) => (index === at ? done(part) : part)) };
      const written = library.write(id, changes.map(toLibraryChange), JSON.stringify(next));
      if (!written.ok) return written;
      sums.added += written.value.added;
      sums.changed += written.value.changed;
      sums.same += written.value.same;
      state = { ...next, unknown: state.unknown + written.value.unknown };
      return ok(null);
    },
    receipt: (problem) => ({ ...sums, state, problem }),
  };
}

type PartEnd = FoodTableStop | "differs" | null;

async function readPart(
  job: ImportJob,
  run: Run,
  part: TablePart,
  at: number,
): Promise<Result<PartEnd, FoodLibraryFailed>> {
  const file = job.files.get(part.member);
  const begun = run.state().parts[at];
  if (file === undefined || begun === undefined) return ok(missingMember(part.member));
  const check = joinLength(begun.join);
  const first = begun.place.offset - check;
  const { pieces, readBytes } = openBytes(file, first);
  const recent = rememberBytes(first, pieceBytes);
  const reader = createPartReader(part, job.filters, { place: begun.place, tally: begun.tally });
  const shares = sharesOf(job, at);
  let [unchecked, uncommitted] = [check, 0];
  let joint: Uint8Array = new Uint8Array(0);
  let problem: FoodTableStop | null = null;
  try {
    for await (const piece of pieces) {
      throwIfStopped(job.stop);
      recent.add(piece);
      const skip = Math.min(unchecked, piece.length);
      if (skip > 0) {
        joint = Buffer.concat([joint, piece.subarray(0, skip)]);
        unchecked -= skip;
        if (unchecked === 0 && joinOf(joint) !== begun.join) return ok("differs");
      }
      const fed = reader.feed(piece.subarray(skip));
      uncommitted += piece.length;
      if (!fed.ok || uncommitted >= BATCH_BYTES || reader.pending() >= BATCH_CHANGES) {
        const written = run.commit(reader, at, recent.joinBefore, false);
        if (!written.ok) return written;
        uncommitted = 0;
        job.show(shares(readBytes()), rowsOf(run.state()));
      }
      if (!fed.ok) return ok(fed.error);
    }
  } catch (cause) {
    if (!(cause instanceof GzipEnded)) throw cause;
    const type = cause.isCut ? "FoodTableCut" : "FoodTableDamaged";
    problem = stopAt(
      type,
      part.member,
      run,
      at,
      cause.isCut ? "the compressed file is shorter than it says" : cause.message,
    );
  }
  if (unchecked > 0) return ok("differs");
  if (problem === null) {
    const ended = reader.finish();
    if (!ended.ok) problem = ended.error;
  }
  const written = run.commit(reader, at, recent.joinBefore, problem === null);
  if (!written.ok) return written;
  if (problem === null) return ok(null);
  // the place is known better after the last rows were taken
  const line = run.state().parts[at]?.place.line ?? problem.line;
  return ok({ ...problem, line });
}

function stopAt(type: FoodTableProblem["type"], member: string, run: Run, at: number, found: string): FoodTableProblem {
  const line = run.state().parts[at]?.place.line ?? 0;
  return tableProblem(type, member, { line }, found, "").error;
}

function missingMember(member: string): FoodTableProblem {
  return tableProblem("FoodTablePart", member, {}, "", member).error;
}

function rowsOf(state: ImportState): number {
  return state.parts.reduce((sum, part) => sum + part.tally.rowsRead, 0);
}

/** Bytes read of one part -> share of all parts. */
function sharesOf({ table, files }: ImportJob, at: number): (bytes: number) => number {
  const sizes = table.parts.map(({ member }) => files.get(member)?.size ?? 0);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const before = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
  return (bytes) => (whole === 0 ? 1 : (before + bytes) / whole);
}

/** Foods of a set are only known when all files were read: those without a name or without figures that were asked for go again. */
async function sweepSet({ library, id, table, filters, stop }: ImportJob): Promise<Result<number, FoodLibraryFailed>> {
  if (table.parts.length < 2) return ok(0);
  const isUnwanted = (row: LibraryFood): boolean => {
    const food = textToFood(row);
    return !food.ok || food.value.label === "" || unwanted(table.kind, food.value, filters) !== null;
  };
  let [removed, next]: [number, number | null] = [0, 0];
  while (next !== null) {
    const swept = library.sweep(id, isUnwanted, next);
    if (!swept.ok) return swept;
    removed += swept.value.removed;
    next = swept.value.next;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    throwIfStopped(stop);
  }
  return ok(removed);
}
