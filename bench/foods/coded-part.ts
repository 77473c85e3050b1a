/**
 * Part 4: coded recalls, names and grams known.
 *
 * The reader ranks the official name among its rows; then the same with the code looked up first, and with a row of the same group of codes for one
 * that has none, as an import with codes would do. Beside it
 * MiniSearch over all FNDDS descriptions, which has every code and so the easier task at "exact code".
 */
import {
  type CodedAnswer,
  codedItems,
  type CodedItem,
  codedScore,
  gramsOf,
  type GramsRule,
  type CodedScore,
  monotonousPerson,
} from "./coded-days.ts";
import type { Food } from "../../src/foods/food.ts";
import { createCodeFinder } from "../../src/foods/food-by-code.ts";
import { createFoodIndex, plainWordsOf } from "../../src/foods/name-index.ts";
import { rankFoods } from "../../src/foods/rank-foods.ts";
import type { OurReader } from "./our-reader.ts";
import { type Document, plainSearch } from "./plain-searches.ts";
import { sharedRows } from "./shared-data.ts";
import type { UsdaTables } from "./usda-tables.ts";

export interface CodedPart {
  readonly rows: readonly {
    readonly method: string;
    readonly people: string;
    readonly rule: GramsRule;
    readonly score: CodedScore;
  }[];
  /** Names that cost most fibre with the main reader: description, answer, g/day over all days. */
  readonly worst: readonly string[];
}

/** Null when the recalls are not on this machine. The last reader is the main one. */
export function codedPart(readers: readonly OurReader[], usda: UsdaTables): CodedPart | null {
  const table = sharedRows("meals/dietstudy_dev_items.tsv");
  if (table === null) return null;
  const items = codedItems(table);
  const methods: {
    readonly method: string;
    readonly codes: ReadonlySet<string>;
    readonly answerOf: (item: CodedItem) => CodedAnswer | null;
  }[] = [
    { method: "MiniSearch, FNDDS", codes: new Set(usda.fndds.map((food) => food.code)), answerOf: searchAnswers(usda) },
  ];
  methods.push({
    method: "each true code with its figures of today",
    codes: new Set(usda.fndds.map((food) => food.code)),
    answerOf: ({ code }) => {
      const food = usda.byCode.get(code);
      return food === undefined ? null : { code, fibrePer100: food.fibreGrams ?? 0, waterPer100: food.waterGrams };
    },
  });
  for (const reader of readers) {
    const codes = new Set(reader.table.foods.map((food) => food.source));
    const byName = readerAnswers(reader);
    const byCode = new Map(reader.table.foods.map((food) => [food.source, food]));
    methods.push({ method: `gutskin, ${reader.name}, by name`, codes, answerOf: byName });
    methods.push({
      method: `gutskin, ${reader.name}, by code, else by name`,
      codes,
      answerOf: (item) => {
        const food = byCode.get(item.code);
        return food === undefined ? byName(item) : answerFrom(food);
      },
    });
    methods.push({
      method: `gutskin, ${reader.name}, by code, near code or name`,
      codes,
      answerOf: codeAnswers(reader),
    });
  }
  const groups = [
    { people: "all", own: items },
    { people: `without ${monotonousPerson}`, own: items.filter((item) => item.person !== monotonousPerson) },
  ];
  const rules: readonly GramsRule[] = ["dry", "grams"];
  const rows = groups.flatMap(({ people, own }) =>
    rules.flatMap((rule) =>
      methods.map(({ method, codes, answerOf }) => ({
        method,
        people,
        rule,
        score: codedScore(own, usda, codes, rule, answerOf),
      })),
    ),
  );
  const main = readers.at(-1);
  return { rows, worst: main === undefined ? [] : worstNames(items, usda, readerAnswers(main), main) };
}

/** The answer that a food gives. */
export function answerFrom(food: Food): CodedAnswer {
  return {
    code: food.source,
    fibrePer100: food.per100Grams.fibreGrams ?? 0,
    waterPer100: food.per100Grams.waterGrams ?? null,
  };
}

/** As an import with codes does it: the code, else a food of the same group of codes, else the name. */
export function codeAnswers(reader: Pick<OurReader, "table">): (item: CodedItem) => CodedAnswer | null {
  const find = createCodeFinder(reader.table);
  const named = readerFoods(reader);
  return (item) => {
    const found = find(item.code, named(item));
    return found === null ? null : answerFrom(found.food);
  };
}

export function readerAnswers(reader: Pick<OurReader, "table">): (item: CodedItem) => CodedAnswer | null {
  const named = readerFoods(reader);
  return (item) => {
    const food = named(item);
    return food === null ? null : answerFrom(food);
  };
}

/** The ranker on the whole official name: the kind stands first there, attributes behind. */
function readerFoods(reader: Pick<OurReader, "table">): (item: CodedItem) => Food | null {
  const index = createFoodIndex(reader.table);
  const known = new Map<string, Food | null>();
  return ({ description }) => {
    const before = known.get(description);
    if (before !== undefined) return before;
    const words = plainWordsOf(description.toLowerCase());
    const food = rankFoods(words, index, words.slice(0, 1)).candidates[0]?.food ?? null;
    known.set(description, food);
    return food;
  };
}

function searchAnswers(usda: UsdaTables): (item: CodedItem) => CodedAnswer | null {
  const documents = usda.fndds.map(({ code, description }): Document => ({
    text: description,
    proposal: { id: code, texts: [description], probability: 1 },
  }));
  const search = plainSearch("MiniSearch 7.2.0", documents);
  const known = new Map<string, CodedAnswer | null>();
  return ({ description }) => {
    const before = known.get(description);
    if (before !== undefined) return before;
    const best = search.best(description, 1)[0];
    const food = best === undefined ? undefined : usda.byCode.get(best.proposal.id);
    const answer =
      food === undefined ? null : { code: food.code, fibrePer100: food.fibreGrams ?? 0, waterPer100: food.waterGrams };
    known.set(description, answer);
    return answer;
  };
}

function worstNames(
  items: readonly CodedItem[],
  usda: UsdaTables,
  answerOf: (item: CodedItem) => CodedAnswer | null,
  reader: OurReader,
): readonly string[] {
  const names = new Map(reader.table.foods.map((food) => [food.source, food.names[0]]));
  const lost = new Map<string, { grams: number; count: number; answer: string }>();
  for (const item of items) {
    const answer = answerOf(item);
    const grams = gramsOf(item, usda, "dry", answer);
    if (grams === null) continue;
    const error = ((answer?.fibrePer100 ?? 0) * grams) / 100 - item.fibreGrams;
    const own = lost.get(item.description) ?? {
      grams: 0,
      count: 0,
      answer: `${names.get(answer?.code ?? "") ?? "-"} (${answer?.code ?? "-"})`,
    };
    lost.set(item.description, { ...own, grams: own.grams + error, count: own.count + 1 });
  }
  const days = new Set(items.map((item) => item.day)).size;
  return [...lost.entries()]
    .sort((a, b) => Math.abs(b[1].grams) - Math.abs(a[1].grams))
    .slice(0, 80)
    .map(
      ([name, { grams, count, answer }]) =>
        `${(grams / days).toFixed(3)} g/day\t${String(count)} x\t${name}\t-> ${answer}`,
    );
}
