/**
 * What stands before one experiment, and what would open it?
 *
 * All questions of its gate with the answers that count, each with its date; then the reasons that hold, and, where a professional's word
 * can open it, a place to write that word down. An unanswered question keeps it closed.
 */
import { useMemo, useState, type ReactElement } from "react";
import {
  evaluateSafety,
  isFactId,
  safetyQuestion,
  unknownFacts,
  wordEntry,
  wordGate,
  type ExperimentCode,
  type FactId,
  type OpenQuestion,
  type WordedGate,
} from "../../lib/index.ts";
import { dayText } from "./local-day.ts";
import { usePerson } from "./person.ts";
import type { SafetyView } from "./safety-view.ts";
import { safetyWords } from "../words-safety.ts";
import { BirthYearField, HeightField } from "./body-fields.tsx";
import { MedicinesField } from "./medicines-field.tsx";
import { ReplyRow } from "./reply-row.tsx";

/** The form of one gate; it stands open below the thing that it is about. */
export function GateForm({
  experiment,
  view,
}: {
  readonly experiment: ExperimentCode;
  readonly view: SafetyView;
}): ReactElement {
  const { today } = usePerson();
  const all = useMemo(() => evaluateSafety(unknownFacts(today)).gates[experiment].openQuestions, [experiment, today]);
  const worded = wordGate(view.answer, experiment);
  const open = view.answer.gates[experiment].openQuestions;
  const facts = [...all.filter(isFact), ...laterFacts(worded)].filter((fact) => !view.facts.logged.includes(fact));
  const asks = (question: OpenQuestion): boolean => all.includes(question);
  return (
    <div className="gate" data-state={worded.state}>
      <p className="gate-state" role="status">
        <strong>{worded.label}:</strong> {worded.sentence}
        {open.length > 0 ? ` ${safetyWords.gateLeft(open.length)}` : ""}
      </p>
      {worded.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {asks("ageYears") || asks("medicines") || asks("bodyMassIndex") ? (
        <div className="gate-part">
          {asks("ageYears") ? <BirthYearField /> : null}
          {asks("bodyMassIndex") ? (
            <>
              <HeightField />
              <p className="quiet">{safetyWords.gateWeight}</p>
            </>
          ) : null}
          {asks("medicines") ? <MedicinesField view={view} /> : null}
        </div>
      ) : null}
      {facts.length > 0 ? (
        <div className="gate-part">
          <h3>{safetyWords.gateQuestions}</h3>
          <p className="quiet">{safetyWords.gateHint}</p>
          {facts.map((fact) => (
            <ReplyRow key={fact} fact={fact} text={safetyQuestion(fact).text} view={view} />
          ))}
        </div>
      ) : null}
      {open.includes("eliminationDays") ? <p className="note">{safetyWords.gatePlan}</p> : null}
      <Reasons worded={worded} />
      <ProfessionalWord worded={worded} view={view} />
    </div>
  );
}

function isFact(question: OpenQuestion): question is FactId {
  return isFactId(question);
}

/** Questions that only matter once a reason holds: help by a dietitian, a coeliac test. */
function laterFacts({ reasons }: WordedGate): readonly FactId[] {
  const holds = (rule: string): boolean => reasons.some((reason) => reason.rule === rule);
  return [
    ...(holds("diet-under-18") ? (["dietitianSupports"] as const) : []),
    ...(holds("gluten-test-first") ? (["coeliacTestDone"] as const) : []),
    ...(holds("gluten-psoriasis") ? (["coeliacTestPositive"] as const) : []),
  ];
}

function Reasons({ worded }: { readonly worded: WordedGate }): ReactElement | null {
  const { reasons, opens } = worded;
  if (reasons.length === 0 && opens.length === 0) return null;
  return (
    <div className="gate-part">
      {reasons.length > 0 ? <h3>{safetyWords.reasons}</h3> : null}
      <ul className="gate-reasons">
        {reasons.map((reason) => (
          <li key={reason.rule}>
            <strong>{reason.title}.</strong> {reason.text}
            {reason.cleared ? <em> ({safetyWords.cleared})</em> : null}
          </li>
        ))}
      </ul>
      {opens.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** A checkbox with who it was; once ticked, what was written down and when. */
function ProfessionalWord({
  worded,
  view,
}: {
  readonly worded: WordedGate;
  readonly view: SafetyView;
}): ReactElement | null {
  const { say, takeBack, today } = usePerson();
  const [who, setWho] = useState("");
  const word = view.wordByExperiment.get(worded.experiment) ?? null;
  const isCounting = word !== null && worded.reasons.some((reason) => reason.cleared);
  if (isCounting) {
    return (
      <div className="gate-part">
        <p role="status">
          {safetyWords.talkedOn(word.who ?? safetyWords.someone, dayText(word.day, "short"))} {safetyWords.talkedHint}
        </p>
        <button type="button" className="button button-quiet" onClick={() => takeBack(word)}>
          {safetyWords.talkedBack}
        </button>
      </div>
    );
  }
  if (!worded.takesWord) return null;
  const talked = (): void => {
    const name = who.trim();
    say([wordEntry(worded.experiment, name === "" ? safetyWords.someone : name, today, "app")]);
  };
  return (
    <div className="gate-part">
      <label className="field">
        <span>{safetyWords.talkedWho}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={false} onChange={talked} />
        {safetyWords.talked}
      </label>
      <p className="quiet">{safetyWords.talkedHint}</p>
    </div>
  );
}
