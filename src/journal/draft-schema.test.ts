import { describe, expect, it } from "vitest";
import { answer, idOf } from "../../test/support/replicas.ts";
import { draftsSchema } from "./draft-schema.ts";

const put = { action: "put", entry: answer("itch", 3) };
const isTaken = (...drafts: readonly unknown[]): boolean => draftsSchema.check(drafts).ok;

describe("draftsSchema", () => {
  it("takes the three actions with what belongs to them", () => {
    expect(isTaken(put, { ...put, id: idOf("a"), seen: [`${idOf("b")}:12`], supersede: true, settle: ["value"] })).toBe(
      true,
    );
    expect(isTaken({ action: "delete", id: idOf("a") }, { action: "restore", id: idOf("a"), seen: [] })).toBe(true);
  });

  it("refuses other actions, unknown keys, bad ids and entries that are no object", () => {
    expect(isTaken({ ...put, action: "burn" })).toBe(false);
    expect(isTaken({ ...put, force: true })).toBe(false);
    expect(isTaken({ ...put, id: "x" })).toBe(false);
    expect(isTaken({ ...put, seen: ["x"] })).toBe(false);
    expect(isTaken({ action: "put", entry: 5 })).toBe(false);
    expect(isTaken({ action: "put", entry: null })).toBe(false);
    expect(isTaken({ action: "delete" })).toBe(false);
    expect(draftsSchema.check({ 0: put }).ok).toBe(false);
  });

  it("leaves the entry to the store, whose refusal names draft and field", () => {
    expect(isTaken({ action: "put", entry: { kind: "nonsense" } })).toBe(true);
  });
});
