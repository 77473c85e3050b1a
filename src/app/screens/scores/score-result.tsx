/**
 * What do the answers come to, and what is said beside the number?
 *
 * The number with its range, the class with the name of its cut-offs, the change since the last score of the same rater against the published marks, the
 * instrument's own remarks. Follows every answer; nothing is stored here.
 */
import type { ReactElement } from "react";
import {
  bandText,
  changeSentences,
  changeSince,
  cutoffsText,
  missingRuleText,
  partWords,
  totalText,
  wordScoreRemark,
  type Instrument,
  type PastScore,
  type Score,
} from "../../../lib/index.ts";
import { dayText } from "../../shell/local-day.ts";
import { scoreWords } from "../../words-scores.ts";
import type { FormReading } from "./form-answers.ts";

/** The live result. `before`: the last score of the same rater before the day; null = none. */
export function ScoreResult(props: {
  readonly instrument: Instrument;
  readonly reading: FormReading;
  readonly before: PastScore | null;
}): ReactElement {
  const { instrument, reading, before } = props;
  switch (reading.state) {
    case "open":
      return (
        <>
          <p className="score-progress">
            {reading.answered === 0 ? scoreWords.nothingYet : scoreWords.answered(reading.answered, reading.asked)}
          </p>
          <p className="quiet">{missingRuleText(instrument.forms[0])}</p>
        </>
      );
    case "refused":
      return (
        <div className="note">
          <p className="note-title">{reading.wording.sentence}</p>
          <p>{reading.wording.mend}</p>
        </div>
      );
    case "scored":
      return <Scored instrument={instrument} score={reading.score} before={before} />;
  }
}

function Scored(props: {
  readonly instrument: Instrument;
  readonly score: Score;
  readonly before: PastScore | null;
}): ReactElement {
  const { instrument, score, before } = props;
  const change = changeSince(instrument, before, score.total);
  const remarks = score.remarks.map(wordScoreRemark);
  return (
    <>
      {score.total === null ? null : <p className="score-total">{totalText(instrument, score.total)}</p>}
      {score.band === null ? null : (
        <p className="score-band">
          <strong>{bandText(instrument, score.band)}</strong> <span className="quiet">{cutoffsText(score.band)}</span>
        </p>
      )}
      {instrument.parts.length === 0 ? null : (
        <ul className="score-parts">
          {instrument.parts.map(({ id }) => (
            <li key={id}>{scoreWords.part(partWords(id), String(score.parts[id] ?? scoreWords.noPart))}</li>
          ))}
        </ul>
      )}
      {score.total === null ? null : (
        <div className="score-change">
          {change === null ? (
            <p>{scoreWords.first}</p>
          ) : (
            changeSentences(instrument, change, dayText(change.since, "short")).map((text) => <p key={text}>{text}</p>)
          )}
        </div>
      )}
      {score.otherBands.map((band) => (
        <p className="quiet" key={band.cutoffs}>
          {scoreWords.otherCutoffs(band.name, band.cutoffs)}
        </p>
      ))}
      {remarks.map((text) => (
        <p className="quiet" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}
