/**
 * Which sign stands for a finding?
 *
 * Each finding has its own shape, beside its word: never colour alone, and a null is drawn as strongly as a hit. Drawn for this page.
 */
import type { ReactElement } from "react";
import { cellFindingWords, type CellFinding } from "../../../lib/index.ts";

const filled: Readonly<Partial<Record<CellFinding, string>>> = {
  favours: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z",
  against: "M12 2.500l9.500 9.500-9.500 9.500L2.500 12z",
  mixed: "M12 3.500a8.500 8.500 0 0 0 0 17z",
};
const drawn: Readonly<Partial<Record<CellFinding, string>>> = {
  mixed: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17z",
  null: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM6.500 12h11",
  "only-association": "M8.500 7.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM15.500 7.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9z",
  "unverified-only": "M9 9.200c0-4 6.500-4 6.500 0 0 2.600-3.300 2.600-3.300 5M12.200 18.300v.200",
  "no-trial-found": "M8 12h8",
}; // prettier-ignore

/** The sign alone; the word stands beside it. */
export function FindingMark({ finding }: { readonly finding: CellFinding }): ReactElement {
  return (
    <svg
      className="finding-mark"
      data-finding={finding}
      viewBox="0 0 24 24"
      width="22"
      height="22"
      aria-hidden="true"
      focusable="false"
    >
      {filled[finding] === undefined ? null : <path className="finding-fill" d={filled[finding]} />}
      {drawn[finding] === undefined ? null : <path className="finding-line" d={drawn[finding]} />}
    </svg>
  );
}

/** Sign and word. */
export function Finding({ finding }: { readonly finding: CellFinding }): ReactElement {
  return (
    <span className="finding">
      <FindingMark finding={finding} />
      <span className="finding-word">{cellFindingWords[finding]}</span>
    </span>
  );
}
