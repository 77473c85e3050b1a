/**
 * How is an item of a line changed: other grams, one more reason?
 *
 * The steps that rules about neighbours share (fold-inside.ts, adjust-neighbours.ts). Nothing is changed in place.
 */
import { withMedian } from "./estimate-grams.ts";
import type { Food } from "./food.ts";
import type { PartItem } from "./read-part.ts";
import type { ReadingReason } from "./reading-reasons.ts";

/** The most probable food; null = not understood. */
export function topOf(part: PartItem): Food | null {
  return part.item.candidates[0]?.food ?? null;
}

/** The item with a further reason. */
export function withReason(part: PartItem, reason: ReadingReason): PartItem {
  return { ...part, item: { ...part.item, reasons: [...part.item.reasons, reason] } };
}

/** The item with another median of grams (g), and why. */
export function withGrams(part: PartItem, median: number, reason: ReadingReason): PartItem {
  return withReason({ ...part, item: { ...part.item, grams: withMedian(part.item.grams, median) } }, reason);
}
