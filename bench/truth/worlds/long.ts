/**
 * Family "long": does the engine shrink to the truth in three to four years of diary, with seasons and slow drift?
 *
 * 1,000, 1,250 or 1,500 days. Every state has its own season (.3-.5 SD amplitude), a drift that turns (a slow random walk smoothed by its nature) and so
 * have half of the levers a season of .2-.4 SD with another phase. Effects are a third smaller than in the main family: long diaries are for small effects.
 */
import type { Chance } from "../chance.ts";
import { leverLaws } from "../levers.ts";
import { states } from "../world.ts";
import { buildScene, rowsFor, usualLevers } from "./build-scene.ts";
import type { Scene } from "./scene.ts";
import { usualEdges } from "./usual-edges.ts";

export function longScene(turn: number, chance: Chance): Scene {
  const days = [1000, 1250, 1500][turn % 3] ?? 1000;
  const rows = rowsFor(days);
  const seasons = new Map(
    leverLaws.map(({ name }, index) => [name, index % 2 === 0 ? season(chance, rows, 0.2, 0.4) : null] as const),
  );
  const names = leverLaws.map((law) => law.name);
  return buildScene(chance, {
    family: "long",
    variant: `${String(days)} days`,
    days,
    levers: usualLevers(chance, days, { drift: 1, shift: (lever, row) => seasons.get(lever)?.[row] ?? 0 }),
    edges: usualEdges(chance, names, 0.3),
    extras: new Map(states.map((name) => [name, [season(chance, rows, 0.3, 0.5), wander(chance, rows, 0.4)]] as const)),
    drift: 0.8,
  });
}

/** A year's wave of an amplitude between these, any phase. */
export function season(chance: Chance, rows: number, low: number, high: number): Float64Array {
  const amplitude = chance.between(low, high);
  const phase = chance.between(0, 2 * Math.PI);
  return Float64Array.from({ length: rows }, (_, row) => amplitude * Math.sin((2 * Math.PI * row) / 365.25 + phase));
}

/** A slow random walk whose SD over the rows is `sd`; mean 0. */
function wander(chance: Chance, rows: number, sd: number): Float64Array {
  let [level, speed] = [0, 0];
  const walk = Float64Array.from({ length: rows }, () => {
    speed = 0.97 * speed + 0.03 * chance.normal();
    level = 0.998 * level + speed;
    return level;
  });
  const mean = walk.reduce((a, b) => a + b, 0) / rows;
  const spread = Math.sqrt(walk.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
  return walk.map((value) => (sd * (value - mean)) / spread);
}
