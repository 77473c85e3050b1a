/**
 * How does a diary file become the table that the engine sees?
 *
 * `readDiary` (importers) already gives gapless days and plain columns; this step adds the reason of every cell.
 * The input is described by shape only, so that daily needs not know the importers. A missing value is missing: nothing is filled in.
 */
import type { BetterIs, Role } from "../journal/variable.ts";
import { cellReasons, type CellReason, type DailyColumn, type DailyTable } from "./table.ts";

/** What `readDiary` gives, as far as it is needed here. */
export interface DiaryLike {
  readonly calendar: "date" | "index";
  /** Every day from first to last, without gaps. */
  readonly dayNumbers: readonly number[];
  readonly columns: readonly {
    readonly header: string;
    readonly label: string;
    readonly role: Role;
    readonly unit: string;
    readonly min?: number;
    readonly max?: number;
    readonly step?: number;
    readonly betterIs: BetterIs;
    readonly delayDays?: { readonly min: number; readonly max: number };
    readonly partOf?: readonly string[];
    readonly measure?: Exclude<DailyColumn["measure"], undefined>;
    readonly errorKind?: Exclude<DailyColumn["errorKind"], undefined>;
    readonly reportOf?: string;
    readonly values: Float64Array;
    readonly sds?: Float64Array;
  }[];
}

/** The daily table of a diary file. Columns keep their headers as names and the order of the file. Shares the value arrays with the diary. */
export function dailyTableFromDiary(diary: DiaryLike): DailyTable {
  return {
    firstDayNumber: diary.dayNumbers[0] ?? 0,
    dayCount: diary.dayNumbers.length,
    calendar: diary.calendar,
    columns: diary.columns.map(({ header, ...column }): DailyColumn => ({
      ...column,
      name: header,
      reasons: reasonsOf(column.values),
    })),
  };
}

function reasonsOf(values: Float64Array): Uint8Array {
  const [recorded, missing] = [codeOf("recorded"), codeOf("missing-not-recorded")];
  return Uint8Array.from(values, (value) => (Number.isNaN(value) ? missing : recorded));
}

/** Code of a reason in `DailyColumn.reasons`. */
export function codeOf(reason: CellReason): number {
  return cellReasons.indexOf(reason);
}
