/**
 * What does a row offer when it is opened?
 *
 * The foods it may be and "something else"; small, usual, large and own grams; why it was read so; and to forget what was chosen. A food is always remembered for its
 * words. An amount is remembered while "Remember" is ticked, else it is written into the text for this once: after a first own portion, once is the rule.
 */
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { isPortion, withGrams, type FoodOption, type MealRow, type RowChoices } from "../../../lib/index.ts";
import { mealWords } from "../../words-meals.ts";
import { FoodSearch } from "./food-search.tsx";
import { roundGrams } from "./meal-question.tsx";

export interface RowPanelProps {
  readonly row: MealRow;
  readonly choices: RowChoices;
  readonly canForget: boolean;
  readonly onFood: (food: FoodOption) => void;
  /** Grams of one unit or portion, to be remembered; how it is said. */
  readonly onGrams: (grams: number, said: string) => void;
  /** Other words for the row, for this once. */
  readonly onWords: (words: string) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export function RowPanel(props: RowPanelProps): ReactElement {
  const { row, choices } = props;
  const [isSearching, setSearching] = useState(choices.foods.length === 0);
  return (
    <div className="row-panel">
      <fieldset>
        <legend>{mealWords.which}</legend>
        <div className="meal-options">
          {choices.foods.map((food) => (
            <button
              key={food.id}
              type="button"
              className="meal-option"
              aria-pressed={food.id === row.food?.id}
              onClick={() => props.onFood(food)}
            >
              {food.name}
            </button>
          ))}
          {isSearching ? null : (
            <button type="button" className="meal-option is-other" onClick={() => setSearching(true)}>
              {mealWords.somethingElse}
            </button>
          )}
        </div>
        {isSearching ? <FoodSearch isFirst={choices.foods.length > 0} onFood={props.onFood} /> : null}
      </fieldset>
      {row.food === null ? null : row.isAmountGiven ? (
        <p className="quiet">{mealWords.amountTyped}</p>
      ) : (
        <Portions {...props} />
      )}
      <details className="row-why">
        <summary>{mealWords.why}</summary>
        {choices.range === "" ? null : <p>{mealWords.between(choices.range)}</p>}
        <ul>
          {choices.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <div className="row">
        {props.canForget ? (
          <button type="button" className="button" onClick={props.onForget}>
            {mealWords.forget}
          </button>
        ) : null}
        <button type="button" className="button button-quiet" onClick={props.onClose}>
          {mealWords.close}
        </button>
      </div>
    </div>
  );
}

function Portions({ row, choices, onGrams, onWords }: RowPanelProps): ReactElement {
  const id = useId();
  const [isKept, setKept] = useState(!row.hasOwnPortion);
  const [grams, setGrams] = useState("");
  const [isWrong, setWrong] = useState(false);
  // several rows of the same words cannot be changed in the text
  const remembers = isKept || row.sharesText;
  const count = row.grams / row.gramsOfOne;
  const of = row.unit === null ? mealWords.portion : mealWords.one(row.unit);
  const take = (own: number, words: string, said: string): void => {
    if (remembers) onGrams(roundGrams(own), said);
    else onWords(words);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const own = Number(grams.replace(",", "."));
    const isFine = grams.trim() !== "" && isPortion(own);
    setWrong(!isFine);
    // for this once the grams are those of all of it
    if (isFine) take(own, withGrams(row.text, own), `${String(own)} g`);
  };
  return (
    <fieldset>
      <legend>{mealWords.howMuch}</legend>
      <div className="meal-options">
        {choices.portions.map((option) => (
          <button
            key={option.size}
            type="button"
            className="meal-option"
            aria-pressed={option.text === row.text}
            onClick={() => take(option.grams / count, option.text, option.label)}
          >
            {mealWords.sizes[option.size]}, {option.label}
          </button>
        ))}
      </div>
      <form className="own-grams" onSubmit={onSubmit} noValidate>
        <label htmlFor={`${id}-grams`}>{mealWords.ownGrams(remembers ? of : mealWords.thisTime)}</label>
        <input
          id={`${id}-grams`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={grams}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => setGrams(event.target.value)}
        />
        <button type="submit" className="button">
          {mealWords.use}
        </button>
        {isWrong ? (
          <p id={`${id}-wrong`} role="alert">
            {mealWords.gramsWrong}
          </p>
        ) : null}
      </form>
      {row.sharesText ? null : (
        <label className="check">
          <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
          {mealWords.remember(row.unit === null ? row.phrase : `${mealWords.one(row.unit)}, ${row.phrase}`)}
        </label>
      )}
    </fieldset>
  );
}
