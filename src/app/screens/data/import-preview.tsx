/**
 * What is in this file, before any of it is kept?
 *
 * Counts, examples, what was left out with reasons grouped, what was assumed, unmapped columns, and for a
 * table the place where each column goes. Reasons are worded by insights.
 */
import { useState, type ReactElement } from "react";
import {
  skipCodeWords,
  variableById,
  wordAssumption,
  wordIgnored,
  type ColumnMapping,
  type ImportPreviewDocument,
  type Skip,
} from "../../../lib/index.ts";
import { dataWords } from "../../words-data.ts";
import { MappingTable } from "./mapping-table.tsx";
import { ScrollTable } from "../../shell/scroll-table.tsx";

const SHOWN_SKIPS = 5;

/** The preview with its two answers: keep it, or put it away. */
export function ImportPreviewPanel(props: {
  readonly preview: ImportPreviewDocument;
  readonly isBusy: boolean;
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly onCommit: (acceptPartial: boolean) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { preview, isBusy } = props;
  const [isAccepted, setAccepted] = useState(false);
  const isPartial = preview.assumptions.some((assumption) => assumption.type === "PartialFile");
  const isNothing = preview.newEntries + preview.changedEntries === 0;
  return (
    <div className="preview" aria-busy={isBusy}>
      <h3>{dataWords.preview(preview.file)}</h3>
      <p className="quiet">
        {formatName(preview.format)} · {dataWords.nothingYet}
      </p>
      <Facts preview={preview} />
      {preview.mapping && preview.proposals ? (
        <MappingTable
          mapping={preview.mapping}
          proposals={preview.proposals}
          isBusy={isBusy}
          onChange={props.onMapping}
        />
      ) : null}
      <Counts preview={preview} />
      <Skips skipped={preview.skipped} />
      {preview.ignored.length > 0 ? (
        <ul className="plain">
          {preview.ignored.map((ignored) => (
            <li key={ignored.rule}>{wordIgnored(ignored)}</li>
          ))}
        </ul>
      ) : null}
      {preview.assumptions.length > 0 ? (
        <details open>
          <summary>{dataWords.assumptions}</summary>
          <ul>
            {preview.assumptions.map((assumption) => (
              <li key={`${assumption.type} ${assumption.column} ${assumption.value}`}>{wordAssumption(assumption)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {preview.unmapped.length > 0 ? (
        <details>
          <summary>
            {dataWords.unmapped} <span className="count">{preview.unmapped.length}</span>
          </summary>
          <ul>
            {preview.unmapped.map((column) => (
              <li key={column.column}>
                {column.column} <span className="quiet">({dataWords.filled(column.filled)})</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {isPartial ? (
        <label className="check">
          <input type="checkbox" checked={isAccepted} onChange={(event) => setAccepted(event.target.checked)} />
          {dataWords.accept}
        </label>
      ) : null}
      <div className="row preview-answer">
        <button
          type="button"
          className="button button-strong"
          disabled={isBusy || isNothing || (isPartial && !isAccepted)}
          onClick={() => props.onCommit(isAccepted)}
        >
          {commitText(preview)}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={props.onCancel}>
          {dataWords.cancel}
        </button>
      </div>
    </div>
  );
}

function Facts({ preview }: { readonly preview: ImportPreviewDocument }): ReactElement {
  const facts = dataWords.facts;
  const rows: readonly (readonly [string, string])[] = [
    [facts.rows, String(preview.rowsRead)],
    [facts.used, String(preview.rowsUsed)],
    [facts.span, preview.firstDay === null ? dataWords.noDays : `${preview.firstDay} – ${preview.lastDay ?? ""}`],
    [facts.fresh, String(preview.newEntries)],
    [facts.changed, String(preview.changedEntries)],
    [facts.same, String(preview.unchangedEntries)],
  ];
  return (
    <dl className="facts-list">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Counts({ preview }: { readonly preview: ImportPreviewDocument }): ReactElement {
  const counts = Object.entries(preview.countsByVariable).filter(([, count]) => count > 0);
  return (
    <details>
      <summary>
        {dataWords.counts} <span className="count">{counts.length}</span>
      </summary>
      <ul className="count-list">
        {counts.map(([name, count]) => (
          <li key={name}>
            {variableById(name)?.label ?? name} <span className="count">{count}</span>
          </li>
        ))}
      </ul>
      {preview.examples.length > 0 ? (
        <>
          <p className="quiet">{dataWords.examples}</p>
          <ScrollTable name={dataWords.examples} heads={dataWords.exampleHead}>
            {preview.examples.map((example, i) => (
              <tr key={i}>
                <th scope="row">{example.day}</th>
                <td>{example.what}</td>
                <td>{example.value}</td>
              </tr>
            ))}
          </ScrollTable>
        </>
      ) : null}
    </details>
  );
}

/** Left-out cells and rows, grouped by reason, largest group first. */
function Skips({ skipped }: { readonly skipped: readonly Skip[] }): ReactElement {
  if (skipped.length === 0) return <p className="quiet">{dataWords.skippedNone}</p>;
  const groups = groupSkips(skipped);
  return (
    <details open>
      <summary>{dataWords.skipped(skipped.length)}</summary>
      <ul className="skip-groups">
        {groups.map(([code, skips]) => (
          <li key={code}>
            <strong>{skipCodeWords(code)}</strong> <span className="count">{skips.length}</span>
            <ul>
              {skips.slice(0, SHOWN_SKIPS).map((skip) => (
                <li key={`${skip.line} ${skip.column}`}>
                  {dataWords.skipWhere(skip.line, skip.columnName, skip.found)}
                </li>
              ))}
              {skips.length > SHOWN_SKIPS ? (
                <li className="quiet">{dataWords.moreSkipped(skips.length - SHOWN_SKIPS)}</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Skips by code, largest group first. */
export function groupSkips(skipped: readonly Skip[]): readonly (readonly [Skip["code"], readonly Skip[]])[] {
  const groups = new Map<Skip["code"], Skip[]>();
  for (const skip of skipped) groups.set(skip.code, [...(groups.get(skip.code) ?? []), skip]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function commitText(preview: ImportPreviewDocument): string {
  if (preview.newEntries > 0) return dataWords.commit(preview.newEntries);
  return preview.changedEntries > 0 ? dataWords.commitChanged(preview.changedEntries) : dataWords.commitNone;
}

function formatName(format: string): string {
  const names: Readonly<Record<string, string>> = dataWords.formats;
  return names[format] ?? format;
}
