/**
 * Where does a number in the middle of a part begin another food?
 *
 * "2 eggs 1 toast" and "chips 20 toast 2" are two foods each; "2 cans of beer 330 ml" and "2 cans of 7 up" are one. An amount before or behind
 * stays with its food.
 */
import { mentionAt } from "./amount-mention.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex, isKnownWord } from "./name-index.ts";
import type { Part } from "./meal-part.ts";
import { stopWords } from "./word-classes.ts";

/** "2 eggs 1 toast" and "chips 20 toast 2" become two parts each; one amount before or behind stays where it is. */
export function cutAtNumbers(part: Part, index: FoodIndex): Part[] {
  const tokens = part.tokens.filter((token) => token.text !== "/" || token.kind !== "mark");
  const numbers = tokens.flatMap((token, at) => (token.kind === "number" ? [at] : []));
  const firstFood = tokens.findIndex((token) => token.kind === "word" && !stopWords.has(token.text));
  const inside = numbers.filter((at) => at > firstFood && firstFood >= 0);
  const isName =
    foodsNamed(
      index,
      tokens.map((token) => token.text),
    ).length > 0;
  if (inside.length === 0 || isName) return [part];
  const known = (word: string): boolean => isKnownWord(index, word);
  const cuts: number[] = [];
  const lead = mentionAt(part.tokens, 0, known);
  const isTrailing =
    part.tokens[0]?.kind === "word" && lead === null && endsInAmount(part.tokens, known) && inside.length > 1;
  // amounts that follow each other directly ("500 g/1 lb 2 oz", "2 x 330 ml") are one
  let amountsEnd = lead?.next ?? 0;
  part.tokens.forEach((token, at) => {
    if (token.kind !== "number" || at === 0 || at < amountsEnd) return;
    const mention = mentionAt(part.tokens, at, known);
    if (mention === null) return;
    const before = part.tokens[at - 1];
    const isOn = at === amountsEnd || before?.kind !== "word" || before.text === "x" || before.text === "of";
    amountsEnd = mention.next;
    if (mention.next >= part.tokens.length) return;
    if (isTrailing) cuts.push(mention.next);
    else if (!isOn && !isNumberOfName(part.tokens, at, index)) cuts.push(at);
  });
  if (cuts.length === 0) return [part];
  const bounds = [0, ...cuts, part.tokens.length];
  return bounds.slice(1).map((to, at) => ({
    tokens: part.tokens.slice(bounds[at], to),
    comment: at === 0 ? part.comment : [],
    joiner: at === 0 ? part.joiner : "none",
    isNegated: at === 0 && part.isNegated,
    inside: at === 0 ? part.inside : null,
  }));
}

function endsInAmount(tokens: readonly Token[], known: (word: string) => boolean): boolean {
  for (let at = tokens.length - 1; at > 0 && at >= tokens.length - 4; at -= 1) {
    if (tokens[at]?.kind === "number") return (mentionAt(tokens, at, known)?.next ?? 0) >= tokens.length;
  }
  return false;
}

/** "2 cans of 7 up": the number and the words behind it are a name. */
function isNumberOfName(tokens: readonly Token[], at: number, index: FoodIndex): boolean {
  return (
    foodsNamed(
      index,
      tokens.slice(at).map((token) => token.text),
    ).length > 0
  );
}
