/**
 * What is known of one pair: something one does, and a skin condition, or the way back?
 *
 * The finding with its counts, the door to the other direction, then every record. An empty cell says "no trial found" as a page of
 * its own.
 */
import type { ReactElement } from "react";
import {
  cellSentence,
  certaintySpan,
  evidenceNote,
  nameOfEnd,
  nameOfStart,
  pairName,
  type EvidenceCell,
} from "../../../lib/index.ts";
import { learnWords, terms } from "../../words-learn.ts";
import { capital } from "../../shell/capital.ts";
import { Finding } from "./finding-mark.tsx";
import { learnHash, recordsOf, type Way } from "./known-evidence.ts";
import { RecordList } from "./record-list.tsx";
import { Term } from "./term.tsx";

/** The page of one cell. */
export function CellPage({ cell, way }: { readonly cell: EvidenceCell; readonly way: Way }): ReactElement {
  const records = recordsOf(cell.records);
  const span = certaintySpan(cell.certainty);
  return (
    <div className="learn">
      <BackLinks cell={cell} way={way} />
      <h1>{capital(pairName(cell))}</h1>
      <p className="learn-finding">
        <Finding finding={cell.finding} />
        {span === "" ? null : <Term word={learnWords.certainty(span)} meaning={terms.certainty} />}
        {cell.unverified > 0 ? <Term word={learnWords.unverified(cell.unverified)} meaning={terms.unverified} /> : null}
      </p>
      <p className="lead">{cellSentence(cell)}</p>
      {records.length === 0 ? null : <p className="quiet">{evidenceNote}</p>}
      <RecordList title={learnWords.studies(records.length)} records={records} />
    </div>
  );
}

function BackLinks({ cell, way }: { readonly cell: EvidenceCell; readonly way: Way }): ReactElement {
  // from a lever to a condition: the way back begins at the condition; and the other way round
  const other = way === "to-skin" ? learnHash(cell.to) : learnHash("to-skin");
  return (
    <nav className="learn-links" aria-label={learnWords.around}>
      <a href={learnHash(way)}>{learnWords.back}</a>
      <a href={learnHash(cell.from)}>{learnWords.allOf(nameOfStart(cell.from))}</a>
      <a href={other}>
        {way === "to-skin" ? learnWords.otherWay(nameOfEnd(cell.to)) : learnWords.otherWayTo(nameOfStart(cell.from))}
      </a>
    </nav>
  );
}
