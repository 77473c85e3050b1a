import { describe, expect, it } from "vitest";
import { createUploads } from "./uploads.ts";

const file = (name: string): { readonly name: string; readonly bytes: Uint8Array } => ({
  name,
  bytes: new Uint8Array(1),
});

describe("createUploads", () => {
  it("keeps three files, and the oldest goes first", () => {
    const shelf = createUploads(() => 0);
    const ids = ["a", "b", "c", "d"].map((name) => shelf.keep(file(name)));
    expect(ids.map((id) => shelf.find(id)?.name ?? null)).toEqual([null, "b", "c", "d"]);
  });

  it("keeps a file for a quarter of an hour", () => {
    let now = 0;
    const shelf = createUploads(() => now);
    const id = shelf.keep(file("a"));
    now = 15 * 60_000 - 1;
    expect(shelf.find(id)?.name).toBe("a");
    now += 1;
    expect(shelf.find(id)).toBeNull();
  });

  it("forgets when told and knows no other id", () => {
    const shelf = createUploads(() => 0);
    const id = shelf.keep(file("a"));
    shelf.forget(id);
    expect([shelf.find(id), shelf.find("toString"), shelf.find("")]).toEqual([null, null, null]);
  });
});
