import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPeerBook, drawToken, sameText } from "./pairing.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-peers-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("createPeerBook", () => {
  it("knows a page by its secret, also after a restart, until it is revoked by another process", () => {
    const book = createPeerBook(folder);
    const secret = book.add("Firefox", 0);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(book.holderOf(secret)?.name).toBe("Firefox");
    expect(book.holderOf("0".repeat(64))).toBeNull();
    const other = createPeerBook(folder);
    const [peer] = other.list();
    expect(other.holderOf(secret)?.id).toBe(peer?.id);
    expect(other.revoke(peer?.id ?? "")).toBe(true);
    expect(book.holderOf(secret)).toBeNull();
    expect(other.revoke(peer?.id ?? "")).toBe(false);
  });

  it("keeps the newest 64 pages", () => {
    const book = createPeerBook(folder);
    const secrets = Array.from({ length: 66 }, (_, index) => book.add(`page ${String(index)}`, index * 1000));
    expect(book.list()).toHaveLength(64);
    expect(secrets.map((secret) => book.holderOf(secret) !== null).indexOf(true)).toBe(2);
  });

  it("cleans and cuts the name that a page gives itself", () => {
    const book = createPeerBook(folder);
    book.add(`evil\u001b[2J\n${"x".repeat(500)}`, 0);
    const [peer] = book.list();
    expect(peer?.name).toMatch(/^evil {1,3}\[2J x+$/);
    expect(peer?.name.length).toBeLessThanOrEqual(120);
  });

  it("takes no damaged or foreign file for a page, and revokes nothing outside its folder", () => {
    const book = createPeerBook(folder);
    book.add("a", 0);
    const peers = join(folder, "peers");
    writeFileSync(join(peers, "0123456789abcdef.json"), "{");
    writeFileSync(join(peers, "0123456789abcdee.json"), '{"id":"0123456789abcdee","secretSha256":"short"}');
    writeFileSync(join(folder, "outside.json"), "{}");
    expect(book.list()).toHaveLength(1);
    expect(book.revoke("../outside")).toBe(false);
    expect(readdirSync(folder)).toContain("outside.json");
  });
});

describe("sameText", () => {
  it("compares texts of any length", () => {
    expect([sameText("a", "a"), sameText("a", "b"), sameText("a", "aa"), sameText("", "")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("drawToken", () => {
  it("gives 256 bits as hex, never the same twice", () => {
    const tokens = new Set(Array.from({ length: 100 }, drawToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{64}$/);
  });
});
