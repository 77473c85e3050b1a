/**
 * Which figures does a row have: from its code, from its parts, or its own?
 *
 * figures.tsv holds them per code (scripts/write-food-figures.mjs). `set` always wins. A dish of parts is summed per portion; a figure that too many of
 * its parts lack stays unknown.
 */
import { pairsOf } from "./rows.mjs";

/** A dish's figure is unknown when parts of more than this share of its weight do not know it; below, they count like the rest of the dish. */
const MOST_UNKNOWN = 0.05;

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
export function createFigures(rows, figuresByCode, nutrients, faults) {
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

/** Faults of figures that cannot be true. */
export function checkFigures(foods, faults) {
  for (const { where, cells, figures } of foods) {
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
