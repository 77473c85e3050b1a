/**
 * What does the profile say to the safety rules: age, body mass index, medicines, conditions, region?
 *
 * A birth year leaves two ages open: both ends are given. The list of medicines is whole for 90 days after it was last said; after that
 * its names still count as taken, and the question is open again. Where two devices disagree, what is not sure is not known.
 */
import { dayFromNumber, dayToNumber, type Day } from "../base/day.ts";
import type { FactId } from "../evidence/safety-facts.ts";
import { countingDays } from "../evidence/safety-validity.ts";
import type { ProfileEntry } from "../journal/entry.ts";
import type { FieldConflict } from "../journal/store.ts";
import type { SkinCondition } from "../journal/variable.ts";
import { matters } from "./safety-medicines.ts";

/** Weighings behind a body mass index, at most; none older than 90 days. */
const WEIGHINGS = 7;

/** What stands beside the profile. */
export interface ProfileSetting {
  /** Day number. */
  readonly today: number;
  /** As chosen, in the profile or in the old note. */
  readonly conditions: readonly SkinCondition[];
  /** Kilograms by day number. */
  readonly weights: ReadonlyMap<number, number>;
}

/** The profile in the words of the rules; null = not known. */
export interface PersonFacts {
  readonly ageYears: number | null;
  readonly ageYearsAtMost: number | null;
  readonly bodyMassIndex: number | null;
  readonly medicines: readonly string[] | null;
  /** Names of a list that is no longer whole: they count as taken all the same. */
  readonly formerMedicines: readonly string[];
  /** Day on which the list last gained a name that matters. */
  readonly newMedicineDay: Day | null;
  readonly conditions: readonly FactId[];
  readonly region: string | null;
}

/** Reads the profile (null = there is none). */
export function profileFacts(
  profile: ProfileEntry | null,
  conflicts: readonly FieldConflict[],
  { today, conditions, weights }: ProfileSetting,
): PersonFacts {
  const others = (field: string): readonly unknown[] =>
    conflicts.filter((conflict) => conflict.field === field).flatMap((conflict) => conflict.otherValues);
  const isDisputed = (field: string): boolean => others(field).length > 0;
  const years =
    profile?.birthYear === undefined || isDisputed("birthYear")
      ? -1
      : Number(dayFromNumber(today).slice(0, 4)) - profile.birthYear;
  const height = isDisputed("heightCentimetres") ? undefined : profile?.heightCentimetres;
  const names = [...new Set([...(profile?.medicines ?? []), ...others("medicines").flatMap(textsIn)])];
  const saidOn = profile?.medicinesDay ?? profile?.day;
  const isWhole =
    profile?.medicines !== undefined &&
    saidOn !== undefined &&
    !isDisputed("medicines") &&
    today - dayToNumber(saidOn) <= countingDays.clearing;
  const chosen = [...conditions, ...others("conditions").flatMap(textsIn)];
  return {
    ageYears: years < 0 ? null : Math.max(0, years - 1),
    ageYearsAtMost: years < 0 ? null : years,
    bodyMassIndex: bodyMassIndex(height, weights, today),
    medicines: isWhole ? names : null,
    formerMedicines: isWhole ? [] : names,
    newMedicineDay: names.some(matters) ? (profile?.newMedicineDay ?? null) : null,
    conditions: (["eczema", "rosacea", "psoriasis"] as const).filter((fact) => chosen.includes(fact)),
    region: profile?.region ?? null,
  };
}

/** kg/m2 from the (lower) median of the last weighings, so that one typing error neither opens nor closes anything. */
function bodyMassIndex(
  heightCentimetres: number | undefined,
  weights: ReadonlyMap<number, number>,
  today: number,
): number | null {
  const recent = [...weights]
    .filter(([day, kilograms]) => today - day <= countingDays.clearing && kilograms > 0)
    .sort(([a], [b]) => b - a)
    .slice(0, WEIGHINGS)
    .map(([, kilograms]) => kilograms)
    .sort((a, b) => a - b);
  const kilograms = recent[Math.floor((recent.length - 1) / 2)];
  if (heightCentimetres === undefined || kilograms === undefined) return null;
  const metres = heightCentimetres / 100;
  return kilograms / (metres * metres);
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === "string") : [];
}
