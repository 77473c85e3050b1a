import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, idOf, op, person } from "../../test/support/replicas.ts";
import { readOp } from "./op-schema.ts";
import { encodeUtf8 } from "./utf8.ts";

const sound = op("a:1", { set: { kind: "note", day: "2026-03-01", text: "x" } });
const outcome = (value: unknown): string => {
  const read = readOp(bytesOf(value));
  return read.ok ? "read" : `${read.error.reason} ${read.error.dev.slice(0, 1)}:${String(read.error.seq)}`;
};

describe("readOp", () => {
  it("reads a sound op", () => {
    expect(readOp(bytesOf(sound))).toEqual({ ok: true, value: sound });
  });

  it("never refuses an op for its time", () => {
    for (const ms of [0, 1, 2 ** 48 - 1]) expect(outcome({ ...sound, hlc: [ms, 65535] })).toBe("read");
  });

  it("tolerates keys that a later version adds beside the known ones", () => {
    expect(outcome({ ...sound, signature: "abc" })).toBe("read");
  });

  it("knows newer formats, fields and choices, with their place", () => {
    expect(outcome({ ...sound, v: 2, set: 5 })).toBe("schema-newer a:1");
    expect(outcome({ ...sound, set: { pixels: 1 } })).toBe("schema-newer a:1");
    expect(outcome({ ...sound, set: { kind: "photo" } })).toBe("schema-newer a:1");
  });

  it.each<[string, unknown, string]>([
    ["a foreign dev form", { ...sound, dev: "A" }, "undecodable :0"],
    ["seq 0", { ...sound, seq: 0 }, "undecodable :0"],
    ["a clock below zero", { ...sound, hlc: [-1, 0] }, "undecodable a:1"],
    ["a clock of one number", { ...sound, hlc: [1] }, "undecodable a:1"],
    ["a clock beyond 48 bits", { ...sound, hlc: [2 ** 48, 0] }, "undecodable a:1"],
    ["a third life", { ...sound, life: "zombie" }, "undecodable a:1"],
    ["a prev that is no op id", { ...sound, prev: ["x"] }, "undecodable a:1"],
    ["no set", { ...sound, set: null }, "undecodable a:1"],
    ["a short hash", { ...sound, prevHash: "00" }, "undecodable a:1"],
    ["a list", [sound], "undecodable :0"],
  ])("sets aside %s", (_, value, expected) => {
    expect(outcome(value)).toBe(expected);
  });

  it("sets aside bytes that are not the canonical ones: spaces, key order, double keys, 1e0", () => {
    const text = JSON.stringify(sound);
    const canonical = new TextDecoder().decode(bytesOf(sound));
    for (const other of [text, ` ${canonical}`, `${canonical}\n`, canonical.replace('"seq":1', '"seq":1e0')]) {
      expect(readOp(encodeUtf8(other)).ok).toBe(false);
    }
    const double = canonical.replace('"seq":1', '"seq":2,"seq":1');
    expect(readOp(encodeUtf8(double)).ok).toBe(false);
  });

  it("never throws on any bytes, nor on any op with one byte changed", () => {
    const bytes = bytesOf(sound);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.length - 1), fc.nat(255), (junk, at, byte) => {
        expect(readOp(junk).ok).toBe(false);
        const changed = bytes.slice();
        changed[at] = byte;
        expect(typeof readOp(changed).ok).toBe("boolean");
      }),
    );
  });

  it("sets aside more than 64 KiB", () => {
    expect(readOp(encodeUtf8(`"${"x".repeat(70_000)}"`)).ok).toBe(false);
  });

  it("keeps the person for telling strangers apart", () => {
    expect(readOp(bytesOf({ ...sound, v: 3 }))).toMatchObject({ error: { person, dev: idOf("a"), seq: 1 } });
  });
});
