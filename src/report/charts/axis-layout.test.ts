import { describe, expect, it } from "vitest";
import { layoutAxis, type PlaceNames } from "./axis-layout.ts";
import type { AxisArrow, AxisModel, AxisNode, AxisPlace, AxisTone } from "./axis-model.ts";
import { curvePath } from "./curve-geometry.ts";

const names: PlaceNames = {
  lever: "Food and habits",
  gut: "Gut",
  inflammation: "Inflammation",
  skin: "Skin",
  mind: "Stress and sleep",
};

function node(id: string, place: AxisPlace, tone: AxisTone): AxisNode {
  return { id, label: id, place, tone };
}

function arrow(from: string, to: string): AxisArrow {
  return {
    id: `${from}>${to}`,
    from,
    to,
    tone: "gut",
    verdict: "likely",
    dashed: false,
    strength: 0.4,
    fog: 0.3,
    effect: 1,
    sentence: "",
  };
}

const model: AxisModel = {
  nodes: [
    node("fibre", "lever", "lever"),
    node("alcohol", "lever", "lever"),
    node("bloating", "gut", "gut"),
    node("belly pain", "gut", "gut"),
    node("itch", "skin", "skin"),
    node("stress", "mind", "stress"),
    node("sleep", "mind", "sleep"),
  ],
  arrows: [
    arrow("fibre", "bloating"),
    arrow("alcohol", "itch"),
    arrow("alcohol", "sleep"),
    arrow("bloating", "itch"),
    arrow("itch", "bloating"),
    arrow("itch", "stress"),
    arrow("stress", "bloating"),
    arrow("bloating", "belly pain"),
  ],
  rest: [{ from: "lever", to: "gut", count: 5 }],
  otherLevers: 3,
  otherOutcomes: 0,
};

const widths: readonly (readonly [string, number])[] = [
  ["320 px", 288],
  ["360 px", 328],
  ["tablet", 700],
  ["desktop", 1000],
];

describe("layout of the axis", () => {
  it.each(widths)("keeps every box within %s and draws every arrow", (_, width) => {
    const layout = layoutAxis(model, names, "3 more", width, 16);
    for (const box of [...layout.nodes, ...layout.groups]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      expect(box.width).toBeGreaterThan(0);
    }
    expect(layout.arrows.map((placed) => placed.arrow.id)).toEqual(model.arrows.map((one) => one.id));
    expect(layout.arrows.every((placed) => !curvePath(placed.curve).includes("NaN"))).toBe(true);
  });

  it.each(widths)("never lays two boxes over each other at %s", (_, width) => {
    const { nodes } = layoutAxis(model, names, "3 more", width, 16);
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.node.id} and ${b.node.id}`).toBe(true);
      }
    });
  });

  it("stands from left to right when there is room, and stacks the organs when there is not", () => {
    const x = (layout: ReturnType<typeof layoutAxis>, id: string): number =>
      layout.nodes.find((placed) => placed.node.id === id)?.x ?? Number.NaN;
    const wide = layoutAxis(model, names, "", 1000, 16);
    expect([x(wide, "fibre"), x(wide, "bloating"), x(wide, "itch")]).toEqual(
      [...[x(wide, "fibre"), x(wide, "bloating"), x(wide, "itch")]].sort((a, b) => a - b),
    );
    const stacked = layoutAxis(model, names, "", 328, 16);
    expect(stacked.shape).toBe("stacked");
    expect(x(stacked, "bloating")).toBe(x(stacked, "itch"));
  });

  it("stacks on a wide page too when the person's type is large", () => {
    expect(layoutAxis(model, names, "", 1000, 32).shape).toBe("stacked");
  });

  it("gives the two directions between gut and skin different roads", () => {
    const { arrows } = layoutAxis(model, names, "", 1000, 16);
    const middle = (id: string): number => arrows.find((placed) => placed.arrow.id === id)?.middle.y ?? Number.NaN;
    expect(middle("bloating>itch")).toBeLessThan(middle("itch>bloating"));
  });

  it("draws a wider line for a stronger arrow", () => {
    const strong = { ...model, arrows: [{ ...arrow("fibre", "bloating"), strength: 0.9 }, arrow("bloating", "itch")] };
    const [first, second] = layoutAxis(strong, names, "", 1000, 16).arrows;
    expect(first?.width).toBeGreaterThan(second?.width ?? Number.NaN);
  });

  it("copes with nothing to draw", () => {
    const empty: AxisModel = { nodes: [], arrows: [], rest: [], otherLevers: 0, otherOutcomes: 0 };
    expect(layoutAxis(empty, names, "", 1000, 16).arrows).toEqual([]);
  });
});
