/**
 * When are two written words the same food word?
 *
 * Exact words and their plain plurals only (berry = berries, potato = potatoes): no fuzzy match, because on short words it finds another food
 * (lager - laver, rice - rich). Also the closed lists of words around a food: amounts, units, joining and neutral words.
 */

/** The form under which a word is compared: lower case, English plural endings folded. Both sides are folded the same way. */
export function foldPlural(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}i`;
  if (word.length > 3 && word.endsWith("oes")) return word.slice(0, -2);
  if (/(?:ch|sh|x|zz|ss)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("ie")) return word.slice(0, -1);
  if (word.length > 3 && /[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Lower case words of a text: accents kept simple, apostrophes dropped, hyphens and brackets opened. */
export function wordsOf(text: string): string[] {
  return (
    openFractions(text)
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/['’]/g, "")
      // brackets hold brands and comments; only what says "no longer live" matters here
      .replace(/\(([^)]*)\)/g, (_, inner: string) => /pasteuri[sz]ed|tinned|canned|jarred/.exec(inner)?.[0] ?? " ")
      .replace(/[&+]/g, " and ")
      .replace(/\bw\/o\b/g, "without")
      .replace(/[^\p{L}\p{N}.%]+/gu, " ")
      .split(" ")
      .map((word) => word.replace(/^\.+|\.+$/g, ""))
      .filter((word) => word !== "")
  );
}

/** "1 1/2" -> "1.5", "½" -> "0.5". */
function openFractions(text: string): string {
  return text
    .replaceAll("½", " 0.5 ")
    .replaceAll("¼", " 0.25 ")
    .replaceAll("¾", " 0.75 ")
    .replace(
      /(?:(\d{1,3}) )?(\d{1,3})\/([1-9]\d?)(?!\d)/g,
      (_, whole: string | undefined, top: string, bottom: string) =>
        String(Number(whole ?? 0) + Number(top) / Number(bottom)),
    );
}

/** Numbers as words. */
export const countWords: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["half", 0.5],
  ["quarter", 0.25],
  ["couple", 2],
  ["few", 3],
  ["dozen", 12],
]);

/** Units of which one is one serving: "2 bowls of lentils" are two. */
export const servingUnits: ReadonlySet<string> = wordSet(
  "bowl glass cup mug serving portion plate bottle can tin pint pot helping tub carton",
);

/** Units that say how much, not how many servings. */
export const otherUnits: ReadonlySet<string> = wordSet(
  "g gram gramme kg ml l litre liter cl dl oz ounce lb tbsp tablespoon tsp teaspoon spoon spoonful slice handful piece square " +
    "scoop clove stick bunch head leaf rasher fillet sprinkle drizzle splash dash pinch packet bag bar",
);

/** Words between two things that were eaten. */
export const joiningWords: ReadonlySet<string> = new Set([
  "and",
  "with",
  "plus",
  "on",
  "in",
  "then",
  "or",
  "over",
  "topped",
  "also",
]);

/** Words after which the next food was not eaten. */
export const negatingWords: ReadonlySet<string> = new Set(["no", "without", "minus", "not", "hold", "skip", "skipped"]);

/** Words after which a negation has ended. */
export const reopeningWords: ReadonlySet<string> = new Set(["with", "plus", "but", "then", "also"]);

/** Words that change nothing that is counted here. */
export const neutralWords: ReadonlySet<string> = wordSet(
  "of the some my our her his more bit little lots lot big small large medium tiny whole fresh raw cooked grilled roast roasted steamed " +
    "boiled fried baked pan oven sauteed braised poached stewed hot cold warm iced leftover homemade home made organic plain natural ripe " +
    "chopped sliced diced grated mashed mixed frozen dried smoked salted unsalted sweet unsweetened low full fat reduced light lean extra " +
    "tinned canned jarred pasteurised pasteurized unpasteurised unpasteurized live for from at breakfast lunch dinner supper snack tea time brunch " +
    "ate had drank eaten morning evening afternoon night today after before work again free range wild style semi skimmed good about around x " +
    "side thin thick crispy spicy creamy red green white black brown yellow cut up own brand",
);

/** Words that say that live microbes were killed. Beside the food they undo its live class. */
export const heatWords: ReadonlySet<string> = new Set([
  "pasteurised",
  "pasteurized",
  "tinned",
  "canned",
  "jarred",
  "cooked",
  "fried",
  "baked",
  "boiled",
  "stewed",
  "stew",
]);

/** Before milk, yogurt, cheese ... these make it a plant food. */
export const plantWords: ReadonlySet<string> = new Set(
  [
    "oat",
    "almond",
    "soy",
    "soya",
    "coconut",
    "rice",
    "cashew",
    "hemp",
    "pea",
    "hazelnut",
    "vegan",
    "plant",
    "plantbased",
    "dairyfree",
  ].map(foldPlural),
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(foldPlural));
}
