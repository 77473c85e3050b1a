/**
 * What does the last word of a food name say about the words before it?
 *
 * A dish is named by what is in it; some dishes may be filled by several things joined by "and"; some only carry foods that are eaten too. Official
 * names begin with a kind. One closed list; a word may be several of these.
 */
import { foldWord } from "./word-forms.ts";

/**
 * dish: named by what is in it, so nothing before it is a food of its own ("chicken soup"). filled: may hold several fillings ("ham and cheese
 * sandwich"). sweetFilled: the same with fruit, vegetables or spices only ("peach and mango yogurt"). carrier: the food before it is eaten too
 * ("avocado toast"). kind: begins official names ("Soup, chicken noodle").
 */
export type HeadRole = "dish" | "filled" | "sweetFilled" | "carrier" | "kind";

const LETTERS: Readonly<Record<HeadRole, string>> = {
  dish: "d",
  filled: "f",
  sweetFilled: "s",
  carrier: "c",
  kind: "g",
};

const LIST =
  "dfcg:sandwich pizza salad pasta|dfc:toastie wrap omelette bagel panini stirfri risotto baguette quesadilla taco burrito|dfg:roll soup curry pie burger stew|ds:smoothie crumble icecream|df:quiche bake tart casserole lasagne lasagna crisp pasty sub frittata chowder tagine ravioli skewer kebab|dsg:cake muffin tea juice jam|d:stir fritter dumpling shake scone flapjack mash hash chutney dal daal spaghetti linguine croissant melt ragu bolognese salsa slaw popcorn tortilla granola|dscg:yogurt|dc:bowl pancake rice muesli oatmeal porridge|dg:pudding bar dip bread dressing sauce cookie cream|dcg:noodle|sg:squash|s:cordial|c:toast waffle crepe|cg:egg cereal|g:oil cracker cheese bean nut candy fish milk ice wine beer vegetable fruit seed sausage potato pepper spread drink beverage lettuce cabbage onion gravy syrup pastry biscuit chip";

const roles: ReadonlyMap<string, string> = new Map(
  LIST.split("|").flatMap((line) => {
    const [letters = "", words = ""] = line.split(":");
    return words.split(" ").map((word) => [foldWord(word), letters] as const);
  }),
);

/** True when the folded word has this role. */
export function isHead(word: string, role: HeadRole): boolean {
  return roles.get(word)?.includes(LETTERS[role]) === true;
}
