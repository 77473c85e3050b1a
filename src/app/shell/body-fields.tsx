/**
 * How are age and height given, wherever the rules ask for them?
 *
 * The profile's own fields, saved when they are left; an emptied field is taken back.
 */
import type { ReactElement } from "react";
import { safetyWords } from "../words-safety.ts";
import { NumberField } from "./number-field.tsx";
import { usePerson } from "./person.ts";

const EARLIEST_BIRTH = 1900;
const heights = { least: 30, most: 260 } as const;

/** Year of birth. */
export function BirthYearField(): ReactElement {
  const { profile, changeProfile, today } = usePerson();
  return (
    <NumberField
      label={safetyWords.birthYear}
      hint={safetyWords.birthYearHint}
      value={profile?.birthYear ?? null}
      least={EARLIEST_BIRTH}
      most={Number(today.slice(0, 4))}
      onSave={(year) => changeProfile({ birthYear: year === null ? null : Math.trunc(year) })}
    />
  );
}

/** Height in centimetres. */
export function HeightField(): ReactElement {
  const { profile, changeProfile } = usePerson();
  return (
    <NumberField
      label={safetyWords.height}
      hint={safetyWords.heightHint}
      value={profile?.heightCentimetres ?? null}
      {...heights}
      onSave={(heightCentimetres) => changeProfile({ heightCentimetres })}
    />
  );
}
