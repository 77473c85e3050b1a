/**
 * Where in this JSON text does each value stand?
 *
 * `JSON.parse` answers what a file says, but not where, and its messages differ between JavaScript engines. This small
 * reader (RFC 8259) walks over the same text for line and column: of the first syntax error, of a name used twice in one object, and of
 * every value by its path (`columns.gut.min`), so that a mistake in ROLES.json can be pointed at.
 */
import { err, ok, type Result } from "../base/result.ts";

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface JsonMistake extends TextPlace {
  readonly type: "JsonMistake";
  readonly found: string;
  readonly expected: string;
}

export interface PlacedJson {
  readonly value: unknown;
  /** Place of the value at this path ("" = the whole), or of its nearest parent. Array items: `list[0]`. */
  readonly placeOf: (path: string) => TextPlace;
}

const MAX_DEPTH = 64;

/** Parses the text and remembers places. Errors: JsonMistake (syntax, a name twice, deeper than 64). Cost: linear. */
export function parseJsonWithPlaces(text: string): Result<PlacedJson, JsonMistake> {
  const offsets = new Map<string, number>();
  const mistake = scanJson(text, offsets);
  if (mistake !== null) {
    const found = mistake.offset < text.length ? text.slice(mistake.offset, mistake.offset + 20) : "end of file";
    return err({ type: "JsonMistake", ...placeAt(text, mistake.offset), found, expected: mistake.expected });
  }
  const value: unknown = JSON.parse(text);
  const placeOf = (path: string): TextPlace => {
    let at = path;
    while (at !== "" && !offsets.has(at)) at = at.replace(/(?:\.?[^.[\]]*|\[\d+\])$/, "");
    return placeAt(text, offsets.get(at) ?? 0);
  };
  return ok({ value, placeOf });
}

/** Line and column (from 1) of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

interface Mistake {
  readonly offset: number;
  readonly expected: string;
}

// eslint-disable-next-line no-control-regex -- JSON forbids exactly these characters inside strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

function scanJson(text: string, offsets: Map<string, number>): Mistake | null {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const skipSpace = (): void => {
    take(SPACE);
  };
  const close = (): null => {
    at += 1;
    return null;
  };
  const wrong = (expected: string): Mistake => ({ offset: at, expected });

  const value = (path: string, depth: number): Mistake | null => {
    if (depth > MAX_DEPTH) return wrong(`at most ${String(MAX_DEPTH)} levels`);
    skipSpace();
    offsets.set(path, at);
    if (text[at] === "{") return object(path, depth);
    if (text[at] === "[") return array(path, depth);
    if (take(STRING) !== null || take(NUMBER) !== null || take(WORD) !== null) return null;
    return wrong("a JSON value");
  };
  const object = (path: string, depth: number): Mistake | null => {
    const names = new Set<string>();
    at += 1;
    skipSpace();
    if (text[at] === "}") return close();
    for (;;) {
      skipSpace();
      const nameAt = at;
      const name = take(STRING);
      if (name === null) return wrong('a name in "quotes"');
      if (names.has(name)) return { offset: nameAt, expected: "each name once" };
      names.add(name);
      skipSpace();
      if (text[at] !== ":") return wrong('":"');
      at += 1;
      const mistake = value(path === "" ? unquote(name) : `${path}.${unquote(name)}`, depth + 1);
      if (mistake !== null) return mistake;
      skipSpace();
      if (text[at] === "}") return close();
      if (text[at] !== ",") return wrong('"," or "}"');
      at += 1;
    }
  };
  const array = (path: string, depth: number): Mistake | null => {
    at += 1;
    skipSpace();
    if (text[at] === "]") return close();
    for (let index = 0; ; index += 1) {
      const mistake = value(`${path}[${String(index)}]`, depth + 1);
      if (mistake !== null) return mistake;
      skipSpace();
      if (text[at] === "]") return close();
      if (text[at] !== ",") return wrong('"," or "]"');
      at += 1;
    }
  };

  const mistake = value("", 0);
  if (mistake !== null) return mistake;
  skipSpace();
  return at < text.length ? wrong("nothing after the value") : null;
}

function unquote(name: string): string {
  const text: unknown = JSON.parse(name);
  return typeof text === "string" ? text : "";
}
