import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes, canonicalText, isSameValue, maxOpBytes } from "./canonical.ts";
import { decodeUtf8 } from "./utf8.ts";

const refused = (value: unknown): string => {
  const text = canonicalText(value);
  return text.ok ? `accepted ${text.value}` : `${text.error.reason} at "${text.error.path}"`;
};

describe("canonicalText", () => {
  it("sorts keys by code unit at every depth and writes no spaces", () => {
    expect(canonicalText({ b: 1, a: { z: [1, 2], é: null, Z: true } })).toEqual({
      ok: true,
      value: '{"a":{"Z":true,"z":[1,2],"é":null},"b":1}',
    });
  });

  it("writes numbers in the shortest form and -0 as 0", () => {
    expect(canonicalText([-0, 0.1, 1e21, 1.5e-7, 100])).toEqual({ ok: true, value: "[0,0.1,1e+21,1.5e-7,100]" });
  });

  it("refuses what has no canonical form, with the place", () => {
    expect(refused({ set: { value: Number.NaN } })).toBe('not-a-number at "set.value"');
    expect(refused([Number.POSITIVE_INFINITY])).toBe('not-a-number at "[0]"');
    expect(refused({ text: "a\u0000b" })).toBe('malformed-text at "text"');
    expect(refused({ text: "\ud800" })).toBe('malformed-text at "text"');
    expect(refused({ "\udfff": 1 })).toBe('malformed-text at "\udfff"');
    expect(refused({ a: undefined })).toBe('not-plain-data at "a"');
    expect(refused(new Date(0))).toBe('not-plain-data at ""');
    expect(refused(new Map())).toBe('not-plain-data at ""');
    expect(refused(1n)).toBe('not-plain-data at ""');
  });

  it("refuses deep nesting instead of overflowing the stack", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(refused(deep)).toContain("too-deep");
  });

  it("does not depend on the order in which keys were set, and survives a round through JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }), (value) => {
        const text = canonicalText(value);
        if (!text.ok) return; // texts with U+0000 are refused
        expect(canonicalText(JSON.parse(text.value))).toEqual(text);
        expect(canonicalText(reversed(value))).toEqual(text);
      }),
    );
  });
});

describe("canonicalBytes", () => {
  it("are the UTF-8 of the text, at most 64 KiB", () => {
    const bytes = canonicalBytes({ text: "Kefir 🥛" });
    expect(bytes.ok && decodeUtf8(bytes.value)).toBe('{"text":"Kefir 🥛"}');
    expect(canonicalBytes("x".repeat(maxOpBytes - 2)).ok).toBe(true);
    expect(canonicalBytes("x".repeat(maxOpBytes - 1))).toMatchObject({ ok: false, error: { reason: "too-large" } });
  });
});

describe("isSameValue", () => {
  it("compares by canonical form", () => {
    expect(isSameValue({ value: 1, unit: "g" }, { unit: "g", value: 1 })).toBe(true);
    expect(isSameValue({ value: 1, unit: "g" }, { value: 1, unit: "oz" })).toBe(false);
    expect(isSameValue(0, -0)).toBe(true);
    expect(isSameValue(null, undefined)).toBe(false);
    expect(isSameValue(1, "1")).toBe(false);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
