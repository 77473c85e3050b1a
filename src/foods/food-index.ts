/**
 * Which food of the everyday table begins at this word?
 *
 * The longest name wins ("oat milk" before "oat", "mac and cheese" before "cheese"). Words are compared with plurals folded, never fuzzily.
 */
import { everydayFoods } from "./everyday.ts";
import { foldPlural } from "./food-words.ts";

/** Absent key: not known to be so, which never means "free of it". */
export interface FoodClasses {
  readonly fibreRich?: true;
  /** Fermented, with live microbes as it is usually eaten. */
  readonly fermented?: true;
  readonly prebiotic?: true;
  readonly ultraProcessed?: true;
  readonly dairy?: true;
  readonly alcohol?: true;
}

export interface FoundFood {
  readonly text: string;
  /** Words that the name takes. */
  readonly length: number;
  readonly classes: FoodClasses;
  readonly isMilkDrink: boolean;
  readonly isByPiece: boolean;
  /** Takes the food before it as its flavour: blueberry muffin. */
  readonly takesFlavour: boolean;
}

interface KnownFood {
  readonly letters: string;
  /** Set when only this form of the word counts. */
  readonly exactForm: string | null;
}

const LONGEST_NAME = 4;
/** Heads that a plant word before them turns into a plant food: oat + latte, soya + cream. */
const PLANT_HEADS = new Set([
  "milk",
  "yogurt",
  "yoghurt",
  "cream",
  "kefir",
  "cheese",
  "butter",
  "latte",
  "cappuccino",
  "skyr",
]);

const byName: ReadonlyMap<string, KnownFood> = new Map(
  everydayFoods.flatMap(([names, letters = ""]) =>
    names.split("|").map((name) => {
      const exact = name.startsWith("=");
      const text = exact ? name.slice(1) : name;
      return [nameKey(text.split(" ")), { letters, exactForm: exact ? text : null }] as const;
    }),
  ),
);

/** How many names the table knows. */
export const knownNames: number = byName.size;

/**
 * The food whose name begins at `words[at]`, or null. `how` "plant": only a dairy food of the kinds that are made of plants too, after a
 * plant word ("oat" + "latte"); "dairyless": any food after "vegan" or "dairy-free"; both without the dairy class. Cost: a few look-ups.
 */
export function findFood(words: readonly string[], at: number, how: "any" | "plant" | "dairyless"): FoundFood | null {
  if (how === "plant" && !PLANT_HEADS.has(foldPlural(words[at] ?? ""))) return null;
  for (let length = Math.min(LONGEST_NAME, words.length - at); length >= 1; length -= 1) {
    const used = words.slice(at, at + length);
    const food = byName.get(nameKey(used));
    if (food === undefined || (food.exactForm !== null && food.exactForm !== used.join(" "))) continue;
    const letters = how !== "any" ? food.letters.replace(/[DM]/g, "") : food.letters;
    return {
      text: used.join(" "),
      length,
      classes: classesOf(letters),
      isMilkDrink: letters.includes("M"),
      isByPiece: letters.includes("W"),
      takesFlavour: letters.includes("H"),
    };
  }
  return null;
}

function nameKey(words: readonly string[]): string {
  return words.map(foldPlural).join(" ");
}

function classesOf(letters: string): FoodClasses {
  return {
    ...(letters.includes("F") ? { fibreRich: true } : {}),
    ...(letters.includes("L") ? { fermented: true } : {}),
    ...(letters.includes("P") ? { prebiotic: true } : {}),
    ...(letters.includes("U") ? { ultraProcessed: true } : {}),
    ...(letters.includes("D") ? { dairy: true } : {}),
    ...(letters.includes("A") ? { alcohol: true } : {}),
  };
}
