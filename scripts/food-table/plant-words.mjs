/**
 * Which plants does an official description name?
 *
 * One name per species, as in the hand-written tables. What is said to be absent ("no tomato", "excluding carrots") is cut out before looking; in
 * sweets, snacks and flavoured drinks a fruit is a flavour and no plant eaten.
 */

/** "taxon: words" of plants; `~` = seasoning. A word list is a regular expression between word borders. */
const PLANTS = `
wheat: whole wheat|whole-wheat|cracked wheat|shredded wheat|wheat germ|wheat bran|woven wheat|bulgur|wheat berr\\w*|graham|bran
oat: oat|oats|oatmeal|granola|muesli
rye: rye|pumpernickel|crispbread
barley: barley
maize: corn|hominy|popcorn|grits|polenta
rice: brown rice
wild-rice: wild rice|brown and wild
quinoa: quinoa
millet: millet
buckwheat: buckwheat|kasha
lentil: lentils?|dal|sambar
chickpea: chickpeas?|hummus|falafel
bean: black beans?|pinto beans?|kidney beans?|white beans?|navy beans?|red beans?|baked beans|refried beans|beans|pink beans|chili con carne
lima-bean: lima beans?
broad-bean: fava beans?|broad beans?
cowpea: blackeyed peas?|cowpeas?
pea: green peas?|split peas?|snow ?peas?|peas and carrots|pea soup|peas
soy: soybeans?|edamame|tofu|soy nuts?|tempeh|natto
mung: mung beans?|bean sprouts
peanut: peanuts?|peanut butter
almond: almonds?|almond butter
walnut: walnuts?
pecan: pecans?
cashew: cashews?
pistachio: pistachios?|pistachio nuts?
hazelnut: hazelnuts?
macadamia: macadamia
brazil-nut: brazil nuts?
pine-nut: pine nuts?
chestnut: chestnuts?(?<!water chestnuts)
coconut: coconut
sesame: sesame|tahini
sunflower: sunflower seeds?
pumpkin: pumpkin
flax: flax
chia: chia
apple: apples?|applesauce|apple juice|apple cider
pear: pears?
banana: bananas?
plantain: plantains?
orange: oranges?|orange juice
grapefruit: grapefruit
mandarin: tangerine|clementine|mandarin
lemon: lemon juice|lemon, raw
lime: lime juice|lime, raw
strawberry: strawberr(?:y|ies)
blueberry: blueberr(?:y|ies)
raspberry: raspberr(?:y|ies)
blackberry: blackberr(?:y|ies)
cranberry: cranberr(?:y|ies)
cherry: cherr(?:y|ies)
grape: grapes?|raisins?|grape juice
peach: peach(?:es)?|nectarines?
apricot: apricots?
plum: plums?|prunes?
mango: mangos?|mangoes
pineapple: pineapple
papaya: papaya
kiwi: kiwi(?: fruit)?
melon: cantaloupe|honeydew
watermelon: watermelon
fig: figs?
date: dates?
pomegranate: pomegranate
guava: guava
passion-fruit: passion fruit
rhubarb: rhubarb
avocado: avocado|guacamole
olive: olives?
tomato: tomato(?:es)?|tomato-based|salsa|marinara|ketchup|spaghetti sauce|lasagna
potato: potato(?:es)?|french fries|hash brown|tots|home fries
sweet-potato: sweet potato(?:es)?|yams?
carrot: carrots?
broccoli: broccoli
cauliflower: cauliflower
cabbage: cabbage|coleslaw|sauerkraut
chinese-cabbage: kimchi|bok choy|napa
brussels-sprout: brussels sprouts
kale: kale
spinach: spinach|palak
collard: collards?
chard: chard
mustard-greens: mustard greens
turnip: turnips?|turnip greens
dandelion: dandelion greens
lettuce: lettuce|romaine|garden salad|caesar salad
watercress: watercress
rocket: arugula
asparagus: asparagus
green-bean: green beans?|string beans?|wax beans?
okra: okra|gumbo
celery: celery
cucumber: cucumbers?|pickles?
pepper: bell peppers?|sweet peppers?|green peppers?|red peppers?|stuffed pepper|pepper, sweet|peppers and onions|fajitas?
onion: onions?|leek
garlic: garlic
mushroom: mushrooms?
aubergine: eggplant
courgette: zucchini|summer squash|squash, summer
squash: winter squash|butternut|acorn squash
beetroot: beets?
radish: radish(?:es)?
parsnip: parsnips?
artichoke: artichokes?
fennel: fennel
seaweed: seaweed|sushi
cassava: cassava|yuca
taro: taro
jicama: jicama
water-chestnut: water chestnuts?
bamboo: bamboo shoots?
~chilli: chili|chipotle|jalapenos?|hot pepper|hot sauce
~ginger: ginger
~cinnamon: cinnamon
~basil: basil|pesto
~parsley: parsley|tabbouleh
~mint: mint leaves
~coriander: cilantro|curry
~turmeric: curry
~cumin: curry|chili con carne
~cocoa: cocoa|dark chocolate`;

