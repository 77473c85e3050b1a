/**
 * How is one direction shown on a narrow screen?
 *
 * One starting point or condition at a time, chosen by a tap; its cells in four groups: trials, only watched, not checked, no trial found.
 * Trials without an effect stand in the same group as those with one.
 */
import { useState, type ReactElement } from "react";
import { nameOfEnd, nameOfStart, type CellFinding, type EvidenceCell } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";
import { capital } from "../../shell/capital.ts";
import { CellRow } from "./cell-row.tsx";

const groups: readonly { readonly title: string; readonly findings: readonly CellFinding[] }[] = [
  { title: learnWords.tried, findings: ["favours", "mixed", "null", "against"] },
  { title: learnWords.watched, findings: ["only-association"] },
  { title: learnWords.unchecked, findings: ["unverified-only"] },
  { title: learnWords.empty, findings: ["no-trial-found"] },
];

export interface EvidenceListProps {
  readonly question: string;
  /** What can be chosen, the first or `preferred` is open. */
  readonly choices: readonly string[];
  readonly preferred: string | null;
  readonly cells: readonly EvidenceCell[];
  /** Which end of a cell the choice is. */
  readonly choiceIs: "from" | "to";
}

/** The chips and the list. */
export function EvidenceList(props: EvidenceListProps): ReactElement {
  const { question, choices, preferred, cells, choiceIs } = props;
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? preferred ?? choices[0] ?? "";
  const own = cells.filter((cell) => cell[choiceIs] === chosen);
  const other = choiceIs === "from" ? "to" : "from";
  return (
    <section className="card">
      <fieldset className="chips-field">
        <legend>{question}</legend>
        <div className="chips">
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              className="chip"
              aria-pressed={choice === chosen}
              onClick={() => setPicked(choice)}
            >
              {capital((choiceIs === "from" ? nameOfStart : nameOfEnd)(choice))}
            </button>
          ))}
        </div>
      </fieldset>
      {groups.map(({ title, findings }) => {
        const inGroup = own.filter((cell) => findings.includes(cell.finding));
        if (inGroup.length === 0) return null;
        return (
          <section key={title} className="cell-group">
            <h2>
              {title} <span className="count">{inGroup.length}</span>
            </h2>
            <ul className="cell-list">
              {inGroup.map((cell) => (
                <CellRow
                  key={cell[other]}
                  cell={cell}
                  name={capital((other === "from" ? nameOfStart : nameOfEnd)(cell[other]))}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
