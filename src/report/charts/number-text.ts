/**
 * How is a number written on a chart?
 *
 * Two significant digits, a true minus sign, no exponent in the range people meet, no trailing zeros.
 * Independent of the machine's locale, so that a chart is the same picture everywhere.
 */

/** "−0.6", "12", "1.5", "0". NaN is "–". At most `digits` significant digits (default 2). */
export function numberText(value: number, digits: number = 2): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  // whole numbers stay whole ("365", not "370"): rounding to digits is for estimates below a hundred
  const text = size >= 100 ? String(Math.round(size)) : trimZeros(size.toPrecision(digits));
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** As `numberText`, with "+" before a rise. */
export function signedText(value: number, digits: number = 2): string {
  return value > 0 && numberText(value, digits) !== "0" ? `+${numberText(value, digits)}` : numberText(value, digits);
}

function trimZeros(text: string): string {
  const plain = text.includes("e") ? String(Number(text)) : text;
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}
