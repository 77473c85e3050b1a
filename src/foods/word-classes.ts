/**
 * What do the words around a food do to it?
 *
 * Closed lists, folded like every word. They say how much a word weighs when it was not found (a brand weighs little, a form a lot), what it
 * changes, and which guards it wakes. The project's own judgement; no list is taken from elsewhere.
 */
import type { Change } from "./meal-reading.ts";
import { foldWord, wordSet } from "./word-forms.ts";

/** Keep their place in a name ("mac and cheese") but weigh nothing. */
export const connectors: ReadonlySet<string> = new Set([
  "and",
  "with",
  "on",
  "in",
  "n",
  "w",
  "over",
  "plus",
  "topped",
  "de",
  "di",
  "la",
  "le",
]);

/** Weigh nothing and are dropped: filler of sentences and names. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "of the a an some my our his her their your its to from by as at i we he she they had has have having ate eat eating eaten drank drunk got get made make making " +
    "was were is are am be been being will did do just then also only really very so such that this these those there me us for which what who when after before again later earlier " +
    "ok okay yummy delicious tasty lovely nice good favourite favorite usual little bit lots lot bunch loads plenty much many amount each " +
    "approx about around today tonight now finally started ended shared finished couple more another s t"
  )
    .split(" ")
    .flatMap((word) => [word, foldWord(word)]),
);

/** Say little about which food it is. */
export const neutralWords: ReadonlySet<string> = wordSet(
  "breakfast lunch dinner supper brunch nfs ns nsf style kind leftover leftovers snack total raw fresh freshly plain cooked regular whole prepared homemade organic natural natur ripe classic original traditional simple basic standard normal pure real " +
    "hot cold warm warmed chilled heated reheated iced medium small large big mini tiny huge extra thin thick chunky sliced chopped diced grated peeled drained rinsed cubed " +
    "fine coarse coarsely finely unpeeled skinless boneless trimmed free freerange wild local seasonal mixed assorted bought shop store restaurant takeaway takeout homemad bio eco own " +
    "100% unsalted salted lightly unspecified type commercial commercially ready readymade frozen flavor flavored style generic various selection boxed bottled packaged made part",
);

/** How it was cooked: asked for it decides between forms, unasked for it says little. */
export const cookingWords: ReadonlySet<string> = wordSet(
  "cooked fried baked boiled roasted roast grilled steamed stewed poached braised sauteed toasted bbq broiled charred seared pan panfried deepfried oven microwaved " +
    "airfried blanched simmered scrambled mashed smoked slow pressure",
);

/** Make another food of it: unasked for they cost a lot. */
export const formWords: ReadonlySet<string> = wordSet(
  "dehydrated powder powdered dried dry canned mix oil baby imitation lowfat fatfree diet light sandwich dressing juice bread cookie cake pie flour chip chips crisp crisps " +
    "muffin croissant syrup candy sauce soup spread jam bar drink smoothie ice cream vinegar butter extract concentrate substitute vegan dairyfree glutenfree sugarfree alcoholfree decaf " +
    "salad pickled paste puree jelly seed leaf peel skin bits burger roll pizza omelette cracker tart pudding yogurt milkshake liqueur",
);

/** Makers, shops, chains: facts of the trade that say nothing of the food; they are kept as comment words. */
export const brandWords: ReadonlySet<string> = wordSet(
  "tesco sainsbury asda aldi lidl waitrose morrisons coop costco walmart kroger trader joe wholefoods safeway target kirkland kellogg quaker nestle danone activia chobani fage yoplait alpro " +
    "oatly silk arla kraft heinz campbell hellmann lindt cadbury hershey starbucks costa pret nero dunkin mcdonald mcd wendy chipotle subway nando kfc domino gregg warburton kingsmill mcvitie " +
    "pepperidge farm valley clif quest gatorade tropicana innocent lipton twining nescafe birdseye linda mccartney amy quorn barilla uncle ben annie great value finest",
);

/** Of a sentence about food and no food: alone they are nothing that was eaten beside a food that is understood. */
export const asideWords: ReadonlySet<string> = wordSet(
  "restaurant chain crust style cut diameter package packaging mix ready cook recipe food fast menu item product variety version type kind brand label way method size shape length width inch cm " +
    "across wide long thick tall high deep round iron calcium zinc vitamin mineral nutrient calorie kcal preparation order delivery counter place home takeaway temperature center centre top side lean drained trimmed uncooked",
);

/** Parts of an animal or plant that are in it: "chicken with meat and skin". */
export const ownPartWords: ReadonlySet<string> = wordSet(
  "meat skin neck bone giblet fat peel rind shell core pit stem crust flesh",
);

/** What a dish stands in: "chicken in tomato sauce". */
export const sauceWords: ReadonlySet<string> = wordSet(
  "sauce gravy broth syrup oil brine juice dressing marinade stock glaze",
);

/** Words that say outright that there is no dairy. */
export const dairylessWords: ReadonlySet<string> = wordSet("vegan plantbased dairyfree");

/** Nuts, seeds and plants whose "butter" is no butter. */
export const butterPlants: ReadonlySet<string> = wordSet(
  "peanut almond cashew nut cocoa shea apple pumpkin hazelnut sunflower walnut pistachio soy seed coconut cookie biscoff macadamia sesame nutella",
);

/** What a word changes about the food. */
export const changeWords: ReadonlyMap<string, Change> = new Map<string, Change>([
  ...changes("decaf", "decaf"),
  ...changes("alcohol-free", "alcoholfree"),
  ...changes("plant-based", "vegan plantbased dairyfree"),
  ...changes("gluten-free", "glutenfree gf"),
  ...changes("sugar-free", "sugarfree"),
  ...changes("pasteurised", "pasteurised canned jarred"),
  ...changes("low-fat", "lowfat fatfree"),
  ...changes("cooked", "cooked fried baked boiled stewed roasted roast grilled steamed sauteed braised"),
]);

function changes(change: Change, words: string): readonly (readonly [string, Change])[] {
  return words.split(" ").map((word) => [word, change] as const);
}

/** Words of drinks: an unknown one is a glass, and its fibre default is small. */
export const drinkWords: ReadonlySet<string> = wordSet(
  "drink water tea coffee juice soda beer wine shake smoothie latte milk lemonade cocktail squash cordial cola beverage spritzer cider ale lager infusion tonic gin vodka rum espresso",
);
