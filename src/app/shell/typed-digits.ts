/**
 * Which step does a person mean who types digits on a row?
 *
 * Digits typed within a second belong together ("1", "0" is ten). A digit that does not continue a possible
 * step begins anew.
 */

export interface Typed {
  readonly text: string;
  /** Milliseconds, any origin. */
  readonly at: number;
}

const TOGETHER_MS = 1000;

/** The digits that count now, and the step they name (null: none). */
export function readDigit(
  before: Typed,
  digit: string,
  at: number,
  steps: readonly number[],
): { readonly typed: Typed; readonly step: number | null } {
  const joined = at - before.at <= TOGETHER_MS ? before.text + digit : digit;
  const joinedStep = steps.find((step) => String(step) === joined);
  if (joinedStep !== undefined) return { typed: { text: joined, at }, step: joinedStep };
  const alone = steps.find((step) => String(step) === digit);
  // "1" may begin "10" even where 1 itself is no step (hours of sleep)
  return { typed: { text: digit, at }, step: alone ?? null };
}
