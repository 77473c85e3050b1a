import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadStaticFiles } from "./static-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-static-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets", "main-1a2b.js"), "1");
  writeFileSync(join(folder, "secret.txt"), "not listed");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const list = (names: unknown): void => {
  writeFileSync(join(folder, "files.json"), JSON.stringify(names));
};

describe("loadStaticFiles", () => {
  it("hands out the listed files only, the start page also under /", () => {
    list(["index.html", "assets/main-1a2b.js"]);
    const files = loadStaticFiles(folder);
    expect([...(files?.keys() ?? [])].sort()).toEqual(["/", "/assets/main-1a2b.js", "/index.html"]);
    expect(files?.get("/assets/main-1a2b.js")).toMatchObject({
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    });
    expect(files?.get("/")?.cacheControl).toBe("no-cache");
  });

  it("ignores names in the list that could climb, and kinds that it does not know", () => {
    writeFileSync(join(folder, "x.exe"), "");
    list([
      "../outside.txt",
      "/etc/passwd",
      "assets/../secret.txt",
      "assets//main-1a2b.js",
      ".hidden",
      "x.exe",
      5,
      "index.html",
    ]);
    expect([...(loadStaticFiles(folder)?.keys() ?? [])].sort()).toEqual(["/", "/index.html"]);
  });

  it("is null when the page was never built or the list is no list", () => {
    expect(loadStaticFiles(folder)).toBeNull();
    list({ index: "index.html" });
    expect(loadStaticFiles(folder)).toBeNull();
  });
});
