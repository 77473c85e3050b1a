/**
 * What is known where the diary shows something, but not by which of several causes?
 *
 * The one finding in a sentence, what would tell the causes apart, and the way to each of them.
 */
import type { ReactElement } from "react";
import { groupSurer, spokenName, type DocumentEdge, type DocumentGroup } from "../../../lib/index.ts";
import { edgeId, groupLabel } from "../../../report/charts/axis-model.ts";
import { Sheet } from "../../shell/sheet.tsx";
import { groupWords, panelWords } from "../../words-axis.ts";

/** The panel of one group; `edges` are its members' pairs. */
export function GroupPanel(props: {
  readonly group: DocumentGroup;
  readonly edges: readonly DocumentEdge[];
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { group } = props;
  const label = groupLabel(group);
  return (
    <Sheet
      title={
        <>
          <span className={`tone-${group.fromRoles[0] ?? "lever"} panel-end`}>{label}</span>
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> {panelWords.to} </span>
          <span className={`tone-${group.toRole} panel-end`}>{group.toLabel}</span>
        </>
      }
      name={`${label} ${panelWords.to} ${group.toLabel}`}
      onClose={props.onClose}
    >
      <p className="panel-sentence">{group.sentence}</p>
      <section>
        <h3>{panelWords.surer}</h3>
        <p>{groupSurer(group.fromLabels.map(spokenName))}</p>
      </section>
      <section>
        <h3>{groupWords.members}</h3>
        <ul className="arrow-list">
          {props.edges.map((edge) => (
            <li key={edgeId(edge)}>
              <button
                type="button"
                className={`arrow-item tone-${edge.fromRole}`}
                onClick={() => props.onSelect(edgeId(edge))}
              >
                <span className="arrow-names">{edge.fromLabel}</span>
                <span className="arrow-sentence">{groupWords.look}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
