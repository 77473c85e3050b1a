/**
 * Which known foods stand in this meal text, and what could not be recognised?
 *
 * A first, modest reader: splits "lentils, kefir and a bowl of oats" into its parts and looks each up by exact name (everyday.ts). What is left over makes
 * its part unknown, and an unknown part counts for nothing; the counts are then lower bounds. Negations ("no cheese") add none;
 * plant milks are not dairy; heated ferments are not live. The absence of a class never means "free of": no use for allergies.
 */
import { findFood, type FoodClasses, type FoundFood } from "./food-index.ts";
import {
  countWords,
  foldPlural,
  heatWords,
  joiningWords,
  negatingWords,
  neutralWords,
  otherUnits,
  plantWords,
  reopeningWords,
  servingUnits,
  wordsOf,
} from "./food-words.ts";

/** One part of the text, known or not. */
export interface FoodItem {
  /** The words that were read, folded to lower case. */
  readonly text: string;
  readonly classes: FoodClasses;
  /** False: the words are not in the table, or not all of them. */
  readonly known: boolean;
  /** The number that was written before it ("2 eggs"), null when none was. */
  readonly count: number | null;
  /** Servings it counts for: 1, or the number of bowls, glasses, whole fruit ... */
  readonly servings: number;
}

/** Servings by class; lower bounds where part of the text is unknown. */
export interface FoodCounts {
  readonly fibreRich: number;
  readonly fermented: number;
  readonly prebiotic: number;
  readonly ultraProcessed: number;
  readonly dairy: number;
  readonly alcohol: number;
}

/** What a meal text was read as. */
export interface FoodReading {
  readonly items: readonly FoodItem[];
  /** Servings by class over the known items. Lower bounds when `unknown` is not empty. */
  readonly counts: FoodCounts;
  /** Parts of the text that were not recognised. */
  readonly unknown: readonly string[];
}

/** More than this is read as one: nobody eats eleven bowls, but people write grams without a unit. */
const MOST_SERVINGS = 10;

/** Reads a meal text. Empty text gives no items. Never throws. Cost: linear in the words. */
export function readFoods(text: string): FoodReading {
  const items = text.split(/[;\n\r•]|,(?!\d)|\.\s/).flatMap((segment) => readSegment(segment));
  const known = items.filter((item) => item.known);
  const total = (key: keyof FoodClasses): number =>
    known.reduce((sum, item) => sum + (item.classes[key] === true ? item.servings : 0), 0);
  return {
    items,
    counts: {
      fibreRich: total("fibreRich"),
      fermented: total("fermented"),
      prebiotic: total("prebiotic"),
      ultraProcessed: total("ultraProcessed"),
      dairy: total("dairy"),
      alcohol: total("alcohol"),
    },
    unknown: items.filter((item) => !item.known).map((item) => item.text),
  };
}

/** What is being collected between two joining words. */
interface Part {
  foods: {
    readonly food: FoundFood;
    readonly heated: boolean;
    readonly count: number | null;
    readonly servings: number;
  }[];
  words: string[];
  leftover: boolean;
}

