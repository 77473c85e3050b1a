/**
 * Does each wall hold when somebody leans on it?
 *
 * Every row of forbidden-lines.ts is written into a temporary copy of the tree (with the installed packages linked in),
 * and the tool that is named must refuse that very file. One run per tool, so that all rows together cost seconds.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  refusedByCompiler,
  refusedByCruiser,
  refusedByLinter,
  targets,
  type ForbiddenLine,
} from "./forbidden-lines.ts";

const root = process.cwd();
const LEFT_OUT = new Set(["node_modules", "dist", ".git", "test-results", "coverage"]);

/** A copy of the tree with these files added; removed again after the tests of its group. */
function copyWith(files: readonly { readonly path: string; readonly content: string }[]): string {
  const copy = mkdtempSync(join(tmpdir(), "gutskin-walls-"));
  cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(root, path).split(sep)[0] ?? "") });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  for (const file of files) {
    mkdirSync(dirname(join(copy, file.path)), { recursive: true });
    writeFileSync(join(copy, file.path), file.content);
  }
  return copy;
}

function run(
  copy: string,
  command: string,
  ...args: readonly string[]
): { readonly status: number; readonly text: string } {
  const done = spawnSync(process.execPath, [command, ...args], { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28 });
  return { status: done.status ?? -1, text: `${done.stdout}\n${done.stderr}` };
}

function linesAbout(text: string, path: string): string {
  return text
    .split("\n")
    .filter((line) => line.includes(path))
    .join("\n");
}

function group(
  name: string,
  rows: readonly ForbiddenLine[],
  report: (copy: string) => { readonly status: number; readonly text: string },
): void {
  describe(name, () => {
    let copy = "";
    let answer = { status: 0, text: "" };
    beforeAll(() => {
      copy = copyWith([...targets, ...rows]);
      answer = report(copy);
    }, 240_000);
    afterAll(() => {
      rmSync(copy, { recursive: true, force: true });
    });
    it("fails as a whole", () => {
      expect(answer.status).not.toBe(0);
    });
    it.each(rows.map((row) => [row.sentence, row] as const))("%s", (_sentence, row) => {
      expect(linesAbout(answer.text, row.path)).toContain(row.refusal);
    });
  });
}

group("the compiler", refusedByCompiler, (copy) => run(copy, "node_modules/@typescript/compiler7/bin/tsc", "-b"));

group("dependency-cruiser", refusedByCruiser, (copy) => run(copy, "scripts/check-walls.mjs"));

group("the linter", refusedByLinter, (copy) => {
  const paths = refusedByLinter.map((row) => row.path);
  const done = run(copy, "node_modules/eslint/bin/eslint.js", "--format", "json", ...paths);
  const files = JSON.parse(done.text) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
  }[];
  const lines = files.flatMap((file) =>
    file.messages.map(
      (message) =>
        `${file.filePath.split(sep).join("/")} ${message.ruleId ?? ""} ${message.message.replaceAll("\n", " ")}`,
    ),
  );
  return { status: done.status, text: lines.join("\n") };
});

describe("a clean tree", () => {
  let copy = "";
  beforeAll(() => {
    copy = copyWith([]);
  });
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it("passes dependency-cruiser, so that the refusals above are not refusals of everything", () => {
    const done = run(copy, "scripts/check-walls.mjs");
    expect(done.text).toMatch(/walls: \d+ modules, \d+ dependencies, all within house\.json/);
    expect(done.status).toBe(0);
  });

  it("passes the linter in the folders that are leaned on", () => {
    const done = run(copy, "node_modules/eslint/bin/eslint.js", "src/base", "src/journal/variable.ts");
    expect(done.text.trim()).toBe("");
    expect(done.status).toBe(0);
  });

  it("is refused when a tsconfig does not follow house.json", () => {
    writeFileSync(join(copy, "src/base/tsconfig.json"), `{ "extends": "../../tsconfig.dom.json" }\n`);
    const done = run(copy, "scripts/write-house.mjs", "--check");
    expect(done.text).toContain("src/base/tsconfig.json");
    expect(done.status).not.toBe(0);
  });
});
