/**
 * How are foods of imported tables shown?
 *
 * Figures are per 100 g; what is not known is a dash, never 0. Below stands whose figures they are.
 */
import { foodTableFacts, settleFigures, type FoodTableKind } from "../../lib/index.ts";
import { tableLines, wrapText } from "../terminal/table.ts";
import { kindOf, type FoundFood } from "./open-library.ts";

/** One food as a plain object, figures by name and per 100 g. */
export function foodDocument({ kind, licence, food }: FoundFood): object {
  return {
    id: `${kind}:${food.code}`,
    source: kind,
    licence,
    code: food.code,
    name: food.label,
    otherNames: food.otherNames,
    brand: food.brand,
    barcode: food.barcode,
    group: food.group,
    countries: food.countries,
    quantity: food.quantity,
    per: food.per,
    portions: food.portions,
    nova: food.nova,
    ingredients: food.ingredients,
    figures: settleFigures(kind, food.figures),
    spreads: food.spreads,
    marks: food.marks,
  };
}

/** Foods as a table with what belongs below it. */
export function foundText(
  text: string,
  foods: readonly FoundFood[],
  isLoose: boolean,
  unfinished: readonly string[],
  columns: number,
): string {
  const wrap = (line: string): readonly string[] => wrapText(line, columns);
  const notes = unfinished.flatMap((source) => {
    const kind = kindOf(source);
    const name = kind === null ? source : foodTableFacts(kind).name;
    return wrap(`The import of ${name} is not finished: foods or figures may be missing.`);
  });
  if (foods.length === 0) {
    return `${[...wrap(`No imported food has the words "${text}".`), ...notes].join("\n")}\n`;
  }
  const heads = [
    { title: "id" },
    { title: "kcal", align: "right" },
    { title: "fibre g", align: "right" },
    { title: "portion", align: "right" },
    { title: "name" },
  ] as const;
  const rows = foods.map(({ kind, food }) => {
    const figures = settleFigures(kind, food.figures);
    const [portion] = food.portions;
    const per = food.per === "100ml" ? " (per 100 ml)" : "";
    const name = food.brand === "" ? food.label : `${food.label}, ${food.brand}`;
    return [
      `${kind}:${food.code}`,
      figureText(figures["energyKcal"]),
      figureText(figures["fibreGrams"]),
      portion === undefined ? "-" : `${figureText(portion.grams)} g`,
      name + per,
    ];
  });
  const kinds = [...new Set(foods.map(({ kind }) => kind))];
  return `${[
    ...(isLoose ? [...wrap("No food has all of these words; these have some of them."), ""] : []),
    ...tableLines(heads, rows, columns),
    "",
    ...wrap("Figures per 100 g as printed in the table; - is not known. To use one: gutskin foods pick ID"),
    ...kinds.flatMap((kind: FoodTableKind) => wrap(`${kind}: ${foodTableFacts(kind).licence}`)),
    ...notes,
  ].join("\n")}\n`;
}

/** One decimal at most; "-" = not known. */
export function figureText(value: number | undefined): string {
  return value === undefined ? "-" : String(Math.round(10 * value) / 10);
}
