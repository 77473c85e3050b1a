/**
 * What do the things of one line do to each other?
 *
 * "Latte with oat milk" has no cow's milk in the latte; milk after "tea with" is a splash, not a glass; "no cheese" takes cheese out of what stands
 * before; "coke or pepsi" is one drink. A thing that is named as not eaten never adds anything.
 */
import type { Food } from "./food.ts";
import type { Candidate, Change, ReadItem } from "./meal-reading.ts";
import { foodsNamed, type FoodIndex } from "./name-index.ts";
import { topOf, withGrams, withReason } from "./part-items.ts";
import { isPlantMade } from "./plant-guard.ts";
import { rankerWeights } from "./ranker-weights.ts";
import type { ReadingReason } from "./reading-reasons.ts";
import type { PartItem } from "./read-part.ts";

/** The items of a line and what was named and not eaten. */
export interface AdjustedLine {
  readonly items: readonly ReadItem[];
  readonly leftOut: readonly string[];
}

/** Grams of milk or cream with something, where no amount was written: own judgement. */
const SPLASH = { hotDrink: 30, bowl: 125, logSd: 0.5 } as const;

/** Applies the rules from left to right. */
export function adjustNeighbours(parts: readonly PartItem[], index: FoodIndex): AdjustedLine {
  const kept: PartItem[] = [];
  const leftOut: string[] = [];
  let wasLeftOut = false;
  let dishAt = -1;
  const wholes = new Map<string, number>(parts.map((part) => [part.item.phrase, part.item.grams.median]));
  const wholeGrams = (part: PartItem): number => wholes.get(part.item.phrase) ?? part.item.grams.median;
  for (const part of parts) {
    const before = kept.at(-1);
    const isGoingOn = wasLeftOut && (part.joiner === "or" || (part.joiner.endsWith("and") && isSmall(part)));
    if (part.isNegated || isGoingOn || part.item.quantity === 0) {
      leftOut.push(part.item.phrase);
      if (before !== undefined) kept[kept.length - 1] = withoutNamed(before, part, index);
      wasLeftOut = true;
      continue;
    }
    wasLeftOut = false;
    if (part.joiner === "with" && before !== undefined) dishAt = kept.length - 1;
    else if (!/^(?:comma|and)/.test(part.joiner)) dishAt = -1;
    const dish = kept[dishAt];
    const share = dish === undefined ? null : shareOfDish(dish, part);
    if (dish !== undefined && share !== null) {
      const grams = dish.item.grams.median;
      // what is named is taken out of the dish, so that it is not counted twice; a fifth of the dish always stays
      const named = Math.min(share * wholeGrams(dish), Math.max(0, grams - 0.2 * wholeGrams(dish)));
      if (named > 0) {
        kept[dishAt] = withGrams(dish, grams - named, "parts-named");
        kept.push(withGrams(part, named, "part-of-dish"));
        continue;
      }
    }
    if (before !== undefined && part.joiner === "or") kept[kept.length - 1] = eitherOf(before, part);
    else if (before !== undefined && isMilkLike(part)) kept.splice(-1, 1, ...milkWith(before, part, index));
    else kept.push(part);
  }
  return { items: kept.map((part) => part.item), leftOut };
}

/** "Burrito bowl with rice and beans": the share (0-1) of the dish that this part is already, or null. */
function shareOfDish(dish: PartItem, part: PartItem): number | null {
  const food = topOf(part);
  const parts = topOf(dish)?.parts ?? [];
  if (food === null || part.item.grams.from !== "portion") return null;
  const same = parts.length < 2 ? undefined : parts.find((each) => each.food === food.id);
  if (same !== undefined) return same.share / 100;
  // "200 g of salad with egg": the weight is of all of it
  const isWeighed = dish.item.grams.from === "weight" || dish.item.grams.from === "volume";
  return isWeighed && topOf(dish)?.category.startsWith("dishes") === true
    ? Math.min(0.25, part.item.grams.median / dish.item.grams.median)
    : null;
}

/** "Without milk and sugar": small things without an amount are still left out. */
function isSmall(part: PartItem): boolean {
  const food = topOf(part);
  return (
    food !== null &&
    part.item.quantity === null &&
    (food.flags.includes("condiment") || food.flags.includes("milk") || food.flags.includes("cream-butter"))
  );
}

function withoutNamed(before: PartItem, gone: PartItem, index: FoodIndex): PartItem {
  const named = topOf(gone);
  const food = topOf(before);
  const isDairy =
    gone.forms.some((form) => form === "dairy" || form === "lactose") ||
    (named !== null && index.dairyFoods.has(named));
  const words = (joint: string): readonly string[] => [
    ...before.item.phrase.split(" "),
    joint,
    ...gone.item.phrase.split(" "),
  ];
  const own = [...foodsNamed(index, words("no")), ...foodsNamed(index, words("without"))][0];
  if (own !== undefined && !before.item.isConfirmed) {
    const item = { ...before.item, candidates: [{ food: own, probability: 0.95 }] };
    return withReason({ ...before, item }, "left-out");
  }
  const isSugar = gone.forms.includes("sugar") || gone.forms.includes("sweetener");
  if (isDairy && food !== null && index.dairyFoods.has(food)) return changed(before, "plant-based", "left-out");
  if (isSugar) return changed(before, "sugar-free", "left-out");
  return gone.forms.includes("gluten") ? changed(before, "gluten-free", "left-out") : before;
}

