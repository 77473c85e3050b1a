/**
 * Where do the USDA tables lie, and how is one read?
 *
 * They are no part of the project: GUTSKIN_DATA names the folder that holds `usda/`, ../shared/data without it. Tab separated, no quoting; an empty
 * cell means not measured.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the USDA tables, or null when it is not there. */
export function usdaFolder() {
  const folder = join(process.env.GUTSKIN_DATA ?? "../shared/data", "usda");
  return existsSync(join(folder, "fndds1920_foods.tsv")) ? folder : null;
}

/** The rows of one table as objects by column name. */
export function readUsda(folder, name) {
  const [header, ...lines] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ""]));
  });
}
