/**
 * Which words are units, and what does one of each weigh or hold where the food does not say?
 *
 * A closed list. Only here a misspelt word is forgiven (edit distance 1, words of at least five letters that are no food word). Grams of household
 * units belong to the food (a bowl of soup is not a bowl of salad); the figures here are used where the food has none.
 */

/** How a unit says how much: mass and volume are figures, a container or portion belongs to the food, a piece is counted. */
export type UnitKind = "mass" | "volume" | "container" | "piece" | "portion" | "length";

/** One unit of the closed list. */
export interface Unit {
  /** As it stands in the food table: "bowl", "g", "floz". */
  readonly name: string;
  readonly kind: UnitKind;
  /** Grams (mass), ml (volume), cm (length), or the usual grams where the food has none of its own; 0 = a portion or piece of the food. */
  readonly size: number;
  /** Units of the food table that mean nearly the same, tried in order. */
  readonly near: readonly string[];
}

/** name size near,near: form form ... The name itself is a form. Forms of two words have `_`. */
const LISTS: Readonly<Record<UnitKind, string>> = {
  mass:
    "g 1: gram gr gm gms grm grams gramme grammes gs|kg 1000: kilo kilogram kilogramme kgs kilos|mg 0.001: milligram|oz 28.35: ounce ozs onz|" +
    "lb 453.6: pound lbs",
  volume:
    "ml 1: millilitre milliliter mls cc|cl 10: centilitre centiliter|dl 100: decilitre deciliter|l 1000: litre liter ltr lt ltrs|floz 29.57: fl_oz fluid_ounce fluid_oz fl_ounce oz_fl|" +
    "pint 568: pt pts|quart 946: qt quarts|gallon 3785: gal|cup 240: cupful c cups teacup|tbsp 15: tablespoon tbs tb tbl tbsps tblsp tablespoonful table_spoon tbls tbspn|" +
    "tsp 5: teaspoon tsps teaspoonful tea_spoon tspn|dsp 10: dessertspoon dessert_spoon dessertspoonful|shot 30: jigger|drop 0.05:",
  container:
    "bowl 250: bowlful|glass 250 tumbler,cup: tumbler glassful wineglass wine_glass|mug 280 cup,glass:|plate 350: plateful platter dish|handful 30: fistful|tin 400 can: |" +
    "can 330 tin:|bottle 500 bottle:|pot 150 tub: tub|jar 300: |carton 250: tetrapak|bag 40 packet: baggie|packet 30 bag: pack pkt package sachet pkg envelope packs|" +
    "box 100 packet: punnet|jug 500: pitcher|scoop 50: scoopful|spoon 12 tbsp: spoonful|ladle 120: ladleful|tray 300: |basket 150:|cone 90: ",
  piece:
    "slice 30 piece: |piece 0: pc pcs pce pieces|square 6 piece: |clove 4: |stalk 40 stick,rib: rib|stick 15 stalk,piece: |wedge 30 slice: |ball 30 piece: |fillet 120: filet|" +
    "rasher 25 slice,strip: |strip 15 rasher,slice: |spear 16: |head 300: |sprig 2: |leaf 3: |bunch 80: |sheet 20 slice: |cube 12 square: |link 50: |patty 90 piece: |loaf 400: |" +
    "bar 40: |knob 10: |pat 5: |dollop 20 tbsp: |dash 1: |pinch 0.4: |splash 20: |drizzle 8: drizzling|sprinkle 3: sprinkling|squeeze 5: |mouthful 15: |bite 12: |sip 15: sips|" +
    "chunk 20 piece: |block 200: |log 200: |ear 100: cob|ring 10 piece: |segment 10: |floret 12: |bulb 50: |round 30 slice: rounds|finger 12 piece: |half 0: |quarter 0: |" +
    "capsule 1: |unit 0: |recipe 0: |thumb 15: |side 100: ",
  portion: "serving 0: portion helping serve servings portions|meal 0: ",
  length: "inch 2.54: in inches|cm 1: centimetre centimeter|mm 0.1: millimetre millimeter",
};

const units = new Map<string, Unit>();
for (const kind of ["mass", "volume", "container", "piece", "portion", "length"] as const) {
  for (const line of LISTS[kind].split("|")) {
    const [head = "", forms = ""] = line.split(":");
    const [name = "", size = "0", near = ""] = head.trim().split(" ");
    const unit: Unit = { name, kind, size: Number(size), near: near === "" ? [] : near.split(",") };
    const written = [name, ...forms.trim().split(" ")]
      .filter((form) => form !== "")
      .map((form) => form.replace("_", " "));
    for (const form of written)
      for (const each of [form, ...pluralsOf(form)]) if (!units.has(each)) units.set(each, unit);
  }
}

function pluralsOf(form: string): readonly string[] {
  if (form.length < 3) return [];
  if (/(?:s|sh|ch|x)$/.test(form)) return [`${form}es`];
  if (form.endsWith("f")) return [`${form.slice(0, -1)}ves`];
  if (form.endsWith("y")) return [`${form.slice(0, -1)}ies`];
  return [`${form}s`];
}

/** The unit of these words, or null. Two words first: "fl oz". */
export function unitOf(word: string, next = ""): { readonly unit: Unit; readonly length: 1 | 2 } | null {
  const pair = next === "" ? undefined : units.get(`${word} ${next}`);
  if (pair !== undefined) return { unit: pair, length: 2 };
  const one = units.get(word);
  return one === undefined ? null : { unit: one, length: 1 };
}

/** The unit of this name. */
export function unitByName(name: string): Unit | null {
  return units.get(name) ?? null;
}

/** Units that people misspell and that are near no other word of food; "sprig" is near "spring", "block" near "black". */
const FORGIVEN =
  "slice slices glass glasses bottle bottles handful handfuls bowls plates piece pieces serving servings portion portions packet scoop scoops square " +
  "squares gram grams ounce ounces litre millilitre teaspoon teaspoons tablespoon tablespoons pound pounds spoon spoons spoonful";
const misspelt = FORGIVEN.split(" ");

/**
 * A unit that was meant ("slcie", "glas", "bowll"): one letter more, less, swapped with its neighbour, or another in the middle. Only for words
 * that are no food word ("pears" is not "spears"); the caller knows those.
 */
export function misspeltUnit(word: string): Unit | null {
  if (word.length < 4) return null;
  for (const form of misspelt) {
    if (Math.abs(form.length - word.length) <= 1 && form[0] === word[0] && isOneEditAway(word, form)) {
      return units.get(form) ?? null;
    }
  }
  return null;
}

/** Edit distance exactly 1, a swap of neighbours counting as one. */
export function isOneEditAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (at === short.length) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
