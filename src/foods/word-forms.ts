/**
 * When are two written words the same food word?
 *
 * Exact words, their plain plurals, and a short closed list of spellings (yoghurt, omelet, chili); some pairs of words that mean one thing (whole
 * wheat, dairy free) become one. No fuzzy match: on short words it finds another food (lager - laver, rice - rich). Both sides fold the same way.
 */

/** Other spellings of one word: "spelling,spelling:word", all folded. */
const VARIANTS: ReadonlyMap<string, string> = pairsOf(
  "yoghurt,yogourt,jogurt:yogurt|chili,chile:chilli|omelet,omlette,omlet:omelette|donut:doughnut|veg,veggi,vegi:vegetable|soya:soy|" +
    "mayo:mayonnaise|choc,choccy,chocolat:chocolate|whiski:whiskey|wholewheat:wholemeal|barbecue,barbeque,barbecued:bbq|" +
    "humus,houmous,houmus,hommus,hummous,humous:hummus|brocolli,broccolli,brocoli:broccoli|spagetti:spaghetti|avo,avacado:avocado|" +
    "flavoured,flavored,flavour:flavor|fiber:fibre|bannana,banna:banana|porrige,porrage:porridge|tumeric:turmeric|" +
    "expresso:espresso|sandwhich,sanwich,sarni,sammich,butti,sarnie:sandwich|kimchee:kimchi|saurkraut,sourkraut:sauerkraut|" +
    "decaffeinated,decaff:decaf|nonfat:fatfree|lite:light|skim:skimmed|tinned:canned|pasteurized:pasteurised|unpasteurized:unpasteurised|defrosted:frozen|" +
    "rasberri:raspberri|zuchini:zucchini|musli,muesly:muesli|mozarella,mozzarela:mozzarella|chedder:cheddar|letuce:lettuce|cinamon:cinnamon|" +
    "minced:mince|hamburger:burger|crossiant,croisant:croissant|bagle:bagel|shredded:grated|" +
    "unsweetened,sugarless,diet:sugarfree|fatless:fatfree|stirfry,stirfried:stirfri",
);

/** Two or three words that mean one thing. */
const PAIR_LIST: ReadonlyMap<string, string> = pairsOf(
  "dairy free,milk free,non dairy,nondairy:dairyfree|plant based,plant base:plantbased|gluten free,wheat free:glutenfree|" +
    "sugar free,zero sugar,no added sugar,no sugar added,low sugar:sugarfree|alcohol free,non alcoholic,zero alcohol,low alcohol,non alcohol,0.0%:alcoholfree|" +
    "caffeine free,non caffeinated,zero caffeine,de caffeinated,de caf:decaf|fat free,zero fat,non fat:fatfree|low fat,reduced fat,half fat,lower fat:lowfat|" +
    "whole wheat,whole meal:wholemeal|whole grain:wholegrain|semi skimmed,half skimmed,part skimmed:semiskimmed|full fat,full cream:fullfat|" +
    "lactose free:lactosefree|egg free:eggfree|nut free:nutfree|soy free:soyfree|free range:freerange|home made:homemade|stir fry,stir fri,stir fried:stirfri|" +
    "0% lager,0% beer:alcoholfree beer|no salt,no added salt,no salt added,salt free,low salt,reduced salt,low sodium:unsalted|left over:leftover|sun dried:sundried|mac n:mac and",
);

function pairsOf(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split("|").flatMap((line) => {
      const [from = "", to = ""] = line.split(":");
      return from.split(",").map((word) => [word, to] as const);
    }),
  );
}

/** The form under which a word is compared: plural endings folded (berry = berries, leaf = leaves, cookie = cookies), known spellings made one. */
export function foldWord(word: string): string {
  const plain = foldPlural(word);
  return VARIANTS.get(plain) ?? plain;
}

function foldPlural(word: string): string {
  const length = word.length;
  if (length < 4) return word;
  const last = word[length - 1];
  if (last !== "s" && last !== "e" && last !== "y") return word;
  if (length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}i`;
  if (word.endsWith("oes")) return word.slice(0, -2);
  if (length > 4 && word.endsWith("oe")) return word.slice(0, -1);
  if (length > 5 && word.endsWith("aves")) return `${word.slice(0, -3)}f`;
  if (/(?:ch|sh|x|zz|ss)es$/.test(word)) return word.slice(0, -2);
  if (/(?:ch|[^aeiou]i)e$/.test(word)) return word.slice(0, -1);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The words from `at` that are one word together (all folded), or null when the word stands alone. */
export function pairAt(
  words: readonly string[],
  at: number,
): { readonly length: number; readonly word: string } | null {
  const first = words[at] ?? "";
  if (!pairStarts.has(first)) return null;
  for (let length = Math.min(3, words.length - at); length >= 1; length -= 1) {
    const word = PAIRS.get(words.slice(at, at + length).join(" "));
    if (word !== undefined) return { length, word };
  }
  return null;
}

/** The same with each word folded. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  [...PAIR_LIST].map(([words, one]) => [words.split(" ").map(foldWord).join(" "), one] as const),
);
const pairStarts: ReadonlySet<string> = new Set([...PAIRS.keys()].map((key) => key.split(" ")[0] ?? ""));

/** A list of words (between blanks) as a set of folded words. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(foldWord));
}
