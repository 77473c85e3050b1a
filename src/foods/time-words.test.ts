import { describe, expect, it } from "vitest";
import { tokensOf } from "./meal-tokens.ts";
import { clockTimeIn, takeTimes } from "./time-words.ts";

function timed(text: string): readonly [string, number | null, number | null] {
  const { tokens, timeMinutes, dayShift } = takeTimes(tokensOf(text));
  return [tokens.map((token) => token.text).join(" "), timeMinutes, dayShift];
}

describe("takeTimes", () => {
  it.each<readonly [string, string, number | null, number | null]>([
    ["8:30 porridge", "porridge", 510, null],
    ["breakfast at 9: porridge", ": porridge", 540, null],
    ["porridge at 8", "porridge", 480, null],
    ["8 am tea", "tea", 480, null],
    ["8.30pm toast", "toast", 1230, null],
    ["12 am toast", "toast", 0, null],
    ["12pm soup", "soup", 720, null],
    ["23:15 kefir", "kefir", 1395, null],
    ["this morning tea", "tea", 480, 0],
    ["yesterday lunch soup", "soup", 780, -1],
    ["yesterday's lunch: soup", ": soup", 780, -1],
    ["last night pizza", "pizza", 1200, -1],
    ["eggs for breakfast", "eggs", 480, null],
    ["Breakfast: eggs", "eggs", 480, null],
    ["lunch - soup", "soup", 780, null],
    ["soup at noon", "soup", 720, null],
    ["tonight pizza", "pizza", 1200, 0],
    ["today eggs", "eggs", null, 0],
  ])("%s", (text, rest, minutes, shift) => {
    expect(timed(text)).toEqual([rest, minutes, shift]);
  });

  it.each(["breakfast burrito", "2 dinner rolls", "full english breakfast tea", "8 eggs", "25:70 ratio", "lunch meat"])(
    "%s says no time",
    (text) => {
      expect(timed(text)).toEqual([
        tokensOf(text)
          .map((token) => token.text)
          .join(" "),
        null,
        null,
      ]);
    },
  );

  it("takes the first of two times", () => {
    expect(timed("8 am eggs, 1 pm soup")[1]).toBe(480);
  });
});

describe("clockTimeIn", () => {
  it.each([
    ["breakfast at 9: porridge", 540],
    ["kefir 8 am", 480],
    ["lunch 13:30, soup", 810],
    ["this morning: porridge", null],
    ["for dinner 2 eggs", null],
    ["4 eggs at home", null],
    ["2.30 pm tea", 870],
    ["", null],
  ])("finds in %j the time %s", (text, minutes) => {
    expect(clockTimeIn(text)).toBe(minutes);
  });
});
