/**
 * How does a number look in the document and in a sentence, on every machine the same?
 *
 * Two jobs. For programs: `roundSignificant` (6 significant digits, so that a difference in the last bit of a sum never
 * reaches a file). For people: `numberText` (about two significant digits, no exponent, point as decimal mark).
 * Only `toPrecision` and `toFixed` are used: both are exact by the language's definition and know no locale.
 */

/** The number rounded to `digits` significant digits; -0 becomes 0. NaN and infinities pass through: see `numberOrNull`. */
export function roundSignificant(value: number, digits: number = 6): number {
  return Number(value.toPrecision(digits)) + 0;
}

/** Rounded to 6 significant digits, or null when it is not a finite number: NaN never reaches a document. */
export function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? roundSignificant(value) : null;
}

/** For a sentence: whole from 10 on, one decimal from 1 on, two significant digits below 1, "0" below a millionth. Not finite: "an unknown amount". */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "an unknown amount";
  const size = Math.abs(value);
  if (size < 1e-6) return "0";
  if (size >= 9.95) return plain(value.toFixed(0));
  if (size >= 0.995) return plain(value.toFixed(1));
  let decimals = 2;
  for (let shifted = size; shifted * 10 < 0.9995 && decimals < 7; shifted *= 10) decimals += 1;
  return plain(value.toFixed(decimals));
}

/** A probability as "97 in 100"; never "100 in 100" or "0 in 100", because nothing here is certain. */
export function chanceText(probability: number): string {
  if (!(probability >= 0)) return "an unknown chance";
  if (probability > 0.99) return "more than 99 in 100";
  if (probability < 0.01) return "less than 1 in 100";
  return `${(probability * 100).toFixed(0)} in 100`;
}

/** "1 day", "23 days", "about 4 months", "about 3 years": whole steps that a person can plan with. Days >= 0. */
export function daysText(days: number): string {
  const whole = Math.max(0, Math.ceil(days));
  if (whole < 120) return whole === 1 ? "1 day" : `${String(whole)} days`;
  if (whole < 700) return `${(whole / 30.4).toFixed(0)} months`;
  return `${plain((whole / 365.25).toFixed(1))} years`;
}

/** Drops zeros after the decimal point: "2.0" is "2", "0.50" is "0.5". */
function plain(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
