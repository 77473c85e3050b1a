/**
 * How is one value given with one tap?
 *
 * A row of large steps with words at the ends. Untouched = not recorded, nothing is preset; a second tap
 * clears. The value of the day before appears only after this one is given, so that it does not anchor.
 * Keyboard: digits set, left and right move, Delete clears, up and down go to the neighbouring row.
 */
import { useRef, type KeyboardEvent, type ReactElement } from "react";
import { words } from "../words.ts";
import { readDigit, type Typed } from "./typed-digits.ts";

export interface Step {
  readonly value: number;
  readonly text: string;
  /** Stands over the text. */
  readonly picture?: ReactElement;
}

export interface StepRowProps {
  readonly id: string;
  readonly label: string;
  readonly ends?: readonly [string, string] | undefined;
  readonly steps: readonly Step[];
  readonly value: number | null;
  /** The day before; null when not recorded. */
  readonly before: number | null;
  /** Role, for the colour. */
  readonly tone: string;
  /** What is meant, one line under the label. */
  readonly help?: string;
  /** "wide": label above a full row. "beside": label and few steps on one line. "words": steps that are words and may need several lines. */
  readonly form: "wide" | "beside" | "words";
  /** Steps up to the value are tinted: for amounts and severities, not for yes and no. */
  readonly isFilled: boolean;
  readonly onSet: (value: number | null) => void;
  readonly children?: ReactElement | null;
}

/** One row. */
export function StepRow(props: StepRowProps): ReactElement {
  const { id, label, ends, steps, value, before, onSet, help = "" } = props;
  const group = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>({ text: "", at: -Infinity });
  const chosen = stepAt(steps, value);
  const tabStop = Math.max(0, chosen);
  const focusStep = (index: number): void => buttonsIn(group.current)[index]?.focus();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = buttonsIn(group.current).findIndex((button) => button === document.activeElement);
    if (/^\d$/.test(event.key)) {
      const read = readDigit(
        typed.current,
        event.key,
        event.timeStamp,
        steps.map((step) => step.value),
      );
      typed.current = read.typed;
      if (read.step === null) return;
      onSet(read.step);
      focusStep(stepAt(steps, read.step));
    } else if (event.key === "ArrowRight" && at < steps.length - 1) focusStep(at + 1);
    else if (event.key === "ArrowLeft" && at > 0) focusStep(at - 1);
    else if (event.key === "Home") focusStep(0);
    else if (event.key === "End") focusStep(steps.length - 1);
    else if (event.key === "Delete" || event.key === "Backspace") onSet(null);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      focusNeighbour(group.current, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
  };

  const state = value === null ? words.today.notGiven : words.today.given(valueText(steps, value));
  return (
    <div className={`step-row step-${props.form} tone-${props.tone}`} data-given={value !== null}>
      <div className="step-head">
        {ends ? <span className="step-end">{ends[0]}</span> : null}
        <span className="step-label" id={`${id}-label`}>
          {label}
        </span>
        {ends ? <span className="step-end">{ends[1]}</span> : null}
      </div>
      {help === "" ? null : (
        <p className="step-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="steps-line">
        <div
          className="steps-group"
          role="group"
          aria-labelledby={`${id}-label`}
          aria-describedby={help === "" ? `${id}-state` : `${id}-help ${id}-state`}
          ref={group}
          data-step-group=""
          data-columns={props.form === "words" ? columnsOf(steps) : undefined}
          onKeyDown={onKeyDown}
        >
          {steps.map((step, i) => (
            <button
              key={step.value}
              type="button"
              className="step"
              aria-pressed={i === chosen}
              data-filled={props.isFilled && chosen >= 0 && i < chosen}
              data-before={value !== null && before !== null && i === stepAt(steps, before)}
              tabIndex={i === tabStop ? 0 : -1}
              onClick={() => onSet(i === chosen ? null : step.value)}
            >
              {step.picture}
              {step.text}
            </button>
          ))}
        </div>
        {props.children}
      </div>
      <span className="visually-hidden" id={`${id}-state`}>
        {state}
        {value !== null && before !== null ? `, ${words.today.dayBeforeGiven(valueText(steps, before))}` : ""}
      </span>
    </div>
  );
}

/** Index of the step that shows this value: the last one that is not above it; -1 for none. */
export function stepAt(steps: readonly Step[], value: number | null): number {
  if (value === null) return -1;
  return steps.findLastIndex((step) => step.value <= value);
}

/** Words share one line while they are short; seven shares of an area stand four and three. */
function columnsOf(steps: readonly Step[]): number {
  const longest = Math.max(...steps.flatMap((step) => step.text.split(" ").map((word) => word.length)));
  if (steps.length > 6) return 4;
  return longest <= 7 ? Math.min(steps.length, 5) : 3;
}

function valueText(steps: readonly Step[], value: number): string {
  const step = steps[stepAt(steps, value)];
  return step?.value === value ? step.text : String(value);
}

function buttonsIn(group: HTMLElement | null): readonly HTMLButtonElement[] {
  return group ? [...group.querySelectorAll("button")] : [];
}

/** Moves to the row above or below on the same screen, to its tab stop. */
function focusNeighbour(group: HTMLElement | null, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-step-group]")];
  const next = group ? rows[rows.indexOf(group) + by] : undefined;
  next?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
}
