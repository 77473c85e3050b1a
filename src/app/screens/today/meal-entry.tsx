/**
 * How is a meal written down, in a person's own words?
 *
 * One field. Under it, while typing: what is understood, row by row, and at most one question. Saving writes one entry with the text as typed; a favourite or
 * yesterday's meal is written by one tap and marked as copied. Everything can be taken back.
 */
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type SubmitEvent,
} from "react";
import type { Day } from "../../../base/day.ts";
import {
  copiedMeal,
  LONGEST_MEAL,
  mealEntry,
  mealSlots,
  slotInText,
  usualSlot,
  type Draft,
  type Entry,
  type MealEntry as Meal,
  type MealRow,
  type MealSlot,
} from "../../../lib/index.ts";
import { localOffsetMinutes } from "../../shell/local-day.ts";
import { ProblemNote, StatusNote } from "../../shell/notes.tsx";
import type { Problem } from "../../shell/problem.ts";
import { useSession } from "../../shell/session.ts";
import { mealWords } from "../../words-meals.ts";
import type { HeldMeal } from "./held-meal.ts";
import { MealFavourites } from "./meal-favourites.tsx";
import { MealRowList } from "./meal-rows.tsx";
import { NotFood } from "./not-food.tsx";
import type { FoodChoices } from "./use-food-choices.ts";
import { useMealReading } from "./use-meal-reading.ts";

export interface MealEntryProps {
  readonly day: Day;
  readonly isToday: boolean;
  /** Meals of the last 30 days. */
  readonly meals: readonly Meal[];
  readonly choices: FoodChoices;
  /** The meal that is being changed; null = a new one. */
  readonly editing: HeldMeal | null;
  readonly onEdited: () => void;
}

