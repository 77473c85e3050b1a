/**
 * Which number stands in this cell, if any?
 *
 * Blank is not zero: empty, `-`, `--`, `na`, `n/a`, `nan`, `null` mean "not recorded". The decimal mark is decided once per column, and only by
 * proof: a cell such as `1,5` proves a comma, `1.5` a point; `1,234` proves nothing, because it may be a thousand.
 * `1e308`, `Infinity` and anything above 10^15 is damage and refused; `-0` is read as 0, because rounding writes it and the
 * sign of zero carries nothing. Units and marks (`12.5 g`, `<1`, `=1+1`) are not numbers.
 */

export type DecimalMark = "." | ",";

/** How numbers of one column are written: decimal mark, and the mark between thousands ("" = none was seen). */
export interface NumberStyle {
  readonly decimal: DecimalMark;
  readonly thousands: "" | "." | ",";
}

export type NumberReading =
  | { readonly type: "Missing" }
  | { readonly type: "Number"; readonly value: number }
  | { readonly type: "NotANumber" }
  | { readonly type: "OutOfRange" };

export const plainStyle: NumberStyle = { decimal: ".", thousands: "" };

/** Largest size of a number that is believed, and smallest that is not zero. */
export const believableSize = { largest: 1e15, smallest: 1e-300 } as const;

const MISSING = new Set(["", "-", "--", "–", "—", "na", "n/a", "#n/a", "nan", "null"]);
const MISSING_READING: NumberReading = { type: "Missing" };

/** True when the cell means "not recorded". */
export function isMissingCell(cell: string): boolean {
  return MISSING.has(cell.trim().toLowerCase());
}

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;
const INFINITE = /^[+-]?inf(?:inity)?$/i;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const POINT_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;
const SPACE_THOUSANDS = /^[+-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d*)?$/;

/** Reads one cell in the style of its column. Never throws. */
export function readNumber(cell: string, style: NumberStyle): NumberReading {
  const text = cell.trim();
  if (MISSING.has(text.toLowerCase())) return MISSING_READING;
  if (INFINITE.test(text)) return { type: "OutOfRange" };
  const plain = toPlainNumber(text, style);
  if (plain === null || !PLAIN_NUMBER.test(plain)) return { type: "NotANumber" };
  const value = Number(plain);
  const size = Math.abs(value);
  if (size > believableSize.largest || (size !== 0 && size < believableSize.smallest)) return { type: "OutOfRange" };
  return { type: "Number", value: value === 0 ? 0 : value };
}

/** The text with a point as decimal mark and nothing between thousands, or null when the marks do not fit the style. */
function toPlainNumber(text: string, style: NumberStyle): string | null {
  const joined = SPACE_THOUSANDS.test(text) ? text.replace(/[ \u00a0\u202f'’]/g, "") : text;
  if (style.decimal === ".") {
    if (!joined.includes(",")) return joined;
    return style.thousands === "," && COMMA_THOUSANDS.test(joined) ? joined.replaceAll(",", "") : null;
  }
  if (joined.includes(".")) {
    if (style.thousands !== "." || !POINT_THOUSANDS.test(joined)) return null;
    return joined.replaceAll(".", "").replace(",", ".");
  }
  return joined.replace(",", ".");
}

export type StyleDecision =
  | { readonly type: "Style"; readonly style: NumberStyle }
  /** Cell `index` can be read in two ways and nothing in the column decides. */
  | { readonly type: "Ambiguous"; readonly index: number }
  /** Cell `index` proves the other mark than a cell before it. */
  | { readonly type: "Mixed"; readonly index: number };

// two marks of one kind (1,234,567) are thousands, which leaves the other one for decimals
const PROVES_COMMA = /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+),\d*|\d{1,3}(?:\.\d{3}){2,})$/;
const PROVES_POINT = /^[+-]?(?:(?:\d*|\d{1,3}(?:,\d{3})+)\.\d*(?:e[+-]?\d+)?|\d{1,3}(?:,\d{3}){2,})$/i;

/**
 * How the numbers of this column are written. Cells that are no numbers at all are left to `readNumber`. `otherColumnsUseComma`: another column of the file
 * has proven a decimal comma, so that `1.234` here may be a thousand and is ambiguous instead of read as 1.234.
 */
export function decideNumberStyle(cells: readonly string[], otherColumnsUseComma: boolean): StyleDecision {
  let comma = -1;
  let point = -1;
  let commaUnproven = -1;
  let pointUnproven = -1;
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim().replace(/(?<=\d)[ \u00a0\u202f'’](?=\d{3})/g, "");
    if (!text.includes(",") && !text.includes(".")) continue;
    if (isOneThousandsMark(text, ",")) commaUnproven = firstOf(commaUnproven, index);
    else if (isOneThousandsMark(text, ".")) pointUnproven = firstOf(pointUnproven, index);
    else if (PROVES_COMMA.test(text)) comma = firstOf(comma, index);
    else if (PROVES_POINT.test(text)) point = firstOf(point, index);
  }
  if (comma >= 0 && point >= 0) return { type: "Mixed", index: Math.max(comma, point) };
  if (comma >= 0) return styleOf({ decimal: ",", thousands: "." });
  if (point >= 0) return styleOf({ decimal: ".", thousands: "," });
  if (commaUnproven >= 0) return { type: "Ambiguous", index: commaUnproven };
  if (pointUnproven >= 0 && otherColumnsUseComma) return { type: "Ambiguous", index: pointUnproven };
  return styleOf(plainStyle);
}

/** True when a cell of the column proves a decimal comma. */
export function provesDecimalComma(cells: readonly string[]): boolean {
  const decision = decideNumberStyle(cells, false);
  return decision.type === "Style" && decision.style.decimal === ",";
}

/** True for a cell such as `1,234` or `1.234`, which may be a decimal or a thousand. */
export function isAmbiguousNumber(cell: string): boolean {
  const text = cell.trim();
  return isOneThousandsMark(text, ",") || isOneThousandsMark(text, ".");
}

/** `1,234` (one mark, three digits after, at most three before and not `0,123`): decimal or thousand, nobody knows. */
function isOneThousandsMark(text: string, mark: "," | "."): boolean {
  const pattern = mark === "," ? /^[+-]?[1-9]\d{0,2},\d{3}$/ : /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
  return pattern.test(text);
}

function firstOf(known: number, index: number): number {
  return known >= 0 ? known : index;
}

function styleOf(style: NumberStyle): StyleDecision {
  return { type: "Style", style };
}
