/**
 * Which rows does the evening check-in show this person?
 *
 * Which items, and in which order, follows the profiles of the chosen conditions (insights/check-in-items.ts): at most six, so that twenty seconds are
 * enough. Labels, ends and ranges come from the catalogue. Scores go from 0 to 10, counts from 0 to "9+" (more can be written in words).
 */
import { assertDefect } from "../../../base/defect.ts";
import { checkInItems, variableById, type SkinCondition, type Variable } from "../../../lib/index.ts";
import type { Step } from "../../shell/step-row.tsx";
import { words } from "../../words.ts";

/** The rows in their order on the screen. */
export function checkInRows(conditions: readonly SkinCondition[]): readonly Variable[] {
  return checkInItems(conditions).map(known);
}

const scoreSteps: readonly Step[] = numbers(0, 10);
/** Ten steps fit 320 px; the last one stands for itself and all above. */
const countSteps: readonly Step[] = [...numbers(0, 8), { value: 9, text: words.today.nineAndMore }];

/** The steps of a row: a count has no upper end. */
export function stepsOf(variable: Variable): readonly Step[] {
  return variable.max === undefined ? countSteps : scoreSteps;
}

/** Whole numbers as steps. */
export function numbers(from: number, to: number): readonly Step[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({ value: from + i, text: String(from + i) }));
}

export const foodRows: readonly Variable[] = [
  "fibreRichServings",
  "fermentedServings",
  "prebioticServings",
  "ultraProcessedServings",
].map(known);

export const SLEEP = "sleepHours";
export const STOOL = "stoolForm";
export const SUPPLEMENT = "supplementTaken";

function known(id: string): Variable {
  const variable = variableById(id);
  assertDefect(variable !== null, "the check-in names an item that the catalogue does not have");
  return variable;
}
