/**
 * What goes with a lever that is kept up for weeks, all ways together?
 *
 * Also where no single arrow is clear: a lever may reach the skin only by way of the gut. Each leads to the page of its pair.
 */
import type { ReactElement } from "react";
import { likelyResponses, type AnalysisDocument } from "../../../lib/index.ts";
import { edgeId } from "../../../report/charts/axis-model.ts";
import { axisWords, panelWords } from "../../words-axis.ts";

const MOST = 6;

/** The list; nothing when there is none. */
export function KeptUp({
  document,
  onSelect,
}: {
  readonly document: AnalysisDocument;
  readonly onSelect: (id: string) => void;
}): ReactElement | null {
  const pairs = new Set(document.edges.map(edgeId));
  const told = likelyResponses(document, MOST).filter((response) => pairs.has(edgeId(response)));
  if (told.length === 0) return null;
  return (
    <section className="forecasts" aria-labelledby="kept-up-title">
      <h2 id="kept-up-title">{axisWords.keptUp}</h2>
      <p className="quiet">{axisWords.keptUpHint}</p>
      <ul className="arrow-list">
        {told.map((response) => (
          <li key={edgeId(response)}>
            <button
              type="button"
              className={`arrow-item tone-${response.fromRole}`}
              onClick={() => onSelect(edgeId(response))}
            >
              <span className="arrow-names">
                <span className="arrow-from">{response.fromLabel}</span>
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden"> {panelWords.to} </span>
                <span>{response.toLabel}</span>
              </span>
              <span className="arrow-sentence">{response.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
