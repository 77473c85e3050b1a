/**
 * How is the body of a request read without trusting it?
 *
 * Bytes are counted while they arrive (a wrong or missing Content-Length does not help), the JSON must be proper UTF-8,
 * may nest 32 levels deep at most, and must not hold the key `__proto__`, by which JSON reaches into prototypes.
 * The walk uses its own stack, so depth cannot overflow ours.
 */
import { err, ok, type Result } from "../../base/result.ts";

export interface BodyProblem {
  readonly type: "BodyTooLarge" | "BodyUnreadable";
  /** Facts for the sentence: the limit in bytes, or what was wrong. */
  readonly detail: string;
}

const MOST_LEVELS = 32;
// Own keys of that name would become prototypes when copied; `constructor` and others are plain data and may be column names.
const FORBIDDEN_KEY = "__proto__";

/** All bytes of the body. Errors: `BodyTooLarge` beyond `limit` bytes, `BodyUnreadable` when the sender broke off. */
export async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array, BodyProblem>> {
  const tooLarge: BodyProblem = { type: "BodyTooLarge", detail: String(limit) };
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > limit) return err(tooLarge);
  // Node's types leave the chunks of a body open; they are bytes (Fetch Standard).
  const body: ReadableStream<Uint8Array> | null = request.body;
  if (body === null) return ok(new Uint8Array(0));
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return err(tooLarge);
      }
      chunks.push(value);
    }
  } catch {
    return err({ type: "BodyUnreadable", detail: "the sender broke off" });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return ok(bytes);
}

/** The JSON value of the body, still unchecked in shape. Errors: as `readBytes`, and `BodyUnreadable` for bad JSON. */
export async function readJson(request: Request, limit: number): Promise<Result<unknown, BodyProblem>> {
  const bytes = await readBytes(request, limit);
  if (!bytes.ok) return bytes;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes.value));
  } catch {
    return err({ type: "BodyUnreadable", detail: "not JSON in UTF-8" });
  }
  const fault = faultOf(value);
  return fault === null ? ok(value) : err({ type: "BodyUnreadable", detail: fault });
}

function faultOf(root: unknown): string | null {
  const waiting: { readonly value: unknown; readonly level: number }[] = [{ value: root, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    if (typeof value !== "object" || value === null) continue;
    if (level >= MOST_LEVELS) return `nested deeper than ${String(MOST_LEVELS)} levels`;
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ value: item, level: level + 1 });
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      if (key === FORBIDDEN_KEY) return `key ${key} is not allowed`;
      waiting.push({ value: item, level: level + 1 });
    }
  }
  return null;
}
