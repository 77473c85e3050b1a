/**
 * What are the seven forms of stool, in our own words?
 *
 * Apart from the instrument (gut.ts), because the check-in shows them before the first paint and needs nothing else of it.
 */

/** Own descriptions of the seven forms, from 1 (hardest) to 7 (liquid). */
export const stoolForms: readonly string[] = [
  "small hard balls that come one by one",
  "one piece, hard and knobbly",
  "one piece with cracks on the outside",
  "one piece, soft and even",
  "several soft pieces with a clear outline",
  "mushy bits without an outline",
  "liquid, nothing solid",
];
