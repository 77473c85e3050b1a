/**
 * How is data from outside (file, form, HTTP, worker message, stored row) checked once, at the door?
 *
 * A `Schema<T>` answers "is this unknown value a T, and if not, where is it wrong?". Types are written
 * by hand and the zod object stays inside, so that published types never mention zod and a schema that
 * disagrees with its type does not compile. `source` is the opaque zod object from which scripts write
 * the JSON Schemas.
 */
import { err, ok, type Result } from "./result.ts";

/** One place where a value does not have the promised shape. */
export interface SchemaIssue {
  /** Where: `entries[3].day`; empty for the whole value. */
  readonly path: string;
  readonly message: string;
}

/** The value did not have the promised shape. `what` names the thing that was checked. */
export interface SchemaMismatch {
  readonly type: "SchemaMismatch";
  readonly what: string;
  readonly issues: readonly SchemaIssue[];
}

/** A check of unknown data at a door. `source` is opaque: scripts write the JSON Schema from it. */
export interface Schema<T> {
  readonly what: string;
  /** The value as a T, or where it is wrong (at most 20 places). */
  readonly check: (value: unknown) => Result<T, SchemaMismatch>;
  readonly source: unknown;
}

interface ParsesSafely<T> {
  readonly safeParse: (value: unknown) =>
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** Turns anything with a zod-like `safeParse` into a `Schema<T>`; `what` names it in errors. */
export function schemaOf<T>(what: string, parser: ParsesSafely<T>): Schema<T> {
  return {
    what,
    source: parser,
    check: (value) => {
      const parsed = parser.safeParse(value);
      if (parsed.success) return ok(parsed.data);
      const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
        path: pathToText(issue.path),
        message: issue.message,
      }));
      return err({ type: "SchemaMismatch", what, issues });
    },
  };
}

function pathToText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${String(key)}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
