/**
 * Where do an answer and the diary not fit together, and which is right?
 *
 * Said kindly and without guessing: the diary was believed by the rules, and the person decides. An entry of the diary is changed in the
 * history, never here.
 */
import type { ReactElement } from "react";
import { answerEntry, safetyQuestion, type FactId } from "../../../lib/index.ts";
import { dayText } from "../../shell/local-day.ts";
import { usePerson } from "../../shell/person.ts";
import { routeHash } from "../../shell/route.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { safetyWords } from "../../words-safety.ts";

/** The card; nothing when everything fits. */
export function Contradictions({ view }: { readonly view: SafetyView }): ReactElement | null {
  const { contradictions } = view.answer;
  if (contradictions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="contradictions-title">
      <h2 id="contradictions-title">{safetyWords.contradictions}</h2>
      {contradictions.map((fact) => (
        <Contradiction key={fact} fact={fact} view={view} />
      ))}
    </section>
  );
}

function Contradiction({ fact, view }: { readonly fact: FactId; readonly view: SafetyView }): ReactElement {
  const { say, today } = usePerson();
  const { answerDays, loggedDays } = view.facts;
  const isNever = fact === "neverUsedProbiotic";
  const logged = loggedDays[isNever ? "usesProbiotic" : fact] ?? null;
  const answered = dayText(answerDays[fact] ?? today, "short");
  const question = isNever
    ? safetyWords.saidNever
    : logged === null
      ? safetyWords.saidNoMedicine(answered)
      : safetyWords.saidNo(answered, dayText(logged, "short"));
  return (
    <div className="note">
      <p>{safetyQuestion(fact).text}</p>
      <p className="note-title">{question}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => say([answerEntry(fact, isNever ? "no" : "yes", today, "app")])}
        >
          {logged === null ? safetyWords.listRight : safetyWords.diaryRight}
        </button>
        {logged === null ? (
          <p className="quiet">{safetyWords.answerRightNoDay}</p>
        ) : (
          <a className="button button-quiet" href={routeHash({ screen: "history", day: logged })}>
            {safetyWords.answerRight(dayText(logged, "short"))}
          </a>
        )}
      </div>
    </div>
  );
}