function changed(part: PartItem, change: Change, reason: ReadingReason): PartItem {
  const changes = part.item.changes.includes(change) ? part.item.changes : [...part.item.changes, change];
  return { ...part, item: { ...part.item, changes, reasons: [...part.item.reasons, reason] } };
}

/** One of the two was eaten; which one is not known. */
function eitherOf(one: PartItem, other: PartItem): PartItem {
  const mixed = [...one.item.candidates, ...other.item.candidates].map((each) => ({
    ...each,
    probability: each.probability / 2,
  }));
  const byFood = new Map<string, Candidate>();
  for (const each of mixed) {
    const known = byFood.get(each.food.id);
    byFood.set(each.food.id, { food: each.food, probability: each.probability + (known?.probability ?? 0) });
  }
  const candidates = [...byFood.values()]
    .sort((a, b) => b.probability - a.probability)
    .slice(0, rankerWeights.mostCandidates);
  const item = {
    ...one.item,
    candidates,
    phrase: `${one.item.phrase} or ${other.item.phrase}`,
    to: Math.max(one.item.to, other.item.to),
    text: `${one.item.text} or ${other.item.text}`,
    isConfirmed: false,
    reasons: [...one.item.reasons, "either"],
  };
  return { ...one, item, forms: [...one.forms, ...other.forms] };
}

function isMilkLike(part: PartItem): boolean {
  const food = topOf(part);
  if (food === null || part.joiner.startsWith("comma") || part.joiner === "start") return false;
  return part.forms.includes("milk") || part.forms.includes("cream") || part.forms.includes("creamer");
}

/** Milk (of cows or plants) with the thing before it. */
function milkWith(before: PartItem, milk: PartItem, index: FoodIndex): readonly PartItem[] {
  const food = topOf(before);
  if (food === null) return [before, milk];
  const isPlant = isPlantMade(milk.forms);
  const isHot = food.flags.includes("hot-drink");
  const hasMilk = index.dairyFoods.has(food);
  const hasAmount = milk.item.grams.from !== "portion";
  if (milk.joiner !== "with" && !(isHot && milk.joiner === "none")) return [before, milk];
  if (hasMilk && isPlant && (isHot || food.flags.includes("drink"))) return swapMilk(before, milk, food, index);
  // "latte with skimmed milk": the milk is in it already
  if (hasMilk && isHot && !hasAmount) return [withReason(before, "milk-in-it")];
  const changedBefore = hasMilk && isPlant ? changed(before, "plant-based", "plant-milk") : before;
  if (hasAmount) return [changedBefore, milk];
  const isBowl =
    !isHot &&
    before.forms.some((form) =>
      /^(?:cereal|muesli|granola|oat|porridge|oatmeal|flake|weetabix|cheerio|bran|shreddi)$/.test(form),
    );
  if (!isHot && !isBowl) return [changedBefore, milk];
  return [changedBefore, withGrams(milk, isHot ? SPLASH.hotDrink : SPLASH.bowl, "splash")];
}

/** The latte's own milk is replaced: what is left of it (the coffee) and the plant milk in the amount of the milk. */
function swapMilk(before: PartItem, milk: PartItem, food: Food, index: FoodIndex): readonly PartItem[] {
  const parts = food.parts.flatMap((part) => {
    const component = index.table.byId.get(part.food);
    return component === undefined ? [] : [{ food: component, share: part.share }];
  });
  const isMilk = (each: { readonly food: Food }): boolean => index.dairyFoods.has(each.food);
  const dairyShare = parts.filter(isMilk).reduce((sum, part) => sum + part.share, 0);
  const others = parts.filter((part) => !isMilk(part));
  const base = others.reduce<(typeof others)[number] | null>(
    (best, part) => (best === null || part.share > best.share ? part : best),
    null,
  );
  const grams = before.item.grams.median;
  if (base === null || dairyShare <= 0 || dairyShare >= 100) {
    return [changed(before, "plant-based", "plant-milk"), withGrams(milk, SPLASH.hotDrink, "splash")];
  }
  const share = dairyShare / 100;
  const item = {
    ...before.item,
    candidates: [{ food: base.food, probability: before.item.candidates[0]?.probability ?? 1 }],
  };
  const coffee = withReason(withGrams({ ...before, item }, grams * (1 - share), "milk-swapped"), "plant-milk");
  return [coffee, withGrams(milk, grams * share, "milk-swapped")];
}
