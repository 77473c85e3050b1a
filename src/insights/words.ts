/**
 * What does a person read when something did not work?
 *
 * The one table of words for every named error of the project (front doors word only what they alone know). Each error
 * type has a sentence (what is wrong, where) and a mend (what to do). Plain words, no blame, nothing about the program's insides.
 * words.test.ts reads the source and fails when an error type has no words here.
 */
import type { NamedError } from "../base/result.ts";
import { errorFacts, type Wording, type Worder } from "./error-facts.ts";
import { axisWords } from "./words-axis.ts";
import { baseWords } from "./words-base.ts";
import { connectionWords } from "./words-connection.ts";
import { fileWords } from "./words-file.ts";
import { foodTableWords } from "./words-food-table.ts";
import { lineWords } from "./words-line.ts";
import { scaleWords } from "./words-scales.ts";
import { storeWords } from "./words-store.ts";

export type { Wording } from "./error-facts.ts";

const worders: ReadonlyMap<string, Worder> = new Map(
  [baseWords, storeWords, fileWords, axisWords, lineWords, connectionWords, scaleWords, foodTableWords].flatMap(
    (table) => Object.entries(table),
  ),
);

/**
 * Sentence and mend for a named error. A type without words (an error of a newer version) is named as it is, never hidden.
 *
 * @example
 * ```ts
 * import { parseDay, wordError } from "gutskin";
 * const day = parseDay("2026-02-30");
 * if (day.ok) throw new Error("there is no such day");
 * if (!wordError(day.error).sentence.includes("2026-02-30")) throw new Error("the sentence names what was found");
 * ```
 */
export function wordError(error: NamedError): Wording {
  const worder = worders.get(error.type);
  const facts = errorFacts(error);
  if (worder) return worder(facts);
  return {
    sentence: `Something did not work, and this version has no words for it (${facts.text("type")}).`,
    mend: "Please report this name; updating gutskin may help.",
  };
}

/** True when this error type has words of its own. */
export function hasWords(type: string): boolean {
  return worders.has(type);
}
