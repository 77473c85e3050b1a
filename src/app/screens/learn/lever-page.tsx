/**
 * What is known of one thing, over all skin conditions and beside the skin?
 *
 * Its cells with and without trials, then the records that stand in no cell: risks, and steps between gut and skin.
 */
import type { ReactElement } from "react";
import { evidenceNote, nameOfEnd, nameOfStart } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";
import { capital } from "../../shell/capital.ts";
import { CellRow } from "./cell-row.tsx";
import { cellsOf, knownMatrix, learnHash, recordsBeside } from "./known-evidence.ts";
import { RecordList } from "./record-list.tsx";

/** The page of one lever, or of one skin state on the way back. */
export function LeverPage({ code }: { readonly code: string }): ReactElement {
  const isWayBack = knownMatrix().skinStates.includes(code);
  return (
    <div className="learn">
      <nav className="learn-links" aria-label={learnWords.around}>
        <a href={learnHash(isWayBack ? "from-skin" : "to-skin")}>{learnWords.back}</a>
      </nav>
      <h1>{capital(isWayBack ? learnWords.fromState(nameOfStart(code)) : nameOfStart(code))}</h1>
      <p className="quiet">{evidenceNote}</p>
      <section className="card">
        <h2>{learnWords.cells}</h2>
        <ul className="cell-list">
          {cellsOf(code).map((cell) => (
            <CellRow key={cell.to} cell={cell} name={capital(nameOfEnd(cell.to))} />
          ))}
        </ul>
      </section>
      <RecordList title={learnWords.beside} hint={learnWords.besideHint} records={recordsBeside(code)} />
    </div>
  );
}
