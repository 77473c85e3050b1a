import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtf8 } from "../../journal/utf8.ts";
import type { BytePlace } from "./byte-window.ts";
import { textOfBytes } from "./byte-text.ts";
import { createJsonScanner, longestObject, memberOf, parseObject } from "./json-scanner.ts";

function scan(text: string, isList: boolean, size: number, offset = isList ? text.indexOf("[") + 1 : 0) {
  const bytes = encodeUtf8(text);
  const [objects, strange, lines]: [unknown[], string[], number[]] = [[], [], []];
  const places: BytePlace[] = [];
  const scanner = createJsonScanner(
    isList,
    { offset, line: 1 },
    (record) => {
      objects.push(parseObject(textOfBytes(record.bytes, record.start, record.end, "utf-8")));
      lines.push(record.line);
    },
    (_, found) => strange.push(found),
  );
  for (let at = offset; at < bytes.length; at += size) {
    scanner.feed(bytes.subarray(at, at + size));
    places.push(scanner.place());
  }
  return { objects, strange, lines, places, end: scanner.finish() };
}

// letters that have a meaning in JSON, and some that take several bytes
const tricky = fc.string({
  unit: fc.constantFrom('"', "\\", "{", "}", "[", "]", ",", ":", "a", "é", "🥛", " "),
  maxLength: 8,
});
const object = fc.dictionary(
  tricky,
  fc.oneof(tricky, fc.integer(), fc.constant(null), fc.array(fc.integer()), fc.record({ deep: tricky })),
  { maxKeys: 4 },
);

describe("createJsonScanner", () => {
  it("finds the objects of a list, whatever stands in their texts and however the bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(object, { maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 2),
        (list, size, indent) => {
          const found = scan(JSON.stringify({ Foods: list }, null, indent), true, size);
          expect(found.end).toBe("whole");
          expect(found.objects).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });

  it("finds the objects of one object per line, and loses only the line that is broken", () => {
    const text = '{"a":1}\n{"b":"}\n{"c":[{"d":"\\"}"}]}\nhello\n\n{"e":5}\n{"f":6';
    for (const size of [1, 4, 200]) {
      const { objects, strange, end, lines } = scan(text, false, size);
      expect(objects).toEqual([{ a: 1 }, null, { c: [{ d: '"}' }] }, { e: 5 }]);
      expect(strange).toEqual(["hello"]);
      expect(lines).toEqual([1, 2, 3, 6]);
      expect(end).toBe("cut");
    }
    expect(scan('{"a":1}\n{"b":2}', false, 3)).toMatchObject({ objects: [{ a: 1 }, { b: 2 }], end: "whole" });
  });

  it("passes over null and tells a list that is never closed", () => {
    const { objects, strange, end } = scan('{"F":[{"a":1},null,\n{"b":2}', true, 3);
    expect({ objects, strange, end }).toEqual({ objects: [{ a: 1 }, { b: 2 }], strange: ["null"], end: "cut" });
    expect(scan('{"F":[]}', true, 3)).toMatchObject({ objects: [], end: "whole" });
  });

  it("goes on from any place between objects", () => {
    const text = '{"F":[{"a":[1,2]}, {"b":"]"} ,{"c":3}]}';
    const { objects, places } = scan(text, true, 2);
    for (const { offset } of places) {
      const rest = scan(text, true, 7, offset);
      expect(objects.slice(objects.length - rest.objects.length)).toEqual(rest.objects);
      expect(rest.end).toBe("whole");
    }
  });

  it("stops at an object that is longer than any food", () => {
    const scanner = createJsonScanner(true, { offset: 0, line: 1 }, () => undefined, () => undefined); // prettier-ignore
    scanner.feed(encodeUtf8('{"a":"'));
    const piece = new Uint8Array(longestObject / 4).fill(97);
    expect(Array.from({ length: 6 }, () => scanner.feed(piece)).indexOf(false)).toBe(3);
  });
});

describe("reading members", () => {
  it("never believes what an object says it is", () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"code": "1"}, "toString": 5}');
    expect(memberOf(hostile, "code")).toBeUndefined();
    expect(memberOf({}, "toString")).toBeUndefined();
    expect(memberOf(null, "a")).toBeUndefined();
    for (const text of ["", "[1]", "5", '"x"', "{", null, "[".repeat(50_000)]) expect(parseObject(text)).toBeNull();
  });
});
