import { describe, expect, it } from "vitest";
import { fitAxis } from "../engine/fit-axis.ts";
import type { AxisOptions } from "../engine/posterior.ts";
import { column, daily, slow, table, white } from "../../test/support/made-diary.ts";
import { createSimdWork } from "./simd-work.ts";

const N = 100;
const lever = white(N, 1);
const rough = slow(N, 0.4, 1, 2).map((x, t) => (t % 6 === 1 ? NaN : x));
const [drift, noise] = [slow(N, 0.6, 0.6, 3), white(N, 4)];
const skin = daily(N, (t) => (t % 11 === 3 ? NaN : 5 - 0.7 * (lever[t - 2] ?? 0) + drift[t]));
const sign = daily(N, (t) => Math.min(3, Math.max(0, Math.round(1 + 0.6 * (lever[t - 1] ?? 0) + noise[t]))));

// an exact outcome, a bounded one, an imprecise cause with gaps: every part of the engine that multiplies
const diary = table([
  column("lever", "lever", lever),
  column("rough", "lever", rough, { sds: new Float64Array(N).fill(0.7), delayDays: { min: 14, max: 84 } }),
  column("skin", "skin", skin),
  column("sign", "gut", sign, { min: 0, max: 3, step: 1 }),
]);

describe("the whole answer", () => {
  it.each([
    ["plainly", {}],
    [
      "with priors and skipped days as worse ones",
      { missingOutcomes: "worse-days", priors: [{ from: "lever", to: "sign", oddsFactor: 3 }] },
    ],
  ] as const)(
    "is the same to the last bit with products from WebAssembly and from plain arrays, asked %s",
    (_, extra) => {
      const linearWork = createSimdWork();
      if (linearWork === null) throw new Error("this Node has no WebAssembly SIMD");
      const options: AxisOptions = { seed: 3, sweeps: 10, chains: 2, ...extra };
      const plain = JSON.stringify(fitAxis(diary, options));
      expect(JSON.stringify(fitAxis(diary, { ...options, linearWork }))).toBe(plain);
      expect(plain).toContain("inclusionProbability");
    },
  );
});
