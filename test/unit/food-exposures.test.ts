/**
 * Are effects of food still the right size when food is known from meal texts only?
 *
 * Simulated people: what they truly ate (grams vary around usual portions, recipes around figures) moves their itch the next day; what they wrote are words
 * without amounts, some of them wrong, some meals forgotten. The table reads the words, the engine gets the errors. Over foods, daily and engine, so it
 * stands here. The share of wrong words is set so that the truth moves by about .8 per unit read, as on free-text diaries with reference figures.
 */
import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "../../src/base/day.ts";
import { createRandom } from "../../src/base/random.ts";
import { buildDailyTable } from "../../src/daily/build-table.ts";
import { columnByName, type DailyColumn, type DailyTable } from "../../src/daily/table.ts";
import { fitAxis } from "../../src/engine/fit-axis.ts";
import { everydayFoodTable } from "../../src/foods/everyday-table.ts";
import { createFoodIndex } from "../../src/foods/name-index.ts";
import { readMeal } from "../../src/foods/read-meal.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { drawNormal } from "../../src/numeric/normal.ts";

const DAYS = 300;
const EFFECT = -0.12; // points of itch per gram of fibre, the next day
const foods = createFoodIndex(everydayFoodTable());
const start = parseDay("2025-01-01");
const names =
  "lentils,boiled rice,banana,apple,white toast,rye bread,chicken breast,broccoli,chickpeas,porridge,boiled egg,pear,baked potato,cheddar,salmon,raspberries,almonds,cornflakes,carrots,peas,plain yogurt,steak,spaghetti,hummus,orange"
    .split(",")
    .flatMap((name) => {
      const item = readMeal(name, foods).items[0];
      const food = item?.candidates[0]?.food;
      if (item === undefined || food === undefined) return [];
      return [{ name, grams: item.grams.median, fibre: (food.per100Grams.fibreGrams ?? 0) / 100 }];
    });

/** A diary of three meals a day of two foods each; `wrong`: share of words that name another food; `forgotten`: share of dinners not written down. */
function diaryOf(seed: number, wrong: number, forgotten: number): { entries: readonly Entry[]; fibre: Float64Array } {
  if (!start.ok) throw new Error("day");
  const first = start.value;
  const random = createRandom(seed, 9);
  const pick = () => names[random.below(names.length)] ?? { name: "", grams: 0, fibre: 0 };
  const entries: Entry[] = [];
  const fibre = new Float64Array(DAYS);
  for (let day = 0; day < DAYS; day += 1) {
    for (let meal = 0; meal < 3; meal += 1) {
      const eaten = [pick(), pick()];
      for (const food of eaten) {
        const grams = food.grams * Math.exp(0.45 * drawNormal(random));
        fibre[day] = (fibre[day] ?? 0) + grams * food.fibre * Math.exp(0.2 * drawNormal(random) - 0.02);
      }
      const words = eaten.map((food) => (random.uniform() < wrong ? pick().name : food.name));
      if (meal === 2 && random.uniform() < forgotten) continue;
      entries.push({ kind: "meal", day: addDays(first, day), text: words.join(", ") });
    }
  }
  const usual = fibre.reduce((sum, value) => sum + value, 0) / DAYS;
  let state = 0;
  for (let day = 0; day < DAYS; day += 1) {
    state = 0.4 * state + 0.9 * drawNormal(random);
    const itch = Math.round(5 + EFFECT * ((fibre[day - 1] ?? usual) - usual) + state);
    entries.push({ kind: "answer", day: addDays(first, day), item: "itch", value: Math.min(10, Math.max(0, itch)) });
  }
  return { entries, fibre };
}

/** The two columns of the question, with the errors of the exposure or as if it were exact. */
function twoColumns(table: DailyTable, isExact: boolean): DailyTable {
  const [fibre, itch] = [columnByName(table, "fibreGrams"), columnByName(table, "itch")];
  if (fibre === null || itch === null) throw new Error("columns");
  const { sds: _sds, ...exact } = fibre;
  const cause: DailyColumn = isExact ? exact : fibre;
  return { ...table, columns: [cause, itch] };
}

function shareOfEffect(table: DailyTable): number {
  const fitted = fitAxis(table, { seed: 1, sweeps: 60, chains: 2 });
  if (!fitted.ok) throw new Error(fitted.error.type);
  const edge = fitted.value.edges.find((one) => one.from === "fibreGrams" && one.to === "itch");
  return (edge?.ifReal.mean ?? Number.NaN) / EFFECT;
}

/** Mean share of the true effect that is found, told the errors and not. */
function sharesOf(wrong: number, forgotten: number): { readonly told: number; readonly notTold: number } {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const tables = seeds.map((seed) => buildDailyTable(diaryOf(seed, wrong, forgotten).entries, { foods }));
  const mean = (isExact: boolean): number =>
    tables.reduce((sum, table) => sum + shareOfEffect(twoColumns(table, isExact)), 0) / tables.length;
  return { told: mean(false), notTold: mean(true) };
}

describe("the effect of fibre that is known from meal texts", () => {
  it("is found in its size although words are wrong now and then", () => {
    const { told, notTold } = sharesOf(0.2, 0);
    expect(told).toBeGreaterThan(0.9);
    expect(told).toBeLessThan(1.2);
    expect(notTold).toBeLessThan(0.93);
  });

  it("is found in its size although meals are forgotten, where it would be a quarter smaller without the errors", () => {
    const { told, notTold } = sharesOf(0.2, 0.4);
    expect(told).toBeGreaterThan(0.9);
    expect(told).toBeLessThan(1.2);
    expect(notTold).toBeLessThan(0.8);
  });
});
