/**
 * What are all the numbers of one arrow?
 *
 * Folded away, as a table: everything that the sentences rest on.
 */
import type { ReactElement } from "react";
import type { DocumentEdge } from "../../../lib/index.ts";
import type { Whisker } from "../../../report/charts/effect-strip.tsx";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { axisWords, panelWords } from "../../words-axis.ts";

/** An interval per unit, for the example step. */
export function perStep(
  interval: { readonly mean: number; readonly low95: number; readonly high95: number },
  step: number,
): Whisker {
  return { mean: interval.mean * step, low: interval.low95 * step, high: interval.high95 * step };
}

/** The table; `step` as a phrase, `unit` of the outcome. */
export function PanelNumbers({
  edge,
  unit,
  step,
}: {
  readonly edge: DocumentEdge;
  readonly unit: string;
  readonly step: string;
}): ReactElement {
  return (
    <details>
      <summary>{panelWords.numbers}</summary>
      <table className="facts">
        <tbody>
          {rowsOf(edge, unit, step).map(([name, value]) => (
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

function rowsOf(edge: DocumentEdge, unit: string, step: string): readonly (readonly [string, string])[] {
  const interval = (of: Parameters<typeof perStep>[0]): string => {
    const { mean, low, high } = perStep(of, edge.exampleStep);
    return `${panelWords.interval(signedText(mean), signedText(low), signedText(high))} ${unit}`;
  };
  const share = (of: number): string => `${numberText(Math.max(0, of) * 100)} in 100`;
  const effect = panelWords.effect(step);
  const { dataAlone, effectIfEntriesExact } = edge;
  return [
    [panelWords.chance, share(edge.probability)],
    [`${effect}, ${panelWords.ifReal}`, interval(edge.effectIfReal)],
    [`${effect}, ${panelWords.averaged}`, interval(edge.effectPerUnit)],
    ...(dataAlone === null
      ? []
      : ([
          [`${panelWords.chance}, ${panelWords.dataAlone}`, share(dataAlone.probability)],
          [`${effect}, ${panelWords.ifReal}, ${panelWords.dataAlone}`, interval(dataAlone.effectIfReal)],
        ] as const)),
    ...(edge.reliability < 0.995 ? ([[panelWords.reliability, share(edge.reliability)]] as const) : []),
    ...(effectIfEntriesExact === null
      ? []
      : ([[`${effect}, ${panelWords.entriesExact}`, interval(effectIfEntriesExact)]] as const)),
    [panelWords.taught, share(edge.contraction)],
    [panelWords.slow, share(edge.slowProbability)],
    [panelWords.share, share(edge.varianceShare)],
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
}
