/**
 * How would the made-up person have written this day down?
 *
 * As journal entries of the ordinary kinds: once-a-day answers, two meals with counts, practice minutes, a supplement and the mark that all food
 * of the day is there. So History, the daily table and the export treat the demo like any journal.
 */
import type { Day } from "../base/day.ts";
import type { Random } from "../base/random.ts";
import type { Entry } from "../journal/entry.ts";

/** The day's true values by column id. */
export type DemoDay = Readonly<Record<string, number>>;

type Wording = readonly [first: string, ...others: string[]];

const fibreRich: Wording = ["lentil soup", "oat porridge", "bean stew", "rye bread", "broccoli", "chickpea salad"];
const fermented: Wording = ["kefir", "sauerkraut", "kimchi", "miso"];
const prebiotic: Wording = ["onions", "leek", "chicory", "asparagus"];
const ultraProcessed: Wording = ["crisps", "frozen pizza", "soft drink", "biscuits", "instant noodles"];
const plain: Wording = ["rice and chicken", "eggs", "potatoes", "fish", "pasta"];

const scores: readonly string[] = ["itch", "bloating", "stress", "sleepHours"];
const plainAnswers: readonly string[] = ["dairyServings", "caffeineMg", "activeMinutes"];

/** The evening's ratings of one day. */
export function checkInEntries(day: Day, values: DemoDay): readonly Entry[] {
  return scores.map((item) => ({ kind: "answer", day, item, value: values[item] ?? 0, source: "demo" }));
}

/** Food, drink, movement, practice and the probiotic of one day. */
export function diaryEntries(day: Day, values: DemoDay, probiotic: boolean, random: Random): readonly Entry[] {
  const amount = (id: string): number => values[id] ?? 0;
  const practice = amount("practiceMinutes");
  const entries: readonly Entry[] = [
    ...mealEntries(day, values, random),
    { kind: "dayComplete", day, group: "all", complete: true, source: "demo" },
    ...plainAnswers.map((item): Entry => ({ kind: "answer", day, item, value: amount(item), source: "demo" })),
  ];
  const sitting: readonly Entry[] =
    practice > 0 ? [{ kind: "practice", day, practice: "breathing", minutes: practice, source: "demo" }] : [];
  const capsule: Entry = {
    kind: "supplement",
    day,
    product: "Probiotic capsule (made up)",
    taken: probiotic,
    log10Cfu: 10,
    source: "demo",
  };
  return [...entries, ...sitting, capsule];
}

/** Lunch carries the first half of every group, dinner the rest and the drink. */
function mealEntries(day: Day, values: DemoDay, random: Random): readonly Entry[] {
  const amount = (id: string): number => values[id] ?? 0;
  const half = (id: string): number => Math.floor(amount(id) / 2);
  const meal = (name: "lunch" | "dinner", share: (id: string) => number, alcoholGrams: number): Entry => {
    const counts = {
      fibreRich: share("fibreRichServings"),
      fermented: share("fermentedServings"),
      prebiotic: share("prebioticServings"),
      ultraProcessed: share("ultraProcessedServings"),
    };
    const words = [
      ...named(random, fibreRich, counts.fibreRich),
      ...named(random, fermented, counts.fermented),
      ...named(random, prebiotic, counts.prebiotic),
      ...named(random, ultraProcessed, counts.ultraProcessed),
      ...(alcoholGrams > 0 ? ["wine"] : []),
    ];
    const text = words.length === 0 ? named(random, plain, 1).join("") : words.join(", ");
    return { kind: "meal", day, meal: name, text, counts, amounts: { alcoholGrams }, source: "demo" };
  };
  return [meal("lunch", half, 0), meal("dinner", (id) => amount(id) - half(id), amount("alcoholGrams"))];
}

/** `count` different foods of a group, from a random start; beyond the list they repeat as "twice as much". */
function named(random: Random, foods: Wording, count: number): readonly string[] {
  const start = random.below(foods.length);
  const kinds = Math.min(count, foods.length);
  return Array.from({ length: kinds }, (_, i) => foods[(start + i) % foods.length] ?? foods[0]);
}
