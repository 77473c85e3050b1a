/**
 * How does one cell stand in a list, or in a table?
 *
 * Sign, word, how many studies with an effect and without, how sure. A cell with records is a link; an empty one says "no trial found"
 * and is plain text, because there is nothing behind it.
 */
import type { ReactElement } from "react";
import { certaintySpan, type EvidenceCell } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";
import { Finding } from "./finding-mark.tsx";
import { learnHash } from "./known-evidence.ts";

/** One line of a list; `name` says what the cell is about there. */
export function CellRow({ cell, name }: { readonly cell: EvidenceCell; readonly name: string }): ReactElement {
  return (
    <li className="cell-line">
      {cell.records.length === 0 ? (
        <div className="cell-row is-empty">
          <span className="cell-name">{name}</span>
          <Finding finding={cell.finding} />
        </div>
      ) : (
        <a className="cell-row" href={learnHash(cell.from, cell.to)}>
          <span className="cell-name">{name}</span>
          <Finding finding={cell.finding} />
          <CellFacts cell={cell} />
        </a>
      )}
    </li>
  );
}

/** What a table cell holds. */
export function CellBox({ cell, name }: { readonly cell: EvidenceCell; readonly name: string }): ReactElement {
  if (cell.records.length === 0) {
    return (
      <span className="cell-box is-empty">
        <Finding finding={cell.finding} />
      </span>
    );
  }
  return (
    <a className="cell-box" href={learnHash(cell.from, cell.to)}>
      <span className="visually-hidden">{name}: </span>
      <Finding finding={cell.finding} />
      <CellFacts cell={cell} />
    </a>
  );
}

/** "2 with an effect, 3 without; certainty: low; 1 unverified". */
function CellFacts({ cell }: { readonly cell: EvidenceCell }): ReactElement {
  const { hits, nulls, unverified, certainty, noTrialFound } = cell;
  const counts = [
    hits > 0 ? (noTrialFound ? learnWords.seenTogether(hits) : learnWords.hits(hits)) : null,
    nulls > 0 ? learnWords.nulls(nulls) : null,
  ].filter((part) => part !== null);
  const span = certaintySpan(certainty);
  return (
    <span className="cell-facts">
      {[
        counts.join(", "),
        span === "" ? "" : learnWords.certainty(span),
        unverified > 0 ? learnWords.unverified(unverified) : "",
      ]
        .filter((part) => part !== "")
        .join("; ")}
    </span>
  );
}
