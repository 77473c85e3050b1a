/**
 * How is a word explained by a tap?
 *
 * The word is a button; its explanation opens over the page and closes by Escape, by a tap beside it, or by its own button. A native
 * popover: no script of ours keeps track of it.
 */
import { useId, type ReactElement } from "react";
import { words } from "../../words.ts";

/** `word` as it stands in the text; `meaning` in plain words. */
export function Term({ word, meaning }: { readonly word: string; readonly meaning: string }): ReactElement {
  const id = useId();
  return (
    <>
      <button type="button" className="term" popoverTarget={id}>
        {word}
      </button>
      <span id={id} className="term-meaning" popover="auto" role="note">
        <span className="term-text">{meaning}</span>
        <button type="button" className="button button-quiet" popoverTarget={id} popoverTargetAction="hide">
          {words.app.close}
        </button>
      </span>
    </>
  );
}
