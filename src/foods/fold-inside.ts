/**
 * Which foods of a line are inside another that is named, so that they are not eaten besides?
 *
 * "Pizza topped with cheese and vegetables", "yogurt made from whole milk, fruit", "chicken with meat and skin": what follows chooses the kind of dish
 * where the table has one; what the dish has anyway is counted with it; anything else takes its share out of the dish, so that the whole weighs the
 * same. A food with an amount of its own stays; "and a coffee" begins something new. Words that are no food ("New York style") go to their neighbour.
 */
import { dishVariant } from "./dish-variant.ts";
import { estimateGrams } from "./estimate-grams.ts";
import type { Food } from "./food.ts";
import type { FoodIndex } from "./name-index.ts";
import { topOf, withGrams, withReason } from "./part-items.ts";
import { isPlantMade } from "./plant-guard.ts";
import type { PartItem } from "./read-part.ts";
import type { Inside } from "./sentence-words.ts";
import {
  asideWords,
  brandWords,
  connectors,
  cookingWords,
  neutralWords,
  ownPartWords,
  sauceWords,
} from "./word-classes.ts";

/** Of what is not in the dish by its table row: at most this share of the dish each; all together leave a share of it. */
const SHARE = { each: 0.25, left: 0.2 } as const;

type Way = Inside | "sauce";

/** The items of a line with what is inside others folded into them. */
export function foldInside(parts: readonly PartItem[], text: string, index: FoodIndex): readonly PartItem[] {
  const kept: PartItem[] = [];
  let dishAt = -1;
  const hasFood = parts.some((part) => !isAside(part) && topOf(part) !== null);
  for (let at = 0; at < parts.length;) {
    const part = parts[at];
    if (part === undefined) break;
    // "made with buttermilk, topped with berries": both are of the pancakes
    if (part.inside === null || dishAt < 0) dishAt = kept.length - 1;
    const dish = kept[dishAt];
    const way = dish === undefined ? null : wayInside(dish, part, index);
    if (dish !== undefined && way !== null) {
      let end = at + 1;
      while (goesOn(parts[end])) end += 1;
      kept.splice(dishAt, 1, ...withInside(dish, parts.slice(at, end), way, text, index));
      at = end;
      continue;
    }
    at += 1;
    if (hasFood && !part.isNegated && isAside(part)) {
      if (dish !== undefined) kept[kept.length - 1] = spanning(dish, part, text);
    } else if (dish !== undefined && topOf(dish) !== null && isOwnPart(part, parts[at - 2])) {
      kept[kept.length - 1] = withReason(spanning(dish, part, text), "part-of-dish");
    } else kept.push(part);
  }
  return kept;
}

/** How the part is in the thing before it; null = it is not. */
function wayInside(dish: PartItem, part: PartItem, index: FoodIndex): Way | null {
  const food = topOf(dish);
  if (food === null || dish.isNegated || part.isNegated) return null;
  // another milk is swapped for that of a latte (adjust-neighbours.ts)
  if (food.flags.includes("hot-drink") && isPlantMade(part.forms)) return null;
  if (part.inside === "made") return "made";
  if (part.inside === "filled") return isComposite(food) || variantOf(dish, [part], index) !== null ? "filled" : null;
  const head = part.forms.at(-1) ?? "";
  const isSauce = part.joiner === "in" && sauceWords.has(head) && part.amount.low === null;
  const isServed = dish.amount.unit !== null || variantOf(dish, [part], index) !== null;
  return isSauce && isServed && !food.flags.includes("drink") ? "sauce" : null;
}

/** "..., cheese and tomato" goes on; "and a coffee", "with chips" begins something else. */
function goesOn(part: PartItem | undefined): boolean {
  if (part === undefined || part.isNegated || part.inside !== null || hasAmount(part)) return false;
  return /^(?:comma|and|comma-and|or|on|in)$/.test(part.joiner);
}

function hasAmount(part: PartItem): boolean {
  return part.amount.low !== null || part.amount.unit !== null;
}

