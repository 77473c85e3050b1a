/**
 * How is a problem or a piece of news shown?
 *
 * Politely: `role="status"` for news, a bordered note with title and mend for problems. Never in red, never
 * with an exclamation mark.
 */
import type { ReactElement, ReactNode } from "react";
import type { Problem } from "./problem.ts";

/** A problem with its mend and, if given, what can be done here. */
export function ProblemNote({
  problem,
  children,
}: {
  readonly problem: Problem;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <section className="note note-problem" role="status">
      <p className="note-title">{problem.title}</p>
      <p>{problem.detail}</p>
      {children === undefined ? null : <div className="row">{children}</div>}
    </section>
  );
}

/** News of something that was done. The element is always there, so that its change is announced. */
export function StatusNote({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="status-note" role="status">
      {text === "" ? null : (
        <>
          <span>{text}</span>
          {children}
        </>
      )}
    </div>
  );
}
