/**
 * Have the chains met, and how many independent draws are they worth?
 *
 * Split R-hat and effective sample size after Vehtari, Gelman, Simpson, Carpenter & Buerkner 2021 (Bayesian Analysis 16:667-718),
 * without rank normalisation (our series are log posteriors and bounded states). ESS uses Geyer's initial monotone
 * positive sequence (Geyer 1992, Statistical Science 7:473-483).
 */

/** chains x draws, all of one length (>= 4). A series that never moves in any chain gives R-hat 1 and the full count as ESS. */
export function convergenceOf(chains: readonly Float64Array[]): { readonly rHat: number; readonly ess: number } {
  const half = Math.floor((chains[0]?.length ?? 0) / 2);
  const parts: Float64Array[] = [];
  for (const chain of chains) {
    parts.push(chain.subarray(0, half), chain.subarray(chain.length - half));
  }
  const m = parts.length;
  const n = half;
  const total = m * n;
  if (n < 2) return { rHat: NaN, ess: NaN };
  const means = parts.map(meanOf);
  const variances = parts.map((part, i) => varianceAround(part, means[i] ?? 0));
  const grand = means.reduce((sum, value) => sum + value, 0) / m;
  let between = 0;
  for (const value of means) between += (value - grand) * (value - grand);
  between = (between * n) / (m - 1);
  const within = variances.reduce((sum, value) => sum + value, 0) / m;
  if (within <= 1e-300) return between <= 1e-300 ? { rHat: 1, ess: total } : { rHat: Infinity, ess: 1 };
  const pooled = ((n - 1) / n) * within + between / n;
  const rHat = Math.sqrt(pooled / within);

  // autocorrelation by lag, averaged over the split chains
  const rho = (lag: number): number => {
    let sum = 0;
    parts.forEach((part, i) => {
      const mean = means[i] ?? 0;
      let cov = 0;
      for (let t = 0; t + lag < n; t++) cov += ((part[t] ?? 0) - mean) * ((part[t + lag] ?? 0) - mean);
      sum += cov / n;
    });
    return 1 - (within - sum / m) / pooled;
  };
  let tau = -1;
  let previous = Infinity;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = (lag === 0 ? 1 : rho(lag)) + rho(lag + 1);
    if (pair <= 0) break;
    previous = Math.min(previous, pair);
    tau += 2 * previous;
  }
  const ess = total / Math.max(tau, 0.25);
  return { rHat, ess: Math.min(ess, total) };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function varianceAround(values: Float64Array, mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum / (values.length - 1);
}
