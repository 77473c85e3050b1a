/**
 * How was the day?
 *
 * The check-in of twenty seconds: score rows, sleep, stool form, four kinds of food, supplement, "that was all". Every
 * tap is saved at once; nothing is preset.
 */
import { lazy, Suspense, useEffect, useState, type ReactElement } from "react";
import { addDays, type Day } from "../../../base/day.ts";
import type { EntryView, SkinCondition, Variable } from "../../../lib/index.ts";
import { ConditionPicker, useConditions } from "../../shell/conditions.tsx";
import { localOffsetMinutes } from "../../shell/local-day.ts";
import { ProblemNote } from "../../shell/notes.tsx";
import { usePerson } from "../../shell/person.ts";
import { SaveProblem, SaveStatus } from "../../shell/save-status.tsx";
import { useEntries, useSession } from "../../shell/session.ts";
import { StepRow, type Step } from "../../shell/step-row.tsx";
import { words } from "../../words.ts";
import { checkInRows, foodRows, numbers, SLEEP, stepsOf, STOOL, SUPPLEMENT } from "./check-in-rows.ts";
import { answerChange, answerKey, answersOf, COMPLETE, completeChange, type HeldAnswer } from "./day-answers.ts";
import { DayPicker } from "./day-picker.tsx";
import { LineEntry } from "./line-entry.tsx";
import { StoolRow } from "./stool-row.tsx";

// What is known of a condition, which scores are open and the meals come after the first paint.
const ConditionNotes = lazy(async () => ({
  default: (await import("../../shell/condition-notes.tsx")).ConditionNotes,
}));
const Meals = lazy(async () => ({ default: (await import("./meals.tsx")).Meals }));
const ScoresLink = lazy(async () => ({ default: (await import("../../shell/scores-link.tsx")).ScoresLink }));

/** Nine steps of at least 24 px and the half fit 320 px; rarer nights can be written in words. */
const hourSteps: readonly Step[] = numbers(3, 11);
const servingSteps: readonly Step[] = [...numbers(0, 3), { value: 4, text: words.today.moreThanFour }];
const yesNoSteps: readonly Step[] = [
  { value: 0, text: words.today.no },
  { value: 1, text: words.today.yes },
];

/** The check-in of one day. */
export function TodayScreen({ day, today }: { readonly day: Day; readonly today: Day }): ReactElement {
  const shownDay = day > today ? today : day;
  const { chosen, isSet } = useConditions();
  const { views, problem } = useEntries({
    fromDay: addDays(shownDay, -1),
    toDay: shownDay,
    kinds: ["answer", "dayComplete"],
  });
  return (
    <div className="today">
      <div className="today-head">
        <h1>{words.today.title(shownDay === today)}</h1>
        <SaveStatus />
      </div>
      <DayPicker day={shownDay} today={today} />
      <SaveProblem />
      {problem ? <ProblemNote problem={problem} /> : null}
      {chosen === null || views === null ? (
        <p className="quiet">{words.app.loading}</p>
      ) : (
        <Choice
          key={shownDay}
          day={shownDay}
          isToday={shownDay === today}
          views={views}
          chosen={chosen}
          isSet={isSet}
        />
      )}
    </div>
  );
}

/** Asks once what bothers the person; the rows follow at once, and the question goes when a row was tapped. */
function Choice(props: {
  readonly day: Day;
  readonly isToday: boolean;
  readonly views: readonly EntryView[];
  readonly chosen: readonly SkinCondition[];
  readonly isSet: boolean;
}): ReactElement {
  const { changeProfile } = usePerson();
  const [isAsking, setAsking] = useState(!props.isSet);
  const [picked, setPicked] = useState<readonly SkinCondition[] | null>(null);
  const chosen = picked ?? props.chosen;
  const done = (): void => {
    // "nothing chosen" is an answer too: it is not asked again
    changeProfile({ conditions: chosen });
    setAsking(false);
  };
  return (
    <>
      {isAsking ? (
        <section className="card ask">
          <ConditionPicker chosen={chosen} onChange={setPicked} />
          <Suspense fallback={null}>
            <ConditionNotes chosen={chosen} />
          </Suspense>
          <button type="button" className="button button-strong" onClick={done}>
            {words.conditions.done}
          </button>
        </section>
      ) : null}
      <CheckIn {...props} chosen={chosen} />
    </>
  );
}

