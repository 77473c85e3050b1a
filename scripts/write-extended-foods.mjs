/**
 * Writes src/foods/table/extended.tsv: the project's own selection of FNDDS 2019-20 foods that the hand-written tables do not hold, and
 * src/foods/table/official-names.tsv: the official names of those they do. Needs the USDA tables (GUTSKIN_DATA or ../shared/data); what it writes is
 * committed, so that nothing else needs them. Foods that several people of the development recalls ate come first (codes only), where those are here too.
 * `--count N` foods (default below); `--missed` prints the costliest foods left out; `--folder F` reads and writes the tables there, `--without a,b`
 * counts no food of these people (scripts/cross-validate-foods.mjs).
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chooseFoods } from "./food-table/choose-foods.mjs";
import { eatenCodes } from "./food-table/eaten-codes.mjs";
import { createFigureLookup } from "./food-table/figures.mjs";
import { kinds } from "./food-table/food-kinds.mjs";
import { namesOfDescription, plainWords } from "./food-table/official-name.mjs";
import { plantsOf } from "./food-table/plant-words.mjs";
import { olderNames } from "./food-table/older-names.mjs";
import { columns } from "./food-table/rows.mjs";
import { twinsOf } from "./food-table/twins.mjs";
import { readUsda, usdaFolder } from "./food-table/usda.mjs";
import { amountsOf } from "./food-table/usual-amounts.mjs";
import { fermentOf, flagsOf, fructansOf, glucanOf, novaOf } from "./food-table/word-traits.mjs";

const FOLDER = valueOf("--folder") ?? "src/foods/table";
const COUNT = 1130;
const LEAST_PER_CATEGORY = 3;
/** Words that tell no two names apart. */
const SILENT = new Set("and or as to of the a nfs ns type in for from".split(" "));
/** Forms that people hardly name, or that are parts of other foods. */
const LEFT_OUT =
  /for use (on|with)|as ingredient|topping from|not reconstituted|school|baby|toddler|infant|puerto rican style|human milk|, dry mix|undiluted|bran, ns/i;
/** A form that is eaten, but less often than its plain sister. */
const RARER =
  /reduced sodium|light\b|low sodium|from frozen|from pre-?cooked|ready-to-heat|sugar free|diet|decaffeinated|mexican style|with margarine|lightly salted|unsalted|other sources|gluten.free/i;

const folder = usdaFolder();
if (folder === null) {
  console.error("extended foods: the USDA tables are not here (GUTSKIN_DATA or ../shared/data)");
  process.exit(1);
}
const lookUp = createFigureLookup(folder);
const portionsByCode = new Map();
for (const row of readUsda(folder, "fndds1920_portions.tsv")) {
  portionsByCode.set(row.food_code, [...(portionsByCode.get(row.food_code) ?? []), row]);
}
const oldNames = new Map(readUsda(folder, "fped_2009_10.tsv").map((row) => [row.foodcode, row.description]));
const count = Number(valueOf("--count") ?? COUNT);
const byHand = handWritten();
const without = new Set((valueOf("--without") ?? "").split(","));
const eaten = eatenCodes(dirname(folder), without);
const official = readUsda(folder, "fndds1920_foods.tsv");
const descriptions = new Map(official.map((row) => [row.food_code, row.description]));
for (const name of olderNames.keys()) {
  const code = official.find((row) => row.description === name)?.food_code;
  if (code === undefined) console.error(`older-names.mjs: no food is called "${name}"`);
  // what was worth an older name is worth a row
  else if (!eaten.has(code)) eaten.set(code, 0);
}
const foods = official.flatMap((row) => officialFood(row));
const first = eatenFirst();
const { codes, left } = chooseFoods(foods, new Set(byHand.keys()), count, LEAST_PER_CATEGORY, first);
const twins = namesakes(new Set(codes));
const today = namesOfToday(new Set(codes));
writeTable(new Set(codes));
writeOfficialNames();
report();

function valueOf(flag) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Codes that people ate and no row has, the most eaten first; one that a row before it can stand for is left to that row. */
function eatenFirst() {
  const wanted = foods.filter(({ code }) => eaten.has(code) && !byHand.has(code));
  wanted.sort((a, b) => eaten.get(b.code) - eaten.get(a.code) || order(a.code, b.code));
  const rows = new Set(byHand.keys());
  for (const food of wanted)
    if (!twinsOf([...foods.filter(({ code }) => rows.has(code)), food], rows).has(food.code)) rows.add(food.code);
  return [...rows].filter((code) => !byHand.has(code));
}

/** code of a row -> the eaten foods whose names it carries too. */
function namesakes(chosen) {
  const carried = new Map();
  const rows = new Set([...chosen, ...byHand.keys()]);
  for (const [code, row] of twinsOf(
    foods.filter((food) => rows.has(food.code) || eaten.has(food.code)),
    rows,
  ))
    carried.set(row, [...(carried.get(row) ?? []), code]);
  return carried;
}

function officialFood(row) {
  const kind = kinds.get(row.wweia_no);
  const isByHand = byHand.has(row.food_code);
  if (kind === undefined) return [];
  if (!isByHand && !eaten.has(row.food_code) && (kind.weight === 0 || LEFT_OUT.test(row.description))) return [];
  const { figures } = lookUp(`fndds:${row.food_code}`);
  const amounts = amountsOf(portionsByCode.get(row.food_code) ?? [], kind, row.description);
  const segments = row.description.split(/[,;]/).length;
  const general = /NFS/.test(row.description) ? 1.5 : 1;
  return [
    {
      code: row.food_code,
      category: row.wweia_no,
      description: row.description,
      kind,
      figures,
      amounts,
      portion: Number(amounts.portion),
      words: plainWords(row.description).split(" "),
      weight: kind.weight * general * 0.75 ** Math.max(0, segments - 2) * (RARER.test(row.description) ? 0.5 : 1),
    },
  ];
}

