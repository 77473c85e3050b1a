/** Whole command lines over the food library, in memory but for the files. */
import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ciqualSet,
  cofidCsv,
  fdcObjects,
  fdcSet,
  offCsv,
  offJsonLine,
  offMuesli,
  toWindows1252,
  type OffCells,
} from "../../../test/support/made-food-tables.ts";
import { createDesk, type Desk, type Ran } from "../../../test/support/run-command.ts";
import { testWorld } from "../../../test/support/test-world.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

/** Rows that are all different, long enough that a file of some thousands has several pieces. */
const many = (rows: number, from = 0): readonly OffCells[] =>
  Array.from({ length: rows }, (_, at) => ({
    ...offMuesli,
    code: String(40_000_000 + from + at),
    product_name: `Müsli ${String(from + at)}`,
    ingredients_text: "oats, barley, rye ".repeat(30),
  }));
const library = (): string => join(desk.path("data"), "foods.sqlite");
const folderOf = (name: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
  mkdirSync(desk.path(name));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(desk.path(name), file), content);
  return desk.path(name);
};
const run = (...words: readonly string[]): Promise<Ran> => desk.run(["foods", ...words]);
const importFile = (path: string, ...more: readonly string[]): Promise<Ran> =>
  run("import", path, "--yes", "--json", ...more);
const foodsIn = async (): Promise<number> => {
  const { sources } = (await run("sources", "--json")).json() as {
    readonly sources: readonly { readonly foods: number }[];
  };
  return sources.reduce((sum, { foods }) => sum + foods, 0);
};

