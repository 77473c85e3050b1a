/** Is the protocol of the diary kept: who is left out, what a day sums, what the constant is? */
import { describe, expect, it } from "vitest";
import {
  daysOf,
  diaryEntries,
  diaryScore,
  energyScore,
  type EntryGuess,
  fibreEntries,
  leaveOnePersonOut,
  straightLine,
  stretchFor80,
} from "./diary-fibre.ts";
import { rowsOf } from "./shared-data.ts";

const head = "subject\tdate\ttime\tlogged_food\tamount\tunit\tsearched_food\tkcal\tcarb_g\tfibre_g\n";
const line = (
  subject: string,
  date: string,
  food: string,
  amount: string,
  unit: string,
  kcal: string,
  fibre: string,
): string => `${subject}\t${date}\t\t${food}\t${amount}\t${unit}\t\t${kcal}\t\t${fibre}\n`;
const guess = (fibreGrams: number, fibreSd: number | null, kcal: number): EntryGuess => ({
  fibreGrams,
  fibreSd,
  kcal,
  isUnderstood: true,
  answer: "",
});

describe("entries", () => {
  it("leaves out missing fibre, the standard breakfast, Boost, and days without any fibre", () => {
    const all = diaryEntries(
      rowsOf(
        head +
          line("1", "a", "Apple", "1.0", "", "90", "4") +
          line("1", "a", "Milk", "8.0", "fluid ounce", "120", "") +
          line("1", "a", "Std breakfast", "", "", "280", "1") +
          line("1", "a", "Boost", "1", "", "200", "3") +
          line("1", "a", "Bread", "half", "slices", "90", "0") +
          line("1", "b", "Beef", "1", "", "300", "0"),
      ),
    );
    const entries = fibreEntries(all);
    expect(all.map((entry) => entry.food)).toEqual(["Apple", "Milk", "Bread", "Beef"]);
    expect(entries.map((entry) => [entry.text, entry.amount, entry.day])).toEqual([
      ["1 Apple", 1, "1 a"],
      ["half slices Bread", 0.5, "1 a"],
    ]);
  });
});

describe("days and scores", () => {
  const all = diaryEntries(
    rowsOf(
      head +
        line("1", "a", "Apple", "1", "", "100", "4") +
        line("1", "a", "Bread", "1", "", "100", "2") +
        line("2", "b", "Beans", "1", "", "200", "12"),
    ),
  );
  const entries = fibreEntries(all);
  it("adds means, and SDs as independent", () => {
    const [first] = daysOf(entries, [guess(3, 3, 1), guess(3, 4, 1), guess(0, 1, 1)]);
    expect(first).toMatchObject({ guess: 6, sd: 5, truth: 6 });
  });
  it("compares with always saying the mean of the days", () => {
    const score = diaryScore("t", entries, [guess(5, 1, 149), guess(2, 1, 151), guess(12, 1, 0)]);
    expect(score).toMatchObject({ mae: 0.5, meanTruth: 9, coverage80: 1 });
    expect(score.shareOfConstant.value).toBeCloseTo(0.5 / 3, 12);
    expect(score.difference.value).toBeCloseTo(-2.5, 12);
  });
  it("compares the energy of each entry with its reference", () => {
    const score = energyScore(all, [guess(0, 1, 149), guess(0, 1, 151), guess(0, 1, 0)]);
    expect(score).toEqual({ entries: 3, within15: 1 / 3, within20: 2 / 3 });
  });
  it("states no coverage for a method that states no SD", () => {
    expect(diaryScore("t", entries, [guess(5, null, 1), guess(2, null, 1), guess(12, null, 1)]).coverage80).toBeNull();
  });
});

describe("leaving one person out", () => {
  it("learns constant and line from the others alone", () => {
    const day = (person: string, at: number, truth: number) => ({
      person,
      day: `${person}${String(at)}`,
      guess: at,
      sd: null,
      truth,
    });
    const days = [day("a", 1, 10), day("a", 2, 20), day("b", 3, 30), day("b", 4, 0)];
    const [a, b] = leaveOnePersonOut(days);
    expect(a).toMatchObject({ person: "a", days: 2, constantMae: 5 });
    expect(b?.straightenedMae).toBeCloseTo((0 + 40) / 2, 9);
  });
  it("finds the stretch with which four of five days are covered", () => {
    const sd = 10 * Math.sqrt(Math.exp(0.04) - 1);
    const at = (z: number) => ({ person: "a", day: String(z), guess: 10, sd, truth: 10 * Math.exp(-0.02 + 0.2 * z) });
    expect(stretchFor80([0.1, -0.5, 1, 2.5631, 9].map(at))).toBeCloseTo(2, 4);
    expect(stretchFor80([{ ...at(1), sd: null }])).toBeNull();
  });
  it("fits no slope to guesses that do not vary", () => {
    expect(straightLine([{ guess: 2, truth: 1 }, { guess: 2, truth: 5 }])).toEqual({ slope: 0, intercept: 3 }); // prettier-ignore
  });
});
