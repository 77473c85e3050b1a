/**
 * Which weekly scores are open today?
 *
 * One quiet line below the check-in that leads to the scores; it names the open ones and never counts what was left out.
 */
import type { ReactElement } from "react";
import { askedItems, dueScores, scoreLines, type SkinCondition } from "../../lib/index.ts";
import { usePerson } from "./person.ts";
import { routeHash } from "./route.ts";
import { useEntries } from "./session.ts";
import { words } from "../words.ts";

/** The line; without open scores it only names the screen. */
export function ScoresLink({ chosen }: { readonly chosen: readonly SkinCondition[] }): ReactElement {
  const { today } = usePerson();
  const { views } = useEntries({ kinds: ["score"] });
  const lines = scoreLines((views ?? []).flatMap(({ entry }) => (entry.kind === "score" ? [entry] : [])));
  // one per condition, the usual one: a list of everything would read like homework
  const usual = chosen.map((condition) => askedItems[condition].weekly[0]);
  const due = views === null ? [] : dueScores(usual, lines, today);
  return (
    <p className="quiet scores-link">
      <a href={routeHash({ screen: "scores" })}>{words.today.scores}</a>
      {due.length === 0 ? null : <> · {words.today.scoresOpen(due.map(({ name }) => name).join(", "))}</>}
    </p>
  );
}
