/**
 * Part 2: quantity and unit of labelled recipe lines, beside parse-ingredient.
 *
 * Recipes are not diaries: the sentences are there because they are labelled. The reader answers with the amount of its first item.
 */
import { parseIngredient } from "parse-ingredient";
import {
  amountLineOf,
  amountScore,
  type AmountScore,
  type AmountVerdict,
  firstNumbersOf,
  judgeAmount,
  type ReadAmount,
} from "./ingredient-amounts.ts";
import type { OurReader } from "./our-reader.ts";
import { type Row, sharedRows } from "./shared-data.ts";

export interface AmountRow {
  readonly method: string;
  readonly source: string;
  readonly score: AmountScore;
}

export interface AmountPart {
  readonly rows: readonly AmountRow[];
  readonly misses: readonly AmountVerdict[];
}

/** Null when the labelled lines are not on this machine. */
export function amountPart(reader: OurReader): AmountPart | null {
  const rows = sharedRows("ingredients/ingredients_dev.tsv");
  if (rows === null) return null;
  const ours = judged(rows, (sentence) => readerAmount(reader, sentence));
  const theirs = judged(rows, parserAmount);
  const sources = [...new Set(rows.map((row) => row("source"))), "all"];
  const table = [
    { method: "gutskin", verdicts: ours },
    { method: "parse-ingredient 3.0.0", verdicts: theirs },
  ].flatMap(({ method, verdicts }) =>
    sources.map((source) => {
      const own = verdicts.filter((verdict) => source === "all" || verdict.line.source === source);
      return { method, source, score: amountScore(own) };
    }),
  );
  return { rows: table, misses: ours.filter((verdict) => !verdict.isQuantityRight || !verdict.isAnyAmountRight) };
}

/** The amount of the first item in the line; a line of which nothing is read has none. */
export function readerAmount(reader: OurReader, sentence: string): ReadAmount {
  const first = [...reader.read(sentence).items].sort((a, b) => a.from - b.from)[0];
  return { quantity: first?.quantity ?? null, unit: first?.unit ?? null };
}

function parserAmount(sentence: string): ReadAmount {
  const first = parseIngredient(sentence)[0];
  return { quantity: first?.quantity ?? null, unit: first?.unitOfMeasureID ?? first?.unitOfMeasure ?? null };
}

function judged(rows: readonly Row[], read: (sentence: string) => ReadAmount): readonly AmountVerdict[] {
  return rows.map((row) => judgeAmount(amountLineOf(row), read(row("sentence")), firstNumbersOf(row)));
}
