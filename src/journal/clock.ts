/**
 * Which of two concurrent values is shown first, when nothing but time can tell?
 *
 * A hybrid logical clock (Kulkarni, Demirbas et al. 2014, "Logical Physical Clocks"): milliseconds and a counter. It is a
 * tie-break only: order comes from `prev`, and no op is ever refused for its time (storage.md 4.4). Two numbers,
 * because packed into one they leave the safe integers. Never shown to a person as a time.
 */

/** [milliseconds 0 .. 2^48-1, counter 0 .. 65535]. */
export type Hlc = readonly [number, number];

export const zeroHlc: Hlc = [0, 0];

const MAX_MS = 2 ** 48 - 1;
const MAX_COUNTER = 65535;

/** How far ahead a foreign clock may be and still pull ours along. */
const ADOPT_WITHIN_MS = 5 * 60 * 1000;

/** The time of the next own op: now if that is later, else one counter step on. Always greater than `clock`. */
export function tickClock(clock: Hlc, nowMs: number): Hlc {
  const now = clampMs(nowMs);
  return now > clock[0] ? [now, 0] : stepOn(clock);
}

/**
 * Our clock after seeing a foreign op: moved just past it when it is ahead of ours and at most 5 minutes ahead of
 * now. A clock that is years wrong is left alone, so that one wrong device cannot drag the others along.
 */
export function adoptClock(clock: Hlc, seen: Hlc, nowMs: number): Hlc {
  const isAhead = compareHlc(seen, clock) > 0;
  return isAhead && seen[0] <= clampMs(nowMs) + ADOPT_WITHIN_MS ? stepOn(seen) : clock;
}

/** Negative when `a` is earlier, 0 when equal, positive when later. */
export function compareHlc(a: Hlc, b: Hlc): number {
  return a[0] === b[0] ? a[1] - b[1] : a[0] - b[0];
}

function stepOn([ms, counter]: Hlc): Hlc {
  if (counter < MAX_COUNTER) return [ms, counter + 1];
  // at the very end of time the clock stands still: the order falls back to (dev, seq), nothing is refused
  return ms < MAX_MS ? [ms + 1, 0] : [ms, counter];
}

/** Wrong system clocks (before 1970, far future, NaN) must not make an op that other replicas cannot read. */
function clampMs(nowMs: number): number {
  if (!(nowMs > 0)) return 0;
  return Math.min(Math.floor(nowMs), MAX_MS);
}
