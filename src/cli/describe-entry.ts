/**
 * How is one entry named in a table: what it is about, and its value?
 *
 * Labels and numbers only, no sentences; for the examples of an import preview and the answer of `gutskin log`.
 */
import { variableById, type Amount, type Entry, type MealEntry } from "../lib/index.ts";

export interface EntryNaming {
  readonly what: string;
  readonly value: string;
}

/** Label and value of the entry. */
export function describeEntry(entry: Entry): EntryNaming {
  switch (entry.kind) {
    case "answer": {
      const variable = variableById(entry.item);
      return { what: variable?.label ?? entry.item, value: withUnit(entry.value, variable?.unit ?? "") };
    }
    case "meal":
      return { what: entry.meal ?? "meal", value: mealText(entry) };
    case "supplement":
      return { what: entry.product, value: takenText(entry.taken, entry.amount) };
    case "medicine":
      return { what: entry.name, value: takenText(entry.taken, entry.amount) };
    case "practice":
      return { what: entry.practice, value: withUnit(entry.minutes, "min") };
    case "marker":
      return { what: entry.marker, value: withUnit(entry.amount.value, entry.amount.unit) };
    case "cycle":
      return { what: "cycle", value: entry.flow === undefined ? entry.event : `${entry.event}, ${entry.flow}` };
    case "weather":
      return { what: "weather", value: weatherText(entry.temperatureCelsius, entry.humidityPercent) };
    case "tag":
      return { what: `#${entry.tag}`, value: entry.value === undefined ? "yes" : String(entry.value) };
    case "note":
      return { what: "note", value: entry.text };
    case "dayComplete":
      return { what: `day complete (${entry.group})`, value: entry.complete ? "yes" : "no" };
    case "score":
      return { what: entry.instrument, value: entry.total === undefined ? "no total" : String(entry.total) };
    case "profile":
      return { what: "about you", value: (entry.conditions ?? []).join(", ") };
    case "safetyAnswer":
      return { what: `safety: ${entry.fact}`, value: entry.reply };
    case "professionalWord":
      return { what: "talked to a professional", value: entry.experiment };
    case "safetyEvent":
      return { what: `safety: ${entry.rule}`, value: entry.event };
    case "foodChoice":
      return { what: entry.phrase, value: [entry.food ?? "", gramsText(entry.gramsPerPortion)].join(" ").trim() };
    case "ownFood":
      return { what: "own food", value: entry.label };
    case "customVariable":
      return { what: "own measure", value: entry.unit === "" ? entry.label : `${entry.label} (${entry.unit})` };
    case "importReceipt":
      return { what: "import", value: entry.file };
  }
}

function gramsText(grams: number | undefined): string {
  return grams === undefined ? "" : `${String(grams)} g`;
}

function mealText(entry: MealEntry): string {
  const parts = [
    ...(entry.text === "" ? [] : [entry.text]),
    ...Object.entries(entry.counts ?? {}).map(([name, count]) => `${name} ${String(count)}`),
    ...Object.entries(entry.amounts ?? {}).map(([name, amount]) => `${name} ${String(amount)}`),
  ];
  return parts.join("; ");
}

function takenText(taken: boolean, amount: Amount | undefined): string {
  if (!taken) return "not taken";
  return amount === undefined ? "taken" : withUnit(amount.value, amount.unit);
}

function weatherText(temperatureCelsius: number | undefined, humidityPercent: number | undefined): string {
  const parts: string[] = [];
  if (temperatureCelsius !== undefined) parts.push(`${String(temperatureCelsius)} °C`);
  if (humidityPercent !== undefined) parts.push(`${String(humidityPercent)} % humidity`);
  return parts.join(", ");
}

/** Points need no unit behind them, and "yes" is the value itself. */
function withUnit(value: number, unit: string): string {
  if (unit === "yes") return value === 1 ? "yes" : value === 0 ? "no" : String(value);
  return unit === "" || unit === "points" ? String(value) : `${String(value)} ${unit}`;
}
