/**
 * How is one direction shown on a wide screen: the whole matrix at once?
 *
 * Rows and columns with heads, every cell filled, also the empty ones. It stands in a labelled frame that can be scrolled by keyboard,
 * so that the page itself never scrolls sideways.
 */
import type { ReactElement } from "react";
import { nameOfEnd, nameOfStart, pairName, type EvidenceCell } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";
import { capital } from "../../shell/capital.ts";
import { CellBox } from "./cell-row.tsx";
import { learnHash } from "./known-evidence.ts";

export interface EvidenceTableProps {
  readonly title: string;
  /** Head of the column of row heads. */
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** True: rows are where a cell begins and columns where it ends; false: the other way round. */
  readonly rowsAreFrom: boolean;
  readonly cells: readonly EvidenceCell[];
}

/** The table. */
export function EvidenceTable(props: EvidenceTableProps): ReactElement {
  const { title, rows, columns, rowsAreFrom } = props;
  const cellAt = new Map(props.cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const find = (row: string, column: string): EvidenceCell | undefined =>
    cellAt.get(rowsAreFrom ? `${row} ${column}` : `${column} ${row}`);
  return (
    <div className="matrix-frame" tabIndex={0} role="group" aria-label={learnWords.matrixName(title)}>
      <table className="matrix">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {capital((rowsAreFrom ? nameOfEnd : nameOfStart)(column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">
                {rowsAreFrom ? <a href={learnHash(row)}>{capital(nameOfStart(row))}</a> : capital(nameOfEnd(row))}
              </th>
              {columns.map((column) => {
                const cell = find(row, column);
                return (
                  <td key={column}>{cell === undefined ? null : <CellBox cell={cell} name={pairName(cell)} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
