/**
 * How is each item of an instrument asked, in this project's own words?
 *
 * Generic names of signs and places with our own grades, for the instruments in mode O and the five grade names of the vIGA-AD (mode T, as its owner prints
 * them). Instruments in mode N have no words here: their items are numbers of the official form. No sentence of anyone's questionnaire is used.
 */
import type { Instrument, ScaleItem } from "../scales/instrument.ts";
import { stoolForms } from "../scales/stool-forms.ts";

/** How an item is shown. */
export interface ItemWords {
  readonly label: string;
  /** What is meant, one line; "" when the label says it. */
  readonly help: string;
  /** One word per whole step from the smallest on; null = the steps are plain numbers. */
  readonly steps: readonly string[] | null;
  /** Words at the two ends of plain numbers. */
  readonly ends: readonly [string, string] | null;
}

const FOUR = ["none", "light", "clear", "strong"] as const;
const FIVE = [...FOUR, "very strong"] as const;
const AREAS = ["none", "<10 %", "10–29 %", "30–49 %", "50–69 %", "70–89 %", "90 % +"] as const;
const GRADES = ["clear", "almost clear", "mild", "moderate", "severe"] as const;
const SPOTS = ["none", "plugs", "red bumps", "with pus", "deep lumps"] as const;

/** Signs and questions by item name (the part after the dot). */
const NAMES: Readonly<Record<string, readonly [label: string, help: string]>> = {
  erythema: ["Redness", "Pink to dark red; on dark skin also purple, grey or darker than around it."],
  induration: ["Thickness", "Raised or swollen when you feel it."],
  excoriation: ["Scratch marks", "Lines, scabs or small wounds from scratching."],
  lichenification: ["Leathery skin", "Thicker, with deep skin lines, from long rubbing."],
  scaling: ["Scales", "Flakes on the surface, fine or thick."],
  area: ["How much of it", "Share of this part of the body that is affected."],
  areaPercent: ["How much of it, percent", "Share of this part of the body that is affected."],
  redness: ["Redness", "Pink to dark red; on dark skin also purple, grey or darker than around it."],
  swelling: ["Swelling", "Raised, puffy or bumpy."],
  oozingOrCrusts: ["Weeping or crusts", "Wet places, or yellow crusts where it has dried."],
  scratchMarks: ["Scratch marks", "Lines, scabs or small wounds from scratching."],
  thickening: ["Leathery skin", "Thicker, with deep skin lines, from long rubbing."],
  dryness: ["Dryness", "How dry the skin is where there is no eczema."],
  extentPercent: ["How much of the body, percent", "Your palm with its fingers is about 1 %."],
  itch: ["Itch", "Over the last three days and nights, on average."],
  sleepLoss: ["Lost sleep", "Because of the skin, over the last three nights, on average."],
  worst: ["Worst itch", "The worst moment of the last 24 hours."],
  thickness: ["Thickness", "How raised a usual patch is."],
  scale: ["Scales", "How scaly a usual patch is."],
  roughness: ["Roughness", "How rough it feels under a finger."],
  cracks: ["Cracks", "Fine lines up to open, sore splits."],
  comedones: ["Blackheads and whiteheads", "Small plugs without redness."],
  papulesAndPustules: ["Red bumps and spots with pus", "Counted together."],
  nodules: ["Deep, sore lumps", "Larger than a pea, under the skin."],
  grade: ["Grade", ""],
  percent: ["Share of this part of the body, percent", ""],
  type: ["Form of the stool", ""],
};

/** Places of the body, by item name or by the part before the dot. */
const PLACES: Readonly<Record<string, string>> = {
  head: "Head and neck",
  arms: "Arms and hands",
  trunk: "Chest, belly and back",
  legs: "Legs, feet and buttocks",
  forehead: "Forehead",
  rightCheek: "Right cheek",
  leftCheek: "Left cheek",
  nose: "Nose",
  chin: "Chin",
  chestAndBack: "Chest and back",
  face: "Face",
  chest: "Chest",
  back: "Back",
};

/** What an item means in one instrument only. */
const SPECIAL: Readonly<Record<string, Partial<ItemWords>>> = {
  "ods dryness": {
    help: "Look at the whole of it at once.",
    steps: ["supple", "a little dry", "dry, fine scales", "rough and scaly", "scaly and cracked"],
  },
  "srrc redness": { steps: FIVE },
  "redness redness": {
    help: "Where it is strongest, in the light you have now.",
    steps: ["none", "faint", "easy to see", "strong", "very strong"],
  },
  "viga-ad grade": { label: "Grade", steps: ["Clear", "Almost clear", "Mild", "Moderate", "Severe"] },
  "iga-acne grade": { steps: GRADES },
  "stool-form type": { steps: stoolForms },
  "sapasi redness": { help: "How red a usual patch is." },
};

