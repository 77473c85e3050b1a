/**
 * Which form did the stool of the day have?
 *
 * Seven steps with our own drawings; a tap on "What the pictures mean" opens the seven descriptions, where a form can be chosen too. Both ends are trouble,
 * so no step is tinted as more or better than another.
 */
import type { ReactElement } from "react";
import { stoolForms, variableById } from "../../../lib/index.ts";
import { StepRow, type Step } from "../../shell/step-row.tsx";
import { words } from "../../words.ts";
import { STOOL } from "./check-in-rows.ts";
import { StoolPicture } from "./stool-pictures.tsx";

const steps: readonly Step[] = stoolForms.map((_, index) => ({
  value: index + 1,
  text: String(index + 1),
  picture: <StoolPicture form={index + 1} />,
}));

/** The row; half steps (a mean of several stools from elsewhere) show as the step below. */
export function StoolRow(props: {
  readonly value: number | null;
  readonly before: number | null;
  readonly onSet: (form: number | null) => void;
}): ReactElement {
  const { value, before, onSet } = props;
  return (
    <section className="rows stool" aria-label={words.today.stool}>
      <StepRow
        id={STOOL}
        tone="gut"
        label={words.today.stool}
        ends={variableById(STOOL)?.anchors}
        steps={steps}
        value={value}
        before={before}
        form="wide"
        isFilled={false}
        onSet={onSet}
      />
      <details className="stool-meanings">
        <summary>{words.today.stoolMeanings}</summary>
        <ul>
          {stoolForms.map((text, index) => (
            <li key={text}>
              <button
                type="button"
                className="stool-meaning tone-gut"
                aria-pressed={value === index + 1}
                onClick={() => onSet(value === index + 1 ? null : index + 1)}
              >
                <StoolPicture form={index + 1} />
                <span>
                  <strong>{index + 1}</strong> {text}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className="quiet">{words.today.stoolHelp}</p>
      </details>
    </section>
  );
}
