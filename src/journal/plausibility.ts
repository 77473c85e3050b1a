/**
 * Can this entry be meant, or is it a typing error?
 *
 * Checked once, when an entry is written: shape by entry-schema.ts, then amounts against the catalogue's plausibility
 * bounds where the item is a catalogue id. Custom items only have to be finite and within +-10^12. The bounds refuse
 * typing errors, they do not judge health. Answers with field and code; insights/words.ts words them.
 */
import { err, ok, type Result } from "../base/result.ts";
import { variableById } from "./catalogue.ts";
import type { Entry } from "./entry.ts";
import { entrySchema } from "./entry-schema.ts";
import type { EntryRefused } from "./store.ts";

interface Bound {
  readonly field: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
}

/** Beyond this no measured quantity of a diary lies; 1e308 and friends are file errors. */
const WIDEST = 1e12;

/** Days that a living person can mean. */
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2199-12-31";

/**
 * The entry if it may be written. `index`: place of its draft, for the error. Errors: `EntryRefused` with the first field
 * that is wrong and a code: missing, wrong-type, not-a-number, not-a-day, out-of-range, not-allowed, too-long, ...
 */
export function checkEntry(value: unknown, index: number): Result<Entry, EntryRefused> {
  const entry = entrySchema.check(value);
  if (!entry.ok) {
    const issue = entry.error.issues[0];
    const [reason = "wrong-type", key] = (issue?.message ?? "").split(":");
    const field = [issue?.path ?? "", key ?? ""].filter((part) => part !== "").join(".");
    return err({ type: "EntryRefused", index, field, reason });
  }
  if (entry.value.day < FIRST_DAY || entry.value.day > LAST_DAY) {
    return err({ type: "EntryRefused", index, field: "day", reason: "out-of-range" });
  }
  const beyond = boundsOf(entry.value).find(({ value: v, min, max }) => v !== undefined && (v < min || v > max));
  if (beyond) return err({ type: "EntryRefused", index, field: beyond.field, reason: "out-of-range" });
  return ok(entry.value);
}

function boundsOf(entry: Entry): readonly Bound[] {
  switch (entry.kind) {
    case "answer":
      return [itemBound("value", entry.value, entry.item)];
    case "meal":
      return [
        itemBound("counts.fibreRich", entry.counts?.fibreRich, "fibreRichServings"),
        itemBound("counts.fermented", entry.counts?.fermented, "fermentedServings"),
        itemBound("counts.prebiotic", entry.counts?.prebiotic, "prebioticServings"),
        itemBound("counts.ultraProcessed", entry.counts?.ultraProcessed, "ultraProcessedServings"),
        itemBound("amounts.fibreGrams", entry.amounts?.fibreGrams, "fibreGrams"),
        itemBound("amounts.energyKcal", entry.amounts?.energyKcal, "energyKcal"),
        itemBound("amounts.alcoholGrams", entry.amounts?.alcoholGrams, "alcoholGrams"),
        itemBound("amounts.addedSugarGrams", entry.amounts?.addedSugarGrams, "addedSugarGrams"),
      ];
    case "supplement":
      return [
        // 10^15 colony-forming units would weigh kilograms
        { field: "log10Cfu", value: entry.log10Cfu, min: 0, max: 15 },
        { field: "amount.value", value: entry.amount?.value, min: 0, max: WIDEST },
      ];
    case "medicine":
      return [{ field: "amount.value", value: entry.amount?.value, min: 0, max: WIDEST }];
    case "practice":
      return [itemBound("minutes", entry.minutes, "practiceMinutes")];
    case "marker":
      return [markerBound(entry.marker, entry.amount.value, entry.amount.unit)];
    case "weather":
      return [
        itemBound("temperatureCelsius", entry.temperatureCelsius, "temperatureCelsius"),
        itemBound("humidityPercent", entry.humidityPercent, "humidityPercent"),
      ];
    case "tag":
      return [itemBound("value", entry.value, "")];
    case "customVariable":
      return [
        itemBound("min", entry.min, ""),
        itemBound("max", entry.max, ""),
        { field: "step", value: entry.step, min: 0, max: WIDEST },
      ];
    case "score":
      return [
        { field: "ageYears", value: entry.ageYears, min: 0, max: 130 },
        ...[entry.total, ...Object.values(entry.parts ?? {}), ...Object.values(entry.items ?? {})].map((value) =>
          itemBound("total", value, ""),
        ),
      ];
    case "profile":
      return [
        { field: "birthYear", value: entry.birthYear, min: 1890, max: 2199 },
        { field: "heightCentimetres", value: entry.heightCentimetres, min: 30, max: 260 },
      ];
    case "foodChoice":
      return [{ field: "gramsPerPortion", value: entry.gramsPerPortion, min: 0.1, max: 5000 }];
    case "ownFood":
      return [
        { field: "gramsPerPortion", value: entry.gramsPerPortion, min: 0.1, max: 5000 },
        // the largest figure of any food: pure fat has 900 kcal; minerals in mg stay below 100 g
        ...Object.values(entry.per100Grams).map((value) => ({ field: "per100Grams", value, min: 0, max: 100_000 })),
      ];
    case "safetyAnswer":
    case "professionalWord":
    case "safetyEvent":
    case "cycle":
    case "note":
    case "dayComplete":
    case "importReceipt":
      return [];
  }
}

/** Bounds of a catalogue variable; of any other item only the widest. */
function itemBound(field: string, value: number | undefined, item: string): Bound {
  const variable = variableById(item);
  return { field, value, min: variable?.plausibleMin ?? -WIDEST, max: variable?.plausibleMax ?? WIDEST };
}

/** The catalogue's bounds hold in the catalogue's unit; a report in another unit is only held to be positive. */
function markerBound(marker: "crp" | "calprotectin", value: number, unit: string): Bound {
  const item = marker === "crp" ? "crpMgPerL" : "calprotectinUgPerG";
  const isCatalogueUnit = variableById(item)?.unit === unit;
  return isCatalogueUnit
    ? itemBound("amount.value", value, item)
    : { field: "amount.value", value, min: 0, max: WIDEST };
}
