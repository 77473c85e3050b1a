/**
 * What stands on the page when somebody should call an emergency number now?
 *
 * This alone: what it is about, the number, the crisis line, and one button. The focus goes to the heading and not to the button, so that a
 * key that was just pressed does not close it; behind it nothing can be reached. What was typed on the page is kept.
 */
import { useEffect, useRef, type ReactElement } from "react";
import { readEntry, shownEntries } from "../../lib/index.ts";
import { safetyWords } from "../words-safety.ts";
import { EmergencyCall } from "./emergency-call.tsx";
import { usePerson } from "./person.ts";
import type { SafetyView } from "./safety-view.ts";

/** The full screen message; only mounted while an emergency message is unread. */
export function EmergencyScreen({ view }: { readonly view: SafetyView }): ReactElement {
  const { say, logOnce } = usePerson();
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer, document: safety } = view;
  const urgent = safety.flags.filter((flag) => flag.level === "E" && !flag.acknowledged);
  const others = safety.flags.filter((flag) => flag.level !== "E" && !flag.acknowledged);
  const [first, ...more] = urgent;
  const names = urgent.map((flag) => flag.rule).join(" ");
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [names]);
  useEffect(() => focusPage, []);
  useEffect(() => {
    logOnce(shownEntries(answer, "app"));
  });
  const onRead = (): void => say(urgent.flatMap((flag) => readEntry(answer, flag.rule, "app") ?? []));
  return (
    <main className="emergency">
      <div
        className="emergency-card"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="emergency-title"
        aria-describedby="emergency-text"
      >
        <p className="emergency-what">{first?.what}</p>
        <h1 id="emergency-title" tabIndex={-1} ref={heading}>
          {first?.title}
        </h1>
        <p id="emergency-text">{first?.text}</p>
        <EmergencyCall isCrisis={urgent.some((flag) => flag.rule === "self-harm")} />
        {more.map((flag) => (
          <section key={flag.rule}>
            <h2>{flag.title}</h2>
            <p>{flag.text}</p>
          </section>
        ))}
        {others.length === 0 ? null : (
          <section>
            <h2>{safetyWords.also}</h2>
            <ul>
              {others.map((flag) => (
                <li key={flag.rule}>
                  {flag.title}. {flag.what}
                </li>
              ))}
            </ul>
          </section>
        )}
        <button type="button" className="button" onClick={onRead}>
          {safetyWords.read}
        </button>
        {[...safety.crisis, safety.note].map((line) => (
          <p key={line} className="quiet">
            {line}
          </p>
        ))}
      </div>
    </main>
  );
}

/** When the message has gone, the page behind it goes on at its heading. */
function focusPage(): void {
  requestAnimationFrame(() => {
    const page = document.querySelector<HTMLElement>("main h1");
    page?.setAttribute("tabindex", "-1");
    page?.focus({ preventScroll: true });
  });
}
