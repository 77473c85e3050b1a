import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8, encodeUtf8, isStorableText } from "./utf8.ts";

describe("encodeUtf8 and decodeUtf8", () => {
  it("agree with the platform's encoder for any well-formed text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  it("accept and refuse exactly the bytes that the platform's strict decoder does", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const strictly = (bytes: Uint8Array): string | null => {
      try {
        return decoder.decode(bytes);
      } catch {
        return null;
      }
    };
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0xc0, 0xc1, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0x80, 0xbf, 0x9f, 0xa0),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.array(byte, { maxLength: 6 }), (a, b) => {
        for (const bytes of [a, Uint8Array.from(b)]) {
          expect(decodeUtf8(bytes)).toBe(strictly(bytes));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("survive texts far longer than an argument list", () => {
    const text = "aß€🥛".repeat(20_000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});

describe("isStorableText", () => {
  it("refuses U+0000 and lone surrogates anywhere, and nothing else", () => {
    for (const bad of ["\u0000", "a\u0000", "\ud83e", "\udd5b", "\udd5b\ud83e", "\ud83e\ud83e\udd5b", "x\ud83e"]) {
      expect(isStorableText(bad)).toBe(false);
    }
    for (const good of ["", "🥛", "\u0001\u001f\u007f", "\ufffd\uffff", "é"]) expect(isStorableText(good)).toBe(true);
  });
});
