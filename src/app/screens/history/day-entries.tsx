/**
 * What does one day hold, and how is it put right?
 *
 * Every entry in the words of insights; answers, meals and notes can be changed, all can be deleted, and
 * the last deed can be undone. An edit names what the person saw (`seen`), so that a change made elsewhere
 * meanwhile is not overwritten silently.
 */
import { useId, useState, type SubmitEvent, type ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import {
  bookkeepingKinds,
  entryText,
  isWatchNote,
  variableById,
  type Draft,
  type Entry,
  type EntryView,
} from "../../../lib/index.ts";
import { dayText } from "../../shell/local-day.ts";
import { ProblemNote, StatusNote } from "../../shell/notes.tsx";
import type { Problem } from "../../shell/problem.ts";
import { routeHash } from "../../shell/route.ts";
import { useEntries, useSession } from "../../shell/session.ts";
import { words } from "../../words.ts";

interface Deed {
  readonly text: string;
  /** Takes it back; null when there is nothing to take back. */
  readonly undo: readonly Draft[] | null;
}

/** The entries of `day`. */
export function DayEntries({ day }: { readonly day: Day }): ReactElement {
  const id = useId();
  const { journal, refresh } = useSession();
  const { views, problem } = useEntries({ fromDay: day, toDay: day });
  const [editing, setEditing] = useState<string | null>(null);
  const [deed, setDeed] = useState<Deed>({ text: "", undo: null });
  const [failed, setFailed] = useState<Problem | null>(null);
  const shown = (views ?? []).filter(
    (view) =>
      !view.hidden &&
      !isWatchNote(view) &&
      (view.entry.kind === "customVariable" || !bookkeepingKinds.has(view.entry.kind)),
  );

  const write = async (drafts: readonly Draft[], done: Deed): Promise<void> => {
    const receipt = await journal.append(drafts, crypto.randomUUID());
    setFailed(receipt.ok ? null : receipt.error);
    if (!receipt.ok) return;
    setEditing(null);
    setDeed(done);
    await refresh();
  };
  const remove = (view: EntryView): void =>
    void write([{ action: "delete", id: view.id, seen: view.heads }], {
      text: words.history.removed(entryText(view.entry, "")),
      undo: [{ action: "restore", id: view.id }],
    });
  const change = (view: EntryView, entry: Entry): void =>
    void write([{ action: "put", id: view.id, entry, seen: view.heads }], {
      text: words.history.changed(entryText(entry, "")),
      undo: [{ action: "put", id: view.id, entry: view.entry, supersede: true }],
    });

  return (
    <section className="card day-entries" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.history.entries(dayText(day))}</h2>
      {problem ? <ProblemNote problem={problem} /> : null}
      {failed ? <ProblemNote problem={failed} /> : null}
      {views !== null && shown.length === 0 ? <p className="quiet">{words.history.noEntries}</p> : null}
      <ul className="entry-list">
        {shown.map((view) => (
          <li key={view.id}>
            {editing === view.id ? (
              <EditForm view={view} onSave={(entry) => change(view, entry)} onCancel={() => setEditing(null)} />
            ) : (
              <>
                <span className="entry-text">{entryText(view.entry, "")}</span>
                <span className="entry-deeds">
                  {isEditable(view.entry) ? (
                    <button
                      type="button"
                      className="button button-quiet"
                      onClick={() => setEditing(view.id)}
                      aria-label={`${words.history.change}: ${entryText(view.entry, "")}`}
                    >
                      {words.history.change}
                    </button>
                  ) : null}
                  <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => remove(view)}
                    aria-label={`${words.history.remove}: ${entryText(view.entry, "")}`}
                  >
                    {words.history.remove}
                  </button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      <StatusNote text={deed.text}>
        {deed.undo ? (
          <button
            type="button"
            className="button"
            onClick={() => void write(deed.undo ?? [], { text: words.history.restored, undo: null })}
          >
            {words.history.undo}
          </button>
        ) : null}
      </StatusNote>
      <a className="button" href={routeHash({ screen: "today", day })}>
        {words.history.openDay}
      </a>
    </section>
  );
}

function EditForm(props: {
  readonly view: EntryView;
  readonly onSave: (entry: Entry) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const id = useId();
  const { entry } = props.view;
  const [text, setText] = useState(editableText(entry));
  const variable = entry.kind === "answer" ? variableById(entry.item) : null;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const edited = withText(entry, text);
    if (edited) props.onSave(edited);
  };
  return (
    <form className="edit-form" onSubmit={onSubmit}>
      <label htmlFor={id}>{words.history.newValue(entryText(entry, ""))}</label>
      <input
        id={id}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...(entry.kind === "answer"
          ? {
              type: "number",
              min: variable?.plausibleMin,
              max: variable?.plausibleMax,
              step: variable?.step ?? "any",
              required: true,
            }
          : { type: "text", required: true })}
      />
      <button type="submit" className="button button-strong">
        {words.history.save}
      </button>
      <button type="button" className="button" onClick={props.onCancel}>
        {words.history.cancel}
      </button>
    </form>
  );
}

function isEditable(entry: Entry): boolean {
  return entry.kind === "answer" || entry.kind === "note" || entry.kind === "meal";
}

function editableText(entry: Entry): string {
  if (entry.kind === "answer") return String(entry.value);
  return entry.kind === "note" || entry.kind === "meal" ? entry.text : "";
}

/** The entry with what was typed; null when that is no value. */
function withText(entry: Entry, text: string): Entry | null {
  if (entry.kind === "answer") {
    const value = Number(text);
    return text.trim() === "" || Number.isNaN(value) ? null : { ...entry, value };
  }
  const isText = (entry.kind === "note" || entry.kind === "meal") && text.trim() !== "";
  return isText ? { ...entry, text } : null;
}
