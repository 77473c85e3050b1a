/**
 * What becomes of ops that arrive from another replica or an export?
 *
 * Union with what is held, planned without touching anything (storage.md 5.1, I5, I8, I9). Per device ops are taken in seq order without
 * gaps; an op after a gap waits. A bad op is set aside alone and keeps its place in the chain, so that its followers
 * are still taken. The same place with other bytes, or a broken hash chain, is a `fork`: set aside, never an overwrite.
 */
import { err, ok, type Result } from "../base/result.ts";
import { compareText } from "./canonical.ts";
import { adoptClock, type Hlc } from "./clock.ts";
import { bytesToHex } from "./hex.ts";
import type { Op, Sha256 } from "./op.ts";
import { readOp, type SetAsideReason } from "./op-schema.ts";
import type { JournalForeign } from "./store.ts";
import type { WrittenOp } from "./write.ts";

/** What holds a place (dev, seq) of the log. */
export interface Standing {
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  /** null: an op of the log; else it is set aside and keeps the place for that reason. */
  readonly aside: SetAsideReason | null;
}

/** What the receiving store must tell about itself. */
export interface HeldLog {
  readonly person: string;
  /** True when nothing at all is held. */
  readonly isEmpty: boolean;
  readonly clock: Hlc;
  /** Highest seq of this device without a gap; 0 for none. Counts ops set aside that keep a place. */
  readonly lastSeq: (dev: string) => number;
  readonly standingAt: (dev: string, seq: number) => Standing | null;
  /** True when these very bytes are set aside already, with or without a place. */
  readonly isSetAside: (hash: string) => boolean;
}

export interface SetAsideOp {
  readonly reason: SetAsideReason;
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** "" and 0 when unknown. */
  readonly dev: string;
  readonly seq: number;
  /** True: it counts in the vector and its hash is part of the chain. */
  readonly holdsPlace: boolean;
}

export interface ReceivePlan {
  /** The journal's person afterwards (another one only when an empty journal adopts it). */
  readonly person: string;
  readonly added: readonly WrittenOp[];
  readonly setAside: readonly SetAsideOp[];
  /** Hashes that were set aside and are in `added` now: to be taken out of quarantine. */
  readonly promoted: readonly string[];
  /** Hashes set aside earlier that lose their place to an op in `added`. */
  readonly displaced: readonly string[];
  readonly already: number;
  readonly waiting: number;
  readonly clock: Hlc;
}

/** One op as it arrived, looked at but not yet weighed against what is held. */
export interface Arrived {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly op: Op | null;
  readonly reason: "undecodable" | "schema-newer" | null;
  readonly person: string;
  readonly dev: string;
  readonly seq: number;
}

/** Reads and sorts what arrived; needs no store, so that it can be done before any lock is taken. O(bytes). */
export function readArrivals(ops: readonly Uint8Array[], sha256: Sha256): readonly Arrived[] {
  return ops.map((bytes) => arrive(bytes, sha256)).sort(compareArrived);
}

/**
 * Which of these ops to add, set aside, or leave. Errors: `JournalForeign` when all that can be read belongs to another person (and
 * the journal is not an empty one told to adopt it): two people are never mixed silently.
 */
export function planReceive(
  arrived: readonly Arrived[],
  held: HeldLog,
  nowMs: number,
  adoptPerson = false,
): Result<ReceivePlan, JournalForeign> {
  const persons = new Set(arrived.filter(({ op }) => op !== null).map(({ person }) => person));
  const [theirs] = persons;
  const adopts = adoptPerson && held.isEmpty && persons.size === 1;
  const person = adopts && theirs !== undefined ? theirs : held.person;
  if (theirs !== undefined && !persons.has(person)) {
    return err({ type: "JournalForeign", mine: held.person, theirs });
  }
  return ok(place(arrived, held, person, nowMs));
}

