/**
 * What do the words of an official description say about plants, flags, ferments, prebiotics and processing?
 *
 * Own rules for the extended table, read after the food's kind (food-kinds.mjs). What is said to be absent ("no tomato", "excluding carrots") is cut
 * out before looking. Words decide less than a person who knows the food: the hand-written table always comes first.
 */
import { withoutAbsent } from "./plant-words.mjs";

/** Flags by words: flag, words, and the groups where they do not count. */
const FLAGS = [
  [
    "cheese",
    /chees(?!ecake)|parmigiana|lasagna|alfredo|au gratin|quesadilla|nachos|cordon bleu|enchilada|rarebit|parmesan|queso/i,
    /^(dairy|sweets|snacks)$/,
  ],
  [
    "milk",
    /\b(milk|latte|cappuccino|cafe con leche|mocha|hot chocolate|creamed|cream of|white sauce|custard|pudding|chowder|pancakes?|waffles?|souffle|scalloped|mashed)\b/i,
    /^(none)$/,
  ],
  ["cream-butter", /\b(cream|butter)\b(?! of)|half and half|alfredo|carbonara/i, /^(snacks|pulses)$/],
  ["fermented-dairy", /yogurt|kefir|buttermilk|sour cream|lassi|tzatziki/i, /^none$/],
  ["whey", /whey|protein powder|muscle milk|high protein/i, /^none$/],
  ["egg", /\begg|omelet|quiche|mayonnaise|souffle|custard|meringue|carbonara|tempura|french toast/i, /^none$/],
  [
    "nut",
    /\b(nuts?|almonds?|walnuts?|pecans?|cashews?|pistachios?|hazelnuts?|peanuts?|macadamia|praline|marzipan)\b(?! free)/i,
    /^(fats)$/,
  ],
  [
    "soy",
    /\bsoy|tofu|tempeh|miso\b|natto|edamame|teriyaki|meatless|vegetarian|veggie|lo mein|chow mein|chop suey|stir.fry/i,
    /^(fats)$/,
  ],
  [
    "citrus-tomato",
    /tomato|orange|lemon|lime\b|grapefruit|tangerine|clementine|spaghetti sauce|lasagna|salsa|pizza(?!.*white)|marinara|ketchup|chili con carne|parmigiana|cacciatore|creole|bloody mary|barbecue/i,
    /^sweets$/,
  ],
  [
    "red-meat",
    /\b(beef|pork|lamb|veal|ham|bacon|meat(?!less)|meatballs?|meat loaf|hamburger|cheeseburger|steak|sausage|hot dog|frankfurter|salami|pepperoni|chili con carne|bison|venison|ribs|gyro|chorizo|reuben)\b/i,
    /^(pulses|soy|eggs)$/,
  ],
  [
    "processed-meat",
    /\b(ham|bacon|sausage|hot dog|frankfurter|salami|pepperoni|bologna|pastrami|corned beef|luncheon|deli|chorizo|jerky|prosciutto)\b/i,
    /^(soy)$/,
  ],
  ["oily-fish", /salmon|mackerel|sardine|herring|trout|anchov|eel\b/i, /^none$/],
  [
    "gluten-grain",
    /\b(bread|wheat|pasta|noodles?|spaghetti|macaroni|ravioli|lasagna|dumplings?|flour tortilla|biscuit|muffin|bagel|croissant|breaded|barley|rye|couscous|bulgur|bun|pancakes?|waffle|pie|cake|cookie|crackers?|pizza|sandwich|burrito|stuffing|cereal, .*(wheat|bran|granola)|granola|seitan|fried, coated)\b/i,
    /^(drinks|dairy|pulses)$/,
  ],
  [
    "whole-grain",
    /whole (grain|wheat)|multigrain|oat(s|meal)?\b|brown rice|wild rice|rye\b|popcorn|quinoa|bulgur|barley|shredded wheat|granola|muesli|bran\b/i,
    /^drinks$/,
  ],
  [
    "legume",
    /\b(beans?(?! sprouts)|lentils?|chickpeas?|hummus|falafel|split pea|blackeyed|edamame|dal|refried)\b(?!.*(green|string|wax) beans)/i,
    /^(drinks|vegetables)$/,
  ],
  [
    "vegetable",
    /vegetable|salad(?!.*(macaroni|pasta|fruit))|spinach|broccoli|carrot|stir.fry|ratatouille|tomato/i,
    /^(snacks|drinks|sauces|sweets|pizza)$/,
  ],
  ["hot-drink", /^(coffee|tea, hot|tea, ns|hot chocolate|cocoa)|herbal tea|\btea, hot/i, /^none$/],
  [
    "spicy",
    /chili|curry|hot sauce|salsa|jalapeno|buffalo|kimchi|szechuan|vindaloo|cajun|jambalaya|hot thai|wasabi|spicy|kung pao|sriracha|general tso/i,
    /^none$/,
  ],
  [
    "histamine",
    /sauerkraut|kimchi|soy sauce|tuna|mackerel|sardine|anchov|salami|pepperoni|blue|parmesan|aged|spinach|eggplant|wine|vinegar|fermented|chorizo|prosciutto/i,
    /^(sweets)$/,
  ],
  ["red-wine", /wine.*\bred\b|sangria, red/i, /^none$/],
  ["white-wine", /wine.*(white|sparkling)|champagne|sangria, white|wine spritzer/i, /^none$/],
  ["beer", /^beer|malt beverage|shandy/i, /^none$/],
];
/** Milk that is none. */
const PLANT_MILK =
  /(soy|almond|rice|coconut|oat|non-dairy|cashew|hemp)( |-)?(based )?milk|non-dairy|nondairy|soy yogurt|yogurt, (soy|coconut|almond)|made with water/i;
