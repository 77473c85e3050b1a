/**
 * What bothers this person, and so which rows does the check-in show?
 *
 * Kept in the profile of the journal, so that it travels with the diary and every door sees it; nothing about health is kept in the
 * browser's own storage. A choice from before there was a profile stands in a note and moves over with the next change.
 */
import type { ReactElement } from "react";
import type { Day } from "../../base/day.ts";
import {
  changedProfile,
  conditionsIn,
  profileIn,
  skinConditionChoices,
  WATCH_NOTE_ID,
  type ProfileEntry,
  type SkinCondition,
} from "../../lib/index.ts";
import { words } from "../words.ts";
import type { Change } from "./outbox.ts";
import { useEntries, useSession } from "./session.ts";

const MOST = 3;

/** What to write so that the profile holds this choice; everything else in it stays. */
export function conditionsChange(profile: ProfileEntry | null, chosen: readonly SkinCondition[], day: Day): Change {
  const entry = changedProfile(profile, { conditions: chosen }, day, "app");
  return { key: "profile", draft: () => ({ action: "put", supersede: true, entry }) };
}

export interface WatchedConditions {
  /** null while it is not known. */
  readonly chosen: readonly SkinCondition[] | null;
  readonly isSet: boolean;
  /** The profile as the journal holds it; null = there is none yet. */
  readonly profile: ProfileEntry | null;
}

/** The choice as the journal holds it. */
export function useConditions(): WatchedConditions {
  const { views: profiles } = useEntries({ kinds: ["profile"] });
  const { views: notes } = useEntries({ ids: [WATCH_NOTE_ID] });
  if (profiles === null || notes === null) return { chosen: null, isSet: false, profile: null };
  const chosen = conditionsIn([...profiles, ...notes]);
  return { chosen: chosen ?? [], isSet: chosen !== null, profile: profileIn(profiles) };
}

/** The choice as a row of buttons; at most three. */
export function ConditionPicker(props: {
  readonly chosen: readonly SkinCondition[];
  readonly day: Day;
  readonly onChange?: (chosen: readonly SkinCondition[]) => void;
}): ReactElement {
  const { outbox } = useSession();
  const { profile } = useConditions();
  const { chosen } = props;
  const toggle = (condition: SkinCondition): void => {
    const next = chosen.includes(condition) ? chosen.filter((one) => one !== condition) : [...chosen, condition];
    const inOrder = skinConditionChoices.filter((one) => next.includes(one));
    outbox.put(conditionsChange(profile, inOrder, props.day));
    props.onChange?.(inOrder);
  };
  return (
    <fieldset className="chips-field">
      <legend>{words.conditions.question}</legend>
      <p className="quiet">{words.conditions.hint}</p>
      <div className="chips">
        {skinConditionChoices.map((condition) => {
          const isChosen = chosen.includes(condition);
          return (
            <button
              key={condition}
              type="button"
              className="chip"
              aria-pressed={isChosen}
              disabled={!isChosen && chosen.length >= MOST}
              onClick={() => toggle(condition)}
            >
              {words.conditions.names[condition]}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
