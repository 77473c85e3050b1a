/**
 * Which variable of the catalogue does a column of this header hold?
 *
 * A number without its unit is not believed where several units are usual: a column "weight" may hold pounds.
 */
import { variableByName } from "../journal/catalogue.ts";
import type { Variable } from "../journal/variable.ts";

const KILOGRAMS = /(?:^|[^a-z])(?:kgs?|kilos?|kilograms?)(?:$|[^a-z])/i;

/** The variable that a column of this header holds, or null. Where several units are usual ("weight") the header, or `unit` if it was told, must name ours: "weight (kg)". */
export function variableOfColumn(header: string, unit = ""): Variable | null {
  const variable = variableByName(header);
  const saysUnit = variable?.id === header.trim() || KILOGRAMS.test(`${header} ${unit}`);
  return variable?.unitMustBeSaid === true && !saysUnit ? null : variable;
}