/** Codes of the hand-written foods (exact ones) with the id that has each first. */
function handWritten() {
  const found = new Map();
  for (const name of readdirSync(FOLDER).filter(
    (file) => /\.tsv$/.test(file) && !/^(figures|extended|official-names)/.test(file),
  )) {
    for (const line of readFileSync(`${FOLDER}/${name}`, "utf8").split("\n")) {
      const [id, , code] = line.split("\t");
      const exact = /^fndds:(\d{8})$/.exec(code ?? "")?.[1];
      if (exact !== undefined && !line.startsWith("#") && !found.has(exact)) found.set(exact, id);
    }
  }
  return found;
}

function writeTable(chosen) {
  const usedNames = new Set();
  const lines = [];
  let group = "";
  const wanted = foods.filter((food) => chosen.has(food.code));
  wanted.sort((a, b) => order(a.kind.group, b.kind.group) || order(a.category, b.category) || order(a.code, b.code));
  // the more general food takes a name that two would have
  const general = [...wanted].sort((a, b) => b.weight - a.weight || order(a.code, b.code));
  const namesByCode = new Map(general.map((food) => [food.code, freeNames(food, usedNames)]));
  for (const food of wanted) {
    const { kind, description } = food;
    if (kind.group !== group) {
      group = kind.group;
      lines.push(`#= ${group}`);
    }
    const names = namesByCode.get(food.code);
    const cells = {
      id: `x${food.code}`,
      names: names.join("|"),
      code: `fndds:${food.code}`,
      ...food.amounts,
      plants: plantsOf(description, kind.group).join("|"),
      nova: novaOf(description, kind),
      ferment: fermentOf(description, kind),
      fructans: fructansOf(description, kind),
      starch: kind.starch,
      glucan: glucanOf(description, kind),
      gi: Number(food.figures.carbohydrateGrams) >= 5 ? kind.gi : "",
      flags: flagsOf(description, kind, food.figures).join(" "),
      common: "-1",
      set: "",
      parts: "",
    };
    lines.push(columns.map((name) => cells[name]).join("\t"));
  }
  const about =
    "# Written by scripts/write-extended-foods.mjs: own selection and own names of FNDDS 2019-20 foods. Do not edit.";
  writeFileSync(`${FOLDER}/extended.tsv`, `${about}\n${columns.join("\t")}\n${lines.join("\n")}\n`);
}

function freeNames(food, used) {
  const { name, official, others } = namesOfDescription(food.description);
  const free = differentNames([name, official, ...others, ...furtherNames(food.code)]).filter((one) => !used.has(one));
  free.forEach((one) => used.add(one));
  return free.length > 0 ? free : [`${official} ${food.code}`];
}

/** Names of today's release belong to their own food, whatever was called so before. */
function namesOfToday(chosen) {
  const rows = foods.filter(({ code }) => chosen.has(code) || byHand.has(code));
  return new Set(rows.flatMap(({ description }) => Object.values(namesOfDescription(description)).flat()));
}

/** Official names by which coded diaries know the food: of the release before, and of the foods that it stands for. */
function furtherNames(code) {
  return [code, ...(twins.get(code) ?? [])].flatMap((each) => {
    const now = descriptions.get(each);
    const names = each === code || now === undefined ? [] : [plainWords(now)];
    if (oldNames.has(each)) names.push(plainWords(oldNames.get(each)));
    names.push(...(olderNames.get(now) ?? []));
    return names.filter((name) => !today.has(name));
  });
}

/** Without names that only say the same words in another order. */
function differentNames(names) {
  const seen = new Set();
  return names.filter((name) => {
    const key = [...new Set(name.split(" "))]
      .filter((word) => !SILENT.has(word))
      .sort()
      .join(" ");
    if (name === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** id, official name: a coded diary finds the hand-written food by it. */
function writeOfficialNames() {
  const lines = foods
    .filter((food) => byHand.has(food.code))
    .map(({ code, description }) => {
      const names = differentNames([namesOfDescription(description).official, ...furtherNames(code)]);
      return [byHand.get(code), names.join("|")].join("\t");
    });
  const about =
    "# Written by scripts/write-extended-foods.mjs: the official names (FNDDS 2019-20) of hand-written foods. Do not edit.";
  writeFileSync(`${FOLDER}/official-names.tsv`, `${about}\nid\tname\n${lines.join("\n")}\n`);
}

/** What the table cannot tell apart: mean difference of a portion's fibre from the nearest food that is there. */
function report() {
  const all = left.map(({ food, cost, near }) => {
    const fibre = (one) => Number(one.figures.fibreGrams || 0);
    const gap = near === null ? food.portion * fibre(food) : food.portion * Math.abs(fibre(food) - fibre(foods[near]));
    return { food, cost, near, gap: gap / 100 };
  });
  const total = all.reduce((sum, { food }) => sum + food.weight, 0);
  const mean = all.reduce((sum, { food, gap }) => sum + food.weight * gap, 0) / total;
  console.log(
    `extended foods: ${codes.length} chosen of ${foods.length}, ${byHand.size} held by hand; a food left out costs ${mean.toFixed(2)} g fibre a portion on average`,
  );
  if (!process.argv.includes("--missed")) return;
  for (const { food, cost, near, gap } of all.sort((a, b) => b.cost - a.cost).slice(0, 60)) {
    console.log(
      `${cost.toFixed(2)} ${gap.toFixed(1)} g  ${food.description} <- ${near === null ? "nothing" : foods[near].description}`,
    );
  }
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
