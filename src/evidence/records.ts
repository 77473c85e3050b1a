/**
 * Where do the evidence records come from when the program runs?
 *
 * records.json is shipped inside the bundle and read through the strict schema on first use. A file that does not pass is a
 * fault of ours (a `Defect`); the tests refuse such a file long before. No record is ever changed at run time.
 */
import { Defect } from "../base/defect.ts";
import shipped from "./records.json" with { type: "json" };
import type { EvidenceRecord } from "./record.ts";
import { evidenceFileSchema } from "./record-schema.ts";

let checked: readonly EvidenceRecord[] | null = null;

/** All records in the order of the file; checked once. */
export function evidenceRecords(): readonly EvidenceRecord[] {
  checked ??= readRecords(shipped);
  return checked;
}

/** The records inside this unknown value. Throws a `Defect` when it is not a whole evidence file. */
export function readRecords(value: unknown): readonly EvidenceRecord[] {
  const file = evidenceFileSchema.check(value);
  if (!file.ok) throw new Defect(`evidence file, ${file.error.issues[0]?.path ?? ""}`);
  return file.value.records;
}
