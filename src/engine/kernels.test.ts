import { describe, expect, it } from "vitest";
import {
  columnOfLag,
  createKernelBank,
  createKernelPool,
  DAILY_LAGS,
  dailyWeights,
  delayOf,
  KERNELS,
  LAG_DAYS,
  LAGS,
  OFFSETS,
  REACH_DAYS,
  reachOf,
} from "./kernels.ts";

const SLOW = 16;
const SLOW_FROM = KERNELS - SLOW;

function rows(bank: ReturnType<typeof createKernelBank>): Float64Array[] {
  return Array.from({ length: KERNELS }, (_, m) => bank.weights.subarray(m * LAGS, (m + 1) * LAGS));
}

describe("lag columns", () => {
  it("are fifteen single days and ten whole weeks, to day 84", () => {
    expect(LAGS).toBe(25);
    expect(REACH_DAYS).toBe(85);
    expect([...LAG_DAYS]).toEqual([
      ...Array.from({ length: 15 }, (_, day) => day),
      18,
      25,
      32,
      39,
      46,
      53,
      60,
      67,
      74,
      81,
    ]);
  });

  it("hold every day once: a week's column holds its seven days, whose mean is its day", () => {
    const held = Array.from({ length: LAGS }, (): number[] => []);
    for (let lag = 0; lag < REACH_DAYS; lag++) held[columnOfLag(lag)].push(lag);
    held.forEach((days, c) => {
      expect(days).toHaveLength(c < DAILY_LAGS ? 1 : 7);
      expect(days.reduce((sum, day) => sum + day, 0) / days.length).toBe(LAG_DAYS[c]);
    });
  });
});

describe("delay kernels", () => {
  it.each([0, 1])("are non-negative, sum to 1 and keep to lags from %s on", (firstLag) => {
    const pool = createKernelPool(firstLag);
    expect(pool).toHaveLength(OFFSETS);
    for (const bank of pool) {
      for (const [m, row] of rows(bank).entries()) {
        const sum = row.reduce((total, w) => total + w, 0);
        // a kernel that lies before the first lag is all zero and has prior 0
        if (sum !== 0) expect(Math.abs(sum - 1)).toBeLessThan(3e-3);
        expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
        for (let lag = 0; lag < firstLag; lag++) expect(row[lag]).toBe(0);
        row.forEach((w, lag) => {
          if (w > 0) expect(lag >= bank.from[m] && lag < bank.to[m]).toBe(true);
        });
        expect(bank.from[m]).toBeLessThanOrEqual(bank.to[m]);
      }
    }
  });

  it("of levers are never empty, and of other outcomes only where the delay is below a day", () => {
    for (const bank of createKernelPool(0))
      for (const row of rows(bank)) expect(delayOf(row)).toBeGreaterThanOrEqual(0);
    for (const bank of createKernelPool(1)) {
      rows(bank).forEach((row, m) => {
        if (m >= 3) expect(row.some((w) => w > 0)).toBe(true);
      });
    }
  });

  it("cover fast delays in steps finer than a tenth of a day and slow ones in steps finer than a seventh", () => {
    const pool = createKernelPool(0);
    const fast = pool.flatMap((bank) => rows(bank).slice(0, 36).map(delayOf));
    const sorted = fast.filter((d) => d > 1 && d < 8).sort((a, b) => a - b);
    expect(Math.max(...sorted.slice(1).map((d, i) => d - sorted[i]))).toBeLessThan(0.1);
    const slow = pool.flatMap((bank) => rows(bank).slice(SLOW_FROM).map(delayOf)).filter((d) => d > 8 && d < 60);
    slow.sort((a, b) => a - b);
    expect(Math.max(...slow.slice(1).map((d, i) => d / slow[i]))).toBeLessThan(1 + 1 / 7);
  });

  it("of the slow family have the means of their gamma densities, as far as the 84 days reach", () => {
    const bank = rows(createKernelBank(0, 0, 0)).slice(SLOW_FROM);
    // shape 16 keeps nearly all of its weight within the reach up to a mean of 52 days
    const late = [3, 7, 11, 15].map((m) => delayOf(bank[m]));
    [8.5, 17, 34, 52].forEach((mean, i) => {
      expect(Math.abs(late[i] - (mean - 0.5)) / mean).toBeLessThan(0.03);
    });
    // a shape of 1 is cut by the reach: its mean falls short, more so the longer it is
    expect(delayOf(bank[12])).toBeLessThan(40);
    expect(delayOf(bank[0])).toBeGreaterThan(7);
  });

  it("move their slow means by a factor of two from one end of the offsets to the other", () => {
    const [early, late] = [-0.5, 0.5].map((u) => delayOf(rows(createKernelBank(u, 0, 0))[SLOW_FROM + 3]) + 0.5);
    expect(late / early).toBeCloseTo(2, 1);
  });

  it("include one day alone and bumps of more than two days", () => {
    const spread = (row: Float64Array): number => {
      const mean = delayOf(row);
      return Math.sqrt(row.reduce((sum, w, c) => sum + w * (LAG_DAYS[c] - mean) ** 2, 0));
    };
    const all = createKernelPool(0).flatMap((bank) => rows(bank).slice(0, 36).map(spread));
    expect(Math.min(...all)).toBeLessThan(0.1);
    expect(Math.max(...all)).toBeGreaterThan(2);
  });
});

describe("daily weights", () => {
  it("spread a week's weight evenly, keep the sum and the mean delay, and end where the reach says", () => {
    for (const row of rows(createKernelBank(0.2, -0.3, 0))) {
      const weights = dailyWeights(row);
      expect(weights).toHaveLength(REACH_DAYS);
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(
        row.reduce((sum, w) => sum + w, 0),
        12,
      );
      expect(weights.reduce((sum, w, day) => sum + w * day, 0)).toBeCloseTo(delayOf(row), 10);
      const reach = reachOf(row);
      expect(weights[reach - 1]).toBeGreaterThan(0);
      expect(weights.subarray(reach).every((w) => w === 0)).toBe(true);
    }
  });
});
