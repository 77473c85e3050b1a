/**
 * How is one answer of a score given?
 *
 * Signs and grades are big steps with a word on each; 0-10 questions are a row of numbers; shares, counts and the numbers of an official form are typed, as text,
 * so that what is no number can be told apart from nothing.
 */
import { useId, type ReactElement } from "react";
import { itemWords, type Instrument, type ScaleItem } from "../../../lib/index.ts";
import { StepRow, type Step } from "../../shell/step-row.tsx";

export interface ItemFieldProps {
  readonly instrument: Instrument;
  readonly item: ScaleItem;
  readonly value: string;
  readonly isRefused: boolean;
  readonly onSet: (text: string) => void;
}

/** Steps where there are few, a field where there are many. */
export function ItemField(props: ItemFieldProps): ReactElement {
  const id = useId();
  const { instrument, item, value, onSet } = props;
  const words = itemWords(instrument, item);
  const steps = instrument.mode === "N" ? null : stepsOf(item, words.steps);
  if (steps === null) {
    return (
      <TextField
        label={words.label}
        help={words.help}
        value={value}
        isRefused={props.isRefused}
        isClock={item.kind === "clock"}
        onChange={onSet}
      />
    );
  }
  return (
    <StepRow
      id={id}
      tone="skin"
      label={words.label}
      help={words.help}
      ends={words.ends ?? undefined}
      steps={steps}
      value={value === "" || Number.isNaN(Number(value)) ? null : Number(value)}
      before={null}
      form={words.steps === null ? "wide" : "words"}
      isFilled
      onSet={(step) => onSet(step === null ? "" : String(step))}
    />
  );
}

/** A typed number (or time) with its label, its range and, when it was refused, a mark. */
export function TextField(props: {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly isRefused: boolean;
  readonly isClock?: boolean;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const id = useId();
  const { help } = props;
  return (
    <div className="score-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        inputMode={props.isClock === true ? "text" : "decimal"}
        autoComplete="off"
        value={props.value}
        aria-invalid={props.isRefused}
        aria-describedby={help === "" ? undefined : `${id}-help`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {help === "" ? null : (
        <p className="quiet" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** Most steps of a row of numbers. */
const MOST_STEPS = 11;

function stepsOf(item: ScaleItem, words: readonly string[] | null): readonly Step[] | null {
  const count = item.max - item.min + 1;
  if (item.kind === "clock" || count > MOST_STEPS) return null;
  return Array.from({ length: count }, (_, index) => {
    const value = item.min + index;
    const word = words?.[index];
    return word === undefined
      ? { value, text: String(value) }
      : { value, text: word, picture: <span className="step-number">{value}</span> };
  });
}
