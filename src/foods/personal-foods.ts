/**
 * What has this person chosen before for these words?
 *
 * Choices ("usual muesli" is this food, "my bowl" is 260 g) and own foods come from the journal in plain shapes. A choice always wins and is
 * confirmed. Words are compared as typed first, then with plurals folded, so that "banana" also serves "bananas".
 */
import { type Food, type FoodFlag, foodFlags, type FoodTable } from "./food.ts";
import { createFoodIndex, type FoodIndex, formsOf, plainWordsOf } from "./name-index.ts";
import { type NutrientName, nutrientNames } from "./nutrients.ts";
import { phrasesToJoin } from "./own-phrases.ts";

/** A food, or grams of one portion (of one `unit` where the key has one). */
export interface PersonalChoice {
  readonly foodId?: string;
  readonly gramsPerPortion?: number;
}

/** What the reader asks before it looks into the table. */
export interface PersonalFoods {
  /** By phrase, or phrase + "|" + unit. */
  readonly choices: ReadonlyMap<string, PersonalChoice>;
  readonly foods: readonly Food[];
  /** The own foods by name. */
  readonly index: FoodIndex;
  /** Phrases that are read as one word ("my usual"), by their first word. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A remembered choice, as the journal keeps it (FoodChoiceEntry). */
export interface RememberedChoice {
  readonly phrase: string;
  readonly food?: string;
  readonly gramsPerPortion?: number;
  readonly unit?: string;
}

/** A food of the person's own, as the journal keeps it (OwnFoodEntry). */
export interface RememberedFood {
  readonly id: string;
  readonly label: string;
  readonly names?: readonly string[];
  readonly per100Grams: Readonly<Record<string, number>>;
  readonly traits?: readonly string[];
  readonly gramsPerPortion?: number;
  readonly foodSource: string;
}

/** Builds the personal layer. Later choices of the same words win. Figures that are negative or no numbers are left out. */
export function createPersonalFoods(
  choices: readonly RememberedChoice[],
  ownFoods: readonly RememberedFood[],
): PersonalFoods {
  const byPhrase = new Map<string, PersonalChoice>();
  for (const choice of choices) {
    const grams = choice.gramsPerPortion;
    const isGrams = grams !== undefined && Number.isFinite(grams) && grams > 0;
    const kept: PersonalChoice = {
      ...(choice.food === undefined ? {} : { foodId: choice.food }),
      ...(isGrams ? { gramsPerPortion: grams } : {}),
    };
    const end = choice.unit === undefined ? "" : `|${choice.unit}`;
    for (const phrase of phraseKeys(choice.phrase)) {
      const key = phrase + end;
      byPhrase.set(key, { ...byPhrase.get(key), ...kept });
    }
  }
  const foods = ownFoods.map(ownFood);
  for (const food of foods) {
    // a name of filler words only is in no index
    for (const name of food.names) if (!byPhrase.has(name)) byPhrase.set(name, { foodId: food.id });
  }
  const named = [...byPhrase].flatMap(([phrase, choice]) => (choice.foodId === undefined ? [] : [phrase]));
  return { choices: byPhrase, foods, index: createFoodIndex(tableOf(foods)), phrases: phrasesToJoin(named) };
}

/** Nothing is remembered. */
export const noPersonalFoods: PersonalFoods = createPersonalFoods([], []);

/** The choice for words and unit: grams are of one unit where a unit is given, else of one portion. Null = nothing is remembered. */
export function choiceFor(personal: PersonalFoods, phrase: string, unit: string | null): PersonalChoice | null {
  if (personal.choices.size === 0) return null;
  let grams: number | undefined;
  let foodId: string | undefined;
  for (const key of phraseKeys(phrase)) {
    const ofUnit =
      unit === null ? undefined : (personal.choices.get(`${key}|${unit}`) ?? personal.choices.get(`${unit} of ${key}`));
    const plain = personal.choices.get(key);
    foodId ??= ofUnit?.foodId ?? plain?.foodId;
    grams ??= unit === null ? plain?.gramsPerPortion : ofUnit?.gramsPerPortion;
  }
  if (grams === undefined && foodId === undefined) return null;
  return { ...(foodId === undefined ? {} : { foodId }), ...(grams === undefined ? {} : { gramsPerPortion: grams }) };
}

/**
 * "My bowl = 260 g" for whatever is in it: grams of one `unit`, said without a food. Null = not said, or the food is so light that its own bowl holds less than half
 * of that (muesli, crisps).
 */
export function ownVesselGrams({ choices }: PersonalFoods, unit: string | null, food: Food | null): number | null {
  if (unit === null || choices.size === 0) return null;
  for (const words of [`my ${unit}`, unit, `~${unit}`]) {
    const choice = choices.get(`${words}|${unit}`) ?? choices.get(words);
    const grams = choice?.foodId === undefined ? choice?.gramsPerPortion : undefined;
    if (grams === undefined) continue;
    const usual = food === null ? grams : (food.unitGrams[unit] ?? food.portionGrams);
    return usual < 0.5 * grams ? null : grams;
  }
  return null;
}

/** The phrase as typed and with its words folded: "the white stuff" is found where only "white stuff" is left of it. */
function phraseKeys(phrase: string): readonly string[] {
  const typed = phrase.toLowerCase().trim().replace(/\s+/g, " ");
  const { key } = formsOf(plainWordsOf(typed));
  return key === "" ? [typed] : [typed, `~${key}`];
}

function tableOf(foods: readonly Food[]): FoodTable {
  return { foods, byId: new Map(foods.map((food) => [food.id, food])) };
}

const FLAGS: ReadonlyMap<string, FoodFlag> = new Map<string, FoodFlag>([
  ...foodFlags.map((flag) => [flag, flag] as const),
  ["dairy", "milk"],
]);

function ownFood(own: RememberedFood): Food {
  const traits = own.traits ?? [];
  const portion = own.gramsPerPortion !== undefined && own.gramsPerPortion > 0 ? own.gramsPerPortion : 100;
  const isLive = traits.includes("live");
  const others = (own.names ?? []).filter((name) => name.trim() !== "");
  return {
    id: own.id.startsWith("own:") ? own.id : `own:${own.id}`,
    names: [own.label.toLowerCase(), ...others.map((name) => name.toLowerCase())],
    exactNames: [],
    category: "own",
    source: `own:${own.foodSource}`,
    per100Grams: figuresOf(own.per100Grams),
    portionGrams: portion,
    unitGrams: {},
    pieceGrams: null,
    mostGrams: 6 * portion,
    plants: traits.flatMap((trait) => (trait.startsWith("plant:") ? [trait.slice("plant:".length)] : [])),
    isSpice: false,
    nova: novaOf(traits),
    ferment: isLive ? "live" : traits.includes("fermented") ? "killed" : null,
    live: isLive ? "high" : "low",
    fructans: null,
    resistantStarch: null,
    betaGlucan: null,
    glycaemicIndex: null,
    flags: traits.flatMap((trait) => FLAGS.get(trait) ?? []),
    parts: [],
    commonness: 2,
  };
}

function figuresOf(figures: Readonly<Record<string, number>>): Partial<Record<NutrientName, number>> {
  const kept: Partial<Record<NutrientName, number>> = {};
  for (const name of nutrientNames) {
    const value = figures[name];
    if (value !== undefined && Number.isFinite(value) && value >= 0) kept[name] = value;
  }
  return kept;
}

function novaOf(traits: readonly string[]): Food["nova"] {
  if (traits.includes("nova:1")) return [1, 0, 0, 0];
  if (traits.includes("nova:2")) return [0, 1, 0, 0];
  if (traits.includes("nova:3")) return [0, 0, 1, 0];
  return traits.includes("nova:4") ? [0, 0, 0, 1] : null;
}
