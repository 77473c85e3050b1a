/**
 * How do checked rows and their figures become the compact table that is shipped?
 *
 * Rows of several files are held against each other (ids, names, parts), figures are taken from the code, the parts or `set`, and everything is
 * laid down column by column. A column is one text with a line per food: small after compression, and split in microseconds.
 */
import { columns, listOf, pairsOf, readRows } from "./rows.mjs";

/** A dish's figure is unknown when parts of more than this share of its weight do not know it; below, they count like the rest of the dish. */
const MOST_UNKNOWN = 0.05;
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

/**
 * `files`: [name, text] of each table; `figures`: text of figures.tsv; `words`: see readRows.
 * `taken`: names (folded) and ids of another table, whose foods come first: a row here loses such a name, and is left out when none is left.
 * Answers { compact, faults, notes, rows, names }.
 */
export function buildTable({ files, figures, words, taken = null, lenient = false }) {
  const read = files.map(([name, text]) => readRows(name, text, words));
  const faults = read.flatMap((file) => file.faults);
  const notes = [];
  let rows = read.flatMap((file) => file.rows);
  if (taken !== null) rows = withoutTaken(rows, taken, notes);
  const names = checkNames(rows, faults);
  checkParts(rows, faults, notes);
  const figuresByCode = readFigures(figures, words.nutrients, faults);
  if (lenient) rows = wholeRows(rows, figuresByCode);
  const figuresOf = createFigures(rows, figuresByCode, words.nutrients, faults);
  const found = rows.map((row) => figuresOf(row.cells.id));
  if (!lenient) checkFigures(rows, found, faults);
  return {
    compact: layOut(rows, found, words),
    faults,
    notes,
    rows,
    names,
    ids: new Set(rows.map((row) => row.cells.id)),
  };
}

