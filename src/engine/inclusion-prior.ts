/**
 * How likely is an edge before the diary is read, given the edges that are in already?
 *
 * A beta distribution per kind of cause with its rate integrated out: the more candidates of a kind, the less likely each (multiplicity adjustment),
 * and the more of them are in, the likelier the next. Source: Scott & Berger 2010, Annals of Statistics 38:2587-2619.
 */
/** Levers that a diary is expected to hold for one outcome before it is read. */
const EXPECTED_LEVERS = 2;

/**
 * Prior odds of candidate j (`kinds`: 0 lever, 1 other outcome, per candidate) given the candidates that are in: Beta(a, b), a = 2 for levers and 1 for other outcomes, b = the number of its kind, at least 10, integrated out
 * (multiplicity adjustment of Scott & Berger 2010, Annals of Statistics 38:2587-2619). Thirty other genera thus do not make a food less likely.
 */
export function priorOdds(kinds: readonly number[], present: readonly number[], j: number): number {
  const kind = kinds[j];
  let size = 0;
  for (const other of kinds) if (other === kind) size += 1;
  let others = 0;
  for (const i of present) if (i !== j && kinds[i] === kind) others += 1;
  return ((kind === 0 ? EXPECTED_LEVERS : 1) + others) / (Math.max(10, size) + size - 1 - others);
}
