/**
 * Which numbers does one entry put into the (item, day) grid?
 *
 * The stores keep them in a derived table, so that "all itch values of March" is one index lookup. Only what the entry says
 * by itself: no zero from silence, no sums over the day (that is `daily`).
 */
import type { Entry, ScoreEntry } from "./entry.ts";
import { variableById } from "./catalogue.ts";

/** One number of an entry in the (item, day) grid. */
export interface Cell {
  /** Catalogue or custom id, `supplement:<product>`, `medicine:<group>`, `tag:<tag>`, or `score:<instrument>` (`score:<instrument>:clinician`). */
  readonly item: string;
  readonly value: number;
  /** Unit of the value; "" when the item has none that is known here (custom variables). */
  readonly unit: string;
}

/** The cells of an entry, at most one per item, in a fixed order. Absent fields make no cell. */
export function cellsOfEntry(entry: Entry): readonly Cell[] {
  switch (entry.kind) {
    case "answer":
      return cell(entry.item, entry.value);
    case "meal":
      return [
        ...cell("fibreRichServings", entry.counts?.fibreRich),
        ...cell("fermentedServings", entry.counts?.fermented),
        ...cell("prebioticServings", entry.counts?.prebiotic),
        ...cell("ultraProcessedServings", entry.counts?.ultraProcessed),
        ...cell("fibreGrams", entry.amounts?.fibreGrams),
        ...cell("energyKcal", entry.amounts?.energyKcal),
        ...cell("alcoholGrams", entry.amounts?.alcoholGrams),
        ...cell("addedSugarGrams", entry.amounts?.addedSugarGrams),
      ];
    case "supplement":
      return [{ item: `supplement:${entry.product}`, value: entry.taken ? 1 : 0, unit: "yes" }];
    case "medicine":
      return [{ item: `medicine:${entry.group}`, value: entry.taken ? 1 : 0, unit: "yes" }];
    case "practice":
      return cell("practiceMinutes", entry.minutes);
    case "marker": {
      const item = entry.marker === "crp" ? "crpMgPerL" : "calprotectinUgPerG";
      return [{ item, value: entry.amount.value, unit: entry.amount.unit }];
    }
    case "weather":
      return [
        ...cell("temperatureCelsius", entry.temperatureCelsius),
        ...cell("humidityPercent", entry.humidityPercent),
      ];
    case "tag":
      return [{ item: `tag:${entry.tag}`, value: entry.value ?? 1, unit: "" }];
    case "score":
      return entry.total === undefined ? [] : [{ item: scoreItem(entry), value: entry.total, unit: "points" }];
    case "profile":
    case "safetyAnswer":
    case "professionalWord":
    case "safetyEvent":
    case "foodChoice":
    case "ownFood":
    case "cycle":
    case "note":
    case "dayComplete":
    case "customVariable":
    case "importReceipt":
      return [];
  }
}

/** Name of the line that a score belongs to: one per instrument and rater. */
export function scoreItem(entry: Pick<ScoreEntry, "instrument" | "rater">): string {
  return entry.rater === "clinician" ? `score:${entry.instrument}:clinician` : `score:${entry.instrument}`;
}

function cell(item: string, value: number | undefined): readonly Cell[] {
  return value === undefined ? [] : [{ item, value, unit: variableById(item)?.unit ?? "" }];
}
