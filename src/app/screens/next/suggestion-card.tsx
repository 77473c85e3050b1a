/**
 * What does one card say: a fair test that could be run, or a thing to watch?
 *
 * What trials found with their nulls, what the own diary says, how long, what would end it, and what comes before. There is no button to
 * start: the planner is not built yet, and the card says so.
 */
import type { ReactElement } from "react";
import { wordGate, type Suggestion } from "../../../lib/index.ts";
import { routeHash } from "../../shell/route.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { nextWords } from "../../words-next.ts";
import { GateForm } from "../../shell/gate-form.tsx";

/** One card. */
export function SuggestionCard({ card, view }: { readonly card: Suggestion; readonly view: SafetyView }): ReactElement {
  const { trials } = card;
  const titleId = `next-${card.lever}`;
  return (
    <article className="card suggestion" aria-labelledby={titleId}>
      <h2 id={titleId}>{card.title}</h2>
      <h3>
        {nextWords.trials}{" "}
        <span className="quiet">
          {trials.certainty === null ? nextWords.noTrial : nextWords.certainty(trials.certainty)}
        </span>
      </h3>
      <p>{trials.sentence}</p>
      <h3>{nextWords.nulls}</h3>
      {trials.nulls.length === 0 ? (
        <p>{nextWords.noNulls}</p>
      ) : (
        <ul>
          {trials.nulls.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {card.condition === null || trials.records.length === 0 ? null : (
        <p>
          <a href={routeHash({ screen: "learn", detail: card.lever, within: card.condition })}>
            {nextWords.allRecords}
          </a>
        </p>
      )}
      <h3>{nextWords.diary}</h3>
      <p>{card.diary}</p>
      <h3>{nextWords.duration}</h3>
      <p>{card.duration}</p>
      <h3>{nextWords.stop}</h3>
      <ul>
        {card.stop.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{nextWords.gate}</h3>
      <Before card={card} view={view} />
    </article>
  );
}

function Before({ card, view }: { readonly card: Suggestion; readonly view: SafetyView }): ReactElement {
  const { reasons, notes } = wordGate(view.answer, card.experiment);
  // what a professional's word has opened stays in view, with its date and a way back
  if (card.gate.state === "professional-first" || reasons.length > 0) {
    return <GateForm experiment={card.experiment} view={view} />;
  }
  return (
    <>
      <p>{nextWords.gateOpen}</p>
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <p className="quiet">{nextWords.planner}</p>
    </>
  );
}
