import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { addDays } from "../lib/index.ts";
import { dayOf } from "../../test/support/replicas.ts";
import { createDesk } from "../../test/support/run-command.ts";

const desk = createDesk();
afterAll(() => {
  desk.clear();
});

/** A diary of `count` good days; itch 0-4, fibre 10-26 g. */
function goodDiary(count = 40): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = addDays(dayOf("2026-01-01"), index);
    return `${day},${String((index * 7) % 5)},${String(10 + ((index * 13) % 17))}`;
  });
  return `${["date,itch,fibre", ...rows].join("\n")}\n`;
}

const semicolons = `date;itch;fibre\n2026-01-01;3;"20,5"\n2026-01-02;4;"1.234"\n`;
const wide = `date,${Array.from({ length: 5000 }, (_, index) => `c${String(index)}`).join(",")}\n2026-01-01${",1".repeat(5000)}\n`;

/** name, content, what the message of both commands must say (place, finding, mend). */
const REFUSED: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["an empty file", "", /the file is empty.*Export it again/],
  ["a header only", "date,itch,fibre\n", /line 1.*no row of data.*Add one row per day/],
  ["duplicate column names", "date,itch,itch\n2026-01-01,1,2\n", /line 1, column 3.*two columns.*"itch".*Rename/],
  ["an unknown date format", "date,itch\n1st of May,3\n", /line 2, column 1.*"1st of May".*YYYY-MM-DD/],
  ["mixed date formats", "date,itch\n2026-01-01,3\n02.01.2026,4\n", /line 3, column 1.*another form.*one form/],
  ["5,000 columns", wide, /line 1, column 2001.*2000 columns.*Keep only/],
  [
    "a line of 20 MB",
    `date,itch\n2026-01-01,${"9".repeat(20 * 1024 * 1024)}\n`,
    /line 2, column 2.*longer than.*quotation mark/,
  ],
  ["UTF-16 without a mark", new Uint8Array(Buffer.from(goodDiary(), "utf16le")), /line 1.*UTF-16.*UTF-8/],
  ["a zip instead of CSV", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /zip archive.*Unpack/],
  ["an unclosed quotation mark", 'date,note\n2026-01-01,"abc\n', /line 2, column 2.*never closed.*Close it/],
  ["no day column", "itch,fibre\n1,2\n", /line 1.*no column with the day.*"date"/],
  ["a NUL byte", `${goodDiary()}\u0000`, /line 42.*not a text table/],
];

/** As above; for `import` the preview shows them, and `--yes` alone does not store the rest. */
const REFUSED_CELLS: readonly (readonly [string, string, RegExp, RegExp])[] = [
  [
    "two rows for one day",
    "date,itch\n2026-01-01,3\n2026-01-02,4\n2026-01-01,5\n",
    /line 4, column 1.*twice.*one row per day/,
    /Line 2.*second row.*Join/,
  ],
  [
    "text in a number column",
    goodDiary().replace("-05,3", "-05,bad"),
    /line 6, column 2.*"bad".*number/,
    /Line 6, column "itch".*not a number.*"bad"/,
  ],
  [
    "decimal commas among commas",
    semicolons.replaceAll(";", ","),
    /line 2, column 3.*"20,5".*decimal point/,
    /Line 2, column "fibre".*"20,5"/,
  ],
  ["1e308", goodDiary().replace("-05,3", "-05,1e308"), /line 6, column 2.*"1e308"/, /Line 6, column "itch".*"1e308"/],
  [
    "a formula in a cell",
    "date,itch\n2026-01-01,=1+1\n2026-01-02,3\n",
    /line 2, column 2.*"=1\+1"/,
    /Line 2, column "itch".*"=1\+1"/,
  ],
];

const plain = (text: string): string => text.replace(/\s+/g, " ");