const NO_DAIRY = ["milk", "skim-milk", "fermented-dairy", "cream-butter", "cheese"];

/** NOVA by words, first that fits; null = as the kind says. */
const NOVA = [
  [/\boil(, nfs)?$/i, "2", null],
  [/^yogurt.*, plain$/i, "1", null],
  [/(chocolate|yogurt|coating).* coated|coated with|juice drink/i, "4", null],
  [
    /from (fast food|school)|fast food|frozen meal|\(.*\)|ready-to-heat|from packaged mix|easy mac|instant|microwave|imitation|diet\b|reduced (sugar|fat)|fat free|low calorie|sugar free|flavored/i,
    "3:10 4:90",
    /^(dairy|drinks|vegetables|fruit|meat|fish|eggs|cheese|pulses|nuts|grains)$/,
  ],
  [/latte|cappuccino|macchiato|espresso|cafe con leche|plain|unsweetened|100%|brewed|, raw|fresh/i, null, null],
  [/breaded|nuggets|patt(y|ies)|tenders|stick/i, "4", null],
  [
    /canned|smoked|pickled|salted|honey roasted|in syrup|candied|fried, coated|coated/i,
    "3",
    /^(snacks|sweets|mixed-dishes)$/,
  ],
  [/home recipe|from fresh|homemade/i, "1:50 3:40 4:10", null],
  [/chocolate|sweetened|pre-lightened|syrup|mocha/i, "4", null],
];

/** Flags of a description beside those of its kind. */
export function flagsOf(description, kind, figures) {
  const said = withoutAbsent(description);
  const flags = new Set(kind.flags);
  for (const [flag, words, notIn] of FLAGS) if (words.test(said) && !notIn.test(kind.group)) flags.add(flag);
  if (PLANT_MILK.test(description) || kind.group === "plant-drinks") for (const flag of NO_DAIRY) flags.delete(flag);
  if (kind.group === "plant-drinks" || /vegetarian|meatless|veggie|vegan/i.test(description))
    ["red-meat", "processed-meat"].forEach((flag) => flags.delete(flag));
  if (/^(peanut|almond|cashew|soy nut) butter|apple butter|butternut|butter beans/i.test(said))
    flags.delete("cream-butter");
  if (flags.has("fermented-dairy") || flags.has("cheese"))
    if (!/milk|pancake|waffle|sauce|chowder/i.test(said)) flags.delete("milk");
  if (/ice cream|frozen yogurt/i.test(said)) flags.delete("fermented-dairy");
  if (flags.has("milk") && /skim|fat free|nonfat/i.test(description) && kind.group === "dairy") flags.add("skim-milk");
  if (/gluten.free/i.test(description)) flags.delete("gluten-grain");
  if (/turkey|chicken|poultry/i.test(said) && !/beef|pork|\bham\b|meat(?!less)|steak/i.test(said))
    flags.delete("red-meat");
  if (
    kind.group === "meat" &&
    /bacon|sausage|ham|bologna|salami|hot dog|frank|jerky|pepperoni|luncheon|deli/i.test(said)
  )
    flags.add("processed-meat");
  if (/iced|frozen|cold/i.test(said) || kind.group === "others") flags.delete("hot-drink");
  if (/alcohol/i.test(description) && Number(figures.alcoholGrams) === 0)
    ["beer", "red-wine", "white-wine", "spirits"].forEach((flag) => flags.delete(flag));
  if (kind.group === "drinks") flags.add("drink");
  return [...flags];
}

