/**
 * What can a person write down?
 *
 * An entry is one thing about one calendar day. Its content is a map of fields; fields that mean something
 * only together are one field (`amount`). Entries are never stored as such: they are views over ops (op.ts).
 * Missing is absence of the field; 0 is a value.
 */
import type { Day } from "../base/day.ts";
import type { Role, SkinCondition } from "./variable.ts";

/** A value with the unit it was given in: one field, so that the two can never come from different edits. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** Gut-relevant servings of one meal, as the person or a reader of the text counted them. Absent key = not known. */
export interface MealCounts {
  readonly fibreRich?: number;
  readonly fermented?: number;
  readonly prebiotic?: number;
  readonly ultraProcessed?: number;
}

/** Grams (or mg, kcal as named) where known. Absent key = not known. */
export interface MealAmounts {
  readonly fibreGrams?: number;
  readonly energyKcal?: number;
  readonly alcoholGrams?: number;
  readonly addedSugarGrams?: number;
}

interface Common {
  /** The calendar day the person meant. */
  readonly day: Day;
  /** Minutes east of UTC where and when it was written; absent when unknown. Never used to move the day. */
  readonly offsetMinutes?: number;
  /** Local clock time `HH:MM` if the person gave one. */
  readonly time?: string;
  /** Where it came from: "app", "cli", an importer such as "cronometer", or "copied" for a meal that repeats an earlier one by a tap. */
  readonly source?: string;
  /** Id of the import receipt entry that brought it. */
  readonly receipt?: string;
}

/** A once-a-day answer or a measured value of a catalogue or custom variable. */
export interface AnswerEntry extends Common {
  readonly kind: "answer";
  readonly item: string;
  readonly value: number;
  /** Distinguishes several answers a day ("morning"); absent = the one of the day. */
  readonly slot?: string;
}

/** What was eaten, as text, with counts and grams where somebody knows them. */
export interface MealEntry extends Common {
  readonly kind: "meal";
  readonly text: string;
  readonly meal?: "breakfast" | "lunch" | "dinner" | "snack";
  readonly counts?: MealCounts;
  readonly amounts?: MealAmounts;
}

/** A supplement that was taken (or, taken = false, deliberately not). */
export interface SupplementEntry extends Common {
  readonly kind: "supplement";
  readonly product: string;
  readonly taken: boolean;
  readonly strain?: string;
  /** log10 of colony-forming units, for probiotics. */
  readonly log10Cfu?: number;
  readonly amount?: Amount;
}

/** A medicine that was taken (or, taken = false, deliberately not). */
export interface MedicineEntry extends Common {
  readonly kind: "medicine";
  readonly name: string;
  readonly taken: boolean;
  readonly group: "antibiotic" | "topical" | "systemic" | "other";
  readonly amount?: Amount;
}

/** Minutes of a calm practice: breathing, meditation, yoga. */
export interface PracticeEntry extends Common {
  readonly kind: "practice";
  readonly practice: string;
  readonly minutes: number;
}

/** Laboratory marker with its unit as printed on the report. */
export interface MarkerEntry extends Common {
  readonly kind: "marker";
  readonly marker: "crp" | "calprotectin";
  readonly amount: Amount;
}

/** An event of the menstrual cycle. */
export interface CycleEntry extends Common {
  readonly kind: "cycle";
  readonly event: "periodStart" | "periodEnd" | "flow";
  readonly flow?: "light" | "medium" | "heavy";
}

/** Weather of the day; absent = not known. */
export interface WeatherEntry extends Common {
  readonly kind: "weather";
  readonly temperatureCelsius?: number;
  readonly humidityPercent?: number;
}

/** A word on the day: "#travel", "#ill", "@work". `value` is set for "#mood(8)". */
export interface TagEntry extends Common {
  readonly kind: "tag";
  readonly tag: string;
  readonly value?: number;
}

/** Free text on the day. */
export interface NoteEntry extends Common {
  readonly kind: "note";
  readonly text: string;
}

/** "All I did of this group today is written down": silence then means none. */
export interface DayCompleteEntry extends Common {
  readonly kind: "dayComplete";
  readonly group: "all" | "food" | "supplements" | "practice";
  readonly complete: boolean;
}

/** A variable of the person's own, so that a wide CSV column has a home. */
export interface CustomVariableEntry extends Common {
  readonly kind: "customVariable";
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly betterIs: "lower" | "higher" | "neither";
}

/** Proof of one import, and the handle to undo it. */
export interface ImportReceiptEntry extends Common {
  readonly kind: "importReceipt";
  readonly file: string;
  readonly fileSha256: string;
  readonly format: string;
  readonly importerVersion: number;
  readonly added: number;
  readonly changed: number;
}

