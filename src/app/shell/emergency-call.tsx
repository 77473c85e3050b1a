/**
 * Which number is called now?
 *
 * The number of the country that the person has set, as a link that calls it; never a guessed one. Without a country the words say "your
 * local emergency number" and the country can be chosen on the spot.
 */
import { useId, type ReactElement } from "react";
import { emergencyNumberOf, emergencyNumbers } from "../../lib/index.ts";
import { safetyWords } from "../words-safety.ts";
import { usePerson } from "./person.ts";

/** The number, or the choice of the country; with a crisis line first where that is what it is about. */
export function EmergencyCall({ isCrisis }: { readonly isCrisis: boolean }): ReactElement {
  const region = usePerson().profile?.region ?? null;
  const row = emergencyNumberOf(region);
  return (
    <div className="emergency-call">
      {row === null ? (
        <p>{region === null ? safetyWords.callLocal : safetyWords.callUnknown}</p>
      ) : (
        <>
          {isCrisis && row.crisisLine !== null ? (
            <>
              <p>{safetyWords.crisisLine(row.crisisLine.name)}</p>
              <Numbers text={row.crisisLine.number} />
            </>
          ) : null}
          <p>{safetyWords.callIn(row.name)}</p>
          <Numbers text={row.number} />
        </>
      )}
      {row === null ? <CountryField /> : null}
    </div>
  );
}

/** The country, for the emergency number; saved at once. */
export function CountryField(): ReactElement {
  const { profile, changeProfile } = usePerson();
  const id = useId();
  const region = profile?.region ?? "";
  const isKnown = region === "" || emergencyNumbers.some((row) => row.region === region);
  return (
    <div className="field">
      <label htmlFor={id}>{safetyWords.country}</label>
      <select
        id={id}
        value={region}
        onChange={(event) => changeProfile({ region: event.target.value === "" ? null : event.target.value })}
      >
        <option value="">{safetyWords.countryUnset}</option>
        {isKnown ? null : <option value={region}>{region}</option>}
        {emergencyNumbers.map((row) => (
          <option key={row.region} value={row.region}>
            {row.name.replace(/^the /, "")}
          </option>
        ))}
      </select>
      <p className="quiet">{safetyWords.countryWhy}</p>
    </div>
  );
}

/** Each number of "999 or 112" as a link of its own. */
function Numbers({ text }: { readonly text: string }): ReactElement {
  const numbers = text.match(/\d[\d ]*\d|\d/g) ?? [];
  return (
    <p className="row">
      {numbers.map((number) => (
        <a key={number} className="button button-strong emergency-number" href={`tel:${number.replaceAll(" ", "")}`}>
          {safetyWords.call(number)}
        </a>
      ))}
    </p>
  );
}
