/**
 * In which order are records read?
 *
 * Those that were checked against their source first, then as the matrix gives them: comparisons first, hits and nulls mixed as they come.
 * The number of nulls stands above the list.
 */
import type { ReactElement } from "react";
import type { EvidenceRecord } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";
import { RecordCard } from "./record-card.tsx";

/** Heading, count of nulls, and the cards; nothing when there is no record. */
export function RecordList(props: {
  readonly title: string;
  readonly hint?: string;
  readonly records: readonly EvidenceRecord[];
}): ReactElement | null {
  const { title, hint, records } = props;
  if (records.length === 0) return null;
  const isUnverified = (record: EvidenceRecord): number => Number(record.seen.status === "unverified");
  const ordered = [...records].sort((a, b) => isUnverified(a) - isUnverified(b));
  const nulls = records.filter((record) => record.null).length;
  return (
    <section className="records">
      <h2>{title}</h2>
      {hint === undefined ? null : <p className="quiet">{hint}</p>}
      <p className="quiet">{learnWords.nullsAmong(nulls, records.length)}</p>
      <div className="record-cards">
        {ordered.map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
      </div>
    </section>
  );
}
