/**
 * How likely is an edge before the diary is read, given the edges that are in already?
 *
 * A beta distribution per kind of cause with its rate integrated out: the more candidates of a kind, the less likely each (multiplicity adjustment),
 * and the more of them are in, the likelier the next. Source: Scott & Berger 2010, Annals of Statistics 38:2587-2619.
 */
/** Levers, and other outcomes, that are expected to move one outcome before the diary is read. */
const EXPECTED = [2, 1] as const;
/** Candidates of a kind are taken to be at least so many, so that three of a kind are not each taken to be likely. */
const FEWEST = 10;
/** Weight of the prior rate, in candidates: with a light one, weak diaries flip between "nearly nothing" and "nearly everything is in". */
const WEIGHT = 40;

/**
 * Prior odds of candidate j (`kinds`: 0 lever, 1 other outcome, per candidate) given the candidates that are in: (a + k) / (b + m - 1 - k) for k others of its
 * kind in and m of its kind, a / (a + b) = expected / (m + expected), a + b = 40: a beta distribution of the rate, integrated out.
 * Thirty other genera thus do not make a food less likely.
 */
export function priorOdds(kinds: readonly number[], present: readonly number[], j: number): number {
  const kind = kinds[j];
  let size = 0;
  for (const other of kinds) if (other === kind) size += 1;
  let others = 0;
  for (const i of present) if (i !== j && kinds[i] === kind) others += 1;
  const expected = EXPECTED[kind === 0 ? 0 : 1];
  const a = (WEIGHT * expected) / (Math.max(FEWEST, size) + expected);
  return (a + others) / Math.max(1, WEIGHT - a + size - 1 - others);
}
