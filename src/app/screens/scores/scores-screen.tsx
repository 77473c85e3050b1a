/**
 * Which clinical scores are there for this person, and what did they say so far?
 *
 * The list of the scores of the chosen conditions, or (`open`) one of them with its form, its past and its facts.
 */
import type { ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { scoreWords } from "../../words-scores.ts";

/** The screen; `open`: id of the score that is looked at, null = the list. */
export function ScoresScreen({ open }: { readonly open: string | null; readonly today: Day }): ReactElement {
  return (
    <div className="scores">
      <h1>{open ?? scoreWords.title}</h1>
    </div>
  );
}
