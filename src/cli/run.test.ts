import { afterAll, describe, expect, it } from "vitest";
import { existsSync } from "node:fs";
import { createDesk } from "../../test/support/run-command.ts";

const desk = createDesk();
afterAll(() => {
  desk.clear();
});

describe("runCommandLine", () => {
  it("prints the version and the help to stdout with code 0", async () => {
    expect(await desk.run(["--version"])).toMatchObject({ code: 0, out: "0.0.0-test\n", err: "" });
    for (const words of [["help"], ["--help"], ["-h"]]) {
      const ran = await desk.run(words);
      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(ran.out).toContain("Exit codes");
    }
    expect((await desk.run(["help", "import"])).out).toContain("--dry-run");
    expect((await desk.run(["analyse", "--help"])).out).toContain("--roles ROLES.json");
  });

  it.each([
    [["imprt"], 'did you mean "import"'],
    [["frobnicate"], 'no command "frobnicate"'],
    [["help", "frobnicate"], 'no command "frobnicate"'],
    [["log"], "needs a line"],
    [["log", "itch 4", "--colour"], "unknown option"],
    [["log", "itch 4", "--day", "2026-02-30"], "--day"],
    [["log", "itch 4", "--day", "2026-11-23"], "--day"],
    [["import"], "needs one FILE"],
    [["import", "a.csv", "b.csv"], "unexpected"],
    [["import", "a.csv", "--undo", "00"], "needs one FILE"],
    [["import", "--undo", "00"], "not the id of a receipt"],
    [["import", "a.csv", "--date-order", "dym"], "--date-order"],
    [["analyse", "--seed", "x"], "--seed"],
    [["analyse", "--seed", "4294967296"], "--seed"],
    [["analyse", "--fdr", "2"], "--fdr"],
    [["analyse", "--roles", "r.json"], "needs a diary file"],
    [["export"], "needs one of json, csv, fhir and omh"],
    [["export", "csv", "--notes"], "csv holds everything"],
    [["export", "fhir", "--from", "1.3.2026"], "YYYY-MM-DD"],
    [["export", "xml"], 'not "xml"'],
    [["--port", "80"], "--port"],
    [["--port", "99999"], "--port"],
    [["peers", "revoke"], "needs an id"],
    [["peers", "revoke", "0123456789abcdef"], "no page has the id"],
    [["doctor", "now"], "unexpected"],
  ])("answers code 2 and a hint to %j, and makes no journal", async (words, hint) => {
    const ran = await desk.run(words);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err.replace(/\s+/g, " ")).toContain(hint);
    expect(ran.err).toContain("See: gutskin");
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("gives a usage error as JSON on stdout when JSON was asked for", async () => {
    const ran = await desk.run(["analyse", "--json", "--fdr", "2"]);
    expect(ran.json()).toMatchObject({ error: { type: "UsageProblem" }, exitCode: 2 });
  });

  it("removes control characters of file names from what it prints", async () => {
    const ran = await desk.run(["analyse", "no\u001b[31mfile\u0007.csv"]);
    expect(ran.code).toBe(3);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(ran.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it("tells a fault of ours with code 1 and without the content of the diary", async () => {
    const broken = {
      now: (): never => {
        throw new Error("clock is broken");
      },
    };
    const ran = await desk.run(["log", "itch 4 secret words"], broken);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("our fault");
    expect(ran.err).toContain("0.0.0-test");
    expect(ran.err).not.toContain("secret words");
  });
});
