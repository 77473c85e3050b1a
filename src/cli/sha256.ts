/**
 * The hash function that pure folders get as an argument.
 */
import { createHash } from "node:crypto";
import type { Sha256 } from "../lib/index.ts";

/** SHA-256 of the bytes, 32 bytes. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
