/**
 * Which messages of the safety rules stand above a screen?
 *
 * "Today" (S) on every screen and in view until it was read; "within two weeks" (D) above the check-in and the axis until it was read. Where a low mood
 * or a medicine makes the rules ask about self-harm, the question stands above the check-in. That a message was shown is written once.
 */
import { useEffect, useState, type ReactElement } from "react";
import {
  answerEntry,
  readEntry,
  safetyQuestion,
  shownEntries,
  type DocumentFlag,
  type SafetyAnswer,
} from "../../lib/index.ts";
import { safetyWords } from "../words-safety.ts";
import { usePerson } from "./person.ts";
import type { ScreenName } from "./route.ts";
import type { SafetyView } from "./safety-view.ts";

/** The messages for this screen; nothing when none is due. */
export function SafetyNotes(props: {
  readonly view: SafetyView;
  readonly screen: ScreenName;
  readonly isDemo: boolean;
}): ReactElement | null {
  const { say, logOnce, today } = usePerson();
  const [isLater, setLater] = useState(false);
  const { answer, document: safety } = props.view;
  const isNear = !props.isDemo && (props.screen === "today" || props.screen === "axis");
  const due = safety.flags.filter(
    (flag) => !flag.acknowledged && (flag.level === "S" || (flag.level === "D" && isNear)),
  );
  useEffect(() => {
    logOnce(shownEntries(answer, "app").filter((entry) => due.some((flag) => flag.rule === entry.rule)));
  });
  const isAsking = props.screen === "today" && !isLater && answer.toAsk.includes("thoughtsOfSelfHarm");
  if (due.length === 0 && !isAsking) return null;
  const urgent = due.filter((flag) => flag.level === "S");
  const later = due.filter((flag) => flag.level !== "S");
  return (
    <>
      {urgent.length === 0 ? null : (
        <div className="safety-notes safety-urgent">
          {urgent.map((flag) => (
            <FlagNote key={flag.rule} flag={flag} answer={answer} isAlert />
          ))}
        </div>
      )}
      {isAsking ? (
        <section className="note note-ask safety-notes" aria-label={safetyWords.mayWeAsk}>
          <p className="note-title">{safetyWords.mayWeAsk}</p>
          <p>{safetyQuestion("thoughtsOfSelfHarm").text}</p>
          <div className="row">
            <button
              type="button"
              className="button"
              onClick={() => say([answerEntry("thoughtsOfSelfHarm", "yes", today, "app")])}
            >
              {safetyWords.yes}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => say([answerEntry("thoughtsOfSelfHarm", "no", today, "app")])}
            >
              {safetyWords.no}
            </button>
            <button type="button" className="button button-quiet" onClick={() => setLater(true)}>
              {safetyWords.notNow}
            </button>
          </div>
          {safety.crisis.map((line) => (
            <p key={line} className="quiet">
              {line}
            </p>
          ))}
        </section>
      ) : null}
      {later.length === 0 ? null : (
        <div className="safety-notes">
          {later.map((flag) => (
            <FlagNote key={flag.rule} flag={flag} answer={answer} />
          ))}
        </div>
      )}
    </>
  );
}

/** One message with its button; also on the screen *Safety*, where it stays after it was read. */
export function FlagNote(props: {
  readonly flag: DocumentFlag;
  readonly answer: SafetyAnswer;
  /** Read out at once when it comes. */
  readonly isAlert?: boolean;
}): ReactElement {
  const { flag, answer, isAlert = false } = props;
  const { say, today } = usePerson();
  const onRead = (): void => {
    const entry = readEntry(answer, flag.rule, "app");
    if (entry) say([entry]);
  };
  return (
    <section
      className={`note note-${flag.level.toLowerCase()}`}
      role={isAlert ? "alert" : undefined}
      aria-label={flag.title}
    >
      <p className="note-title">{flag.what}</p>
      <p>
        <strong>{flag.title}.</strong> {flag.text}
      </p>
      <div className="row">
        {flag.acknowledged ? (
          <p className="quiet">{safetyWords.readBefore}</p>
        ) : (
          <button type="button" className="button" onClick={onRead}>
            {safetyWords.read}
          </button>
        )}
        {flag.rule === "weight-loss" ? (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => say([answerEntry("weightLossIntended", "yes", today, "app")])}
          >
            {safetyWords.meantToLose}
          </button>
        ) : null}
      </div>
    </section>
  );
}
