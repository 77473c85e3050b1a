/**
 * What is the smallest thing that is ever stored, and never changed?
 *
 * Op format v1 (frozen). Stored and hashed as canonical bytes: UTF-8 JSON, keys sorted by code unit, no
 * spaces, numbers in JavaScript's shortest form, no NaN or infinities, -0 written 0, well-formed strings without
 * U+0000, at most 64 KiB. The bytes that arrived are kept; they are never re-serialised.
 */
import type { OpId } from "./store.ts";

/** One operation, format v1. See the header for its bytes. */
export interface Op {
  readonly v: 1;
  /** 32 hex: one per journal. */
  readonly person: string;
  /** 32 hex: one per store file. */
  readonly dev: string;
  /** 1, 2, 3 ... gapless per device. */
  readonly seq: number;
  /** Hybrid logical clock [milliseconds, counter]; tie-break only, never a reason to refuse, never shown as a time. */
  readonly hlc: readonly [number, number];
  /** 32 hex: the entry this is about. */
  readonly entry: string;
  /** Fields written; null = cleared. `kind` is a field like any other. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly life?: "delete" | "restore";
  /** Heads this op has seen and replaces. */
  readonly prev: readonly OpId[];
  /** 64 hex: SHA-256 of the canonical bytes of (dev, seq - 1); empty for seq 1. */
  readonly prevHash: string;
}

/** Synchronous SHA-256, passed in (pure folders own no platform): bytes -> 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
