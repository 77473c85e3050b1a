/**
 * If I keep one unit more of this up, what happens to each outcome after a week, a month, three months: directly, and all in all?
 *
 * Design 6: in each posterior draw of all equations together the joint linear system is run day by day; other outcomes answer through their
 * own equations and pass it on. direct = the edge from cause to outcome alone; total = everything, loops included. The two are
 * shown side by side and never added. Day 1 is the first day with the change, so day d holds the lags 0 .. d - 1 and day 0 is life as usual.
 *
 * Cost: per draw one run per outcome that is pushed (shared by all levers), then 12 days x 25 products per edge. A cause that is itself an outcome
 * (stress, sleep) is held at one unit above usual whatever its own causes do (an intervention), which takes a run of its own.
 */
import type { Role } from "../daily/table.ts";
import { intervalOfDraws } from "./draw-interval.ts";
import type { EquationDraws } from "./equation-draws.ts";
import { drawnSystems, runStep, type DrawnSystem } from "./joint-system.ts";
import { answerAt, createCourse, heldCourse, type Course } from "./lag-response.ts";
import type { Interval95, StepResponse } from "./posterior.ts";
import { addWays, createWays, strongestWays } from "./response-paths.ts";

/** Days after the start of the change (its first day is 1) at which a response is given. */
export const RESPONSE_DAYS: readonly number[] = [1, 2, 3, 5, 7, 14, 21, 30, 45, 60, 75, 90];

const POINTS = RESPONSE_DAYS.length;
const HORIZON = 90;

/** A response that still holds its draws, so that sums and differences over days keep their intervals. */
export interface DrawnResponse extends StepResponse {
  /** `count` draws in all; `totals`: draws with a way x 12 days (`RESPONSE_DAYS`), row-major; the other draws are 0. */
  readonly drawn?: { readonly count: number; readonly totals: Float64Array };
}

/** Rows of 12 days, one per draw with a way. */
interface Rows {
  readonly total: number[];
  readonly direct: number[];
  /** Draws with a direct edge. */
  directDraws: number;
}

/**
 * What a sustained rise of one natural unit of each cause does to each outcome, natural units, with 95 % intervals over draws.
 *
 * Pairs without any way in any draw are left out; so are causes of themselves. `causes`: whom to ask about, levers or outcomes. Intervals and means
 * count draws without a way as 0. Draws whose feedback runs away are skipped: everything is over the stable draws; none stable gives an
 * empty list. Order: causes as given, then outcomes as the equations. Throws `Defect` when equations differ in their number of draws.
 */
export function stepResponses(
  equations: readonly EquationDraws[],
  causes: readonly { readonly name: string; readonly role: Role }[],
): DrawnResponse[] {
  const names = [...new Set([...equations.map((equation) => equation.to), ...causes.map((cause) => cause.name)])];
  const nodes = new Map(names.map((name, i) => [name, i]));
  const asked = new Uint8Array(names.length);
  const askedNodes = [...new Set(causes.map((cause) => names.indexOf(cause.name)))];
  for (const node of askedNodes) asked[node] = 1;

  const { systems } = drawnSystems(equations, nodes);
  const rows = new Map<number, Rows>();
  const ways = createWays(names.length, HORIZON);
  const courses = createCourses(equations.length);
  for (const system of systems) {
    addPushed(rows, system, courses);
    for (const node of askedNodes) if (node < equations.length) addHeld(rows, system, node, courses[0]);
    addWays(ways, system, asked, HELD);
  }

  return askedNodes.flatMap((cause) =>
    equations.flatMap((equation, outcome): DrawnResponse[] => {
      const found = rows.get(cause * equations.length + outcome);
      if (found === undefined) return [];
      const totals = Float64Array.from(found.total);
      return [
        {
          from: names[cause],
          to: equation.to,
          probability: totals.length / POINTS / systems.length,
          points: pointsOf(found, systems.length),
          paths: strongestWays(ways, cause, outcome, systems.length, names),
          drawn: { count: systems.length, totals },
        },
      ];
    }),
  );
}

/** Share of draws, 0-1, that `stepResponses` has to skip because their feedback runs away. 0 without draws. */
export function runawayShare(equations: readonly EquationDraws[]): number {
  const nodes = new Map(equations.map((equation, i) => [equation.to, i]));
  const { systems, skipped } = drawnSystems(equations, nodes);
  return skipped === 0 ? 0 : skipped / (systems.length + skipped);
}

/** One course per pushed outcome and answering outcome. */
function createCourses(outcomes: number): readonly (readonly Course[])[] {
  return Array.from({ length: Math.max(1, outcomes) }, () =>
    Array.from({ length: outcomes }, () => createCourse(HORIZON)),
  );
}

/** Causes without an equation: the answer to a push of each outcome once, then every lever through its own kernels. */
function addPushed(rows: Map<number, Rows>, system: DrawnSystem, courses: readonly (readonly Course[])[]): void {
  const k = system.outcomes;
  const pushed = new Set(system.pushes.map((link) => link.to));
  for (const source of pushed) runStep(system, source, false, courses[source]);
  const levers = new Set(system.pushes.map((link) => link.from));
  for (const lever of levers) {
    const links = system.pushes.filter((link) => link.from === lever);
    for (let outcome = 0; outcome < k; outcome++) {
      const reaching = links.filter((link) => system.reach[link.to * k + outcome] === 1);
      if (reaching.length === 0) continue;
      const found = rowsOf(rows, lever * k + outcome);
      const direct = links.find((link) => link.to === outcome);
      if (direct) found.directDraws += 1;
      for (const day of RESPONSE_DAYS) {
        let total = 0;
        for (const link of reaching) total += answerAt(link, courses[link.to][outcome], day - 1);
        found.total.push(total);
        found.direct.push(direct ? answerAt(direct, HELD, day - 1) : 0);
      }
    }
  }
}

/** A cause that is an outcome, held one unit above usual. */
function addHeld(rows: Map<number, Rows>, system: DrawnSystem, cause: number, courses: readonly Course[]): void {
  const k = system.outcomes;
  runStep(system, cause, true, courses);
  for (let outcome = 0; outcome < k; outcome++) {
    if (outcome === cause || system.reach[cause * k + outcome] === 0) continue;
    const found = rowsOf(rows, cause * k + outcome);
    const direct = system.inward[outcome].find((link) => link.from === cause);
    if (direct) found.directDraws += 1;
    for (const day of RESPONSE_DAYS) {
      found.total.push(courses[outcome].values[day - 1]);
      found.direct.push(direct ? answerAt(direct, HELD, day - 1) : 0);
    }
  }
}

const HELD: Course = heldCourse(HORIZON);

function rowsOf(rows: Map<number, Rows>, pair: number): Rows {
  const known = rows.get(pair);
  if (known) return known;
  const made: Rows = { total: [], direct: [], directDraws: 0 };
  rows.set(pair, made);
  return made;
}

function pointsOf(rows: Rows, draws: number): StepResponse["points"] {
  return RESPONSE_DAYS.map((day, i) => ({
    day,
    total: intervalAt(rows.total, i, draws),
    direct: rows.directDraws > 0 ? intervalAt(rows.direct, i, draws) : { mean: 0, low95: 0, high95: 0 },
  }));
}

function intervalAt(values: readonly number[], place: number, draws: number): Interval95 {
  const present = new Float64Array(values.length / POINTS);
  for (let d = 0; d < present.length; d++) present[d] = values[d * POINTS + place];
  return intervalOfDraws(present, draws);
}
