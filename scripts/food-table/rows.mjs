/**
 * How does one line of a hand-written food table become a row, and what is wrong with it?
 *
 * The format is described in docs/developer/food-table.md. Nothing is thrown: each fault is a sentence with file, line, column and the mend,
 * so that an author sees all of them at once.
 */

/** The columns of a table file, in this order. */
export const columns = [
  "id",
  "names",
  "code",
  "portion",
  "units",
  "piece",
  "most",
  "plants",
  "nova",
  "ferment",
  "fructans",
  "starch",
  "glucan",
  "gi",
  "flags",
  "common",
  "set",
  "parts",
];

const FERMENTS = ["live-high", "live-medium", "killed", "either-high", "either-medium", "raw-medium"];
const CODE = /^((like:)?(fndds:\d{8}|ndb:\d{5}|fdc:\d{5,8})|parts|own)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^\d+(\.\d+)?$/;
/** Names of one species: a plant must not count twice in a week because two tables call it differently. */
const SAME_PLANT = new Map([
  ["edamame", "soy"],
  ["soybean", "soy"],
  ["soya", "soy"],
  ["sweetcorn", "maize"],
  ["corn", "maize"],
  ["bamboo-shoot", "bamboo"],
  ["common-bean", "bean"],
  ["kidney-bean", "bean"],
  ["black-bean", "bean"],
  ["bell-pepper", "pepper"],
  ["zucchini", "courgette"],
  ["eggplant", "aubergine"],
  ["beet", "beetroot"],
  ["oats", "oat"],
  ["flaxseed", "flax"],
  ["linseed", "flax"],
  ["scallion", "spring-onion"],
  ["arugula", "rocket"],
  ["cilantro", "coriander"],
  ["artichoke", "globe-artichoke"],
  ["raisin", "grape"],
  ["prune", "plum"],
]);
/** Ranges in g per 100 g, GI in points of glucose = 100. */
const RANGES = [
  ["fructans", 100],
  ["starch", 80],
  ["glucan", 60],
  ["gi", 115],
];

/**
 * The rows of one file's text. `words` = { flags, nutrients, sources }: what may stand in the columns of that name.
 * Answers { rows, faults }; a row is { file, line, where, group, cells, faulty, lostNames }.
 */
