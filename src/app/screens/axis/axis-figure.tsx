/**
 * The picture with its legend.
 */
import { useRef, type ReactElement } from "react";
import type { AnalysisDocument, DocumentEdge, DocumentGroup } from "../../../lib/index.ts";
import {
  axisModelFrom,
  edgeId,
  groupId,
  groupLabel,
  isDrawn,
  isDrawnGroup,
  type AxisPlace,
} from "../../../report/charts/axis-model.ts";
import { AxisPicture } from "../../../report/charts/axis-picture.tsx";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { useSize } from "../../shell/use-size.ts";
import { axisWords, panelWords } from "../../words-axis.ts";
import type { TruthById } from "./truth.ts";
import { ScrollTable } from "../../shell/scroll-table.tsx";

/** Draws the axis as wide as its place allows. */
export function AxisFigure(props: {
  readonly document: AnalysisDocument;
  readonly truth: TruthById;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const model = axisModelFrom(props.document);
  const place = (name: AxisPlace): string => axisWords.places[name].toLowerCase();
  return (
    <figure className="axis-figure">
      <div ref={frame} className="axis-frame">
        {width > 0 ? (
          <AxisPicture
            model={model}
            width={width}
            em={em}
            selected={props.selected}
            trueIds={new Set(props.truth.keys())}
            onSelect={props.onSelect}
            words={{
              name: axisWords.pictureName,
              sentence: props.document.twoWay.sentence,
              places: axisWords.places,
              others: axisWords.others,
              either: axisWords.either,
              restName: (from, to, count) => axisWords.restName(place(from), place(to), count),
            }}
          />
        ) : null}
      </div>
      <figcaption>
        <p className="two-way">{props.document.twoWay.sentence}</p>
        <Legend hasTruth={props.truth.size > 0} hasEither={props.document.groups.some(isDrawnGroup)} />
        <ArrowTable edges={props.document.edges.filter(isDrawn)} groups={props.document.groups.filter(isDrawnGroup)} />
      </figcaption>
    </figure>
  );
}

function Legend({ hasTruth, hasEither }: { readonly hasTruth: boolean; readonly hasEither: boolean }): ReactElement {
  const { legend, legendTitle } = axisWords;
  return (
    <details className="axis-legend">
      <summary>{legendTitle}</summary>
      <ul>
        <LegendItem text={legend.width}>
          <path className="legend-wide" d="M2 10h52" />
        </LegendItem>
        <LegendItem text={legend.fog}>
          <path className="legend-halo" d="M8 10h40" />
          <path className="legend-crisp" d="M2 10h52" />
        </LegendItem>
        <LegendItem text={legend.dashed}>
          <path className="legend-dashed" d="M2 10h52" />
        </LegendItem>
        <LegendItem text={legend.dotted}>
          <path className="legend-dotted" d="M2 10h52" />
        </LegendItem>
        <LegendItem text={legend.number}>
          <rect className="legend-chip" x="12" y="2" width="32" height="16" rx="8" />
        </LegendItem>
        {hasEither ? (
          <LegendItem text={legend.either}>
            <rect className="legend-chip" x="12" y="2" width="32" height="16" rx="8" />
            <text className="legend-either" x="28" y="10" textAnchor="middle" dominantBaseline="central">
              {axisWords.either}
            </text>
          </LegendItem>
        ) : null}
        {hasTruth ? (
          <LegendItem text={legend.truth}>
            <path className="axis-truth" d="M28 3l7 7-7 7-7-7z" />
          </LegendItem>
        ) : null}
      </ul>
    </details>
  );
}

/** The picture as a table: what is drawn, in numbers. */
function ArrowTable({
  edges,
  groups,
}: {
  readonly edges: readonly DocumentEdge[];
  readonly groups: readonly DocumentGroup[];
}): ReactElement | null {
  if (edges.length + groups.length === 0) return null;
  return (
    <details>
      <summary>{axisWords.table}</summary>
      <ScrollTable name={axisWords.table} heads={axisWords.tableHead}>
        {edges.map((edge) => (
          <tr key={edgeId(edge)}>
            <th scope="row">{edge.fromLabel}</th>
            <td>{edge.toLabel}</td>
            <td>
              {signedText(edge.effectIfReal.mean * edge.exampleStep)} {edge.unit.split(" per ")[0]}
            </td>
            <td>
              {signedText(edge.effectIfReal.low95 * edge.exampleStep)} …{" "}
              {signedText(edge.effectIfReal.high95 * edge.exampleStep)}
            </td>
            <td>{numberText(edge.delayDays.mean)}</td>
            <td>{numberText(edge.probability * 100)} in 100</td>
          </tr>
        ))}
        {groups.map((group) => (
          <tr key={groupId(group)}>
            <th scope="row">{groupLabel(group)}</th>
            <td>{group.toLabel}</td>
            <td>{panelWords.unknown}</td>
            <td>{panelWords.unknown}</td>
            <td>{panelWords.unknown}</td>
            <td>{numberText(group.probability * 100)} in 100</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}

function LegendItem({ text, children }: { readonly text: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <li>
      <svg viewBox="0 0 56 20" width="56" height="20" aria-hidden="true">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  );
}
