import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonWithPlaces } from "./json-places.ts";

describe("JSON with places", () => {
  it("knows where each value stands, and falls back to the parent", () => {
    const parsed = parseJsonWithPlaces('{"a": {\n  "b": [1,\n 2]}}');
    if (!parsed.ok) throw new Error("unread");
    expect(parsed.value.placeOf("a.b[1]")).toEqual({ line: 3, column: 2 });
    expect(parsed.value.placeOf("a.b[9].x")).toEqual({ line: 2, column: 8 });
    expect(parsed.value.placeOf("")).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['{"a": 1,\n "a": 2}', 2, 2, "each name once"],
    ['{"a": 1,}', 1, 9, 'a name in "quotes"'],
    ['{"a" 1}', 1, 6, '":"'],
    ["[1 2]", 1, 4, '"," or "]"'],
    ['{"a":01}', 1, 7, '"," or "}"'],
    ["{} x", 1, 4, "nothing after the value"],
    ["", 1, 1, "a JSON value"],
    ["[".repeat(100), 1, 66, "at most 64 levels"],
  ])("points at the mistake in %j", (text, line, column, expected) => {
    const parsed = parseJsonWithPlaces(text);
    expect(parsed.ok ? null : parsed.error).toMatchObject({ line, column, expected });
  });

  it("accepts what JSON.parse accepts (names once), with the same value", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const parsed = parseJsonWithPlaces(text);
        return parsed.ok && JSON.stringify(parsed.value.value) === JSON.stringify(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what JSON.parse refuses, without throwing", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("{", "}", "[", "]", '"', ",", ":", "1", "-", ".", "e", "\\", "n", " ", "true"),
        }),
        (text) => {
          let accepted = true;
          try {
            JSON.parse(text);
          } catch {
            accepted = false;
          }
          return accepted || !parseJsonWithPlaces(text).ok;
        },
      ),
      { numRuns: 500 },
    );
  });
});
