/**
 * What do the safety rules get to know from a journal, and what do they say of it?
 *
 * Answers with their days (what still counts: evidence/safety-validity.ts), profile, professional's words, messages that were read, and what
 * entries show: medicines and probiotics taken, tags of the short list (evidence/safety-tags.ts), weight, illness, low mood, own
 * scores of a skin condition. A score alone never fires a flag; notes and meals are never searched. Windows without a source are
 * project rules, for the clinician to confirm.
 */
import { addDays, dayFromNumber, dayToNumber, type Day } from "../base/day.ts";
import { isProbiotic } from "../daily/reading.ts";
import { evaluateSafety, type SafetyAnswer } from "../evidence/safety.ts";
import { isExperimentCode, unknownFacts, type FactId, type SafetyFacts } from "../evidence/safety-facts.ts";
import { tagMeaning } from "../evidence/safety-tags.ts";
import { countingDays } from "../evidence/safety-validity.ts";
import type { AnswerEntry, Entry } from "../journal/entry.ts";
import { conditionsIn, isWatchNote, profileIn, WATCH_NOTE_ID } from "../journal/profile.ts";
import type { EntryQuery, EntryView, FieldConflict } from "../journal/store.ts";
import { createMedicineBook, type MedicineBook } from "./safety-medicines.ts";
import { collectAnswers, type GivenAnswer } from "./safety-answers.ts";
import { profileFacts } from "./safety-profile.ts";

/** Doses and tags that are older say nothing to the rules. */
const EVENT_DAYS = 400;
/** Nor do daily answers (weight, mood) that are older: half a year, the window in which weight is watched. */
const ANSWER_DAYS = 182;

/** What to ask a store for, so that the rules see all that they read and no more; the views of all queries together, in any order. */
export function safetyQueries(today: Day): readonly EntryQuery[] {
  return [
    { kinds: ["profile", "safetyAnswer", "professionalWord", "safetyEvent"] },
    { kinds: ["medicine", "supplement", "tag"], fromDay: addDays(today, -EVENT_DAYS) },
    { kinds: ["answer"], fromDay: addDays(today, -ANSWER_DAYS) },
    { ids: [WATCH_NOTE_ID] },
  ];
}

/** At or below this mood (0-10) on any of the last 14 days the question about self-harm is asked. Project rule. */
const LOW_MOOD = 2;
/** Being ill today or yesterday counts as unwell. */
const ILL_DAYS = 1;

const conditionOf: ReadonlyMap<string, FactId> = new Map<string, FactId>([
  ["eczemaSeverity", "eczema"],
  ["psoriasisSeverity", "psoriasis"],
  ["rosaceaSeverity", "rosacea"],
]);

/** Catalogue ids whose answers say something to the rules. */
export const watchedItems: ReadonlySet<string> = new Set([
  ...conditionOf.keys(),
  "bodyWeightKilograms",
  "mood",
  "illness",
  "probioticTaken",
  "antibioticTaken",
  "systemicTreatment",
]);

/** What the entries show, gathered in one pass. */
interface Shown {
  readonly today: number;
  /** Newest day by fact; null = no day says anything. */
  readonly logged: Map<FactId, number | null>;
  readonly weights: Map<number, number>;
  readonly medicines: MedicineBook;
}

/**
 * The facts of a journal on this day. Takes views (hidden ones are left out; where two devices disagree, the value that warns
 * counts) or plain entries. Cost: one pass.
 */
