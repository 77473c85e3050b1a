/**
 * Which parts of a line are one name after all?
 *
 * "Mac and cheese", "ham and cheese sandwich", "Bread, whole wheat, 100%", "Asparagus, 4 spears": parts are joined when a whole name stands there,
 * when a part is only an attribute or an amount, or when a dish is named by its fillings. Everything else stays apart, so that no food is lost.
 */
import { mentionAt } from "./amount-mention.ts";
import { isHead } from "./head-words.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex, formsOf, headOf, isKnownWord } from "./name-index.ts";
import { choiceFor, type PersonalFoods } from "./personal-foods.ts";
import { rankFoods } from "./rank-foods.ts";
import { noAmount, takeAmount } from "./read-amount.ts";
import type { Part } from "./meal-part.ts";
import { brandWords, changeWords, cookingWords, neutralWords } from "./word-classes.ts";

/** One thing that was eaten, with the amount words still in it. */
export interface JoinedPart extends Part {
  /** Words of the kind when it stands first, as in official names; null = natural order. */
  readonly headFirst: readonly string[] | null;
}

const MOST_PARTS = 6;

/** Joins the parts of one line. */
export function joinParts(line: readonly Part[], index: FoodIndex, personal: PersonalFoods): JoinedPart[] {
  const parts = withoutLooseStarts(line, index);
  const joined: JoinedPart[] = [];
  for (let at = 0; at < parts.length;) {
    const part = parts[at];
    if (part === undefined) break;
    const length = part.isNegated ? 1 : nameLength(parts, at, index, personal);
    if (length > 1) {
      const group = parts.slice(at, at + length);
      joined.push({ ...mergeParts(group, true), headFirst: null });
      at += length;
      continue;
    }
    const official = part.isNegated ? 1 : officialLength(parts, at, index);
    const group = parts.slice(at, at + official);
    joined.push({ ...mergeParts(group, false), headFirst: official > 1 ? foodWords(part, index) : null });
    at += official;
  }
  return joined;
}

/** "1 small, fresh chilli", "85 g cooked and shelled beans": a part without a food of its own begins the next one. */
function withoutLooseStarts(line: readonly Part[], index: FoodIndex): readonly Part[] {
  const parts: Part[] = [];
  for (const part of line) {
    const before = parts.at(-1);
    const isLink = /^(?:comma|and|or)/.test(part.joiner);
    const isOpen =
      before !== undefined &&
      !before.isNegated &&
      !part.isNegated &&
      isLink &&
      isLoose(before, parts.length === 1, index);
    if (before !== undefined && isOpen && !startsWithAmount(part, index) && foodWords(part, index).length > 0) {
      parts[parts.length - 1] = mergeParts([before, part], false);
    } else parts.push(part);
  }
  return parts;
}

/** An amount alone at the start of the line, or an amount with words that only shade a food. */
function isLoose(part: Part, isFirst: boolean, index: FoodIndex): boolean {
  const words = foodWords(part, index);
  if (part.tokens.length === 0) return false;
  if (words.length === 0) return isFirst && part.tokens.some((token) => token.kind === "number");
  return isShadeOnly(words) && foodsNamed(index, words).length === 0 && startsWithAmount(part, index);
}

function mergeParts(group: readonly Part[], withJoiners: boolean): Part {
  const [first, ...others] = group;
  if (first === undefined) return { tokens: [], comment: [], joiner: "start", isNegated: false, inside: null };
  const tokens = [...first.tokens];
  for (const part of others) {
    const from = part.tokens[0] ?? tokens.at(-1);
    const word = /^(?:comma-)?(and|with|on|in|or)$/.exec(part.joiner)?.[1];
    if (withJoiners && from !== undefined && word !== undefined) {
      tokens.push({ ...from, kind: "word", text: word, to: from.from });
    }
    tokens.push(...part.tokens);
  }
  return { ...first, tokens, comment: group.flatMap((part) => part.comment) };
}

/** How many parts from `at` form one whole name (over joining words) or a dish named by its fillings; 1 = none. */
function nameLength(parts: readonly Part[], at: number, index: FoodIndex, personal: PersonalFoods): number {
  const most = Math.min(MOST_PARTS, parts.length - at);
  for (let length = most; length > 1; length -= 1) {
    const group = parts.slice(at, at + length);
    const isWithoutFood = group.some((part) => foodWords(part, index).length === 0);
    if (isWithoutFood || group.some((part) => part.isNegated) || isCountedTopping(group, index)) continue;
    const words = wordsOfGroup(group);
    if (choiceFor(personal, words.join(" "), null) !== null || foodsNamed(personal.index, words).length > 0)
      return length;
    const later = group.slice(1);
    if (later.some((part) => part.joiner.startsWith("comma") || part.joiner === "or")) {
      if (isFilledDish(group, index)) return length;
      continue;
    }
    if (addsNothing(group, words, index)) continue;
    if (foodsNamed(index, words).length > 0) return length;
    const rest = takeAmount(mergeParts(group, true).tokens, (word) => isKnownWord(index, word)).rest.map(
      (token) => token.text,
    );
    if (foodsNamed(index, rest).length > 0 || isFlavourPair(group) || isFilledDish(group, index)) return length;
  }
  return 1;
}

