/**
 * What do the rules need to know of the person?
 *
 * Year of birth, height, conditions and medicines; each can be taken back, none is needed for writing a diary.
 */
import type { ReactElement } from "react";
import { BirthYearField, HeightField } from "../../shell/body-fields.tsx";
import { ConditionPicker } from "../../shell/conditions.tsx";
import { MedicinesField } from "../../shell/medicines-field.tsx";
import { usePerson } from "../../shell/person.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { safetyWords } from "../../words-safety.ts";

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
