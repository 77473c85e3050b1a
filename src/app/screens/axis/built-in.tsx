/**
 * Did gutskin find what was built into the made-up person?
 *
 * Every true arrow beside the estimate, found or not, and how many reported arrows are false. Honest in
 * both directions: misses are shown first-hand.
 */
import type { ReactElement } from "react";
import {
  spokenName,
  stepPhrase,
  type AnalysisDocument,
  type DemoTruth,
  type DocumentEdge,
} from "../../../lib/index.ts";
import { edgeId } from "../../../report/charts/axis-model.ts";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { axisWords, panelWords } from "../../words-axis.ts";
import type { TruthById } from "./truth.ts";

/** The table of truths. */
export function BuiltIn({
  document,
  truth,
}: {
  readonly document: AnalysisDocument;
  readonly truth: TruthById;
}): ReactElement {
  const falseAlarms = document.edges.filter((edge) => edge.reported && !truth.has(edgeId(edge))).length;
  return (
    <section className="card" aria-labelledby="built-title">
      <h2 id="built-title">{axisWords.built}</h2>
      <p className="quiet">{axisWords.builtHint}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="built-title">
        <table className="truth-table">
          <thead>
            <tr>
              {axisWords.builtHead.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...truth].map(([id, one]) => (
              <Row key={id} truth={one} edge={document.edges.find((edge) => edgeId(edge) === id) ?? null} />
            ))}
          </tbody>
        </table>
      </div>
      <p>{axisWords.falseAlarms(falseAlarms)}</p>
    </section>
  );
}

function Row({ truth, edge }: { readonly truth: DemoTruth; readonly edge: DocumentEdge | null }): ReactElement {
  if (edge === null) {
    return (
      <tr>
        <th scope="row">
          {truth.from} → {truth.to}
        </th>
        <td colSpan={4}>{axisWords.notAsked}</td>
      </tr>
    );
  }
  const [outcomeUnit = "", causeUnit = ""] = edge.unit.split(" per ");
  const cause = {
    id: edge.from,
    name: spokenName(edge.fromLabel),
    unit: causeUnit,
    role: edge.fromRole,
    betterIs: "neither" as const,
  };
  const { mean, low95, high95 } = edge.effectIfReal;
  const per = (value: number): number => value * edge.exampleStep;
  return (
    <tr>
      <th scope="row">
        {edge.fromLabel} → {edge.toLabel}
      </th>
      <td>{stepPhrase(cause, edge.exampleStep)}</td>
      <td>
        {signedText(per(truth.effectPerUnit))} {outcomeUnit}
      </td>
      <td>
        {signedText(per(mean))} ({numberText(per(low95))} … {numberText(per(high95))})
      </td>
      <td>{panelWords.verdicts[edge.verdict]}</td>
    </tr>
  );
}