/** The field with all that belongs to it. */
export function MealEntry({ day, isToday, meals, choices, editing, onEdited }: MealEntryProps): ReactElement {
  const id = useId();
  const { journal, refresh } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(editing?.meal.text ?? "");
  // undefined: not chosen; null: chosen to have none
  const [chosen, setChosen] = useState<MealSlot | null | undefined>(editing ? (editing.meal.meal ?? null) : undefined);
  const [isBusy, setBusy] = useState(false);
  const [status, setStatus] = useState("");
  const [addedIds, setAddedIds] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reading = useMealReading(text, choices.entries);
  const minutes = useMemo(() => (isToday ? minutesNow() : null), [isToday]);
  const usual = usualSlot("", minutes);
  const slot = chosen === undefined ? (slotInText(text) ?? usualSlot(text, minutes)) : chosen;
  const isTooLong = text.trim().length > LONGEST_MEAL;
  const canSave = text.trim() !== "" && !isTooLong && !isBusy;
  useEffect(() => {
    if (editing !== null) field.current?.focus();
  }, [editing]);

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
  const add = async (entries: readonly Meal[]): Promise<boolean> => {
    const named = entries[0]?.meal;
    const done = mealWords.added(named === undefined ? null : mealWords.slots[named]);
    const ids = await append(
      entries.map((entry): Draft => ({ action: "put", entry })),
      done,
    );
    if (ids === null) return false;
    setAddedIds(ids);
    return true;
  };
  const save = async (): Promise<void> => {
    const offsetMinutes = localOffsetMinutes();
    const entry = mealEntry(text, { day, slot, offsetMinutes, source: "app" });
    if (editing === null) {
      if (await add([entry])) setText("");
      return;
    }
    const { view, meal } = editing;
    const { time: _time, meal: _slot, text: _text, ...rest } = meal;
    const changed: Meal = {
      ...rest,
      source: "app",
      text: entry.text,
      ...(entry.time === undefined ? (meal.time === undefined ? {} : { time: meal.time }) : { time: entry.time }),
      ...(slot === null ? {} : { meal: slot }),
    };
    const ids = await append([{ action: "put", id: view.id, entry: changed, seen: view.heads }], mealWords.changed);
    if (ids !== null) onEdited();
  };
  const undo = async (): Promise<void> => {
    const ids = await append(
      addedIds.map((one): Draft => ({ action: "delete", id: one })),
      mealWords.undone,
    );
    if (ids !== null) setAddedIds([]);
  };
  const take = async (row: MealRow, entries: readonly Entry[], said: string): Promise<void> => {
    const ids = await append(
      entries.map((entry): Draft => ({ action: "put", supersede: true, entry })),
      mealWords.writtenAs(said),
    );
    if (ids !== null) setText((now) => withoutWords(now, row));
  };
  const repeat = (again: readonly Meal[]): void => {
    const offsetMinutes = localOffsetMinutes();
    void add(again.map((meal) => copiedMeal(meal, { day, slot: slot ?? meal.meal ?? null, offsetMinutes })));
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (canSave) void save();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter saves, Shift and Enter begins a line; a word that is being composed needs its Enter
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (canSave) void save();
  };

  return (
    <div className="meal-entry">
      <div className="meal-slots" role="group" aria-label={mealWords.slotGroup}>
        {mealSlots.map((one) => (
          <button
            key={one}
            type="button"
            className="meal-slot"
            aria-pressed={slot === one}
            onClick={() => setChosen(slot === one ? null : one)}
          >
            {mealWords.slots[one]}
          </button>
        ))}
      </div>
      {editing === null ? (
        <MealFavourites
          day={day}
          slot={chosen === undefined ? usual : chosen}
          minutes={minutes}
          meals={meals}
          isBusy={isBusy}
          onRepeat={repeat}
        />
      ) : null}
      <form onSubmit={onSubmit}>
        <label htmlFor={`${id}-text`} className="visually-hidden">
          {mealWords.label}
        </label>
        <div className="line-field">
          <textarea
            id={`${id}-text`}
            ref={field}
            className="meal-text"
            rows={1}
            value={text}
            placeholder={mealWords.placeholder}
            autoComplete="off"
            enterKeyHint="done"
            aria-describedby={`${id}-help`}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="submit" className="button button-strong" disabled={!canSave}>
            {editing === null ? mealWords.add : mealWords.saveChange}
          </button>
        </div>
        {editing === null ? null : (
          <button type="button" className="button button-quiet" onClick={onEdited}>
            {mealWords.cancel}
          </button>
        )}
        <p id={`${id}-help`} className="quiet">
          {isTooLong ? mealWords.tooLong(LONGEST_MEAL) : mealWords.help}
        </p>
      </form>
      {reading ? (
        <MealRowList
          reading={reading}
          isCurrent={reading.text === text}
          choices={choices}
          onRewrite={(row, words) => {
            if (reading.text === text) setText(text.slice(0, row.from) + words + text.slice(row.to));
          }}
          onStatus={setStatus}
        />
      ) : null}
      {reading !== null && reading.text === text ? (
        <NotFood day={day} rows={reading.meal.rows} onTake={(row, entries, said) => void take(row, entries, said)} />
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <StatusNote text={status}>
        {addedIds.length > 0 ? (
          <button type="button" className="button" onClick={() => void undo()} disabled={isBusy}>
            {mealWords.undo}
          </button>
        ) : null}
      </StatusNote>
    </div>
  );
}

/** The text without the words of this row and the comma beside them; as it is when something else stands there meanwhile. */
function withoutWords(text: string, { from, to, text: words }: MealRow): string {
  if (text.slice(from, to).trim() !== words) return text;
  const before = text.slice(0, from).replace(/[\s,;]+$/, "");
  const behind = text.slice(to).replace(/^[\s,;]+/, "");
  return before === "" || behind === "" ? before + behind : `${before}, ${behind}`;
}

/** Minutes since midnight by the browser's clock. */
function minutesNow(): number {
  const now = new Date();
  return 60 * now.getHours() + now.getMinutes();
}
