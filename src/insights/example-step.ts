/**
 * Which step of a cause can a person picture: 1 g of fibre or 10 g?
 *
 * Effects are estimated per natural unit; nobody feels one gram of fibre. The step is the largest round number (1, 2 or 5 times
 * a power of ten) that is not above one and a half times the person's own day-to-day spread of the cause, so that it stays
 * within what this diary has really seen. Some units have steps of their own (an hour, a serving, one point).
 */

/** Steps that people use for these units, rising; the smallest one is taken even when the spread is smaller. */
const familiarSteps: ReadonlyMap<string, readonly number[]> = new Map([
  ["points", [1, 2]],
  ["servings", [1, 2]],
  ["h", [0.5, 1, 2]],
  ["min", [5, 10, 20, 30, 60]],
  ["yes", [1]],
  ["spots", [1, 2, 5, 10]],
  ["episodes", [1, 2]],
  ["times", [1, 2]],
]);

/** When the spread is not known. */
const usualSteps: ReadonlyMap<string, number> = new Map([
  ["points", 2],
  ["servings", 1],
  ["h", 1],
  ["min", 10],
  ["g", 10],
  ["mg", 100],
  ["ml", 250],
  ["kcal", 200],
]);

/** How far beyond one spread a step may reach. */
const REACH = 1.5;

/** The step in natural units, > 0. `causeSd`: within-person SD of the cause; not positive or not finite: a usual step for the unit, else 1. */
export function exampleStep(causeSd: number, unit: string): number {
  if (!(causeSd > 0) || !Number.isFinite(causeSd)) return usualSteps.get(unit) ?? 1;
  const limit = REACH * causeSd;
  const familiar = familiarSteps.get(unit);
  if (familiar) return familiar.findLast((step) => step <= limit) ?? familiar[0] ?? 1;
  return roundNumberBelow(limit);
}

/** Largest 1, 2 or 5 times a power of ten that is <= limit, within 1e-6 .. 1e9; written as text first, so that 0.02 is exactly 0.02. */
function roundNumberBelow(limit: number): number {
  for (let exponent = 9; exponent >= -6; exponent--) {
    for (const digit of [5, 2, 1]) {
      const candidate = Number(`${String(digit)}e${String(exponent)}`);
      if (candidate <= limit) return candidate;
    }
  }
  return 1e-6;
}
