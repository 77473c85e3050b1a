/**
 * What do the rules need to know of the person?
 *
 * Year of birth, height, conditions and medicines; each can be taken back, none is needed for writing a diary.
 */
import type { ReactElement } from "react";
import { ConditionPicker } from "../../shell/conditions.tsx";
import { usePerson } from "../../shell/person.tsx";
import type { SafetyView } from "../../shell/safety-view.ts";
import { safetyWords } from "../../words-safety.ts";
import { MedicinesField } from "./medicines-field.tsx";
import { NumberField } from "./number-field.tsx";

const EARLIEST_BIRTH = 1900;
const heights = { least: 30, most: 260 } as const;

/** The card. */
export function AboutYou({ view }: { readonly view: SafetyView }): ReactElement {
  const { conditions } = usePerson();
  return (
    <section className="card about-you" aria-labelledby="about-title">
      <h2 id="about-title">{safetyWords.about}</h2>
      <p className="quiet">{safetyWords.aboutHint}</p>
      <div className="about-fields">
        <BirthYearField />
        <HeightField />
      </div>
      <ConditionPicker chosen={conditions ?? []} />
      <MedicinesField view={view} />
    </section>
  );
}

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
