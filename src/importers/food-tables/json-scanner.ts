/**
 * Which objects stand in a JSON file of any size?
 *
 * FoodData Central writes one object per food into one array, up to some gigabytes on one line; Open Food Facts writes one object per line. This scanner
 * finds where each object begins and ends by counting brackets outside of texts; parsing is left to JSON.parse, one object at a time. Memory: the
 * longest object, at most `longestObject`.
 */
import { addBytes, advance, countLineFeeds, createWindow } from "./byte-window.ts";
import type { BytePlace, ByteRecord, ByteWindow, RecordScanner } from "./byte-window.ts";

/** Longest object in bytes. The richest Foundation foods have some 500 kB. */
export const longestObject: number = 1 << 24;

const [SPACE, QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [32, 34, 44, 91, 92, 93, 123, 125];

/**
 * Opens a scanner whose next byte is at `start`: behind the `[` of a list (`isList`), or at the beginning of a line of one object per line.
 * Anything between objects that is no object (`null`, a half line) is skipped over up to the next line or comma; `strange` gets its place.
 */
export function createJsonScanner(
  isList: boolean,
  start: BytePlace,
  take: (record: ByteRecord) => void,
  strange: (line: number, found: string) => void,
): RecordScanner {
  const window = createWindow(start);
  let isClosed = false;
  let endsWithLine = true;

  const scanAll = (isLast: boolean): boolean => {
    while (!isClosed) {
      skipBetween(window);
      if (window.from >= window.to) return true;
      const first = window.bytes[window.from];
      if (isList && first === CLOSE_LIST) {
        isClosed = true;
        return true;
      }
      const end = first === OPEN ? endOfObject(window, isList) : endOfStrange(window, isList, isLast);
      if (end < 0) return window.to - window.from <= longestObject;
      const { bytes, from, line } = window;
      if (first === OPEN) take({ bytes, start: from, end, line });
      else strange(line, shortText(bytes, from, end));
      advance(window, end, countLineFeeds(bytes, from, end));
    }
    return true;
  };

  return {
    feed: (chunk) => {
      if (isClosed || chunk.length === 0) return true;
      endsWithLine = chunk[chunk.length - 1] === 10;
      addBytes(window, chunk);
      return scanAll(false);
    },
    finish: () => {
      if (isList) return isClosed ? "whole" : "cut";
      if (window.from < window.to) return "cut";
      return endsWithLine || window.from === window.to ? "whole" : "cut";
    },
    place: () => ({ offset: window.offset, line: window.line }),
  };
}

/** Moves over spaces, line ends and commas. */
function skipBetween(window: ByteWindow): void {
  const { bytes, to } = window;
  let at = window.from;
  while (at < to) {
    const byte = bytes[at] ?? 0;
    if (byte > SPACE && byte !== COMMA) break;
    at += 1;
  }
  if (at > window.from) advance(window, at, countLineFeeds(bytes, window.from, at));
}

/** Index behind the bracket that closes the object, or -1. In files of one object per line a line end outside of texts ends it too. */
function endOfObject({ bytes, from, to }: ByteWindow, isList: boolean): number {
  let depth = 0;
  let at = from;
  while (at < to) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfText(bytes, at, to, isList);
      if (at < 0) return -1;
      continue;
    }
    if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === 10 && !isList) return at;
    at += 1;
  }
  return -1;
}

/** Index behind the quote that closes the text which opens at `open`, or -1. A raw line end is not allowed in JSON: there a broken line ends. */
function endOfText(bytes: Uint8Array, open: number, to: number, isList: boolean): number {
  let at = open + 1;
  while (at < to) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === 10 && !isList) return at;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return -1;
}

function endOfStrange({ bytes, from, to }: ByteWindow, isList: boolean, isLast: boolean): number {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === 10 || (isList && (byte === COMMA || byte === CLOSE_LIST))) return at;
  }
  return isLast ? to : -1;
}

/** The first bytes as text, for a message; what is not ASCII becomes "?". */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < Math.min(end, start + 60); at += 1) {
    const byte = bytes[at] ?? 0;
    text += byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "?";
  }
  return text;
}

/** A member of an object from outside, without believing its shape. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** A member as text; numbers are written out; "" when it is neither. */
export function textMember(value: unknown, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === "string") return member;
  return typeof member === "number" && Number.isFinite(member) ? String(member) : "";
}

/** A member as list; [] when it is none. */
export function listMember(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : [];
}

/** The object that these bytes say, or null. Never throws. */
export function parseObject(text: string | null): unknown {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