/** "Half an avocado on toast", "2 eggs on toast": the number is of the first alone, so the two stay apart. */
function isCountedTopping(group: readonly Part[], index: FoodIndex): boolean {
  const first = group[0];
  if (first === undefined || group[1]?.joiner === "and") return false;
  const lead = mentionAt(first.tokens, 0, (word) => isKnownWord(index, word));
  if (lead === null || lead.low === null || lead.isArticle) return false;
  if (lead.unit?.kind === "container" || lead.unit?.kind === "portion") return false;
  // "1 corn on the cob" is a name: the cob is no part that is eaten besides
  const whole = foodsNamed(
    index,
    takeAmount(mergeParts(group, true).tokens, (word) => isKnownWord(index, word)).rest.map((token) => token.text),
  )[0];
  return whole === undefined || whole.parts.length > 0;
}

function wordsOfGroup(group: readonly Part[]): string[] {
  return mergeParts(group, true).tokens.map((token) => token.text);
}

/** "Quiche with salad" where the table means the quiche alone by it: the salad would be lost. */
function addsNothing(group: readonly Part[], words: readonly string[], index: FoodIndex): boolean {
  const [first, second] = group;
  if (first === undefined || second === undefined || (second.joiner !== "with" && second.joiner !== "and"))
    return false;
  const whole = foodsNamed(index, words)[0];
  const named = foodsNamed(index, plainWords(second.tokens));
  if (whole === undefined || named.length === 0 || !foodsNamed(index, foodWords(first, index)).includes(whole))
    return false;
  return !named.some((food) => whole.parts.some((part) => part.food === food.id));
}

/** Pairs of flavours that are no two foods whatever stands behind them. */
const FLAVOUR_PAIR =
  /\b(?:salt and vinegar|cookies? and cream|sweet and sour|sour cream and (?:onion|chive)s?|cheese and onion crisps?|salt and pepper|bread and butter pickles?)\b/;

function isFlavourPair(group: readonly Part[]): boolean {
  return group.length === 2 && FLAVOUR_PAIR.test(wordsOfGroup(group).join(" "));
}

/** "ham and cheese sandwich", "ham, cheese and tomato sandwich": bare fillings before a dish that has a filling of its own. */
function isFilledDish(group: readonly Part[], index: FoodIndex): boolean {
  const last = group.at(-1);
  if (last === undefined || !last.joiner.endsWith("and") || startsWithAmount(last, index)) return false;
  const lastForms = formsOf(plainWords(last.tokens)).all;
  const head = lastForms.at(-1) ?? "";
  const isSweet = isHead(head, "sweetFilled");
  if (lastForms.length < 2 || lastForms.length > 4 || !(isSweet || isHead(head, "filled"))) return false;
  return group.slice(0, -1).every((part, at) => {
    const tokens = at === 0 ? takeAmount(part.tokens, (word) => isKnownWord(index, word)).rest : part.tokens;
    const words = plainWords(tokens);
    const forms = formsOf(words).all;
    if (forms.length === 0 || forms.length > 2 || (at > 0 && startsWithAmount(part, index))) return false;
    if (at > 0 && part.joiner !== "comma") return false;
    const named = foodsNamed(index, words);
    const isIngredient = named.every((food) => !food.flags.includes("drink") && !food.category.startsWith("dishes"));
    if (isSweet)
      return named.some((food) => food.flags.includes("fruit") || food.isSpice || food.flags.includes("vegetable"));
    return (
      isIngredient && !isHead(forms.at(-1) ?? "", "dish") && !/^(?:egg|chip|fri|crisp|toast)$/.test(forms.at(-1) ?? "")
    );
  });
}

function startsWithAmount(part: Part, index: FoodIndex): boolean {
  return mentionAt(part.tokens, 0, (word) => isKnownWord(index, word)) !== null;
}

