/**
 * What would gutskin say about a person whose axis is known?
 *
 * `makeDemoPerson(seed)` invents a diary of 240 days with the two-way axis of demo-axis.ts: foods -> bloating -> itch, stress in between, and the
 * itch back on stress and sleep. It has what real diaries have: days without any entry, evenings without ratings, whole-point scales, a
 * weekday rhythm, noise that lasts (first-order autoregressive), and levers that do nothing. The answer is given beside it, so that the screen can
 * show what was found and what was there. For the demo door only: it is never mixed with a real journal.
 *
 * Only + - * / and the project's own normal numbers are used: same seed, same bytes on every machine.
 */
import { addDays, parseDay, type Day } from "../base/day.ts";
import { Defect } from "../base/defect.ts";
import { createRandom, type Random } from "../base/random.ts";
import type { Entry } from "../journal/entry.ts";
import { drawNormal } from "../numeric/normal.ts";
import { demoEdges, demoLevers, demoStates, type DemoEdge, type DemoLever, type DemoState } from "./demo-axis.ts";
import { checkInEntries, diaryEntries, type DemoDay } from "./demo-entries.ts";

/** One effect that was put into the diary. */
export interface DemoTruth {
  readonly from: string;
  readonly to: string;
  /** Change of `to` for a sustained rise of one natural unit of `from`. */
  readonly effectPerUnit: number;
  /** Mean days until the effect arrives. */
  readonly delayDays: number;
}

/** A person who does not exist, with a diary. */
export interface DemoPerson {
  /** A name that says that the person is made up. */
  readonly label: string;
  /** Calendar days from the first to the last, including days without entries. */
  readonly days: number;
  /** In order of days. */
  readonly entries: readonly Entry[];
  readonly truth: readonly DemoTruth[];
}

const dayCount = 240;
const runIn = 14; // days lived before the diary starts, so that day 1 already carries its past
const wholeDayMissing = 0.07;
const checkInMissing = 0.05;
const probioticFrom = 150; // one switch late in the diary: cannot be told from time, and the page should say so

/**
 * The made-up person of this seed. Deterministic; about 2 ms.
 *
 * @example
 * ```ts
 * import { makeDemoPerson } from "gutskin";
 * const [once, again] = [makeDemoPerson(7), makeDemoPerson(7)];
 * if (JSON.stringify(once) !== JSON.stringify(again)) throw new Error("same seed, same person");
 * if (once.truth.length === 0) throw new Error("the truth that was put in is told");
 * ```
 */
export function makeDemoPerson(seed: number): DemoPerson {
  const lived = liveDays(createRandom(seed, 1));
  const words = createRandom(seed, 2);
  const gaps = createRandom(seed, 3);
  const entries = lived.slice(runIn).flatMap((values, index) => {
    const day = addDays(firstDay(), index);
    const skipsDay = gaps.uniform() < wholeDayMissing;
    const skipsCheckIn = gaps.uniform() < checkInMissing;
    const diary = diaryEntries(day, values, index >= probioticFrom, words);
    if (skipsDay) return [];
    return skipsCheckIn ? diary : [...checkInEntries(day, values), ...diary];
  });
  return { label: `Made-up person ${String(seed)}`, days: dayCount, entries, truth: demoEdges.map(toTruth) };
}

/** A Monday, so that index % 7 is the weekday (0 = Monday). */
function firstDay(): Day {
  const day = parseDay("2025-03-03");
  if (!day.ok) throw new Defect("the demo's first day is not a day");
  return day.value;
}

function liveDays(random: Random): readonly DemoDay[] {
  const days: Record<string, number>[] = [];
  const lasting = new Map(demoStates.map((state) => [state.id, 0]));
  for (let index = 0; index < runIn + dayCount; index += 1) {
    const weekday = index % 7; // runIn is two whole weeks
    const today: Record<string, number> = {};
    days.push(today);
    for (const lever of demoLevers) today[lever.id] = drawLever(lever, weekday, random);
    for (const state of demoStates) {
      const keep = state.persistence;
      const shock = state.errorSd * Math.sqrt(1 - keep * keep) * drawNormal(random);
      const error = keep * (lasting.get(state.id) ?? 0) + shock;
      lasting.set(state.id, error);
      const level = state.mean + (state.weekdays[weekday] ?? 0) + error;
      today[state.id] = onScale(level + pushes(days, index, state.id), state);
    }
  }
  return days;
}

function drawLever(lever: DemoLever, weekday: number, random: Random): number {
  const raw = lever.mean + (weekday >= 4 ? lever.weekend : 0) + lever.sd * drawNormal(random);
  return Math.max(0, Math.round(raw / lever.step)) * lever.step;
}

/** What the past days of all causes add to this state today. */
function pushes(days: readonly DemoDay[], index: number, id: string): number {
  return demoEdges
    .filter((edge) => edge.to === id)
    .reduce((sum, edge) => {
      const usual = usualValue(edge.from);
      const pushed = edge.kernel.reduce((total, share, lag) => {
        const value = days[index - lag]?.[edge.from] ?? usual;
        return total + share * (value - usual);
      }, 0);
      return sum + edge.effectPerUnit * pushed;
    }, 0);
}

function usualValue(id: string): number {
  return demoStates.find((state) => state.id === id)?.mean ?? demoLevers.find((lever) => lever.id === id)?.mean ?? 0;
}

function onScale(value: number, state: DemoState): number {
  const steps = Math.round(value / state.step) * state.step;
  return Math.min(state.max, Math.max(state.min, steps));
}

function toTruth({ from, to, effectPerUnit, kernel }: DemoEdge): DemoTruth {
  return { from, to, effectPerUnit, delayDays: kernel.reduce((sum, share, lag) => sum + share * lag, 0) };
}
