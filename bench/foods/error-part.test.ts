import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { drawNormal } from "../../src/numeric/normal.ts";
import { errorRow } from "./error-part.ts";

const random = createRandom(3, 3);
const z = (): number => drawNormal(random);

/** Three people of 400 days each around levels of their own; `classical`: the estimate is truth + error, else truth = estimate + deviation. */
function pairsOf(classical: boolean) {
  return ["a", "b", "c"].flatMap((person, level) =>
    Array.from({ length: 400 }, (_, day) => {
      const base = 40 + 30 * level + 10 * z();
      const other = base + 5 * z();
      const [guess, truth] = classical ? [other, base] : [base, other];
      return { person, day: `${person} ${String(day)}`, guess, truth, sd: 5 };
    }),
  );
}

describe("the kind of error", () => {
  it("has slope 1 and no classical share when usual amounts are assigned", () => {
    const row = errorRow("x", "day", pairsOf(false));
    expect(row.slope).toBeGreaterThan(0.95);
    expect(row.slope).toBeLessThan(1.05);
    expect(row.classicalShare).toBeLessThan(0.2);
  });

  it("has the reliability as slope and all of the stated variance when the estimate is truth and error", () => {
    const row = errorRow("x", "day", pairsOf(true));
    expect(row.slope).toBeCloseTo(100 / 125, 1);
    expect(row.classicalShare).toBeGreaterThan(0.75);
    expect(row.classicalShare).toBeLessThan(1.3);
    expect(row.se).toBeLessThan(0.05);
  });
});
