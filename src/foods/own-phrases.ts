/**
 * How is a phrase of the person's own found when it is made of words that the reader passes over?
 *
 * "My usual", "the white stuff", "breakfast as always": filler, joining and time words are dropped while a text is read, and the phrase with them. So a
 * phrase that stands for a food is made one word before anything else is read.
 */
import { type Token, tokensOf } from "./meal-tokens.ts";
import { formsOf } from "./name-index.ts";
import { takeTimes } from "./time-words.ts";
import { connectors } from "./word-classes.ts";

/** Longer phrases are no names. */
const MOST_WORDS = 8;

/** Of the phrases that stand for a food, those that would not survive reading, as words, by their first word, longest first. */
export function phrasesToJoin(phrases: Iterable<string>): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const tokens = tokensOf(phrase);
    const words = tokens.map((token) => token.text);
    const [first] = words;
    if (first === undefined || words.length < 2 || words.length > MOST_WORDS) continue;
    if (tokens.some((token) => token.kind !== "word") || !losesWords(tokens, words)) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

function losesWords(tokens: readonly Token[], words: readonly string[]): boolean {
  return (
    takeTimes(tokens).tokens.length < tokens.length ||
    words.some((word) => connectors.has(word)) ||
    formsOf(words).all.length < words.length
  );
}

/** The tokens with each such phrase as one word: "had", "my usual". Nothing remembered: the tokens as they are. */
export function joinOwnPhrases(
  tokens: readonly Token[],
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>,
): readonly Token[] {
  if (phrases.size === 0) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const words =
      token.kind === "word" ? phrases.get(token.text)?.find((each) => standsAt(tokens, at, each)) : undefined;
    const last = words === undefined ? undefined : tokens[at + words.length - 1];
    if (words === undefined || last === undefined) {
      joined.push(token);
      at += 1;
    } else {
      joined.push({ ...token, text: words.join(" "), to: last.to });
      at += words.length;
    }
  }
  return joined;
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, place) => tokens[at + place]?.kind === "word" && tokens[at + place]?.text === word);
}
