/**
 * Can these words of a typed line be food?
 *
 * An unknown word is no proof against food: "quinoa salad" is taken as a meal. Words are not food when no food stands in them and they look like
 * something else: a word with a bare number behind it ("tiredness 4") or a sentence of five words and more ("felt awful after work today"). Then the
 * line reader keeps them as a marked note. The light list of common foods is enough for that, so the line never waits for the food table.
 */
import { holdsCommonFood } from "../foods/common-foods.ts";

/** Words from which on a text without any known food is taken for a sentence. */
const SENTENCE_FROM = 5;

/** For `LineOptions.isFood`. Cost: a few microseconds. */
export function canBeFood(words: string): boolean {
  if (holdsCommonFood(words)) return true;
  return !/\p{L}\s*\d+$/u.test(words) && words.trim().split(/\s+/).length < SENTENCE_FROM;
}
