/**
 * How is a day told in one's own words?
 *
 * One line; while typing, chips under it show how each part is read, in the words of insights. What was not
 * understood becomes a note and says so; nothing is dropped silently. After adding, one tap takes all of it
 * back.
 */
import { useId, useState, type SubmitEvent, type ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { canBeFood, chipsOf, readLine, type Draft, type LineReading } from "../../../lib/index.ts";
import { ProblemNote, StatusNote } from "../../shell/notes.tsx";
import { localOffsetMinutes } from "../../shell/local-day.ts";
import type { Problem } from "../../shell/problem.ts";
import { useSession } from "../../shell/session.ts";
import { words } from "../../words.ts";

/** The line for `day`: "yesterday" in it means the day before that one. */
export function LineEntry({ day }: { readonly day: Day }): ReactElement {
  const id = useId();
  const { journal, refresh } = useSession();
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [status, setStatus] = useState("");
  const [addedIds, setAddedIds] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reading = readLine(text, { today: day, offsetMinutes: localOffsetMinutes(), source: "app", isFood: canBeFood });

  const append = async (drafts: readonly Draft[], done: string): Promise<readonly string[] | null> => {
    setBusy(true);
    const receipt = await journal.append(drafts, crypto.randomUUID());
    setBusy(false);
    setProblem(receipt.ok ? null : receipt.error);
    if (!receipt.ok) return null;
    setStatus(done);
    void refresh();
    return receipt.value.ids;
  };
  const add = async (): Promise<void> => {
    const drafts = reading.entries.map((entry): Draft => ({ action: "put", supersede: true, entry }));
    const ids = await append(drafts, words.line.added(drafts.length));
    if (ids === null) return;
    setText("");
    setAddedIds(ids);
  };
  const undo = async (): Promise<void> => {
    const ids = await append(
      addedIds.map((one): Draft => ({ action: "delete", id: one })),
      words.line.undone,
    );
    if (ids !== null) setAddedIds([]);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (reading.entries.length > 0 && !isBusy) void add();
  };

  return (
    <section className="line-entry" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.line.title}</h2>
      <form onSubmit={onSubmit}>
        <label htmlFor={`${id}-line`} className="visually-hidden">
          {words.line.label}
        </label>
        <div className="line-field">
          <input
            id={`${id}-line`}
            type="text"
            value={text}
            placeholder={words.line.placeholder}
            autoComplete="off"
            enterKeyHint="done"
            aria-describedby={`${id}-help`}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button button-strong" disabled={reading.entries.length === 0 || isBusy}>
            {words.line.add}
          </button>
        </div>
        <Chips reading={reading} />
        <p id={`${id}-help`} className="quiet">
          {words.line.help}
        </p>
      </form>
      {problem ? <ProblemNote problem={problem} /> : null}
      <StatusNote text={status}>
        {addedIds.length > 0 ? (
          <button type="button" className="button" onClick={() => void undo()} disabled={isBusy}>
            {words.line.undo}
          </button>
        ) : null}
      </StatusNote>
    </section>
  );
}

function Chips({ reading }: { readonly reading: LineReading }): ReactElement | null {
  const chips = chipsOf(reading);
  if (chips.length === 0) return null;
  return (
    <ul className="line-chips" aria-label={words.line.read}>
      {chips.map((chip) => (
        <li key={chip.part} className={`line-chip line-chip-${chip.tone}`}>
          <span>{chip.text}</span>
          {chip.help === "" ? null : <small>{chip.help}</small>}
        </li>
      ))}
    </ul>
  );
}
