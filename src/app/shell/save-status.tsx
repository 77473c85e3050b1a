/**
 * Is what was tapped safe?
 *
 * "Saved" is said only after the journal has acknowledged. A save that failed stays, is sent again by
 * itself, and can be sent at once.
 */
import type { ReactElement } from "react";
import { useOutboxState, useSession } from "./session.ts";
import { words } from "../words.ts";

/** One line at the head of the check-in. */
export function SaveStatus(): ReactElement {
  const { phase, savedCount } = useOutboxState();
  const text =
    phase === "saving"
      ? words.saving.saving
      : phase === "failed"
        ? ""
        : savedCount > 0
          ? words.saving.saved
          : words.saving.untouched;
  return (
    <p className="save-status" role="status" data-phase={phase === "idle" && savedCount > 0 ? "saved" : phase}>
      {text}
    </p>
  );
}

/** What is shown while a save fails. */
export function SaveProblem(): ReactElement | null {
  const { outbox } = useSession();
  const { phase, problem, waiting } = useOutboxState();
  if (phase !== "failed" || problem === null) return null;
  const isRefused = problem.kind !== "unreachable";
  return (
    <section className="note note-problem" role="status">
      <p className="note-title">{isRefused ? words.saving.refused : words.saving.failed(waiting)}</p>
      <p>
        {problem.title} {problem.detail}
      </p>
      <div className="row">
        <button type="button" className="button" onClick={outbox.retry}>
          {words.saving.retry}
        </button>
        {isRefused ? (
          <button type="button" className="button" onClick={outbox.discard}>
            {words.saving.discard}
          </button>
        ) : null}
      </div>
    </section>
  );
}
