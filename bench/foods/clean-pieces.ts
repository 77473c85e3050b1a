/**
 * How is a phrase made ready for a plain text search?
 *
 * The searches beside the reader know nothing of amounts. They get what foods.md calls "clean": split at comma, with, and, on; numbers, containers
 * and filler words removed. That is the kinder of the two ways to use them.
 */

/** A piece of a phrase: the words to search for, and where it stands (UTF-16 units). */
export interface Piece {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

const SPLIT = /[,;:+\n]|\s(?:with|and|on|in)\s/gi;
const FILLERS = new RegExp(
  "^(?:a|an|the|of|my|some|half|quarter|couple|few|dozen|one|two|three|four|five|six|small|medium|large|big|double|glass(?:es)?|bowls?|cups?|mugs?|" +
    "slices?|pieces?|handfuls?|tins?|cans?|bottles?|pints?|pots?|packets?|bags?|box|bunch|punnet|plates?|portions?|squares?|scoops?|sticks?|rashers?|" +
    "tbsps?|tsps?|tablespoons?|teaspoons?|spoonful|splash|servings?|grams?|g|kg|ml|dl|cl|oz|ounces?|fluid|fl|lbs?|made|from|made|homemade|leftover|" +
    "yesterday|today|dinner|lunch|breakfast|am|pm|at|after|gym|about|couple)$",
  "i",
);

/** The pieces of a phrase that still have words; positions are those of the whole piece. */
export function cleanPieces(phrase: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number): void => {
    const words = phrase
      .slice(from, to)
      .replace(/\([^)]*\)/g, " ")
      .split(/[\s/]+/)
      .filter((word) => word !== "" && !/\d|[½¼¾]/.test(word) && !FILLERS.test(word))
      .join(" ");
    if (words !== "") pieces.push({ words, from, to });
  };
  for (const found of phrase.matchAll(SPLIT)) {
    take(found.index);
    from = found.index + found[0].length;
  }
  take(phrase.length);
  return pieces;
}