export function readRows(file, text, words) {
  const rows = [];
  const faults = [];
  let header = null;
  let group = file.replace(/^.*\//, "").replace(/\.tsv$/, "");
  for (const [index, line] of text.split("\n").entries()) {
    if (line.startsWith("#= ")) group = line.slice(3);
    if (line === "" || line.startsWith("#")) continue;
    const found = line.split("\t");
    const where = `${file}:${index + 1}`;
    if (header === null) {
      header = found;
      if (found.join(" ") !== columns.join(" ")) {
        faults.push(`${where}: the first line must name the columns, with tabs between them: ${columns.join(" ")}`);
        return { rows, faults };
      }
      continue;
    }
    if (line.includes("\r")) faults.push(`${where}: ends with a carriage return; save the file with LF line ends`);
    if (found.length !== columns.length) {
      faults.push(`${where}: ${found.length} columns instead of ${columns.length}; put one tab for each empty column`);
      continue;
    }
    const cells = Object.fromEntries(columns.map((name, at) => [name, found[at]]));
    const own = faultsOfRow(cells, words).map((fault) => `${where} ${fault}`);
    faults.push(...own);
    rows.push({ file, line: index + 1, where, group, cells, faulty: own.length > 0, lostNames: [] });
  }
  if (header === null) faults.push(`${file}:1: the file is empty; the first line must name the columns`);
  return { rows, faults };
}

/** Everything wrong inside one row, each as "column: what; mend". */
function faultsOfRow(cells, { flags, nutrients, sources }) {
  const faults = [];
  const fault = (column, what) => faults.push(`${column}: ${what}`);
  for (const [column, value] of Object.entries(cells)) {
    if (value !== value.trim() || value.includes("  ")) fault(column, `spaces too many in "${value}"; take them out`);
  }
  if (!KEBAB.test(cells.id)) fault("id", `"${cells.id}" is not lower case words joined by "-", as rye-sourdough`);
  for (const name of cells.names.split("|")) {
    const bare = name.replace(/^=/, "");
    if (bare === "" || bare !== bare.trim())
      fault("names", `an empty or spaced name in "${cells.names}"; names stand between |`);
    else if (bare !== bare.toLowerCase()) fault("names", `"${name}" has capitals; write it in lower case`);
  }
  if (!CODE.test(cells.code)) {
    fault(
      "code",
      `"${cells.code}" is none of fndds:<8 digits>, ndb:<5 digits>, fdc:<digits>, like:<one of these>, parts, own`,
    );
  }
  for (const column of ["portion", "most"]) {
    if (!isPositive(cells[column])) fault(column, `"${cells[column]}" is not a weight; write grams, as 250`);
  }
  if (cells.piece !== "" && !isPositive(cells.piece)) {
    fault("piece", `"${cells.piece}" is not a weight; write the grams of one piece, or nothing`);
  }
  if (Number(cells.portion) > Number(cells.most)) {
    fault("most", `${cells.most} g is less than the portion of ${cells.portion} g; raise it`);
  }
  for (const [name, grams] of pairsOf(cells.units, "=")) {
    if (!/^[a-z0-9]+( [a-z]+)?$/.test(name) || !isPositive(grams))
      fault("units", `"${name}=${grams}" is not unit=grams, as slice=36`);
  }
  for (const plant of listOf(cells.plants, "|")) {
    if (!KEBAB.test(plant.replace(/^~/, "")))
      fault("plants", `"${plant}" is not a lower case word joined by "-", as bell-pepper`);
  }
  for (const plant of listOf(cells.plants, "|").map((taxon) => taxon.replace(/^~/, ""))) {
    const usual = SAME_PLANT.get(plant);
    if (usual !== undefined) fault("plants", `"${plant}" is counted as "${usual}" everywhere; write that`);
  }
  faultsOfNova(cells.nova).forEach((what) => fault("nova", what));
  if (cells.ferment !== "" && !FERMENTS.includes(cells.ferment)) {
    fault("ferment", `"${cells.ferment}" is none of ${FERMENTS.join(", ")}`);
  }
  for (const [column, most] of RANGES)
    faultsOfRange(cells[column], most, sources).forEach((what) => fault(column, what));
  const named = listOf(cells.flags, " ");
  for (const [at, flag] of named.entries()) {
    if (!flags.includes(flag)) fault("flags", `"${flag}" is not a flag; flags are ${flags.join(" ")}`);
    if (named.indexOf(flag) !== at) fault("flags", `"${flag}" stands twice; once is enough`);
  }
  if (cells.common !== "" && !/^-?[0-3](\.\d)?$/.test(cells.common)) {
    fault("common", `"${cells.common}" is not a number from -3 to 3; write nothing for an ordinary food`);
  }
  const set = pairsOf(cells.set, "=");
  for (const [name, figure] of set) {
    if (!nutrients.includes(name)) fault("set", `"${name}" is not a figure; figures are ${nutrients.join(" ")}`);
    else if (!NUMBER.test(figure)) fault("set", `${name}: "${figure}" is not a number; write the figure per 100 g`);
  }
  const parts = pairsOf(cells.parts, " ");
  for (const [id, grams] of parts) {
    if (!KEBAB.test(id) || !isPositive(grams)) fault("parts", `"${id} ${grams}" is not "id grams", as kimchi 60`);
  }
  if (cells.code === "parts" && parts.length === 0) {
    fault("parts", "the figures are to come from parts, and there are none; list them or give a code");
  }
  if (cells.code === "own" && !set.some(([name]) => name === "energyKcal")) {
    fault("set", "code own needs its figures here, energyKcal at least");
  }
  return faults;
}

function faultsOfNova(text) {
  if (text === "" || /^[1-4]$/.test(text)) return [];
  const shares = text.split(" ").map((pair) => /^([1-4]):(\d+)$/.exec(pair));
  if (shares.includes(null)) return [`"${text}" is not a class 1-4 or shares in percent, as 3:60 4:40`];
  const sum = shares.reduce((total, [, , percent]) => total + Number(percent), 0);
  const classes = new Set(shares.map(([, name]) => name));
  if (classes.size !== shares.length) return [`a class stands twice in "${text}"; add the shares up`];
  return sum === 100 ? [] : [`the shares "${text}" sum to ${sum} %; make them 100`];
}

function faultsOfRange(text, most, sources) {
  if (text === "") return [];
  const [, low, high, source] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?) (\S+)$/.exec(text) ?? [];
  if (low === undefined) return [`"${text}" is not "low-high source", as 2-6 van-loo-1995`];
  const faults = [];
  if (Number(low) > Number(high)) faults.push(`low ${low} is above high ${high}; swap them`);
  if (Number(high) > most) faults.push(`${high} is more than ${most}; check the figure`);
  if (!sources.includes(source))
    faults.push(`source "${source}" is not in src/foods/sources.ts: ${sources.join(", ")}`);
  return faults;
}

function isPositive(text) {
  return text !== undefined && NUMBER.test(text) && Number(text) > 0;
}

/** "a|b" -> ["a", "b"]; "" -> []. */
export function listOf(text, between) {
  return text === "" ? [] : text.split(between);
}

/** "a=1|b=2" -> [["a", "1"], ["b", "2"]]. */
export function pairsOf(text, between) {
  return listOf(text, "|").map((pair) => {
    const at = pair.indexOf(between);
    return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}
