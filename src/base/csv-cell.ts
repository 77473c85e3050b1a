/**
 * How is a text put into a CSV cell so that every reader gets the same text back, and no spreadsheet runs it?
 *
 * RFC 4180 quoting, and the formula guard of the house: text that starts with `=`, `+`, `-`, `@`, tab or CR gets one `'` in front,
 * because spreadsheets run such cells as formulas. Text that already starts with `'` before one of these gets one more,
 * so that taking exactly one away on import is lossless. Numbers are never guarded. Export and import share this file.
 */

const STARTS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;

/** The text with the formula guard, when it needs one. */
export function guardFormula(text: string): string {
  return STARTS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away exactly the guard that `guardFormula` puts on; any other text comes back unchanged. */
export function unguardFormula(text: string): string {
  return isFormulaGuarded(text) ? text.slice(1) : text;
}

/** True when the text starts with a guard that `unguardFormula` would take away. */
export function isFormulaGuarded(text: string): boolean {
  return text.startsWith("'") && STARTS_LIKE_FORMULA.test(text);
}

/** Quotes the cell when it holds a comma, quote, line end or outer space. */
export function quoteCsvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
