/**
 * Does what stands beside or behind the food words say how much, once the table is known?
 *
 * "4 garlic cloves", "chickpeas (400 g)", "1 grapes": rules that need the food names, after read-amount.ts has taken what needs none.
 */
import { mentionAt, type Mention } from "./amount-mention.ts";
import { type Unit, unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex } from "./name-index.ts";
import type { Amount } from "./read-amount.ts";
import { foldWord } from "./word-forms.ts";

/** "1 grapes": not one grape, but once grapes. */
export function isOneOfMany(amount: Amount, words: readonly string[]): boolean {
  if (amount.low !== 1 || amount.high !== 1 || amount.isArticle || amount.unit !== null) return false;
  const last = words.at(-1) ?? "";
  return last.length > 3 && /[^su]s$/.test(last) && foldWord(last) !== last;
}

/** "4 garlic cloves", "2 bread slices": a unit behind the food, unless it belongs to the name ("granola bar"). */
export function unitBehind(words: readonly string[], amount: Amount, index: FoodIndex): Unit | null {
  const last = words.at(-1);
  if (amount.unit !== null || words.length < 2 || last === undefined) return null;
  const unit = unitOf(last)?.unit ?? null;
  if (unit === null || !BEHIND.has(unit.name) || foodsNamed(index, words).length > 0) return null;
  return foodsNamed(index, words.slice(0, -1)).length > 0 ? unit : null;
}

/** "4 pizza slices everything on them": words behind the unit that name nothing are let go. */
export function unitInside(
  words: readonly string[],
  amount: Amount,
  index: FoodIndex,
): { readonly words: readonly string[]; readonly unit: Unit } | null {
  if (amount.unit !== null || amount.low === null) return null;
  const at = words.findIndex((word, place) => place > 0 && BEHIND.has(unitOf(word)?.unit.name ?? ""));
  const unit = unitOf(words[at] ?? "")?.unit;
  const food = words.slice(0, Math.max(0, at));
  return unit === undefined || foodsNamed(index, food).length === 0 ? null : { words: food, unit };
}

/** Units that stand behind their food; "bar", "roll" and "ball" are foods of their own there. */
const BEHIND = new Set(
  "clove stalk stick slice spear sprig leaf rasher strip fillet wedge head segment floret square piece cube".split(" "),
);

/** "(30 g)", "(2 slices)", "(1/2)" in brackets behind the food. */
export function bracketAmount(comment: readonly Token[], isFoodWord: (word: string) => boolean): Mention | null {
  const [only] = comment;
  if (only?.kind === "number" && comment.length === 1) return mentionAt(comment, 0, isFoodWord);
  for (let at = 0; at < comment.length; at += 1) {
    if (comment[at]?.kind !== "number") continue;
    const mention = mentionAt(comment, at, isFoodWord);
    if (mention !== null && mention.unit !== null && mention.unit.kind !== "length") return mention;
  }
  return null;
}

/** A weight in brackets is of one can or of all pieces; a household unit counts only where none was said. */
export function withBrackets(amount: Amount, found: Mention): Amount {
  if (found.low === null || found.high === null) return amount;
  if (found.unit === null) return amount.low === null ? { ...amount, low: found.low, high: found.high } : amount;
  const isFigure = found.unit.kind === "mass" || found.unit.kind === "volume";
  if (amount.low === null && amount.unit === null)
    return { ...amount, low: found.low, high: found.high, unit: found.unit };
  if (!isFigure || amount.unit?.kind === "mass" || amount.unit?.kind === "volume") return amount;
  const isEach = amount.unit?.kind === "container" || amount.isArticle || amount.low === 1;
  if (isEach) return { ...amount, pack: { value: (found.low + found.high) / 2, unit: found.unit } };
  return { ...amount, low: found.low, high: found.high, unit: found.unit };
}
