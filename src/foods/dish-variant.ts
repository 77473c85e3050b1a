/**
 * Which kind of a dish is it, by what is named inside?
 *
 * "Pizza topped with vegetables" is the vegetable pizza, "sandwich made with ham and cheese" the ham and cheese sandwich: a name of the table that has
 * the words of the dish and of its ingredients and no other. The one with most ingredients; no such name: the dish stays what it is.
 */
import type { Food } from "./food.ts";
import { type FoodIndex, headOf } from "./name-index.ts";
import { neutralWords } from "./word-classes.ts";

/** A kind of dish. */
export interface DishVariant {
  readonly food: Food;
  /** The folded words that its name has. */
  readonly words: readonly string[];
}

/** Heads that do not name their ingredient: bread made from "rye flour" is rye bread. */
const GROUND = /^(?:flour|powder|meat|breast|mince|fillet)$/;

/** What stands inside a dish. */
export interface NamedInside {
  /** Folded words of one ingredient. */
  readonly forms: readonly string[];
  /** The dish does not have it anyway. */
  readonly isNew: boolean;
}

/** The kind that the ingredients name, or null. `dish`: folded words that its name must have; `hasParts`: what is known of the dish so far. */
export function dishVariant(
  dish: readonly string[],
  inside: readonly NamedInside[],
  hasParts: boolean,
  index: FoodIndex,
): DishVariant | null {
  const head = headOf(dish);
  let best: DishVariant | null = null;
  let most = 0.6;
  for (const at of index.byWord.get(head) ?? []) {
    const name = index.names[at];
    if (name === undefined || name.head !== head || !dish.every((form) => name.words.includes(form))) continue;
    // a kind with known parts says more than one without
    let score =
      0.1 * name.food.commonness - 0.01 * name.words.length - (hasParts && name.food.parts.length === 0 ? 1 : 0);
    for (const word of name.words) {
      if (dish.includes(word) || neutralWords.has(word)) continue;
      const found = inside.filter((each) => each.forms.includes(word) && isHeadIn(each.forms, name.words));
      // the pizza has cheese anyway: what else is in it says more
      score += found.length === 0 ? Number.NEGATIVE_INFINITY : found.some((each) => each.isNew) ? 1 : 0.3;
    }
    if (score <= most) continue;
    most = score;
    best = { food: name.food, words: name.words };
  }
  return best;
}

/** "Fish in white sauce" is no "white fish". */
function isHeadIn(forms: readonly string[], words: readonly string[]): boolean {
  const last = forms.findLast((form) => !GROUND.test(form));
  return last !== undefined && words.includes(last);
}
