/**
 * How are records cut out of a stream of bytes without ever holding the file?
 *
 * A window over the bytes that were fed and not yet cut off, with the place of its first byte in the file. A scanner looks for the end of the next
 * record inside it; what is incomplete stays until more bytes come. The window grows to the longest record and no further than a limit.
 */

/** A place in a file: bytes from 0, lines from 1. */
export interface BytePlace {
  readonly offset: number;
  readonly line: number;
}

/** Bytes `from` to `to` of `bytes` are unread. */
export interface ByteWindow {
  bytes: Uint8Array;
  from: number;
  to: number;
  /** Place of `bytes[from]`. */
  offset: number;
  line: number;
}

/** A byte range that is one record, with its first line. The bytes are valid only until the next feed. */
export interface ByteRecord {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What every scanner of a form can do. */
export interface RecordScanner {
  /** Takes more bytes and hands on every record that is whole. False: a record is too long, nothing more is read. */
  readonly feed: (chunk: Uint8Array) => boolean;
  /** After the last bytes. `cut`: the file stops inside a record or before its closing mark. */
  readonly finish: () => "whole" | "cut";
  /** The first byte that is not part of a record handed on. */
  readonly place: () => BytePlace;
}

/** An empty window whose next byte is at `place`. */
export function createWindow({ offset, line }: BytePlace): ByteWindow {
  return { bytes: new Uint8Array(1 << 16), from: 0, to: 0, offset, line };
}

/** Moves what is unread to the front and adds the chunk behind it. */
export function addBytes(window: ByteWindow, chunk: Uint8Array): void {
  const unread = window.to - window.from;
  const needed = unread + chunk.length;
  if (needed > window.bytes.length) {
    const wider = new Uint8Array(Math.max(needed, 2 * window.bytes.length));
    wider.set(window.bytes.subarray(window.from, window.to));
    window.bytes = wider;
  } else if (window.from > 0) {
    window.bytes.copyWithin(0, window.from, window.to);
  }
  window.bytes.set(chunk, unread);
  [window.from, window.to] = [0, needed];
}

/** Cuts off everything before index `next`, in which `lineEnds` lines end. */
export function advance(window: ByteWindow, next: number, lineEnds: number): void {
  window.offset += next - window.from;
  window.line += lineEnds;
  window.from = next;
}

/** Line feeds in bytes start to end. */
export function countLineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i += 1) if (bytes[i] === 10) count += 1;
  return count;
}