/** Words at the ends of 0-10 questions. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  itch: ["none", "worst imaginable"],
  worst: ["none", "worst imaginable"],
  sleepLoss: ["none", "all of it"],
  redness: ["none", "as strong as can be"],
  thickness: ["flat", "as thick as can be"],
  scale: ["none", "as scaly as can be"],
};

/** The words of one item. Items of the official forms (mode N) are "Question 3", with the answers that the form can have. */
export function itemWords(instrument: Instrument, item: ScaleItem): ItemWords {
  const name = item.id.split(".").at(-1) ?? item.id;
  if (instrument.mode === "N" || !(name in NAMES || name in PLACES)) return officialItem(item);
  const [label, help] = NAMES[name] ?? [PLACES[name] ?? name, ""];
  const place = item.id.includes(".") || name in NAMES ? null : PLACES[name];
  return {
    label: place ?? label,
    help: place === null ? help : "",
    steps: stepsOf(instrument, item, name),
    ends: item.max === 10 ? (ENDS[name] ?? null) : null,
    ...SPECIAL[`${instrument.id} ${item.id}`],
  };
}

/** The heading over the items of one group: "head" is "Head and neck". */
export function groupWords(group: string): string {
  return PLACES[group] ?? group;
}

function stepsOf(instrument: Instrument, item: ScaleItem, name: string): readonly string[] | null {
  if (item.step !== 1) return null;
  if (name === "area" || (item.max === 6 && name in PLACES)) return AREAS;
  if (instrument.id === "gags") return SPOTS;
  if (instrument.id === "cass") return [...GRADES, "very severe"];
  if (item.max === 3) return FOUR;
  return item.max === 4 ? FIVE : null;
}

function officialItem(item: ScaleItem): ItemWords {
  const number = item.id.replace(/^loinc\./, "");
  return {
    label: `Question ${number}`,
    help: item.kind === "clock" ? "A time, like 22:30." : `From ${String(item.min)} to ${String(item.max)}.`,
    steps: null,
    ends: null,
  };
}

/** Parts that stand on their own, where neither a sign nor a place has the name. */
const PARTS: Readonly<Record<string, string>> = {
  objective: "Without itch and sleep",
  symptoms: "What it feels like",
  emotions: "Feelings",
  functioning: "Doing things",
  abdominalPain: "Belly pain",
  reflux: "Heartburn",
  indigestion: "Digestion",
  constipation: "Constipation",
  diarrhoea: "Diarrhoea",
  quality: "Quality of sleep",
  latency: "Falling asleep",
  duration: "Length of sleep",
  efficiency: "Asleep while in bed",
  disturbances: "Disturbed sleep",
  medicine: "Sleeping pills",
  daytime: "Tired by day",
  loose: "Loose",
  hard: "Hard",
};

/** The name of a part of a score: "emotions" is "Feelings", "face" is "Face". */
export function partWords(part: string): string {
  return PARTS[part] ?? PLACES[part] ?? NAMES[part]?.[0] ?? part;
}

/** What each instrument is about, in one sentence. */
export const instrumentAbout: Readonly<Record<string, string>> = {
  itch: "How strong the itch was at its worst.",
  poem: "How often eczema showed itself.",
  scorad: "Six signs, how much skin, itch and lost sleep.",
  "objective-scorad": "Six signs and how much skin, without itch and sleep.",
  "scorad-self": "Six signs, how much skin, itch and lost sleep, as you see them yourself.",
  easi: "Four signs and how much skin, at four parts of the body.",
  "viga-ad": "One grade for the whole skin.",
  pasi: "Three signs and how much skin, at four parts of the body.",
  sapasi: "How much skin at four parts of the body, and what a usual patch is like.",
  pssi: "Three signs and how much of the scalp.",
  psi: "What psoriasis feels like.",
  "area-score": "Which class a share of the skin belongs to.",
  "lesion-count": "How many spots there are, by kind.",
  gags: "The worst kind of spot at six places: plugs (blackheads, whiteheads), red bumps, spots with pus, or deep and sore lumps.",
  cass: "One grade each for face, chest and back.",
  "iga-acne": "One grade for the whole face.",
  redness: "How red it is, in one step.",
  cea: "Redness as a clinician sees it.",
  "psa-redness": "Redness as you see it, by the official form.",
  rosaqol: "What rosacea does to daily life.",
  ods: "How dry the skin is as a whole, in one step.",
  srrc: "Scales, roughness, redness and cracks.",
  dlqi: "What the skin did to daily life.",
  "skindex-16": "How much the skin bothered you, in three parts.",
  "skindex-29": "What the skin does to life, in three parts.",
  "stool-form": "The form of one stool.",
  "ibs-sss": "How much belly and bowel trouble there is.",
  gsrs: "Belly and bowel trouble in five parts.",
  "gsrs-ibs": "Belly and bowel trouble, for an irritable bowel.",
  "pss-10": "How hard to handle life felt.",
  "pss-4": "The same as the PSS-10 in four questions.",
  psqi: "How you slept.",
};
