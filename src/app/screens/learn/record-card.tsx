/**
 * What does one study or pool say, and what does it not say?
 *
 * Absolute numbers first, then the interval drawn with the line of no effect, what it does not show, what says otherwise, and the source as
 * text: nothing is fetched. Nulls and hits have the same card.
 */
import { useRef, type ReactElement } from "react";
import {
  evidenceInterval,
  notShownBy,
  wordRecord,
  type EvidenceInterval,
  type EvidenceRecord,
} from "../../../lib/index.ts";
import { IntervalPicture } from "../../../report/charts/interval-picture.tsx";
import { useSize } from "../../shell/use-size.ts";
import { learnWords, measureMeanings, terms } from "../../words-learn.ts";
import { AbsoluteNumbers } from "./absolute-numbers.tsx";
import { capital } from "../../shell/capital.ts";
import { placeOfRecord, recordsOf } from "./known-evidence.ts";
import { Term } from "./term.tsx";

/** Lines of the worded record that have a place of their own on the card. */
const PLACED: ReadonlySet<string> = new Set(["with and without", "size", "contradicted by", "source"]);

/** One record. */
export function RecordCard({ record }: { readonly record: EvidenceRecord }): ReactElement {
  const worded = wordRecord(record);
  const interval = evidenceInterval(record);
  const lineOf = (label: string): string => worded.lines.find((line) => line.label === label)?.text ?? "";
  const titleId = `record-${record.id}`;
  return (
    <article className="record card" aria-labelledby={titleId} data-null={record.null}>
      <p className="record-marks">
        <span className="record-mark">{worded.mark.split(",")[0]}</span>
        {record.seen.status === "unverified" ? <Term word="unverified" meaning={terms.unverified} /> : null}
        <Term word={learnWords.certainty(record.certainty.grade)} meaning={terms.certainty} />
      </p>
      <h3 id={titleId}>{capital(worded.heading)}</h3>
      <AbsoluteNumbers record={record} />
      {interval === null ? null : <DrawnInterval interval={interval} />}
      <p className="record-size">
        <Term word={record.effect.measure} meaning={measureMeanings[record.effect.measure]} />
        {lineOf("size").replace(record.effect.measure, "")}
        {interval === null && record.effect.estimate !== null ? `. ${learnWords.noInterval}` : " "}
        {interval === null ? null : <Term word={learnWords.interval} meaning={terms.interval} />}
      </p>
      <h4>{learnWords.notShown}</h4>
      <ul className="record-limits">
        {notShownBy(record).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Contradictions record={record} />
      <details>
        <summary>{learnWords.more}</summary>
        <dl className="record-lines">
          {worded.lines
            .filter(({ label }) => !PLACED.has(label))
            .map(({ label, text }) => (
              <div key={`${label} ${text}`}>
                <dt>{explained(label)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      </details>
      <p className="record-source">
        <strong>{learnWords.source}:</strong> {lineOf("source")}
      </p>
    </article>
  );
}

function explained(label: string): ReactElement | string {
  switch (label) {
    case "certainty":
      return <Term word={label} meaning={terms.certainty} />;
    case "matters?":
      return <Term word={label} meaning={terms.matters} />;
    case "design":
      return <Term word={label} meaning={terms.design} />;
    default:
      return label;
  }
}

function DrawnInterval({ interval }: { readonly interval: EvidenceInterval }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(place);
  return (
    <figure className="record-interval" ref={place}>
      {width > 0 ? (
        <IntervalPicture
          interval={interval}
          width={width}
          em={em}
          labels={{ none: learnWords.none, better: learnWords.better, worse: learnWords.worse }}
        />
      ) : null}
    </figure>
  );
}

/** Printed on both sides: the other record names this one too. */
function Contradictions({ record }: { readonly record: EvidenceRecord }): ReactElement | null {
  const others = recordsOf(record.contradicts);
  if (others.length === 0) return null;
  return (
    <>
      <h4>{learnWords.contradicts}</h4>
      <ul className="record-against">
        {others.map((other) => (
          <li key={other.id}>
            <a href={placeOfRecord(other)}>{other.finding}</a>{" "}
            <span className="quiet">
              {[other.lever.label, other.citation.authors, other.citation.year]
                .filter((part) => part !== null)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
