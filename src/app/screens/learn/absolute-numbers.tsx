/**
 * What did the two groups show in plain numbers, before any ratio?
 *
 * Shares of people are drawn as two bars of 100 with their numbers; other units stand as numbers. Where the source has none, that is said.
 */
import type { ReactElement } from "react";
import type { EvidenceRecord } from "../../../lib/index.ts";
import { learnWords } from "../../words-learn.ts";

/** Absolute numbers of a record. */
export function AbsoluteNumbers({ record }: { readonly record: EvidenceRecord }): ReactElement {
  const { absolute } = record;
  if (absolute === undefined) return <p className="quiet">{learnWords.absoluteNone}</p>;
  const rows = [
    { name: learnWords.withIt, value: absolute.with },
    { name: learnWords.withoutIt, value: absolute.without },
  ];
  const isShare = absolute.unit === "in 100";
  return (
    <dl className="absolute" aria-label={learnWords.absolute}>
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {isShare ? (
              <span className="absolute-track" aria-hidden="true">
                <span className="absolute-bar" style={{ inlineSize: `${String(value)}%` }} />
              </span>
            ) : null}
            <span className="absolute-number">
              <strong>{String(value).replace("-", "−")}</strong> {absolute.unit}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
