/**
 * What is known of a file of a food table before its rows are read?
 *
 * The outcome of recognising (recognise-table.ts): which form, where the rows begin, how they are cut and written. A table may have several parts that
 * are read one after the other.
 */
import type { BytePlace } from "./byte-window.ts";
import type { TableEncoding } from "./byte-text.ts";
import type { FdcFile, FdcLookups } from "./fdc-csv.ts";
import type { FoodTableKind } from "./table-food.ts";

interface PartPlace {
  /** Name of the file among the members that were given. */
  readonly member: string;
  /** Where the rows begin. */
  readonly start: BytePlace;
}

interface CsvPart extends PartPlace {
  readonly header: readonly string[];
}

/** One file of a table: most tables are one, FoodData Central's CSV is a folder of three. */
export type TablePart =
  | (CsvPart & { readonly form: "off-csv" })
  | (PartPlace & { readonly form: "off-json" })
  | (PartPlace & { readonly form: "fdc-json" })
  | (CsvPart & { readonly form: "fdc-csv"; readonly file: FdcFile; readonly lookups: FdcLookups })
  | (PartPlace & {
      readonly form: "ciqual-xml";
      readonly record: "ALIM" | "COMPO";
      readonly encoding: TableEncoding;
    })
  | (CsvPart & {
      readonly form: "ciqual-csv" | "cofid-csv";
      readonly delimiter: "," | ";" | "\t";
      readonly encoding: TableEncoding;
    });

/** How a file of a table is written. */
export type TableForm = TablePart["form"];

/** What a file was recognised as, and how it is read. */
export interface RecognisedTable {
  readonly kind: FoodTableKind;
  readonly form: TableForm;
  readonly parts: readonly TablePart[];
  /** Column or mark names by which it was recognised. */
  readonly matched: readonly string[];
  /** The text is not UTF-8 and was taken for Windows-1252. */
  readonly isWindows1252: boolean;
}

/** A file as it is shown to the recogniser: its name and its first bytes. */
export interface TableMember {
  /** Name without folders. */
  readonly name: string;
  readonly head: Uint8Array;
  /** The head is all of it. */
  readonly isWhole: boolean;
}
