/**
 * Part 1: phrase -> food, and how honest the stated probabilities are.
 *
 * The reader and the plain searches judge the same phrases in one run. Searches run over the USDA descriptions (what a program without a table of
 * its own would do) and over all names of our table (the same corpus as the reader's). Probabilities of the first candidate are compared with what was right.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { calibrationError, calibrationTenths, clusteredSpread, mean, type Spread, type Tenth } from "./metrics.ts";
import type { OurReader } from "./our-reader.ts";
import {
  type FoundItem,
  judgePhrase,
  type Phrase,
  phraseScore,
  proposalOf,
  type PhraseScore,
  type PhraseVerdict,
} from "./phrase-judge.ts";
import { type Document, plainSearch, plainSearchNames, searchPhrase } from "./plain-searches.ts";
import { phrasesOf } from "./read-phrases.ts";
import { sharedText } from "./shared-data.ts";
import type { UsdaTables } from "./usda-tables.ts";

export interface PhraseRow {
  readonly method: string;
  readonly corpus: string;
  readonly set: string;
  readonly score: PhraseScore;
}

export interface PhrasePart {
  readonly rows: readonly PhraseRow[];
  readonly tenths: readonly Tenth[];
  readonly calibrationError: number;
  /** Top-1 of the main reader minus that of each search over our names, all blind phrases, paired, resampled by phrase. */
  readonly differences: readonly { readonly search: string; readonly top1: Spread }[];
  /** Verdicts of the main reader, for the list of errors. */
  readonly verdicts: readonly PhraseVerdict[];
}

/** The phrases by set: ours (everyday and hard), and the development set when it is here. */
export function phraseSets(): readonly { readonly name: string; readonly phrases: readonly Phrase[] }[] {
  const blind = phrasesOf(readFileSync(resolve("bench/foods/phrases-blind.json"), "utf8")).map((phrase, at) => ({
    ...phrase,
    isHeldBack: at % 2 === 1,
  }));
  const dev = sharedText("meals/phrases_dev.json");
  const ours = [
    { name: "blind, everyday kinds", phrases: blind.filter((phrase) => phrase.kind === "everyday") },
    { name: "blind, hard kinds", phrases: blind.filter((phrase) => phrase.kind === "hard") },
    { name: "blind, open half", phrases: blind.filter((phrase) => !phrase.isHeldBack) },
    { name: "blind, half held back", phrases: blind.filter((phrase) => phrase.isHeldBack) },
    { name: "blind, all", phrases: blind },
  ];
  return dev === null ? ours : [...ours, { name: "development", phrases: phrasesOf(dev) }];
}

/** Runs the part. The last reader is the main one: its probabilities and errors are reported. */
export function phrasePart(readers: readonly OurReader[], usda: UsdaTables, isQuick: boolean): PhrasePart {
  const sets = phraseSets();
  const rows: PhraseRow[] = [];
  const verdictsBy = new Map<string, readonly PhraseVerdict[]>();
  const add = (method: string, corpus: string, find: (text: string) => readonly FoundItem[]): void => {
    const known = new Map<string, PhraseVerdict>();
    for (const { name, phrases } of sets) {
      const own = phrases.map((phrase) => {
        const verdict = known.get(phrase.phrase) ?? judgePhrase(phrase, find(phrase.phrase));
        known.set(phrase.phrase, verdict);
        return verdict;
      });
      rows.push({ method, corpus, set: name, score: phraseScore(own) });
    }
    verdictsBy.set(`${method}, ${corpus}`, [...known.values()]);
  };
  for (const [corpus, documents] of corporaOf(readers, usda)) {
    for (const name of plainSearchNames) {
      if (isQuick && name.startsWith("Fuse") && documents.length > 10_000) continue;
      const search = plainSearch(name, documents);
      add(name, corpus, (text) => searchPhrase(search, text, 3));
    }
  }
  for (const reader of readers) {
    add(`gutskin, ${reader.name}`, "own", (text) =>
      reader.find(text, (food, probability) => proposalOf(food, probability, reader.table, usda)),
    );
  }
  const verdicts = [...verdictsBy.values()].at(-1) ?? [];
  const answers = verdicts
    .flatMap((verdict) => verdict.foods)
    .flatMap((food) => (food.probability === null ? [] : [{ probability: food.probability, isRight: food.isTop1 }]));
  const tenths = calibrationTenths(answers);
  const differences = [...verdictsBy.entries()]
    .filter(([key]) => key.includes(OUR_NAMES))
    .map(([search, own]) => ({ search, top1: differenceTop1(verdicts, own) }));
  return { rows, tenths, calibrationError: calibrationError(tenths), differences, verdicts };
}

const OUR_NAMES = "ours, ";

/** Both sides judged the same foods in the same order. */
function differenceTop1(ours: readonly PhraseVerdict[], theirs: readonly PhraseVerdict[]): Spread {
  const pairs = ours
    .filter((verdict) => verdict.kind !== "development")
    .flatMap((verdict, at) =>
      verdict.foods.map((food, which) => ({
        person: verdict.phrase,
        gain: Number(food.isTop1) - Number(theirs[at]?.foods[which]?.isTop1 ?? false),
      })),
    );
  return clusteredSpread(pairs, (own) => mean(own.map((pair) => pair.gain)), "phrases", 1000);
}

function corporaOf(
  readers: readonly OurReader[],
  usda: UsdaTables,
): readonly (readonly [string, readonly Document[]])[] {
  const official = [...usda.fndds, ...usda.sr28].map(({ code, description }): Document => ({
    text: description,
    proposal: { id: code, texts: [description], probability: 1 },
  }));
  const table = readers.at(-1)?.table ?? { foods: [], byId: new Map() };
  const own = table.foods.flatMap((food) => {
    const proposal = proposalOf(food, 1, table, usda);
    return food.names.map((text): Document => ({ text, proposal }));
  });
  return [
    [`USDA, ${String(official.length)} descriptions`, official],
    [`${OUR_NAMES}${String(own.length)} names`, own],
  ];
}
