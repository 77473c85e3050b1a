/**
 * How well does the food layer read meals? (`npm run bench:foods`)
 *
 * Prints one page: phrases, amounts, fibre per day, coded names, carbohydrate, speed, each beside plain tools in the same run. `--write` also writes
 * bench/results/foods.md, `--errors FILE` the worst errors, `--quick` leaves the slowest search out, `--part NAME` runs one part.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { everydayFoodTable } from "../../src/foods/everyday-table.ts";
import { loadFoodTable } from "../../src/foods/extended-table.ts";
import { amountPart } from "./amount-part.ts";
import { carbohydratePart } from "./carbohydrate-part.ts";
import { codedPart } from "./coded-part.ts";
import { diaryPart } from "./diary-part.ts";
import { errorPart } from "./error-part.ts";
import { errorsText } from "./errors-text.ts";
import { ourReader } from "./our-reader.ts";
import { foodPage, type FoodRun } from "./page.ts";
import { phrasePart } from "./phrase-part.ts";
import { speedPart } from "./speed-part.ts";
import { usdaTables } from "./usda-tables.ts";

const { values: flags } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    errors: { type: "string" },
    part: { type: "string" },
  },
});

const readers = [ourReader("everyday table", everydayFoodTable()), ourReader("all foods", await loadFoodTable())];
const main = readers.slice(-1);
const usda = usdaTables();
if (usda === null)
  process.stderr.write("The USDA tables are not in ../shared/data/usda: phrases, diary and recalls are left out.\n");
const wanted = (part: string): boolean => flags.part === undefined || flags.part === part;

const diary = usda !== null && wanted("diary") ? diaryPart(readers, usda) : null;
const run: FoodRun = {
  facts: `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "unknown processor"}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`,
  tables: readers.map(({ name, table }) => ({
    name,
    foods: table.foods.length,
    names: table.foods.reduce((sum, food) => sum + food.names.length, 0),
  })),
  speed: wanted("speed") ? speedPart(readers, diary?.entries.map((entry) => entry.text) ?? []) : null,
  phrases: usda !== null && wanted("phrases") ? phrasePart(readers, usda, flags.quick) : null,
  amounts: wanted("amounts") ? (main.map(amountPart)[0] ?? null) : null,
  diary,
  coded: usda !== null && wanted("coded") ? codedPart(readers, usda) : null,
  carbohydrate: wanted("carbohydrate") ? carbohydratePart(readers) : null,
  errors: wanted("errors") ? (main.map(errorPart)[0] ?? null) : null,
};

const page = foodPage(run);
process.stdout.write(page);
if (flags.write) {
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/foods.md", page);
}
if (flags.errors !== undefined) writeFileSync(flags.errors, errorsText(run));
