import { describe, expect, it } from "vitest";
import { decodeText } from "./text.ts";

const named = (bytes: readonly number[] | Uint8Array) => ({ name: "a.csv", bytes: Uint8Array.from(bytes) });
const utf8 = (text: string) => named(new TextEncoder().encode(text));
const utf16 = (text: string, littleEndian: boolean) => {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return named(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
const textOf = (file: ReturnType<typeof named>) => {
  const decoded = decodeText(file);
  return decoded.ok ? decoded.value.text : decoded.error.type;
};

describe("bytes to text", () => {
  it("reads UTF-8 with and without byte-order mark", () => {
    expect(textOf(utf8("Fibra (g);Öl;日本;🥦\n"))).toBe("Fibra (g);Öl;日本;🥦\n");
    expect(textOf(utf8("\ufeffdate,a\n"))).toBe("date,a\n");
  });

  it("decodes UTF-16 of both byte orders", () => {
    expect(textOf(utf16("date,é🥦\n", true))).toBe("date,é🥦\n");
    expect(textOf(utf16("date,é🥦\n", false))).toBe("date,é🥦\n");
  });

  it("refuses UTF-16 that is cut or holds half a character", () => {
    expect(textOf(named([0xff, 0xfe, 0x61]))).toBe("EncodingUnsupported");
    expect(textOf(utf16("a\ud800b", true))).toBe("EncodingUnsupported");
    expect(textOf(utf16("a\udc00b", true))).toBe("EncodingUnsupported");
    expect(textOf(utf16("a\ud800", true))).toBe("EncodingUnsupported");
    expect(textOf(named([0x61, 0, 0x2c, 0, 0x62, 0]))).toBe("EncodingUnsupported");
    expect(textOf(named([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toBe("EncodingUnsupported");
  });

  it("falls back to Windows-1252 and says so", () => {
    const decoded = decodeText(named([0x64, 0x2c, 0xe9, 0x2c, 0x80, 0x93]));
    expect(decoded.ok && decoded.value).toEqual({
      text: "d,é,€“",
      encoding: "windows-1252",
      assumptions: [{ type: "Encoding", column: "", value: "Windows-1252" }],
    });
  });

  it.each([
    ["zip instead of CSV", [0x50, 0x4b, 0x03, 0x04, 1, 2], "LooksLikeZip"],
    ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], "NotText"],
    ["PNG", [0x89, 0x50, 0x4e, 0x47, 13, 10], "NotText"],
    ["SQLite", Array.from("SQLite format 3\0", (c) => c.charCodeAt(0)), "NotText"],
    ["a NUL byte", [0x61, 0x62, 0x0a, 0x61, 0], "NotText"],
    ["web page", Array.from("\n <!DOCTYPE html><p>log in", (c) => c.charCodeAt(0)), "NotText"],
    ["XML", Array.from("<?xml version='1.0'?>", (c) => c.charCodeAt(0)), "NotText"],
    ["nothing", [], "FileEmpty"],
    ["only line ends", [10, 13, 10, 32], "FileEmpty"],
  ])("names %s", (_what, bytes, type) => {
    expect(textOf(named(bytes))).toBe(type);
  });

  it("says on which line the NUL byte stands", () => {
    const decoded = decodeText(named([0x61, 0x0a, 0x62, 0x0a, 0x63, 0]));
    expect(!decoded.ok && decoded.error.line).toBe(3);
  });
});
