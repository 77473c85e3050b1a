/**
 * Does .ci/run count honestly, whatever fails?
 *
 * The script runs in an empty folder with stand-ins for npm, npx and node in front of PATH, so that each kind of failure can be
 * staged in milliseconds. The last line must be `N passed, N failed` and nothing else, also when a step stops the script.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const made: string[] = [];

interface Staged {
  /** Shell lines of the stand-in for npm, npx and node scripts; `$*` is the call. Default: everything succeeds. */
  readonly when?: string;
  /** Numbers that every vitest run reports; null = it writes no report. */
  readonly report?: { readonly passed: number; readonly failed: number } | null;
}

function ciRun({ when = "", report = { passed: 3, failed: 0 } }: Staged): {
  readonly status: number | null;
  readonly last: string;
  readonly text: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "gutskin-ci-"));
  made.push(folder);
  for (const name of [".ci", "bin", "test-results"]) mkdirSync(join(folder, name));
  copyFileSync(".ci/run", join(folder, ".ci/run"));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "package-lock.json"), "{}");
  const numbers = {
    numPassedTests: report?.passed,
    numFailedTests: report?.failed,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  const standIn = [
    "#!/usr/bin/env bash",
    report === null
      ? ""
      : `case "$0 $*" in *vitest*|*"npm test"*) mkdir -p test-results; echo '${JSON.stringify(numbers)}' > test-results/vitest.json;; esac`,
    `case "$0 $*" in ${when} *) exit 0;; esac`,
  ].join("\n");
  for (const name of ["npm", "npx", "chromium"]) put(folder, name, standIn);
  // the script reads the report with `node -e`: that one is real
  put(
    folder,
    "node",
    standIn.replace("#!/usr/bin/env bash", `#!/usr/bin/env bash\n[ "$1" = -e ] && exec "${process.execPath}" "$@"`),
  );
  const done = spawnSync("bash", [".ci/run"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}` },
  });
  const text = `${done.stdout}${done.stderr}`;
  return { status: done.status, last: done.stdout.trimEnd().split("\n").at(-1) ?? "", text };
}

function put(folder: string, name: string, content: string): void {
  writeFileSync(join(folder, "bin", name), content);
  chmodSync(join(folder, "bin", name), 0o755);
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Steps of .ci/run: five of them run tests, the others count as one each. */
const TEST_STEPS = 5;
const OTHER_STEPS = 16;

describe(".ci/run", () => {
  it("counts every test and every other check when all is well", () => {
    const { status, last } = ciRun({});
    expect(last).toBe(`${TEST_STEPS * 3 + OTHER_STEPS} passed, 0 failed`);
    expect(status).toBe(0);
  });

  it("stops when the installation fails, and counts what did not run as failed", () => {
    const { status, last } = ciRun({ when: `*"npm ci"*) exit 1;;` });
    expect(last).toBe(`0 passed, ${TEST_STEPS + OTHER_STEPS} failed`);
    expect(status).not.toBe(0);
  });

  it("goes on after a failed check and fails at the end", () => {
    const { status, last, text } = ciRun({ when: "*eslint*) exit 1;;" });
    expect(last).toBe(`${TEST_STEPS * 3 + OTHER_STEPS - 1} passed, 1 failed`);
    expect(text).toContain("failed: lint");
    expect(status).not.toBe(0);
  });

  it("takes the numbers of failed tests from the report", () => {
    const { status, last } = ciRun({ report: { passed: 2, failed: 1 }, when: `*vitest*|*"npm test"*) exit 1;;` });
    expect(last).toBe(`${TEST_STEPS * 2 + OTHER_STEPS} passed, ${TEST_STEPS} failed`);
    expect(status).not.toBe(0);
  });

  it("counts a run without any test as failed", () => {
    const { status, last } = ciRun({ report: { passed: 0, failed: 0 } });
    expect(last).toBe(`${OTHER_STEPS} passed, ${TEST_STEPS} failed`);
    expect(status).not.toBe(0);
  });

  it("counts a run without a report as failed", () => {
    const { last } = ciRun({ report: null });
    expect(last).toBe(`${OTHER_STEPS} passed, ${TEST_STEPS} failed`);
  });

  it("counts a test file that could not be loaded as failed, although no test of it failed", () => {
    const { last } = ciRun({ when: `*"project browser"*) exit 1;;` });
    expect(last).toBe(`${TEST_STEPS * 3 + OTHER_STEPS} passed, 1 failed`);
  });

  it("notices that installing changed the lock", () => {
    const { last, text } = ciRun({ when: `*"npm ci"*) echo changed > package-lock.json;;` });
    expect(last).toBe(`${TEST_STEPS * 3 + OTHER_STEPS - 1} passed, 1 failed`);
    expect(text).toContain("failed: lock");
  });
});
