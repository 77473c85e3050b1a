/**
 * What is a part of a meal text, before it is known which food it is?
 *
 * The shape that splitting, joining and reading hand on to each other.
 */
import type { Token } from "./meal-tokens.ts";
import type { Inside, Joiner } from "./sentence-words.ts";

/** A piece of a line between two joining words. */
export interface Part {
  readonly tokens: readonly Token[];
  /** Tokens of brackets and of words that are no food ("from the canteen"). */
  readonly comment: readonly Token[];
  readonly joiner: Joiner;
  /** "No", "without", "hold the" stands before it. */
  readonly isNegated: boolean;
  /** "Made with", "containing" stands before it; null = it does not. */
  readonly inside: Inside | null;
}
