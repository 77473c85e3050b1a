import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRunFile, removeRunFile, writeRunFile } from "./run-file.ts";

const folder = mkdtempSync(join(tmpdir(), "gutskin-run-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const running = { port: 4810, pid: 1234, token: "ab".repeat(32) };

describe("run.json", () => {
  it("is readable by the person only, and removed only by the process that wrote it", () => {
    writeRunFile(folder, running);
    expect(statSync(join(folder, "run.json")).mode & 0o777).toBe(0o600);
    removeRunFile(folder, 999);
    expect(readRunFile(folder)).toEqual(running);
    removeRunFile(folder, 1234);
    expect(readRunFile(folder)).toBeNull();
  });

  it.each(["", "{", "[]", '{"port":"4810","pid":1,"token":"x"}', '{"port":4810,"pid":1,"token":"x"}'])(
    "is not believed when damaged: %s",
    (content) => {
      writeFileSync(join(folder, "run.json"), content);
      expect(readRunFile(folder)).toBeNull();
    },
  );
});
