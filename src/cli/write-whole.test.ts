import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeFileWhole } from "./write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "gutskin-write-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("writeFileWhole", () => {
  it("writes and replaces, with the mode that was asked for and nothing left beside it", () => {
    const path = join(folder, "a.txt");
    writeFileWhole(path, "one", 0o600);
    writeFileWhole(path, new Uint8Array([0x74, 0x77, 0x6f]), 0o600);
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("leaves the old file and no temporary one when the target cannot be replaced", () => {
    const path = join(folder, "b");
    mkdirSync(join(path, "inside"), { recursive: true });
    expect(() => {
      writeFileWhole(path, "x");
    }).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
    expect(readdirSync(path)).toEqual(["inside"]);
  });
});
