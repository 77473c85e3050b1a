/**
 * Writes src/foods/food-table.json and src/foods/extended-table.json from the hand-written and the selected tables in src/foods/table and their
 * committed figures. Needs no USDA data. Every fault of a table is printed with file, line, column and mend, and nothing is written.
 * `--check` writes nothing and fails when a shipped table differs; `--lenient` leaves faulty rows out (while tables are being written);
 * `--folder F` reads another folder and prints what it finds (for tests).
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildTable, countWords } from "./food-table/build-table.mjs";
import { loadSource } from "./load-source.mjs";

const KB = 1024;
const EXTENDED = "extended.tsv";
const FIGURES = "figures.tsv";
const check = process.argv.includes("--check");
const lenient = process.argv.includes("--lenient");
const folderAt = process.argv.indexOf("--folder");
const folder = folderAt < 0 ? "src/foods/table" : process.argv[folderAt + 1];

const source = await loadSource(`
  export { foodFlags } from "/src/foods/food.ts";
  export { nutrientNames } from "/src/foods/nutrients.ts";
  export { rangeSources } from "/src/foods/sources.ts";
  export { decodeFoods } from "/src/foods/decode-table.ts";
`);
const words = {
  flags: source.foodFlags,
  nutrients: source.nutrientNames,
  sources: source.rangeSources,
};
const read = (name) => [join(folder, name), readFileSync(join(folder, name), "utf8")];
const tables = readdirSync(folder).filter((name) => name.endsWith(".tsv") && name !== FIGURES);
const figures = existsSync(join(folder, FIGURES)) ? readFileSync(join(folder, FIGURES), "utf8") : "";
const faults = [];

const everyday = buildTable({ files: tables.filter((name) => name !== EXTENDED).map(read), figures, words, lenient });
put(everyday, "src/foods/food-table.json", 60 * KB);
if (tables.includes(EXTENDED)) {
  const extended = buildTable({ files: [read(EXTENDED)], figures, words, taken: everyday, lenient });
  put(extended, "src/foods/extended-table.json", 120 * KB);
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  console.error(`food table: ${faults.length} faults${lenient ? ", faulty rows left out" : ", nothing written"}`);
  process.exit(lenient ? 0 : 1);
}

function put(built, path, most) {
  faults.push(...built.faults);
  for (const note of built.notes) console.log(`note: ${note}`);
  if (folderAt >= 0) {
    console.log(`${built.rows.length} foods read from ${folder}`);
    return;
  }
  const text = `${JSON.stringify(built.compact, null, 2)}\n`;
  const size = gzipSync(text, { level: 9 }).length;
  if (size > most) faults.push(`${path} is ${size} bytes gzip, ${most} is the most; leave something out`);
  // what is written must be what the program can read
  const { foods } = source.decodeFoods(built.compact);
  const dishes = foods.filter((food) => food.parts.length > 0).length;
  const names = foods.reduce((sum, food) => sum + food.names.length, 0);
  console.log(
    `${path}: ${foods.length} foods (${dishes} dishes with parts), ${names} names, ${(text.length / KB).toFixed(0)} kB, ` +
      `${(size / KB).toFixed(1)} kB gzip (most ${most / KB})`,
  );
  if (process.argv.includes("--words")) printWords(built.rows);
  const same = existsSync(path) && readFileSync(path, "utf8") === text;
  if (check) {
    if (!same) faults.push(`${path} is not what the tables give. Run: npm run food-table`);
  } else if (!same && (lenient || built.faults.length === 0)) writeFileSync(path, text);
}

/** Every unit and plant with its count: an odd one out is often a slip. */
function printWords(rows) {
  const line = (counts) => counts.map(([word, count]) => `${word} ${count}`).join(", ");
  console.log(`units: ${line(countWords(rows, "units", "|", (pair) => pair.split("=")[0]))}`);
  console.log(`plants: ${line(countWords(rows, "plants", "|", (taxon) => taxon))}`);
}
