/** What comes out of each table: one test per rule of foods.md section 2 and of the sources' own guides. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ciqualCsv,
  ciqualSet,
  cofidCsv,
  fdcObjects,
  fdcSet,
  figuresOf,
  offCsv,
  offJsonLine,
  offMuesli,
  readAll,
  toWindows1252,
  type OffCells,
} from "../../../test/support/made-food-tables.ts";
import { nutrientNames } from "../../foods/nutrients.ts";
import { noFilters, readBarcodes, unwanted } from "./food-filters.ts";
import { skippedRows } from "./read-tally.ts";
import { foodToText, textToFood } from "./stored-food.ts";
import { emptyFood, foodFigureNames, plainBarcode } from "./table-food.ts";
import { settleFigures } from "./settle-figures.ts";

const off = (...rows: readonly OffCells[]) => readAll({ "off.csv": offCsv(...rows) });
const offFigures = (cells: OffCells) => figuresOf("off", [...off({ ...offMuesli, ...cells }).foods.values()][0]);
const tallyOf = ({ batches }: ReturnType<typeof readAll>) => batches.at(-1)!.tally;

describe("Open Food Facts", () => {
  it("gives a product with its names, portion and figures", () => {
    const { foods } = off(offMuesli);
    expect(foods.get("0000000004006")).toMatchObject({
      label: "Knäckige Beeren-Müsli",
      otherNames: ["Muesli with berries"],
      brand: "Nordhof",
      barcode: "4006",
      group: "mueslis",
      countries: ["en:germany", "en:austria"],
      quantity: "500 g",
      portions: [{ label: "serving", grams: 40 }],
      nova: 4,
      ingredients: 'oats, "berries" 4 %, sugar',
      per: "either",
    });
    expect(figuresOf("off", foods.get("0000000004006"))).toEqual({
      energyKcal: 372,
      fatGrams: 6.2,
      saturatedFatGrams: 1.1,
      carbohydrateGrams: 62,
      sugarGrams: 18,
      fibreGrams: 9.4,
      proteinGrams: 10,
    });
  });

  it("says the same in its JSONL form", () => {
    const csv = off(offMuesli).foods.get("0000000004006");
    const json = readAll({ "off.jsonl": offJsonLine(offMuesli) }).foods.get("0000000004006");
    expect(json).toEqual(csv);
  });

  it("counts alcohol in percent by volume and caffeine in grams", () => {
    const beer = { "energy-kcal_100g": "43", "energy_100g": "", fat_100g: "0", "saturated-fat_100g": "", carbohydrates_100g: "3", sugars_100g: "", proteins_100g: "0.5" }; // prettier-ignore
    expect(offFigures({ ...beer, alcohol_100g: "5" })["alcoholGrams"]).toBeCloseTo(3.945, 6);
    expect(offFigures({ caffeine_100g: "0.032" })["caffeineMg"]).toBe(32);
  });

  it("takes the fibre out of carbohydrate on labels of North America only, and asks nothing of mixed ones", () => {
    const carbohydrate = (countries: string) => offFigures({ countries_tags: countries })["carbohydrateGrams"];
    expect(carbohydrate("en:france")).toBe(62);
    expect(carbohydrate("en:united-states,en:canada")).toBeCloseTo(62 - 9.4, 6);
    expect(carbohydrate("en:france,en:united-states")).toBeUndefined();
    expect(carbohydrate("")).toBeUndefined();
    expect(offFigures({ countries_tags: "en:france,en:united-states", fiber_100g: "0.1" })["carbohydrateGrams"]).toBe(
      62,
    );
  });

  it("leaves blank blank and zero zero", () => {
    const figures = offFigures({ fiber_100g: "", sugars_100g: "0" });
    expect(figures).not.toHaveProperty("fibreGrams");
    expect(figures["sugarGrams"]).toBe(0);
  });

  it("accounts for every row: used, left out by a rule, or skipped with its line", () => {
    const short = "123\tonly two cells\n";
    const text = offCsv(offMuesli, { ...offMuesli, product_name: "", generic_name: "" }, { code: "5", product_name: "No figures" }, { ...offMuesli, code: "../x" }); // prettier-ignore
    const read = readAll({ "off.csv": `${text}${short}${offCsv({ ...offMuesli, code: "77" }).split("\n")[1]}\n` });
    const tally = tallyOf(read);
    expect(tally).toMatchObject({
      rowsRead: 6,
      rowsUsed: 2,
      ignored: { "no-name": 1, "no-figures": 1 },
      skipped: { "bad-code": 1, "cell-count": 1 },
      examples: [
        { line: 5, code: "bad-code", found: "../x" },
        { line: 6, code: "cell-count", found: "2 cells, 123" },
      ],
    });
  });

  it("keeps the countries, barcodes and figures that were asked for", () => {
    const rows = [
      offMuesli,
      { ...offMuesli, code: "20", countries_tags: "en:spain" },
      { ...offMuesli, code: "30", fiber_100g: "" },
    ];
    const files = { "off.csv": offCsv(...rows) };
    const codes = (filters: Partial<typeof noFilters>) => [
      ...readAll(files, { ...noFilters, ...filters }).foods.keys(),
    ];
    expect(codes({ countries: ["en:spain"] })).toEqual(["20"]);
    expect(codes({ barcodes: readBarcodes("4006, x\n99999").barcodes })).toEqual(["0000000004006"]);
    expect(codes({ onlyWith: ["fibreGrams"] })).toEqual(["0000000004006", "20"]);
  });

  it("reads the same however the file is cut into pieces, and goes on from any place", () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({ ...offMuesli, code: String(100 + at), product_name: `Müsli 🥛 ${String(at)}` })); // prettier-ignore
    const whole = off(...rows);
    for (const size of [1, 7, 64, 1000]) {
      const pieces = readAll({ "off.csv": offCsv(...rows) }, noFilters, size);
      expect([...pieces.foods]).toEqual([...whole.foods]);
      expect(tallyOf(pieces)).toEqual(tallyOf(whole));
    }
  });
});

describe("FoodData Central", () => {
  const csv = readAll(fdcSet);

  it("joins the files of the CSV set and leaves samples out", () => {
    expect([...csv.foods.keys()].sort()).toEqual(["100", "200", "300", "500"]);
    expect(csv.foods.get("100")).toMatchObject({
      label: 'Beans, "great", dry',
      group: "Legumes",
      portions: [{ label: "1 cup, soaked", grams: 184 }],
    });
    // foods without any figure are swept at the end of an import
    expect(unwanted("fdc", csv.foods.get("500")!, noFilters)).toBe("no-figures");
  });

  it("reads ids and, for survey foods, the older numbers; fibre by the newer method stays apart", () => {
    expect(figuresOf("fdc", csv.foods.get("100"))).toEqual({
      energyKcal: 341.5,
      fibreGrams: 15.2,
      fibreAoac2011Grams: 22.4,
      raffinoseGrams: 0.31,
      proteinGrams: 21.4,
    });
    expect(figuresOf("fdc", csv.foods.get("200"))).toEqual({ energyKcal: 71, fibreGrams: 1.7 });
    expect(csv.foods.get("200")?.portions).toEqual([{ label: "1 bowl", grams: 234 }]);
  });

  it("drops impossible energy and falls back to kJ", () => {
    expect(figuresOf("fdc", csv.foods.get("300"))["energyKcal"]).toBeCloseTo(371.893, 3);
    expect(csv.foods.get("300")).toMatchObject({ barcode: "4006", brand: "NORDHOF, Nordhof Foods", per: "either" });
  });

  it("says the same in its JSON form", () => {
    for (const list of ["FoundationFoods", "SRLegacyFoods", "SurveyFoods", "BrandedFoods"]) {
      const json = readAll({ "fdc.json": JSON.stringify({ [list]: [fdcObjects[0], null, fdcObjects[1]] }) });
      for (const code of ["100", "300"]) expect(json.foods.get(code)).toEqual(csv.foods.get(code));
    }
  });

  it("reads the same in pieces of any size, and twice is the same as once", () => {
    for (const size of [3, 100]) expect(readAll(fdcSet, noFilters, size).foods).toEqual(csv.foods);
  });

  it("lets only wanted barcodes in, also in the set", () => {
    const filters = { ...noFilters, barcodes: readBarcodes("0004006").barcodes };
    expect([...readAll(fdcSet, filters).foods.keys()]).toEqual(["300"]);
    const us = readAll(fdcSet, { ...noFilters, countries: ["en:united-states"] });
    expect(us.foods.size).toBe(4);
    expect(readAll(fdcSet, { ...noFilters, countries: ["en:germany"] }).foods.size).toBe(0);
  });
});

describe("CIQUAL", () => {
  const latin = Object.fromEntries(Object.entries(ciqualSet).map(([name, text]) => [name, toWindows1252(text)]));
  const { foods, table } = readAll(latin);

  it("carries lowest and highest value and grade, limits and traces", () => {
    expect(table).toMatchObject({ kind: "ciqual", form: "ciqual-xml", isWindows1252: true });
    expect(foods.get("901")).toMatchObject({
      label: "Made-up spread",
      otherNames: ["Pâte à tartiner & fibres"],
      figures: { energyKcal: 541, fibreGrams: 0.25, sugarGrams: 0, availableCarbohydrateGrams: 57.5 },
      spreads: { energyKcal: { min: 520, max: 560.5, confidence: "B" }, fibreGrams: { min: 0, max: 0.5 } },
      marks: { fibreGrams: "below", sugarGrams: "trace" },
    });
    // "-" is missing
    expect(figuresOf("ciqual", foods.get("901"))).not.toHaveProperty("fatGrams");
    expect(figuresOf("ciqual", foods.get("902"))).toEqual({ energyKcal: 298.757, fibreGrams: 0 });
  });

  it("reads the CSV form with decimal commas and header cells over two lines", () => {
    const csv = readAll({ "ciqual.csv": ciqualCsv }).foods;
    expect(figuresOf("ciqual", csv.get("901"))).toEqual({
      energyKcal: 541,
      waterGrams: 1.2,
      proteinGrams: 6.3,
      carbohydrateGrams: 57.5,
      sugarGrams: 0,
      fibreGrams: 0.25,
      alaGrams: 0.11,
    });
    expect(csv.get("901")?.label).toBe("Pâte à tartiner");
    expect(readAll({ "ciqual.csv": toWindows1252(ciqualCsv) }).foods.get("901")?.label).toBe("Pâte à tartiner");
  });
});

describe("CoFID", () => {
  const read = readAll({ "proximates.csv": cofidCsv });

  it("takes Tr for a trace, N for unknown, brackets for an estimate", () => {
    expect(read.foods.get("91-001")).toMatchObject({
      label: "Beans, made up, boiled",
      otherNames: ["Soaked, boiled"],
      group: "DB",
      per: "100g",
      figures: {
        fatGrams: 0,
        fibreGrams: 7.4,
        nspGrams: 5.1,
        saturatedFatGrams: 0.2,
        availableCarbohydrateGrams: 15.3,
      },
      marks: { fatGrams: "trace" },
    });
    expect(figuresOf("cofid", read.foods.get("91-001"))).not.toHaveProperty("sugarGrams");
    expect(read.foods.get("91-002#2")?.marks).toEqual({ fibreGrams: "estimate" });
  });

  it("keeps AOAC fibre and NSP apart: where only NSP is known, fibre is not", () => {
    const beer = figuresOf("cofid", read.foods.get("91-002"));
    expect(beer).not.toHaveProperty("fibreGrams");
    expect(figuresOf("cofid", read.foods.get("91-001"))).toMatchObject({ fibreGrams: 7.4, nspGrams: 5.1 });
  });

  it("marks alcoholic drinks as per 100 ml and passes over the label rows", () => {
    expect(read.foods.get("91-002")?.per).toBe("100ml");
    expect(tallyOf(read)).toMatchObject({ rowsRead: 5, rowsUsed: 3, ignored: { "label-row": 2 } });
  });

  it("reads a sheet saved with semicolons and decimal commas", () => {
    const german = cofidCsv
      .split("\n")
      .map((line) =>
        (line.match(/"[^"]*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? [])
          .map((cell) => (/^[\d.]+$/.test(cell) ? cell.replace(".", ",") : cell))
          .join(";"),
      ) // prettier-ignore
      .join("\n");
    expect(readAll({ "proximates.csv": german }).foods.get("91-001")?.figures.fibreGrams).toBe(7.4);
  });
});

describe("stored foods", () => {
  const food = fc.record({
    label: fc.string({ minLength: 1 }),
    brand: fc.string(),
    otherNames: fc.array(fc.string()),
    portions: fc.array(fc.record({ label: fc.string(), grams: fc.integer({ min: 1, max: 5000 }) })),
    nova: fc.constantFrom(null, 1 as const, 4 as const),
    per: fc.constantFrom("100g" as const, "100ml" as const, "either" as const),
    figures: fc.dictionary(fc.constantFrom(...foodFigureNames), fc.integer({ min: 0, max: 100 })),
    marks: fc.dictionary(fc.constantFrom(...foodFigureNames), fc.constantFrom("trace" as const, "below" as const)),
  });

  it("come back as they went in", () => {
    fc.assert(
      fc.property(food, (given) => {
        const whole = { ...emptyFood("7"), ...given, figures: { ...given.figures }, marks: { ...given.marks } };
        const { code, label, barcode } = whole;
        expect(textToFood({ code, label, barcode, body: foodToText(whole) })).toEqual({ ok: true, value: whole });
      }),
    );
  });

  it("of another form are an error with their code, and unknown figures of a newer version are left out", () => {
    const row = { code: "7", label: "x", barcode: null };
    for (const body of ["", "5", "{", '{"f":{"fibreGrams":"7"}}', '{"n":9}', '{"p":[["a"]]}']) {
      expect(textToFood({ ...row, body })).toEqual({ ok: false, error: { type: "FoodRowUnreadable", code: "7" } });
    }
    const newer = textToFood({ ...row, body: '{"f":{"fibreGrams":7,"pectinGrams":1}}' });
    expect(newer).toMatchObject({ ok: true, value: { figures: { fibreGrams: 7 } } });
    expect(newer.ok && "pectinGrams" in newer.value.figures).toBe(false);
  });
});

describe("names of figures", () => {
  it("are those of the food layer, so that a picked food can be used there", () => {
    const all = Object.fromEntries(foodFigureNames.map((name) => [name, 1]));
    for (const name of nutrientNames) expect(settleFigures("fdc", all)).toHaveProperty(name);
  });
});

describe("plainBarcode", () => {
  it.each([
    ["0004006", "4006"],
    ["4006040055136", "4006040055136"],
    ["40 06-040055136", "4006040055136"],
    ["00000000", null],
    ["400604005513612345", null],
    ["abc", null],
    ["", null],
  ])("%j -> %j", (text, plain) => {
    expect(plainBarcode(text)).toBe(plain);
  });
});

describe("hostile files", () => {
  it("are never a crash, and every row read is accounted for", () => {
    const sources = [
      { name: "off.csv", text: offCsv(offMuesli, { ...offMuesli, code: "20" }) },
      { name: "off.jsonl", text: offJsonLine(offMuesli) + offJsonLine({ ...offMuesli, code: "20" }) },
      { name: "cofid.csv", text: cofidCsv },
      { name: "ciqual.csv", text: ciqualCsv },
      { name: "fdc.json", text: JSON.stringify({ FoundationFoods: fdcObjects }) },
    ];
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 30 }),
      put: fc.constantFrom(
        "",
        "\0",
        "\t\t\t",
        '"',
        "{",
        "}",
        "\n",
        "\ud800",
        "é",
        "-1e308",
        "=cmd()",
        "\uFEFF",
        "[".repeat(50),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (source, mutations) => {
          let { text } = source;
          for (const { at, cut, put } of mutations) {
            const place = Math.floor(at * text.length);
            text = text.slice(0, place) + put + text.slice(place + cut);
          }
          let read: ReturnType<typeof readAll>;
          try {
            read = readAll({ [source.name]: text });
          } catch (refused) {
            // `must` throws the named error of a refusal; anything else is a fault of ours
            expect(String(refused)).toMatch(/"type":"(Food|File|Not|Encoding|Looks)/);
            return;
          }
          const tally = tallyOf(read);
          const ignored = Object.values(tally.ignored).reduce((sum, count) => sum + count, 0);
          expect(tally.rowsUsed + ignored + skippedRows(tally)).toBe(tally.rowsRead);
          for (const food of read.foods.values()) {
            for (const value of Object.values(figuresOf(read.table.kind, food))) {
              expect(Number.isFinite(value) && value >= 0 && value <= 20_000).toBe(true);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
