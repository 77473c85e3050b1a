/**
 * What is known of one food, and how sure is it?
 *
 * One shape for the project's own table, the wider lazily loaded table, and the person's own foods. Whatever is absent is not known, which never
 * means "free of it": flags are inferred, and nobody may decide about an allergy from them.
 */
import type { Nutrients } from "./nutrients.ts";

/** Lowest and highest plausible value (g per 100 g, or GI points), and whose range it is. */
export interface SourcedRange {
  readonly low: number;
  readonly high: number;
  /** Key of foods/sources.ts: "van-loo-1995", "own". */
  readonly source: string;
}

/** Live microbes as the food is usually eaten (classes of Marco 2022: < 10^4, 10^4 to 10^7, > 10^7 CFU per g). */
export type LiveClass = "low" | "medium" | "high";

/** Fermented at all: with live microbes as eaten, heat-killed or filtered, or one or the other by product. */
export type Ferment = "live" | "killed" | "either";

/** What a food is or brings besides its figures; own judgement per food. */
export const foodFlags = [
  /** Cow, goat or sheep milk as a drink or an ingredient; the kinds apart. */
  "milk",
  "skim-milk",
  "fermented-dairy",
  "cheese",
  "cream-butter",
  "whey",
  "red-wine",
  "white-wine",
  "beer",
  "spirits",
  "hot-drink",
  "spicy",
  "histamine",
  "gluten-grain",
  "egg",
  "nut",
  "soy",
  "citrus-tomato",
  "red-meat",
  "processed-meat",
  "oily-fish",
  "whole-grain",
  "legume",
  "vegetable",
  "fruit",
  /** Drunk, not eaten: an amount without a unit is a glass. */
  "drink",
  /** Used by the spoon: sauces, spreads, spices, oil. */
  "condiment",
] as const;

/** One of `foodFlags`. */
export type FoodFlag = (typeof foodFlags)[number];

/** A component of a dish. */
export interface FoodPart {
  /** Id of a food in the same table. */
  readonly food: string;
  /** Grams in 100 g of the dish; the parts may sum to less (water) or more (boiled down). */
  readonly share: number;
}

/** One food or dish. */
export interface Food {
  /** Kebab case, never reused: "rye-sourdough". Own foods: `own:<id>`. */
  readonly id: string;
  /** Display name first, then every other name (UK, US, common foreign words). */
  readonly names: readonly [string, ...string[]];
  /** Names that count in exactly this form (crisps, not crisp). */
  readonly exactNames: readonly string[];
  readonly category: string;
  /** `fndds:11115400`, `ndb:16114`, `fdc:...`; `parts` = figures from the components; `like:<code>` = figures of a near relative; `own:...`. */
  readonly source: string;
  readonly per100Grams: Nutrients;
  /** Grams of the usual portion. */
  readonly portionGrams: number;
  /** Grams of household units: bowl, glass, mug, cup, handful, slice, tin, pint, tbsp ... */
  readonly unitGrams: Readonly<Record<string, number>>;
  /** Grams of one countable piece; null = not counted by piece. */
  readonly pieceGrams: number | null;
  /** Largest amount that one entry can mean, g. */
  readonly mostGrams: number;
  /** Plant taxa it counts for: "wheat", "oat". Refined sugar, oil and white flour count none. */
  readonly plants: readonly string[];
  /** All of `plants` are herbs and spices here and count a quarter. */
  readonly isSpice: boolean;
  /** Those of `plants` that are seasoning and count a quarter, where only some are; absent = as isSpice says. */
  readonly spices?: readonly string[];
  /** Probabilities of NOVA 1 to 4, sum 1; null = not judged. */
  readonly nova: readonly [number, number, number, number] | null;
  readonly ferment: Ferment | null;
  readonly live: LiveClass;
  /** Inulin-type fructans and GOS, g per 100 g. */
  readonly fructans: SourcedRange | null;
  readonly resistantStarch: SourcedRange | null;
  /** Cereal beta-glucan only; that of mushrooms is another kind. */
  readonly betaGlucan: SourcedRange | null;
  readonly glycaemicIndex: SourcedRange | null;
  readonly flags: readonly FoodFlag[];
  readonly parts: readonly FoodPart[];
  /** How often it is eaten, as a log-odds bonus among equal names; 0 = ordinary. */
  readonly commonness: number;
}

/** The foods and where to find them by id. */
export interface FoodTable {
  readonly foods: readonly Food[];
  readonly byId: ReadonlyMap<string, Food>;
}
