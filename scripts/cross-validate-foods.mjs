/**
 * How near is the fibre of coded days when the foods of the extended table were chosen on other people's meals?
 *
 * The people of the development recalls are dealt into folds; for each the tables are written again without them (in a temporary folder) and their
 * days are judged, as in part 4 of the food benchmark with true grams. Printed beside it: nobody's meals used, and everybody's (in-sample). Needs
 * ../shared/data (or GUTSKIN_DATA); some minutes. `--folds N` (default 5).
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { eatenCodes, peopleOfRecalls } from "./food-table/eaten-codes.mjs";
import { usdaFolder } from "./food-table/usda.mjs";
import { loadSource } from "./load-source.mjs";

const usda = usdaFolder();
const people = usda === null ? [] : peopleOfRecalls(dirname(usda));
if (people.length === 0) {
  console.error("cross-validation: the USDA tables or the recalls are not here (GUTSKIN_DATA or ../shared/data)");
  process.exit(1);
}
const foldsAt = process.argv.indexOf("--folds");
const folds = foldsAt < 0 ? 5 : Number(process.argv[foldsAt + 1]);
const source = await loadSource(`
  export { decodeFoods } from "/src/foods/decode-table.ts";
  export { withExtendedFoods } from "/src/foods/extended-table.ts";
  export { codedItems, codedScore } from "/src/../bench/foods/coded-days.ts";
  export { codeAnswers, readerAnswers } from "/src/../bench/foods/coded-part.ts";
  export { sharedRows } from "/src/../bench/foods/shared-data.ts";
  export { usdaTables } from "/src/../bench/foods/usda-tables.ts";
`);
const items = source.codedItems(source.sharedRows("meals/dietstudy_dev_items.tsv"));
const tables = source.usdaTables();
mkdirSync("node_modules/.cache", { recursive: true });
const scratch = mkdtempSync("node_modules/.cache/food-folds-");
// as they are now, whatever is edited meanwhile
cpSync("src/foods/table", join(scratch, "source"), { recursive: true });

try {
  print("nobody's meals", [judged(people, people)]);
  const dealt = Array.from({ length: folds }, (_, fold) => people.filter((_, at) => at % folds === fold));
  print(
    `cross-validated, ${folds} folds`,
    dealt.map((out) => judged(out, out)),
  );
  print("everybody's meals (in-sample)", [judged([], people)]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The scores of `who` with tables written without the meals of `without`. */
function judged(without, who) {
  const folder = join(scratch, "table");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(scratch, "source"), folder, { recursive: true });
  const run = (script, ...flags) =>
    execFileSync(process.execPath, [`scripts/${script}.mjs`, "--folder", folder, ...flags], { stdio: "pipe" });
  run("write-extended-foods", "--without", without.join(","));
  run("write-food-figures");
  run("write-food-table", "--lenient", "--out", scratch);
  const read = (name) => JSON.parse(readFileSync(join(scratch, name), "utf8"));
  const table = source.withExtendedFoods(source.decodeFoods(read("food-table.json")), read("extended-table.json"));
  const codes = new Set(table.foods.map((food) => food.source));
  const own = items.filter(({ person }) => who.includes(person));
  const score = (answerOf) => source.codedScore(own, tables, codes, "grams", answerOf);
  return {
    chosenOn: eatenCodes(dirname(usda), new Set(without)).size,
    name: score(source.readerAnswers({ table })),
    code: score(source.codeAnswers({ table })),
  };
}

function print(label, parts) {
  const days = (part) => part.name.days;
  const total = parts.reduce((sum, part) => sum + days(part), 0);
  const over = (figure) => parts.reduce((sum, part) => sum + figure(part) * days(part), 0) / total;
  const spread =
    parts.length === 1 ? "" : ` (folds by code ${parts.map(({ code }) => code.mae.toFixed(2)).join(", ")})`;
  console.log(
    `${label}: ${total} days, code has a row ${(100 * over(({ code }) => code.shareOfItemsWithRow)).toFixed(1)} %, MAE by name ${over(({ name }) => name.mae).toFixed(2)}, by code, near code or name ${over(({ code }) => code.mae).toFixed(2)} g/day${spread}; foods eaten by two or more of the others ${parts.map(({ chosenOn }) => chosenOn).join(", ")}`,
  );
}
