/**
 * Which known words may be meant by words that no food name has?
 *
 * Words written together or apart ("oatmilk", "butter milk"), and one closed spelling rule: a single edit, words of at least six letters, only when
 * exactly one food word is that near. Short words are never corrected: lager is not laver.
 */
import { isOneEditAway } from "./household-units.ts";
import type { FoodIndex } from "./name-index.ts";

/** "oatmilk" -> "oat milk"; "butter milk" -> "buttermilk": only where whole words of food names come out. */
export function joinKnown(forms: readonly string[], index: FoodIndex): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] ?? "";
    const next = forms[at + 1];
    if (next !== undefined && index.weights.has(form + next) && !index.byKey.has(`${form} ${next}`)) {
      joined.push(form + next);
      at += 1;
      continue;
    }
    if (!index.weights.has(form) && form.length >= 6) {
      const parts = splitKnown(form, index);
      if (parts !== null) {
        joined.push(...parts);
        continue;
      }
    }
    joined.push(form);
  }
  return joined;
}

function splitKnown(form: string, index: FoodIndex): readonly [string, string] | null {
  for (let cut = 3; cut <= form.length - 3; cut += 1) {
    const parts = [form.slice(0, cut), form.slice(cut)] as const;
    if (index.byKey.has(`${parts[0]} ${parts[1]}`)) return parts;
  }
  return null;
}

/** The one word of a food name that is one edit away, when there is exactly one; words of at least six letters. */
export function respelt(form: string, index: FoodIndex): string | null {
  if (form.length < 6 || !/^[a-z]+$/.test(form)) return null;
  let found: string | null = null;
  for (const word of index.vocabulary) {
    if (Math.abs(word.length - form.length) > 1 || word.length < 6 || !isOneEditAway(form, word)) continue;
    if (found !== null) return null;
    found = word;
  }
  return found;
}
