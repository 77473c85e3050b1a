import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayToNumber, parseDay } from "../base/day.ts";
import type { Draft } from "../journal/store.ts";
import type { ColumnMapping, ImportOptions, ImportPreview } from "./contract.ts";
import { previewImport } from "./preview-import.ts";

const options: ImportOptions = {
  person: "0".repeat(32),
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  lastBelievableDayNumber: 21_000,
};
const file = (text: string) => ({ name: "days.csv", bytes: new TextEncoder().encode(text) });
const preview = (text: string, more: Partial<ImportOptions> = {}): ImportPreview => {
  const result = previewImport(file(text), { ...options, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problem = (text: string, more: Partial<ImportOptions> = {}) => {
  const result = previewImport(file(text), { ...options, ...more });
  return result.ok ? null : result.error;
};
const entries = (drafts: readonly Draft[]) => drafts.flatMap((draft) => (draft.action === "put" ? [draft.entry] : []));
const rowsAccounted = (p: ImportPreview) =>
  p.rowsUsed + p.rowsSkipped + p.ignored.reduce((sum, each) => sum + each.rows, 0);

describe("a wide table of days", () => {
  it("proposes a target for every column, with the reason", () => {
    const { proposals, mapping, unmapped } = preview(
      "Date,Itch,Fibra (g),Steps,Place,Notes,Empty\n2025-01-01,3,20,9000,Rome,slept badly,\n",
    );
    expect(proposals?.map((each) => [each.header, each.why, each.target.to])).toEqual([
      ["Date", "date", "ignore"],
      ["Itch", "name-matches-catalogue", "variable"],
      ["Fibra (g)", "name-matches-catalogue", "variable"],
      ["Steps", "numeric-unknown-name", "custom"],
      ["Place", "text", "ignore"],
      ["Notes", "text", "note"],
      ["Empty", "empty", "ignore"],
    ]);
    expect(mapping?.columns["Fibra (g)"]).toEqual({ to: "variable", id: "fibreGrams" });
    expect(unmapped).toEqual([{ column: "Place", filled: 1 }]);
  });

  it("gives answers, one definition per own variable, and notes", () => {
    const { drafts, countsByVariable, firstDay, lastDay } = preview(
      "date,itch,Steps,notes\n2025-01-02,3,9000,'=HYPERLINK\n2025-01-01,,8000,\n",
    );
    expect(entries(drafts)).toEqual([
      { kind: "answer", day: "2025-01-01", item: "Steps", value: 8000, source: "wide-csv" },
      { kind: "answer", day: "2025-01-02", item: "itch", value: 3, source: "wide-csv" },
      { kind: "answer", day: "2025-01-02", item: "Steps", value: 9000, source: "wide-csv" },
      { kind: "note", day: "2025-01-02", text: "=HYPERLINK", source: "wide-csv" },
      {
        kind: "customVariable",
        day: "2000-01-01",
        id: "Steps",
        label: "Steps",
        role: "lever",
        unit: "",
        betterIs: "neither",
        source: "wide-csv",
      },
    ]);
    expect(countsByVariable).toEqual({ Steps: 2, customVariable: 1, itch: 1, note: 1 });
    expect([firstDay, lastDay]).toEqual(["2025-01-01", "2025-01-02"]);
  });

  it("skips what cannot be read, with line and reason, and keeps the rest of the row", () => {
    const p = preview(
      [
        "date,itch,sleep,Steps",
        "2025-01-01,14,7,1",
        "2025-01-02,=1+1,7,1e308",
        "2025-02-30,1,1,1",
        "2025-01-03,1,1,1,9",
        "2025-01-04,3,30,",
        ",,,",
        "2025-01-05,,,",
        "2025-01-06,x,,",
        "",
      ].join("\n"),
    );
    expect(p.skipped.map((s) => [s.line, s.columnName, s.code, s.found])).toEqual([
      [2, "itch", "out-of-range", "14"],
      [3, "itch", "bad-number", "=1+1"],
      [3, "Steps", "bad-number", "1e308"],
      [4, "date", "bad-date", "2025-02-30"],
      [5, "", "too-many-cells", "9"],
      [6, "sleep", "out-of-range", "30"],
      [9, "itch", "bad-number", "x"],
    ]);
    expect([p.rowsRead, p.rowsUsed, p.rowsSkipped]).toEqual([8, 3, 3]);
    expect(p.ignored).toEqual([
      { rule: "blank-row", rows: 1 },
      { rule: "nothing-mapped", rows: 1 },
    ]);
    expect(rowsAccounted(p)).toBe(p.rowsRead);
  });

  it("leaves both rows of a day out when they differ, and keeps one when they agree", () => {
    const p = preview(
      "date,itch\n2025-01-01,1\n2025-01-01,2\n2025-01-02,5\n2025-01-02,5.\n2025-01-03,4\n2025-01-03,4\n",
    );
    expect(entries(p.drafts).map((entry) => entry.day)).toEqual(["2025-01-03"]);
    expect(p.skipped.map((s) => [s.line, s.code])).toEqual([2, 3, 4, 5, 7].map((line) => [line, "duplicate-day"]));
    expect(rowsAccounted(p)).toBe(p.rowsRead);
  });

  it("reads a confirmed mapping and refuses one for another file", () => {
    const mapping: ColumnMapping = {
      dateColumn: "when",
      dateOrder: "dmy",
      decimal: ",",
      columns: {
        a: {
          to: "custom",
          id: "kefir",
          label: "Kefir",
          role: "lever",
          unit: "ml",
          min: 0,
          max: 500,
          betterIs: "neither",
        },
        b: { to: "variable", id: "probioticTaken" },
      },
    };
    const p = preview('when,a,b,c\n01/02/2025,"1,5",yes,9\n02/02/2025,600,no,\n', { mapping });
    expect(entries(p.drafts).slice(0, 3)).toMatchObject([
      { day: "2025-02-01", item: "kefir", value: 1.5 },
      { day: "2025-02-01", item: "probioticTaken", value: 1 },
      { day: "2025-02-02", item: "probioticTaken", value: 0 },
    ]);
    expect(p.skipped).toMatchObject([{ line: 3, columnName: "a", code: "out-of-range" }]);
    expect(p.unmapped).toEqual([{ column: "c", filled: 1 }]);
    expect(p.assumptions.map((each) => each.type)).toEqual(["DateOrder", "DecimalMark"]);
    expect(problem("date,a\n2025-01-01,1\n", { mapping })).toMatchObject({
      type: "MappingUnknownColumn",
      found: "when",
    });
    const other = { ...mapping, dateColumn: "date" };
    expect(problem("date,a\n2025-01-01,1\n", { mapping: other })).toMatchObject({
      type: "MappingUnknownColumn",
      found: "b",
    });
  });

  it("asks for the date order when nothing proves it, and takes the answer", () => {
    const text = "date,itch\n01/02/2025,1\n02/02/2025,2\n";
    expect(problem(text)).toMatchObject({ type: "DateOrderAmbiguous", line: 2 });
    expect(preview(text, { dateOrder: "mdy" }).lastDay).toBe("2025-02-02");
    expect(preview(text, { dateOrder: "mdy" }).firstDay).toBe("2025-01-02");
    expect(preview(text, { dateOrder: "dmy" }).firstDay).toBe("2025-02-01");
  });

  it("does not guess decimal commas in a file cut by commas, nor a comma that may be a thousand", () => {
    expect(preview('date,sleep,itch\n2025-01-01,"7,5",1\n').skipped).toMatchObject([
      { code: "bad-number", found: "7,5" },
    ]);
    expect(preview("date;sleep\n2025-01-01;7,5\n").countsByVariable).toEqual({ sleepHours: 1 });
    expect(preview("date;Steps;itch\n2025-01-01;9,000;1\n").skipped).toMatchObject([{ code: "bad-number" }]);
    const both = "date;sleep;Steps\n2025-01-01;7,5;1.234\n";
    expect(preview(both).skipped).toMatchObject([{ columnName: "Steps", code: "bad-number" }]);
    expect(entries(preview(both, { decimal: "," }).drafts)).toMatchObject([
      { value: 7.5 },
      { item: "Steps", value: 1234 },
      {},
    ]);
    expect(entries(preview("date,sleep\n2025-01-01,1.234\n").drafts)).toMatchObject([{ value: 1.234 }]);
  });

  it("says when a 0-10 score looks as if it was given on a shorter scale", () => {
    const days = Array.from({ length: 12 }, (_, i) => `2025-01-${String(i + 1).padStart(2, "0")},${i % 5}`);
    expect(preview(`date,itch\n${days.join("\n")}\n`).assumptions).toEqual([
      { type: "ScaleGuess", column: "itch", value: "0-10" },
    ]);
  });

  it("sets a cut last row aside and says so", () => {
    const p = preview("date,itch,stress\n2025-01-01,1,2\n2025-01-02,3,4\n2025-01-03,1");
    expect(p.ignored).toEqual([{ rule: "cut-off-row", rows: 1 }]);
    expect(p.assumptions).toEqual([{ type: "PartialFile", column: "", value: "line 4" }]);
    expect([p.rowsRead, p.rowsUsed]).toEqual([3, 2]);
  });

  it("refuses days after tomorrow", () => {
    expect(preview("date,itch\n2025-01-01,1\n2199-01-01,2\n").skipped).toMatchObject([{ line: 3, code: "bad-date" }]);
  });
});

describe("properties of the wide import", () => {
  const start = parseDay("2024-01-15");
  if (!start.ok) throw new Error("day");
  const first = start.value;
  const cell = fc.oneof(fc.integer({ min: 0, max: 10 }).map(String), fc.constant(""), fc.constantFrom("x", "14", "NA"));
  const table = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), cell, cell, cell), { minLength: 1, maxLength: 15 });
  type Rows = readonly (readonly [number, string, string, string])[];
  const mapping = (extra: string[] = []): ColumnMapping => ({
    dateColumn: "date",
    dateOrder: "ymd",
    decimal: ".",
    columns: Object.fromEntries([
      ["itch", { to: "variable", id: "itch" }],
      ["stress", { to: "variable", id: "stress" }],
      ["own", { to: "custom", id: "own", label: "own", role: "lever", unit: "", betterIs: "neither" }],
      ...extra.map((header) => [header, { to: "note" }]),
    ]),
  });
  const textOf = (rows: Rows, shift = 0) =>
    ["date,itch,stress,own", ...rows.map(([d, ...cells]) => [addDays(first, d + shift), ...cells].join(","))].join(
      "\n",
    ) + "\n";
  const keyOf = (p: ImportPreview) =>
    JSON.stringify([...p.drafts].sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1)));

  it("accounts for every row", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = previewImport(file(textOf(rows)), { ...options, mapping: mapping() });
        return !result.ok || rowsAccounted(result.value) === result.value.rowsRead;
      }),
      { numRuns: 150 },
    );
  });

  it("does not depend on the order of rows, of columns, or on a further blank column", () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (rows, dice) => {
        const whole = preview(textOf(rows), { mapping: mapping() });
        const shuffled = [...rows].map((row) => [dice.next().value, row] as const).sort((a, b) => a[0] - b[0]);
        expect(keyOf(preview(textOf(shuffled.map(([, row]) => row)), { mapping: mapping() }))).toBe(keyOf(whole));
        const turned = [
          "own,date,stress,blank,itch",
          ...rows.map(([d, a, b, c]) => [c, addDays(first, d), b, "", a].join(",")),
        ];
        expect(keyOf(preview(`${turned.join("\n")}\n`, { mapping: mapping(["blank"]) }))).toBe(keyOf(whole));
      }),
      { numRuns: 100 },
    );
  });

  it("shifts every entry by k days when all dates shift by k days", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -400, max: 400 }), (rows, k) => {
        const [before, after] = [0, k].map((shift) => preview(textOf(rows, shift), { mapping: mapping() }));
        const shifted = entries(before!.drafts).map((entry) =>
          entry.kind === "customVariable" ? entry : { ...entry, day: addDays(entry.day, k) },
        );
        expect(entries(after!.drafts)).toEqual(shifted);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same from two halves as from the whole, when each day stands once", () => {
    const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200 }), cell, cell, cell), {
      minLength: 2,
      maxLength: 15,
      selector: (row) => row[0],
    });
    fc.assert(
      fc.property(days, fc.nat(), (rows, n) => {
        const cut = 1 + (n % (rows.length - 1));
        const halves = [rows.slice(0, cut), rows.slice(cut)].flatMap((part) => [
          ...preview(textOf(part), { mapping: mapping() }).drafts,
        ]);
        const byId = new Map(halves.map((draft) => [draft.id, draft]));
        const whole = preview(textOf(rows), { mapping: mapping() });
        expect(byId).toEqual(new Map(whole.drafts.map((draft) => [draft.id, draft])));
      }),
      { numRuns: 100 },
    );
  });

  it("gives every entry an id of its own, the same on every import", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const p = preview(textOf(rows), { mapping: mapping() });
        const ids = p.drafts.map((draft) => draft.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => id !== undefined && /^[0-9a-f]{32}$/.test(id))).toBe(true);
        expect(preview(textOf(rows), { mapping: mapping() }).drafts).toEqual(p.drafts);
      }),
      { numRuns: 50 },
    );
  });

  it("counts days by the calendar over a leap day", () => {
    expect(dayToNumber(addDays(first, 46)) - dayToNumber(first)).toBe(46);
    const p = preview("date,itch\n2024-02-28,1\n2024-02-29,2\n2024-03-01,3\n2023-02-29,4\n");
    expect(entries(p.drafts).map((entry) => entry.day)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
    expect(p.skipped).toMatchObject([{ line: 5, code: "bad-date" }]);
  });
});