/** A clinical score on the day it was filled in: the answers that were given, and what they added up to by the rules of that time. */
export interface ScoreEntry extends Common {
  readonly kind: "score";
  /** Id of the instrument (scales/instruments.ts): "poem", "easi". */
  readonly instrument: string;
  /** Who rated; scores of different raters never share one line. */
  readonly rater: "self" | "clinician";
  /** Absent when the instrument has only parts, or when it could not be formed. */
  readonly total?: number;
  /** Parts that stand on their own, by id; a part that could not be formed is absent. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Answers by item id; an unanswered item is absent. Absent as a whole when only the total was entered. */
  readonly items?: Readonly<Record<string, number>>;
  readonly form?: string;
  /** Age on the day, years, where the weights depend on it. */
  readonly ageYears?: number;
  readonly weights?: "adult" | "under8";
}

/** What is true of the person for longer than a day. One entry per journal; each field is answered by itself, absent = not asked. */
export interface ProfileEntry extends Common {
  readonly kind: "profile";
  readonly conditions?: readonly SkinCondition[];
  readonly birthYear?: number;
  readonly heightCentimetres?: number;
  /** Two letters of ISO 3166-1 ("GB"): which emergency number is shown. Never guessed. */
  readonly region?: string;
  /** Medicines as typed; [] = none are taken. */
  readonly medicines?: readonly string[];
  /** Day on which the list of medicines was last said to be whole. */
  readonly medicinesDay?: Day;
  /** Day on which the list last gained a name: safety answers from before it are asked again. */
  readonly newMedicineDay?: Day;
}

/** An answer to a question of the safety rules, with its day. One entry per fact. */
export interface SafetyAnswerEntry extends Common {
  readonly kind: "safetyAnswer";
  /** A fact id of evidence/safety-facts.ts; unknown ids are kept. */
  readonly fact: string;
  readonly reply: "yes" | "no" | "do-not-know";
}

/** "I have talked to a professional about this experiment", with its day. One entry per experiment and day. */
export interface ProfessionalWordEntry extends Common {
  readonly kind: "professionalWord";
  readonly experiment: string;
  /** Who it was, as typed: "dermatologist". */
  readonly who?: string;
}

/** The local log of the safety rules: that a flag was shown, and that the person has read it. */
export interface SafetyEventEntry extends Common {
  readonly kind: "safetyEvent";
  readonly rule: string;
  readonly level: "E" | "S" | "D" | "P" | "B";
  readonly event: "shown" | "acknowledged";
  /** Version of the rule whose words were shown. */
  readonly ruleVersion: number;
}

/** The person's own reading of words, remembered for ever: "my bowl" is 260 g, "usual muesli" is this food. One entry per phrase. */
export interface FoodChoiceEntry extends Common {
  readonly kind: "foodChoice";
  /** The words as typed, lower case, single spaces: "porridge", "bowl of soup". */
  readonly phrase: string;
  /** Id of a food of the table, or `own:<id>` for an own food; absent when only the portion is set. */
  readonly food?: string;
  /** Grams of one portion of these words (or of one `unit` where that is given). */
  readonly gramsPerPortion?: number;
  /** The household unit that the grams are for: "bowl", "mug". */
  readonly unit?: string;
}

/** A food or product of the person's own, or one taken from a food table that they imported: its figures travel with the journal. One entry per id. */
export interface OwnFoodEntry extends Common {
  readonly kind: "ownFood";
  readonly id: string;
  readonly label: string;
  /** Other words for it. */
  readonly names?: readonly string[];
  /** Figures per 100 g by the names of foods/nutrients.ts (`fibreGrams`, `energyKcal` ...); absent = not known. */
  readonly per100Grams: Readonly<Record<string, number>>;
  /** Traits by the names of foods/food.ts ("dairy", "live", "plant:oat"). */
  readonly traits?: readonly string[];
  /** Grams of one portion. */
  readonly gramsPerPortion?: number;
  /** Where the figures come from: "label", "off:4006040055136", "fdc:171711". */
  readonly foodSource: string;
  readonly licence?: string;
  readonly barcode?: string;
}

/** Everything that can be written down, told apart by `kind`. */
export type Entry =
  | AnswerEntry
  | MealEntry
  | SupplementEntry
  | MedicineEntry
  | PracticeEntry
  | MarkerEntry
  | CycleEntry
  | WeatherEntry
  | TagEntry
  | NoteEntry
  | DayCompleteEntry
  | ScoreEntry
  | ProfileEntry
  | SafetyAnswerEntry
  | ProfessionalWordEntry
  | SafetyEventEntry
  | FoodChoiceEntry
  | OwnFoodEntry
  | CustomVariableEntry
  | ImportReceiptEntry;

/** The names of the kinds. */
export type EntryKind = Entry["kind"];
