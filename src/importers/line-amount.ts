/**
 * How much: "7h30", "3,5", "25 mg", "10 billion cfu"?
 *
 * Numbers with a decimal point or comma, durations, and the few units that a line may hold, turned into the unit that the variable
 * is kept in. What is not one of these is null, never a guess.
 */

/** A number as written in a line: sign, digits, one decimal mark. */
export const NUMBER_SOURCE = "[-+−]?\\d{1,12}(?:[.,]\\d{1,6})?";

/** "3,5" -> 3.5; "−2" -> -2; -0 -> 0. */
export function lineNumber(text: string): number {
  const value = Number(text.replace(",", ".").replace("−", "-"));
  return value === 0 ? 0 : value;
}

/** Minutes of "7", "7.5 h", "7h30", "7:30", "90 min", "1 h 15 min"; a bare number counts in `bareUnit`. Null when it is no duration. */
export function durationMinutes(text: string, bareUnit: "h" | "min"): number | null {
  const written = text.trim().toLowerCase();
  const clock = /^(\d{1,2}):([0-5]\d)(?: ?h(?:ours?|rs?)?)?$/.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const both = /^(\d{1,3}) ?h(?:ours?|rs?)? ?(?:and )?([0-5]?\d) ?(?:m|mins?|minutes?)?$/.exec(written);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const one = new RegExp(`^(${NUMBER_SOURCE}) ?(h|hr|hrs|hours?|m|min|mins|minutes?)?$`).exec(written);
  if (one === null) return null;
  const unit = one[2] ?? bareUnit;
  return lineNumber(one[1] ?? "") * (unit.startsWith("h") ? 60 : 1);
}

/** Written unit -> factor to the kept unit. Kept units without a line here know only their own name. */
const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  points: { "": 1, point: 1, points: 1, pts: 1, pt: 1 },
  g: { g: 1, gram: 1, grams: 1, gr: 1, mg: 0.001 },
  kg: {
    kg: 1,
    kgs: 1,
    kilo: 1,
    kilos: 1,
    kilogram: 1,
    kilograms: 1,
    lb: 0.45359237,
    lbs: 0.45359237,
    pounds: 0.45359237,
  },
  mg: { mg: 1, milligram: 1, milligrams: 1, g: 1000 },
  ml: { ml: 1, cl: 10, dl: 100, l: 1000, liter: 1000, liters: 1000, litre: 1000, litres: 1000 },
  kcal: { kcal: 1, calories: 1, kj: 1 / 4.184 },
  servings: { "": 1, serving: 1, servings: 1, portion: 1, portions: 1 },
  spots: { "": 1, spot: 1, spots: 1 },
  episodes: { "": 1, episode: 1, episodes: 1 },
  times: { "": 1, time: 1, times: 1, x: 1 },
  "%": { "": 1, "%": 1 },
  "°C": { "": 1, c: 1, "°c": 1 },
};

/** Factor from the written unit ("" = none written) to the kept one, or null when they do not belong together. */
export function unitFactor(written: string, kept: string): number | null {
  const unit = written.toLowerCase();
  const known = Object.hasOwn(factors, kept) ? factors[kept] : undefined;
  if (known) return Object.hasOwn(known, unit) ? (known[unit] ?? null) : null;
  return unit === "" || unit === kept.toLowerCase() ? 1 : null;
}

/** Rounds away what a factor brought in: 0.1 * 1000 must not read 100.00000000000001. At most 4 decimals. */
export function tidy(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
