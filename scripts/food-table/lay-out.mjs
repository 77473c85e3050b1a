/**
 * How are foods laid down in the shipped file?
 *
 * Column by column: a column is one text with a line per food, in the words of the hand-written tables. Small after compression, and split in
 * microseconds (src/foods/decode-table.ts).
 */
import { columns, listOf } from "./rows.mjs";

/** Finer than this a figure of a whole food is noise; grams of the others to 0.1. */
const DECIMALS = {
  energyKcal: 0,
  waterGrams: 0,
  caffeineMg: 0,
  addedSugarGrams: 1,
  fibreGrams: 2,
  alaGrams: 2,
  epaDhaGrams: 2,
};
/** What is shipped as written; `set` is worked into the figures. */
const SHIPPED = columns.filter((name) => name !== "set");

/** The compact form of these foods ({ group, cells, figures }), groups told by runs. */
export function layOut(foods, nutrients) {
  const groups = [];
  for (const { group } of foods) {
    if (groups.at(-1)?.[0] === group) groups.at(-1)[1] += 1;
    else groups.push([group, 1]);
  }
  return {
    about:
      "Written by scripts/write-food-table.mjs from src/foods/table; do not edit. Figures per 100 g: USDA, by the code of each row.",
    groups: groups.map((group) => group.join(" ")).join("\n"),
    ...Object.fromEntries(SHIPPED.map((name) => [name, foods.map(({ cells }) => cells[name]).join("\n")])),
    id: foods.map(({ cells }) => shortId(cells)).join("\n"),
    figures: Object.fromEntries(
      nutrients.map((name) => [name, foods.map(({ figures }) => shortNumber(name, figures[name])).join("\n")]),
    ),
  };
}

/** Three significant digits at most and no finer than the decimals of the figure, no zero before the point: ".12". Absent = "". */
function shortNumber(name, value) {
  if (value === undefined) return "";
  return String(Number(Number(value.toPrecision(3)).toFixed(DECIMALS[name] ?? 1))).replace(/^0\./, ".");
}

/** Nothing where the display name gives the id, "x" where the digits of the code do. */
function shortId({ id, names, code }) {
  if (idOfName(names.split("|")[0]) === id) return "";
  return id === `x${code.replace("fndds:", "")}` ? "x" : id;
}

/** The id that a display name gives: most foods need not write theirs. */
export function idOfName(name) {
  return name
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "-");
}

/** Sorted words of a `|`-separated column with how often they stand there. */
export function countWords(rows, column, between, part) {
  const counts = new Map();
  for (const row of rows) {
    for (const word of listOf(row.cells[column], between)) counts.set(part(word), (counts.get(part(word)) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
