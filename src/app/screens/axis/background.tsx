/**
 * On what does the answer rest?
 *
 * What was assumed, what could not be used, how numbers were read, and how well the calculation went; folded away, for those who
 * want to know.
 */
import type { ReactElement } from "react";
import type { AnalysisDocument } from "../../../lib/index.ts";
import { numberText } from "../../../report/charts/number-text.ts";
import { axisWords, panelWords } from "../../words-axis.ts";
import { ScrollTable } from "../../shell/scroll-table.tsx";

/** Folded lists. */
export function Background({ document }: { readonly document: AnalysisDocument }): ReactElement {
  return (
    <section className="background">
      {document.unused.length > 0 ? (
        <details>
          <summary>{axisWords.unused}</summary>
          <ul>
            {document.unused.map((one) => (
              <li key={one.column}>{one.reason}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {document.assumed.length > 0 ? (
        <details>
          <summary>{axisWords.assumed}</summary>
          <ul>
            {document.assumed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {document.outcomes.length > 0 ? (
        <details>
          <summary>{axisWords.readings}</summary>
          <ul>
            {document.outcomes.map((outcome) => (
              <li key={outcome.name}>{outcome.reading}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <details>
        <summary>{axisWords.outcomes}</summary>
        <ScrollTable name={axisWords.outcomes} heads={axisWords.outcomeHead}>
          {document.outcomes.map((outcome) => (
            <tr key={outcome.name}>
              <th scope="row">{outcome.label}</th>
              <td>{outcome.recordedDays}</td>
              <td>
                {outcome.diagnostics.rHat === null ? panelWords.unknown : numberText(outcome.diagnostics.rHat, 4)}
              </td>
              <td>{outcome.diagnostics.converged ? axisWords.settled : axisWords.notSettled}</td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </section>
  );
}
