/**
 * Which records stand in an XML file of flat records?
 *
 * CIQUAL writes `<TABLE>` with thousands of `<COMPO>` records of simple elements. No general XML reader: no nesting, no attributes that matter, no
 * external entities, so nothing can be expanded or fetched. Memory: the longest record, at most `longestRecord`.
 */
import { addBytes, advance, countLineFeeds, createWindow } from "./byte-window.ts";
import type { BytePlace, ByteRecord, RecordScanner } from "./byte-window.ts";

/** Longest record in bytes; real ones have some 300. */
export const longestRecord: number = 1 << 18;

/** Opens a scanner for `<NAME> ... </NAME>` records whose next byte is at `start`. The file is whole when `</TABLE>` was seen. */
export function createXmlScanner(name: string, start: BytePlace, take: (record: ByteRecord) => void): RecordScanner {
  const window = createWindow(start);
  const opening = bytesOf(`<${name}>`);
  const closing = bytesOf(`</${name}>`);
  const last = bytesOf("</TABLE>");
  let isClosed = false;

  const scanAll = (): boolean => {
    for (;;) {
      const { bytes, from, to, line } = window;
      const open = find(bytes, opening, from, to);
      if (open < 0) {
        if (find(bytes, last, from, to) >= 0) isClosed = true;
        // keep what may be the beginning of a mark
        const keep = Math.max(from, to - last.length - opening.length);
        advance(window, keep, countLineFeeds(bytes, from, keep));
        return true;
      }
      const end = find(bytes, closing, open, to);
      if (end < 0) return to - open <= longestRecord;
      const behind = end + closing.length;
      const firstLine = line + countLineFeeds(bytes, from, open);
      take({ bytes, start: open + opening.length, end, line: firstLine });
      advance(window, behind, countLineFeeds(bytes, from, behind));
    }
  };

  return {
    feed: (chunk) => {
      if (isClosed || chunk.length === 0) return true;
      addBytes(window, chunk);
      return scanAll();
    },
    finish: () => (isClosed ? "whole" : "cut"),
    place: () => ({ offset: window.offset, line: window.line }),
  };
}

/** The simple elements of a record by name in lower case; `<min missing=" " />` and `<min></min>` are left out. */
export function fieldsOfRecord(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) return fields;
    const close = text.indexOf(">", open);
    if (close < 0) return fields;
    at = close + 1;
    const name = text.slice(open + 1, close);
    if (name.includes(" ") || name.startsWith("/") || name.endsWith("/")) continue;
    const end = text.indexOf(`</${name}>`, at);
    if (end < 0) continue;
    const value = entitiesToText(text.slice(at, end)).trim();
    if (value !== "") fields.set(name.toLowerCase(), value);
    at = end + name.length + 3;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The five named entities and numbered ones; anything else stands as it is. */
function entitiesToText(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : " ";
  });
}

function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0));
}

/** Index of `wanted` among bytes from to to, or -1. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number, to: number): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0 && at + wanted.length <= to; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
  }
  return -1;
}