/** Walks the arrivals in (dev, seq) order; what this call takes counts as held for the ones after it. */
function place(arrived: readonly Arrived[], held: HeldLog, person: string, nowMs: number): ReceivePlan {
  const taken = new Map<string, Standing>();
  const lastTaken = new Map<string, number>();
  const setAside = new Map<string, SetAsideOp>();
  const added: WrittenOp[] = [];
  const promoted: string[] = [];
  const displaced: string[] = [];
  let [already, waiting, clock] = [0, 0, held.clock];
  const standingAt = (dev: string, seq: number): Standing | null =>
    taken.get(placeOf(dev, seq)) ?? held.standingAt(dev, seq);

  const takePlace = ({ dev, seq, hash }: Arrived, aside: SetAsideReason | null): void => {
    taken.set(placeOf(dev, seq), { hash, aside });
    lastTaken.set(dev, Math.max(seq, lastTaken.get(dev) ?? held.lastSeq(dev)));
  };
  const putAside = (item: Arrived, reason: SetAsideReason, holdsPlace: boolean): void => {
    const { bytes, hash, dev, seq } = item;
    setAside.set(hash, { reason, bytes, hash, dev, seq, holdsPlace });
    if (holdsPlace) takePlace(item, reason);
  };
  const add = (item: Arrived, op: Op, standing: Standing | null): void => {
    if (held.isSetAside(item.hash)) promoted.push(item.hash);
    if (standing !== null && standing.hash !== item.hash) {
      const fresh = setAside.get(standing.hash);
      if (fresh) setAside.set(standing.hash, { ...fresh, holdsPlace: false });
      else displaced.push(standing.hash);
    }
    takePlace(item, null);
    added.push({ op, bytes: item.bytes, hash: item.hash });
    clock = adoptClock(clock, op.hlc, nowMs);
  };

  for (const item of arrived) {
    const { hash, op, dev, seq } = item;
    const last = dev === "" ? 0 : (lastTaken.get(dev) ?? held.lastSeq(dev));
    const standing = dev === "" ? null : standingAt(dev, seq);
    if (standing !== null && standing.aside === null && standing.hash === hash) already++;
    else if (item.person !== "" && item.person !== person) {
      if (setAside.has(hash) || held.isSetAside(hash)) already++;
      else putAside(item, "other-person", false);
    } else if (
      op !== null &&
      fitsChain(op, standingAt) &&
      (standing === null ? seq === last + 1 : givesWay(standing, hash))
    ) {
      add(item, op, standing);
    } else if (setAside.has(hash) || held.isSetAside(hash)) already++;
    else if (dev === "") putAside(item, item.reason ?? "undecodable", false);
    else if (standing !== null) putAside(item, "fork", false);
    else if (seq > last + 1) waiting++;
    else putAside(item, op === null ? (item.reason ?? "undecodable") : "fork", true);
  }
  return { person, added, setAside: [...setAside.values()], promoted, displaced, already, waiting, clock };
}

function placeOf(dev: string, seq: number): string {
  return `${dev}:${String(seq)}`;
}

/** True when the op names the hash of what stands just before it. */
function fitsChain(op: Op, standingAt: HeldLog["standingAt"]): boolean {
  return op.prevHash === (op.seq === 1 ? "" : (standingAt(op.dev, op.seq - 1)?.hash ?? null));
}

/**
 * A damaged copy that came first must not keep the sound op out for ever: a place held by bytes that cannot be read, or that do not
 * fit the chain, is given up to an op that fits. The very bytes that were too new before an upgrade come into their own.
 */
function givesWay(standing: Standing, hash: string): boolean {
  return standing.aside === "undecodable" || standing.aside === "fork" || standing.hash === hash;
}

function arrive(bytes: Uint8Array, sha256: Sha256): Arrived {
  const hash = bytesToHex(sha256(bytes));
  const op = readOp(bytes);
  if (!op.ok) return { ...op.error, bytes, hash, op: null };
  const { person, dev, seq } = op.value;
  return { bytes, hash, op: op.value, reason: null, person, dev, seq };
}

/** (dev, seq), then hash so that two candidates for one place are met in the same order on every replica. */
function compareArrived(a: Arrived, b: Arrived): number {
  return compareText(a.dev, b.dev) || a.seq - b.seq || compareText(a.hash, b.hash);
}
