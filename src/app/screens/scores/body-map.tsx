/**
 * Which parts of the skin are affected, and how much of each?
 *
 * Our own drawing, front and back. Every field is a button: a tap or Enter goes one step further, the keys 0 to 4 set, arrow keys move. The share stands in the
 * field as text, so colour is never alone. The same fields stand below as a list. What the marks come to is said in words and handed on at once.
 */
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import {
  bodyCells,
  bodyPercent,
  bodyRegions,
  groupWords,
  regionAreaScores,
  regionPercent,
  type BodyView,
} from "../../../lib/index.ts";
import { StepRow, type Step } from "../../shell/step-row.tsx";
import { scoreWords } from "../../words-scores.ts";
import { ALL, coverageOf, nextCell, tapped, withQuarters, type Arrow, type Quarters } from "./body-coverage.ts";
import { DRAWING, drawnCells } from "./body-drawing.ts";

const words = scoreWords.body;
const views = ["front", "back"] as const;
const arrows: readonly Arrow[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const quarterSteps: readonly Step[] = ["0", "¼", "½", "¾", "all"].map((text, value) => ({ value, text }));

/** The map; `marks` are held by the form, so that they stay while it is closed. */
export function BodyMap(props: {
  readonly marks: Quarters;
  /** What the form asks: the share of the whole body, or an area score for each of its four parts. */
  readonly asks: "body" | "parts";
  readonly onChange: (marks: Quarters) => void;
}): ReactElement {
  const { marks, onChange } = props;
  const id = useId();
  const [said, setSaid] = useState("");
  const set = (next: Quarters, cell: string): void => {
    onChange(next);
    setSaid(`${cellName(cell)}: ${shareText(next, cell)}`);
  };
  return (
    <section className="body-map" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.title}</h3>
      <p className="quiet">{words.help}</p>
      <div className="body-views">
        {views.map((view) => (
          <View key={view} view={view} marks={marks} onSet={set} />
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Shares marks={marks} asks={props.asks} />
      <button type="button" className="button" disabled={marks.size === 0} onClick={() => onChange(new Map())}>
        {words.clear}
      </button>
      <details>
        <summary>{words.list}</summary>
        <div className="rows body-list">
          {bodyCells.map((cell) => (
            <StepRow
              key={cell.id}
              id={`${id}-${cell.id}`}
              label={cellName(cell.id)}
              tone="skin"
              steps={quarterSteps}
              value={marks.get(cell.id) ?? null}
              before={null}
              form="beside"
              isFilled
              onSet={(quarters) => onChange(withQuarters(marks, cell.id, quarters ?? 0))}
            />
          ))}
        </div>
      </details>
      <p className="quiet">{words.grownUps}</p>
    </section>
  );
}

function View(props: {
  readonly view: BodyView;
  readonly marks: Quarters;
  readonly onSet: (marks: Quarters, cell: string) => void;
}): ReactElement {
  const { view, marks, onSet } = props;
  const group = useRef<SVGSVGElement>(null);
  const cells = drawnCells(view);
  const [stop, setStop] = useState(cells[0]?.cell.id ?? "");
  const focus = (cell: string): void => {
    setStop(cell);
    group.current?.querySelector<SVGGElement>(`[data-cell="${cell}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, cell: string): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows.find((one) => one === event.key);
    if (arrow !== undefined) {
      const next = nextCell(cells, cell, arrow);
      if (next !== null) focus(next);
    } else if (event.key === "Enter" || event.key === " ") onSet(tapped(marks, cell), cell);
    else if (/^[0-4]$/.test(event.key)) onSet(withQuarters(marks, cell, Number(event.key)), cell);
    else if (event.key === "Delete" || event.key === "Backspace") onSet(withQuarters(marks, cell, 0), cell);
    else return;
    event.preventDefault();
  };
  return (
    <figure className="body-view">
      <svg
        ref={group}
        viewBox={`0 0 ${String(DRAWING.width)} ${String(DRAWING.height)}`}
        width={DRAWING.width}
        height={DRAWING.height}
        role="group"
        aria-label={words.views[view]}
      >
        {cells.map(({ cell, path, x, y }) => {
          const quarters = marks.get(cell.id) ?? 0;
          return (
            <g
              key={cell.id}
              className="body-cell"
              data-cell={cell.id}
              data-quarters={quarters}
              role="button"
              aria-label={`${cellName(cell.id)}: ${shareText(marks, cell.id)}`}
              tabIndex={cell.id === stop ? 0 : -1}
              onClick={() => {
                setStop(cell.id);
                onSet(tapped(marks, cell.id), cell.id);
              }}
              onKeyDown={(event) => onKeyDown(event, cell.id)}
            >
              <path d={path} />
              <text x={x} y={y} textAnchor="middle" dominantBaseline="central" aria-hidden="true">
                {words.marks[quarters] ?? ""}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption aria-hidden="true">{words.views[view]}</figcaption>
    </figure>
  );
}

/** What the marks come to. */
function Shares({ marks, asks }: { readonly marks: Quarters; readonly asks: "body" | "parts" }): ReactElement {
  const coverage = coverageOf(marks);
  if (asks === "body") {
    return (
      <p className="body-shares">
        <strong>{words.total(String(bodyPercent(coverage)))}</strong>
      </p>
    );
  }
  const areas = regionAreaScores(coverage);
  return (
    <ul className="body-shares">
      {bodyRegions.map((region) => (
        <li key={region}>{words.region(groupWords(region), String(regionPercent(region, coverage)), areas[region])}</li>
      ))}
    </ul>
  );
}

/** "Right hand, front". */
function cellName(id: string): string {
  const [view = "", name = ""] = id.split(".");
  const [, side, part = name] = /^(right|left)(.+)$/.exec(name) ?? [];
  const from = view === "front" ? words.from.front : words.from.back;
  const label = Object.entries(words.parts).find(([key]) => key === part)?.[1] ?? part;
  if (side === undefined) return `${label}, ${from}`;
  return `${side === "right" ? words.side.right : words.side.left} ${label}, ${from}`;
}

function shareText(marks: Quarters, id: string): string {
  return words.shares[Math.min(ALL, marks.get(id) ?? 0)] ?? "";
}
