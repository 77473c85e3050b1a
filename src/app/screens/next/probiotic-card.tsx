/**
 * What should somebody know and answer who thinks of taking a probiotic?
 *
 * Shown to everybody: the advice to ask a professional. Behind it the gate of the kind that is meant; whatever it says, it speaks of risks
 * and never of benefit.
 */
import { useState, type ReactElement } from "react";
import { experimentLabel, probioticNote, type ExperimentCode } from "../../../lib/index.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { nextWords } from "../../words-next.ts";
import { GateForm } from "../../shell/gate-form.tsx";

const kinds: readonly ExperimentCode[] = ["probiotic-bacteria", "probiotic-yeast", "synbiotic", "live-powder"];

/** The card. */
export function ProbioticCard({ view }: { readonly view: SafetyView }): ReactElement {
  const [chosen, setChosen] = useState<ExperimentCode | null>(null);
  return (
    <section className="card" aria-labelledby="probiotic-title">
      <h2 id="probiotic-title">{nextWords.probiotic}</h2>
      <p className="note">{probioticNote}</p>
      <p className="quiet">{nextWords.probioticHint}</p>
      <fieldset className="chips-field">
        <legend>{nextWords.probioticKinds}</legend>
        <div className="chips">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={kind === chosen}
              onClick={() => setChosen(kind === chosen ? null : kind)}
            >
              {experimentLabel(kind)}
            </button>
          ))}
        </div>
      </fieldset>
      {chosen === null ? null : <GateForm key={chosen} experiment={chosen} view={view} />}
    </section>
  );
}