export function safetyFactsOf(items: readonly (Entry | EntryView)[], today: Day): SafetyFacts {
  const now = dayToNumber(today);
  const shown: Shown = { today: now, logged: new Map(), weights: new Map(), medicines: createMedicineBook(now) };
  const given: GivenAnswer[] = [];
  const confirmations: SafetyFacts["confirmations"][number][] = [];
  const messages: SafetyFacts["messages"][number][] = [];
  const personal: (Entry | EntryView)[] = [];
  let profileConflicts: readonly FieldConflict[] = [];
  for (const item of items) {
    const isView = "entry" in item;
    if (isView && item.hidden) continue;
    const entry = isView ? item.entry : item;
    switch (entry.kind) {
      case "safetyAnswer":
        given.push({ fact: entry.fact, reply: entry.reply, day: entry.day, conflicts: isView ? item.conflicts : [] });
        break;
      case "professionalWord":
        if (isExperimentCode(entry.experiment)) confirmations.push({ experiment: entry.experiment, day: entry.day });
        break;
      case "safetyEvent":
        messages.push({
          rule: entry.rule,
          level: entry.level,
          version: entry.ruleVersion,
          event: entry.event,
          day: entry.day,
        });
        break;
      case "profile":
        personal.push(item);
        profileConflicts = isView ? item.conflicts : [];
        break;
      case "note":
        if (isView && isWatchNote(item)) personal.push(item);
        break;
      default:
        readShown(entry, shown);
    }
  }
  const person = profileFacts(profileIn(personal), profileConflicts, {
    today: now,
    conditions: conditionsIn(personal) ?? [],
    weights: shown.weights,
  });
  for (const fact of person.conditions) if (!shown.logged.has(fact)) shown.logged.set(fact, null);
  for (const name of person.formerMedicines) shown.medicines.addNow(name);
  const newestMedicineDay = shown.medicines.newestDay(person.newMedicineDay);
  const days = [...shown.logged].flatMap(([fact, day]) => (day === null ? [] : [[fact, dayFromNumber(day)] as const]));
  return {
    ...unknownFacts(today),
    ...collectAnswers(given, today, newestMedicineDay),
    logged: [...shown.logged.keys()],
    loggedDays: Object.fromEntries(days),
    ageYears: person.ageYears,
    ageYearsAtMost: person.ageYearsAtMost,
    bodyMassIndex: person.bodyMassIndex,
    medicines: person.medicines,
    loggedMedicines: shown.medicines.taken(),
    newestMedicineDay,
    weights: [...shown.weights].map(([day, kilograms]) => ({ day: dayFromNumber(day), kilograms })),
    confirmations,
    messages,
    region: person.region,
  };
}

/** The rules' answer for a journal on this day; under 5 ms for three years of entries (`npm run bench`). */
export function safetyOfJournal(items: readonly (Entry | EntryView)[], today: Day): SafetyAnswer {
  return evaluateSafety(safetyFactsOf(items, today));
}

function readShown(entry: Entry, shown: Shown): void {
  if (entry.kind === "answer" && !watchedItems.has(entry.item)) return;
  if (entry.kind !== "answer" && entry.kind !== "medicine" && entry.kind !== "supplement" && entry.kind !== "tag")
    return;
  const day = dayToNumber(entry.day);
  const age = shown.today - day;
  // tomorrow may be today further east; anything later is a typing error
  if (age < -1 || age > (entry.kind === "answer" ? ANSWER_DAYS : EVENT_DAYS)) return;
  switch (entry.kind) {
    case "answer":
      readAnswer(entry, day, age, shown);
      return;
    case "medicine":
      if (entry.taken) shown.medicines.add(entry.name, day);
      if (entry.taken && entry.group === "antibiotic") shown.medicines.add("antibiotic", day);
      return;
    case "supplement":
      if (entry.taken && isProbiotic(entry)) log("usesProbiotic", day, shown);
      if (entry.taken) shown.medicines.addProduct(entry.product, day);
      return;
    case "tag": {
      const meaning = entry.value === 0 ? null : tagMeaning(entry.tag);
      if (meaning !== null && age <= meaning.days) log(meaning.fact, day, shown);
    }
  }
}

function readAnswer({ item, value }: AnswerEntry, day: number, age: number, shown: Shown): void {
  const condition = conditionOf.get(item);
  if (condition !== undefined) {
    // a condition that stands has no new day each day: its message would come back daily
    if (value > 0 && age <= countingDays.clearing) shown.logged.set(condition, null);
  } else if (item === "bodyWeightKilograms") {
    shown.weights.set(day, value);
  } else if (item === "mood") {
    if (value <= LOW_MOOD && age <= countingDays.signYes) log("lowMood", day, shown);
  } else if (value > 0) {
    if (item === "probioticTaken") log("usesProbiotic", day, shown);
    if (item === "illness" && age <= ILL_DAYS) log("unwellFeverishOrShivering", day, shown);
    if (item === "antibioticTaken") shown.medicines.add("antibiotic", day);
    if (item === "systemicTreatment") shown.medicines.add("medicine for skin or gut without a name", day);
  }
}

function log(fact: FactId, day: number, { logged }: Shown): void {
  logged.set(fact, Math.max(day, logged.get(fact) ?? day));
}