/** "Pizza topped with vegan cheese": none of the dish's own dairy, unless other dairy is named too. */
function withoutOwnDairy(dish: PartItem, parts: readonly PartItem[], index: FoodIndex): PartItem {
  const isDairy = (part: PartItem): boolean => {
    const food = topOf(part);
    return food !== null && index.dairyFoods.has(food) && !isPlantMade(part.forms);
  };
  const { changes } = dish.item;
  const isSwapped = isDairy(dish) && parts.some((part) => isPlantMade(part.forms)) && !parts.some(isDairy);
  if (!isSwapped || changes.includes("plant-based")) return dish;
  return withReason({ ...dish, item: { ...dish.item, changes: [...changes, "plant-based"] } }, "plant-milk");
}

/** "30 g feta", "a slice of ham", "handful of nuts"; "a tomato" and "fruit pieces" are no amounts here. */
function isCounted({ amount }: PartItem): boolean {
  if (amount.low === null) return amount.unit !== null && amount.unit.kind !== "piece";
  return !amount.isArticle || amount.unit !== null;
}

function withInside(
  dish: PartItem,
  parts: readonly PartItem[],
  way: Way,
  text: string,
  index: FoodIndex,
): readonly PartItem[] {
  const loose = parts.filter((part) => !isCounted(part));
  const variant = variantOf(dish, loose, index);
  const whole = withoutOwnDairy(variant === null ? dish : asVariant(dish, variant.food), parts, index);
  const food = topOf(whole);
  let left = whole.item.grams.median;
  const least = SHARE.left * left;
  const besides: PartItem[] = [];
  let shown = whole;
  for (const part of parts) {
    const own = part.item.grams.median;
    if (isCounted(part)) {
      besides.push(part);
      if (way === "made") left = Math.max(least, left - own);
      continue;
    }
    const isInName = variant !== null && part.forms.some((form) => variant.words.includes(form));
    const isKnown =
      isInName ||
      food === null ||
      part.forms.every((form) => form === "water") ||
      !isSure(part) ||
      isWithin(food, topOf(part), index);
    const share = Math.min(own, SHARE.each * whole.item.grams.median, left - least);
    if (!isKnown && share > 0 && (way === "sauce" || canBeShared(food))) {
      left -= share;
      // "and": it is no milk poured on
      besides.push(withGrams({ ...part, joiner: "and" }, share, "part-of-dish"));
    } else if (besides.length === 0) shown = spanning(shown, part, text);
  }
  if (left < whole.item.grams.median) return [withGrams(shown, left, "parts-named"), ...besides];
  return [besides.length < parts.length ? withReason(shown, "part-of-dish") : shown, ...besides];
}

function variantOf(dish: PartItem, parts: readonly PartItem[], index: FoodIndex): ReturnType<typeof dishVariant> {
  if (dish.item.isConfirmed) return null;
  // a "thin crust pizza" may be any pizza; without "hot" the chocolate would be another food
  const bare = dish.forms.filter((form) => !neutralWords.has(form) && !asideWords.has(form));
  const isSame = (index.byKey.get(bare.join(" ")) ?? []).some((at) => index.names[at]?.food === topOf(dish));
  const saying = isSure(dish) && !isSame ? dish.forms : bare;
  const food = topOf(dish);
  const inside = parts.flatMap((part) => {
    const isNew = food === null || !isWithin(food, topOf(part), index);
    const verbs = part.inside === "filled" ? FILLED : [];
    return [...ingredientsOf(part.forms), ...verbs].map((forms) => ({ forms, isNew }));
  });
  return dishVariant(saying, inside, food !== null && food.parts.length > 0, index);
}

/** Words that a name may have for "filled with". */
const FILLED = [["stuffed"], ["filled"], ["loaded"]];

/** "Tuna and sweetcorn" are two. */
function ingredientsOf(forms: readonly string[]): readonly (readonly string[])[] {
  const at = forms.findIndex((form) => connectors.has(form));
  return at < 0 ? [forms] : [forms.slice(0, at), ...ingredientsOf(forms.slice(at + 1))];
}

