/**
 * Writes src/foods/table/figures.tsv: the figures per 100 g of every code that a food table names, from the USDA tables (not part of the project:
 * GUTSKIN_DATA or ../shared/data). The file is committed, so nothing else needs those tables. `--check` writes nothing, compares every
 * figure and prints the differences; without the data it says so and passes. `--folder F`: the tables there.
 */
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { createFigureLookup } from "./food-table/figures.mjs";
import { columns } from "./food-table/rows.mjs";
import { usdaFolder } from "./food-table/usda.mjs";
import { loadSource } from "./load-source.mjs";

const folderAt = process.argv.indexOf("--folder");
const FOLDER = folderAt < 0 ? "src/foods/table" : process.argv[folderAt + 1];
const TARGET = `${FOLDER}/figures.tsv`;
const check = process.argv.includes("--check");

const folder = usdaFolder();
if (folder === null) {
  console.log("food figures: the USDA tables are not here (GUTSKIN_DATA or ../shared/data), not compared");
  process.exit(check ? 0 : 1);
}
const { nutrientNames } = await loadSource(`export { nutrientNames } from "/src/foods/nutrients.ts";`);
const lookUp = createFigureLookup(folder);
const unknown = [];
const lines = [];
for (const [code, where] of [...codesOfTables()].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const found = lookUp(code);
  if (found === null) unknown.push(`${where} code: no USDA table holds ${code}; look the code up again`);
  else lines.push([code, ...nutrientNames.map((name) => found.figures[name] ?? "")].join("\t"));
}
const text = `${["code", ...nutrientNames].join("\t")}\n${lines.map((line) => `${line}\n`).join("")}`;
const old = existsSync(TARGET) ? readFileSync(TARGET, "utf8") : "";
if (unknown.length > 0) console.error(unknown.join("\n"));
if (!check && old !== text) writeFileSync(TARGET, text);
const differing = check ? differences(old, text) : [];
if (differing.length > 0) console.error(`${differing.join("\n")}\nRun: npm run food-figures`);
console.log(
  `food figures: ${lines.length} codes, ${unknown.length} unknown, ${check ? `${differing.length} differences` : "written"}`,
);
process.exit(unknown.length + differing.length > 0 ? 1 : 0);

function codesOfTables() {
  const codes = new Map();
  const at = columns.indexOf("code");
  for (const name of readdirSync(FOLDER).filter(
    (file) => file.endsWith(".tsv") && !/^(figures|official-names)/.test(file),
  )) {
    for (const [index, line] of readFileSync(`${FOLDER}/${name}`, "utf8").split("\n").entries()) {
      const code = line.split("\t")[at]?.replace(/^like:/, "");
      if (line.startsWith("#") || code === undefined || !/^(fndds|ndb|fdc):\d+$/.test(code)) continue;
      if (!codes.has(code)) codes.set(code, `${FOLDER}/${name}:${index + 1}`);
    }
  }
  return codes;
}

/** Each figure that stands in only one of two files, or differs. */
function differences(oldText, newText) {
  const cells = (whole) =>
    new Map(
      whole
        .trimEnd()
        .split("\n")
        .flatMap((line) => {
          const [code, ...figures] = line.split("\t");
          return figures.map((figure, at) => [`${code} ${nutrientNames[at]}`, figure]);
        }),
    );
  const was = cells(oldText);
  const is = cells(newText);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => `${key}: committed ${was.get(key) ?? "nothing"}, USDA ${is.get(key) ?? "nothing"}`);
}