/** The key under which a name must be unique: no accents, apostrophes or plurals; `=crisps` is a name of its own. */
export function nameKey(name) {
  if (name.startsWith("=")) return name;
  const plain = name.normalize("NFKD").replace(/\p{M}|['’]/gu, "");
  return plain
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
    .split(" ")
    .map(singular)
    .join(" ");
}

function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|zz|ss|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The names of a row without those that only repeat one before them (plural, accent). */
function distinctNames(names) {
  const byKey = new Map();
  for (const name of names.split("|")) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
  return [...byKey.values()].join("|");
}

function withoutTaken(rows, taken, notes) {
  let lost = 0;
  const kept = rows.flatMap((row) => {
    const left = row.cells.names.split("|").filter((name) => !taken.names.has(nameKey(name)));
    if (left.length === 0 || taken.ids.has(row.cells.id)) {
      lost += 1;
      return [];
    }
    return [{ ...row, cells: { ...row.cells, names: left.join("|") } }];
  });
  if (lost > 0) notes.push(`${lost} foods left out: the everyday table has all their names`);
  return kept;
}

function checkNames(rows, faults) {
  const ids = new Map();
  const names = new Map();
  for (const row of rows) {
    const { id } = row.cells;
    if (ids.has(id)) {
      faults.push(`${row.where} id: "${id}" is also in ${ids.get(id)}; rename or remove one`);
      row.faulty = true;
    } else ids.set(id, row.where);
    for (const name of row.cells.names.split("|")) {
      const key = nameKey(name);
      const other = names.get(key);
      if (other === undefined) names.set(key, row);
      else if (other !== row) {
        faults.push(
          `${row.where} names: "${name}" is also a name of ${other.cells.id} (${other.where}); leave it with the food that people mean`,
        );
        row.lostNames.push(name);
      }
    }
  }
  return new Set(names.keys());
}

function checkParts(rows, faults, notes) {
  const byId = new Map(rows.map((row) => [row.cells.id, row]));
  for (const row of rows) {
    const parts = pairsOf(row.cells.parts, " ");
    for (const [id] of parts) {
      if (byId.has(id)) continue;
      faults.push(`${row.where} parts: there is no food "${id}"; add it or name another`);
    }
    const circle = circleFrom(row, byId, []);
    if (circle !== null) {
      faults.push(`${row.where} parts: ${circle.join(" is part of ")}; break the circle`);
      row.faulty = true;
    }
    checkWeight(row, parts, notes);
  }
}

/** Grams in one portion: what is missing from its weight counts as water; figures that come from parts need nearly all of it. */
function checkWeight({ where, cells }, parts, notes) {
  const sum = parts.reduce((total, [, grams]) => total + Number(grams), 0);
  const share = sum / Number(cells.portion);
  const [least, most] = cells.code === "parts" ? [0.85, 1.25] : [0, 1.4];
  if (parts.length > 0 && (share < least || share > most)) {
    notes.push(`${where}: the parts of ${cells.id} (${cells.code}) weigh ${sum} g, its portion ${cells.portion} g`);
  }
}

function circleFrom(row, byId, path) {
  if (path.includes(row.cells.id)) return path[0] === row.cells.id ? [...path, row.cells.id] : null;
  for (const [id] of pairsOf(row.cells.parts, " ")) {
    const part = byId.get(id);
    const circle = part === undefined ? null : circleFrom(part, byId, [...path, row.cells.id]);
    if (circle !== null) return circle;
  }
  return null;
}

/** figures.tsv: code -> { figure name: number }. An empty cell is absent. */
export function readFigures(text, nutrients, faults) {
  const figuresByCode = new Map();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const header = lines.shift()?.split("\t") ?? [];
  if (header.join(" ") !== ["code", ...nutrients].join(" ")) {
    faults.push(
      "figures.tsv: the first line must be code and the figures of src/foods/nutrients.ts. Run: npm run food-figures",
    );
    return figuresByCode;
  }
  for (const line of lines) {
    const cells = line.split("\t");
    const figures = {};
    for (const [at, name] of nutrients.entries()) {
      const cell = cells[at + 1] ?? "";
      if (cell === "") continue;
      if (!/^\d+(\.\d+)?$/.test(cell))
        faults.push(`figures.tsv, ${cells[0]}: ${name} "${cell}" is not a number. Run: npm run food-figures`);
      figures[name] = Number(cell);
    }
    figuresByCode.set(cells[0], figures);
  }
  return figuresByCode;
}

/** A function id -> figures per 100 g of the food: from its code, from its parts, or own; `set` always wins. */
function createFigures(rows, figuresByCode, nutrients, faults) {
  const byId = new Map(rows.map((row) => [row.cells.id, row]));
  const known = new Map();
  return figuresOf;

  function figuresOf(id) {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, {}); // a circle has been reported; it ends here
    const row = byId.get(id);
    if (row === undefined) return {};
    const { code, set, parts } = row.cells;
    let figures = {};
    if (code === "parts") figures = ofParts(pairsOf(parts, " "), Number(row.cells.portion));
    else if (code !== "own") {
      const key = code.replace(/^like:/, "");
      const found = figuresByCode.get(key);
      if (found === undefined) faults.push(`${row.where} code: figures.tsv has no ${key}. Run: npm run food-figures`);
      figures = { ...found };
    }
    for (const [name, figure] of pairsOf(set, "=")) figures[name] = Number(figure);
    known.set(id, figures);
    return figures;
  }

  /** Per 100 g of a portion: the parts' figures summed; what the parts do not weigh is water, what they weigh too much has boiled away. */
  function ofParts(parts, portion) {
    const weighed = parts.map(([id, grams]) => ({ figures: figuresOf(id), grams: Number(grams) }));
    const total = weighed.reduce((sum, part) => sum + part.grams, 0);
    const figures = {};
    for (const name of nutrients) {
      const knowing = weighed.filter((part) => part.figures[name] !== undefined);
      const weight = knowing.reduce((sum, part) => sum + part.grams, 0);
      if (weight === 0 || weight < total * (1 - MOST_UNKNOWN)) continue;
      const known = knowing.reduce((sum, part) => sum + part.figures[name] * part.grams, 0);
      figures[name] = ((known / weight) * total) / portion;
    }
    if (figures.waterGrams !== undefined) {
      figures.waterGrams = Math.max(0, figures.waterGrams + (100 * (portion - total)) / portion);
    }
    return figures;
  }
}

function checkFigures(rows, found, faults) {
  for (const [at, figures] of found.entries()) {
    const { where, cells } = rows[at];
    const {
      energyKcal = null,
      proteinGrams = 0,
      fatGrams = 0,
      carbohydrateGrams = 0,
      waterGrams = 0,
      fibreGrams = 0,
    } = figures;
    const solids = proteinGrams + fatGrams + carbohydrateGrams + waterGrams;
    if (energyKcal === null)
      faults.push(`${where}: ${cells.id} has no energy figure; choose a code that has one, or use set`);
    if (energyKcal > 905)
      faults.push(`${where}: ${energyKcal} kcal in 100 g of ${cells.id} is more than pure fat; check the figures`);
    if (solids > 104)
      faults.push(
        `${where}: water, protein, fat and carbohydrate of ${cells.id} sum to ${solids.toFixed(0)} g in 100 g; check the figures`,
      );
    if (fibreGrams > carbohydrateGrams + 2 && fibreGrams > 3) {
      faults.push(
        `${where}: ${cells.id} has more fibre (${fibreGrams} g) than carbohydrate (${carbohydrateGrams} g); check the figures`,
      );
    }
  }
}

/** Leaves out what cannot stand: faulty rows, names that others have, parts that are not there (while tables are being written). */
function wholeRows(rows, figuresByCode) {
  let kept = rows.filter(
    ({ faulty, cells }) =>
      !faulty && (["parts", "own"].includes(cells.code) || figuresByCode.has(cells.code.replace(/^like:/, ""))),
  );
  kept = kept.flatMap((row) => {
    const names = row.cells.names.split("|").filter((name) => !row.lostNames.includes(name));
    return names.length === 0 ? [] : [{ ...row, cells: { ...row.cells, names: names.join("|") } }];
  });
  for (;;) {
    const ids = new Set(kept.map((row) => row.cells.id));
    const isWhole = ({ cells }) => cells.code !== "parts" || pairsOf(cells.parts, " ").every(([id]) => ids.has(id));
    const next = kept.filter(isWhole);
    if (next.length === kept.length) return kept.map((row) => withKnownParts(row, ids));
    kept = next;
  }
}

function withKnownParts(row, ids) {
  const parts = listOf(row.cells.parts, "|").filter((part) => ids.has(part.split(" ")[0]));
  return { ...row, cells: { ...row.cells, parts: parts.join("|") } };
}

function layOut(rows, found, { nutrients }) {
  const groups = [];
  for (const { group } of rows) {
    if (groups.at(-1)?.[0] === group) groups.at(-1)[1] += 1;
    else groups.push([group, 1]);
  }
  return {
    about:
      "Written by scripts/write-food-table.mjs from src/foods/table; do not edit. Figures per 100 g: USDA, by the code of each row.",
    groups: groups.map((group) => group.join(" ")).join("\n"),
    ...Object.fromEntries(SHIPPED.map((name) => [name, rows.map((row) => row.cells[name]).join("\n")])),
    names: rows.map(({ cells }) => distinctNames(cells.names)).join("\n"),
    id: rows.map(({ cells }) => (idOfName(cells.names.split("|")[0]) === cells.id ? "" : cells.id)).join("\n"),
    figures: Object.fromEntries(
      nutrients.map((name) => [name, found.map((figures) => shortNumber(name, figures[name])).join("\n")]),
    ),
  };
}

/** Three significant digits at most and no finer than the decimals of the figure, no zero before the point: ".12". Absent = "". */
function shortNumber(name, value) {
  if (value === undefined) return "";
  return String(Number(Number(value.toPrecision(3)).toFixed(DECIMALS[name] ?? 1))).replace(/^0\./, ".");
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