/** How many parts from `at` are one food with attributes behind commas: "Yogurt, vanilla, low fat", "Rice, white", "Asparagus, 4 spears". */
function officialLength(parts: readonly Part[], at: number, index: FoodIndex): number {
  const first = parts[at];
  if (first === undefined || first.tokens.length === 0) return 1;
  const whole = wholeOfficial(parts, at, index);
  if (whole > 1) return whole;
  let length = 1;
  let words = foodWords(first, index);
  const lead = takeAmount(first.tokens, (word) => isKnownWord(index, word)).amount;
  let hasAmount = lead.low !== null && !lead.isArticle;
  while (at + length < parts.length) {
    const part = parts[at + length];
    if (part === undefined || part.isNegated) break;
    const own = foodWords(part, index);
    const isBread =
      part.joiner === "on" &&
      own.length === 1 &&
      /^(?:white|brown|wholemeal|rye|granary|wheat|multigrain|sourdough)$/.test(own[0] ?? "");
    const isShade = own.length > 0 && isShadeOnly(own) && part.joiner !== "or";
    if (part.joiner !== "comma" && part.joiner !== "with" && !isBread && !isShade) break;
    const taken = takeAmount(part.tokens, (word) => isKnownWord(index, word));
    const isAmountOnly = own.length === 0 && taken.amount !== noAmount && part.tokens.length > 0;
    if (isAmountOnly) {
      if (hasAmount || part.joiner === "with") break;
      hasAmount = true;
    } else if (!isBread && (taken.amount.low !== null || !isAttribute(own, words, index))) break;
    words = [...words, ...own];
    length += 1;
  }
  return length;
}

/** Attributes only ("low fat", "raw"), or words that are no food alone but name one together with the words before ("whole wheat"). */
function isAttribute(own: readonly string[], before: readonly string[], index: FoodIndex): boolean {
  if (isShadeOnly(own)) return true;
  if (before.length === 0 || foodsNamed(index, own).length > 0) return false;
  const alone = rankFoods(own, index);
  const together = rankFoods([...own, ...before], index, before);
  const isWeak = alone.candidates.length === 0 || !alone.isExact;
  return (
    isWeak &&
    together.coverage > 0.9 &&
    (together.candidates[0]?.probability ?? 0) > (alone.candidates[0]?.probability ?? 0)
  );
}

/** "Raw", "low fat", "Tesco": words that name no food. */
function isShadeOnly(words: readonly string[]): boolean {
  return formsOf(words).all.every(
    (form) =>
      neutralWords.has(form) ||
      cookingWords.has(form) ||
      changeWords.has(form) ||
      brandWords.has(form) ||
      /^\d/.test(form),
  );
}

/** A whole line as one official name: "Bread, rye", "Soup, chicken noodle", "Chicken, breast, roasted, skin not eaten". */
function wholeOfficial(parts: readonly Part[], at: number, index: FoodIndex): number {
  if (at !== 0 || parts.length < 2 || parts.length > 8) return 1;
  if (parts.slice(1).some((part) => part.isNegated || (part.joiner !== "comma" && part.joiner !== "with"))) return 1;
  const [first, ...others] = parts;
  if (first === undefined) return 1;
  const head = foodWords(first, index);
  // an amount in the middle ends the name: "rice, 100 g, with chicken"
  if (others.slice(0, -1).some((part) => foodWords(part, index).length === 0)) return 1;
  const kinds = others.map((part) => foodWords(part, index));
  const foods = kinds.filter((words) => words.length > 0);
  if (head.length === 0 || head.length > 3 || foods.length === 0) return 1;
  if (others.some((part, place) => (kinds[place]?.length ?? 0) > 0 && startsWithAmount(part, index))) return 1;
  const behind = foods.flat();
  const together = rankFoods([...behind, ...head], index, head);
  const top = together.candidates[0];
  if (top === undefined || together.coverage < 0.9) return 1;
  const headForm = headOf(formsOf(head).all);
  const areFoods = foods.map((words) => foodsNamed(index, words));
  const isPlainList = areFoods.every((named) => named.length > 0);
  if (!isPlainList) return parts.length;
  // each part is a food of its own: one name only when the first is a kind ("Juice, orange") and the rest is hardly eaten beside it
  if (foods.length > 1 || !isHead(headForm, "kind")) return 1;
  const isSame = areFoods[0]?.some((food) => food === top.food) === true;
  const isCommon = areFoods[0]?.some((food) => food.commonness >= 1) === true;
  const isLoose = /^(?:bread|milk|tea|salad|sandwich|rice|egg|yogurt|potato|fish|bean)$/.test(headForm);
  return isSame || (together.unexplained.length === 0 && !(isLoose && isCommon)) ? parts.length : 1;
}

/** Words of a part without its amount. */
function foodWords(part: Part, index: FoodIndex): string[] {
  const words = plainWords(takeAmount(part.tokens, (word) => isKnownWord(index, word)).rest);
  const forms = formsOf(words);
  return forms.key === "" ? [] : words;
}

function plainWords(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === "mark" ? [] : [token.text]));
}