function readSegment(segment: string): FoodItem[] {
  const words = joinFreeFrom(wordsOf(segment));
  const folded = words.map(foldPlural);
  const isAlcoholFree = words.includes("alcoholfree");
  const parts: Part[] = [emptyPart()];
  let part = parts[0] ?? emptyPart();
  let negated = false;
  let count: number | null = null;
  let perUnit = false;
  const nextPart = (): void => {
    part = emptyPart();
    parts.push(part);
    count = null;
    perUnit = false;
  };
  let at = 0;
  let lastEnd = -1;
  while (at < words.length) {
    const word = words[at] ?? "";
    const fold = folded[at] ?? "";
    const plant = plantWords.has(fold) ? findFood(words, at + 1, isDairyless(word) ? "dairyless" : "plant") : null;
    const food = plant ?? findFood(words, at, "any");
    if (food !== null) {
      const end = at + food.length + (plant === null ? 0 : 1);
      const used = words.slice(at, end);
      const heated = heatWords.has(words[at - 1] ?? "") || heatWords.has(words[end] ?? "");
      if (!negated) {
        part.words.push(...used);
        if (food.takesFlavour && lastEnd === at) count = part.foods.pop()?.count ?? count;
        part.foods.push({ food, heated, count, servings: servingsOf(count, perUnit, food) });
      }
      count = null;
      perUnit = false;
      at = end;
      lastEnd = end;
      continue;
    }
    const number = numberOf(word);
    if (negatingWords.has(word)) {
      nextPart();
      negated = true;
    } else if (joiningWords.has(word) || reopeningWords.has(word)) {
      if (reopeningWords.has(word)) negated = false;
      nextPart();
    } else if (number !== null) count = (count ?? 1) * number;
    else if (servingUnits.has(fold)) perUnit = true;
    else if (otherUnits.has(fold)) count = null;
    else if (!isNeutral(word, fold)) {
      // a word that is nothing known: this part is another food than its known words say (apple vape)
      if (!negated) {
        part.words.push(word);
        part.leftover = true;
      }
    }
    at += 1;
  }
  const hasPlantMilk = words.some((word, index) => word === "milk" && plantWords.has(folded[index - 1] ?? ""));
  return parts.flatMap((each) => itemsOf(each, hasPlantMilk, isAlcoholFree));
}

function emptyPart(): Part {
  return { foods: [], words: [], leftover: false };
}

function itemsOf(part: Part, hasPlantMilk: boolean, isAlcoholFree: boolean): FoodItem[] {
  if (part.leftover) {
    return [{ text: part.words.join(" "), classes: {}, known: false, count: null, servings: 0 }];
  }
  return part.foods.map(({ food, heated, count, servings }) => {
    const { fermented, dairy, alcohol, ...rest } = food.classes;
    const classes: FoodClasses = {
      ...rest,
      ...(fermented === true && !heated ? { fermented } : {}),
      ...(dairy === true && !(food.isMilkDrink && hasPlantMilk) ? { dairy } : {}),
      ...(alcohol === true && !isAlcoholFree ? { alcohol } : {}),
    };
    return { text: food.text, classes, known: true, count, servings };
  });
}

/** "dairy free" and "non dairy" become one word that turns the next dairy food into a plant food; other "x free" words vanish. */
function joinFreeFrom(words: readonly string[]): string[] {
  return words
    .join(" ")
    .replace(/\b(?:dairy|milk) free\b|\bnon dairy\b/g, "dairyfree")
    .replace(/\bplant based\b/g, "plantbased")
    .replace(/\b(?:alcohol free|non alcoholic|zero alcohol|0\.0%?)(?= |$)/g, "alcoholfree")
    .replace(/\b(?:gluten|sugar|fat|nut|egg|wheat|caffeine|soy|lactose) free\b/g, "")
    .split(" ")
    .filter((word) => word !== "");
}

function servingsOf(count: number | null, perUnit: boolean, food: FoundFood): number {
  if (count === null || count <= 0 || count > MOST_SERVINGS) return 1;
  return perUnit || food.isByPiece ? count : 1;
}

function numberOf(word: string): number | null {
  const counted = countWords.get(word);
  if (counted !== undefined) return counted;
  if (/^x?\d+(?:\.\d+)?x?$/.test(word)) return Number(word.replaceAll("x", ""));
  return null;
}

function isDairyless(word: string): boolean {
  return ["vegan", "plantbased", "dairyfree"].includes(word);
}

function isNeutral(word: string, fold: string): boolean {
  return (
    neutralWords.has(fold) ||
    heatWords.has(word) ||
    word === "dairyfree" ||
    word === "alcoholfree" ||
    word === "plantbased" ||
    /^\d+(?:\.\d+)?(?:g|kg|ml|cl|dl|l|oz|mg|%)$/.test(word)
  );
}
