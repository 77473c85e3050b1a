import { describe, expect, it } from "vitest";
import { readDigit, type Typed } from "./typed-digits.ts";

const score = Array.from({ length: 11 }, (_, i) => i);
const hours = Array.from({ length: 11 }, (_, i) => i + 2);
const fresh: Typed = { text: "", at: 0 };

function type(keys: readonly (readonly [string, number])[], steps: readonly number[]): number | null {
  let typed = fresh;
  let step: number | null = null;
  for (const [digit, at] of keys) ({ typed, step } = readDigit(typed, digit, at, steps));
  return step;
}

describe("digits on a row", () => {
  it("takes one digit as that step", () => {
    expect(type([["4", 5000]], score)).toBe(4);
    expect(type([["0", 5000]], score)).toBe(0);
  });

  it("takes one and zero typed together as ten", () => {
    expect(
      type(
        [
          ["1", 5000],
          ["0", 5300],
        ],
        score,
      ),
    ).toBe(10);
  });

  it("takes them apart when there was a pause", () => {
    expect(
      type(
        [
          ["1", 5000],
          ["0", 6500],
        ],
        score,
      ),
    ).toBe(0);
  });

  it("begins anew when the digits together are no step", () => {
    expect(
      type(
        [
          ["4", 5000],
          ["7", 5200],
        ],
        score,
      ),
    ).toBe(7);
  });

  it("waits for the second digit where the first alone is no step", () => {
    expect(type([["1", 5000]], hours)).toBeNull();
    expect(
      type(
        [
          ["1", 5000],
          ["1", 5200],
        ],
        hours,
      ),
    ).toBe(11);
  });
});
