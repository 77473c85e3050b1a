/**
 * Who are the made-up people of the mechanistic generator?
 *
 * Gains are log-normal about values that give effects of .15-.6 SD per SD; three fifths of the side influences exist in a given person. Repair of the gut and
 * drying of the skin are found by bisection, so that gut and skin rest near the middle of their scales whatever the gains are.
 */
import type { Chance } from "../../chance.ts";
import { leverLaws } from "../../levers.ts";
import { liveDay, restingState, type Gains, type Organ, type Person } from "./body.ts";

/** A person in whom the `zero` influences do not exist. */
export function drawPerson(chance: Chance, zero: readonly (keyof Gains)[]): Person {
  const spread = (middle: number, sd: number): number => middle * Math.exp(sd * chance.normal());
  const maybe = (middle: number): number => (chance.uniform() < 0.6 ? spread(middle, 0.25) : 0);
  const drawn: Gains = {
    gutToSkin: spread(1.5, 0.2),
    skinToGut: spread(1.5, 0.2),
    stressToGut: maybe(1.2),
    stressToSkin: maybe(2.2),
    sleepToSkin: maybe(2.6),
    skinToStress: maybe(5),
    skinToSleep: maybe(2.2),
    stressToSleep: maybe(1.6),
    fibreToGut: maybe(4),
    processedToGut: maybe(1.2),
    fermentedToGut: maybe(3.5),
    alcoholToGut: maybe(1.4),
    emollientToSkin: maybe(0.8),
    calmToStress: maybe(5),
    coffeeToSleep: maybe(1.6),
  };
  const gains = { ...drawn };
  for (const name of zero) gains[name] = 0;
  const bare: Person = {
    gains,
    repair: 2,
    dryness: 0.1,
    arousal: 4.2 * chance.between(0.9, 1.1) - 0.4 * gains.skinToStress + 0.4 * gains.calmToStress,
    sleepNeed: 7.2 * chance.between(0.96, 1.04) + 0.4 * (gains.skinToSleep + gains.stressToSleep + gains.coffeeToSleep),
    gutPace: spread(1, 0.3),
    skinPace: spread(1, 0.3),
  };
  const repair = restingLevel("gut", chance.between(3.8, 4.8), 12, 0.2, (value) => ({ ...bare, repair: value }));
  const dryness = restingLevel("skin", chance.between(3.8, 4.8), 0.001, 1.5, (value) => ({ ...bare, dryness: value }));
  return { ...bare, repair, dryness };
}

/** The level between `from` (too low a rating) and `to` at which this organ rests at `target` on mean levers and middling other organs. */
function restingLevel(
  organ: Organ,
  target: number,
  from: number,
  to: number,
  personAt: (level: number) => Person,
): number {
  const usual = (name: string): number => {
    if (name === "trigger" || name === "dryAir") return 0;
    if (name === "emollient") return 1;
    if (name === "sleep") return 7.2;
    return leverLaws.find((law) => law.name === name)?.mean ?? 4.2;
  };
  let [low, high] = [from, to];
  for (let i = 0; i < 14; i += 1) {
    const middle = (low + high) / 2;
    const person = personAt(middle);
    let state = restingState(organ);
    for (let day = 0; day < 40; day += 1) state = liveDay(organ, person, state, usual);
    if (state.rating < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
