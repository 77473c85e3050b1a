/**
 * What does the choice of a condition mean: what is asked, how long do things take, what is worth watching?
 *
 * Shown where conditions are chosen, folded to one line per condition. Watching is offered, never asked for; what nobody checked says so.
 */
import type { ReactElement } from "react";
import { profileWords, type SkinCondition } from "../../lib/index.ts";
import { scoreWords } from "../words-scores.ts";
import { words } from "../words.ts";

/** One folded part per chosen condition. */
export function ConditionNotes({ chosen }: { readonly chosen: readonly SkinCondition[] }): ReactElement | null {
  if (chosen.length === 0) return null;
  return (
    <div className="condition-notes">
      {chosen.map((condition) => (
        <ConditionNote key={condition} condition={condition} />
      ))}
    </div>
  );
}

function ConditionNote({ condition }: { readonly condition: SkinCondition }): ReactElement {
  const profile = profileWords(condition);
  const text = scoreWords.profile;
  return (
    <details>
      <summary>{text.title(words.conditions.names[condition])}</summary>
      <dl className="profile-facts">
        <dt>{text.daily}</dt>
        <dd>
          {profile.daily} <span className="quiet">({text.shared})</span>
        </dd>
        <dt>{text.weekly}</dt>
        <dd>{profile.weekly}</dd>
        {profile.atVisits === "" ? null : (
          <>
            <dt>{text.atVisits}</dt>
            <dd>{profile.atVisits}</dd>
          </>
        )}
        <dt>{text.pace}</dt>
        <dd>
          {profile.pace} <span className="quiet">{text.source(profile.paceSource)}</span>
        </dd>
        <dt>{text.watch}</dt>
        <dd>
          <ul>
            {profile.watch.map((row) => (
              <li key={row.name}>
                <strong>{row.name}</strong>, {text.after(row.after)}. {row.known}{" "}
                <span className="quiet">{text.source(row.source)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  );
}
