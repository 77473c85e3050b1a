/**
 * Is this text a list of phrases with foods?
 *
 * Ours and the development set have the same shape; a file that has not is a fault of ours and ends the run.
 */
import { z } from "zod";
import type { Phrase } from "./phrase-judge.ts";

const food = z.object({
  words: z.string(),
  accept: z.string(),
  reject: z.string().nullable(),
  grams: z.array(z.number()).length(2).optional(),
});
const phrase = z.object({
  phrase: z.string(),
  kind: z.string().optional(),
  foods: z.array(food).min(1),
  absent: z.string().optional(),
});

/** The phrases of a JSON text. Throws when the shape is another. */
export function phrasesOf(text: string): readonly Phrase[] {
  return z
    .array(phrase)
    .parse(JSON.parse(text))
    .map(({ foods, kind, absent, ...rest }) => ({
      ...rest,
      foods: foods.map(({ grams, ...named }) => ({ ...named, ...(grams === undefined ? {} : { grams }) })),
      ...(kind === undefined ? {} : { kind }),
      ...(absent === undefined ? {} : { absent }),
    }));
}
