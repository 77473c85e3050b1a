/**
 * What was looked at, and what was not, in both directions?
 *
 * Two doors of the same size, to the skin and from the skin; below them the whole matrix (a list by condition on narrow screens) and
 * how to read its signs.
 */
import type { ReactElement } from "react";
import { cellFindingWords, evidenceLessons, evidenceNote, type CellFinding } from "../../../lib/index.ts";
import { useConditions } from "../../shell/conditions.tsx";
import { useIsWide } from "../../shell/use-is-wide.ts";
import { findingMeanings, learnWords } from "../../words-learn.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { EvidenceTable } from "./evidence-table.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { isAction, knownMatrix, learnHash, placeOfRecord, recordCount, recordsOf, type Way } from "./known-evidence.ts";

/** The overview of one direction. */
export function Overview({ way, isUnknown }: { readonly way: Way; readonly isUnknown: boolean }): ReactElement {
  return (
    <div className="learn">
      <h1>{learnWords.title}</h1>
      <p className="lead">{learnWords.lead}</p>
      {isUnknown ? <p className="note">{learnWords.unknown}</p> : null}
      <nav className="ways" aria-label={learnWords.directions}>
        <WayDoor way="to-skin" isOpen={way === "to-skin"} />
        <WayDoor way="from-skin" isOpen={way === "from-skin"} />
      </nav>
      <p className="quiet">{evidenceNote}</p>
      {way === "to-skin" ? <ToSkin /> : <FromSkin />}
      <Legend />
      <Lessons />
    </div>
  );
}

function WayDoor({ way, isOpen }: { readonly way: Way; readonly isOpen: boolean }): ReactElement {
  const { title, text } = way === "to-skin" ? learnWords.toSkin : learnWords.fromSkin;
  return (
    <a className={`way way-${way}`} href={learnHash(way)} aria-current={isOpen ? "true" : undefined}>
      <svg className="way-road" viewBox="0 0 64 20" aria-hidden="true" focusable="false">
        <path d={way === "to-skin" ? "M4 15C20 2 44 2 57 11" : "M60 15C44 2 20 2 7 11"} />
        <path className="way-head" d={way === "to-skin" ? "M62 16l-11-2 6-8z" : "M2 16l11-2-6-8z"} />
      </svg>
      <span className="way-title">{title}</span>
      <span className="way-text">{text}</span>
      <span className="way-count">{learnWords.records(recordCount(way))}</span>
    </a>
  );
}

function ToSkin(): ReactElement {
  const { toSkin, levers, skinConditions } = knownMatrix();
  const { chosen } = useConditions();
  const isWide = useIsWide();
  if (!isWide) {
    return (
      <EvidenceList
        question={learnWords.condition}
        choices={skinConditions}
        preferred={chosen?.[0] ?? null}
        cells={toSkin}
        choiceIs="to"
      />
    );
  }
  return (
    <>
      {[
        { title: learnWords.actions, rows: levers.filter(isAction) },
        { title: learnWords.states, rows: levers.filter((lever) => !isAction(lever)) },
      ].map(({ title, rows }) => (
        <EvidenceTable
          key={title}
          title={title}
          corner={learnWords.lever}
          rows={rows}
          columns={skinConditions}
          rowsAreFrom
          cells={toSkin}
        />
      ))}
    </>
  );
}

function FromSkin(): ReactElement {
  const { fromSkin, skinStates, outcomes } = knownMatrix();
  const { chosen } = useConditions();
  const isWide = useIsWide();
  return isWide ? (
    <EvidenceTable
      title={learnWords.fromSkinTable}
      corner={learnWords.leadsTo}
      rows={outcomes}
      columns={skinStates}
      rowsAreFrom={false}
      cells={fromSkin}
    />
  ) : (
    <EvidenceList
      question={learnWords.skinState}
      choices={skinStates}
      preferred={chosen?.[0] ?? null}
      cells={fromSkin}
      choiceIs="from"
    />
  );
}

const findings: readonly CellFinding[] = [
  "favours",
  "mixed",
  "null",
  "against",
  "only-association",
  "unverified-only",
  "no-trial-found",
];

function Legend(): ReactElement {
  return (
    <section className="card" aria-labelledby="legend-title">
      <h2 id="legend-title">{learnWords.legend}</h2>
      <dl className="legend">
        {findings.map((finding) => (
          <div key={finding}>
            <dt>
              <FindingMark finding={finding} /> {cellFindingWords[finding]}
            </dt>
            <dd>{findingMeanings[finding]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Lessons(): ReactElement {
  return (
    <section className="lessons" aria-labelledby="lessons-title">
      <h2 id="lessons-title">{learnWords.lessons}</h2>
      <ul>
        {evidenceLessons.map(({ title, text, records }) => (
          <li key={title} className="card">
            <h3>{title}</h3>
            <p>{text}</p>
            <details>
              <summary>{learnWords.behind}</summary>
              <ul>
                {recordsOf(records).map((record) => (
                  <li key={record.id}>
                    <a href={placeOfRecord(record)}>
                      {record.lever.label}: {record.finding}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
