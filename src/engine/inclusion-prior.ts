/**
 * How likely is an edge before the diary is read, given the edges that are in already?
 *
 * A beta distribution per kind of cause with its rate integrated out: the more candidates of a kind, the less likely each (multiplicity adjustment),
 * and the more of them are in, the likelier the next. Source: Scott & Berger 2010, Annals of Statistics 38:2587-2619.
 */
/** Candidates that a kind is taken to have at least, so that three of a kind are not each taken to be likely. */
const FEWEST = 10;

/**
 * Prior odds of candidate j (`kinds`: 0 lever, 1 other outcome, per candidate) given the candidates that are in: (1 + k) / (m - k) for k others of its kind
 * in and m candidates of its kind, at least 10: a uniform prior on the rate, integrated out (Scott & Berger 2010). Thirty other genera
 * thus do not make a food less likely.
 */
export function priorOdds(kinds: readonly number[], present: readonly number[], j: number): number {
  const kind = kinds[j];
  let size = 0;
  for (const other of kinds) if (other === kind) size += 1;
  let others = 0;
  for (const i of present) if (i !== j && kinds[i] === kind) others += 1;
  return (1 + others) / (Math.max(FEWEST, size) - others);
}
