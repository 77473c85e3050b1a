/**
 * Which medicines are taken, by name, or none?
 *
 * A list that is whole on the day on which it was last said; after 90 days it is asked again. A name that nobody here recognises is said,
 * because it keeps gates closed.
 */
import { useId, useState, type ReactElement, type SyntheticEvent } from "react";
import { dayText } from "./local-day.ts";
import { usePerson } from "./person.ts";
import type { SafetyView } from "./safety-view.ts";
import { safetyWords } from "../words-safety.ts";

/** The list with its field. */
export function MedicinesField({ view }: { readonly view: SafetyView }): ReactElement {
  const { profile, changeProfile } = usePerson();
  const id = useId();
  const [typed, setTyped] = useState("");
  const names = profile?.medicines ?? [];
  const said = profile?.medicinesDay ?? null;
  const isWhole = view.facts.medicines !== null;
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    const name = typed.trim().replace(/\s+/g, " ");
    if (name === "") return;
    if (!names.some((known) => known.toLowerCase() === name.toLowerCase()))
      changeProfile({ medicines: [...names, name] });
    setTyped("");
  };
  return (
    <div className="medicines">
      <h3 id={`${id}-title`}>{safetyWords.medicines}</h3>
      <p className="quiet">{safetyWords.medicinesHint}</p>
      {names.length > 0 ? (
        <ul className="medicine-list" aria-labelledby={`${id}-title`}>
          {names.map((name) => (
            <li key={name}>
              <span>{name}</span>
              <button
                type="button"
                className="button button-quiet"
                aria-label={safetyWords.removeMedicine(name)}
                onClick={() => changeProfile({ medicines: names.filter((one) => one !== name) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status">{statusText(names, said === null ? null : dayText(said, "short"), isWhole)}</p>
      {view.answer.unrecognisedMedicines.length > 0 ? (
        <p className="quiet">{safetyWords.unrecognised(view.answer.unrecognisedMedicines.join(", "))}</p>
      ) : null}
      <form className="medicine-form" onSubmit={add}>
        <input
          type="text"
          aria-label={safetyWords.medicineName}
          placeholder={safetyWords.medicineName}
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button">
          {safetyWords.addMedicine}
        </button>
      </form>
      {names.length === 0 && !isWhole ? (
        <button type="button" className="button" onClick={() => changeProfile({ medicines: [] })}>
          {safetyWords.noMedicines}
        </button>
      ) : null}
      {names.length > 0 && !isWhole ? (
        <button type="button" className="button" onClick={() => changeProfile({ medicines: names })}>
          {safetyWords.medicinesWhole}
        </button>
      ) : null}
    </div>
  );
}

function statusText(names: readonly string[], said: string | null, isWhole: boolean): string {
  if (said === null) return safetyWords.medicinesAsk;
  if (!isWhole) return safetyWords.medicinesAgain(said);
  return `${names.length === 0 ? `${safetyWords.noneTaken}. ` : ""}${safetyWords.medicinesSaid(said)}`;
}
