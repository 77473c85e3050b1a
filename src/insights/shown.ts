/**
 * How does text that came from outside (a header, a product name, a cell) stand in a sentence without doing harm?
 *
 * Terminal escapes, line breaks and characters that turn the reading direction become spaces, long text is cut. Nothing is
 * hidden silently: cut text ends in "...". What is stored is never changed, only what is shown.
 */

/** Longest piece of outside text within a sentence, characters. */
const LONGEST = 60;

/** Text that is safe inside one line of a sentence, cut to `longest` characters. */
export function shown(text: string, longest: number = LONGEST): string {
  const oneLine = text
    // control, format (bidi, zero width), lone surrogate, line and paragraph separators
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  const letters = Array.from(oneLine);
  return letters.length <= longest ? oneLine : `${letters.slice(0, longest - 3).join("")}...`;
}

/** The same in quotation marks, for names that a person has to find again: `"fibra (g)"`. Empty text: "(empty)". */
export function quoted(text: string): string {
  const safe = shown(text);
  return safe === "" ? "(empty)" : `"${safe}"`;
}