describe("bad input at the command line", () => {
  it.each(REFUSED)("%s: code 3, file, place and mend; nothing stored", async (name, content, message) => {
    const file = desk.write("diary.csv", content);
    for (const words of [
      ["analyse", file],
      ["import", file, "--yes", "--skip-bad"],
      ["import", file, "--dry-run"],
    ]) {
      const ran = await desk.run(words);
      expect(ran.code, name).toBe(3);
      expect(plain(ran.err)).toMatch(message);
      expect(plain(ran.err)).toContain("diary.csv");
      expect(ran.out).toBe("");
    }
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it.each(REFUSED_CELLS)("%s: code 3, file, place and mend; nothing stored", async (_, content, strict, skipped) => {
    const file = desk.write("diary.csv", content);
    const analysed = await desk.run(["analyse", file]);
    expect(analysed).toMatchObject({ code: 3, out: "" });
    expect(plain(analysed.err)).toMatch(strict);
    const imported = await desk.run(["import", file, "--yes"]);
    expect(imported.code).toBe(3);
    expect(plain(imported.err)).toMatch(skipped);
    expect(plain(imported.err)).toContain("diary.csv");
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("gives the same problem to programs, with line and column as numbers", async () => {
    const file = desk.write("diary.csv", goodDiary().replace("-05,3", "-05,bad"));
    const ran = await desk.run(["analyse", file, "--json"]);
    expect(ran.json()).toMatchObject({
      error: { type: "NotANumber", file: "diary.csv", line: 6, column: 2, found: "bad" },
      exitCode: 3,
    });
  });

  it.each([
    ["a byte order mark", `\ufeff${goodDiary()}`],
    ["CRLF", goodDiary().replaceAll("\n", "\r\n")],
    ["UTF-16 with a mark", new Uint8Array(Buffer.from(`\ufeff${goodDiary()}`, "utf16le"))],
    ["no line end at the end", goodDiary().trimEnd()],
  ])("%s changes nothing in what is read", async (_, content) => {
    const reference = await desk.run(["import", desk.write("diary.csv", goodDiary()), "--dry-run", "--json"]);
    const ran = await desk.run(["import", desk.write("diary.csv", content), "--dry-run", "--json"]);
    const days = (answer: unknown): unknown => {
      const { rowsUsed, countsByVariable, examples } = Object(Reflect.get(Object(answer), "preview"));
      return { rowsUsed, countsByVariable, examples };
    };
    expect(days(ran.json())).toEqual(days(reference.json()));
  });

  it("reads NaN as not recorded and -0 as 0", async () => {
    const file = desk.write("diary.csv", "date,itch\n2026-01-01,NaN\n2026-01-02,-0\n2026-01-03,3\n");
    expect((await desk.run(["import", file, "--yes", "--data", desk.path("other")])).code).toBe(0);
    expect((await desk.run(["export", "csv", "--data", desk.path("other")])).out).toBe(
      "date,itch\r\n2026-01-02,0\r\n2026-01-03,3\r\n",
    );
  });

  it("reads decimal commas in a file cut at semicolons, and says so", async () => {
    const file = desk.write(
      "diary.csv",
      goodDiary()
        .replaceAll(",", ";")
        .replace(/;(\d+)\n/g, ";$1,5\n"),
    );
    const ran = await desk.run(["analyse", file]);
    expect(ran.code).toBe(0);
    expect(plain(ran.out)).toMatch(/Assumed.*comma was read as the decimal mark/);
  });

  it("goes on without a constant column, and says so", async () => {
    const file = desk.write(
      "diary.csv",
      goodDiary()
        .replace("fibre", "fibre,coffee")
        .replace(/\n(2026.*)/g, "\n$1,2"),
    );
    const ran = await desk.run(["analyse", file]);
    expect(ran.code).toBe(0);
    expect(plain(ran.out)).toMatch(/Not used.*coffee/);
  });

  it("goes on without an outcome that has fewer than 14 days, and says so; with no other outcome it is code 3", async () => {
    const few = goodDiary()
      .split("\n")
      .map((line, index) =>
        index === 0 ? `${line},bloating` : line === "" ? "" : `${line},${index <= 13 ? String(index % 4) : ""}`,
      );
    const ran = await desk.run(["analyse", desk.write("diary.csv", few.join("\n"))]);
    expect(ran.code).toBe(0);
    expect(plain(ran.out)).toMatch(/Not used.*bloating/);
    const alone = await desk.run(["analyse", desk.write("diary.csv", goodDiary(13))]);
    expect(alone).toMatchObject({ code: 3, out: "" });
    expect(plain(alone.err)).toMatch(/13 days.*14/);
  });

  it.each([
    ["no-such-file.csv", /no file.*Check the name/],
    [".", /is a folder/],
  ])("says what is wrong with the path %s", async (path, message) => {
    for (const words of [
      ["analyse", desk.path(path)],
      ["import", desk.path(path)],
      ["analyse", desk.write("d.csv", goodDiary()), "--roles", desk.path(path)],
    ]) {
      const ran = await desk.run(words);
      expect(ran).toMatchObject({ code: 3, out: "" });
      expect(plain(ran.err)).toMatch(message);
    }
  });

  it.each([
    ["{", /roles\.json, line 1, column/],
    ['{"columns":{"itsch":{"role":"skin"}}}', /roles\.json.*itsch/],
    ['{"columns":{"itch":{"role":"hair"}}}', /roles\.json.*/],
  ])("names the place in a bad roles file: %s", async (content, message) => {
    const words = ["analyse", desk.write("d.csv", goodDiary()), "--roles", desk.write("roles.json", content)];
    const ran = await desk.run(words);
    expect(ran).toMatchObject({ code: 3, out: "" });
    expect(plain(ran.err)).toMatch(message);
  });
});
