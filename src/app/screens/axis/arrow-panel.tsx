/**
 * What is known of one arrow?
 *
 * Sentence, verdict word with its meaning, effect of the example step with interval (beside the data alone when studies were
 * weighed in), delay curve with band, what would go with a change, what the diary taught, what would make it surer, what to be
 * careful about, and all numbers as a table. A native modal dialog: Escape closes it and the focus goes back.
 */
import { useRef, type ReactElement } from "react";
import {
  spokenName,
  stepPhrase,
  type AnalysisDocument,
  type DemoTruth,
  type DocumentEdge,
  type SafetyAnswer,
} from "../../../lib/index.ts";
import { EffectStrip } from "../../../report/charts/effect-strip.tsx";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { Sheet } from "../../shell/sheet.tsx";
import { useSize } from "../../shell/use-size.ts";
import { panelWords } from "../../words-axis.ts";
import { PanelDelay } from "./panel-delay.tsx";
import { PanelNumbers, perStep } from "./panel-numbers.tsx";
import { WhatIf } from "./what-if.tsx";

export interface ArrowPanelProps {
  readonly edge: DocumentEdge;
  readonly document: AnalysisDocument;
  readonly safety: SafetyAnswer;
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
  const response = props.document.responses.find((one) => one.from === edge.from && one.to === edge.to) ?? null;
  const learned = [edge.learned, ...[edge.entries, edge.knowledge].filter((sentence) => sentence !== null)];
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
      {edge.curve.length > 1 ? <PanelDelay edge={edge} truth={truth} /> : null}
      {response ? <WhatIf document={props.document} safety={props.safety} response={response} /> : null}
      <section>
        <h3>{panelWords.learned}</h3>
        {learned.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
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
      <PanelNumbers edge={edge} unit={outcomeUnit} step={step} />
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
            labels={{
              ifReal: edge.dataAlone === null ? panelWords.ifReal : panelWords.withStudies,
              averaged: panelWords.averaged,
              dataAlone: panelWords.dataAlone,
              truth: panelWords.truth,
              none: "0",
            }}
            {...(edge.dataAlone === null ? {} : { dataAlone: perStep(edge.dataAlone.effectIfReal, edge.exampleStep) })}
            {...(props.trueEffect === null ? {} : { truth: props.trueEffect })}
          />
        ) : null}
      </div>
    </section>
  );
}
