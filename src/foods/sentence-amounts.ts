/**
 * Which quantities and units stand in this sentence, in order?
 *
 * The amount reading of the meal reader alone, without any food table: for labelled ingredient sentences and for imports that give an amount as text.
 * Sizes of pieces behind a comma ("cut into 2 cm cubes") are no amounts.
 */
import { mentionAt } from "./amount-mention.ts";
import { type Unit, unitOf } from "./household-units.ts";
import { tokensOf, type Token } from "./meal-tokens.ts";
import { joinNumbers } from "./number-words.ts";

/** A number, or both ends of a range. */
export interface ReadQuantity {
  readonly low: number;
  readonly high: number;
}

/** What a sentence says of how much. */
export interface SentenceAmounts {
  /** In order of appearance; "1 14-ounce can" gives 1 and 14. */
  readonly quantities: readonly ReadQuantity[];
  /** Names of the units in order ("g", "oz", "cup"). */
  readonly units: readonly string[];
  /** The words that are neither, as typed, up to the first comma. */
  readonly rest: string;
}

/** Reads the amounts of one sentence. Never throws. */
export function readAmount(sentence: string): SentenceAmounts {
  const tokens = joinNumbers(tokensOf(sentence.slice(0, 2000)));
  const quantities: ReadQuantity[] = [];
  const units: string[] = [];
  const rest: Token[] = [];
  let hasEnded = false;
  let hasFood = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === "mark") {
      hasEnded ||= hasFood && (token.text === "," || token.text === "-" || token.text === "\n");
      at += 1;
      continue;
    }
    const mention = hasEnded && token.kind !== "number" ? null : mentionAt(tokens, at, never);
    const isUsed =
      mention !== null && isAmount(tokens, at, mention.unit, mention.low, mention.isArticle, { hasEnded, hasFood });
    if (mention !== null && isUsed) {
      if (mention.low !== null && !mention.isArticle)
        quantities.push({ low: mention.low, high: mention.high ?? mention.low });
      if (mention.unit !== null) units.push(mention.unit.name);
      at = Math.max(at + 1, mention.next);
      continue;
    }
    if (!hasEnded && token.kind === "word" && (hasFood || token.text !== "of")) rest.push(token);
    hasFood ||= token.kind === "word" && token.text !== "of";
    at += 1;
  }
  takeUnitBehind(rest, units, quantities.length);
  const from = rest[0]?.from ?? 0;
  return { quantities, units, rest: sentence.slice(from, rest.at(-1)?.to ?? from) };
}

/** "2 celery stalks": the unit stands behind. */
const BEHIND = new Set(["clove", "stalk", "stick", "slice", "sprig", "bulb", "loaf", "spear", "floret"]);

function takeUnitBehind(rest: Token[], units: string[], quantities: number): void {
  const last = rest.at(-1);
  if (last === undefined || rest.length < 2 || units.length > 0 || quantities === 0) return;
  const unit = unitOf(last.text)?.unit;
  if (unit === undefined || !BEHIND.has(unit.name)) return;
  units.push(unit.name);
  rest.pop();
}

function never(): boolean {
  return false;
}

function isAmount(
  tokens: readonly Token[],
  at: number,
  unit: Unit | null,
  low: number | null,
  isArticle: boolean,
  place: { readonly hasEnded: boolean; readonly hasFood: boolean },
): boolean {
  const hasNumber = low !== null && !isArticle;
  if (unit?.kind === "length" && (place.hasFood || quantitiesBefore(tokens, at))) return false;
  // behind the first comma only figures with a mass or volume count ("plus 2 tbsp")
  if (place.hasEnded) return hasNumber && (unit?.kind === "mass" || unit?.kind === "volume");
  // "juice of 1 lemon"
  if (unit === null) return hasNumber && (!place.hasFood || tokens[at - 1]?.text === "of");
  return hasNumber || !place.hasFood;
}

function quantitiesBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((token) => token.kind === "number");
}
