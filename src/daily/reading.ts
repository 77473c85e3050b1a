/**
 * Which number does one entry put on its day, under which column?
 *
 * Everything but meals and the cycle, which are read day by day (meals-of-day.ts, cycle-days.ts). A reading that comes from a direct answer wins over readings
 * gathered from events of the same day. Offsets and clock times never move a day.
 */
import { dayToNumber } from "../base/day.ts";
import { unreachable } from "../base/defect.ts";
import { variableById, variableByName } from "../journal/catalogue.ts";
import type { Entry, SupplementEntry, TagEntry } from "../journal/entry.ts";
import { markerValue } from "./marker-units.ts";
import { scoreReadings } from "./score-columns.ts";

export interface Reading {
  readonly column: string;
  readonly dayNumber: number;
  /** NaN: written down, but in a form that cannot be read. */
  readonly value: number;
  /** A direct answer to this item; else gathered from an event. */
  readonly isAnswer: boolean;
  /** Place within the day for the rule "last"; see day-value.ts. */
  readonly time: string;
  readonly slot: string;
  /** Another device says something else and nobody has settled it. */
  readonly isDisputed: boolean;
}

/** The readings of one entry; none for meals, cycle, notes and marks. */
export function readingsOfEntry(entry: Entry, isDisputed: boolean): readonly Reading[] {
  const reading = (column: string, value: number | undefined): readonly Reading[] =>
    value === undefined
      ? []
      : [
          {
            column,
            dayNumber: dayToNumber(entry.day),
            value,
            isAnswer: entry.kind === "answer",
            time: entry.time ?? "",
            slot: entry.kind === "answer" ? (entry.slot ?? "") : "",
            isDisputed,
          },
        ];
  switch (entry.kind) {
    case "answer":
      return reading(entry.item, entry.value);
    case "supplement": {
      const taken = entry.taken ? 1 : 0;
      const probiotic = isProbiotic(entry) ? reading("probioticTaken", taken) : [];
      const live = entry.taken ? reading("supplementLog10Cfu", liveOnLabel(entry.log10Cfu)) : [];
      return [...reading(`supplement:${columnKey(entry.product)}`, taken), ...probiotic, ...live];
    }
    case "medicine":
      return reading(medicineColumn(entry.group, entry.name), entry.taken ? 1 : 0);
    case "practice":
      return reading("practiceMinutes", entry.minutes);
    case "marker":
      return reading(entry.marker === "crp" ? "crpMgPerL" : "calprotectinUgPerG", markerValue(entry));
    case "weather":
      return [
        ...reading("temperatureCelsius", entry.temperatureCelsius),
        ...reading("humidityPercent", entry.humidityPercent),
      ];
    case "tag":
      return reading(tagColumn(entry), entry.value ?? 1);
    case "score":
      return scoreReadings(entry).flatMap(({ column, value }) => reading(column, value));
    case "meal":
    case "cycle":
    case "note":
    case "dayComplete":
    case "profile":
    case "safetyAnswer":
    case "professionalWord":
    case "safetyEvent":
    case "foodChoice":
    case "ownFood":
    case "customVariable":
    case "importReceipt":
      return [];
    default:
      return unreachable(entry);
  }
}

/** What is alive when taken is .3 to 1 of what the label says: log10 of the middle, sqrt(.3). */
const LABEL_SHARE_LOG10 = -0.26;

function liveOnLabel(log10Cfu: number | undefined): number | undefined {
  return log10Cfu === undefined ? undefined : log10Cfu + LABEL_SHARE_LOG10;
}

/** Lower case, single spaces: "Kefir  Caps" and "kefir caps" are one product. */
export function columnKey(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** A supplement with a strain, a count of live cells, or a name that says so. */
export function isProbiotic(entry: SupplementEntry): boolean {
  const isNamedSo = /probiot|lactobac|bifido|boulardii/i.test(`${entry.product} ${entry.strain ?? ""}`);
  return isNamedSo || entry.strain !== undefined || entry.log10Cfu !== undefined;
}

function medicineColumn(group: "antibiotic" | "topical" | "systemic" | "other", name: string): string {
  switch (group) {
    case "antibiotic":
      return "antibioticTaken";
    case "topical":
      return "topicalTreatment";
    case "systemic":
      return "systemicTreatment";
    case "other":
      return `medicine:${columnKey(name)}`;
  }
}

/** `#travel` is the catalogue's travel; `#stress(8)` its stress; a name without a fitting variable stays a tag of its own. */
function tagColumn(entry: TagEntry): string {
  const name = entry.tag.replace(/^[#@]/, "");
  const variable = variableByName(name);
  const fits =
    variable !== null &&
    (variable.unit === "yes" || entry.value !== undefined) &&
    (entry.value ?? 1) >= variable.plausibleMin &&
    (entry.value ?? 1) <= variable.plausibleMax;
  return fits ? variable.id : `tag:${columnKey(name)}`;
}

/** True when a column may hold zeros read from silence on a day that is marked complete. */
export function isSilenceZero(column: string): boolean {
  const variable = variableById(column);
  if (variable !== null) return variable.silenceIsZeroOnCompleteDay === true;
  return column.startsWith("supplement:") || column.startsWith("medicine:") || column.startsWith("tag:");
}
