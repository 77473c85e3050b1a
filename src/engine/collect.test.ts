import { describe, expect, it } from "vitest";
import { collect, convergence, createCollected, inclusionOf } from "./collect.ts";
import type { SweepRecord } from "./chain-record.ts";
import { LAG_DAYS, LAGS } from "./kernels.ts";

function record(changes: Partial<SweepRecord>): SweepRecord {
  const kernels = new Float64Array(LAGS);
  kernels[2] = 0.5;
  kernels[20] = 0.5;
  return {
    logMarginal: -10,
    law: 3,
    slope: 1,
    inclusion: Float64Array.of(0.5),
    beta: Float64Array.of(0.4),
    kernels,
    active: Uint8Array.of(1),
    resolution: Float64Array.of(0.1),
    ...changes,
  };
}

describe("collected draws", () => {
  it("put coefficients and resolution on the natural scale and take the delay from the days of the lag columns", () => {
    const collected = createCollected(1, 1);
    collect(collected, 0, record({ slope: 0.5 }));
    collect(collected, 0, record({ slope: 2, inclusion: Float64Array.of(0.1) }));
    const [draws] = collected.chains;
    expect(draws.beta[0]).toEqual([0.2, 0.8]);
    expect(draws.resolution[0]).toBeCloseTo(0.1 * 2.5, 12);
    expect(draws.delay[0]).toEqual([(LAG_DAYS[2] + LAG_DAYS[20]) / 2, (LAG_DAYS[2] + LAG_DAYS[20]) / 2]);
    expect(collected.weight[0]).toBeCloseTo(0.6, 12);
    expect(collected.pulseSum[2]).toBeCloseTo(0.5 * 0.2 * 0.5 + 0.1 * 0.8 * 0.5, 12);
    expect(inclusionOf(collected, 0).mean).toBeCloseTo(0.3, 12);
  });

  it("keep what a record says even when the record is used again", () => {
    const collected = createCollected(1, 1);
    const active = Uint8Array.of(1);
    collect(collected, 0, record({ active }));
    active[0] = 0;
    expect([...collected.chains[0].active[0]]).toEqual([1]);
  });

  it("of chains that stand still in different places have a large but finite R-hat", () => {
    const collected = createCollected(1, 2);
    for (let s = 0; s < 10; s++) {
      collect(collected, 0, record({ law: 0 }));
      collect(collected, 1, record({ law: 40 }));
    }
    const met = convergence(collected, false);
    expect(met.rHat).toBe(1000);
    expect(Number.isFinite(met.ess)).toBe(true);
    expect(met.pipSpread).toBe(0);
  });

  it("show how far the chains disagree about an edge", () => {
    const collected = createCollected(1, 2);
    for (let s = 0; s < 10; s++) {
      collect(collected, 0, record({ inclusion: Float64Array.of(0.2 + 0.01 * s) }));
      collect(collected, 1, record({ inclusion: Float64Array.of(0.8 + 0.01 * s) }));
    }
    expect(convergence(collected, false).pipSpread).toBeCloseTo(0.6, 12);
    expect(convergence(collected, false).rHat).toBeGreaterThan(2);
  });
});
