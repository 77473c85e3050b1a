/**
 * What does one person's gut-skin axis look like?
 *
 * Levers -> gut -> skin, and the roads back. Width of an arrow = strength; a crisp line = sure, a wide soft halo and dashes = unsure
 * (never colour alone). Pairs of which nothing can be said are dotted lines with their number. Arrows are buttons: reachable by keyboard and
 * with a hit area of at least 24 px. Pure SVG, no DOM access; the caller measures the width.
 */
import { useId, type KeyboardEvent, type ReactElement } from "react";
import { layoutAxis } from "./axis-layout.ts";
import type { AxisModel, AxisPlace } from "./axis-model.ts";
import type { AxisLayout, PlacedArrow, PlacedGroup, PlacedNode, PlacedRest } from "./axis-placed.ts";
import { curvePath, headPath, shortenedCurve } from "./curve-geometry.ts";
import { organPath } from "./organ-shape.ts";
import { signedText } from "./number-text.ts";

export interface AxisPictureWords {
  /** Name of the picture. */
  readonly name: string;
  /** Its one sentence. */
  readonly sentence: string;
  readonly places: Readonly<Record<AxisPlace, string>>;
  /** "7 pairs from gut to skin of which nothing can be said". */
  readonly restName: (from: AxisPlace, to: AxisPlace, count: number) => string;
}

export interface AxisPictureProps {
  readonly model: AxisModel;
  readonly width: number;
  readonly em: number;
  readonly words: AxisPictureWords;
  readonly selected?: string | null;
  /** Ids of arrows that the made-up person truly has: marked with a small diamond. */
  readonly trueIds?: ReadonlySet<string>;
  readonly onSelect?: (id: string) => void;
}

