/**
 * How does an importer name what is wrong with a file, and where?
 *
 * One constructor for `FileProblem`, so that every problem carries file, line, column, what was found (cut) and what was expected.
 * The sentence and the mend are worded by insights.
 */
import { err, type Err } from "../base/result.ts";
import type { FileProblem } from "./contract.ts";

/** Where in the file: line and column from 1, 0 = whole file or whole row. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly columnName?: string;
}

/** A failed `Result` with this problem. `found` is cut to 60 characters. */
export function fileProblem(
  type: FileProblem["type"],
  file: string,
  place: Place,
  found: string,
  expected: string,
): Err<FileProblem> {
  return err({
    type,
    file,
    line: place.line ?? 0,
    column: place.column ?? 0,
    columnName: cutText(place.columnName ?? ""),
    found: cutText(found),
    expected,
  });
}

/** At most 60 characters for messages, never half a surrogate pair; control characters become spaces. */
export function cutText(text: string): string {
  const shown = Array.from(text.slice(0, 200))
    .map((character) => (/\p{Cc}/u.test(character) ? " " : character))
    .join("");
  const characters = Array.from(shown);
  return characters.length <= 60 ? shown : `${characters.slice(0, 59).join("")}…`;
}
