/**
 * What is worth testing next, if anything?
 *
 * At most three cards from trials, diary, safety and time. "Nothing" is a whole answer and gets a card of its own; what is held back is
 * named with the questions that would open it. Worked out anew after every answer.
 */
import { useMemo, type ReactElement } from "react";
import { suggestTests, type SuggestionsDocument } from "../../../lib/index.ts";
import { ConditionPicker } from "../../shell/conditions.tsx";
import { usePerson } from "../../shell/person.ts";
import { routeHash } from "../../shell/route.ts";
import type { SafetyView } from "../../shell/safety-view.ts";
import { useSession } from "../../shell/session.ts";
import { nextWords } from "../../words-next.ts";
import { words } from "../../words.ts";
import { HeldList } from "./held-list.tsx";
import { ProbioticCard } from "./probiotic-card.tsx";
import { SuggestionCard } from "./suggestion-card.tsx";

/** The screen. */
export function NextScreen(): ReactElement {
  const { view, conditions } = usePerson();
  return (
    <div className="next">
      <h1>{nextWords.title}</h1>
      <p className="lead">{nextWords.lead}</p>
      {view === null ? (
        <p className="quiet">{words.app.loading}</p>
      ) : (
        <>
          {(conditions ?? []).length === 0 ? (
            <section className="card" aria-label={nextWords.choose}>
              <p>{nextWords.choose}</p>
              <ConditionPicker chosen={conditions ?? []} />
            </section>
          ) : null}
          <Suggestions view={view} />
        </>
      )}
    </div>
  );
}

function Suggestions({ view }: { readonly view: SafetyView }): ReactElement {
  const { desk } = useSession();
  const { conditions } = usePerson();
  const found = useMemo<SuggestionsDocument>(
    // the last finished look at the own diary: an answer that was given since does not change what the diary says
    () => suggestTests({ document: desk.lastOwn(), table: null, conditions: conditions ?? [] }, view.answer),
    [desk, conditions, view],
  );
  return (
    <>
      {found.nothing === null ? null : (
        <section className="card nothing">
          <p>{found.nothing}</p>
        </section>
      )}
      {found.cards.map((card) => (
        <SuggestionCard key={card.lever} card={card} view={view} />
      ))}
      <p className="quiet">
        {found.withDiary ? nextWords.withDiary : nextWords.withoutDiary}{" "}
        {found.withDiary ? null : <a href={routeHash({ screen: "axis" })}>{nextWords.toAxis}</a>}
      </p>
      <HeldList held={found.held} view={view} />
      <ProbioticCard view={view} />
      <p className="quiet">{found.note}</p>
    </>
  );
}
