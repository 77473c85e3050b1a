/**
 * Which bytes are THE bytes of a value, on every machine and in every version?
 *
 * Canonical form (storage.md 1.1): UTF-8 JSON, keys sorted by code unit, no spaces, numbers in JavaScript's
 * shortest form, -0 written 0. Refused instead of bent: NaN and infinities, lone surrogates, U+0000, undefined,
 * anything that is not plain data. Hashes, chains and "is this value the same?" all rest on it.
 */
import { err, ok, type Result } from "../base/result.ts";
import { encodeUtf8, isStorableText } from "./utf8.ts";

/** The value has no canonical form. `path`: where, `set.amount.value`. */
export interface CanonicalRefused {
  readonly type: "CanonicalRefused";
  readonly path: string;
  readonly reason: "not-a-number" | "malformed-text" | "not-plain-data" | "too-deep" | "too-large";
}

/** Largest op in bytes (storage.md 1.1). */
export const maxOpBytes: number = 64 * 1024;

/** Deeper nesting is refused, so that hostile input cannot overflow the stack; our own ops are 4 deep. */
const MAX_DEPTH = 32;

/** Order by UTF-16 code units: -1, 0, 1. The only text order of the journal; never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The canonical JSON text of plain data. Errors: `CanonicalRefused`. O(size log keys). */
export function canonicalText(value: unknown): Result<string, CanonicalRefused> {
  const text = write(value, 0);
  // the place of a refusal is searched for only when there is one: ops are written by the thousand
  return text === null ? err(refusalIn(value, "", 0)) : ok(text);
}

/** The canonical UTF-8 bytes, at most `maxOpBytes`. Errors: `CanonicalRefused` (also `too-large`). */
export function canonicalBytes(value: unknown): Result<Uint8Array, CanonicalRefused> {
  const text = canonicalText(value);
  if (!text.ok) return text;
  const bytes = encodeUtf8(text.value);
  return bytes.length <= maxOpBytes ? ok(bytes) : err({ type: "CanonicalRefused", path: "", reason: "too-large" });
}

/** True when both values have a canonical form and it is the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  const [left, right] = [canonicalText(a), canonicalText(b)];
  return left.ok && right.ok && left.value === right.value;
}

/** The text, or null as soon as something inside has no canonical form. */
function write(value: unknown, depth: number): string | null {
  if (depth > MAX_DEPTH) return null;
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : null;
  if (typeof value === "string") return writeText(value);
  if (typeof value !== "object") return null;
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) {
      const part = write(item, depth + 1);
      if (part === null) return null;
      text += text === "" ? part : `,${part}`;
    }
    return `[${text}]`;
  }
  if (!isPlainObject(value)) return null;
  for (const key of sortedKeys(value)) {
    const name = writeText(key);
    const part = write(value[key], depth + 1);
    if (part === null || name === null) return null;
    text += text === "" ? `${name}:${part}` : `,${name}:${part}`;
  }
  return `{${text}}`;
}

/** Printable ASCII without quote and backslash stands for itself: ids, hashes, days, most words. */
const PLAIN = /^[ !#-[\]-~]*$/;

function writeText(text: string): string | null {
  if (PLAIN.test(text)) return `"${text}"`;
  return isStorableText(text) ? JSON.stringify(text) : null;
}

/** Our own ops are made in order already, so that sorting is the exception. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  return keys.every((key, i) => i === 0 || compareText(keys[i - 1] ?? "", key) < 0) ? keys : keys.sort(compareText);
}

/** Why and where `write` gave up: the first place in reading order. */
function refusalIn(value: unknown, path: string, depth: number): CanonicalRefused {
  const refuse = (reason: CanonicalRefused["reason"], at = path): CanonicalRefused => ({
    type: "CanonicalRefused",
    path: at,
    reason,
  });
  if (depth > MAX_DEPTH) return refuse("too-deep");
  if (typeof value === "number") return refuse("not-a-number");
  if (typeof value === "string") return refuse("malformed-text");
  if (Array.isArray(value)) {
    const at = value.findIndex((item) => write(item, depth + 1) === null);
    return refusalIn(value[at], `${path}[${String(at)}]`, depth + 1);
  }
  if (typeof value !== "object" || value === null || !isPlainObject(value)) return refuse("not-plain-data");
  for (const key of sortedKeys(value)) {
    const inner = path === "" ? key : `${path}.${key}`;
    if (!isStorableText(key)) return refuse("malformed-text", inner);
    if (write(value[key], depth + 1) === null) return refusalIn(value[key], inner, depth + 1);
  }
  return refuse("not-plain-data");
}

/** Dates, maps and typed arrays would be written as `{}` and lose their content without a word. */
function isPlainObject(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
