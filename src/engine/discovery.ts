/**
 * Which findings may be reported together? The Bayesian false-discovery rule over ALL edges of ALL outcomes, then over groups.
 *
 * The largest set, taken by falling inclusion probability, whose mean (1 - PIP) stays at or below `fdr` (Newton, Noueiry, Sarkar &
 * Ahlquist 2004, Biostatistics 5:155-176). Ties are broken by order, so the answer is the same everywhere. Then groups of causes that cannot be told apart
 * ("at least one of these") join the set as long as its mean doubt stays within the rate: they fill what the edges left, they take nothing from them.
 */
import type { EdgePosterior, InseparableGroup } from "./posterior.ts";

/** Copies the edges with `reported` set; order is kept. */
export function markReported(edges: readonly EdgePosterior[], fdr: number): EdgePosterior[] {
  const chosen = largestSet(
    edges.map((edge) => 1 - edge.inclusionProbability),
    fdr,
    { doubt: 0, count: 0 },
  );
  return edges.map((edge, i) => ({ ...edge, reported: chosen.has(i) }));
}

/**
 * Copies edges and groups with `reported` set; orders are kept.
 *
 * Edges are decided as by `markReported`, whatever the groups are. A group is reported when none of its members is, and when its doubt
 * 1 - P(any) fits into the same set: mean doubt of all reported edges and groups <= `fdr`, surest groups first.
 */
export function decideDiscoveries(
  edges: readonly EdgePosterior[],
  groups: readonly InseparableGroup[],
  fdr: number,
): { readonly edges: EdgePosterior[]; readonly groups: InseparableGroup[] } {
  const marked = markReported(edges, fdr);
  const reported = marked.filter((edge) => edge.reported);
  const open = groups.map((_, g) => g).filter((g) => !reported.some((edge) => isMember(edge, groups[g])));
  const doubt = reported.reduce((sum, edge) => sum + 1 - edge.inclusionProbability, 0);
  const chosen = largestSet(
    open.map((g) => 1 - groups[g].probabilityAny),
    fdr,
    { doubt, count: reported.length },
  );
  const accepted = new Set(open.filter((_, i) => chosen.has(i)));
  return { edges: marked, groups: groups.map((group, g) => ({ ...group, reported: accepted.has(g) })) };
}

function isMember(edge: EdgePosterior, group: InseparableGroup): boolean {
  return edge.to === group.to && group.from.includes(edge.from);
}

/** Indices of the doubts (0-1) that may join a set which already holds `count` findings with this sum of doubts. */
function largestSet(
  doubts: readonly number[],
  fdr: number,
  already: { readonly doubt: number; readonly count: number },
): ReadonlySet<number> {
  const order = doubts.map((_, i) => i).sort((a, b) => doubts[a] - doubts[b] || a - b);
  const chosen = new Set<number>();
  let sum = already.doubt;
  for (const [rank, i] of order.entries()) {
    sum += doubts[i];
    if (sum / (already.count + rank + 1) > fdr) break;
    chosen.add(i);
  }
  return chosen;
}
