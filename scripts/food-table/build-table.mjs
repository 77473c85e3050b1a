/**
 * What is true of all tables together: are ids and names unique, do parts exist, and what are the foods with their figures?
 *
 * Rows of several files are held against each other; each fault is a sentence with file, line, column and mend.
 */
import { checkFigures, createFigures, readFigures } from "./dish-figures.mjs";
import { listOf, pairsOf, readRows } from "./rows.mjs";

/**
 * `files`: [name, text] of each table; `figures`: text of figures.tsv; `words`: see readRows.
 * `taken`: { ids, names } of other tables, whose foods come first: a row here loses such a name, and is left out when none is left.
 * `lenient`: leaves out what is faulty instead of keeping it. Answers { foods, faults, notes, names, ids }; a food is { where, group, cells, figures }.
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
  const foods = rows.map(({ where, group, cells }) => ({
    where,
    group,
    cells: { ...cells, names: distinctNames(cells.names) },
    figures: figuresOf(cells.id),
  }));
  if (!lenient) checkFigures(foods, faults);
  return { foods, faults, notes, names, ids: new Set(rows.map((row) => row.cells.id)) };
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
