import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileProblem } from "../importers/contract.ts";
import { hasWords, wordError } from "./words.ts";

const source = join(import.meta.dirname, "..");
/** Front doors word only what they alone know; their errors are not looked for here. */
const frontDoors = ["app", "cli"];

/** All source texts of the folders behind the front doors, without tests. */
function sourceTexts(): readonly string[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .filter((file) => !frontDoors.includes(file.split(/[\\/]/)[0] ?? ""))
    .map((file) => readFileSync(join(source, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""));
}

/** Text between the bracket at `open` and its partner. */
function inside(text: string, open: number, [left, right]: readonly [string, string]): string {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === left) depth += 1;
    // the `>` of an arrow closes nothing
    if (text[i] === right && text[i - 1] !== "=") depth -= 1;
    if (depth === 0) return text.slice(open + 1, i);
  }
  return "";
}

/** Last type argument of `Result<T, E>`: E. */
function errorPart(argument: string): string {
  let depth = 0;
  let cut = -1;
  for (let i = 0; i < argument.length; i++) {
    if ("<({[".includes(argument[i]!)) depth += 1;
    if (">)}]".includes(argument[i]!) && argument[i - 1] !== "=") depth -= 1;
    if (depth === 0 && argument[i] === ",") cut = i;
  }
  return cut < 0 ? "" : argument.slice(cut + 1);
}

/** Every `type` literal of every type that stands in the error place of a `Result`, and every literal given to `err`. */
function errorTypes(texts: readonly string[]): ReadonlySet<string> {
  const declarations = new Map<string, string>();
  for (const text of texts) {
    for (const match of text.matchAll(/\binterface (\w+)[^{]*\{/g)) {
      declarations.set(match[1]!, inside(text, match.index + match[0].length - 1, ["{", "}"]));
    }
    for (const match of text.matchAll(/\btype (\w+) =([\s\S]*?);\n(?=\n|export|interface|type|const|\/\/|\/\*|$)/g)) {
      declarations.set(match[1]!, match[2]!);
    }
  }
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const declaration = declarations.get(name);
    if (seen.has(name) || declaration === undefined) return;
    seen.add(name);
    for (const type of declaration.matchAll(/\btype:\s*((?:\s*\|?\s*"\w+")+)/g)) {
      for (const literal of type[1]!.matchAll(/"(\w+)"/g)) found.add(literal[1]!);
    }
    // an alias of a union of other errors
    if (!declaration.includes("type:")) for (const part of declaration.matchAll(/\b[A-Z]\w+/g)) follow(part[0]);
  };
  for (const text of texts) {
    for (const match of text.matchAll(/\bResult</g)) {
      const error = errorPart(inside(text, match.index + "Result".length, ["<", ">"]));
      for (const name of error.matchAll(/\b[A-Z]\w+/g)) follow(name[0]);
    }
    for (const match of text.matchAll(/\berr\(\{\s*type: "(\w+)"/g)) found.add(match[1]!);
  }
  return found;
}

describe("words for every error", () => {
  const types = errorTypes(sourceTexts());

  it("finds the errors of every room in the source", () => {
    for (const type of [
      "DayInvalid",
      "SchemaMismatch",
      "StoreLocked",
      "DiskFull",
      "EntryRefused",
      "ExportUnreadable",
    ]) {
      expect(types).toContain(type);
    }
    for (const type of ["FileEmpty", "TooManyRows", "FormatNotSupported", "NoOutcome", "DiaryTooShort"]) {
      expect(types).toContain(type);
    }
    expect(types.size).toBeGreaterThan(35);
  });

  it("leaves none without words", () => {
    expect([...types].filter((type) => !hasWords(type))).toEqual([]);
  });

  it("would notice an error without words", () => {
    const invented = ['export interface Odd { readonly type: "OddNews"; }\nexport function a(): Result<void, Odd> {}'];
    expect([...errorTypes(invented)].filter((type) => !hasWords(type))).toEqual(["OddNews"]);
  });
});

describe("the words", () => {
  it("name file, line, column and the mend of a file problem", () => {
    const problem: FileProblem = {
      type: "NotANumber",
      file: "diary.csv",
      line: 12,
      column: 3,
      columnName: "fibre",
      found: "a lot",
      expected: "a number",
    };
    expect(wordError(problem)).toEqual({
      sentence: 'diary.csv, line 12, column 3 ("fibre"): "a lot" is not a number.',
      mend: "Write a number without a unit, or leave the cell blank when nothing was recorded.",
    });
    const whole: FileProblem = { ...problem, type: "FileEmpty", line: 0, column: 0, columnName: "" };
    expect(wordError(whole).sentence).toBe("diary.csv: the file is empty.");
  });

  it.each([
    [{ type: "DayInvalid", text: "2026-02-30" }, '"2026-02-30" is not a day in the calendar.'],
    [
      { type: "StoreLocked", place: "/home/a/journal.db", detail: "" },
      'Another program is using the journal at "/home/a/journal.db" right now, so nothing was changed.',
    ],
    [
      { type: "DiskFull", place: "/x" },
      'There is no space left at "/x", so this was not saved. What was saved before is safe.',
    ],
    [
      { type: "EntryRefused", index: 0, field: "value", reason: "out-of-range" },
      'Entry 1 was not saved: "value" is outside what can be meant.',
    ],
    [{ type: "DiaryTooShort", have: 1, need: 14 }, "The diary has 1 day so far; 14 days are needed for a first look."],
    [
      { type: "NoUsableOutcome", unused: [{ type: "TooFewDays", column: "itch", have: 3, need: 14 }] },
      'None of the gut, skin, stress or sleep scores can be used yet (too few days or no change in "itch").',
    ],
    [
      { type: "SchemaMismatch", what: "journal export", issues: [{ path: "ops[0]", message: "wrong" }] },
      "This is not a readable journal export at ops[0]: wrong.",
    ],
    [
      { type: "LineOutOfRange", found: "itch 14", about: "Itch", expected: "0 to 10" },
      '"itch 14" is not stored, because Itch goes from 0 to 10.',
    ],
  ])("%j", (error, sentence) => {
    expect(wordError(error).sentence).toBe(sentence);
  });

  it("name an error of another version instead of hiding it", () => {
    expect(wordError({ type: "FromTheFuture" }).sentence).toContain("FromTheFuture");
  });

  it("stay whole sentences whatever facts are missing or hostile", () => {
    const names = [...errorTypes(sourceTexts())];
    const facts = fc.dictionary(
      fc.constantFrom("text", "place", "detail", "found", "expected", "file", "columnName", "line", "column", "issues", "unused", "have", "index"),
      fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.double(), fc.constant(null), fc.array(fc.constant({ column: "\u001b[31m" }))),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...names), facts, (type, more) => {
        const { sentence, mend } = wordError({ ...more, type });
        for (const text of [sentence, mend]) {
          expect(text).toMatch(/\S.*[.]$|\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          expect(/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
