/**
 * What do the safety rules get to know from a diary file?
 *
 * Nobody has answered anything there: all that can be known is what columns of our own names show (a catalogue variable in its own unit, `tag:`,
 * `medicine:`, `supplement:` as our export writes them), and only when the rows are calendar days. No other column is guessed at.
 */
import { dayFromNumber, type Day } from "../base/day.ts";
import { unknownFacts, type SafetyFacts } from "../evidence/safety-facts.ts";
import type { DailyColumn, DailyTable } from "../daily/table.ts";
import { variableOfColumn } from "../importers/column-variable.ts";
import type { Entry } from "../journal/entry.ts";
import { safetyFactsOf, watchedItems } from "./safety-of-journal.ts";

/** The facts that the table of a diary file shows on this day. */
export function safetyFactsOfTable(table: DailyTable, today: Day): SafetyFacts {
  if (table.calendar !== "date") return unknownFacts(today);
  const entries = table.columns.flatMap((column) => {
    const write = entryWriter(column);
    if (write === null) return [];
    return [...column.values].flatMap((value, row) =>
      Number.isNaN(value) ? [] : [write(dayFromNumber(table.firstDayNumber + row), value)],
    );
  });
  return safetyFactsOf(entries, today);
}

/** How a value of this column would stand in a journal; null = the rules do not read it. */
function entryWriter({ name, unit }: DailyColumn): ((day: Day, value: number) => Entry) | null {
  const [kind = "", rest = ""] = cut(name);
  if (rest !== "" && kind === "tag") return (day, value) => ({ kind: "tag", day, tag: rest, value });
  if (rest !== "" && kind === "medicine") {
    return (day, value) => ({ kind: "medicine", day, name: rest, taken: value > 0, group: "other" });
  }
  if (rest !== "" && kind === "supplement") {
    return (day, value) => ({ kind: "supplement", day, product: rest, taken: value > 0 });
  }
  const variable = variableOfColumn(name, unit);
  if (variable === null || !watchedItems.has(variable.id) || unit !== variable.unit) return null;
  return (day, value) => ({ kind: "answer", day, item: variable.id, value });
}

function cut(name: string): readonly string[] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}
