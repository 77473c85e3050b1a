/**
 * What bothers this person, and so which rows does the check-in show?
 *
 * Kept in the profile of the journal, so that it travels with the diary and every door sees it; nothing about health is kept in the
 * browser's own storage.
 */
import type { ReactElement } from "react";
import { skinConditionChoices, type SkinCondition } from "../../lib/index.ts";
import { words } from "../words.ts";
import { usePerson } from "./person.ts";

const MOST = 3;

export interface WatchedConditions {
  /** null while it is not known. */
  readonly chosen: readonly SkinCondition[] | null;
  readonly isSet: boolean;
}

/** The choice as the journal holds it. */
export function useConditions(): WatchedConditions {
  const { isLoaded, conditions } = usePerson();
  return isLoaded ? { chosen: conditions ?? [], isSet: conditions !== null } : { chosen: null, isSet: false };
}

/** The choice as a row of buttons; at most three. */
export function ConditionPicker(props: {
  readonly chosen: readonly SkinCondition[];
  readonly onChange?: (chosen: readonly SkinCondition[]) => void;
}): ReactElement {
  const { changeProfile } = usePerson();
  const { chosen } = props;
  const toggle = (condition: SkinCondition): void => {
    const next = chosen.includes(condition) ? chosen.filter((one) => one !== condition) : [...chosen, condition];
    const inOrder = skinConditionChoices.filter((one) => next.includes(one));
    changeProfile({ conditions: inOrder });
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
