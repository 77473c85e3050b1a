/**
 * What does one person's gut-skin axis look like?
 *
 * Levers -> gut -> skin, and the roads back. Width of an arrow = strength; a crisp line = sure, a wide soft
 * halo and dashes = unsure (never colour alone). Pairs of which nothing can be said are dotted lines with
 * their number. Arrows are buttons: reachable by keyboard and with a hit area of at least 24 px. Pure SVG,
 * no DOM access; the caller measures the width.
 */
import { useId, type KeyboardEvent, type ReactElement } from "react";
import { layoutAxis } from "./axis-layout.ts";
import type { AxisModel, AxisPlace } from "./axis-model.ts";
import type { Box, PlacedArrow, PlacedGroup, PlacedRest } from "./axis-placed.ts";
import { curvePath, headPath, shortenedCurve } from "./curve-geometry.ts";
import { organPath } from "./organ-shape.ts";
import { signedText } from "./number-text.ts";

export interface AxisPictureWords {
  /** Name of the picture. */
  readonly name: string;
  /** Its one sentence. */
  readonly sentence: string;
  readonly places: Readonly<Record<AxisPlace, string>>;
  /** The box of the levers without an arrow: "8 others". */
  readonly others: (count: number) => string;
  /** Stands on the arrow of a group instead of a number: "or". */
  readonly either: string;
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
  const layout = layoutAxis(model, words.places, words.others(model.otherLevers), width, em);
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
      <FogFilters id={id} em={em} width={width} height={layout.height} />
      {layout.groups.map((group) =>
        group.place === "lever" ? null : (
          <path
            key={group.place}
            className={`axis-body axis-place-${group.place}`}
            d={organPath(group, group.place, em)}
          />
        ),
      )}
      {layout.rest.map((rest) => (
        <RestLine key={`${rest.rest.from}>${rest.rest.to}`} rest={rest} em={em} words={words} />
      ))}
      {layout.arrows.map((arrow) => (
        <ArrowLine key={arrow.arrow.id} arrow={arrow} em={em} id={id} isSelected={props.selected === arrow.arrow.id} />
      ))}
      {layout.groups.map((group) => (
        <OrganName key={group.place} group={group} em={em} />
      ))}
      {layout.nodes.map((node) => (
        <Pill key={node.node.id} box={node} lines={node.lines} tone={node.node.tone} em={em} />
      ))}
      {layout.others ? <Pill box={layout.others} lines={layout.others.lines} tone="others" em={em} /> : null}
      {layout.arrows.map((arrow) => (
        <ArrowButton
          key={arrow.arrow.id}
          arrow={arrow}
          em={em}
          isSmall={layout.shape === "stacked"}
          isTrue={props.trueIds?.has(arrow.arrow.id) ?? false}
          isSelected={props.selected === arrow.arrow.id}
          either={words.either}
          {...(props.onSelect ? { onSelect: props.onSelect } : {})}
        />
      ))}
    </svg>
  );
}

const FOG_STEPS = 4;

/**
 * Four strengths of blur; SVG filters cannot take a number from the element that uses them. The region is
 * the whole picture: that of a straight arrow would be flat.
 */
function FogFilters(props: {
  readonly id: string;
  readonly em: number;
  readonly width: number;
  readonly height: number;
}): ReactElement {
  const { id, em, width, height } = props;
  return (
    <defs>
      {Array.from({ length: FOG_STEPS }, (_, i) => (
        <filter
          key={i}
          id={`${id}-fog${String(i)}`}
          filterUnits="userSpaceOnUse"
          x={-2 * em}
          y={-2 * em}
          width={width + 4 * em}
          height={height + 4 * em}
        >
          <feGaussianBlur stdDeviation={(0.06 + 0.14 * i) * em} />
        </filter>
      ))}
    </defs>
  );
}

function OrganName({ group, em }: { readonly group: PlacedGroup; readonly em: number }): ReactElement {
  const isLever = group.place === "lever";
  const x = isLever ? group.x : group.x + group.width / 2;
  return (
    <text className="axis-organ-name" x={x} y={group.nameY} textAnchor={isLever ? "start" : "middle"}>
      {group.name.map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? 0 : 1.2 * em}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Pill(props: {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly tone: string;
  readonly em: number;
}): ReactElement {
  const { box, lines, em } = props;
  const lineHeight = 1.05 * em;
  const first = box.y + box.height / 2 - ((lines.length - 1) * lineHeight) / 2;
  return (
    <g className={`axis-pill axis-tone-${props.tone}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={Math.min(box.height / 2, 1.15 * em)} />
      {lines.map((line, i) => (
        <text
          key={line}
          x={box.x + box.width / 2}
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
  /** Little room: only the sign, not the number. */
  readonly isSmall: boolean;
  readonly isTrue: boolean;
  readonly isSelected: boolean;
  readonly either: string;
  readonly onSelect?: (id: string) => void;
}): ReactElement {
  const { arrow, curve, middle, width } = props.arrow;
  const { em, onSelect } = props;
  const number = arrow.effect === null ? props.either : signedText(arrow.effect);
  const text = props.isSmall && arrow.effect !== null ? number.slice(0, 1) : number;
  const size = { width: (props.isSmall ? 1.6 : Math.max(2.4, text.length * 0.62 + 1.1)) * em, height: 1.6 * em };
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