/** The dish as the kind that was found, with the grams of that kind. */
function asVariant(dish: PartItem, food: Food): PartItem {
  const first = dish.item.candidates[0];
  if (first === undefined || first.food === food) return dish;
  const others = dish.item.candidates.filter((each) => each.food !== food).slice(0, 4);
  const grams = dish.item.grams.from === "personal" ? dish.item.grams : estimateGrams(dish.amount, food, null).grams;
  const candidates = [
    { food, probability: 0.9 * first.probability },
    ...others.map((each) => ({ ...each, probability: 0.1 * each.probability })),
  ];
  return withReason({ ...dish, item: { ...dish.item, candidates, grams } }, "variant");
}

/** Made of several things; a pancake with syrup on it or toast with an egg are two. */
function isComposite(food: Food): boolean {
  return food.category.startsWith("dishes") && !CARRIERS.test(food.id);
}

/** What is in a bar or a loaf is in its figures; a recipe of known parts can do without a share of them. */
function canBeShared(food: Food | null): boolean {
  return food !== null && (food.parts.length > 0 || isComposite(food));
}

const CARRIERS = /pancake|waffle|toast|porridge|crepe|bagel|muffin/;

/** True when the dish or one of its parts is this food or one of its kind: cheese in a pizza, wheat bread in a sandwich, milk in yogurt. */
function isWithin(dish: Food, food: Food | null, index: FoodIndex): boolean {
  if (food === null || food === dish) return true;
  const parts = dish.parts.flatMap((part) => index.table.byId.get(part.food) ?? []);
  if (parts.length === 0) return index.dairyFoods.has(dish) && index.dairyFoods.has(food);
  return parts.some(
    (each) =>
      each === food ||
      (isCheese(each) && isCheese(food)) ||
      (each.category === food.category && each.flags.some((flag) => KINDS.test(flag) && food.flags.includes(flag))),
  );
}

const KINDS = /^(?:gluten-grain|red-meat|processed-meat|oily-fish|egg)$/;

function isCheese(food: Food): boolean {
  return food.flags.includes("cheese");
}

function isSure(part: PartItem): boolean {
  return part.item.isConfirmed || part.item.reasons.includes("exact-name");
}

/** No word of it is a food, or its last one says only how: "diameter", "New York style", "a thick crust". */
function isAside(part: PartItem): boolean {
  if (isSure(part) || part.forms.length === 0 || (hasAmount(part) && !part.amount.isArticle)) return false;
  const head = part.forms.at(-1) ?? "";
  const isManner = /^(?:style|crust|way|shape|size)$/.test(head) && /^(?:in|on|with|none)$/.test(part.joiner);
  return isManner || (part.forms.some((form) => asideWords.has(form)) && part.forms.every(isNoFood));
}

function isNoFood(form: string): boolean {
  return asideWords.has(form) || neutralWords.has(form) || cookingWords.has(form) || brandWords.has(form);
}

/** "With meat, skin and neck". */
function isOwnPart(part: PartItem, before: PartItem | undefined): boolean {
  if (hasAmount(part) || part.isNegated || !isOwnPartWords(part.forms)) return false;
  const isPlain = part.joiner === "with" || (part.joiner === "comma" && part.forms.every((form) => SKIN.test(form)));
  return isPlain || (before !== undefined && isOwnPartWords(before.forms) && goesOn(part));
}

/** These are hardly eaten alone, "meat" is. */
const SKIN = /^(?:skin|flesh|peel|bone|rind|shell|core)$/;

function isOwnPartWords(forms: readonly string[]): boolean {
  return forms.length > 0 && forms.every((form) => ownPartWords.has(form) || cookingWords.has(form));
}

/** The item reaching to the end of the part, so that its words are kept. */
function spanning(dish: PartItem, part: PartItem, text: string): PartItem {
  const to = Math.max(dish.item.to, part.item.to);
  return { ...dish, item: { ...dish.item, to, text: text.slice(dish.item.from, to).trim() } };
}
