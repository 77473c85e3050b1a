import { describe, expect, it } from "vitest";
import { numberText, signedText } from "./number-text.ts";

describe("number texts on charts", () => {
  it("keeps two significant digits and a true minus sign", () => {
    expect(numberText(-0.6341)).toBe("−0.63");
    expect(numberText(1.5)).toBe("1.5");
    expect(numberText(12.34)).toBe("12");
  });

  it("drops trailing zeros and never writes minus zero", () => {
    expect(numberText(0.5)).toBe("0.5");
    expect(numberText(2)).toBe("2");
    expect(numberText(-0)).toBe("0");
  });

  it("keeps whole numbers of a hundred and more whole", () => {
    expect(numberText(365)).toBe("365");
    expect(numberText(1234.6)).toBe("1235");
  });

  it("says that a value is not there instead of writing NaN", () => {
    expect(numberText(Number.NaN)).toBe("–");
  });

  it("puts a plus before a rise only", () => {
    expect(signedText(0.63)).toBe("+0.63");
    expect(signedText(-2)).toBe("−2");
    expect(signedText(0)).toBe("0");
  });
});
