/**
 * How is one number about a person given: year of birth, height?
 *
 * A plain text field with a numeric keyboard, saved when it is left or by Enter. What is out of range is said beside the field and not
 * saved; an emptied field is taken back.
 */
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { safetyWords } from "../words-safety.ts";

export interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly onSave: (value: number | null) => void;
}

/** One labelled field. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, hint, value, least, most, onSave } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? "" : String(value));
  const read = text.trim() === "" ? null : Number(text.trim().replace(",", "."));
  const isBad = read !== null && !(read >= least && read <= most);
  const save = (): void => {
    if (typed === null || isBad) return;
    if (read !== value) onSave(read);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") save();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-describedby={`${id}-hint`}
        aria-invalid={isBad && typed !== null ? true : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className="quiet">
        {isBad && typed !== null && text.length >= String(least).length ? safetyWords.outOfRange(least, most) : hint}
      </p>
    </div>
  );
}
