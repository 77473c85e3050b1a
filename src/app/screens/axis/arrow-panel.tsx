/**
 * What is known of one arrow?
 *
 * Sentence, verdict word with its meaning, effect of the example step with interval, delay curve with band,
 * what would make it surer, what to be careful about, and all numbers as a table. A native modal dialog:
 * Escape closes it and the focus goes back.
 */
import { useRef, useState, type ReactElement } from "react";
import {
  spokenName,
  stepPhrase,
  type AnalysisDocument,
  type DemoTruth,
  type DocumentEdge,
} from "../../../lib/index.ts";
import { DelayCurve, withoutFlatEnd, type DelayPoint } from "../../../report/charts/delay-curve.tsx";
import { EffectStrip, type Whisker } from "../../../report/charts/effect-strip.tsx";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { Sheet } from "../../shell/sheet.tsx";
import { useSize } from "../../shell/use-size.ts";
import { axisWords, panelWords } from "../../words-axis.ts";
import { words } from "../../words.ts";

export interface ArrowPanelProps {
  readonly edge: DocumentEdge;
  readonly document: AnalysisDocument;
  readonly truth: DemoTruth | null;
  readonly isDemo: boolean;
  readonly onClose: () => void;
}

/** The panel of one arrow. */
export function ArrowPanel(props: ArrowPanelProps): ReactElement {
  const { edge, truth } = props;
  const [outcomeUnit = "", causeUnit = ""] = edge.unit.split(" per ");
  const cause = {
    id: edge.from,
    name: spokenName(edge.fromLabel),
    unit: causeUnit,
    role: edge.fromRole,
    betterIs: "neither" as const,
  };
  const step = stepPhrase(cause, edge.exampleStep);
  const trueEffect = truth === null ? null : truth.effectPerUnit * edge.exampleStep;
  return (
    <Sheet
      title={<PanelTitle edge={edge} />}
      name={`${edge.fromLabel} ${panelWords.to} ${edge.toLabel}`}
      onClose={props.onClose}
    >
      <p className="panel-sentence">{edge.sentence}</p>
      <details className={`verdict verdict-${edge.verdict}`}>
        <summary>
          <strong>{panelWords.verdicts[edge.verdict]}</strong>
          <span className="quiet"> {panelWords.verdictMeaning}</span>
        </summary>
        <p>{panelWords.meanings[edge.verdict]}</p>
      </details>
      {props.isDemo ? (
        <p className="truth-line">
          {truth === null || trueEffect === null
            ? panelWords.noTruth
            : panelWords.truthText(`${signedText(trueEffect)} ${outcomeUnit}`, numberText(truth.delayDays))}
        </p>
      ) : null}
      <Effect edge={edge} step={step} unit={outcomeUnit} trueEffect={trueEffect} />
      {edge.curve.length > 1 ? <Delay edge={edge} truth={truth} /> : null}
      <section>
        <h3>{panelWords.surer}</h3>
        <p>{edge.surer}</p>
      </section>
      {edge.cautions.length > 0 ? (
        <section>
          <h3>{panelWords.cautions}</h3>
          <ul>
            {edge.cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Numbers edge={edge} unit={outcomeUnit} step={step} />
    </Sheet>
  );
}

function PanelTitle({ edge }: { readonly edge: DocumentEdge }): ReactElement {
  return (
    <>
      <span className={`tone-${edge.fromRole} panel-end`}>{edge.fromLabel}</span>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> {panelWords.to} </span>
      <span className={`tone-${edge.toRole} panel-end`}>{edge.toLabel}</span>
    </>
  );
}

function Effect(props: {
  readonly edge: DocumentEdge;
  readonly step: string;
  readonly unit: string;
  readonly trueEffect: number | null;
}): ReactElement {
  const { edge, step, unit } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const ifReal = perStep(edge.effectIfReal, edge.exampleStep);
  const averaged = perStep(edge.effectPerUnit, edge.exampleStep);
  return (
    <section className={`tone-${edge.fromRole}`}>
      <h3>{panelWords.effect(step)}</h3>
      <p className="quiet">{unit}</p>
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <EffectStrip
            ifReal={ifReal}
            averaged={averaged}
            unit={unit}
            width={width}
            em={em}
            name={panelWords.stripName(signedText(ifReal.mean), signedText(ifReal.low), signedText(ifReal.high), unit)}
            labels={{ ifReal: panelWords.ifReal, averaged: panelWords.averaged, truth: panelWords.truth, none: "0" }}
            {...(props.trueEffect === null ? {} : { truth: props.trueEffect })}
          />
        ) : null}
      </div>
    </section>
  );
}

function Delay({ edge, truth }: { readonly edge: DocumentEdge; readonly truth: DemoTruth | null }): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const points = edge.curve.map((point): DelayPoint => ({
    day: point.day,
    mean: point.pulseMean * edge.exampleStep,
    low: point.pulseLow80 * edge.exampleStep,
    high: point.pulseHigh80 * edge.exampleStep,
  }));
  const shown = withoutFlatEnd(points);
  const [cursor, setCursor] = useState<number | null>(null);
  const at = shown[cursor ?? 0];
  const readout = at ? panelWords.cursorText(at.day, signedText(at.mean), signedText(at.low), signedText(at.high)) : "";
  const { mean, low80, high80 } = edge.delayDays;
  return (
    <section className={`tone-${edge.fromRole}`}>
      <h3>{panelWords.delay}</h3>
      <p>{panelWords.delayText(numberText(mean), numberText(low80), numberText(high80))}</p>
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <DelayCurve
            points={points}
            delay={{ mean, low: low80, high: high80 }}
            cursor={cursor}
            width={width}
            em={em}
            name={panelWords.curveName(numberText(mean))}
            labels={{ days: panelWords.delayDays, typical: panelWords.typical }}
            {...(truth === null ? {} : { truth: truth.delayDays })}
          />
        ) : null}
      </div>
      <label className="cursor-field">
        {panelWords.cursor}
        <input
          type="range"
          min={0}
          max={shown.length - 1}
          value={cursor ?? 0}
          aria-valuetext={readout}
          onChange={(event) => setCursor(Number(event.target.value))}
        />
        <output>{cursor === null ? "" : readout}</output>
      </label>
      <details>
        <summary>{words.history.table}</summary>
        <table>
          <thead>
            <tr>
              {[panelWords.day, panelWords.mean, panelWords.low, panelWords.high].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{point.day}</th>
                <td>{signedText(point.mean)}</td>
                <td>{signedText(point.low)}</td>
                <td>{signedText(point.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Numbers({
  edge,
  unit,
  step,
}: {
  readonly edge: DocumentEdge;
  readonly unit: string;
  readonly step: string;
}): ReactElement {
  const ifReal = perStep(edge.effectIfReal, edge.exampleStep);
  const averaged = perStep(edge.effectPerUnit, edge.exampleStep);
  const interval = (one: Whisker): string =>
    `${panelWords.interval(signedText(one.mean), signedText(one.low), signedText(one.high))} ${unit}`;
  const rows: readonly (readonly [string, string])[] = [
    [panelWords.chance, `${numberText(edge.probability * 100)} in 100`],
    [`${panelWords.effect(step)}, ${panelWords.ifReal}`, interval(ifReal)],
    [`${panelWords.effect(step)}, ${panelWords.averaged}`, interval(averaged)],
    [panelWords.share, `${numberText(edge.varianceShare * 100)} in 100`],
    [
      panelWords.detectable,
      edge.detectableEffect === null
        ? panelWords.unknown
        : `${numberText(edge.detectableEffect * edge.exampleStep)} ${unit}`,
    ],
    [
      panelWords.more,
      edge.furtherDaysNeeded === null ? axisWords.noMoreDays : axisWords.moreDays(edge.furtherDaysNeeded),
    ],
  ];
  return (
    <details>
      <summary>{panelWords.numbers}</summary>
      <table className="facts">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function perStep(
  interval: { readonly mean: number; readonly low95: number; readonly high95: number },
  step: number,
): Whisker {
  return { mean: interval.mean * step, low: interval.low95 * step, high: interval.high95 * step };
}
