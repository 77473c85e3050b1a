/**
 * Can these bytes be read as an op, and if not, may a newer version read them?
 *
 * The door for every op that arrives (another replica, an export, a stored row). Three answers: an op; set aside as
 * `schema-newer` (format version, field or choice that this version does not know: kept for the upgrade); set aside as
 * `undecodable` (not UTF-8, not JSON, not canonical, wrong envelope). No op is ever refused for its time.
 * Unknown keys beside the known ones are tolerated and kept, because the arrived bytes are kept.
 */
import * as z from "zod/mini";
import { err, type Result } from "../base/result.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import { canonicalText, maxOpBytes } from "./canonical.ts";
import { isKnownFieldValue } from "./entry-schema.ts";
import { isId } from "./entry-id.ts";
import type { Op } from "./op.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Why an op stands apart from the log (storage.md 1.2). */
export type SetAsideReason = "undecodable" | "schema-newer" | "fork" | "other-person";

/** The bytes are not an op of this version. `person`, `dev`: "" and `seq`: 0 when even that cannot be read. */
export interface OpUnreadable {
  readonly type: "OpUnreadable";
  readonly reason: "undecodable" | "schema-newer";
  readonly person: string;
  readonly dev: string;
  readonly seq: number;
}

const hex32 = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const clockPart = (most: number): z.ZodMiniNumberFormat => z.int().check(z.minimum(0), z.maximum(most));

const envelope = z.looseObject({
  v: z.literal(1),
  person: hex32,
  dev: hex32,
  seq: z.int().check(z.minimum(1)),
  hlc: z.tuple([clockPart(2 ** 48 - 1), clockPart(65535)]),
  entry: hex32,
  set: z.record(z.string(), z.unknown()),
  life: z.exactOptional(z.enum(["delete", "restore"])),
  prev: z.array(z.string().check(z.regex(/^[0-9a-f]{32}:[1-9]\d{0,15}$/))),
  prevHash: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
});

/** Envelope of an op, format v1. Loose: keys that a later version adds are tolerated. */
export const opSchema: Schema<Op> = schemaOf<Op>("op", envelope);

/** The op that these bytes are. Errors: `OpUnreadable`. Cost: one JSON parse and one canonical writing. */
export function readOp(bytes: Uint8Array): Result<Op, OpUnreadable> {
  const text = bytes.length <= maxOpBytes ? decodeUtf8(bytes) : null;
  const value = text === null ? undefined : parseJson(text);
  if (!isRecord(value)) return unreadable("undecodable", {});
  // a later format may have other canonical rules, so its version is looked at before anything else
  if (typeof value["v"] === "number" && value["v"] > 1) return unreadable("schema-newer", value);
  const canonical = canonicalText(value);
  if (!canonical.ok || canonical.value !== text) return unreadable("undecodable", value);
  const op = opSchema.check(value);
  if (!op.ok) return unreadable("undecodable", value);
  const isKnown = Object.entries(op.value.set).every(([field, written]) => isKnownFieldValue(field, written));
  return isKnown ? op : unreadable("schema-newer", value);
}

/**
 * Reads an op from bytes that this program has checked and stored before: envelope only, no second canonical check.
 * Errors: `OpUnreadable`.
 */
export function readStoredOp(text: string): Result<Op, OpUnreadable> {
  const value = parseJson(text);
  const op = opSchema.check(value);
  return op.ok ? op : unreadable("undecodable", isRecord(value) ? value : {});
}

function unreadable(
  reason: OpUnreadable["reason"],
  value: Readonly<Record<string, unknown>>,
): Result<never, OpUnreadable> {
  const { person, dev, seq } = value;
  const isPlace =
    typeof dev === "string" && isId(dev) && typeof seq === "number" && Number.isSafeInteger(seq) && seq > 0;
  return err({
    type: "OpUnreadable",
    reason,
    person: typeof person === "string" && isId(person) ? person : "",
    dev: isPlace ? dev : "",
    seq: isPlace ? seq : 0,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
