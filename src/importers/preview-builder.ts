/**
 * How do rows become drafts, and how is every row accounted for?
 *
 * The shared second half of the CSV importers: collects drafts, skips and counts row by row, and closes the books:
 * rows read = rows used + rows skipped + ignored rows. Entry ids are made from what an entry says (journal/entry-id.ts), so that importing twice,
 * importing an overlapping file and answering by hand meet in one entry.
 */
import { dayFromNumber, type Day } from "../base/day.ts";
import { assertDefect } from "../base/defect.ts";
import { variableById } from "../journal/catalogue.ts";
import type { Entry } from "../journal/entry.ts";
import { fixedEntryId, importedEntryId } from "../journal/entry-id.ts";
import { bytesToHex } from "../journal/hex.ts";
import type { Draft } from "../journal/store.ts";
import type { IgnoredRows, ImportOptions, ImportPreview, Skip, SourceFile } from "./contract.ts";
import type { DayRows } from "./day-rows.ts";
import type { TextTable } from "./text-table.ts";

/** Custom variables carry no day of their own; a fixed one keeps a second import of other days from changing them. */
const CUSTOM_VARIABLE_DAY: Day = dayFromNumber(10_957); // 2000-01-01

/** Widest value of a custom variable that the journal takes (journal/plausibility.ts). */
const WIDEST = 1e12;

export interface PreviewBuilder {
  /** Adds one entry; counts it under `countAs`. */
  readonly add: (entry: Entry, countAs: string, id?: string) => void;
  readonly skip: (skip: Skip) => void;
  /** Closes one row that was accepted as a row of a day: used, skipped (it has skips), or ignored under this rule. */
  readonly closeRow: (dayNumber: number, ignoredAs: IgnoredRows["rule"]) => void;
  readonly finish: (rest: PreviewRest) => ImportPreview;
}

/** What only the importer knows. */
export type PreviewRest = Pick<ImportPreview, "format" | "importerVersion" | "matched" | "unmapped" | "assumptions"> &
  Pick<Partial<ImportPreview>, "proposals" | "mapping">;

/** Opens the books for one file. */
export function createPreviewBuilder(
  file: SourceFile,
  table: TextTable,
  rows: DayRows,
  options: ImportOptions,
): PreviewBuilder {
  const drafts: Draft[] = [];
  const counts = new Map<string, number>();
  const skipped: Skip[] = [...rows.skipped];
  const ignored = new Map<IgnoredRows["rule"], number>();
  const usedDays: number[] = [];
  const before = { drafts: 0, skips: skipped.length };
  let skippedRows = rows.skipped.length;
  const ignore = (rule: IgnoredRows["rule"], count: number): void => {
    if (count > 0) ignored.set(rule, (ignored.get(rule) ?? 0) + count);
  };
  ignore("blank-row", table.blankRows);
  ignore("cut-off-row", table.cutOffRows);

  return {
    add: (entry, countAs, id) => {
      const fixed = fixedEntryId(options.person, entry, options.sha256) ?? id;
      assertDefect(fixed !== undefined, "an imported event has an id of its own");
      drafts.push({ action: "put", id: fixed, entry, supersede: true });
      counts.set(countAs, (counts.get(countAs) ?? 0) + 1);
    },
    skip: (skip) => {
      skipped.push(skip);
    },
    closeRow: (dayNumber, ignoredAs) => {
      if (drafts.length > before.drafts) usedDays.push(dayNumber);
      else if (skipped.length > before.skips) skippedRows += 1;
      else ignore(ignoredAs, 1);
      before.drafts = drafts.length;
      before.skips = skipped.length;
    },
    finish: (rest) => ({
      file: file.name,
      fileSha256: bytesToHex(options.sha256(file.bytes)),
      rowsRead: table.rows.length + table.blankRows + table.cutOffRows,
      rowsUsed: usedDays.length,
      rowsSkipped: skippedRows,
      ignored: [...ignored].map(([rule, count]) => ({ rule, rows: count })),
      // accepted rows come in order of days
      firstDay: dayText(usedDays[0]),
      lastDay: dayText(usedDays.at(-1)),
      countsByVariable: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      skipped: skipped.sort((a, b) => a.line - b.line || a.column - b.column),
      drafts,
      ...rest,
    }),
  };
}

/** The id of an imported entry that has no id by what it says (a note). `key` must be the same whenever this row is read again. */
export function importedIdOf(options: ImportOptions, source: string, key: readonly string[]): string {
  return importedEntryId(options.person, source, JSON.stringify(key), options.sha256);
}

/** True when the journal takes this value for this item: within the catalogue's plausible range, or below 10^12 for own variables. */
export function isBelievable(item: string, value: number): boolean {
  const variable = variableById(item);
  return value >= (variable?.plausibleMin ?? -WIDEST) && value <= (variable?.plausibleMax ?? WIDEST);
}

/** The day that custom variable definitions carry. */
export function customVariableDay(): Day {
  return CUSTOM_VARIABLE_DAY;
}

function dayText(dayNumber: number | undefined): string | null {
  return dayNumber === undefined ? null : dayFromNumber(dayNumber);
}
