/**
 * How does a choice in a list become the place where a column goes, and back?
 *
 * A variable of one's own keeps what was said of it when the choice comes back to it; its id is the header,
 * as in the importer's own proposals, so that the same file brings the same variable.
 */
import type { ColumnTarget, Role } from "../../../lib/index.ts";

export const roles: readonly Role[] = ["lever", "gut", "skin", "stress", "sleep", "inflammation", "context"];

/** Longest id and label of a variable of one's own (importers/column-mapping.ts). */
const LONGEST_ID = 120;

/** "ignore", "note", "custom" or "variable <id>". */
export function targetToChoice(target: ColumnTarget): string {
  return target.to === "variable" ? `variable ${target.id}` : target.to;
}

/** The place for a choice; an unknown choice leaves the column out. */
export function targetFromChoice(choice: string, header: string, before: ColumnTarget): ColumnTarget {
  if (choice.startsWith("variable ")) return { to: "variable", id: choice.slice("variable ".length) };
  if (choice === "note") return { to: "note" };
  if (choice !== "custom") return { to: "ignore" };
  return before.to === "custom"
    ? before
    : {
        to: "custom",
        id: header.slice(0, LONGEST_ID),
        label: header.slice(0, LONGEST_ID),
        role: "lever",
        unit: "",
        betterIs: "neither",
      };
}