describe("foods import", () => {
  it("shows what the file is, whose it is and its first foods, and imports nothing without a yes", async () => {
    const file = desk.write("off.csv", offCsv(offMuesli));
    const dry = await run("import", file, "--dry-run");
    expect(dry.code).toBe(0);
    const plain = dry.out.replace(/\s+/g, " ");
    expect(plain).toMatch(/off\.csv: Open Food Facts .*recognised by code, product_name/);
    expect(plain).toContain("Open Database License 1.0");
    expect(plain).toContain("Knäckige Beeren-Müsli 372 9.4");
    const asked = await run("import", file);
    expect(asked.code).toBe(6);
    const no = await desk.run(["foods", "import", file], { ask: () => Promise.resolve("n") });
    expect(no.code).toBe(6);
    expect(existsSync(library())).toBe(false);
    const yes = await desk.run(["foods", "import", file], { ask: () => Promise.resolve("y") });
    expect(yes.out).toContain("1 new foods");
    expect(await foodsIn()).toBe(1);
  });

  it.each<[string, () => string, object]>([
    ["Open Food Facts CSV", () => desk.write("a.csv", offCsv(...many(3))), { added: 3, rowsRead: 3 }],
    ["the same as gzip", () => desk.write("a.csv.gz", gzipSync(offCsv(...many(3)))), { added: 3 }],
    ["JSONL as gzip", () => desk.write("a.jsonl.gz", gzipSync(many(3).map(offJsonLine).join(""))), { added: 3 }],
    ["FoodData Central JSON", () => desk.write("b.json", JSON.stringify({ BrandedFoods: fdcObjects })), { added: 2 }],
    ["FoodData Central CSV", () => folderOf("fdc", fdcSet), { added: 4, removed: 1, unknown: 1 }],
    ["a folder in a folder", () => (mkdirSync(desk.path("x")), folderOf("x/fdc", fdcSet), desk.path("x")), { added: 4 }],
    ["CIQUAL XML", () => folderOf("c", Object.fromEntries(Object.entries(ciqualSet).map(([n, t]) => [n, toWindows1252(t)]))), { added: 2 }],
    ["CoFID", () => desk.write("d.csv", cofidCsv), { added: 3, ignored: { "label-row": 2 } }],
  ])("takes %s in; the same again brings nothing new", async (_, make, expected) => {
    const path = make();
    const first = await importFile(path);
    expect(first.json()).toMatchObject(expected);
    const before = await foodsIn();
    const second = await importFile(path);
    expect(second.json()).toMatchObject({ imported: "2026-11-22", added: 0, changed: 0 });
    // read anew from the start, every row is as it was
    const again = await importFile(path, "--again");
    expect(again.json()).toMatchObject({ changed: 0, preview: { goesOnAt: null } });
    expect(await foodsIn()).toBe(before);
  }); // prettier-ignore

  it("shows the names of a set before its figures are read", async () => {
    const shown = await run("import", folderOf("fdc", fdcSet), "--dry-run");
    expect(shown.out).toMatch(/100 +Beans, "great", dry +- +-/);
    expect(shown.out).not.toContain("Sample of beans");
  });

  it("takes only what is new and changed from a newer download", async () => {
    await importFile(desk.write("monday.csv", offCsv(...many(5))));
    const changed = { ...many(5)[2]!, fiber_100g: "8.1" };
    const newer = offCsv(...many(2), changed, ...many(2, 3), ...many(1, 5));
    expect((await importFile(desk.write("tuesday.csv", newer))).json()).toMatchObject({
      added: 1,
      changed: 1,
      same: 4,
    });
    const found = (await run("find", "40000002", "--json")).json();
    expect(found).toMatchObject({ foods: [{ figures: { fibreGrams: 8.1 } }] });
  });

  it("goes on where a file was cut, when the whole file is there", async () => {
    const whole = offCsv(...many(9000));
    const file = desk.write("off.csv", whole.slice(0, Math.floor(whole.length * 0.7)));
    const cut = await importFile(file);
    expect(cut.code).toBe(3);
    expect(cut.json()).toMatchObject({ error: { type: "FoodTableCut", file: "off.csv" } });
    const line = (cut.json() as { readonly error: { readonly line: number } }).error.line;
    expect(cut.err).toContain(`off.csv, line ${String(line)}: the file ends in the middle`);
    // all whole rows before that line are there
    expect(await foodsIn()).toBe(line - 2);
    desk.write("off.csv", whole);
    const rest = await importFile(file);
    expect(rest.json()).toMatchObject({
      preview: { goesOnAt: { line } },
      added: 9000 - (line - 2),
      same: 0,
      rowsRead: 9000,
    });
    expect(await foodsIn()).toBe(9000);
  });

  it("goes on in a gzip file that was cut in the middle", async () => {
    const bytes = gzipSync(offCsv(...many(9000)), { level: 1 });
    const file = desk.write("off.csv.gz", bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    const cut = await importFile(file);
    expect(cut.json()).toMatchObject({
      error: { type: "FoodTableCut", found: "the compressed file is shorter than it says" },
    });
    const before = await foodsIn();
    expect(before).toBeGreaterThan(1000);
    desk.write("off.csv.gz", bytes);
    expect((await importFile(file)).json()).toMatchObject({ added: 9000 - before, same: 0 });
    expect(await foodsIn()).toBe(9000);
  });

  it("names a gzip file with damage inside and keeps what stood before it", async () => {
    const bytes = gzipSync(offCsv(...many(9000)), { level: 1 });
    bytes.fill(0xff, Math.floor(bytes.length * 0.5), Math.floor(bytes.length * 0.5) + 400);
    const ran = await importFile(desk.write("off.csv.gz", bytes));
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({
      error: { type: expect.stringMatching(/FoodTable(Damaged|Cut|Doubtful|RowTooLong)/) },
    });
    const sources = (await run("sources", "--json")).json();
    expect(sources).toMatchObject({ sources: [{ imports: [{ finished: null }] }] });
  });

  it("notices that it is another file than the one that was begun, and starts anew", async () => {
    const whole = offCsv(...many(9000));
    const file = desk.write("off.csv", whole.slice(0, Math.floor(whole.length * 0.5)));
    await importFile(file);
    const begun = await foodsIn();
    // same beginning, other rows before the place of the cut
    const rows = [...many(200), ...many(9000, 100_000)];
    desk.write("off.csv", offCsv(...rows));
    const ran = (await importFile(file)).json();
    expect(ran).toMatchObject({ rowsRead: 9200, same: 200, added: 9000 });
    expect(await foodsIn()).toBe(begun + 9000);
  });

  it("stops cleanly when it is asked to, and goes on", async () => {
    const file = desk.write("off.csv", offCsv(...many(12_000)));
    const world = testWorld({ environment: { GUTSKIN_HOME: desk.path("data") } });
    let shown = 0;
    const stopped = await desk.run(["foods", "import", file, "--yes"], {
      remarkIsTerminal: true,
      seconds: () => (shown += 1),
      stop: world.stop,
      // the first progress line stands for Ctrl-C
      remark: () => {
        if (shown > 1) world.stopNow();
      },
    });
    expect(stopped.code).toBe(130);
    const before = await foodsIn();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(12_000);
    const rest = (await importFile(file)).json();
    expect(rest).toMatchObject({ added: 12_000 - before, same: 0, rowsRead: 12_000 });
  });

  it("stops at a file that is mostly unreadable, with the first reason, and takes nothing else for it", async () => {
    const good = many(60).map((row) => ({ ...row }));
    const bad = Array.from({ length: 200 }, (_, at) => `${String(at)}\tonly two cells\n`).join("");
    const ran = await importFile(desk.write("off.csv", offCsv(...good) + bad));
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({ error: { type: "FoodTableDoubtful", found: "200 of 260 rows" } });
    expect(ran.err.replace(/\s+/g, " ")).toContain(
      "200 of 260 rows cannot be read (the first: more or fewer cells than the header has)",
    );
  });

  it("leaves out single broken rows, each with line and reason", async () => {
    const rows = offCsv(...many(300)).split("\n");
    rows[7] = "half a row";
    const ran = await run("import", desk.write("off.csv", rows.join("\n")), "--yes");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("299 new foods");
    expect(ran.out.replace(/\s+/g, " ")).toContain("Line 8: more or fewer cells than the header has (found");
  });

  it("keeps the countries, barcodes and figures asked for, and refuses what a table cannot answer", async () => {
    const rows = [offMuesli, { ...offMuesli, code: "20", countries_tags: "en:spain", fiber_100g: "" }, { ...offMuesli, code: "30", countries_tags: "en:spain" }]; // prettier-ignore
    const file = desk.write("off.csv", offCsv(...rows));
    const codes = desk.write("codes.txt", "4006\n123456\nhello\n");
    expect((await importFile(file, "--country", "es", "--only-with", "fibre")).json()).toMatchObject({
      added: 1,
      ignored: { "other-country": 1, "without-wanted-figure": 1 },
    });
    const chosen = await run("import", file, "--barcodes", codes, "--yes");
    expect(chosen.out.replace(/\s+/g, " ")).toContain("Only 2 barcodes (1 other words in that file are no barcodes).");
    expect(await foodsIn()).toBe(2);
    const cofid = desk.write("cofid.csv", cofidCsv);
    for (const words of [
      ["--country", "xx"],
      ["--only-with", "vitamins"],
      ["--as", "usda"],
      ["--barcodes", desk.write("none.txt", "no codes")],
    ]) {
      expect((await importFile(file, ...words)).code).toBe(2);
    }
    expect((await importFile(cofid, "--country", "gb")).code).toBe(2);
    expect((await importFile(cofid, "--as", "off")).json()).toMatchObject({ error: { type: "FoodTableOther" } });
  });

  it.each<[string, () => string, string]>([
    ["a file that is not there", () => desk.path("none.csv"), "FileUnreadable"],
    ["a web page", () => desk.write("x.csv", "<html><body>hello</body></html>"), "NotText"],
    ["an empty file", () => desk.write("x.csv", ""), "FileEmpty"],
    ["Latin-1", () => desk.write("x.csv", toWindows1252(offCsv(...many(40)))), "EncodingUnsupported"],
    ["a diary", () => desk.write("x.csv", "date,itch\n2026-03-01,4\n"), "FoodTableUnknown"],
    ["one file of a set", () => desk.write("food.csv", fdcSet["food.csv"]!), "FoodTablePart"],
    ["gzip of a web page", () => desk.write("x.gz", gzipSync("<html>hello</html>")), "NotText"],
    ["a few bytes of gzip", () => desk.write("x.gz", gzipSync(offCsv(offMuesli)).subarray(0, 12)), "FileEmpty"],
  ])("refuses %s and makes no library", async (_, make, type) => {
    const ran = await importFile(make());
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({
      error: { type },
      sentence: expect.stringMatching(/\.$/),
      mend: expect.stringMatching(/\.$/),
    });
    expect(existsSync(library())).toBe(false);
  });

  it("reads a hole of many gigabytes no further than it must", async () => {
    const file = desk.write("huge.csv", offCsv(...many(50)));
    truncateSync(file, 10 * 2 ** 30);
    expect(statSync(file).size).toBe(10 * 2 ** 30);
    const ran = await importFile(file);
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({ error: { type: "FoodTableRowTooLong", line: 52 } });
  });

  it("needs a file, and only one", async () => {
    expect((await run("import")).code).toBe(2);
    expect((await run("import", "a", "b")).code).toBe(2);
    expect((await run("import", "-")).code).toBe(2);
  });
});

describe("foods find", () => {
  beforeEach(async () => {
    await importFile(desk.write("off.csv", offCsv(offMuesli, ...many(3))));
    await importFile(desk.write("cofid.csv", cofidCsv));
  });

  it("finds by name and by barcode and names the source of the figures", async () => {
    const byName = await run("find", "beans", "boiled");
    expect(byName.out).toContain("cofid:91-001");
    expect(byName.out.replace(/\s+/g, " ")).toContain("Open Government Licence v3.0");
    expect(byName.out).not.toContain("Open Database License");
    const byBarcode = (await run("find", "40000001", "--json")).json();
    expect(byBarcode).toMatchObject({
      foods: [{ id: "off:40000001", licence: "ODbL-1.0", portions: [{ grams: 40 }] }],
    });
  });

  it("says per 100 ml, shows unknown as a dash, and says when nothing fits", async () => {
    const beer = await run("find", "beer");
    expect(beer.out).toMatch(/cofid:91-002 +30 +- +- +Beer, made up \(per 100 ml\)/);
    const none = await run("find", "zzz");
    expect(none).toMatchObject({ code: 0, out: 'No imported food has the words "zzz".\n' });
    expect((await run("find", "beans zzz")).out).toContain("No food has all of these words");
    expect((await run("find")).code).toBe(2);
  });
});

describe("foods pick", () => {
  beforeEach(async () => {
    await importFile(desk.write("off.csv", offCsv(offMuesli)));
  });

  it("makes one food the person's own, with source and licence, and their words for it", async () => {
    const picked = await run("pick", "off:0000000004006", "--as", " My  Muesli ", "--portion", "60");
    expect(picked.code).toBe(0);
    expect(picked.out).toContain('"my muesli" now means it');
    expect(picked.out).toContain("Open Database License");
    const journal = (await desk.run(["export", "json"])).out;
    expect(journal).toContain('"foodSource":"off:0000000004006"');
    expect(journal).toContain('"licence":"ODbL-1.0 (Open Food Facts)"');
    expect(journal).toContain('"phrase":"my muesli"');
    const read = (await run("read", "my muesli", "--json")).json();
    expect(read).toMatchObject({ items: [{ food: { id: "own:off:0000000004006" }, grams: { median: 60 } }] });
  });

  it("picked twice stays one food, with the newer portion", async () => {
    await run("pick", "0000000004006", "--as", "my muesli", "--portion", "60");
    await run("pick", "0000000004006", "--as", "my muesli", "--portion", "80");
    const read = (await run("read", "my muesli", "--json")).json();
    expect(read).toMatchObject({ items: [{ grams: { median: 80 } }] });
  });

  it("refuses a food of a stopped set whose figures were not read yet, and find says why", async () => {
    const set = folderOf("half", { ...fdcSet, "food_nutrient.csv": fdcSet["food_nutrient.csv"]!.slice(0, 60) });
    expect((await importFile(set)).json()).toMatchObject({
      error: { type: "FoodTableCut", file: "food_nutrient.csv" },
    });
    expect((await run("find", "beans")).out).toContain("import of FoodData Central is not finished");
    const picked = await run("pick", "fdc:100", "--json");
    expect(picked.code).toBe(3);
    expect(picked.json()).toMatchObject({ error: { type: "FoodWithoutFigures" } });
    writeFileSync(join(set, "food_nutrient.csv"), fdcSet["food_nutrient.csv"]!);
    await importFile(set);
    expect((await run("pick", "fdc:100")).code).toBe(0);
  });

  it("refuses what it does not know", async () => {
    expect((await run("pick", "off:999")).code).toBe(3);
    for (const words of [[], ["a", "b"], ["off:0000000004006", "--portion", "0"], ["off:0000000004006", "--portion", "x"], ["off:0000000004006", "--as", " "]]) {
      expect((await run("pick", ...words)).code).toBe(2);
    }
  }); // prettier-ignore
});

describe("what leaves the machine", () => {
  it("holds nothing of a table but what was picked, whatever the export", async () => {
    await importFile(desk.write("off.csv", offCsv(offMuesli, ...many(3))));
    await desk.run(["log", "itch 4"]);
    for (const words of [["json"], ["csv"], ["fhir", "--notes"], ["omh", "--notes"]]) {
      const { code, out } = await desk.run(["export", ...words]);
      expect(code).toBe(0);
      expect(out).not.toMatch(/Müsli|Nordhof|4006|ODbL/);
    }
    expect(readFileSync(join(desk.path("data"), "journal.db")).includes("Nordhof")).toBe(false);
  });
});

describe("foods sources and forget", () => {
  it("say what is there, under which licence, and take one table away", async () => {
    expect((await run("sources")).out).toContain("No food table was imported yet");
    await importFile(desk.write("off.csv", offCsv(...many(3))));
    await importFile(desk.write("cofid.csv", cofidCsv));
    await run("pick", "off:40000000", "--as", "mine");
    const listed = (await run("sources")).out;
    expect(listed).toMatch(/off +3 +2026-11-22 +off\.csv/);
    expect(listed).toContain("never part of an export");
    const gone = await run("forget", "off");
    expect(gone.out).toContain("3 foods forgotten");
    expect((await run("find", "müsli")).out).toContain("No imported food");
    expect((await run("find", "beans")).out).toContain("cofid:91-001");
    // what was picked is the person's own
    expect((await run("read", "mine", "--json")).out).toContain("own:off:40000000");
    expect((await run("forget", "nothing")).code).toBe(2);
    await run("forget", "cofid");
    expect((await run("sources")).out).toContain("No food table was imported yet");
    expect((await run("forget", "cofid")).out).toContain("0 foods forgotten");
  });
});

describe("foods", () => {
  it("names its verbs when none is meant", async () => {
    for (const words of [[], ["eat"]]) {
      const ran = await run(...words);
      expect(ran.code).toBe(2);
      expect(ran.err.replace(/\s+/g, " ")).toContain("import, find, pick, sources, forget, read, why");
    }
  });
});