const TAXA = PLANTS.trim()
  .split("\n")
  .map((line) => {
    const at = line.indexOf(": ");
    return {
      taxon: line.slice(0, at).replace("artichoke", "globe-artichoke"),
      words: new RegExp(`\\b(?:${line.slice(at + 2)})(?!-free)\\b`, "i"),
    };
  });

/** Groups whose words are flavours and not plants ("strawberry ice cream"). */
const FLAVOUR_GROUPS = new Set(["sweets", "dairy", "snacks", "fats", "sauces", "powders", "plant-drinks", "pizza"]);
/** Taxa that count there all the same. */
const COUNT_ANYWAY = new Set([
  "oat",
  "wheat",
  "peanut",
  "almond",
  "maize",
  "tomato",
  "coconut",
  "chickpea",
  "avocado",
  "soy",
  "bean",
  "cashew",
  "walnut",
  "rye",
]);
const WITH_FRUIT = /^pie, |cobbler|crisp|with fruit|raisin|smoothie|strudel|turnover, fruit/i;

/** Plant taxa of a description, `|`-ready. */
export function plantsOf(description, group) {
  const said = withoutAbsent(description);
  const found = TAXA.filter(({ taxon, words }) => {
    if (!words.test(said)) return false;
    if (!FLAVOUR_GROUPS.has(group)) return group !== "drinks" || /juice|smoothie|vegetable/i.test(said);
    return COUNT_ANYWAY.has(taxon) || WITH_FRUIT.test(said);
  }).map(({ taxon }) => taxon);
  const isWhiteFlour = /, white|white bread|wheat or cracked wheat|wheat bun/i.test(said) && !/whole/i.test(said);
  return [...new Set(found)].filter(
    (taxon) =>
      !(taxon === "wheat" && isWhiteFlour && !/cracked/i.test(said)) &&
      !(taxon === "maize" && /corn syrup|corn dog|corned/i.test(said)) &&
      !(taxon === "potato" && /sweet potato|potato chips|potato sticks/i.test(said)) &&
      !(
        taxon === "bean" &&
        /green bean|string bean|wax bean|bean sprout|lima|soybean|vanilla bean|jelly bean/i.test(said)
      ) &&
      !(taxon === "tomato" && /no tomato/i.test(description)),
  );
}

/** Cuts what is said not to be there: "no cheese", "excluding carrots, broccoli, and dark-green leafy", "not made with". */
export function withoutAbsent(description) {
  return description
    .replace(/excluding [^;]*?leafy[^;,]*/gi, " ")
    .replace(/excluding [^;]*?(potatoes|tomato(es)?|carrots)[^;,]*/gi, " ")
    .replace(/vegetables other than [^,;]*/gi, "vegetables")
    .replace(/flavors? other than [^,;]*/gi, " ")
    .replace(/(meat|type) other than [^,;]*/gi, "$1")
    .replace(/\b(no|without|non|not)[ -][\w-]+( [\w-]+)?/gi, " ")
    .replace(/\b[\w-]+( |-)free\b/gi, " ");
}
