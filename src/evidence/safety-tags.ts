/**
 * Which tags say something that the safety rules ask about?
 *
 * A small list on purpose: a tag that somebody typed ("#blood-in-stool") is an entry like an answer. Notes and meals are never searched,
 * and a word inside another tag says nothing. Names are compared in lower case, with spaces and underscores as hyphens. The list
 * stands in docs/user/safety.md; a test compares.
 */
import type { FactId } from "./safety-facts.ts";
import { countingDays } from "./safety-validity.ts";

/** A pregnancy in days; nobody should have to type the tag again. */
const PREGNANCY = 280;

/** What a tag says, and for how many days. */
export interface TagMeaning {
  readonly fact: FactId;
  readonly days: number;
}

/** One row per fact; `days` = how long the tag counts. */
export const safetyTags: readonly (TagMeaning & { readonly tags: readonly string[] })[] = [
  row("allergicEmergency", "trouble-breathing", "chest-tightness", "throat-swelling", "tongue-swelling", "anaphylaxis"),
  row("thoughtsOfSelfHarm", "self-harm", "suicidal", "suicidal-thoughts"),
  row("bloodInStool", "blood-in-stool", "bloody-stool", "black-stool", "rectal-bleeding"),
  row("fever", "fever"),
  row("unwellFeverishOrShivering", "shivering", "unwell"),
  row("spreadingRednessOrPus", "spreading-redness", "skin-infection"),
  row("suddenPustulesOnRedSkin", "sudden-pustules"),
  row("clustersOfPainfulBlisters", "painful-blisters"),
  row("eyePainLightOrVision", "eye-pain", "light-hurts", "blurred-sight", "blurred-vision"),
  row("newJointPainOrStiffness", "joint-pain", "stiff-joints"),
  row("nightDiarrhoea", "night-diarrhoea", "night-diarrhea"),
  { ...row("pregnantOrTrying", "pregnant", "pregnancy", "trying-for-a-baby"), days: PREGNANCY },
  { ...row("breastFeeding", "breastfeeding", "breast-feeding"), days: countingDays.clearing },
];

function row(fact: FactId, ...tags: readonly string[]): (typeof safetyTags)[number] {
  return { fact, days: countingDays.signYes, tags };
}

const meanings: ReadonlyMap<string, TagMeaning> = new Map(
  safetyTags.flatMap(({ fact, days, tags }) => tags.map((tag) => [tag, { fact, days }] as const)),
);

/** What this tag says, with or without "#"; null = nothing that the rules ask about. */
export function tagMeaning(tag: string): TagMeaning | null {
  const name = tag
    .trim()
    .replace(/^[#@]/, "")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return meanings.get(name) ?? null;
}
