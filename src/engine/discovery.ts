/**
 * Which edges may be reported together? The Bayesian false-discovery rule over ALL edges of ALL outcomes.
 *
 * The largest set, taken by falling inclusion probability, whose mean (1 - PIP) stays at or below `fdr` (Newton, Noueiry, Sarkar &
 * Ahlquist 2004, Biostatistics 5:155-176). Ties are broken by order, so the answer is the same everywhere.
 */
import type { EdgePosterior } from "./posterior.ts";

/** Copies the edges with `reported` set; order is kept. */
export function markReported(edges: readonly EdgePosterior[], fdr: number): EdgePosterior[] {
  const order = edges
    .map((_, i) => i)
    .sort((a, b) => edges[b].inclusionProbability - edges[a].inclusionProbability || a - b);
  const reported = new Set<number>();
  let errors = 0;
  for (const [rank, i] of order.entries()) {
    errors += 1 - edges[i].inclusionProbability;
    if (errors / (rank + 1) > fdr) break;
    reported.add(i);
  }
  return edges.map((edge, i) => ({ ...edge, reported: reported.has(i) }));
}
