/**
 * Part 6: how long does a meal take, and how long the first one?
 *
 * Each text once after a warm-up, in one process; searches get the same phrases over the same names. Cold load is a fresh process of its own.
 */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { parseIngredient } from "parse-ingredient";
import { middle, quantile } from "./metrics.ts";
import type { OurReader } from "./our-reader.ts";
import { phraseSets } from "./phrase-part.ts";
import { type Document, plainSearch, plainSearchNames, searchPhrase } from "./plain-searches.ts";

export interface SpeedRow {
  readonly method: string;
  readonly p50: number;
  readonly p99: number;
}

export interface SpeedPart {
  readonly texts: number;
  readonly rows: readonly SpeedRow[];
  /** Milliseconds from loading to the first reading, median of five fresh processes. */
  readonly coldMs: number;
}

export function speedPart(readers: readonly OurReader[], diaryTexts: readonly string[]): SpeedPart {
  const phrases = phraseSets().flatMap(({ phrases }) => phrases.map((phrase) => phrase.phrase));
  const texts = [...new Set([...phrases, ...diaryTexts])];
  const names = (readers.at(-1)?.table.foods ?? []).flatMap((food) =>
    food.names.map((text): Document => ({ text, proposal: { id: food.id, texts: [text], probability: 1 } })),
  );
  const searches = plainSearchNames.map((name) => plainSearch(name, names));
  const rows = [
    ...readers.map((reader) => timed(`gutskin, ${reader.name}`, texts, (text) => reader.read(text))),
    ...searches.map((search) => {
      // Fuse.js takes a tenth of a second per phrase: a sample says enough
      const own = search.name.startsWith("Fuse") ? texts.slice(0, 100) : texts;
      return timed(`${search.name}, our names`, own, (text) => searchPhrase(search, text, 3));
    }),
    timed("parse-ingredient 3.0.0 (no food)", texts, (text) => parseIngredient(text)),
  ];
  return { texts: texts.length, rows, coldMs: coldMilliseconds() };
}

function timed(method: string, texts: readonly string[], job: (text: string) => unknown): SpeedRow {
  for (const text of texts.slice(0, texts.length > 150 ? 150 : 5)) job(text);
  const times = texts.map((text) => {
    const started = performance.now();
    job(text);
    return performance.now() - started;
  });
  return { method, p50: middle(times), p99: quantile(times, 0.99) };
}

function coldMilliseconds(): number {
  const runs = Array.from({ length: 5 }, () => {
    const said = execFileSync(process.execPath, [resolve("dist/bench/cold.js")], { encoding: "utf8" });
    return Number(said.split(" ")[0]);
  });
  return middle(runs);
}
