/**
 * Which hand-written foods go into the bundle, and which into the asset that is loaded on first use?
 *
 * The bundle has room for about 60 kB (gzip), measured here as plain text, because compressed sizes differ between versions of zlib and the same
 * tables must give the same files everywhere. Common foods come first, with everything their dishes are made of, then ordinary foods by what they
 * carry for gut and skin. A food shows its first names there; the others, and its official name, come with the asset.
 */
import { gzipSync } from "node:zlib";
import { pairsOf } from "./rows.mjs";

/** Names that a food has in the bundle: authors put the usual ones first. */
const NAMES_IN_BUNDLE = 5;
const LIVE = /^(live|either)/;

/** { bundled, later }: the foods of each, in their order. `lay(foods)` gives their compact form, `most` its characters. */
export function shareOut(foods, lay, most) {
  const at = new Map(foods.map((food, index) => [food.cells.id, index]));
  const order = foods
    .map((food, index) => ({ index, common: Number(food.cells.common), worth: worthOf(food) }))
    .sort((a, b) => b.common - a.common || b.worth - a.worth || a.index - b.index);
  let low = 1;
  let high = order.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fileOf(lay(firstOnes(middle))).length <= most) low = middle;
    else high = middle - 1;
  }
  const bundled = firstOnes(low);
  const inside = new Set(bundled);
  return { bundled, later: foods.filter((food) => !inside.has(food)) };

  /** The first `count` foods and all parts of their dishes, in the order of the files. */
  function firstOnes(count) {
    const taken = new Set();
    const add = (index) => {
      if (taken.has(index)) return;
      taken.add(index);
      for (const [id] of pairsOf(foods[index].cells.parts, " ")) if (at.has(id)) add(at.get(id));
    };
    order.slice(0, count).forEach(({ index }) => add(index));
    return [...taken].sort((a, b) => a - b).map((index) => foods[index]);
  }
}

/** A food as the bundle has it. */
export function withFirstNames(food) {
  return { ...food, cells: { ...food.cells, names: namesOf(food).slice(0, NAMES_IN_BUNDLE).join("|") } };
}

/** The names that the bundle leaves out. */
export function moreNamesOf(food) {
  return namesOf(food).slice(NAMES_IN_BUNDLE);
}

function namesOf({ cells }) {
  return cells.names.split("|");
}

/** Bytes of the shipped file, compressed. */
export function sizeOf(compact) {
  return gzipSync(fileOf(compact), { level: 9 }).length;
}

/** The shipped file. */
export function fileOf(compact) {
  return `${JSON.stringify(compact, null, 2)}\n`;
}

/** What 100 g bring: fibre, prebiotics, live microbes, plants, milk; plain foods before dishes. */
function worthOf({ cells, figures }) {
  const high = Number(/-(\S+)/.exec(cells.fructans)?.[1] ?? 0);
  return (
    Math.min(figures.fibreGrams ?? 0, 12) +
    Math.min(high, 5) +
    (LIVE.test(cells.ferment) ? 3 : 0) +
    (cells.plants === "" ? 0 : 1) +
    (/milk|dairy|cheese/.test(cells.flags) ? 1 : 0) +
    (cells.parts === "" ? 2 : 0)
  );
}
