/**
 * What would go with a change that is kept up from tomorrow?
 *
 * Of a lever that may be tried: a slider for the amount; of anything else the example step. One sentence with the change after 7, 30
 * and 90 days, a small picture, and folded away the direct part, the ways through other scores, and the other scores.
 */
import { useId, useRef, useState, type ReactElement } from "react";
import { answerWhatIf, type AnalysisDocument, type DocumentResponse, type SafetyAnswer } from "../../../lib/index.ts";
import { BandChart, type BandPoint } from "../../../report/charts/band-chart.tsx";
import { useSize } from "../../shell/use-size.ts";
import { whatIfWords } from "../../words-axis.ts";

/** Days with a dot: those that the sentence tells. */
const TOLD_DAYS = [7, 30, 90] as const;
/** How many example steps the slider reaches to either side. */
const REACH = 3;

/** Section of the panel of one arrow; the response is of the same pair. */
export function WhatIf({
  document,
  safety,
  response,
}: {
  readonly document: AnalysisDocument;
  readonly safety: SafetyAnswer;
  readonly response: DocumentResponse;
}): ReactElement | null {
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const id = useId();
  const [amount, setAmount] = useState(response.exampleStep);
  const answer = answerWhatIf(document, { from: response.from, amount }, safety);
  if (!answer.ok) return null;
  const { change, outcomes, hints } = answer.value;
  const own = outcomes.find((outcome) => outcome.to === response.to);
  const others = outcomes.filter((outcome) => outcome.to !== response.to);
  const ways = [
    ...(response.directSentence === null ? [] : [response.directSentence]),
    ...response.paths.map((path) => path.sentence),
  ];
  const hasWays = response.paths.length > 0;
  return (
    <section className={`tone-${response.fromRole}`} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{response.mayBeTried ? whatIfWords.title : whatIfWords.titleKept}</h3>
      {response.mayBeTried ? (
        <label className="cursor-field">
          {whatIfWords.amount}
          <AmountSlider response={response} amount={amount} change={change} onChange={setAmount} />
          <output>{amount === 0 ? whatIfWords.none : change}</output>
        </label>
      ) : null}
      <p aria-live="polite">{own?.sentence}</p>
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <BandChart
            points={bandOf(response, amount)}
            {...(hasWays ? { part: partOf(response, amount) } : {})}
            marked={TOLD_DAYS}
            kind="change"
            width={width}
            em={em}
            name={own?.sentence ?? ""}
            daysLabel={whatIfWords.days}
          />
        ) : null}
      </div>
      {hasWays ? <p className="quiet">{whatIfWords.part}</p> : null}
      {hints.map((hint) => (
        <p key={hint} className="quiet">
          {hint}
        </p>
      ))}
      <Folded title={whatIfWords.ways} sentences={ways.length === 0 ? [] : [response.sentence, ...ways]} />
      <Folded title={whatIfWords.others} sentences={others.map((outcome) => outcome.sentence)} />
    </section>
  );
}

function AmountSlider(props: {
  readonly response: DocumentResponse;
  readonly amount: number;
  readonly change: string;
  readonly onChange: (amount: number) => void;
}): ReactElement {
  const { response, amount } = props;
  const isYesNo = response.unit.endsWith(" per yes");
  const reach = isYesNo ? 1 : REACH * response.exampleStep;
  return (
    <input
      type="range"
      min={-reach}
      max={reach}
      step={isYesNo ? 0.25 : response.exampleStep / 2}
      value={amount}
      aria-valuetext={amount === 0 ? whatIfWords.none : props.change}
      onChange={(event) => props.onChange(Number(event.target.value))}
    />
  );
}

function Folded({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactElement | null {
  if (sentences.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

/** The whole effect of the amount over the days, from nothing on day 0. */
function bandOf(response: DocumentResponse, amount: number): readonly BandPoint[] {
  const points = response.points.map(({ day, total }): BandPoint => {
    const ends = [total.low95 * amount, total.high95 * amount] as const;
    return { day, mean: total.mean * amount, low: Math.min(...ends), high: Math.max(...ends) };
  });
  return [{ day: 0, mean: 0, low: 0, high: 0 }, ...points];
}

function partOf(
  response: DocumentResponse,
  amount: number,
): readonly { readonly day: number; readonly mean: number }[] {
  return [{ day: 0, mean: 0 }, ...response.points.map(({ day, direct }) => ({ day, mean: direct.mean * amount }))];
}
