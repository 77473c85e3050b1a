/**
 * May days without an entry be worse than the rest?
 *
 * Offered where the diary shows that entries are skipped after worse days; the answer is then worked out again with blank days taken
 * so, to see what changes.
 */
import type { ReactElement } from "react";
import type { AnalysisDocument } from "../../../lib/index.ts";
import type { MissingDays } from "../../shell/analysis-desk.ts";
import { axisWords } from "../../words-axis.ts";

/** True when some outcome's next day is clearly left blank more often after a worse one. */
export function skipsWorseDays(document: AnalysisDocument): boolean {
  return document.outcomes.some((outcome) => (outcome.skippedAfterWorse?.low95 ?? 0) > 1);
}

/** A checkbox. */
export function MissingToggle(props: {
  readonly missingDays: MissingDays;
  readonly onChange: (missingDays: MissingDays) => void;
}): ReactElement {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.missingDays === "worse-days"}
        onChange={(event) => props.onChange(event.target.checked ? "worse-days" : "ignorable")}
      />
      {axisWords.worseDays}
    </label>
  );
}
