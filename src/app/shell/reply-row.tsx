/**
 * How is one question of a gate answered: yes, no, or "I do not know"?
 *
 * Three buttons, nothing chosen beforehand; the day of the answer stands beside it. A second tap takes the answer back.
 */
import { useId, type ReactElement } from "react";
import { answerEntry, type Answer, type FactId } from "../../lib/index.ts";
import { dayText } from "./local-day.ts";
import { usePerson } from "./person.ts";
import type { SafetyView } from "./safety-view.ts";
import { safetyWords } from "../words-safety.ts";

const replies: readonly { readonly reply: Answer; readonly text: string }[] = [
  { reply: "yes", text: safetyWords.yes },
  { reply: "no", text: safetyWords.no },
  { reply: "do-not-know", text: safetyWords.doNotKnow },
];

/** One question. */
export function ReplyRow(props: {
  readonly fact: FactId;
  readonly text: string;
  readonly view: SafetyView;
}): ReactElement {
  const { fact, text, view } = props;
  const { say, takeBack, today } = usePerson();
  const id = useId();
  const given = view.facts.answers[fact] ?? null;
  const day = view.facts.answerDays[fact] ?? null;
  return (
    <div className="reply-row" role="group" aria-labelledby={`${id}-text`} data-given={given !== null}>
      <p id={`${id}-text`} className="reply-text">
        {text}
      </p>
      <div className="reply-buttons">
        {replies.map(({ reply, text: label }) => (
          <button
            key={reply}
            type="button"
            className="chip"
            aria-pressed={given === reply}
            onClick={() =>
              given === reply && day !== null
                ? takeBack(answerEntry(fact, reply, day, "app"))
                : say([answerEntry(fact, reply, today, "app")])
            }
          >
            {label}
          </button>
        ))}
        <span className="reply-day quiet">
          {day === null ? safetyWords.unanswered : safetyWords.answeredOn(dayText(day, "short"))}
        </span>
      </div>
    </div>
  );
}
