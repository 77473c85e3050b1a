/**
 * Is it a two-way street for this person?
 *
 * gut -> skin: the largest, over skin outcomes, of P(at least one gut edge in its equation), from joint draws, so that two gut scores that carry the
 * same news count once. skin -> gut likewise. Through stress or sleep: the largest product P(skin -> mediator) * P(mediator -> gut).
 * The largest and not the union over equations: with many equations a union of small probabilities would claim a street on noise.
 * null = the diary holds no such pair of outcomes.
 */
import type { TwoWay } from "./posterior.ts";

/** Of one outcome: P(at least one edge from a column of this role), per role present among its candidates. */
export interface PathDraws {
  readonly role: string;
  readonly name: string;
  readonly anyFrom: Readonly<Record<string, number>>;
}

export function twoWayOf(paths: readonly PathDraws[]): TwoWay {
  const strongest = (from: string, to: string): number | null => {
    let best: number | null = null;
    for (const path of paths) {
      if (path.role !== to || !(from in path.anyFrom)) continue;
      best = Math.max(best ?? 0, path.anyFrom[from]);
    }
    return best;
  };
  let via: number | null = null;
  for (const mediator of ["stress", "sleep"]) {
    const out = strongest("skin", mediator);
    const back = strongest(mediator, "gut");
    if (out !== null && back !== null) via = Math.max(via ?? 0, out * back);
  }
  return {
    gutToSkin: { probability: strongest("gut", "skin") },
    skinToGut: { probability: strongest("skin", "gut"), viaStressOrSleep: via },
  };
}
