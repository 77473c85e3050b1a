/**
 * What is one score about, and how is it given?
 *
 * What it looks at, whose it is and who fills it in; the form; the past; where it comes from.
 */
import type { ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { instrumentAbout, recallText, type Instrument, type ScoreLine } from "../../../lib/index.ts";
import { routeHash } from "../../shell/route.ts";
import { scoreWords } from "../../words-scores.ts";
import { OwnerLink, ScoreFacts } from "./score-facts.tsx";
import { ScoreForm } from "./score-form.tsx";
import { ScorePast } from "./score-past.tsx";

/** The page of one instrument. */
export function ScorePage(props: {
  readonly instrument: Instrument;
  readonly lines: readonly ScoreLine[];
  readonly today: Day;
}): ReactElement {
  const { instrument, lines } = props;
  const own = lines.filter((line) => line.instrument === instrument);
  const needsOwner = instrument.mode !== "O" && instrument.link !== null;
  return (
    <>
      <p>
        <a href={routeHash({ screen: "scores" })}>{scoreWords.all}</a>
      </p>
      <h1>{instrument.name}</h1>
      <p className="lead">
        {instrumentAbout[instrument.id]} {scoreWords.about} {recallText(instrument)}.
      </p>
      {instrument.rater === "clinician" ? <p className="note">{scoreWords.clinicianNote}</p> : null}
      {instrument.mode === "N" ? <p className="note">{scoreWords.ownedNote}</p> : null}
      {instrument.mode === "T" ? <p className="note">{scoreWords.gradeNote}</p> : null}
      {instrument.minimumAgeYears === null ? null : <p>{scoreWords.ageFrom(instrument.minimumAgeYears)}</p>}
      {needsOwner ? <OwnerLink link={instrument.link} /> : null}
      <ScoreForm {...props} lines={own} />
      <ScorePast lines={own} />
      <section className="card">
        <p className="quiet score-licence">{instrument.licence}</p>
        <ScoreFacts instrument={instrument} />
      </section>
    </>
  );
}
