/**
 * Which scores fit this person, when was each given last, and which are open?
 *
 * First the weekly ones of the chosen conditions, then those that a clinician fills in, then those about daily life, gut, stress and sleep. Everything else is
 * folded away. "Open" is a fact and no reminder.
 */
import type { ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import {
  askedItems,
  bandText,
  everybodysScores,
  instrumentAbout,
  instrumentById,
  instruments,
  lineOf,
  nextScoreDay,
  raterFor,
  type Instrument,
  type ScoreLine,
  type SkinCondition,
} from "../../../lib/index.ts";
import { dayText } from "../../shell/local-day.ts";
import { routeHash } from "../../shell/route.ts";
import { scoreWords } from "../../words-scores.ts";
import { scoreText } from "./score-past.tsx";

/** Looked up elsewhere: the stool form stands in the check-in, the area table is a part of other scores. */
const NOT_LISTED: readonly string[] = ["stool-form", "area-score"];

export interface ScoreListProps {
  readonly chosen: readonly SkinCondition[];
  readonly lines: readonly ScoreLine[];
  readonly today: Day;
}

/** The list. */
export function ScoreList(props: ScoreListProps): ReactElement {
  const { chosen } = props;
  const weekly = chosen.flatMap((condition) => askedItems[condition].weekly);
  const atVisits = chosen.flatMap((condition) => askedItems[condition].atVisits);
  const named = [...weekly, ...atVisits, ...everybodysScores, ...NOT_LISTED];
  const others = instruments.map(({ id }) => id).filter((id) => !named.includes(id));
  return (
    <>
      {chosen.length === 0 ? (
        <p className="note">
          {scoreWords.noConditions} <a href={routeHash({ screen: "data" })}>{scoreWords.choose}</a>
        </p>
      ) : null}
      <Part {...props} title={scoreWords.weekly} ids={weekly} />
      <Part {...props} title={scoreWords.atVisits} text={scoreWords.atVisitsText} ids={atVisits} />
      <Part {...props} title={scoreWords.everybody} ids={everybodysScores} />
      {others.length === 0 ? null : (
        <details open={chosen.length === 0} className="score-others">
          <summary>{scoreWords.others}</summary>
          <Cards {...props} ids={others} />
        </details>
      )}
    </>
  );
}

function Part(
  props: ScoreListProps & { readonly title: string; readonly text?: string; readonly ids: readonly string[] },
): ReactElement | null {
  if (props.ids.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      {props.text === undefined ? null : <p className="quiet">{props.text}</p>}
      <Cards {...props} />
    </section>
  );
}

function Cards({ lines, today, ids }: ScoreListProps & { readonly ids: readonly string[] }): ReactElement {
  return (
    <ul className="score-cards">
      {ids.flatMap((id) => {
        const instrument = instrumentById(id);
        return instrument === null ? [] : [<Card key={id} instrument={instrument} lines={lines} today={today} />];
      })}
    </ul>
  );
}

function Card(props: {
  readonly instrument: Instrument;
  readonly lines: readonly ScoreLine[];
  readonly today: Day;
}): ReactElement {
  const { instrument, lines, today } = props;
  const usual = raterFor(instrument, null);
  const own = lineOf(lines, instrument.id, usual.ok ? usual.value : "self");
  const line = own ?? lineOf(lines, instrument.id, "clinician");
  const last = line?.scores.at(-1);
  const next = nextScoreDay(instrument, own?.scores.at(-1)?.day ?? null);
  const waits = next !== null && next > today;
  const band = last?.band ? `, ${bandText(instrument, last.band)}` : "";
  return (
    <li>
      <a
        className={`score-card tone-${toneOf(instrument)}`}
        href={routeHash({ screen: "scores", detail: instrument.id })}
      >
        <span className="score-card-name">{instrument.name}</span>
        <span className="score-card-about">{instrumentAbout[instrument.id]}</span>
        <span className="score-card-last">
          {line === null || last === undefined
            ? scoreWords.never
            : scoreWords.last(`${scoreText(line, last)}${band}`, dayText(last.day, "short"))}
          {waits ? ` · ${scoreWords.openFrom(dayText(next, "short"))}` : ""}
        </span>
      </a>
    </li>
  );
}

/** The colour of the side that the score is about. */
function toneOf({ topic }: Instrument): string {
  return topic === "gut" || topic === "stress" || topic === "sleep" ? topic : "skin";
}
