/**
 * How much of the body, and of each of its four regions, does a marked body map cover?
 *
 * Rule of nines for adults (Wallace 1951): head and neck 9 %, each arm 9, front and back of the trunk 18 each, each leg 18, groin 1. Limbs are split further
 * by adult proportions, rounded (own split: upper arm 4, forearm 3, hand 2; thigh 9, lower leg 6, foot 3), half of each in front. Regions are those of
 * EASI and PASI: the buttocks count with the legs, the groin with the trunk. Small children have a larger head and shorter legs: not for them.
 */
import { areaClass } from "./area-score.ts";
import { roundToTenth } from "./round.ts";

/** The four parts of the body that EASI and PASI score one by one. */
export type BodyRegion = "head" | "arms" | "trunk" | "legs";
/** From which side the body is looked at. */
export type BodyView = "front" | "back";

/** The four regions in the order of EASI and PASI. */
export const bodyRegions: readonly BodyRegion[] = ["head", "arms", "trunk", "legs"];

/** One field of the map. */
export interface BodyCell {
  /** `front.rightHand`; right and left are the person's own. */
  readonly id: string;
  readonly view: BodyView;
  readonly region: BodyRegion;
  /** Share of the whole body, percent. */
  readonly bodyPercent: number;
}

/** Covered share (0 to 1) by cell id; an absent cell is clear. */
export type BodyCoverage = ReadonlyMap<string, number>;

/** Shares of one side of a limb, percent of the body. */
const LIMBS = [
  ["UpperArm", "arms", 2],
  ["Forearm", "arms", 1.5],
  ["Hand", "arms", 1],
  ["Thigh", "legs", 4.5],
  ["LowerLeg", "legs", 3],
  ["Foot", "legs", 1.5],
] as const;

function limbs(view: BodyView): readonly BodyCell[] {
  return LIMBS.flatMap(([part, region, bodyPercent]) =>
    ["right", "left"].map((side) => ({ id: `${view}.${side}${part}`, view, region, bodyPercent })),
  );
}

const cell = (view: BodyView, part: string, region: BodyRegion, bodyPercent: number): BodyCell => ({
  id: `${view}.${part}`,
  view,
  region,
  bodyPercent,
});

/** All cells, from the head down; their shares add up to 100. */
export const bodyCells: readonly BodyCell[] = [
  cell("front", "head", "head", 4.5),
  cell("front", "chest", "trunk", 9),
  cell("front", "belly", "trunk", 9),
  cell("front", "groin", "trunk", 1),
  ...limbs("front"),
  cell("back", "head", "head", 4.5),
  cell("back", "upperBack", "trunk", 9),
  cell("back", "lowerBack", "trunk", 4),
  cell("back", "buttocks", "legs", 5),
  ...limbs("back"),
];

/** Covered share of the whole body, percent with one decimal. */
export function bodyPercent(coverage: BodyCoverage): number {
  return roundToTenth(coveredIn(bodyCells, coverage));
}

/** Covered share of one region, percent of that region with one decimal. */
export function regionPercent(region: BodyRegion, coverage: BodyCoverage): number {
  const cells = bodyCells.filter((one) => one.region === region);
  const whole = cells.reduce((sum, one) => sum + one.bodyPercent, 0);
  const covered = coveredIn(cells, coverage);
  // a last trace of eczema is not nothing: rounding must not turn it into area 0
  return covered === 0 ? 0 : Math.max(0.1, roundToTenth((100 * covered) / whole));
}

/** Area score 0-6 of each region, as EASI, PASI and SAPASI take it. */
export function regionAreaScores(coverage: BodyCoverage): Readonly<Record<BodyRegion, number>> {
  const score = (region: BodyRegion): number => areaClass(regionPercent(region, coverage));
  return { head: score("head"), arms: score("arms"), trunk: score("trunk"), legs: score("legs") };
}

function coveredIn(cells: readonly BodyCell[], coverage: BodyCoverage): number {
  return cells.reduce((sum, { id, bodyPercent: share }) => sum + share * (coverage.get(id) ?? 0), 0);
}
