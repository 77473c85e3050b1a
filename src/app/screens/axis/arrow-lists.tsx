/**
 * Every pair in words: what is seen, what may be, what looks like nothing, what cannot be said yet.
 *
 * The picture's equal in text. "Looks like nothing" is shown with the same care as a finding. Causes that the diary cannot tell
 * apart are one item with all their names.
 */
import { useState, type ReactElement } from "react";
import type { AnalysisDocument, DocumentEdge, DocumentGroup } from "../../../lib/index.ts";
import { edgeId, groupId, groupLabel } from "../../../report/charts/axis-model.ts";
import { axisWords, panelWords } from "../../words-axis.ts";
import type { TruthById } from "./truth.ts";

type GroupName = keyof typeof axisWords.groups;

const FIRST_SHOWN = 4;

/** The four groups; the last two open with a few and can show all. */
export function ArrowLists(props: {
  readonly document: AnalysisDocument;
  readonly truth: TruthById;
  readonly onSelect: (id: string) => void;
}): ReactElement {
  const edges = props.document.edges.filter((edge) => !edge.toldInGroup);
  const isSeen = ({ verdict }: DocumentEdge | DocumentGroup): boolean => verdict === "strong" || verdict === "likely";
  const isMaybe = ({ verdict }: DocumentEdge | DocumentGroup): boolean => verdict === "maybe";
  const either = props.document.groups;
  const groups: readonly Listed[] = [
    { name: "seen", edges: edges.filter(isSeen), either: either.filter(isSeen) },
    { name: "maybe", edges: edges.filter(isMaybe), either: either.filter(isMaybe) },
    { name: "none", edges: edges.filter((edge) => edge.verdict === "none"), either: [] },
    { name: "open", edges: byDaysNeeded(edges.filter((edge) => edge.verdict === "not-enough-data")), either: [] },
  ];
  return (
    <section className="arrow-lists" aria-labelledby="arrows-title">
      <h2 id="arrows-title">{axisWords.arrows}</h2>
      {groups.map((group) =>
        group.edges.length + group.either.length === 0 && group.name !== "seen" ? null : (
          <Group key={group.name} {...group} truth={props.truth} onSelect={props.onSelect} />
        ),
      )}
    </section>
  );
}

interface Listed {
  readonly name: GroupName;
  readonly edges: readonly DocumentEdge[];
  /** Findings of which the diary cannot say by which cause. */
  readonly either: readonly DocumentGroup[];
}

function Group(props: Listed & { readonly truth: TruthById; readonly onSelect: (id: string) => void }): ReactElement {
  const { name, edges, either } = props;
  const count = edges.length + either.length;
  const [isAll, setAll] = useState(false);
  const isFinding = name === "seen" || name === "maybe";
  const hint = name === "seen" && count > 0 ? "" : axisWords.groupHints[name];
  const shown = isAll || isFinding ? edges : edges.slice(0, FIRST_SHOWN);
  return (
    <div className={`arrow-group arrow-group-${name}`}>
      <h3>
        {axisWords.groups[name]} <span className="count">{count}</span>
      </h3>
      {hint === "" ? null : <p className="quiet">{hint}</p>}
      <ul className="arrow-list">
        {shown.map((edge) => (
          <li key={edgeId(edge)}>
            <button
              type="button"
              className={`arrow-item tone-${edge.fromRole}`}
              onClick={() => props.onSelect(edgeId(edge))}
            >
              <span className="arrow-names">
                <span className="arrow-from">{edge.fromLabel}</span>
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden"> {panelWords.to} </span>
                <span>{edge.toLabel}</span>
                {props.truth.has(edgeId(edge)) ? <TruthMark /> : null}
              </span>
              <span className="arrow-sentence">{isFinding || name === "none" ? edge.sentence : daysText(edge)}</span>
            </button>
          </li>
        ))}
        {either.map((group) => (
          <li key={groupId(group)}>
            <button
              type="button"
              className={`arrow-item tone-${group.fromRoles[0] ?? "lever"}`}
              onClick={() => props.onSelect(groupId(group))}
            >
              <span className="arrow-names">
                <span className="arrow-from">{groupLabel(group)}</span>
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden"> {panelWords.to} </span>
                <span>{group.toLabel}</span>
              </span>
              <span className="arrow-sentence">{group.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < edges.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {axisWords.showAll(edges.length)}
        </button>
      ) : null}
    </div>
  );
}

/** The diamond: truly built into the made-up person. */
function TruthMark(): ReactElement {
  return (
    <span className="truth-mark">
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path className="axis-truth" d="M7 1l6 6-6 6-6-6z" />
      </svg>
      <span className="visually-hidden"> ({panelWords.truth})</span>
    </span>
  );
}

function daysText(edge: DocumentEdge): string {
  return edge.furtherDaysNeeded === null ? axisWords.noMoreDays : axisWords.moreDays(edge.furtherDaysNeeded);
}

function byDaysNeeded(edges: readonly DocumentEdge[]): readonly DocumentEdge[] {
  const days = (edge: DocumentEdge): number => edge.furtherDaysNeeded ?? Number.POSITIVE_INFINITY;
  return [...edges].sort((a, b) => (days(a) === days(b) ? 0 : days(a) - days(b)));
}
