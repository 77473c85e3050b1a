import { describe, expect, it } from "vitest";
import { decideNumberStyle, plainStyle, readNumber, type NumberStyle } from "./numbers.ts";

const comma: NumberStyle = { decimal: ",", thousands: "." };
const point: NumberStyle = { decimal: ".", thousands: "," };
const valueOf = (cell: string, style: NumberStyle = plainStyle) => {
  const reading = readNumber(cell, style);
  return reading.type === "Number" ? reading.value : reading.type;
};

describe("numbers", () => {
  it.each([
    ["", "Missing"],
    [" ", "Missing"],
    ["NA", "Missing"],
    ["n/a", "Missing"],
    ["NaN", "Missing"],
    ["-", "Missing"],
    ["--", "Missing"],
    ["null", "Missing"],
    ["0", 0],
    [" 12.50 ", 12.5],
    ["+3", 3],
    ["-.5", -0.5],
    ["1e3", 1000],
    ["1.5E-05", 0.000015],
    ["1e308", "OutOfRange"],
    ["1e400", "OutOfRange"],
    ["Infinity", "OutOfRange"],
    ["-inf", "OutOfRange"],
    ["5e-324", "OutOfRange"],
    ["12.5 g", "NotANumber"],
    ["<1", "NotANumber"],
    ["=1+1", "NotANumber"],
    ["1,5", "NotANumber"],
    ["0x10", "NotANumber"],
    ["1 2", "NotANumber"],
    ["yes", "NotANumber"],
    ["..", "NotANumber"],
    ["1e", "NotANumber"],
  ])("reads %j as %j", (cell, expected) => {
    expect(valueOf(cell)).toBe(expected);
  });

  it("reads -0 as plain 0", () => {
    expect(Object.is(valueOf("-0"), 0)).toBe(true);
    expect(Object.is(valueOf("-0.000"), 0)).toBe(true);
  });

  it("reads decimal commas and thousands in the style of the column", () => {
    expect([valueOf("1,5", comma), valueOf("1.234,5", comma), valueOf("1.234", comma)]).toEqual([1.5, 1234.5, 1234]);
    expect([valueOf("1,234.5", point), valueOf("1,234", point), valueOf("1,5", point)]).toEqual([
      1234.5,
      1234,
      "NotANumber",
    ]);
    expect([valueOf("12 345,5", comma), valueOf("12\u00a0345", plainStyle), valueOf("1'000", plainStyle)]).toEqual([
      12345.5, 12345, 1000,
    ]);
  });

  it("decides the decimal mark only by proof", () => {
    const styleOf = (cells: string[], otherComma = false) => {
      const decision = decideNumberStyle(cells, otherComma);
      return decision.type === "Style" ? decision.style.decimal : `${decision.type} ${decision.index}`;
    };
    expect(styleOf(["1", "", "2"])).toBe(".");
    expect(styleOf(["1,5", "1.234"])).toBe(",");
    expect(styleOf(["0,123"])).toBe(",");
    expect(styleOf(["1.5", "1,234"])).toBe(".");
    expect(styleOf(["1,234,567"])).toBe(".");
    expect(styleOf(["1.234.567"])).toBe(",");
    expect(styleOf(["2", "1,234"])).toBe("Ambiguous 1");
    expect(styleOf(["1.234"])).toBe(".");
    expect(styleOf(["1.234"], true)).toBe("Ambiguous 0");
    expect(styleOf(["1,5", "1.5"])).toBe("Mixed 1");
    expect(styleOf(["1.5", "7", "1,5"])).toBe("Mixed 2");
  });
});
