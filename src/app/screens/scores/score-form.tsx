/**
 * How is a score given and kept?
 *
 * Day and rater, the fields, the live result, and one button: the score goes into the journal as one entry per instrument, rater and day, and "saved" is said only
 * after the journal has it. A score of the same day is there to be changed; one that would look back on days already counted is not offered.
 */
import { useId, useState, type ReactElement } from "react";
import { isDay, type Day } from "../../../base/day.ts";
import {
  lineOf,
  nextScoreDay,
  raterFor,
  scoreBefore,
  tooSoon,
  toScoreEntry,
  type Instrument,
  type ScoreLine,
  type ScoreRater,
} from "../../../lib/index.ts";
import { dayText, localOffsetMinutes } from "../../shell/local-day.ts";
import { SaveProblem } from "../../shell/save-status.tsx";
import { useOutboxState, useSession } from "../../shell/session.ts";
import { scoreWords } from "../../words-scores.ts";
import { emptyForm, readForm, typedOf, type Typed } from "./form-answers.ts";
import { ScoreFields } from "./score-fields.tsx";
import { ScoreResult } from "./score-result.tsx";

export interface ScoreFormProps {
  readonly instrument: Instrument;
  readonly lines: readonly ScoreLine[];
  readonly today: Day;
}

/** The form of one instrument. */
export function ScoreForm({ instrument, lines, today }: ScoreFormProps): ReactElement {
  const id = useId();
  const { outbox } = useSession();
  const usual = raterFor(instrument, null);
  const [rater, setRater] = useState<ScoreRater>(usual.ok ? usual.value : "self");
  const [day, setDay] = useState<Day>(today);
  const line = lineOf(lines, instrument.id, rater);
  const [typed, setTyped] = useState<Typed>(() => typedOn(line, today));
  const saving = useSaving();
  const days = (line?.scores ?? []).map((score) => score.day);
  const near = tooSoon(instrument, days, day);
  const reading = readForm(instrument, typed);
  const isThere = days.includes(day);

  const go = (nextDay: Day, nextRater: ScoreRater): void => {
    setDay(nextDay);
    setRater(nextRater);
    setTyped(typedOn(lineOf(lines, instrument.id, nextRater), nextDay));
    saving.forget();
  };
  const change = (next: Typed): void => {
    setTyped(next);
    saving.forget();
  };
  const save = (): void => {
    if (reading.state !== "scored" || near !== null) return;
    const setting = { day, rater, source: "app", offsetMinutes: localOffsetMinutes() };
    const made = toScoreEntry(instrument.id, reading.answers, setting);
    if (!made.ok) return;
    const { entry } = made.value;
    saving.begin();
    outbox.put({
      key: `score ${instrument.id} ${rater} ${day}`,
      draft: () => ({ action: "put", supersede: true, entry }),
    });
  };

  return (
    <form
      className="score-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <section className="card" aria-labelledby={`${id}-form`}>
        <h2 id={`${id}-form`}>{scoreWords.form[rater]}</h2>
        <div className="fields">
          <label>
            {scoreWords.day}
            <input
              type="date"
              value={day}
              max={today}
              onChange={(event) => {
                const wanted = event.target.value;
                if (isDay(wanted) && wanted <= today) go(wanted, rater);
              }}
            />
          </label>
          {instrument.rater === "either" ? (
            <label>
              {scoreWords.rater}
              <select
                value={rater}
                onChange={(event) => go(day, event.target.value === "clinician" ? "clinician" : "self")}
              >
                <option value="self">{scoreWords.raters.self}</option>
                <option value="clinician">{scoreWords.raters.clinician}</option>
              </select>
            </label>
          ) : null}
        </div>
        {near === null ? (
          <ScoreFields
            key={`${day} ${rater}`}
            instrument={instrument}
            typed={typed}
            refused={reading.state === "refused" ? reading.item : null}
            onChange={change}
          />
        ) : (
          <TooSoon instrument={instrument} days={days} day={day} near={near} onChoose={(other) => go(other, rater)} />
        )}
      </section>
      {near === null ? (
        <section className="card score-result" aria-labelledby={`${id}-result`}>
          <h2 id={`${id}-result`}>{scoreWords.result}</h2>
          <div role="status">
            <ScoreResult instrument={instrument} reading={reading} before={scoreBefore(line, day)} />
          </div>
          <SaveProblem />
          <div className="row">
            <button type="submit" className="button button-strong" disabled={reading.state !== "scored"}>
              {isThere ? scoreWords.change : scoreWords.save}
            </button>
            <p className="save-status" role="status" data-phase={saving.phase}>
              {saving.phase === "saved" ? scoreWords.saved(dayText(day, "short")) : ""}
              {saving.phase === "saving" ? scoreWords.saving : ""}
            </p>
          </div>
        </section>
      ) : null}
    </form>
  );
}

/** Why there is no form for this day, and what can be done instead. */
function TooSoon(props: {
  readonly instrument: Instrument;
  readonly days: readonly Day[];
  readonly day: Day;
  readonly near: { readonly otherDay: string; readonly days: number };
  readonly onChoose: (day: Day) => void;
}): ReactElement {
  const { instrument, days, day, near } = props;
  const other = days.find((one) => one === near.otherDay) ?? day;
  const next = other < day && other === days.at(-1) ? nextScoreDay(instrument, other) : null;
  return (
    <div className="note">
      <p>
        {next === null
          ? scoreWords.nearOther(dayText(other, "short"), near.days)
          : scoreWords.tooSoon(dayText(other, "short"), dayText(next, "short"))}
      </p>
      <button type="button" className="button" onClick={() => props.onChoose(other)}>
        {scoreWords.changeLast(dayText(other, "short"))}
      </button>
    </div>
  );
}

function typedOn(line: ScoreLine | null, day: Day): Typed {
  const there = line?.scores.find((score) => score.day === day);
  return there === undefined ? emptyForm : typedOf(there.entry);
}

interface Saving {
  readonly phase: "untouched" | "saving" | "saved" | "failed";
  readonly begin: () => void;
  readonly forget: () => void;
}

/** Whether what was given here is durable: the outbox has nothing left and has not failed. */
function useSaving(): Saving {
  const { phase, waiting } = useOutboxState();
  const [isSent, setSent] = useState(false);
  const state = phase === "failed" ? "failed" : phase === "saving" || waiting > 0 ? "saving" : "saved";
  return { phase: isSent ? state : "untouched", begin: () => setSent(true), forget: () => setSent(false) };
}
