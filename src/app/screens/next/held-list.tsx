/**
 * What is not offered now, and why?
 *
 * Each with its reasons and, folded away, the questions that would have to be answered.
 */
import { useState, type ReactElement } from "react";
import type { HeldSuggestion } from "../../../lib/index.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { nextWords } from "../../words-next.ts";
import { capital } from "../../shell/capital.ts";
import { GateForm } from "../../shell/gate-form.tsx";

/** The section; nothing when nothing is held back. */
export function HeldList(props: {
  readonly held: readonly HeldSuggestion[];
  readonly view: SafetyView;
}): ReactElement | null {
  if (props.held.length === 0) return null;
  return (
    <section className="card held" aria-labelledby="held-title">
      <h2 id="held-title">{nextWords.held}</h2>
      {props.held.map((one) => (
        <Held key={one.lever} held={one} view={props.view} />
      ))}
    </section>
  );
}

function Held({ held, view }: { readonly held: HeldSuggestion; readonly view: SafetyView }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="held-one">
      <h3>{capital(held.title)}</h3>
      <ul>
        {held.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{held.openQuestions > 0 ? nextWords.answer(held.openQuestions) : nextWords.lookAt}</summary>
        {isOpen ? <GateForm experiment={held.experiment} view={view} /> : null}
      </details>
    </div>
  );
}
