/**
 * How are words of a person turned into a full-text question?
 *
 * Each word must begin a word of the food's names; an ending s is taken off, so that "yogurts" also finds "yogurt". Nothing of the text reaches the
 * search language: only letters and digits in quotation marks.
 */

/** Words that are looked for; more say nothing more. */
const MOST_WORDS = 12;

/** The FTS5 question for a text; "" when there is nothing to look for. `loosely`: any of the words is enough. */
export function searchQuestion(text: string, loosely: boolean): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
  return words.map((word) => `"${stemOf(word)}"*`).join(loosely ? " OR " : " AND ");
}

function stemOf(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
