/**
 * What did other people's programs answer, and on which diaries?
 *
 * Reads results/<peer>.json as written by the scripts of this folder. A row belongs to one diary, named by family, seed and the first half of the
 * SHA-256 of its CSV, so that an answer to a diary that has since changed is noticed and never scored against another truth.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { diaryCsv } from "../truth/diary-files.ts";
import type { DailyTable } from "../../src/daily/table.ts";

const claim = z.strictObject({
  from: z.string(),
  to: z.string(),
  strength: z.number().check(z.gte(0), z.lte(1)),
  reported: z.boolean(),
  sign: z.number(),
  effect: z.exactOptional(z.strictObject({ mean: z.number(), low95: z.number(), high95: z.number() })),
  delayDays: z.exactOptional(z.number()),
});

const row = z.looseObject({
  family: z.enum(["main", "null"]),
  seed: z.number(),
  sha256: z.string(),
  outcome: z.literal("skin"),
  seconds: z.number(),
  converged: z.exactOptional(z.boolean()),
  claims: z.array(claim),
});

const file = z.looseObject({
  peer: z.string(),
  rule: z.string(),
  version: z.record(z.string(), z.string()),
  date: z.string(),
  machine: z.strictObject({ cpu: z.string(), cores: z.number(), coresUsed: z.number() }),
  compileSeconds: z.exactOptional(z.number()),
  rows: z.array(row),
});

export type PeerRow = z.infer<typeof row>;
export type PeerFile = z.infer<typeof file>;

/** All peers of a results folder by name. Throws when a file does not have the shape that the scripts write. */
export function readPeers(folder: string): readonly PeerFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => z.parse(file, JSON.parse(readFileSync(join(folder, name), "utf8"))));
}

/** The mark by which a row names its diary: 16 hex digits of the SHA-256 of the CSV. */
export function diaryMark(table: DailyTable): string {
  return createHash("sha256").update(diaryCsv(table)).digest("hex").slice(0, 16);
}
