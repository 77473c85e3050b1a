/**
 * Into which severity band does a total fall, by whose cut-offs?
 *
 * The band belongs to the number that is shown (rounded), and its name never travels without the name of the cut-offs.
 */
import type { BandTable } from "./instrument.ts";

/** A band with the name of its cut-offs. */
export interface ScoreBand {
  readonly name: string;
  readonly cutoffs: string;
  readonly verified: boolean;
}

/** The first band that reaches the total; null when the table ends below it. */
export function bandOf(table: BandTable, total: number): ScoreBand | null {
  const band = table.bands.find(({ upTo, inclusive }) => total < upTo || (inclusive && total === upTo));
  return band === undefined ? null : { name: band.name, cutoffs: table.cutoffs, verified: table.verified };
}
