/**
 * Do the words say that something milk-like is made of plants?
 *
 * Oat milk, coconut kefir, soy latte, peanut butter, vegan cheese are no dairy. Hazelnut latte and almond ice cream are dairy with a flavour: only
 * plants that such a food is really made of count, and only right before it. This never says that a food is free of anything.
 */
import type { Food, FoodTable } from "./food.ts";
import { butterPlants, dairylessWords } from "./word-classes.ts";
import { wordSet } from "./word-forms.ts";

const milkPlants = wordSet(
  "oat almond soy coconut rice cashew hemp pea hazelnut macadamia walnut pistachio peanut tigernut nut plant flax potato spelt quinoa lupin barista",
);
const otherPlants = wordSet("oat almond soy coconut cashew hemp pea plant macadamia");
const icePlants = wordSet("oat soy cashew pea plant");
const otherHeads = wordSet(
  "yogurt kefir cheese cream latte cappuccino mocha cortado macchiato custard creamer quark skyr mozzarella cheddar feta parmesan ricotta flat matcha chai",
);

/** Folded words of one food. */
export function isPlantMade(forms: readonly string[]): boolean {
  if (forms.some((form) => dairylessWords.has(form))) return true;
  return forms.some((form, at) => {
    const before = forms.slice(Math.max(0, at - 2), at);
    if (form === "milk") return before.some((word) => milkPlants.has(word)) && !forms.includes("chocolate");
    if (form === "butter") return butterPlants.has(forms[at - 1] ?? "");
    if (form === "cream" && forms[at - 1] === "ice") return icePlants.has(forms[at - 2] ?? "");
    return otherHeads.has(form) && before.some((word) => otherPlants.has(word));
  });
}

/** The foods with milk, cheese, yogurt, cream, butter or whey in them or in a part of them, as far as flags say. */
export function dairyFoodsOf(table: FoodTable): ReadonlySet<Food> {
  const found = new Set<Food>(table.foods.filter((food) => food.flags.some((flag) => DAIRY.has(flag))));
  // a dish may have a dish as a part; two rounds reach every depth that the table has
  for (let round = 0; round < 2; round += 1) {
    for (const food of table.foods) {
      if (food.parts.some((part) => found.has(table.byId.get(part.food) ?? food))) found.add(food);
    }
  }
  return found;
}

const DAIRY: ReadonlySet<string> = new Set(["milk", "skim-milk", "fermented-dairy", "cheese", "cream-butter", "whey"]);

/** Leaves out foods with dairy where one without explains about as much; else all stay, and the reader takes the dairy out of them. */
export function withoutDairy<T extends { readonly name: { readonly food: Food }; readonly coverage: number }>(
  best: readonly T[],
  dairyFoods: ReadonlySet<Food>,
): readonly T[] {
  const top = best[0];
  const others = best.filter((each) => !dairyFoods.has(each.name.food));
  const first = others[0];
  if (top === undefined || first === undefined || first.coverage < Math.min(0.8, top.coverage)) return best;
  return others;
}
