/**
 * Does the pipeline from hand-written tables to the shipped one refuse what is wrong, and say where and how to mend it?
 *
 * Small tables as texts, whole and broken in one place each; then official descriptions and the names and traits that the rules give them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildTable, nameKey } from "../../scripts/food-table/build-table.mjs";
import { kinds } from "../../scripts/food-table/food-kinds.mjs";
import { layOut } from "../../scripts/food-table/lay-out.mjs";
import { namesOfDescription } from "../../scripts/food-table/official-name.mjs";
import { plantsOf } from "../../scripts/food-table/plant-words.mjs";
import { fermentOf, flagsOf } from "../../scripts/food-table/word-traits.mjs";
import { decodeFoods } from "../../src/foods/decode-table.ts";
import { foodFlags } from "../../src/foods/food.ts";
import { nutrientNames } from "../../src/foods/nutrients.ts";
import { rangeSources } from "../../src/foods/sources.ts";

const words = { flags: foodFlags, nutrients: nutrientNames, sources: rangeSources };
const header =
  "id names code portion units piece most plants nova ferment fructans starch glucan gi flags common set parts"
    .split(" ")
    .join("\t");
const figures = [
  ["code", ...nutrientNames].join("\t"),
  ["fndds:11111111", 100, 80, 5, 3, 1, 10, 2, 4, 0, 0, 0, 0.1, 0.01].join("\t"),
  ["fndds:22222222", 300, 40, 8, 10, 2, 40, 6, 20, "", 0, 0, "", ""].join("\t"),
].join("\n");

type Cells = Partial<Record<string, string>>;
const bean: Cells = {
  id: "bean-stew",
  names: "bean stew|stewed beans",
  code: "fndds:11111111",
  portion: "200",
  units: "bowl=250|tbsp=20",
  most: "800",
  plants: "bean|~cumin",
  nova: "1:80 3:20",
  fructans: "0.5-2 own",
  flags: "legume",
};
const cake: Cells = {
  id: "cake",
  names: "cake|=gateaux",
  code: "fndds:22222222",
  portion: "80",
  piece: "80",
  most: "400",
};

function line(cells: Cells): string {
  return header
    .split("\t")
    .map((name) => cells[name] ?? "")
    .join("\t");
}

function built(...rows: readonly Cells[]): ReturnType<typeof buildTable> {
  return buildTable({ files: [["made.tsv", [header, "# a reason", ...rows.map(line)].join("\n")]], figures, words });
}

function faultsOf(...rows: readonly Cells[]): string {
  return built(...rows).faults.join("\n");
}

describe("a hand-written table", () => {
  it("becomes foods that the program decodes as they were written", () => {
    const { foods, faults } = built(bean, cake);
    expect(faults).toEqual([]);
    const table = decodeFoods(layOut(foods, nutrientNames));
    const stew = table.byId.get("bean-stew");
    expect(stew).toMatchObject({
      names: ["bean stew", "stewed beans"],
      category: "made",
      source: "fndds:11111111",
      portionGrams: 200,
      unitGrams: { bowl: 250, tbsp: 20 },
      pieceGrams: null,
      mostGrams: 800,
      plants: ["bean", "cumin"],
      spices: ["cumin"],
      isSpice: false,
      nova: [0.8, 0, 0.2, 0],
      fructans: { low: 0.5, high: 2, source: "own" },
      ferment: null,
      live: "low",
    });
    expect(stew?.per100Grams).toMatchObject({ energyKcal: 100, fibreGrams: 2, addedSugarGrams: 0, epaDhaGrams: 0.01 });
    expect(table.byId.get("cake")).toMatchObject({
      names: ["cake", "gateaux"],
      exactNames: ["gateaux"],
      pieceGrams: 80,
    });
  });

  it("leaves a figure that was not measured absent, never 0", () => {
    const table = decodeFoods(layOut(built(cake).foods, nutrientNames));
    expect(table.byId.get("cake")?.per100Grams).not.toHaveProperty("addedSugarGrams");
    expect(table.byId.get("cake")?.per100Grams).not.toHaveProperty("alaGrams");
  });

  it("takes the figures of a dish from its parts, a portion at a time, and water for what they do not weigh", () => {
    const dish: Cells = {
      id: "dish",
      names: "dish",
      code: "parts",
      portion: "400",
      most: "900",
      parts: "bean-stew 200|cake 100",
    };
    const { foods, faults, notes } = built(bean, cake, dish);
    expect(faults).toEqual([]);
    const found = foods.find((food) => food.cells["id"] === "dish")?.figures;
    // (2 x 100 + 1 x 300) kcal in 400 g
    expect(found?.["energyKcal"]).toBeCloseTo(125, 9);
    expect(found?.["fibreGrams"]).toBeCloseTo(2.5, 9);
    // 2 x 80 + 40 + 100 of water in 400 g
    expect(found?.["waterGrams"]).toBeCloseTo(75, 9);
    // a third of the weight does not know its added sugar
    expect(found).not.toHaveProperty("addedSugarGrams");
    expect(notes.join()).toContain("the parts of dish (parts) weigh 300 g, its portion 400 g");
  });

  it("lets set win over the code", () => {
    const sweet = built({ ...cake, set: "addedSugarGrams=18|fibreGrams=1" }).foods[0]?.figures;
    expect(sweet).toMatchObject({ addedSugarGrams: 18, fibreGrams: 1, energyKcal: 300 });
  });

  it("drops names that only repeat one of the same food", () => {
    expect(built({ ...cake, names: "cake|cakes|crème cake|creme cakes" }).foods[0]?.cells["names"]).toBe(
      "cake|crème cake",
    );
    expect(nameKey("Goat's-milk".toLowerCase())).toBe(nameKey("goats milks"));
    expect(nameKey("=crisps")).not.toBe(nameKey("crisp"));
  });
});

describe("a broken table is refused with file, line, column and mend:", () => {
  const broken: readonly (readonly [string, Cells, string])[] = [
    ["an id with capitals", { id: "Bean" }, 'made.tsv:3 id: "Bean" is not lower case words joined by "-"'],
    ["a name in capitals", { names: "Beans" }, "made.tsv:3 names:"],
    ["an empty name", { names: "beans||stew" }, "an empty or spaced name"],
    ["a code of another kind", { code: "usda:12" }, 'code: "usda:12" is none of fndds:'],
    [
      "a code without figures",
      { code: "fndds:99999999" },
      "figures.tsv has no fndds:99999999. Run: npm run food-figures",
    ],
    ["a portion in words", { portion: "a bowl" }, 'portion: "a bowl" is not a weight; write grams, as 250'],
    ["a portion above the most", { most: "100" }, "most: 100 g is less than the portion of 200 g"],
    ["a unit without grams", { units: "bowl" }, 'units: "bowl=" is not unit=grams'],
    ["a piece of no weight", { piece: "0" }, 'piece: "0" is not a weight'],
    ["a plant with a space", { plants: "green bean" }, "plants:"],
    ["a plant under a second name", { plants: "zucchini" }, '"zucchini" is counted as "courgette" everywhere'],
    ["NOVA shares that do not sum", { nova: "1:80 3:30" }, 'the shares "1:80 3:30" sum to 110 %; make them 100'],
    ["a NOVA class of 5", { nova: "5" }, "is not a class 1-4"],
    ["an unknown ferment", { ferment: "alive" }, 'ferment: "alive" is none of live-high'],
    ["a range upside down", { fructans: "3-1 own" }, "fructans: low 3 is above high 1; swap them"],
    ["a range without source", { starch: "1-2" }, 'starch: "1-2" is not "low-high source"'],
    ["a range of an unknown source", { glucan: "1-2 web" }, 'source "web" is not in src/foods/sources.ts'],
    ["a GI above any food", { gi: "50-150 own" }, "gi: 150 is more than 115"],
    ["an unknown flag", { flags: "legume tasty" }, 'flags: "tasty" is not a flag'],
    ["a flag twice", { flags: "legume legume" }, '"legume" stands twice'],
    ["a bonus out of range", { common: "9" }, 'common: "9" is not a number from -3 to 3'],
    ["a figure of another name", { set: "calories=5" }, 'set: "calories" is not a figure'],
    ["a part that is not there", { parts: "moon-cheese 20" }, 'parts: there is no food "moon-cheese"'],
    ["a dish that is its own part", { parts: "bean-stew 20" }, "bean-stew is part of bean-stew; break the circle"],
    ["figures from parts without parts", { code: "parts" }, "the figures are to come from parts, and there are none"],
    ["own figures without energy", { code: "own" }, "code own needs its figures here"],
    ["more energy than fat has", { set: "energyKcal=950" }, "is more than pure fat"],
    ["more solids than weight", { set: "fatGrams=60" }, "sum to 155 g in 100 g"],
    ["spaces at the end", { units: "bowl=250 " }, "spaces too many"],
  ];
  it.each(broken)("%s", (_, change, said) => {
    expect(faultsOf({ ...bean, ...change })).toContain(said);
  });

  it("a line of 17 columns", () => {
    const files = [["made.tsv", `${header}\n${line(bean).replace("\t\t", "\t")}`]] as const;
    expect(buildTable({ files, figures, words }).faults.join()).toContain("made.tsv:2: 17 columns instead of 18");
  });

  it("another header, and an empty file", () => {
    expect(buildTable({ files: [["made.tsv", "id\tnames"]], figures, words }).faults.join()).toContain(
      "must name the columns",
    );
    expect(buildTable({ files: [["made.tsv", ""]], figures, words }).faults.join()).toContain("the file is empty");
  });

  it("an id or a name in two places, also as a plural", () => {
    expect(faultsOf(bean, { ...cake, id: "bean-stew" })).toContain('id: "bean-stew" is also in made.tsv:3');
    expect(faultsOf(bean, { ...cake, names: "bean stews" })).toContain(
      'names: "bean stews" is also a name of bean-stew',
    );
  });

  it("and a lenient look leaves the faulty row out, keeps the others, and still tells", () => {
    const files = [
      ["made.tsv", [header, line({ ...bean, portion: "x" }), line({ ...cake, parts: "bean-stew 20" })].join("\n")],
    ] as const;
    const { foods, faults } = buildTable({ files, figures, words, lenient: true });
    expect(foods.map((food) => food.cells["id"])).toEqual(["cake"]);
    expect(foods[0]?.cells["parts"]).toBe("");
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe("own names of official descriptions", () => {
  it.each([
    ["Bread, whole wheat, toasted", "toasted whole wheat bread", "bread whole wheat toasted"],
    ["Milk, NFS", "milk", "milk nfs"],
    ["Rice, white, cooked, made with oil", "cooked white rice made with oil", "rice white cooked made with oil"],
    ["Fish, cod, fried", "fried cod", "fish cod fried"],
    ["Fish, NS as to type, fried", "fried fish", "fish ns as to type fried"],
    ["Beef, steak, ribeye, lean only eaten", "ribeye beef steak lean only eaten", "beef steak ribeye lean only eaten"],
    ["Egg, whole, fried, NS as to fat", "fried whole egg", "egg whole fried ns as to fat"],
    ["Coffee, Latte, nonfat", "nonfat latte", "coffee latte nonfat"],
    ["Cheeseburger (McDonalds)", "mcdonalds cheeseburger", "cheeseburger mcdonalds"],
    ["Cereal (Kellogg's Corn Pops)", "corn pops cereal", "cereal kelloggs corn pops"],
    [
      "Chicken breast, baked, broiled, or roasted, skin eaten, from raw",
      "chicken breast baked broiled or roasted skin eaten from raw",
      "chicken breast baked broiled or roasted skin eaten from raw",
    ],
  ])("%s", (description, name, official) => {
    expect(namesOfDescription(description)).toMatchObject({ name, official });
  });
});

describe("traits of official descriptions", () => {
  const kind = (number: string) => {
    const found = kinds.get(number);
    if (found === undefined) throw new Error(`no kind ${number}`);
    return found;
  };
  it("counts plants that are said to be there, and none that are said to be absent", () => {
    expect(
      plantsOf(
        "Beef with vegetables including carrots, broccoli, and/or dark-green leafy; no potatoes",
        "mixed-dishes",
      ),
    ).toEqual(["carrot", "broccoli"]);
    expect(
      plantsOf(
        "Beef, potatoes, and vegetables excluding carrots, broccoli, and dark-green leafy; gravy",
        "mixed-dishes",
      ),
    ).toEqual(["potato"]);
    expect(plantsOf("Bread, whole wheat", "bread")).toEqual(["wheat"]);
    expect(plantsOf("Bread, white", "bread")).toEqual([]);
    expect(plantsOf("Ice cream, strawberry", "sweets")).toEqual([]);
    expect(plantsOf("Green beans, fresh, cooked", "vegetables")).toEqual(["green-bean"]);
  });

  it("finds no dairy in plant milk, and none that is ruled out", () => {
    const none = (flags: readonly string[]) =>
      flags.filter((flag) => ["milk", "cheese", "cream-butter", "fermented-dairy"].includes(flag));
    expect(none(flagsOf("Coconut milk", kind("1404"), {}))).toEqual([]);
    expect(none(flagsOf("Coffee, Latte, with non-dairy milk", kind("7302"), {}))).toEqual([]);
    expect(none(flagsOf("Taco, meat, no cheese", kind("3502"), {}))).toEqual([]);
    expect(none(flagsOf("Peanut butter", kind("2804"), {}))).toEqual([]);
    expect(flagsOf("Bread, gluten free", kind("4202"), {})).not.toContain("gluten-grain");
    expect(flagsOf("Tea, iced, instant, black", kind("7304"), {})).not.toContain("hot-drink");
  });

  it("knows what is alive and what is not", () => {
    expect(fermentOf("Yogurt, Greek, low fat milk, plain", kind("1822"))).toBe("live-high");
    expect(fermentOf("Soy sauce", kind("8404"))).toBe("killed");
    expect(fermentOf("Lettuce, raw", kind("6410"))).toBe("raw-medium");
  });

  it("gives shares of NOVA that sum to 100 for every kind", () => {
    for (const one of kinds.values()) {
      const shares = one.nova.includes(":") ? one.nova.split(" ").map((pair) => Number(pair.split(":")[1])) : [100];
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
    }
  });
});

const labels = join(process.env["GUTSKIN_DATA"] ?? "../shared/data", "usda/nova_labels_grocerydb.tsv");

describe.skipIf(!existsSync(labels))("NOVA of the extended table against labels given by hand (GroceryDB)", () => {
  it("agrees on ultra-processed or not for most foods that both have", () => {
    const rows = (path: string) =>
      readFileSync(path, "utf8")
        .trimEnd()
        .split("\n")
        .map((text) => text.split("\t"));
    const labelByCode = new Map(rows(labels).map(([code, , , nova]) => [code, nova]));
    const foods = rows("src/foods/table/extended.tsv").filter(([id]) => id?.startsWith("x"));
    let both = 0;
    let agree = 0;
    for (const row of foods) {
      const label = labelByCode.get(row[2]?.replace("fndds:", "") ?? "");
      if (label === undefined) continue;
      const nova = row[8] ?? "";
      const four = nova === "4" ? 100 : Number(/4:(\d+)/.exec(nova)?.[1] ?? 0);
      both += 1;
      if (four >= 50 === (label === "4")) agree += 1;
    }
    expect(both).toBeGreaterThan(200);
    expect(agree / both).toBeGreaterThan(0.85);
  });
});
