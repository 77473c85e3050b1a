/**
 * Can these words of a typed line be food?
 *
 * The everyday food table is small, so an unknown word is no proof against food: "quinoa salad" is taken as a meal. Words are not
 * food when no known food stands in them and they look like something else: a word with a bare number behind it ("tiredness 4") or a
 * sentence of five words and more ("felt awful after work today"). Then the line reader keeps them as a marked note.
 */
import { readFoods } from "../foods/read-foods.ts";

/** Words from which on a text without any known food is taken for a sentence. */
const SENTENCE_FROM = 5;

/** For `LineOptions.isFood`. */
export function canBeFood(words: string): boolean {
  if (readFoods(words).items.some((item) => item.known)) return true;
  return !/\p{L}\s*\d+$/u.test(words) && words.trim().split(/\s+/).length < SENTENCE_FROM;
}
