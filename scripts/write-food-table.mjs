/**
 * Writes src/foods/food-table.json (in the bundle) and src/foods/extended-table.json (loaded on first use) from the tables in src/foods/table and
 * their committed figures. Needs no USDA data. Every fault of a table is printed with file, line, column and mend, and nothing is written.
 * `--check` writes nothing and fails when a shipped table differs; `--lenient` leaves faulty rows out (while tables are being written);
 * `--words` prints every unit and plant with its count; `--folder F` only reads and checks another folder; `--out O` writes both files into O.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTable, nameKey } from "./food-table/build-table.mjs";
import { countWords, layOut } from "./food-table/lay-out.mjs";
import { fileOf, moreNamesOf, shareOut, sizeOf, withFirstNames } from "./food-table/share-out.mjs";
import { loadSource } from "./load-source.mjs";

const KB = 1000;
const MOST_BUNDLED = 60 * KB;
/** Characters of the bundled file that come out below that. */
const TEXT_BUNDLED = 240 * KB;
const MOST_EXTENDED = 120 * KB;
const check = process.argv.includes("--check");
const lenient = process.argv.includes("--lenient");
const folderAt = process.argv.indexOf("--folder");
const folder = folderAt < 0 ? "src/foods/table" : process.argv[folderAt + 1];

const outAt = process.argv.indexOf("--out");
const out = outAt < 0 ? "src/foods" : process.argv[outAt + 1];

const source = await loadSource(`
  export { foodFlags } from "/src/foods/food.ts";
  export { nutrientNames } from "/src/foods/nutrients.ts";
  export { rangeSources } from "/src/foods/sources.ts";
  export { decodeFoods } from "/src/foods/decode-table.ts";
  export { withExtendedFoods } from "/src/foods/extended-table.ts";
`);
const words = { flags: source.foodFlags, nutrients: source.nutrientNames, sources: source.rangeSources };
const faults = [];
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
const handWritten = readdirSync(folder).filter(
  (name) => name.endsWith(".tsv") && !["extended.tsv", "figures.tsv", "official-names.tsv"].includes(name),
);

const hand = built({ files: handWritten.map((name) => [join(folder, name), read(name)]) });
const officialNames = freeOfficialNames(hand);
const taken = {
  ids: hand.ids,
  names: new Set([...hand.names, ...[...officialNames.values()].flat().map((name) => nameKey(name))]),
};
const official = read("extended.tsv");
const extended = official === "" ? null : built({ files: [[join(folder, "extended.tsv"), official]], taken });

if (folderAt >= 0 && outAt < 0) console.log(`${hand.foods.length} foods read from ${folder}`);
else ship();
if (process.argv.includes("--words")) printWords();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  console.error(`food table: ${faults.length} faults${lenient ? ", faulty rows left out" : ", nothing written"}`);
  process.exit(lenient ? 0 : 1);
}

function built(what) {
  const table = buildTable({ ...what, figures: read("figures.tsv"), words, lenient });
  faults.push(...table.faults);
  for (const note of table.notes) console.log(`note: ${note}`);
  return table;
}

/** id -> official names that no hand-written food has anyway. */
function freeOfficialNames({ ids, names }) {
  const used = new Set(names);
  const found = new Map();
  for (const line of read("official-names.tsv").split("\n")) {
    const [id, said = ""] = line.split("\t");
    for (const name of ids.has(id) ? said.split("|") : []) {
      if (name === "" || used.has(nameKey(name))) continue;
      used.add(nameKey(name));
      found.set(id, [...(found.get(id) ?? []), name]);
    }
  }
  return found;
}

function ship() {
  const lay = (foods) => layOut(foods, words.nutrients);
  const { bundled, later } = shareOut(hand.foods, (foods) => lay(foods.map(withFirstNames)), TEXT_BUNDLED);
  const more = bundled.map((food) => {
    const names = [...moreNamesOf(food), ...(officialNames.get(food.cells.id) ?? [])];
    return names.length === 0 ? [] : [`${food.cells.id}\t${names.join("|")}`];
  });
  const laterNamed = later.map((food) => {
    const names = [food.cells.names, ...(officialNames.get(food.cells.id) ?? [])];
    return { ...food, cells: { ...food.cells, names: names.join("|") } };
  });
  const everyday = lay(bundled.map(withFirstNames));
  const asset = { ...lay([...laterNamed, ...(extended?.foods ?? [])]), moreNames: more.flat().join("\n") };
  put(join(out, "food-table.json"), everyday, bundled, MOST_BUNDLED);
  put(join(out, "extended-table.json"), asset, [...laterNamed, ...(extended?.foods ?? [])], MOST_EXTENDED);
  // what is written must be what the program can read
  const { foods } = source.withExtendedFoods(source.decodeFoods(everyday), asset);
  const names = foods.reduce((sum, food) => sum + food.names.length, 0);
  console.log(
    `food table: ${hand.foods.length} foods by hand (${later.length} of them in the extended table), ${foods.length} in all, ${names} names`,
  );
}

function put(path, compact, foods, most) {
  const size = sizeOf(compact);
  const text = fileOf(compact);
  const dishes = foods.filter(({ cells }) => cells.parts !== "").length;
  console.log(
    `${path}: ${foods.length} foods (${dishes} dishes with parts), ${(text.length / KB).toFixed(0)} kB, ${(size / KB).toFixed(1)} kB gzip (most ${most / KB})`,
  );
  if (size > most) faults.push(`${path} is ${size} bytes gzip, ${most} is the most; leave something out`);
  const same = existsSync(path) && readFileSync(path, "utf8") === text;
  if (check && !same) faults.push(`${path} is not what the tables give. Run: npm run food-table`);
  if (!check && !same && (lenient || faults.length === 0)) writeFileSync(path, text);
}

/** Every unit and plant with its count: an odd one out is often a slip. */
function printWords() {
  const foods = [...hand.foods, ...(extended?.foods ?? [])];
  const line = (counts) => counts.map(([word, count]) => `${word} ${count}`).join(", ");
  console.log(`units: ${line(countWords(foods, "units", "|", (pair) => pair.split("=")[0]))}`);
  console.log(`plants: ${line(countWords(foods, "plants", "|", (taxon) => taxon))}`);
}
