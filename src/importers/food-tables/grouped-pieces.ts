/**
 * How do figures that stand one per row become one piece per food?
 *
 * `food_nutrient.csv` and CIQUAL's `compo` have one row per food and nutrient, nearly always with the rows of a food together. Neighbouring rows are
 * gathered and given out as one piece when the code changes or when asked to; a food whose rows stand apart gets two pieces, which is the same.
 */
import type { FoodChange } from "./food-change.ts";
import { createFigureDraft, type FigureDraft } from "./read-figure.ts";
import type { FoodPortion } from "./table-food.ts";

export interface PieceGroup {
  /** The figures of this food so far, to add to. */
  readonly figuresOf: (code: string) => FigureDraft;
  readonly addPortion: (code: string, portion: FoodPortion) => void;
  /** Gives out what was gathered. */
  readonly flush: () => void;
}

/** Gathers pieces for known foods. */
export function createPieceGroup(emit: (change: FoodChange) => void): PieceGroup {
  let code = "";
  let draft = createFigureDraft();
  let portions: FoodPortion[] = [];
  const flush = (): void => {
    const hasFigures = Object.keys(draft.figures).length > 0;
    if (code !== "" && (hasFigures || portions.length > 0)) {
      const piece = { ...(hasFigures ? draft : {}), ...(portions.length > 0 ? { portions } : {}) };
      emit({ type: "piece", code, isNew: false, piece });
    }
    [code, draft, portions] = ["", createFigureDraft(), []];
  };
  const turnTo = (next: string): void => {
    if (next === code) return;
    flush();
    code = next;
  };
  return {
    figuresOf: (next) => {
      turnTo(next);
      return draft;
    },
    addPortion: (next, portion) => {
      turnTo(next);
      portions.push(portion);
    },
    flush,
  };
}
