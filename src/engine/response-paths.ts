/**
 * By which ways does a lever reach an outcome?
 *
 * A way goes through one or two other outcomes, each once: lever -> a -> outcome, lever -> a -> b -> outcome. Its effect is what the chain alone
 * passes on: the kernels one after another, the effects multiplied. Ways overlap and loops add to them, so ways are never summed to the total.
 */
import { intervalOfDraws } from "./draw-interval.ts";
import type { DrawnSystem } from "./joint-system.ts";
import { answerAt, createCourse, put, type Course, type Link } from "./lag-response.ts";
import type { StepResponse } from "./posterior.ts";

/** One way of one cause to one outcome: per draw in which every step is there, the effect on the last day. */
interface Way {
  readonly via: readonly number[];
  readonly effects: number[];
}

/** Ways over draws: by cause and outcome, then by what they go through. */
export interface Ways {
  /** Number of nodes, outcomes and causes together. */
  readonly nodes: number;
  readonly byPair: Map<number, Map<number, Way>>;
  /** Room for the course behind the second and the third step. */
  readonly second: Course;
  readonly third: Course;
}

/** Ways that are there less often are not worth a line. */
const LEAST_PROBABILITY = 0.05;
const MOST_PATHS = 3;

/** No ways yet; effects will be those after `days` days. */
export function createWays(nodes: number, days: number): Ways {
  return { nodes, byPair: new Map(), second: createCourse(days), third: createCourse(days) };
}

/** Adds the ways of one draw (mutates `ways`). `asked[node]` is 1 for causes that are asked about; `held`: the course of a cause that is kept up. */
export function addWays(ways: Ways, system: DrawnSystem, asked: Uint8Array, held: Course): void {
  const last = ways.second.values.length - 1;
  const between = system.inward.flat();
  for (const second of between) {
    const firsts = [...system.inward[second.from], ...system.pushes.filter((link) => link.to === second.from)].filter(
      (link) => asked[link.from] === 1 && link.from !== second.to,
    );
    if (firsts.length === 0) continue;
    follow(second, held, ways.second);
    for (const first of firsts) addWay(ways, first, [second], answerAt(first, ways.second, last));
    for (const third of between) {
      if (third.from !== second.to || third.to === second.from) continue;
      follow(third, ways.second, ways.third);
      // a way back to the cause itself is kept under a pair that nobody asks for
      for (const first of firsts) addWay(ways, first, [second, third], answerAt(first, ways.third, last));
    }
  }
}

/** Fills `course` with the answer to the course of a cause. */
function follow(link: Link, cause: Course, course: Course): void {
  for (let t = 0; t < course.values.length; t++) put(course, t, answerAt(link, cause, t));
}

function addWay(ways: Ways, first: Link, rest: readonly Link[], effect: number): void {
  const outcome = rest[rest.length - 1].to;
  const pair = first.from * ways.nodes + outcome;
  const ofPair = ways.byPair.get(pair) ?? new Map<number, Way>();
  if (ofPair.size === 0) ways.byPair.set(pair, ofPair);
  // one mediator: below `nodes`; two: from `nodes` on
  const key = rest.length === 1 ? rest[0].from : (rest[0].from + 1) * ways.nodes + rest[1].from;
  const known = ofPair.get(key);
  if (known) known.effects.push(effect);
  else ofPair.set(key, { via: rest.map((link) => link.from), effects: [effect] });
}

/** The strongest ways (by |mean effect|, draws without the way counting as 0) of a pair, at most three, each there in at least 5 % of `draws`. */
export function strongestWays(
  ways: Ways,
  cause: number,
  outcome: number,
  draws: number,
  names: readonly string[],
): StepResponse["paths"] {
  return [...(ways.byPair.get(cause * ways.nodes + outcome)?.values() ?? [])]
    .filter((way) => way.effects.length >= LEAST_PROBABILITY * draws)
    .map((way) => ({
      via: way.via.map((node) => names[node]),
      probability: way.effects.length / draws,
      effect: intervalOfDraws(Float64Array.from(way.effects), draws),
    }))
    .sort((a, b) => Math.abs(b.effect.mean) - Math.abs(a.effect.mean) || b.probability - a.probability)
    .slice(0, MOST_PATHS);
}
