/**
 * How do gut and skin work inside the made-up person of the third generator?
 *
 * Four organs, each a small system of rate equations with Hill functions, run in twelve steps a day. Gut: fermentable carbohydrate, fibre degraders, short-chain
 * fatty acids, ingested transients, leakiness. Skin: systemic inflammation, barrier, skin inflammation with positive feedback, scratching. Stress: arousal.
 * Sleep: hours of the night. Within a day an organ sees today's levers and what the other organs were at the end of yesterday, so that every influence
 * between organs passes through what is rated, and a gain of exactly 0 is exactly no influence. Own equations and constants: neither those of src/simulator
 * nor a published model; only the structure (fermentation, barrier, itch-scratch) is common knowledge.
 */

/** Strengths that differ from person to person; 0 = this influence does not exist. */
export interface Gains {
  readonly gutToSkin: number;
  readonly skinToGut: number;
  readonly stressToGut: number;
  readonly stressToSkin: number;
  readonly sleepToSkin: number;
  readonly skinToStress: number;
  readonly skinToSleep: number;
  readonly stressToSleep: number;
  readonly fibreToGut: number;
  readonly processedToGut: number;
  readonly fermentedToGut: number;
  readonly alcoholToGut: number;
  readonly emollientToSkin: number;
  readonly calmToStress: number;
  readonly coffeeToSleep: number;
}

export interface Person {
  readonly gains: Gains;
  /** Repair of the gut's barrier, drying of the skin, arousal, hours of sleep when nothing is the matter. */
  readonly repair: number;
  readonly dryness: number;
  readonly arousal: number;
  readonly sleepNeed: number;
  /** How fast gut and skin follow, relative to 1. */
  readonly gutPace: number;
  readonly skinPace: number;
}

export type Organ = "gut" | "skin" | "stress" | "sleep";

export const organs: readonly Organ[] = ["gut", "skin", "stress", "sleep"];

/** What an organ feels on one day, by name of column; "trigger" is its own unexplained push, "dryAir" the season's. */
export type Felt = (name: string) => number;

/** What an organ is made of, and the rating it would get at the end of the day. */
export interface OrganState {
  readonly parts: Float64Array;
  readonly rating: number;
}

const steps = 12;

/** x^n / (x^n + half^n), 0 below 0. */
function hill(x: number, half: number, n: number): number {
  if (x <= 0) return 0;
  const power = n === 2 ? x * x : x;
  return power / (power + (n === 2 ? half * half : half));
}

/** Where an organ starts, before the run-in. */
export function restingState(organ: Organ): OrganState {
  switch (organ) {
    case "gut":
      return { parts: Float64Array.of(16, 1, 0.65, 0.6, 0.33), rating: 4 };
    case "skin":
      return { parts: Float64Array.of(0.3, 0.7, 0.35, 0.4), rating: 4 };
    case "stress":
      return { parts: Float64Array.of(4), rating: 4 };
    case "sleep":
      return { parts: Float64Array.of(7.2), rating: 7.2 };
  }
}

/** The organ one day later. */
export function liveDay(organ: Organ, person: Person, before: OrganState, felt: Felt): OrganState {
  const parts = before.parts.slice();
  switch (organ) {
    case "gut":
      return gutDay(person, parts, felt);
    case "skin":
      return skinDay(person, parts, felt);
    case "stress":
      return stressDay(person, parts, felt);
    case "sleep":
      return sleepNight(person, parts, felt);
  }
}

function gutDay({ gains, repair: resting, gutPace }: Person, parts: Float64Array, felt: Felt): OrganState {
  const fermentable = 5 + 0.8 * (gains.fibreToGut === 0 ? 22 : felt("fibre"));
  const irritation =
    0.8 +
    gains.processedToGut * hill(felt("ultraProcessed"), 2, 2) +
    gains.alcoholToGut * hill(felt("alcohol"), 20, 1) +
    gains.stressToGut * hill(felt("stress"), 5, 2) +
    gains.skinToGut * hill(felt("skin"), 5, 2) +
    felt("trigger");
  for (let i = 0; i < steps; i += 1) {
    const [carbohydrate = 0, degraders = 0, acids = 0, transients = 0, leakiness = 0] = parts;
    const uptake = (9 * degraders * carbohydrate) / (8 + carbohydrate);
    const repair = resting + gains.fibreToGut * acids + gains.fermentedToGut * hill(transients, 1, 1);
    const opening = Math.max(0.05, irritation) * (1 - leakiness);
    step(parts, 0, fermentable - uptake - 0.8 * carbohydrate);
    step(parts, 1, (2 * hill(carbohydrate, 16, 1) - degraders) / 6);
    step(parts, 2, 3 * (hill(uptake, 5, 2) - acids));
    step(parts, 3, 0.5 * felt("fermented") - 0.7 * transients);
    step(parts, 4, 0.15 * gutPace * (opening - repair * leakiness));
  }
  return { parts, rating: 10 * hill(parts[4] ?? 0, 0.38, 2) };
}

function skinDay({ gains, dryness, skinPace }: Person, parts: Float64Array, felt: Felt): OrganState {
  const drive = gains.gutToSkin * hill(felt("gut"), 5, 2);
  const care = 1 + gains.emollientToSkin * felt("emollient");
  const upset =
    1 + gains.stressToSkin * hill(felt("stress"), 5, 2) + gains.sleepToSkin * hill(8.5 - felt("sleep"), 1.5, 1);
  const air = dryness * (1 + 0.5 * felt("dryAir"));
  for (let i = 0; i < steps; i += 1) {
    const [systemic = 0, barrier = 0, inflamed = 0, scratching = 0] = parts;
    const fed = 0.55 * systemic + 1.7 * (1 - barrier) + 0.3 * hill(inflamed, 0.4, 2);
    const fire = fed - 0.15 + felt("trigger"); // something always calms
    step(parts, 0, (drive - systemic) / 2);
    step(parts, 1, (0.45 * care * (1 - barrier)) / upset - air * (1 + 1.2 * scratching) * barrier);
    step(parts, 2, 0.4 * skinPace * (Math.max(0.02, fire) * (1 - inflamed) - inflamed));
    step(parts, 3, 4 * (hill(inflamed, 0.4, 2) - scratching));
  }
  return { parts, rating: 5.5 * (parts[2] ?? 0) + 4.5 * (parts[3] ?? 0) };
}

function stressDay({ gains, arousal }: Person, parts: Float64Array, felt: Felt): OrganState {
  const calm = gains.calmToStress * hill(felt("calmPractice"), 10, 1);
  const target = arousal + gains.skinToStress * hill(felt("skin"), 5, 2) - calm + felt("trigger");
  for (let i = 0; i < steps; i += 1) step(parts, 0, 1.2 * (Math.max(0, target) - (parts[0] ?? 0)));
  return { parts, rating: parts[0] ?? 0 };
}

/** One night: no steps, hours follow from what the evening was like. */
function sleepNight({ gains, sleepNeed }: Person, parts: Float64Array, felt: Felt): OrganState {
  const lost =
    gains.skinToSleep * hill(felt("skin"), 5, 2) +
    gains.stressToSleep * hill(felt("stress"), 5, 2) +
    gains.coffeeToSleep * hill(felt("coffee"), 250, 2);
  const hours = sleepNeed - lost + felt("trigger");
  parts[0] = hours;
  return { parts, rating: hours };
}

function step(parts: Float64Array, index: number, rate: number): void {
  parts[index] = Math.max(0, (parts[index] ?? 0) + rate / steps);
}
