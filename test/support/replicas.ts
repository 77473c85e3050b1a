/**
 * What do the journal's tests build again and again?
 *
 * Short ids, ops written by hand, and memory replicas with a settable clock and seeded chance.
 */
import { createHash } from "node:crypto";
import { createRandom } from "../../src/base/random.ts";
import { parseDay, type Day } from "../../src/base/day.ts";
import type { NamedError, Result } from "../../src/base/result.ts";
import { canonicalBytes } from "../../src/journal/canonical.ts";
import type { AnswerEntry } from "../../src/journal/entry.ts";
import { createMemoryJournal } from "../../src/journal/memory-store.ts";
import type { Op, Sha256 } from "../../src/journal/op.ts";
import type { JournalStore } from "../../src/journal/store.ts";

export const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** 32 hex from a short name: "a" -> aaaa... */
export function idOf(letter: string): string {
  return letter.repeat(32).slice(0, 32);
}

export const person: string = idOf("e");

export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (!day.ok) throw new Error(`not a day: ${text}`);
  return day.value;
}

/** The success value, or a failing test with the error's facts. */
export function must<T>(result: Result<T, NamedError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function answer(item: string, value: number, day = "2026-03-01"): AnswerEntry {
  return { kind: "answer", item, value, day: dayOf(day) };
}

/** An op written by hand: `name` is "a:1"; `prev` names others the same way. Chains are not kept (merge does not look). */
export function op(name: string, parts: Partial<Pick<Op, "set" | "life" | "hlc">> & { prev?: readonly string[] }): Op {
  const [letter = "", seq = ""] = name.split(":");
  return {
    v: 1,
    person,
    dev: idOf(letter),
    seq: Number(seq),
    hlc: parts.hlc ?? [1_000_000 + Number(seq), 0],
    entry: idOf("f"),
    set: parts.set ?? {},
    ...(parts.life ? { life: parts.life } : {}),
    prev: (parts.prev ?? []).map(opId),
    prevHash: Number(seq) === 1 ? "" : "0".repeat(64),
  };
}

/** "a:1" -> aaaa...:1 */
export function opId(name: string): string {
  const [letter = "", seq = ""] = name.split(":");
  return `${idOf(letter)}:${seq}`;
}

export function bytesOf(value: unknown): Uint8Array {
  return must(canonicalBytes(value));
}

export interface Replica {
  readonly store: JournalStore;
  /** Milliseconds; set it to jump. */
  readonly clock: { now: number };
}

/** A memory replica whose device id is the letter repeated. */
export function replica(letter: string, start = 1_770_000_000_000, seed = 1): Replica {
  const clock = { now: start };
  const random = createRandom(seed, letter.charCodeAt(0));
  const store = createMemoryJournal({
    person,
    device: idOf(letter),
    sha256,
    now: () => clock.now,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random.below(256)),
  });
  return { store, clock };
}

/** Sends all ops of one replica to the other. */
export async function sendAll(from: JournalStore, to: JournalStore): Promise<void> {
  must(await to.receiveOps(must(await from.exportOps())));
}
