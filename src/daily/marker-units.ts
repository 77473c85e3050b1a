/**
 * How much is a laboratory marker in the catalogue's unit?
 *
 * CRP in mg/L (1 mg/dL = 10 mg/L, 1 µg/mL = 1 mg/L); calprotectin in µg/g of stool (1 mg/kg = 1 µg/g). Both micro signs, `u` and `mc` are read as µ.
 * A unit that is not in the table is unreadable, never guessed: nmol/L needs a molar mass that differs between assays.
 */
import type { MarkerEntry } from "../journal/entry.ts";

const FACTORS: Readonly<Record<MarkerEntry["marker"], Readonly<Record<string, number>>>> = {
  crp: { "mg/l": 1, "mg/dl": 10, "µg/ml": 1, "µg/l": 0.001, "ng/ml": 0.001 },
  calprotectin: { "µg/g": 1, "mg/kg": 1, "mg/g": 1000, "ng/g": 0.001 },
};

/** The amount in the catalogue's unit, or NaN when the unit is not known. */
export function markerValue(entry: MarkerEntry): number {
  const unit = entry.amount.unit
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replaceAll("μ", "µ")
    .replace(/^(?:mcg|ug)/, "µg");
  const factors = FACTORS[entry.marker];
  return Object.hasOwn(factors, unit) ? entry.amount.value * (factors[unit] ?? Number.NaN) : Number.NaN;
}
