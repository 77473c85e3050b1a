/**
 * Which rows does the evening check-in show this person?
 *
 * Skin, one row per chosen condition, bloating and stress: at most six, so that twenty seconds are enough.
 * Without a choice: skin, itch, bloating, stress. Labels, ends and ranges come from the catalogue.
 */
import { assertDefect } from "../../../base/defect.ts";
import { variableById, type SkinCondition, type Variable } from "../../../lib/index.ts";

/** The item that tells most about each condition in one tap. */
const itemOf: Readonly<Record<SkinCondition, string>> = {
  acne: "acneSeverity",
  eczema: "itch",
  rosacea: "skinRedness",
  psoriasis: "skinScaling",
  dryness: "skinDryness",
};

const MOST_ROWS = 6;

/** The score rows in their order on the screen. */
export function checkInRows(conditions: readonly SkinCondition[]): readonly Variable[] {
  const own = conditions.length === 0 ? ["itch"] : conditions.map((condition) => itemOf[condition]);
  const ids = ["skinSeverity", ...own, "bloating", "stress"];
  return ids.slice(0, MOST_ROWS).map(known);
}

export const foodRows: readonly Variable[] = [
  "fibreRichServings",
  "fermentedServings",
  "prebioticServings",
  "ultraProcessedServings",
].map(known);

export const SLEEP = "sleepHours";
export const SUPPLEMENT = "supplementTaken";

function known(id: string): Variable {
  const variable = variableById(id);
  assertDefect(variable !== null, "the check-in names an item that the catalogue does not have");
  return variable;
}
