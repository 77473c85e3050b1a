import { describe, expect, it } from "vitest";
import { answer, dayOf, idOf, person, sha256 } from "../../test/support/replicas.ts";
import { fixedEntryId, importedEntryId, isId, randomEntryId } from "./entry-id.ts";

describe("fixedEntryId", () => {
  it("is the same for the same question on two devices, whatever was answered", () => {
    expect(fixedEntryId(person, answer("itch", 3), sha256)).toBe(fixedEntryId(person, answer("itch", 9), sha256));
  });

  it("differs by item, day, slot and person", () => {
    const ids = [
      fixedEntryId(person, answer("itch", 3), sha256),
      fixedEntryId(person, answer("stress", 3), sha256),
      fixedEntryId(person, answer("itch", 3, "2026-03-02"), sha256),
      fixedEntryId(person, { ...answer("itch", 3), slot: "morning" }, sha256),
      fixedEntryId(idOf("1"), answer("itch", 3), sha256),
    ];
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => id !== null && isId(id))).toBe(true);
  });

  it("is pinned: the first 128 bits of SHA-256 over the canonical parts", () => {
    // printf '["eeee...(32)","answer","itch","2026-03-01",""]' | sha256sum | cut -c1-32
    expect(fixedEntryId(person, answer("itch", 3), sha256)).toBe("9dbf27531176d5c55e57d3a0a44d0fcb");
  });

  it("exists for day marks and own variables, and not for events", () => {
    const day = dayOf("2026-03-01");
    const mark = fixedEntryId(person, { kind: "dayComplete", day, group: "food", complete: true }, sha256);
    const unmark = fixedEntryId(person, { kind: "dayComplete", day, group: "food", complete: false }, sha256);
    expect(mark).toBe(unmark);
    expect(fixedEntryId(person, { kind: "note", day, text: "x" }, sha256)).toBeNull();
    expect(fixedEntryId(person, { kind: "meal", day, text: "x" }, sha256)).toBeNull();
  });
});

describe("importedEntryId", () => {
  it("cannot be confused by moving characters between source and key", () => {
    expect(importedEntryId(person, "ab", "c", sha256)).not.toBe(importedEntryId(person, "a", "bc", sha256));
  });
});

describe("randomEntryId", () => {
  it("writes 16 bytes as hex and refuses any other number as a defect", () => {
    expect(randomEntryId(new Uint8Array(16).fill(171))).toBe("ab".repeat(16));
    expect(() => randomEntryId(new Uint8Array(8))).toThrow("16 random bytes");
  });
});
