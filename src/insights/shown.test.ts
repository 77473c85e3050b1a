import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoted, shown } from "./shown.ts";

describe("text from outside inside a sentence", () => {
  it("loses terminal escapes, line breaks and direction marks", () => {
    expect(shown("a\u001b[31mred\nnext\u202etxt")).toBe("a [31mred next txt");
  });

  it("is cut at 60 characters and says so", () => {
    expect(shown("x".repeat(61))).toBe(`${"x".repeat(57)}...`);
    expect(shown("x".repeat(60))).toBe("x".repeat(60));
  });

  it("names emptiness", () => {
    expect(quoted(" ")).toBe("(empty)");
    expect(quoted("fibra (g)")).toBe('"fibra (g)"');
  });

  it("is one short printable line whatever came in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const safe = shown(text);
        expect(Array.from(safe).length).toBeLessThanOrEqual(60);
        expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(safe)).toBe(false);
      }),
    );
  });
});
