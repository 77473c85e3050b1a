/**
 * How do all outcomes move together in one draw, when one of them is pushed?
 *
 * Nodes: the outcomes (0 .. k-1), then the causes without an equation. x_k(t) = push_k(t) + sum over edges i -> k of answer(x_i, t): linear, so
 * the answer to a lever is the answer to a push of the outcomes that it reaches, weighted by its kernels. Loops are allowed; draws whose loops
 * run away are left out: scores that live within bounds for months do not come from such a system (truncation to the stable region, as for
 * vector autoregressions: Cogley & Sargent 2005, Rev Econ Dynamics 8:262-302). Key: k = outcomes, x = change against life as usual.
 */
import { assertDefect } from "../base/defect.ts";
import type { EquationDraws } from "./equation-draws.ts";
import { answerAt, createCourse, createLink, put, type Course, type Link } from "./lag-response.ts";

/** All equations of one draw. */
export interface DrawnSystem {
  readonly outcomes: number;
  /** Edges into each outcome from other outcomes, and from causes without an equation. */
  readonly inward: readonly (readonly Link[])[];
  readonly pushes: readonly Link[];
  /** Outcomes so ordered that a same-day effect comes after its cause. */
  readonly order: readonly number[];
  /** outcomes x outcomes, row-major: 1 when there is any way from row to column; 1 on the diagonal. */
  readonly reach: Uint8Array;
}

/** Windows of a year of free running, of which the last two are compared. */
const WINDOW = 360;
const WINDOWS = 4;

/**
 * The stable draws as systems, and how many had to be skipped because their feedback runs away (or goes round within one day).
 * `nodes` gives a number to every name that matters, outcomes first in the order of the equations; edges from other names are left out.
 */
export function drawnSystems(
  equations: readonly EquationDraws[],
  nodes: ReadonlyMap<string, number>,
): { readonly systems: readonly DrawnSystem[]; readonly skipped: number } {
  const count = equations[0]?.draws.length ?? 0;
  assertDefect(
    equations.every((equation) => equation.draws.length === count),
    "equations with different numbers of draws",
  );
  const systems: DrawnSystem[] = [];
  for (let d = 0; d < count; d++) {
    const system = systemOf(equations, nodes, d);
    if (system !== null && isStable(system)) systems.push(system);
  }
  return { systems, skipped: count - systems.length };
}

function systemOf(
  equations: readonly EquationDraws[],
  nodes: ReadonlyMap<string, number>,
  d: number,
): DrawnSystem | null {
  const outcomes = equations.length;
  const inward: Link[][] = [];
  const pushes: Link[] = [];
  for (let to = 0; to < outcomes; to++) {
    const links: Link[] = [];
    for (const edge of equations[to].draws[d].edges) {
      const from = nodes.get(edge.from);
      if (from === undefined) continue;
      (from < outcomes ? links : pushes).push(createLink(from, to, edge.effect, edge.pulse));
    }
    inward.push(links);
  }
  const order = sameDayOrder(inward);
  return order === null ? null : { outcomes, inward, pushes, order, reach: reachOf(inward) };
}

/** Outcomes ordered by their same-day effects; null when those go in a circle. */
function sameDayOrder(inward: readonly (readonly Link[])[]): number[] | null {
  const order: number[] = [];
  const placed = new Uint8Array(inward.length);
  const ready = (link: Link): boolean => link.pulse[0] === 0 || placed[link.from] === 1;
  while (order.length < inward.length) {
    const next = inward.findIndex((links, to) => placed[to] === 0 && links.every(ready));
    if (next < 0) return null;
    placed[next] = 1;
    order.push(next);
  }
  return order;
}

/** Warshall's closure: O(k^3). */
function reachOf(inward: readonly (readonly Link[])[]): Uint8Array {
  const k = inward.length;
  const reach = new Uint8Array(k * k);
  for (let to = 0; to < k; to++) {
    reach[to * k + to] = 1;
    for (const link of inward[to]) reach[link.from * k + to] = 1;
  }
  for (let middle = 0; middle < k; middle++) {
    for (let from = 0; from < k; from++) {
      if (reach[from * k + middle] === 0) continue;
      for (let to = 0; to < k; to++) if (reach[middle * k + to] === 1) reach[from * k + to] = 1;
    }
  }
  return reach;
}

/**
 * Fills one course per outcome: `source` is pushed up by one unit from day 0 on (its own equation goes on adding to it), or, with `held`,
 * set to one unit above usual whatever its own causes do. Courses of outcomes that it does not reach are left as they are. At most
 * 25 products per day and edge.
 */
export function runStep(system: DrawnSystem, source: number, held: boolean, courses: readonly Course[]): void {
  const { inward, order, outcomes, reach } = system;
  const touched = order.filter((to) => reach[source * outcomes + to] === 1);
  const days = courses[source].values.length;
  for (let t = 0; t < days; t++) {
    for (const to of touched) {
      let x = to === source ? 1 : 0;
      if (to !== source || !held) {
        for (const link of inward[to]) {
          if (reach[source * outcomes + link.from] === 1) x += answerAt(link, courses[link.from], t);
        }
      }
      put(courses[to], t, x);
    }
  }
}

/**
 * Does every shock die away? Kernels are non-negative and sum to 1, so it does whenever the matrix of |effects| has spectral radius < 1; that holds
 * exactly when elimination of I - |effects| meets only positive pivots. Otherwise (loops that push back, or run away) four years are run.
 */
function isStable(system: DrawnSystem): boolean {
  const k = system.outcomes;
  const matrix = new Float64Array(k * k);
  for (let to = 0; to < k; to++) {
    matrix[to * k + to] += 1;
    for (const link of system.inward[to]) matrix[to * k + link.from] -= Math.abs(link.effect);
  }
  for (let i = 0; i < k; i++) {
    const pivot = matrix[i * k + i];
    if (!(pivot > 0)) return diesAway(system);
    for (let row = i + 1; row < k; row++) {
      const factor = matrix[row * k + i] / pivot;
      for (let column = i; column < k; column++) matrix[row * k + column] -= factor * matrix[i * k + column];
    }
  }
  return true;
}

/** Unequal shocks on day 0, then nothing: the largest movement of the fourth year must be smaller than that of the third, for every outcome. */
function diesAway(system: DrawnSystem): boolean {
  const k = system.outcomes;
  const courses = Array.from({ length: k }, () => createCourse(WINDOW * WINDOWS));
  for (let t = 0; t < WINDOW * WINDOWS; t++) {
    for (const to of system.order) {
      // unequal, so that no growing direction is missed by symmetry
      let x = t === 0 ? 1 + 0.37 * to : 0;
      for (const link of system.inward[to]) x += answerAt(link, courses[link.from], t);
      if (!Number.isFinite(x)) return false;
      put(courses[to], t, x);
    }
  }
  return courses.every(({ values }) => {
    const before = largest(values.subarray(WINDOW * (WINDOWS - 2), WINDOW * (WINDOWS - 1)));
    const after = largest(values.subarray(WINDOW * (WINDOWS - 1)));
    return after < before || after < 1e-9 * largest(values.subarray(0, WINDOW));
  });
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const x of values) most = Math.max(most, Math.abs(x));
  return most;
}
