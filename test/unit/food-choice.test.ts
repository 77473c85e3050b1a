/**
 * Does the choice of official foods do what it says: eaten ones first, twins on one row, and never two foods that differ as one?
 *
 * Small lists of official foods, and a small file in the form of the recalls.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chooseFoods } from "../../scripts/food-table/choose-foods.mjs";
import { eatenCodes, peopleOfRecalls } from "../../scripts/food-table/eaten-codes.mjs";
import { olderNames } from "../../scripts/food-table/older-names.mjs";
import { plainWords } from "../../scripts/food-table/official-name.mjs";
import { twinsOf } from "../../scripts/food-table/twins.mjs";

const official = (code: string, description: string, energyKcal: number, fibreGrams: number, category = "6404") => ({
  code,
  category,
  description,
  words: plainWords(description).split(" "),
  figures: { energyKcal, fibreGrams, sugarGrams: 2, fatGrams: 1, alcoholGrams: 0, caffeineMg: 0 },
  weight: 1,
  portion: 100,
});

describe("twins", () => {
  const kale = official("1", "Kale, fresh, cooked, no added fat", 40, 4);
  const rows = new Set(["1"]);

  it("let one row carry the names of two foods with nearly the same figures", () => {
    expect(twinsOf([kale, official("2", "Kale, frozen, cooked, no added fat", 42, 4.2)], rows)).toEqual(
      new Map([["2", "1"]]),
    );
  });

  it("are none where fibre, energy, kind or a telling word differ, or no row is there", () => {
    const others = [
      official("3", "Kale, fresh, cooked, no added fat, young", 40, 4.6),
      official("4", "Kale, fresh, cooked, fat added", 75, 4),
      official("5", "Kale, fresh, cooked, no added fat", 40, 4, "6489"),
      official("6", "Kale, canned, cooked, no added fat", 40, 4),
      official("7", "Spinach, boiled", 40, 4),
    ];
    expect(twinsOf([kale, ...others], rows).size).toBe(0);
    expect(twinsOf([kale], new Set()).size).toBe(0);
  });
});

describe("the choice", () => {
  const foods = ["apple", "pear", "plum", "quince"].map((name, at) => official(String(at), name, 50, at));

  it("takes the eaten ones first, then what would be missed most, and no more than asked for", () => {
    const { codes } = chooseFoods(foods, new Set(["3"]), 2, 0, ["0"]);
    expect(codes).toEqual(["0", "2"]);
  });

  it("costs nothing where everything is there", () => {
    const { left } = chooseFoods(foods, new Set(["0", "1", "2", "3"]), 9, 0);
    expect(left.map(({ cost }) => cost)).toEqual([0, 0, 0, 0]);
  });
});

describe("codes of the recalls", () => {
  const folder = mkdtempSync(join(tmpdir(), "recalls-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, "meals"));
  const lines = [
    "sample\tuser\tday\tfood_code",
    "a\tp1\t1\t10",
    "a\tp1\t2\t10",
    "b\tp2\t1\t10",
    "b\tp2\t1\t20",
    "c\tp3\t1\t10",
  ];
  writeFileSync(join(folder, "meals", "dietstudy_dev_items.tsv"), `${lines.join("\n")}\n`);

  it("count people, not meals, and only codes of two or more", () => {
    expect(eatenCodes(folder)).toEqual(new Map([["10", 3]]));
    expect(peopleOfRecalls(folder)).toEqual(["p1", "p2", "p3"]);
  });

  it("leave out whom they are judged on", () => {
    expect(eatenCodes(folder, new Set(["p1"]))).toEqual(new Map([["10", 2]]));
    expect(eatenCodes(folder, new Set(["p1", "p2"])).size).toBe(0);
  });

  it("are none where the file is absent", () => {
    expect(eatenCodes(join(folder, "nowhere")).size).toBe(0);
    expect(peopleOfRecalls(join(folder, "nowhere"))).toEqual([]);
  });
});

describe("older names", () => {
  it("are written as names are, and each belongs to one food", () => {
    const all = [...olderNames.values()].flat();
    expect(all.length).toBeGreaterThan(60);
    for (const name of all) expect(plainWords(name)).toBe(name);
    expect(new Set(all).size).toBe(all.length);
  });
});
