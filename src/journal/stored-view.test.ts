import { describe, expect, it } from "vitest";
import { answer, idOf, opId } from "../../test/support/replicas.ts";
import { bytesToHex, hexToBytes } from "./hex.ts";
import type { EntryView } from "./store.ts";
import { checkSum, readStoredView, storedViewText } from "./stored-view.ts";

const view: EntryView = {
  id: idOf("a"),
  entry: answer("itch", 3),
  hidden: true,
  conflicts: [{ field: "value", otherValues: [4, null] }],
  heads: [opId("b:1")],
};

describe("a stored view", () => {
  it("comes back as it was", () => {
    expect(readStoredView(view.id, true, storedViewText(view))).toEqual(view);
  });

  it("is refused when it is no JSON, has another form, or holds no entry", () => {
    const text = storedViewText(view);
    for (const bad of ["", "{", "5", text.replace("heads", "hands"), text.replace('"itch"', "7")]) {
      expect(readStoredView(view.id, false, bad)).toBeNull();
    }
  });
});

describe("checkSum", () => {
  it("is FNV-1a, 32 bit (published vectors)", () => {
    // http://www.isthe.com/chongo/tech/comp/fnv: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968
    expect(checkSum("")).toBe(0x811c9dc5);
    expect(checkSum("a")).toBe(0xe40c292c);
    expect(checkSum("foobar")).toBe(0xbf9cf968);
  });

  it("changes with every single bit of a text", () => {
    const text = storedViewText(view);
    const sums = new Set([checkSum(text)]);
    for (let i = 0; i < text.length; i++) {
      for (let bit = 0; bit < 7; bit++) {
        const changed = String.fromCharCode(text.charCodeAt(i) ^ (1 << bit));
        sums.add(checkSum(text.slice(0, i) + changed + text.slice(i + 1)));
      }
    }
    expect(sums.size).toBe(1 + 7 * text.length);
  });
});

describe("hex", () => {
  it("goes both ways for every byte, and refuses other forms", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
    for (const bad of ["a", "AA", "0x", "zz", " 00"]) expect(hexToBytes(bad)).toBeNull();
  });
});
