import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

const DIARY = "date,itch,fibre (g)\n2026-11-01,3,20\n2026-11-02,4,25\n2026-11-03,,30\n";
const WITH_BAD_CELL = DIARY.replace("-03,,", "-03,x,");

async function isEmpty(): Promise<boolean> {
  if (!existsSync(desk.path("data"))) return true;
  return (await desk.run(["export", "json"])).out.includes('"ops":[]');
}

describe("gutskin import", () => {
  it("shows what is left out first and stores nothing without a yes", async () => {
    const file = desk.write("diary.csv", WITH_BAD_CELL);
    const ran = await desk.run(["import", file]);
    expect(ran.code).toBe(6);
    expect(ran.out.indexOf("Left out")).toBeLessThan(ran.out.indexOf("Entries: 5 new"));
    expect(ran.out).toContain("Line 4");
    expect(ran.err).toContain("--yes");
    expect(await isEmpty()).toBe(true);
  });

  it("does not let a script store a file with places that cannot be read, unless it says so", async () => {
    const file = desk.write("diary.csv", WITH_BAD_CELL);
    const ran = await desk.run(["import", file, "--yes"]);
    expect(ran.code).toBe(3);
    expect(ran.err.replace(/\s+/g, " ")).toMatch(
      /diary\.csv cannot be read in one place.*Line 4.*"itch".*"x".*--skip-bad/,
    );
    expect(await isEmpty()).toBe(true);
    expect((await desk.run(["import", file, "--yes", "--skip-bad", "--json"])).json()).toMatchObject({ added: 5 });
  });

  it("asks on a terminal, and only y or yes is a yes", async () => {
    const file = desk.write("diary.csv", DIARY);
    for (const answer of ["", "n", "maybe", "yess"]) {
      expect((await desk.run(["import", file], { ask: () => Promise.resolve(answer) })).code).toBe(6);
    }
    expect(await isEmpty()).toBe(true);
    const ran = await desk.run(["import", file], { ask: () => Promise.resolve("y") });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain("Stored: 5 new, 0 changed");
  });

  it("adds nothing the second time, and only what changed when the file was edited", async () => {
    const file = desk.write("diary.csv", DIARY);
    expect((await desk.run(["import", file, "--yes", "--json"])).json()).toMatchObject({ added: 5, changed: 0 });
    const before = (await desk.run(["export", "json"])).out;
    expect((await desk.run(["import", file, "--yes", "--json"])).json()).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 5,
      receiptId: "",
    });
    expect((await desk.run(["export", "json"])).out).toBe(before);
    desk.write("diary.csv", DIARY.replace("2026-11-02,4,", "2026-11-02,9,"));
    expect((await desk.run(["import", file, "--yes", "--json"])).json()).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 4,
    });
    expect((await desk.run(["export", "csv"])).out).toContain("2026-11-02,9,25");
  });

  it("takes an import back by its receipt, and can bring it again", async () => {
    const file = desk.write("diary.csv", DIARY);
    await desk.run(["log", "stress 5"]);
    const ran = await desk.run(["import", file, "--yes", "--json"]);
    const receipt = String(Reflect.get(Object(ran.json()), "receiptId"));
    expect((await desk.run(["import", "--undo", receipt])).out).toContain("Taken back: 5 entries");
    expect((await desk.run(["export", "csv"])).out).toBe("date,stress\r\n2026-11-22,5\r\n");
    expect((await desk.run(["import", "--undo", receipt])).code).toBe(2);
    expect((await desk.run(["import", file, "--yes", "--json"])).json()).toMatchObject({ added: 5 });
  });

  it("leaves alone what the person changed after the import when it is taken back", async () => {
    const file = desk.write("diary.csv", DIARY);
    const ran = await desk.run(["import", file, "--yes", "--json"]);
    const changed = desk.write("diary.csv", DIARY.replace("-01,3,", "-01,9,"));
    await desk.run(["import", changed, "--yes"]);
    const receipt = String(Reflect.get(Object(ran.json()), "receiptId"));
    expect((await desk.run(["import", "--undo", receipt, "--json"])).json()).toEqual({ removed: 4, leftAlone: 0 });
    expect((await desk.run(["export", "csv"])).out).toBe("date,itch\r\n2026-11-01,9\r\n");
  });

  it("makes no journal on a dry run, and prints a mapping that can be handed in again", async () => {
    const file = desk.write("diary.csv", DIARY);
    const dry = await desk.run(["import", file, "--dry-run", "--json"]);
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(existsSync(desk.path("data"))).toBe(false);
    const preview: unknown = Reflect.get(Object(dry.json()), "preview");
    const map = desk.write("map.json", JSON.stringify(preview).replaceAll('"id":"fibreGrams"', '"id":"alcoholGrams"'));
    expect((await desk.run(["import", file, "--map", map, "--yes"])).code).toBe(0);
    expect((await desk.run(["export", "csv"])).out).toMatch(/^date,itch,alcoholGrams\r\n/);
  });

  it.each([
    ["{", "column"],
    ["[]", "column mapping"],
    ['{"dateColumn":"date","dateOrder":"ymd","decimal":".","columns":{"itch":{"to":"moon"}}}', "column mapping"],
  ])("names what is wrong in a mapping file: %s", async (content, hint) => {
    const file = desk.write("diary.csv", DIARY);
    const ran = await desk.run(["import", file, "--map", desk.write("map.json", content), "--yes"]);
    expect(ran.code).toBe(3);
    expect(ran.err.replace(/\s+/g, " ")).toContain(hint);
    expect(ran.err).toContain("map.json");
    expect(await isEmpty()).toBe(true);
  });

  it("brings gutskin's own export into an empty journal without losing a byte", async () => {
    await desk.run(["log", "lentils; itch 4"]);
    await desk.run(["log", "itch 6"]);
    const file = desk.path("journal.json");
    expect(await desk.run(["export", "json", "--out", file])).toMatchObject({ code: 0, out: "" });
    const other = createDesk();
    try {
      expect((await other.run(["import", file, "--yes", "--json"])).json()).toMatchObject({ added: 2, changed: 0 });
      expect((await other.run(["export", "json"])).out).toBe(readFileSync(file, "utf8"));
      expect((await other.run(["import", file, "--yes", "--json"])).json()).toMatchObject({ added: 0, unchanged: 2 });
    } finally {
      other.clear();
    }
  });

  it("refuses the export of another person's journal when there is one already", async () => {
    await desk.run(["log", "itch 4"]);
    const file = desk.path("journal.json");
    await desk.run(["export", "json", "--out", file]);
    const other = createDesk();
    try {
      await other.run(["log", "itch 2"]);
      const ran = await other.run(["import", file, "--yes"]);
      expect(ran.code).toBe(4);
      expect((await other.run(["export", "csv"])).out).toBe("date,itch\r\n2026-11-22,2\r\n");
    } finally {
      other.clear();
    }
  });

  it("stops cleanly when Ctrl-C comes before the commit", async () => {
    const file = desk.write("diary.csv", DIARY);
    const stopper = new AbortController();
    const ask = (): Promise<string> => {
      stopper.abort();
      return Promise.resolve("y");
    };
    const ran = await desk.run(["import", file], { ask, stop: stopper.signal });
    expect(ran.code).toBe(130);
    expect(await isEmpty()).toBe(true);
  });
});

describe("gutskin export", () => {
  it("never writes over a file without --force, and whole when it does", async () => {
    await desk.run(["log", "itch 4"]);
    const file = desk.write("out.csv", "mine");
    expect((await desk.run(["export", "csv", "--out", file])).code).toBe(6);
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await desk.run(["export", "csv", "--out", file, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe("date,itch\r\n2026-11-22,4\r\n");
  });

  it("says when the folder is not there, and when there is no journal", async () => {
    const none = await desk.run(["export", "csv"]);
    expect(none.code).toBe(4);
    expect(existsSync(desk.path("data"))).toBe(false);
    await desk.run(["log", "itch 4"]);
    const ran = await desk.run(["export", "csv", "--out", desk.path("no/such/folder.csv")]);
    expect(ran.code).toBe(4);
    expect(ran.err).toContain("Make the folder first");
  });
});
