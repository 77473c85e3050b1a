/**
 * Which app wrote this table?
 *
 * By the set of header names, never by the file name: order and further columns do not count. Names are compared trimmed, case folded, with the
 * two micro signs equal. Formats that are known but not read yet are named, instead of being read wrongly as a table of days.
 * Headers as collected in the project's notes from public parsers of these exports.
 */
import type { TextTable } from "./text-table.ts";

export interface KnownFormat {
  readonly name: string;
  readonly isRead: boolean;
  /** Header names that were recognised, as they stand in the file. */
  readonly matched: readonly string[];
}

interface Signature {
  readonly name: string;
  readonly isRead?: true;
  /** All present; an inner list means one of these. */
  readonly all: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
}

/** The name under which the Cronometer daily summary is recognised. */
export const cronometerDaily = "cronometer-daily";

const SIGNATURES: readonly Signature[] = [
  { name: "Cronometer servings.csv", all: [["day", "date"], "food name", "amount"] },
  {
    name: cronometerDaily,
    isRead: true,
    all: [["date", "day"], ["energy (kcal)", "energy (kj)"], "fiber (g)"],
    none: ["food name"],
  },
  { name: "Cronometer biometrics.csv", all: [["day", "date"], "metric", "unit", "amount"] },
  { name: "Cronometer exercises.csv", all: [["day", "date"], "exercise", "minutes"] },
  { name: "Cronometer notes.csv", all: [["day", "date"], "group", "note"], none: ["food name"] },
  { name: "MyFitnessPal nutrition", all: ["date", "meal", "calories", "carbohydrates (g)"] },
  { name: "MyFitnessPal exercise", all: ["date", "exercise", "exercise calories"] },
  { name: "Bearable", all: ["date", "weekday", "time of day", "category", "rating/amount", "detail"] },
  { name: "Flaredown", all: ["checkin_date", "trackable_type", "trackable_value"] },
  { name: "Flaredown", all: ["date", "tags", "foods", "weather summary"] },
  { name: "Daylio", all: ["full_date", "mood", "activities"] },
  { name: "Track & Graph", all: ["featurename", "timestamp", "value"] },
];

/** Names of what is read, for the problem FormatNotSupported. */
export const readFormats = "gutskin's own export, Cronometer dailysummary.csv, tables with one row per day";

/** The first known format whose names are all there, or null. */
export function knownFormatOf(table: TextTable): KnownFormat | null {
  const headerByName = new Map(table.columns.map((column) => [headerName(column.header), column.header]));
  for (const signature of SIGNATURES) {
    if (signature.none?.some((name) => headerByName.has(name)) === true) continue;
    const matched = signature.all.map((names) =>
      (typeof names === "string" ? [names] : names)
        .map((name) => headerByName.get(name))
        .find((header) => header !== undefined),
    );
    const found = matched.filter((header) => header !== undefined);
    if (found.length < matched.length) continue;
    return { name: signature.name, isRead: signature.isRead === true, matched: found };
  }
  return null;
}

/** A header as it is compared: trimmed, NFC, lower case, Greek mu and micro sign equal. */
export function headerName(header: string): string {
  return header.trim().normalize("NFC").toLowerCase().replaceAll("μ", "µ");
}
