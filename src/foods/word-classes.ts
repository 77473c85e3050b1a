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
    "ok okay yum yummy delicious tasty lovely nice good great favourite favorite usual little bit lots lot bunch loads plenty much many amount each " +
    "approx about around today tonight now finally started ended shared finished couple more another s t"
  )
    .split(" ")
    .flatMap((word) => [word, foldWord(word)]),
);

/** Say little about which food it is. */
export const neutralWords: ReadonlySet<string> = wordSet(
  "nfs ns nsf style kind leftover leftovers snack total raw fresh freshly plain cooked regular whole prepared homemade organic natural natur ripe classic original traditional simple basic standard normal pure real " +
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
  "tesco sainsbury sainsburys asda aldi lidl waitrose morrisons ocado coop costco walmart kroger trader joe joes wholefoods safeway publix target kirkland wegmans rewe edeka carrefour " +
    "kellogg kelloggs quaker nestle danone activia chobani fage yoplait muller dannon siggi siggis alpro oatly silk lactaid arla cathedral philadelphia kraft heinz campbell campbells hellmanns hellmann " +
    "lindt cadbury hershey hersheys ghirardelli starbucks costa pret nero dunkin mcdonald mcdonalds mcd burgerking wendys chipotle subway nando nandos kfc panera dominos greggs leon itsu wagamama " +
    "warburtons hovis kingsmill jacobs mcvities nabisco pepperidge farm daves bobs nature valley kind clif larabar quest gatorade tropicana innocent lipton twinings tetley pg yorkshire nescafe illy lavazza " +
    "hellofresh gousto birdseye bird eye linda mccartney amy amys gardein beyond impossible quorn morningstar barilla buitoni uncle ben bens tilda annie annies horizon fairlife great value signature select",
);

/** Plants that milk-like foods are made of, and words that say so. */
export const plantWords: ReadonlySet<string> = wordSet(
  "oat almond soy coconut rice cashew hemp pea hazelnut macadamia walnut pistachio peanut tigernut vegan plantbased dairyfree plant nut flax potato spelt quinoa lupin",
);

/** Words that say outright that there is no dairy. */
export const dairylessWords: ReadonlySet<string> = wordSet("vegan plantbased dairyfree");

/** Foods that are dairy unless a plant word says otherwise. */
export const milkLikeWords: ReadonlySet<string> = wordSet(
  "milk yogurt kefir cheese cream butter latte cappuccino mocha cortado macchiato custard milkshake shake creamer gelato icecream lassi quark skyr mozzarella cheddar feta parmesan ricotta " +
    "brie chocolate cocoa chai matcha whitener pudding whip smoothie porridge oatmeal",
);

/** Nuts, seeds and plants whose "butter" is no butter. */
export const butterPlants: ReadonlySet<string> = wordSet(
  "peanut almond cashew nut cocoa shea apple pumpkin hazelnut sunflower walnut pistachio soy seed coconut cookie biscoff macadamia sesame nutella",
);

/** What a word changes about the food. */
export const changeWords: ReadonlyMap<string, Change> = new Map<string, Change>([
  ["decaf", "decaf"],
  ["alcoholfree", "alcohol-free"],
  ["vegan", "plant-based"],
  ["plantbased", "plant-based"],
  ["dairyfree", "plant-based"],
  ["glutenfree", "gluten-free"],
  ["gf", "gluten-free"],
  ["sugarfree", "sugar-free"],
  ["pasteurised", "pasteurised"],
  ["canned", "pasteurised"],
  ["jarred", "pasteurised"],
  ["lowfat", "low-fat"],
  ["fatfree", "low-fat"],
  ["cooked", "cooked"],
  ["fried", "cooked"],
  ["baked", "cooked"],
  ["boiled", "cooked"],
  ["stewed", "cooked"],
  ["roasted", "cooked"],
  ["roast", "cooked"],
  ["grilled", "cooked"],
  ["steamed", "cooked"],
  ["sauteed", "cooked"],
  ["braised", "cooked"],
]);

/** Official names begin with these and say the kind after a comma: "Soup, chicken noodle". */
export const genericHeads: ReadonlySet<string> = wordSet(
  "soup pie juice oil cereal sauce sandwich salad cookie cake cracker bread cheese yogurt bean nut noodle candy fish tea milk ice cream dressing jam wine beer roll muffin bar " +
    "pasta vegetable fruit seed sausage burger pizza potato pepper squash stew curry dip spread drink beverage egg lettuce cabbage onion gravy syrup pudding pastry biscuit chip",
);

/** Dishes that are named by what is in them: "ham and cheese sandwich", "leek and potato soup". */
export const dishHeads: ReadonlySet<string> = wordSet(
  "sandwich toastie wrap roll pizza omelette soup salad smoothie curry pasta pie quiche burger bagel panini cake stir stirfri bake risotto tart muffin yogurt tea juice stew casserole bowl " +
    "lasagne lasagna crisp pasty baguette sub quesadilla taco burrito fritter frittata chowder tagine dumpling ravioli skewer kebab crumble pudding pancake jam shake scone flapjack bar " +
    "dip mash hash chutney bread dal daal noodle spaghetti linguine rice dressing sauce cookie icecream cream croissant melt ragu bolognese salsa slaw popcorn tortilla granola muesli oatmeal porridge",
);

/** Dishes whose name may hold several fillings joined by "and"; the second list only fruit, vegetables or spices. */
export const filledHeads: ReadonlySet<string> = wordSet(
  "sandwich toastie wrap roll pizza omelette soup salad curry pasta pie quiche burger bagel panini bake risotto tart stew casserole lasagne lasagna pasty baguette sub quesadilla taco burrito frittata chowder tagine crisp stirfri ravioli skewer kebab",
);
export const sweetFilled: ReadonlySet<string> = wordSet(
  "smoothie juice tea yogurt jam muffin crumble cake icecream squash cordial",
);

/** Dishes that carry the foods named before them: the foods are eaten too ("avocado toast", "banana porridge"). */
export const carrierHeads: ReadonlySet<string> = wordSet(
  "toast oatmeal porridge pasta rice noodle omelette pancake bagel wrap sandwich burrito taco salad pizza stirfri bowl waffle crepe egg cereal muesli yogurt quesadilla risotto oats toastie baguette panini",
);

/** Words of drinks: an unknown one is a glass, and its fibre default is small. */
export const drinkWords: ReadonlySet<string> = wordSet(
  "drink water tea coffee juice soda beer wine shake smoothie latte milk lemonade cocktail squash cordial cola beverage spritzer cider ale lager infusion tonic gin vodka rum espresso",
);
