/**
 * Do any signs fit today that somebody else should look at?
 *
 * One list to tick; a tick is saved at once with its date, and the message follows by rule. "None of the others" answers the rest with no.
 * Signs that the diary shows anyway are not asked. Once all is answered the list folds away and can be opened again.
 */
import { useMemo, type ReactElement } from "react";
import {
  answerEntry,
  evaluateSafety,
  isFactId,
  safetyQuestion,
  unknownFacts,
  type FactId,
  type SafetyQuestion,
} from "../../../lib/index.ts";
import { dayText } from "../../shell/local-day.ts";
import { usePerson } from "../../shell/person.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { safetyWords } from "../../words-safety.ts";

interface AskedSign extends SafetyQuestion {
  readonly id: FactId;
}

/** The card with the list. */
export function SignList({ view }: { readonly view: SafetyView }): ReactElement {
  const { say, today } = usePerson();
  const signs = useSigns(view);
  const { answers, answerDays } = view.facts;
  const open = signs.filter((sign) => answers[sign.id] === undefined);
  const days = signs.flatMap((sign) => answerDays[sign.id] ?? []);
  const last = days.reduce((newest, day) => (day > newest ? day : newest), days[0] ?? today);
  const list = (
    <>
      <Signs title={safetyWords.check} signs={signs.filter(({ group }) => group === "now")} view={view} />
      <Signs title={safetyWords.checkAbout} signs={signs.filter(({ group }) => group === "about")} view={view} />
    </>
  );
  if (open.length === 0) {
    return (
      <section className="card" aria-labelledby="signs-title">
        <h2 id="signs-title">{safetyWords.check}</h2>
        <p role="status">{safetyWords.doneOn(dayText(last, "short"))}</p>
        <details>
          <summary>{safetyWords.change}</summary>
          {list}
        </details>
      </section>
    );
  }
  return (
    <section className="card" aria-labelledby="signs-title">
      <h2 id="signs-title">{safetyWords.check}</h2>
      <p className="quiet">{safetyWords.checkHint}</p>
      {list}
      <div className="row">
        <button
          type="button"
          className="button button-strong"
          onClick={() => say(open.map((sign) => answerEntry(sign.id, "no", today, "app")))}
        >
          {safetyWords.none}
        </button>
      </div>
      <p className="quiet">{safetyWords.noneHint}</p>
    </section>
  );
}

/** What the red flags ask anybody, and what they ask this person now; without what the diary shows. */
function useSigns({ answer, facts }: SafetyView): readonly AskedSign[] {
  const { today } = usePerson();
  const anybody = useMemo(() => evaluateSafety(unknownFacts(today)).toAsk, [today]);
  const ids = [...new Set([...anybody, ...answer.toAsk])].filter(
    (id): id is FactId => isFactId(id) && !facts.logged.includes(id),
  );
  return ids.map((id) => ({ ...safetyQuestion(id), id })).filter(({ kind }) => kind === "fact");
}

function Signs(props: {
  readonly title: string;
  readonly signs: readonly AskedSign[];
  readonly view: SafetyView;
}): ReactElement | null {
  const { say, today } = usePerson();
  const { title, signs, view } = props;
  const { answers, answerDays } = view.facts;
  if (signs.length === 0) return null;
  return (
    <fieldset className="signs">
      <legend className={title === safetyWords.check ? "visually-hidden" : undefined}>{title}</legend>
      {signs.map(({ id, text }) => {
        const day = answerDays[id];
        return (
          <label key={id} className="check sign">
            <input
              type="checkbox"
              checked={answers[id] === "yes"}
              onChange={(event) => say([answerEntry(id, event.target.checked ? "yes" : "no", today, "app")])}
            />
            <span>
              {text}
              {day === undefined ? null : (
                <span className="quiet sign-day"> {safetyWords.answeredOn(dayText(day, "short"))}</span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
