/**
 * What has been marked on the body map, and what does a tap change?
 *
 * Each field is covered by none, a quarter, half, three quarters or all of it; a tap goes one step further and begins again. Arrow keys go to the nearest field
 * in that direction.
 */
import type { BodyCoverage } from "../../../lib/index.ts";
import type { DrawnCell } from "./body-drawing.ts";

/** Quarters (0 to 4) by cell id; absent = clear. */
export type Quarters = ReadonlyMap<string, number>;

export const ALL = 4;

/** The map with one field set; 0 clears it. */
export function withQuarters(marks: Quarters, id: string, quarters: number): Quarters {
  const next = new Map(marks);
  if (quarters === 0) next.delete(id);
  else next.set(id, quarters);
  return next;
}

/** One step more; after the whole field it is clear again. */
export function tapped(marks: Quarters, id: string): Quarters {
  return withQuarters(marks, id, ((marks.get(id) ?? 0) + 1) % (ALL + 1));
}

/** The marks as shares for the library. */
export function coverageOf(marks: Quarters): BodyCoverage {
  return new Map([...marks].map(([id, quarters]) => [id, quarters / ALL]));
}

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** The field next to this one in a direction: the nearest, with a sideways step counted double; null at the edge. */
export function nextCell(cells: readonly DrawnCell[], from: string, arrow: Arrow): string | null {
  const here = cells.find(({ cell }) => cell.id === from);
  if (here === undefined) return cells[0]?.cell.id ?? null;
  const isAcross = arrow === "ArrowLeft" || arrow === "ArrowRight";
  const sign = arrow === "ArrowLeft" || arrow === "ArrowUp" ? -1 : 1;
  const near = cells
    .map((other) => {
      const along = sign * (isAcross ? other.x - here.x : other.y - here.y);
      const aside = Math.abs(isAcross ? other.y - here.y : other.x - here.x);
      return { id: other.cell.id, along, distance: along + 2 * aside };
    })
    .filter(({ along }) => along > 1)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.id ?? null;
}
