/**
 * Quantiles, means and tail shares of a weighted sample (posterior draws that carry a probability each).
 */

/** Values with non-negative weights, sorted by value; built once, asked often. */
export interface WeightedSample {
  /** n values, ascending. */
  readonly values: Float64Array;
  /** n running sums of weights, the last is the total. */
  readonly cumulative: Float64Array;
}

/** Sorts values with their weights. Drops nothing; NaN values are not allowed. O(n log n). */
export function weightedSample(values: Float64Array, weights: Float64Array): WeightedSample {
  const n = values.length;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const sorted = new Float64Array(n);
  const cumulative = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const from = order[i] ?? 0;
    sorted[i] = values[from] ?? NaN;
    total += weights[from] ?? 0;
    cumulative[i] = total;
  }
  return { values: sorted, cumulative };
}

/** Smallest value whose running weight reaches share p (0-1) of the total; NaN for an empty or weightless sample. */
export function quantileOf(sample: WeightedSample, p: number): number {
  const n = sample.values.length;
  const total = n > 0 ? (sample.cumulative[n - 1] ?? 0) : 0;
  if (!(total > 0)) return NaN;
  const target = p * total;
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sample.cumulative[middle] ?? 0) >= target) high = middle;
    else low = middle + 1;
  }
  return sample.values[low] ?? NaN;
}

/** Share of weight on values < limit, 0-1. */
export function shareBelow(sample: WeightedSample, limit: number): number {
  const n = sample.values.length;
  const total = n > 0 ? (sample.cumulative[n - 1] ?? 0) : 0;
  if (!(total > 0)) return NaN;
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sample.values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (sample.cumulative[low - 1] ?? 0) / total;
}

/**
 * Quantile of the mixture "0 with probability 1 - inside, else the sample": the model-averaged quantile.
 * `inside` is 0-1; p is 0-1.
 */
export function quantileWithZeroAtom(sample: WeightedSample, inside: number, p: number): number {
  if (!(inside > 0)) return 0;
  const below = inside * shareBelow(sample, 0);
  if (p < below) return quantileOf(sample, p / inside);
  if (p <= below + (1 - inside)) return 0;
  return quantileOf(sample, (p - (1 - inside)) / inside);
}
