/**
 * How far is an import, so that it can go on after anything?
 *
 * Kept in the library in the same transaction as the foods: for each part of the table the place behind the last whole row and the counts so far. `join` is
 * a hash of the bytes before that place: if it still fits, the file is the same up to there and is gone on with, also when it grew.
 */
import { createHash } from "node:crypto";
import { emptyTally, type BytePlace, type TablePart, type TallyNumbers } from "../../lib/index.ts";

export interface PartState {
  readonly member: string;
  readonly place: BytePlace;
  /** `length:SHA-256` of the bytes before the place; "" = none. */
  readonly join: string;
  readonly isDone: boolean;
  readonly tally: TallyNumbers;
}

export interface ImportState {
  readonly version: 1;
  /** `endMarkOf` of the files when they were read. */
  readonly end: string;
  readonly parts: readonly PartState[];
  /** Pieces of foods that did not come in. */
  readonly unknown: number;
}

/** Most bytes that are compared. */
const JOIN_BYTES = 4096;

/** Nothing read yet. */
export function freshState(parts: readonly TablePart[], end: string): ImportState {
  return {
    version: 1,
    end,
    unknown: 0,
    parts: parts.map(({ member, start }) => ({ member, place: start, join: "", isDone: false, tally: emptyTally })),
  };
}

/** The state in a stored text, if it is about these parts; null otherwise (another version, another set). */
export function readState(text: string, parts: readonly TablePart[]): ImportState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isState(value)) return null;
  const fits =
    value.parts.length === parts.length && value.parts.every(({ member }, at) => member === parts[at]?.member);
  return fits ? value : null;
}

/** The text was written by this program and is protected by the store; only its outline is checked. */
function isState(value: unknown): value is ImportState {
  if (typeof value !== "object" || value === null) return false;
  if (!("version" in value) || value.version !== 1 || !("end" in value) || typeof value.end !== "string") return false;
  if (!("unknown" in value) || typeof value.unknown !== "number") return false;
  return "parts" in value && Array.isArray(value.parts) && value.parts.every(isPart);
}

function isPart(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("member" in value) || !("place" in value)) return false;
  if (!("join" in value) || typeof value.join !== "string") return false;
  if (!("isDone" in value) || typeof value.isDone !== "boolean" || !("tally" in value)) return false;
  const { place, tally } = value;
  const isPlace = typeof place === "object" && place !== null && "offset" in place && typeof place.offset === "number";
  return isPlace && typeof tally === "object" && tally !== null && "rowsRead" in tally && "examples" in tally;
}

/** Counts of all parts together. */
export function sumTallies(tallies: readonly TallyNumbers[]): TallyNumbers {
  const add = <K extends string>(
    pick: (one: TallyNumbers) => Readonly<Partial<Record<K, number>>>,
  ): Partial<Record<K, number>> => {
    const sums: Partial<Record<K, number>> = {};
    for (const one of tallies) {
      for (const key in pick(one)) sums[key] = (sums[key] ?? 0) + (pick(one)[key] ?? 0);
    }
    return sums;
  };
  return {
    rowsRead: tallies.reduce((sum, one) => sum + one.rowsRead, 0),
    rowsUsed: tallies.reduce((sum, one) => sum + one.rowsUsed, 0),
    ignored: add((one) => one.ignored),
    skipped: add((one) => one.skipped),
    dropped: add((one) => one.dropped),
    examples: tallies.flatMap((one) => one.examples).slice(0, 20),
  };
}

/** Remembers the last bytes of a stream, so that `join` can be told for a place a little before its end. */
export interface RecentBytes {
  readonly add: (piece: Uint8Array) => void;
  /** The hash of the bytes before this offset; "" when they are no longer there. */
  readonly joinBefore: (offset: number) => string;
}

/** Opens a memory of about one piece; the stream begins at `offset`. */
export function rememberBytes(offset: number, pieceLength: number): RecentBytes {
  const kept = 65_536;
  const bytes = new Uint8Array(kept + pieceLength);
  let [used, end] = [0, offset];
  return {
    add: (piece) => {
      const keep = Math.min(used, bytes.length - piece.length);
      bytes.copyWithin(0, used - keep, used);
      bytes.set(piece, keep);
      used = keep + piece.length;
      end += piece.length;
    },
    joinBefore: (at) => {
      const to = used - (end - at);
      return to <= 0 || to > used ? "" : joinOf(bytes.subarray(Math.max(0, to - JOIN_BYTES), to));
    },
  };
}

/** The join of the bytes before a place. */
export function joinOf(bytes: Uint8Array): string {
  return `${String(bytes.length)}:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** How many bytes before the place a join is made of. */
export function joinLength(join: string): number {
  const length = Number(join.split(":")[0]);
  return Number.isInteger(length) && length > 0 && length <= JOIN_BYTES ? length : 0;
}
