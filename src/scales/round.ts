/**
 * How is a score rounded, once and the same everywhere?
 *
 * To one decimal, half up, after the last step of the arithmetic. Binary sums such as 0.1 + 0.2 are first cut to twelve significant
 * digits, so that a tie in the published decimal arithmetic is a tie here too.
 */

/** The number with one decimal; a tie goes up. */
export function roundToTenth(value: number): number {
  return Math.floor(Number((value * 10).toPrecision(12)) + 0.5) / 10;
}