function CheckIn(props: {
  readonly day: Day;
  readonly isToday: boolean;
  readonly views: readonly EntryView[];
  readonly chosen: readonly SkinCondition[];
}): ReactElement {
  const { day } = props;
  const answers = useDayAnswers(day, props.views);
  const rowProps = (
    variable: Variable,
  ): Pick<React.ComponentProps<typeof StepRow>, "id" | "tone" | "value" | "before" | "onSet"> => ({
    id: variable.id,
    tone: variable.role,
    value: answers.valueOf(variable.id),
    before: answers.beforeOf(variable.id),
    onSet: (value) => answers.set(variable.id, value),
  });
  const isComplete = answers.valueOf(COMPLETE) === 1;
  return (
    <>
      <section className="rows" aria-label={words.today.rows}>
        {checkInRows(props.chosen).map((variable) => (
          <StepRow
            key={variable.id}
            {...rowProps(variable)}
            label={variable.label}
            ends={variable.anchors}
            steps={stepsOf(variable)}
            form="wide"
            isFilled
          />
        ))}
      </section>
      <SleepRow
        value={answers.valueOf(SLEEP)}
        before={answers.beforeOf(SLEEP)}
        onSet={(hours) => answers.set(SLEEP, hours)}
      />
      <StoolRow
        value={answers.valueOf(STOOL)}
        before={answers.beforeOf(STOOL)}
        onSet={(form) => answers.set(STOOL, form)}
      />
      <Suspense fallback={<div className="meals is-loading" />}>
        <Meals day={day} isToday={props.isToday} />
      </Suspense>
      <section className="rows rows-beside" aria-labelledby="food-title">
        <h2 id="food-title">{words.today.food}</h2>
        {foodRows.map((variable) => (
          <StepRow
            key={variable.id}
            {...rowProps(variable)}
            label={variable.label}
            steps={servingSteps}
            form="beside"
            isFilled
          />
        ))}
        <StepRow
          id={SUPPLEMENT}
          tone="lever"
          label={words.today.supplement}
          value={answers.valueOf(SUPPLEMENT)}
          before={answers.beforeOf(SUPPLEMENT)}
          steps={yesNoSteps}
          form="beside"
          isFilled={false}
          onSet={(value) => answers.set(SUPPLEMENT, value)}
        />
      </section>
      <div className="complete">
        <button
          type="button"
          className="complete-button"
          aria-pressed={isComplete}
          aria-describedby="complete-hint"
          onClick={() => answers.setComplete(!isComplete)}
        >
          <span className="tick" aria-hidden="true" />
          {props.isToday ? words.today.complete : words.today.completePast}
        </button>
        <p id="complete-hint" className="quiet">
          {words.today.completeHint}
        </p>
      </div>
      <p className="quiet keys-hint">{words.today.keys}</p>
      <LineEntry day={day} />
      <Suspense fallback={null}>
        <ScoresLink chosen={props.chosen} />
      </Suspense>
    </>
  );
}

function SleepRow(props: {
  readonly value: number | null;
  readonly before: number | null;
  readonly onSet: (hours: number | null) => void;
}): ReactElement {
  const { value, onSet } = props;
  const isHalf = value !== null && value % 1 !== 0;
  return (
    <section className="rows" aria-label={words.today.sleep}>
      <StepRow
        id={SLEEP}
        tone="sleep"
        label={words.today.sleep}
        value={value}
        before={props.before}
        steps={hourSteps}
        form="wide"
        isFilled
        onSet={onSet}
      >
        <button
          type="button"
          className="step step-half"
          aria-pressed={isHalf}
          aria-label={words.today.half}
          disabled={value === null}
          onClick={() => onSet(value === null ? null : Math.floor(value) + (isHalf ? 0 : 0.5))}
        >
          ½
        </button>
      </StepRow>
    </section>
  );
}

interface DayAnswers {
  readonly valueOf: (item: string) => number | null;
  readonly beforeOf: (item: string) => number | null;
  readonly set: (item: string, value: number | null) => void;
  readonly setComplete: (complete: boolean) => void;
}

/** Answers of the day as the journal holds them, under what was tapped here since. */
function useDayAnswers(day: Day, views: readonly EntryView[]): DayAnswers {
  const { outbox } = useSession();
  const [tapped, setTapped] = useState<ReadonlyMap<string, number | null>>(new Map());
  const held = answersOf(views, day);
  const before = answersOf(views, addDays(day, -1));
  useEffect(() => {
    const read = answersOf(views, day);
    for (const [item, answer] of read) outbox.learn(answerKey(day, item), answer.id);
    // A tap that the journal now holds is done; one that it does not hold yet stays on the screen.
    setTapped((old) => new Map([...old].filter(([item, value]) => valueIn(read, item) !== value)));
  }, [views, day, outbox]);
  const note = (item: string, value: number | null): void => setTapped((old) => new Map(old).set(item, value));
  return {
    valueOf: (item) => (tapped.has(item) ? (tapped.get(item) ?? null) : valueIn(held, item)),
    beforeOf: (item) => valueIn(before, item),
    set: (item, value) => {
      note(item, value);
      outbox.put(answerChange(day, item, value, localOffsetMinutes()));
    },
    setComplete: (complete) => {
      note(COMPLETE, complete ? 1 : 0);
      outbox.put(completeChange(day, complete));
    },
  };
}

function valueIn(answers: ReadonlyMap<string, HeldAnswer>, item: string): number | null {
  return answers.get(item)?.value ?? null;
}
