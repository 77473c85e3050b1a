/**
 * What does gutskin watch for, what does it ask, and what is it not?
 *
 * The crisis line first, whatever else there is; then what fired, what does not fit together, the signs to tick, the person, and what the
 * product is and is not. Everything that is answered has its date and can be taken back.
 */
import type { ReactElement } from "react";
import { crisisSentences, safetyReviewNote } from "../../../lib/index.ts";
import { CountryField } from "../../shell/emergency-call.tsx";
import { usePerson } from "../../shell/person.ts";
import { FlagNote } from "../../shell/safety-notes.tsx";
import type { SafetyView } from "../../shell/safety-view.ts";
import { safetyWords } from "../../words-safety.ts";
import { words } from "../../words.ts";
import { AboutYou } from "./about-you.tsx";
import { Contradictions } from "./contradictions.tsx";
import { SignList } from "./sign-list.tsx";

/** The screen. */
export function SafetyScreen(): ReactElement {
  const { view, profile } = usePerson();
  return (
    <div className="safety">
      <h1>{safetyWords.title}</h1>
      <p className="lead">{safetyWords.lead}</p>
      <section className="card crisis" aria-labelledby="crisis-title">
        <h2 id="crisis-title">{safetyWords.crisis}</h2>
        {crisisSentences(profile?.region ?? null).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <CountryField />
      </section>
      {view === null ? (
        <p className="quiet">{words.app.loading}</p>
      ) : (
        <>
          <Fired view={view} />
          <Contradictions view={view} />
          <SignList view={view} />
          <AboutYou view={view} />
        </>
      )}
      <section className="card is-and-is-not" aria-labelledby="is-title">
        <div>
          <h2 id="is-title">{safetyWords.isTitle}</h2>
          <ul>
            {safetyWords.is.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{safetyWords.isNotTitle}</h2>
          <ul>
            {safetyWords.isNot.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <p>{safetyWords.intended}</p>
        <p className="quiet">{safetyReviewNote}</p>
      </section>
    </div>
  );
}

/** What fired, read or not; an unread "today" stands above the screen already (shell/safety-notes.tsx). */
function Fired({ view }: { readonly view: SafetyView }): ReactElement | null {
  const flags = view.document.flags.filter((flag) => flag.acknowledged || flag.level === "D");
  if (flags.length === 0) return null;
  return (
    <section className="card" aria-labelledby="fired-title">
      <h2 id="fired-title">{safetyWords.fired}</h2>
      {flags.map((flag) => (
        <FlagNote key={flag.rule} flag={flag} answer={view.answer} />
      ))}
    </section>
  );
}
