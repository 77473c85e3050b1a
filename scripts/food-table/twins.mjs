/**
 * Which official foods are so alike that one row can carry the names of both?
 *
 * Of the same kind, under names that share most words, and with figures that differ by less than the error of any portion: fibre and energy by less
 * than a tenth and fibre by less than 0.5 g per 100 g, sugar and fat by less than 3 g, alcohol and caffeine hardly. A form that the reader must tell apart
 * (decaffeinated, sugar free, no milk, live) is never merged.
 */

const TENTH = 0.1;
const MOST_FIBRE = 0.5;
/** A food with next to nothing of it: a tenth of that would be too strict. */
const NEXT_TO_NO_KCAL = 8;
const NEXT_TO_NO_FIBRE = 0.1;
const LEAST_LIKENESS = 0.3;
/** Words that must be in both or in neither. */
const TELLING =
  /\b(decaffeinated|diet|sugar free|sugar-free|low calorie|unsweetened|sweetened|cheese|milk|soy|almond|egg|meat|beef|pork|chicken|turkey|bacon|ham|sausage|fish|tuna|shrimp|nuts?|peanut|chocolate|gluten.free|whole wheat|whole grain|multigrain|rye|oat|bean|beans|tomato|raw|dried|canned|white|brown|red|green|cream|butter|fruit|light|wine|beer)\b/g;

/** code -> the code of the row that can carry its names; `rows` are codes that have a row, `foods` all official foods. */
export function twinsOf(foods, rows) {
  const held = rowsByCategory(foods, rows);
  const found = new Map();
  for (const food of foods) {
    if (rows.has(food.code)) continue;
    let best = null;
    for (const other of held.get(food.category) ?? []) {
      const likeness = likenessOf(food, other);
      if (likeness < LEAST_LIKENESS || !isAlike(food, other)) continue;
      if (best === null || likeness > best.likeness) best = { code: other.code, likeness };
    }
    if (best !== null) found.set(food.code, best.code);
  }
  return found;
}

function rowsByCategory(foods, rows) {
  const groups = new Map();
  for (const food of foods)
    if (rows.has(food.code)) groups.set(food.category, [...(groups.get(food.category) ?? []), food]);
  return groups;
}

function likenessOf(a, b) {
  const words = new Set(b.words);
  const common = new Set(a.words.filter((word) => words.has(word))).size;
  return common / new Set([...a.words, ...b.words]).size;
}

function isAlike(a, b) {
  if (tellingOf(a.description) !== tellingOf(b.description)) return false;
  const figure = (food, name) => Number(food.figures[name] || 0);
  const gap = (name) => Math.abs(figure(a, name) - figure(b, name));
  const near = (name, least) => gap(name) <= Math.max(least, TENTH * Math.max(figure(a, name), figure(b, name)));
  return (
    near("energyKcal", NEXT_TO_NO_KCAL) &&
    near("fibreGrams", NEXT_TO_NO_FIBRE) &&
    gap("fibreGrams") < MOST_FIBRE &&
    gap("sugarGrams") < 3 &&
    gap("fatGrams") < 3 &&
    gap("alcoholGrams") < 0.5 &&
    gap("caffeineMg") < 3
  );
}

function tellingOf(description) {
  return [...new Set(description.toLowerCase().match(TELLING) ?? [])].sort().join(" ");
}
