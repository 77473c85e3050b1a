/**
 * Which delays are likely before the diary is read?
 *
 * Nothing known: mostly bumps, the shorter the likelier (1 / (1 + tau / 4)), some windows, some slow kernels. A usual range (the catalogue's) or an
 * onset, half and full effect (a prior from studies) puts most of the weight on kernels inside, but never all: a tenth stays as if nothing
 * were known, so that no delay is cut off.
 */
import { exp, log } from "../numeric/elementary.ts";
import { BUMPS, CELLS, CENTRES, createKernelBank, delayOf, FAST_KERNELS, KERNELS, LAGS, WIDTHS } from "./kernels.ts";

const WINDOW_SHARE = 0.08;
const SLOW_SHARE = 0.08;
/** Days by which the prior of a fast delay has fallen to a half: triggers, stress and sleep are reported to act within hours to two days. */
const HALF_AS_LIKELY = 4;
/** Weight that stays with the prior of an unknown delay when one is known. */
const OPEN_MIND = 0.1;

/** What is known of a delay, days. */
export type KnownDelay =
  | { readonly type: "range"; readonly min: number; readonly max: number }
  | { readonly type: "half-effect"; readonly half: number };

/** KERNELS prior probabilities given that the edge is real; sums to 1. */
export function kernelPriors(firstLag: number, known: KnownDelay | null): Float64Array {
  const bank = createKernelBank(0, 0, firstLag);
  const open = openPriors(firstLag);
  if (known === null) return open;
  const inside = open.map((prior, m) => {
    if (!(prior > 0)) return 0;
    const delay = delayOf(bank.weights.subarray(m * LAGS, (m + 1) * LAGS));
    // inside, delays are alike on a log scale: each kernel stands for its cell of it, shared among the widths or shapes there
    const cell =
      m < BUMPS
        ? CELLS[Math.floor(m / WIDTHS.length)] / (1 + delay) / WIDTHS.length
        : m < FAST_KERNELS
          ? 0.05
          : 0.6931471805599453 / 4;
    return cell * closeness(delay, known);
  });
  const total = inside.reduce((sum, w) => sum + w, 0);
  if (!(total > 0)) return open;
  return open.map((prior, m) => OPEN_MIND * prior + ((1 - OPEN_MIND) * inside[m]) / total);
}

/** SD of the fall-off outside, on the scale of log(1 + delay): a factor of 1.08. */
const FALL_OFF = 0.08;

/** 1 inside the range widened by a factor of two, falling off like a normal in log delay outside. */
function closeness(delay: number, known: KnownDelay): number {
  const at = log(1 + delay);
  const [low, high] =
    known.type === "range"
      ? [log(1 + known.min / 2), log(1 + Math.max(1, known.max * 2))]
      : [log(1 + known.half / 1.5), log(1 + known.half * 1.5)];
  const away = (at < low ? low - at : at > high ? at - high : 0) / FALL_OFF;
  return exp(-0.5 * away * away);
}

function openPriors(firstLag: number): Float64Array {
  const priors = new Float64Array(KERNELS);
  const share = (from: number, to: number, whole: number, weigh: (m: number) => number): void => {
    let sum = 0;
    for (let m = from; m < to; m++) {
      priors[m] = weigh(m);
      sum += priors[m];
    }
    for (let m = from; m < to; m++) priors[m] *= whole / sum;
  };
  share(0, BUMPS, 1 - WINDOW_SHARE - SLOW_SHARE, (m) => {
    const c = Math.floor(m / WIDTHS.length);
    return CENTRES[c] < firstLag ? 0 : CELLS[c] / (1 + CENTRES[c] / HALF_AS_LIKELY);
  });
  share(BUMPS, FAST_KERNELS, WINDOW_SHARE, () => 1);
  share(FAST_KERNELS, KERNELS, SLOW_SHARE, () => 1);
  return priors;
}
