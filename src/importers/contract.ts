/**
 * What does every importer take and give?
 *
 * Importers are pure: bytes and options in, a preview out; nothing is written. The preview carries the drafts that a commit would
 * append in one transaction, and accounts for every source row: entries + skipped + ignored = rows read.
 */
import type { Draft } from "../journal/store.ts";
import type { BetterIs, Role } from "../journal/variable.ts";
import type { Sha256 } from "../journal/op.ts";

/** A file as it was given: name and bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a row or a cell was left out. */
export type SkipCode =
  | "bad-number"
  | "bad-date"
  | "out-of-range"
  | "too-many-cells"
  | "no-variable"
  | "duplicate-day"
  | "sentinel"
  | "superseded";

/** One row or cell that was left out, with its place in the file. */
export interface Skip {
  /** 1-based line in the file; for quoted multi-line rows, the line where the row starts. */
  readonly line: number;
  /** 1-based column, 0 for the whole row. */
  readonly column: number;
  readonly columnName: string;
  readonly code: SkipCode;
  /** The text that was found, cut to 60 characters. */
  readonly found: string;
}

/** Where one column of a wide table goes. */
export type ColumnTarget =
  | { readonly to: "variable"; readonly id: string }
  | {
      readonly to: "custom";
      readonly id: string;
      readonly label: string;
      readonly role: Role;
      readonly unit: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly betterIs: BetterIs;
    }
  | { readonly to: "note" }
  | { readonly to: "ignore" };

/** Order of year, month and day in numeric dates. */
export type DateOrder = "ymd" | "dmy" | "mdy";

/** How a wide table is read: dates, decimal mark, and where each column goes. */
export interface ColumnMapping {
  readonly dateColumn: string;
  readonly dateOrder: DateOrder;
  readonly decimal: "." | ",";
  /** header -> target; a header that is not named is ignored and reported as unmapped. */
  readonly columns: Readonly<Record<string, ColumnTarget>>;
}

/** One column as found, with what it looks like and why; the person confirms. */
export interface ColumnProposal {
  readonly header: string;
  readonly filled: number;
  readonly samples: readonly string[];
  readonly numeric: boolean;
  readonly target: ColumnTarget;
  /** Code for the reason of the guess; worded by insights. */
  readonly why: "name-matches-catalogue" | "numeric-unknown-name" | "text" | "empty" | "date";
}

/** Something the importer took for granted and shows before anything is stored. */
export interface Assumption {
  readonly type:
    | "DateOrder"
    | "DecimalMark"
    | "Encoding"
    | "Delimiter"
    | "DayNotLogged"
    | "ScaleGuess"
    | "FormulaPrefixRemoved"
    | "PartialFile";
  /** Header of the column it is about; empty for the whole file. */
  readonly column: string;
  readonly value: string;
}

/** Rows that were left out under a named rule, not because they were bad. */
export interface IgnoredRows {
  readonly rule: "blank-row" | "day-not-logged" | "nothing-mapped" | "cut-off-row";
  readonly rows: number;
}

/** Something `readDiary` decided without proof; worded by insights. `column` is empty for the whole file. */
export interface DiaryFact {
  readonly type:
    | Assumption["type"]
    /** No ROLES for this column: role (and scale) of the catalogue variable `value`. */
    | "MatchedCatalogue"
    /** No ROLES and no catalogue name: taken as a lever. */
    | "LeverByDefault"
    /** Values lie outside the catalogue's plausible range: only the role of `value` was taken, no unit and no scale. */
    | "ScaleNotCatalogue"
    /** No cell of the column is filled: it was left out. */
    | "EmptyColumn"
    /** The column holds the measurement error (SD) of the column `value`. */
    | "StandardDeviationOf";
  readonly column: string;
  readonly value: string;
}

/** What an import would do; nothing is stored by making it. */
export interface ImportPreview {
  readonly file: string;
  readonly fileSha256: string;
  /** "gutskin-journal" | "cronometer-daily" | "wide-csv". */
  readonly format: string;
  readonly importerVersion: number;
  /** How the format was recognised: header names that matched. */
  readonly matched: readonly string[];
  /** Data rows in the file. rowsRead = rowsUsed + rowsSkipped + sum of `ignored`. */
  readonly rowsRead: number;
  /** Rows that gave at least one entry. */
  readonly rowsUsed: number;
  /** Rows that gave none and stand in `skipped` (a row in use may stand there too, for one bad cell). */
  readonly rowsSkipped: number;
  readonly ignored: readonly IgnoredRows[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly countsByVariable: Readonly<Record<string, number>>;
  readonly skipped: readonly Skip[];
  readonly unmapped: readonly { readonly column: string; readonly filled: number }[];
  readonly assumptions: readonly Assumption[];
  /** Present for wide CSV: what was proposed and used; absent when the format needs no mapping. */
  readonly proposals?: readonly ColumnProposal[];
  readonly mapping?: ColumnMapping;
  /** What a commit would append (without the receipt); `seen` empty, `supersede` true. Empty for gutskin-journal, which carries ops. */
  readonly drafts: readonly Draft[];
  /** For gutskin-journal: canonical op bytes and their person. */
  readonly ops?: readonly Uint8Array[];
  readonly person?: string;
}

/** The preview without the payload, plus what the journal would say to it: for the app and `--json`. */
export interface ImportPreviewDocument extends Omit<ImportPreview, "drafts" | "ops"> {
  readonly newEntries: number;
  readonly changedEntries: number;
  readonly unchangedEntries: number;
  /** First entries that would result, for the eye. */
  readonly examples: readonly { readonly day: string; readonly what: string; readonly value: string }[];
}

/** `line`, `column` 1-based, 0 = whole file / whole row. */
export interface FileProblem {
  readonly type:
    | "FileEmpty"
    | "NoDataRows"
    | "NotText"
    | "LooksLikeZip"
    | "EncodingUnsupported"
    | "CellTooLong"
    | "TooManyColumns"
    | "UnclosedQuote"
    | "DuplicateColumns"
    | "NoDateColumn"
    | "DateUnknown"
    | "DateOrderAmbiguous"
    | "DatesMixed"
    | "DayTwice"
    | "NotANumber"
    | "NumberOutOfRange"
    | "DecimalCommaAmbiguous"
    | "RowTooLong"
    | "RolesUnreadable"
    | "RolesUnknownColumn"
    | "JournalUnreadable"
    | "MappingUnknownColumn"
    | "TooManyRows"
    /** More bytes than can be read at once. */
    | "FileTooBig"
    /** A known format that is not read yet: `found` names it, `expected` names what is read. */
    | "FormatNotSupported";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly columnName: string;
  /** What was found there, cut to 60 characters. */
  readonly found: string;
  /** Limit or expectation, for the sentence: "2000 columns", "YYYY-MM-DD". */
  readonly expected: string;
}

/** What an import is given: identity, hash, the answers of the person, today. */
export interface ImportOptions {
  /** Person id of the journal, so that entry ids are stable per person. */
  readonly person: string;
  readonly sha256: Sha256;
  /** Wide CSV: what the person confirmed; absent = what `proposeMapping` proposes. */
  readonly mapping?: ColumnMapping;
  /** Wide CSV without a mapping: the answer to `DateOrderAmbiguous`. */
  readonly dateOrder?: DateOrder;
  /** Wide CSV without a mapping: the decimal mark of columns that prove none. */
  readonly decimal?: "." | ",";
  /** Highest believable day: today + 1 as a day number (an argument: no clock here). */
  readonly lastBelievableDayNumber: number;
}
