/**
 * Part 3: fibre per day and energy per entry of the free-text diary.
 *
 * The reader, MiniSearch over FNDDS with its portions (what a careful program without a food layer of its own would do), and the constant.
 */
import {
  daysOf,
  type DiaryEntry,
  diaryEntries,
  diaryScore,
  type DiaryScore,
  energyScore,
  type EnergyScore,
  type EntryGuess,
  fibreEntries,
  leaveOnePersonOut,
  type LeftOutScore,
} from "./diary-fibre.ts";
import type { Estimate, OurReader } from "./our-reader.ts";
import { cleanPieces } from "./clean-pieces.ts";
import { type Document, plainSearch } from "./plain-searches.ts";
import { sharedRows } from "./shared-data.ts";
import { gramsByPortions, type UsdaTables } from "./usda-tables.ts";

export interface DiaryPart {
  /** All entries; `guesses` of the main reader stand in their order. */
  readonly entries: readonly DiaryEntry[];
  readonly fibreEntries: number;
  readonly days: number;
  readonly people: number;
  readonly scores: readonly { readonly method: string; readonly score: DiaryScore; readonly energy: EnergyScore }[];
  /** Of the main reader. */
  readonly leftOut: readonly LeftOutScore[];
  readonly constantMae: number;
  readonly guesses: readonly EntryGuess[];
}

/** Null when the diary is not on this machine. The last reader is the main one. */
export function diaryPart(readers: readonly OurReader[], usda: UsdaTables): DiaryPart | null {
  const rows = sharedRows("meals/bigideas_dev.tsv");
  if (rows === null) return null;
  const entries = diaryEntries(rows);
  const search = searchGuesser(usda);
  const methods = [
    { method: "MiniSearch + FNDDS portions", guesses: entries.map(search) },
    ...readers.map((reader) => ({
      method: `gutskin, ${reader.name}`,
      guesses: entries.map((entry) => readerGuess(reader, entry)),
    })),
  ];
  const main = methods.at(-1)?.guesses ?? [];
  const kept = fibreEntries(entries);
  const keptGuesses = (guesses: readonly EntryGuess[]): readonly EntryGuess[] => {
    const byText = new Map(entries.map((entry, at) => [entry.text, guesses[at]]));
    return kept.flatMap((entry) => byText.get(entry.text) ?? []);
  };
  const days = daysOf(kept, keptGuesses(main));
  const average = days.reduce((sum, day) => sum + day.truth, 0) / days.length;
  return {
    entries,
    fibreEntries: kept.length,
    days: days.length,
    people: new Set(days.map((day) => day.person)).size,
    scores: methods.map(({ method, guesses }) => ({
      method,
      score: diaryScore(method, kept, keptGuesses(guesses)),
      energy: energyScore(entries, guesses),
    })),
    leftOut: leaveOnePersonOut(days),
    constantMae: days.reduce((sum, day) => sum + Math.abs(day.truth - average), 0) / days.length,
    guesses: main,
  };
}

function readerGuess(reader: OurReader, entry: DiaryEntry): EntryGuess {
  const reading = reader.read(entry.text);
  const exposure = reader.exposures(reading);
  const fibre: Estimate = exposure("fibreGrams");
  const items = reading.items.map((item) => `${item.candidates[0]?.food.id ?? "?"} ${item.grams.median.toFixed(0)} g`);
  return {
    fibreGrams: fibre.mean,
    fibreSd: fibre.sd,
    kcal: exposure("energyKcal").mean,
    isUnderstood: reading.items.some((item) => item.candidates.length > 0),
    answer: items.join(" + "),
  };
}

/** The first FNDDS description for the whole entry, times grams by the portions of that food. */
function searchGuesser(usda: UsdaTables): (entry: DiaryEntry) => EntryGuess {
  const documents = usda.fndds.map(({ code, description }): Document => ({
    text: description,
    proposal: { id: code, texts: [description], probability: 1 },
  }));
  const search = plainSearch("MiniSearch 7.2.0", documents);
  return (entry) => {
    const words = cleanPieces(entry.food)
      .map((piece) => piece.words)
      .join(" ");
    const best = search.best(words, 1)[0];
    const food = best === undefined ? undefined : usda.byCode.get(best.proposal.id);
    const portions = food === undefined ? [] : (usda.portionsByCode.get(food.code) ?? []);
    const grams = gramsByPortions(portions, entry.amount, entry.unit);
    if (food === undefined || grams === null)
      return { fibreGrams: 0, fibreSd: null, kcal: 0, isUnderstood: false, answer: "-" };
    return {
      fibreGrams: ((food.fibreGrams ?? 0) * grams) / 100,
      fibreSd: null,
      kcal: ((food.kcal ?? 0) * grams) / 100,
      isUnderstood: true,
      answer: `${food.description} ${grams.toFixed(0)} g`,
    };
  };
}
