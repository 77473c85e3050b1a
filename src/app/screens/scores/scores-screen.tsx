/**
 * Which clinical scores are there for this person, and what did they say so far?
 *
 * The list of the scores of the chosen conditions, or (`open`) one of them with its form, its past and its facts.
 */
import type { ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { instrumentById, scoreLines } from "../../../lib/index.ts";
import { ConditionNotes } from "../../shell/condition-notes.tsx";
import { useConditions } from "../../shell/conditions.tsx";
import { ProblemNote } from "../../shell/notes.tsx";
import { routeHash } from "../../shell/route.ts";
import { useEntries } from "../../shell/session.ts";
import { scoreWords } from "../../words-scores.ts";
import { words } from "../../words.ts";
import { ScoreList } from "./score-list.tsx";
import { ScorePage } from "./score-page.tsx";

/** The screen; `open`: id of the score that is looked at, null = the list. */
export function ScoresScreen({ open, today }: { readonly open: string | null; readonly today: Day }): ReactElement {
  const { chosen } = useConditions();
  const { views, problem } = useEntries({ kinds: ["score"] });
  const instrument = open === null ? null : instrumentById(open);
  const lines = scoreLines((views ?? []).flatMap(({ entry }) => (entry.kind === "score" ? [entry] : [])));
  const isLoading = views === null || chosen === null;
  return (
    <div className="scores">
      {instrument === null ? (
        <>
          <h1>{scoreWords.title}</h1>
          <p className="lead">{scoreWords.lead}</p>
        </>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {open !== null && instrument === null ? (
        <p className="note">
          {scoreWords.unknown} <a href={routeHash({ screen: "scores" })}>{scoreWords.all}</a>
        </p>
      ) : null}
      {isLoading ? <p className="quiet">{words.app.loading}</p> : null}
      {!isLoading && instrument !== null ? (
        <ScorePage key={instrument.id} instrument={instrument} lines={lines} today={today} />
      ) : null}
      {!isLoading && open === null ? (
        <>
          <ScoreList chosen={chosen} lines={lines} today={today} />
          <ConditionNotes chosen={chosen} />
        </>
      ) : null}
    </div>
  );
}