/** Ferment class by words. */
export function fermentOf(description, kind) {
  const said = description.toLowerCase();
  if (/frozen yogurt/.test(said)) return "either-high";
  if (/coated|dip|dressing|bar\b|covered|pretzel/.test(said) && /yogurt/.test(said)) return "";
  if (/^yogurt|kefir|lassi/.test(said)) return "live-high";
  if (/buttermilk|sour cream/.test(said) && /^(buttermilk|sour cream|milk, buttermilk)/.test(said))
    return "either-high";
  if (/kimchi/.test(said)) return "live-medium";
  if (
    /sauerkraut|soy sauce|miso|tempeh|sourdough|sour dough|olives|vinegar|tamari/.test(said) &&
    !/salad|sandwich|dressing/.test(said)
  )
    return "killed";
  if (/natto/.test(said)) return "live-high";
  if (kind.group === "cheese")
    return /processed|spread|imitation|american|cottage|ricotta/.test(said) ? "" : "live-medium";
  if (
    kind.group === "fruit" &&
    /, raw/.test(said) &&
    !/banana|avocado|melon|orange|grapefruit|pineapple|mango|papaya/.test(said)
  )
    return "raw-medium";
  if (
    kind.group === "vegetables" &&
    (/, raw/.test(said) || (/salad/.test(said) && /lettuce|garden|spinach/.test(said)))
  )
    return "raw-medium";
  if (/^(coffee, (instant|regular)|tea)/.test(said)) return kind.ferment;
  return kind.ferment;
}

/** NOVA as text of the table. */
export function novaOf(description, kind) {
  for (const [words, nova, groups] of NOVA)
    if (words.test(description) && (groups === null || !groups.test(kind.group))) return nova ?? kind.nova;
  return kind.nova;
}

/** Fructans where onion, garlic, leek, artichoke, asparagus, banana, rye or legumes say more than the kind. */
export function fructansOf(description, kind) {
  const said = withoutAbsent(description).toLowerCase();
  if (/^(onions?|leek)/.test(said)) return /leek/.test(said) ? "3-10 van-loo-1995" : "2-6 van-loo-1995";
  if (/^garlic, /.test(said)) return "9-16 secondary";
  if (/^artichoke/.test(said)) return "3-10 van-loo-1995";
  if (/^jerusalem artichoke/.test(said)) return "16-20 secondary";
  if (/^asparagus/.test(said)) return "2-3 van-loo-1995";
  if (/^banana/.test(said)) return "0.3-0.7 van-loo-1995";
  if (/\brye|pumpernickel/.test(said) && kind.group === "bread") return "1-3 own";
  if (/onion soup/.test(said)) return "0.8-2.5 own";
  if (/fiber one|high fiber|added fiber/.test(said)) return "1-8 own";
  if (/wheat|bran|granola/.test(said) && kind.group === "cereals") return "0.8-2.5 own";
  if (/onion|garlic/.test(said) && /^(mixed-dishes|soups|sauces)$/.test(kind.group)) return "0.3-1.2 own";
  if (/^(mixed-dishes|soups)$/.test(kind.group) && kind.fructans === "") return "0-0.5 own";
  return kind.fructans;
}

/** Cereal beta-glucan of oats and barley. */
export function glucanOf(description, kind) {
  const said = description.toLowerCase();
  if (/^oatmeal/.test(said) && kind.group === "cereals") return "0.35-0.7 own";
  if (/\boat/.test(said) && /^(cereals|snacks|bread)$/.test(kind.group)) return "0.5-2.5 own";
  if (/^barley/.test(said)) return "0.6-1.6 own";
  return "";
}
