/**
 * What does the person's MAPPING.json say about the columns of a wide CSV?
 *
 * The same object that the preview of an import shows under `mapping` (`gutskin import FILE --dry-run --json`), so that it
 * can be saved, changed and handed in again. Mistakes are named with line and column.
 */
import {
  columnMappingSchema,
  err,
  ok,
  parseJsonWithPlaces,
  wordError,
  type ColumnMapping,
  type NamedError,
  type Result,
} from "../lib/index.ts";
import { readInputFile, wordFileUnreadable } from "./read-input.ts";
import type { Wording } from "./server/problem.ts";
import type { World } from "./world.ts";

export interface MappingUnreadable {
  readonly type: "MappingUnreadable";
  readonly wording: Wording;
  /** The named error behind it. */
  readonly cause: NamedError;
}

/** Reads the mapping file; null when none was named. Errors: `MappingUnreadable`, already worded. */
export async function readMapping(
  world: World,
  path: string | undefined,
): Promise<Result<ColumnMapping | null, MappingUnreadable>> {
  if (path === undefined) return ok(null);
  const file = await readInputFile(world, path);
  if (!file.ok) return err({ type: "MappingUnreadable", wording: wordFileUnreadable(file.error), cause: file.error });
  const refuse = (cause: NamedError): Result<ColumnMapping | null, MappingUnreadable> => {
    const { sentence, mend } = wordError(cause);
    return err({ type: "MappingUnreadable", wording: { sentence: `${file.value.name}: ${sentence}`, mend }, cause });
  };
  const placed = parseJsonWithPlaces(new TextDecoder().decode(file.value.bytes));
  if (!placed.ok) return refuse(placed.error);
  // A whole preview may be handed in as it was printed: its `mapping` is meant.
  const mapping = columnMappingSchema.check(mappingInside(placed.value.value));
  return mapping.ok ? ok(mapping.value) : refuse(mapping.error);
}

function mappingInside(value: unknown): unknown {
  return typeof value === "object" && value !== null && "mapping" in value ? value.mapping : value;
}