/** The picture. `onSelect` absent: a drawing without buttons, for paper. */
export function AxisPicture(props: AxisPictureProps): ReactElement {
  const { model, width, em, words } = props;
  const id = useId();
  const layout = layoutAxis(model, width, em);
  return (
    <svg
      className="axis-picture"
      data-shape={layout.shape}
      viewBox={`0 0 ${String(layout.width)} ${String(Math.ceil(layout.height))}`}
      width={layout.width}
      height={Math.ceil(layout.height)}
      role="group"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-sentence`}
    >
      <title id={`${id}-name`}>{words.name}</title>
      <desc id={`${id}-sentence`}>{words.sentence}</desc>
      <FogFilters id={id} em={em} />
      {layout.groups.map((group) => (
        <Organ key={group.place} group={group} layout={layout} em={em} label={words.places[group.place]} />
      ))}
      {layout.rest.map((rest) => (
        <RestLine key={`${rest.rest.from}>${rest.rest.to}`} rest={rest} em={em} words={words} />
      ))}
      {layout.arrows.map((arrow) => (
        <ArrowLine key={arrow.arrow.id} arrow={arrow} em={em} id={id} isSelected={props.selected === arrow.arrow.id} />
      ))}
      {layout.nodes.map((node) => (
        <Pill key={node.node.id} node={node} em={em} />
      ))}
      {layout.arrows.map((arrow) => (
        <ArrowButton
          key={arrow.arrow.id}
          arrow={arrow}
          em={em}
          isTrue={props.trueIds?.has(arrow.arrow.id) ?? false}
          isSelected={props.selected === arrow.arrow.id}
          {...(props.onSelect ? { onSelect: props.onSelect } : {})}
        />
      ))}
    </svg>
  );
}

const FOG_STEPS = 4;

/** Four strengths of blur; SVG filters cannot take a number from the element that uses them. */
function FogFilters({ id, em }: { readonly id: string; readonly em: number }): ReactElement {
  return (
    <defs>
      {Array.from({ length: FOG_STEPS }, (_, i) => (
        <filter key={i} id={`${id}-fog${String(i)}`} x="-30%" y="-60%" width="160%" height="220%">
          <feGaussianBlur stdDeviation={(0.06 + 0.14 * i) * em} />
        </filter>
      ))}
    </defs>
  );
}

function Organ(props: {
  readonly group: PlacedGroup;
  readonly layout: AxisLayout;
  readonly em: number;
  readonly label: string;
}): ReactElement {
  const { group, em } = props;
  const isLever = group.place === "lever";
  const below = group.place === "mind" && props.layout.shape === "wide";
  const titleY = below ? group.y + group.height - 0.75 * em : group.y + 1.45 * em;
  return (
    <g className={`axis-organ axis-place-${group.place}`}>
      {isLever ? null : <path className="axis-body" d={organPath(group, group.place, em)} />}
      <text
        className="axis-organ-name"
        x={isLever ? group.x : group.x + group.width / 2}
        y={titleY}
        textAnchor={isLever ? "start" : "middle"}
      >
        {props.label}
      </text>
    </g>
  );
}

function Pill({ node, em }: { readonly node: PlacedNode; readonly em: number }): ReactElement {
  const lineHeight = 1.05 * em;
  const first = node.y + node.height / 2 - ((node.lines.length - 1) * lineHeight) / 2;
  return (
    <g className={`axis-pill axis-tone-${node.node.tone}`}>
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={Math.min(node.height / 2, 1.15 * em)} />
      {node.lines.map((line, i) => (
        <text
          key={line}
          x={node.x + node.width / 2}
          y={first + i * lineHeight}
          dominantBaseline="central"
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function RestLine(props: {
  readonly rest: PlacedRest;
  readonly em: number;
  readonly words: AxisPictureWords;
}): ReactElement {
  const { rest, middle, curve } = props.rest;
  return (
    <g className="axis-rest" role="img" aria-label={props.words.restName(rest.from, rest.to, rest.count)}>
      <path d={curvePath(shortenedCurve(curve, 0.5 * props.em))} />
      <path className="axis-rest-head" d={headPath(curve, 0.5 * props.em, 0.5 * props.em)} />
      <circle cx={middle.x} cy={middle.y} r={0.85 * props.em} />
      <text x={middle.x} y={middle.y} dominantBaseline="central" textAnchor="middle">
        {rest.count}
      </text>
    </g>
  );
}

function ArrowLine(props: {
  readonly arrow: PlacedArrow;
  readonly em: number;
  readonly id: string;
  readonly isSelected: boolean;
}): ReactElement {
  const { arrow, curve, width } = props.arrow;
  const head = { length: 0.55 * props.em + width * 0.75, breadth: 0.6 * props.em + width * 1.35 };
  const line = curvePath(shortenedCurve(curve, head.length * 0.8));
  const fogStep = Math.min(FOG_STEPS - 1, Math.floor(arrow.fog * FOG_STEPS));
  const classes = [
    "axis-arrow",
    `axis-tone-${arrow.tone}`,
    arrow.dashed ? "is-maybe" : "is-seen",
    props.isSelected ? "is-selected" : "",
  ];
  return (
    <g className={classes.filter((name) => name !== "").join(" ")} aria-hidden="true">
      <path
        className="axis-halo"
        d={line}
        strokeWidth={width * (1.5 + 1.8 * arrow.fog) + 0.2 * props.em}
        filter={`url(#${props.id}-fog${String(fogStep)})`}
      />
      <path
        className="axis-core"
        d={line}
        strokeWidth={width}
        {...(arrow.dashed
          ? { strokeDasharray: `${String(Math.max(width * 1.4, 6))} ${String(Math.max(width * 1.1, 5))}` }
          : {})}
      />
      <path className="axis-head" d={headPath(curve, head.length, head.breadth)} />
    </g>
  );
}

function ArrowButton(props: {
  readonly arrow: PlacedArrow;
  readonly em: number;
  readonly isTrue: boolean;
  readonly isSelected: boolean;
  readonly onSelect?: (id: string) => void;
}): ReactElement {
  const { arrow, curve, middle, width } = props.arrow;
  const { em, onSelect } = props;
  const text = signedText(arrow.effect);
  const size = { width: Math.max(2.4, text.length * 0.62 + 1.1) * em, height: 1.6 * em };
  const content = (
    <>
      <path className="axis-hit" d={curvePath(curve)} strokeWidth={Math.max(width, 24)} />
      <rect
        className="axis-chip"
        x={middle.x - size.width / 2}
        y={middle.y - size.height / 2}
        width={size.width}
        height={size.height}
        rx={size.height / 2}
      />
      <text x={middle.x} y={middle.y} dominantBaseline="central" textAnchor="middle">
        {text}
      </text>
      {props.isTrue ? (
        <path className="axis-truth" d={diamond(middle.x + size.width / 2, middle.y - size.height / 2, 0.42 * em)} />
      ) : null}
    </>
  );
  const className = `axis-button axis-tone-${arrow.tone}${props.isSelected ? " is-selected" : ""}`;
  if (!onSelect) return <g className={className}>{content}</g>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onSelect(arrow.id);
  };
  return (
    <g
      className={className}
      role="button"
      tabIndex={0}
      aria-label={arrow.sentence}
      onClick={() => onSelect(arrow.id)}
      onKeyDown={onKeyDown}
    >
      {content}
    </g>
  );
}

function diamond(x: number, y: number, r: number): string {
  return `M${String(x)},${String(y - r)}L${String(x + r)},${String(y)}L${String(x)},${String(y + r)}L${String(x - r)},${String(y)}Z`;
}
