/**
 * Which official foods did several people of the development recalls eat?
 *
 * Only codes and how many people ate each are read from `meals/dietstudy_dev_items.tsv` (no part of the project): which rows the extended table
 * holds follows from them, no name, figure or row of that file does. Without the file nothing is preferred.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Fewer people than this say nothing about a food. */
const LEAST_PEOPLE = 2;

/** All people of the recalls, in the order of the file; [] where it is absent. */
export function peopleOfRecalls(dataFolder) {
  return [...new Set(eatenBy(dataFolder).map(({ person }) => person))];
}

/** code -> number of people who ate it, where at least two did; people of `without` do not count. */
export function eatenCodes(dataFolder, without = new Set()) {
  const people = new Map();
  for (const { person, code } of eatenBy(dataFolder)) {
    if (without.has(person)) continue;
    people.set(code, (people.get(code) ?? new Set()).add(person));
  }
  return new Map([...people].flatMap(([code, who]) => (who.size >= LEAST_PEOPLE ? [[code, who.size]] : [])));
}

function eatenBy(dataFolder) {
  const path = join(dataFolder, "meals", "dietstudy_dev_items.tsv");
  if (!existsSync(path)) return [];
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = header.split("\t");
  const [person, code] = [names.indexOf("user"), names.indexOf("food_code")];
  return lines.map((line) => {
    const cells = line.split("\t");
    return { person: cells[person], code: cells[code] };
  });
}
