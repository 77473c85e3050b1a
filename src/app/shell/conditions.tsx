/**
 * What bothers this person, and so which rows does the check-in show?
 *
 * Kept as one note in the journal ("What I watch: eczema, acne") under a fixed id, so that it travels with
 * the diary and every door sees it; nothing about health is kept in the browser's own storage.
 */
import type { ReactElement } from "react";
import type { Day } from "../../base/day.ts";
import type { EntryView, SkinCondition } from "../../lib/index.ts";
import { words } from "../words.ts";
import type { Change } from "./outbox.ts";
import { useEntries, useSession } from "./session.ts";

export const skinConditions: readonly SkinCondition[] = ["acne", "eczema", "rosacea", "psoriasis", "dryness"];

/** The one note that holds the choice: the first 32 hex of SHA-256("gutskin what I watch"). */
export const WATCH_ID = "806fccb6ded5a48daaca1d6cc9a68286";
const MOST = 3;

/** The conditions in a note's text; words that are no condition are passed over. */
export function parseConditions(text: string): readonly SkinCondition[] {
  const list = text.startsWith(words.conditions.prefix) ? text.slice(words.conditions.prefix.length) : "";
  const parts = list.split(",").map((part) => part.trim());
  return skinConditions.filter((condition) => parts.includes(condition));
}

/** What to write so that the note holds this choice. */
export function conditionsChange(chosen: readonly SkinCondition[], day: Day): Change {
  const text = `${words.conditions.prefix}${chosen.length === 0 ? words.conditions.none : chosen.join(", ")}`;
  return {
    key: "conditions",
    draft: () => ({ action: "put", id: WATCH_ID, supersede: true, entry: { kind: "note", day, text, source: "app" } }),
  };
}

export interface WatchedConditions {
  /** null while it is not known. */
  readonly chosen: readonly SkinCondition[] | null;
  readonly isSet: boolean;
}

/** The choice as the journal holds it. */
export function useConditions(): WatchedConditions {
  const { views } = useEntries({ ids: [WATCH_ID] });
  if (views === null) return { chosen: null, isSet: false };
  const note = views.find(isWatchNote)?.entry;
  return note?.kind === "note" ? { chosen: parseConditions(note.text), isSet: true } : { chosen: [], isSet: false };
}

/** True for the note that holds the choice: it is not an entry of a day for people. */
export function isWatchNote(view: EntryView): boolean {
  return view.id === WATCH_ID;
}

/** The choice as a row of buttons; at most three. */
export function ConditionPicker(props: {
  readonly chosen: readonly SkinCondition[];
  readonly day: Day;
  readonly onChange?: (chosen: readonly SkinCondition[]) => void;
}): ReactElement {
  const { outbox } = useSession();
  const { chosen } = props;
  const toggle = (condition: SkinCondition): void => {
    const next = chosen.includes(condition) ? chosen.filter((one) => one !== condition) : [...chosen, condition];
    const inOrder = skinConditions.filter((one) => next.includes(one));
    outbox.put(conditionsChange(inOrder, props.day));
    props.onChange?.(inOrder);
  };
  return (
    <fieldset className="chips-field">
      <legend>{words.conditions.question}</legend>
      <p className="quiet">{words.conditions.hint}</p>
      <div className="chips">
        {skinConditions.map((condition) => {
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
