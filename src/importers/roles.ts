/**
 * What did the person say about the columns of a diary file?
 *
 * ROLES.json of `gutskin analyse FILE --roles ROLES.json`:
 * `{"columns": {"gut": {"role": "gut", "min": 0, "max": 10, "step": 1, "betterIs": "lower"}, "note": {"role": "ignore"}}}`.
 * Read strictly: an unknown field or a column that is not in the file is refused with its line, because a misspelt name
 * would otherwise silently turn an outcome into a lever.
 */
import * as z from "zod/mini";
import { ok, type Result } from "../base/result.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { BetterIs, Role } from "../journal/variable.ts";
import type { FileProblem, SourceFile } from "./contract.ts";
import { fileProblem } from "./file-problem.ts";
import { parseJsonWithPlaces } from "./json-places.ts";
import { decodeText } from "./text.ts";

/** What one column is, as the roles file says. */
export interface ColumnRole {
  readonly role: Role | "ignore";
  readonly label?: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly betterIs?: BetterIs;
  /** Usual delay as a cause, days. */
  readonly delayDays?: { readonly min: number; readonly max: number };
  /** What kind of number it is; absent = seen from its values. "stool-form": 1-7, read as two outcomes. */
  readonly measure?: "score" | "count" | "yes-no" | "stool-form";
  /** Kind of the errors in the column's `_sd` column; absent = classical. */
  readonly errorKind?: "classical" | "berkson";
  /** Header of the column that measures the same thing objectively, when this one is the person's own report of it. */
  readonly reportOf?: string;
}

/** The roles file: column header -> what it is. */
export interface RolesFile {
  readonly $schema?: string;
  /** header -> what it is. */
  readonly columns: Readonly<Record<string, ColumnRole>>;
}

const role = z.enum(["lever", "gut", "inflammation", "skin", "stress", "sleep", "context", "ignore"]);

/** ROLES.json as described above; unknown fields are refused. */
export const rolesFileSchema: Schema<RolesFile> = schemaOf<RolesFile>(
  "roles file",
  z.strictObject({
    $schema: z.exactOptional(z.string()),
    columns: z.record(
      z.string(),
      z.strictObject({
        role,
        label: z.exactOptional(z.string()),
        unit: z.exactOptional(z.string()),
        min: z.exactOptional(z.number()),
        max: z.exactOptional(z.number()),
        step: z.exactOptional(z.number().check(z.positive())),
        betterIs: z.exactOptional(z.enum(["lower", "higher", "neither"])),
        delayDays: z.exactOptional(z.strictObject({ min: z.number().check(z.nonnegative()), max: z.number() })),
        measure: z.exactOptional(z.enum(["score", "count", "yes-no", "stool-form"])),
        errorKind: z.exactOptional(z.enum(["classical", "berkson"])),
        reportOf: z.exactOptional(z.string()),
      }),
    ),
  }),
);

/** Roles by header. `headers`: the columns of the diary file. Errors: those of `decodeText`, RolesUnreadable (with line and column), RolesUnknownColumn. */
export function readRoles(
  file: SourceFile,
  headers: readonly string[],
): Result<ReadonlyMap<string, ColumnRole>, FileProblem> {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const json = parseJsonWithPlaces(decoded.value.text);
  if (!json.ok) return fileProblem("RolesUnreadable", file.name, json.error, json.error.found, json.error.expected);
  const { value, placeOf } = json.value;
  const roles = rolesFileSchema.check(value);
  if (!roles.ok) {
    const issue = roles.error.issues[0];
    const path = issue?.path ?? "";
    return fileProblem("RolesUnreadable", file.name, placeOf(path), path, issue?.message ?? "a roles file");
  }
  const known = new Set(headers);
  const byHeader = new Map<string, ColumnRole>();
  for (const [name, columnRole] of Object.entries(roles.value.columns)) {
    const place = { ...placeOf(`columns.${name}`), columnName: name };
    const header = name.trim().normalize("NFC");
    if (!known.has(header)) {
      return fileProblem("RolesUnknownColumn", file.name, place, name, `one of: ${listOf(headers)}`);
    }
    if (columnRole.min !== undefined && columnRole.max !== undefined && columnRole.min >= columnRole.max) {
      const found = `min ${String(columnRole.min)}, max ${String(columnRole.max)}`;
      return fileProblem("RolesUnreadable", file.name, place, found, "min below max");
    }
    const { reportOf } = columnRole;
    if (reportOf !== undefined && (!known.has(reportOf) || reportOf === header)) {
      return fileProblem(
        "RolesUnknownColumn",
        file.name,
        { ...placeOf(`columns.${name}.reportOf`), columnName: reportOf },
        reportOf,
        `one of: ${listOf(headers)}`,
      );
    }
    byHeader.set(header, columnRole);
  }
  return ok(byHeader);
}

function listOf(headers: readonly string[]): string {
  const shown = headers.slice(0, 12).join(", ");
  return headers.length > 12 ? `${shown}, … (${String(headers.length)} columns)` : shown;
}
