/**
 * Which foods of the table does the command line ask for?
 *
 * `--country de,gb`, `--barcodes FILE`, `--only-with fibre`, `--as off`. What a table cannot answer (CIQUAL knows no countries) is refused, not ignored.
 */
import {
  countryTag,
  err,
  figureByWord,
  figureWords,
  foodTableFacts,
  foodTableKinds,
  ok,
  readBarcodes,
  type FoodFigureName,
  type FoodFilters,
  type FoodTableKind,
  type Result,
} from "../../lib/index.ts";
import type { UsageProblem } from "../arguments.ts";
import type { Call } from "../arguments.ts";
import { readInputFile, type FileUnreadable } from "../read-input.ts";
import { kindOf } from "./open-library.ts";

export interface AskedTable {
  readonly said: FoodTableKind | null;
  readonly filters: FoodFilters;
  /** Words in the barcodes file that are no barcodes. */
  readonly strangeBarcodes: number;
}

/** Reads the options. Errors: UsageProblem, FileUnreadable (the file of barcodes). */
export async function readAskedTable({
  world,
  options,
}: Call): Promise<Result<AskedTable, UsageProblem | FileUnreadable>> {
  const usage = (detail: string): Result<never, UsageProblem> => err({ type: "UsageProblem", detail });
  const as = options["as"];
  const said = as === undefined ? null : kindOf(as);
  if (as !== undefined && said === null) return usage(`--as takes ${foodTableKinds.join(", ")}, not "${as}"`);
  const countries: string[] = [];
  for (const word of wordsOf(options["country"])) {
    const tag = countryTag(word);
    if (tag === null) return usage(`--country does not know "${word}"; a tag like en:germany always works`);
    countries.push(tag);
  }
  const onlyWith: FoodFigureName[] = [];
  for (const word of wordsOf(options["only-with"])) {
    const figure = figureByWord(word);
    if (figure === null) return usage(`--only-with takes ${figureWords.join(", ")}, not "${word}"`);
    onlyWith.push(figure);
  }
  const path = options["barcodes"];
  if (path === undefined) {
    return ok({ said, filters: { countries, barcodes: null, onlyWith }, strangeBarcodes: 0 });
  }
  const file = await readInputFile(world, path);
  if (!file.ok) return file;
  const { barcodes, strange } = readBarcodes(new TextDecoder().decode(file.value.bytes));
  if (barcodes.size === 0) return usage(`--barcodes: there is no barcode in ${path}`);
  return ok({ said, filters: { countries, barcodes, onlyWith }, strangeBarcodes: strange });
}

/** Why these filters cannot be asked of this table; null = they can. */
export function filterClash(kind: FoodTableKind, filters: FoodFilters): string | null {
  if (kind === "off" || kind === "fdc") return null;
  const { name } = foodTableFacts(kind);
  if (filters.countries.length > 0) return `--country: ${name} does not say where its foods are sold`;
  return filters.barcodes === null ? null : `--barcodes: ${name} has no barcodes`;
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
