/**
 * What is understood of a meal, and how is it put right?
 *
 * One row per thing: the food, how much, how sure in words. A tap opens 3-5 foods, "something else" and sizes (row-panel.tsx); arrow keys go from row to row. What was
 * not understood says so and is kept. At most one question, and leaving it open costs nothing.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { MealAsk, MealRow } from "../../../lib/index.ts";
import { mealWords } from "../../words-meals.ts";
import { AskedQuestion } from "./meal-question.tsx";
import { RowPanel } from "./row-panel.tsx";
import type { FoodChoices } from "./use-food-choices.ts";
import { useRowChoices, type MealReadingNow } from "./use-meal-reading.ts";

export interface MealRowListProps {
  readonly reading: MealReadingNow;
  /** False while a newer text is being read: then nothing is changed by a tap. */
  readonly isCurrent: boolean;
  readonly choices: FoodChoices;
  /** Puts other words in the place of the row's. */
  readonly onRewrite: (row: MealRow, words: string) => void;
  readonly onStatus: (text: string) => void;
}

/** More rows than these are counted, not shown. */
const MOST_ROWS = 30;
/** Questions, and what a screen reader is told, wait until the typing rests. */
const REST_MS = 1000;

export function MealRowList({ reading, isCurrent, choices, onRewrite, onStatus }: MealRowListProps): ReactElement {
  const { meal } = reading;
  const list = useRef<HTMLUListElement>(null);
  const [openItem, setOpenItem] = useState<number | null>(null);
  const openRow = meal.rows.find((row) => row.item === openItem) ?? null;
  const opened = useRowChoices(reading, openRow === null ? null : openItem);
  const isResting = useRest(reading.text);
  const ask = openRow === null && isResting ? meal.ask : null;
  const close = (item: number): void => {
    setOpenItem(null);
    headOf(list.current, item)?.focus();
  };
  const remember = (
    row: MealRow,
    what: { readonly food?: string; readonly gramsPerPortion?: number },
    said: string,
  ): void => {
    const unit = what.food === undefined ? row.unit : null;
    if (choices.remember({ phrase: row.phrase, unit, ...what })) onStatus(mealWords.remembered(row.phrase, said));
    close(row.item);
  };
  const onKeyDown = (event: KeyboardEvent, item: number): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      headOf(list.current, item + (event.key === "ArrowDown" ? 1 : -1))?.focus();
      event.preventDefault();
    } else if (event.key === "Escape" && openItem !== null) close(openItem);
  };
  const shown = meal.rows.slice(0, MOST_ROWS);
  return (
    <div className="meal-read" data-current={isCurrent}>
      {shown.length === 0 || meal.state === "nothing-eaten" ? null : (
        <ul className="meal-rows" aria-label={mealWords.rows} ref={list}>
          {shown.map((row) => (
            <li
              key={row.item}
              className={`meal-row meal-row-${row.tone}`}
              onKeyDown={(event) => onKeyDown(event, row.item)}
            >
              <RowHead
                row={row}
                isOpen={row.item === openItem}
                onToggle={() => setOpenItem(row.item === openItem ? null : row.item)}
              />
              {row.item === openItem && opened !== null ? (
                <RowPanel
                  row={row}
                  choices={opened}
                  canForget={choices.isRemembered(row.phrase, row.unit)}
                  onFood={(food) => remember(row, { food: food.id }, food.name)}
                  onGrams={(grams, said) => remember(row, { gramsPerPortion: grams }, said)}
                  onWords={(words) => {
                    onRewrite(row, words);
                    close(row.item);
                  }}
                  onForget={() => {
                    choices.forget(row.phrase, row.unit);
                    onStatus(mealWords.forgotten(row.phrase));
                    close(row.item);
                  }}
                  onClose={() => close(row.item)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {meal.rows.length > shown.length ? (
        <p className="quiet">{mealWords.more(meal.rows.length - shown.length)}</p>
      ) : null}
      {meal.notes.map((note) => (
        <p key={note} className="meal-note">
          {note}
        </p>
      ))}
      {ask === null ? null : <Asked reading={reading} ask={ask} onOpen={setOpenItem} onRemember={remember} />}
      <Summary meal={meal.rows} />
    </div>
  );
}

function Asked(props: {
  readonly reading: MealReadingNow;
  readonly ask: MealAsk;
  readonly onOpen: (item: number) => void;
  readonly onRemember: (
    row: MealRow,
    what: { readonly food?: string; readonly gramsPerPortion?: number },
    said: string,
  ) => void;
}): ReactElement | null {
  const { reading, ask, onOpen, onRemember } = props;
  const row = reading.meal.rows[ask.row];
  const choices = useRowChoices(reading, ask.row);
  if (row === undefined || choices === null) return null;
  return (
    <AskedQuestion
      ask={ask}
      row={row}
      choices={choices}
      onOpen={() => onOpen(row.item)}
      onRemember={(what, said) => onRemember(row, what, said)}
    />
  );
}

function RowHead({
  row,
  isOpen,
  onToggle,
}: {
  readonly row: MealRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactElement {
  const name = row.food?.name ?? "";
  const isSame = name.toLowerCase() === row.text.trim().toLowerCase();
  return (
    <button type="button" className="meal-row-head" data-meal-row={row.item} aria-expanded={isOpen} onClick={onToggle}>
      <span className="meal-row-food">{row.food === null ? row.text : name}</span>
      <span className="meal-row-amount">{row.amount}</span>
      <span className="meal-row-sign" aria-hidden="true" />
      <span className="meal-row-how">
        {isSame || row.food === null ? "" : `“${row.text}” · `}
        {row.sureness}
      </span>
      {row.told === "" ? null : <span className="meal-row-told">{row.told}</span>}
      <span className="visually-hidden">. {mealWords.change(row.text)}</span>
    </button>
  );
}

/** True when the text has stood still for a moment: a question must not come and go while somebody types. */
function useRest(text: string): boolean {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text;
}

/** How much is understood, for those who do not see the rows. */
function Summary({ meal }: { readonly meal: readonly MealRow[] }): ReactElement {
  const unknown = meal.filter((row) => row.food === null).length;
  const text = meal.length === 0 ? "" : mealWords.understood(meal.length - unknown, unknown);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function headOf(list: HTMLElement | null, item: number): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`[data-meal-row="${String(item)}"]`) ?? null;
}
