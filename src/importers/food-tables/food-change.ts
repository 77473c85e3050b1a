/**
 * What does a reader say about a food: all of it, or one more piece?
 *
 * Open Food Facts, CoFID and the JSON of FoodData Central have a food in one place. The CSV set of FoodData Central and the XML of CIQUAL spread it over
 * several files of millions of rows, so that a reader only ever sees a piece; pieces are joined to what is stored. Joining is idempotent and
 * does not depend on the order, so an import that was stopped may read some rows twice.
 */
import { emptyFood, type FoodPortion, type TableFood } from "./table-food.ts";

/** A piece of a food; absent = nothing new about it. `figures`, `spreads`, `marks` are added by name, `portions` by label. */
export type FoodPiece = Partial<Omit<TableFood, "code">>;

/** What one step of reading brings: a food, or a change of one that was read before. */
export type FoodChange =
  | { readonly type: "food"; readonly food: TableFood }
  /** `isNew`: the food may begin with this piece; otherwise it is for known foods only. */
  | { readonly type: "piece"; readonly code: string; readonly isNew: boolean; readonly piece: FoodPiece };

/** More portions of one food than anybody looks through. */
const MOST_PORTIONS = 30;

/** The food with the piece in it; null = there is no such food and this piece does not begin one. */
export function joinPiece(before: TableFood | null, change: Extract<FoodChange, { type: "piece" }>): TableFood | null {
  if (before === null && !change.isNew) return null;
  const food = before ?? emptyFood(change.code);
  const { figures, spreads, marks, portions, ...rest } = change.piece;
  return {
    ...food,
    ...rest,
    figures: { ...food.figures, ...figures },
    spreads: { ...food.spreads, ...spreads },
    marks: { ...food.marks, ...marks },
    portions: portions === undefined ? food.portions : joinPortions(food.portions, portions),
  };
}

function joinPortions(before: readonly FoodPortion[], more: readonly FoodPortion[]): readonly FoodPortion[] {
  const grams = new Map(before.map((portion) => [portion.label, portion.grams]));
  for (const portion of more) grams.set(portion.label, portion.grams);
  return [...grams]
    .map(([label, amount]) => ({ label, grams: amount }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .slice(0, MOST_PORTIONS);
}
