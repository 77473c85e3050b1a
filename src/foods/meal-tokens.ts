/**
 * Which words, numbers and marks stand in a meal text, and where?
 *
 * Positions are UTF-16 units of the text as typed, so that every item can be shown in its place. Letters are lower case without accents; a hyphen
 * between letters opens the word; HTML tags, web addresses, prices and emoji are passed over. Work is linear in the text, which is cut before.
 */

/** One word, number or mark. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  /** Word: lower case, no accents. Number: as written. Mark: one of , \n ( ) / : - . */
  readonly text: string;
  /** The lower and the higher number of a range; equal for a plain one; 0 for words and marks. */
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  /** The character before is not a space: "-3", "2x". */
  readonly isGlued: boolean;
  /** A length said of it (take-lengths.ts), cm; absent = none. */
  readonly lengthCm?: number;
}

/** How much of a text is read (UTF-16 units). */
export const mostTextUnits = 10_000;

const fractionValues: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅕": 1 / 5,
  "⅖": 2 / 5,
  "⅗": 3 / 5,
  "⅘": 4 / 5,
  "⅙": 1 / 6,
  "⅚": 5 / 6,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};
const FRACTIONS = Object.keys(fractionValues).join("");

/**
 * Groups: 1 passed over; 2 line break from markup; 3 percent; 4-5 whole and sign of a sign fraction; 6-8 whole, top, bottom of a written fraction;
 * 9 decimal; 10 word; 11 mark.
 */
const LEXER = new RegExp(
  [
    String.raw`(<(?:script|style)\b[^<]{0,4000}<\/(?:script|style)>|https?:\/\/\S+|www\.\S+|&(?:nbsp|lt|gt|quot|#\w{1,6});|[£$€¥]\s?\d+(?:[.,]\d+)*|\d+[.,]\d\d\s?(?:[£€]|(?:eur|usd|gbp)\b))`,
    String.raw`(<[\/!]?[a-z][^<>]{0,300}>)`,
    String.raw`(\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent\b|pct\b))`,
    `(?:(\\d{1,4})[ -]?)?([${FRACTIONS}])`,
    String.raw`(?:(\d{1,4})[ -])?(\d{1,3})\s?[\/⁄]\s?(1?\d)(?![\d\/])`,
    String.raw`((?:\d+(?:[.,]\d+)*)|(?<!\d)\.\d+)`,
    String.raw`(\p{L}[\p{L}\p{M}\p{N}]*(?:['’´][\p{L}\p{M}]+)*|(?<=\d)["″”])`,
    String.raw`(&amp;|[\n\r\t,;•·|!?()[\]{}+&\/:\-–—.×*]|、|，|；|。)`,
  ].join("|"),
  "giu",
);

/** Reads the tokens. `keepsBreaks` false (food names): every mark but brackets is passed over. Never throws. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(LEXER)) {
    const [whole, passed, markup, percent, signWhole, sign, slashWhole, top, bottom, decimal, word, mark] = match;
    const from = match.index;
    const isGlued = from === end;
    end = from + whole.length;
    const push = (kind: Token["kind"], written: string, low = 0, high = low): void => {
      tokens.push({ kind, text: written, low, high, from, to: end, isGlued });
    };
    if (passed !== undefined) continue;
    if (markup !== undefined) push("mark", "\n");
    else if (percent !== undefined) push("word", `${percent.replace(",", ".").replace(/[^\d.]/g, "")}%`);
    else if (sign !== undefined) push("number", whole, Number(signWhole ?? 0) + (fractionValues[sign] ?? 0));
    else if (top !== undefined) pushFraction(slashWhole, top, bottom, whole, push);
    else if (decimal !== undefined) push("number", decimal, valueOf(decimal));
    else if (word !== undefined) push("word", /["″”]/.test(word) ? "inch" : plainWord(word));
    else if (mark !== undefined) pushMark(mark, isGlued, text[end] ?? " ", push);
  }
  return tokens;
}

type Push = (kind: Token["kind"], written: string, low?: number, high?: number) => void;

function pushFraction(whole: string | undefined, top: string, bottom: string | undefined, written: string, push: Push) {
  const below = Number(bottom ?? 1);
  if (below === 0) return;
  push("number", written, Number(whole ?? 0) + Number(top) / below);
}

function pushMark(mark: string, isGlued: boolean, after: string, push: Push): void {
  if (mark === "&" || mark === "+" || mark === "&amp;") push("word", "and");
  else if (/[\n\r;•·|!?。；]/.test(mark)) push("mark", "\n");
  else if (/[,\t、，]/.test(mark)) push("mark", ",");
  else if (/[([{]/.test(mark)) push("mark", "(");
  else if (/[)\]}]/.test(mark)) push("mark", ")");
  else if (/[-–—]/.test(mark)) {
    // a hyphen inside a word or between number and unit ("14-ounce") only opens it
    if (!isGlued || !/\p{L}/u.test(after)) push("mark", "-");
  } else if (mark === "×" || mark === "*") push("word", "x");
  else push("mark", mark);
}

/** "1.5", "1,5" (decimal comma), "1,000" (thousands), "3.4.2" (no number of anything: 0). */
function valueOf(written: string): number {
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(written)) return Number(written.replaceAll(",", ""));
  const value = Number(written.replace(",", "."));
  return Number.isFinite(value) ? value : 0;
}

const ASCII = /^[a-z]+$/;

/** Lower case, accents and apostrophes dropped. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/['’´]|\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o");
}
