/**
 * `gutskin foods find TEXT|BARCODE`: what do the imported tables say about this?
 *
 * Digits are looked up as a barcode first. Each food is shown with the table it is from; the licence line of each table that appears stands below.
 */
import { plainBarcode, type Result } from "../../lib/index.ts";
import type { FoodLibraryFailed } from "../../stores/node/food-library-file.ts";
import type { FoodLibrary, LibraryFood } from "../../stores/node/food-library-port.ts";
import { wholeNumber, type Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodDocument, foundText } from "../foods/found-text.ts";
import { foodsOfRows, openLibrary } from "../foods/open-library.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellUsage } from "../terminal/tell.ts";

/** Shows the foods that fit best; code 0 also when there is none. */
export async function runFoodsFind(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const text = words.slice(1).join(" ").trim();
  if (text === "") return tellUsage(world, "foods find needs a name or a barcode", "gutskin help foods", json);
  const limit = wholeNumber(options, "limit", 10, { min: 1, max: 200 });
  if (!limit.ok) return tellUsage(world, limit.error.detail, "gutskin help foods", json);
  const library = await openLibrary(dataFolder(call), "read");
  if (!library.ok) return tellError(world, library.error, json, exitCodes.storeProblem);
  try {
    const found = findFoods(library.value, text, limit.value);
    if (!found.ok) return tellError(world, found.error, json, exitCodes.storeProblem);
    const foods = foodsOfRows(found.value.foods);
    if (!foods.ok) return tellError(world, foods.error, json, exitCodes.storeProblem);
    const { isLoose } = found.value;
    if (json) world.answer(`${JSON.stringify({ text, isLoose, foods: foods.value.map(foodDocument) })}\n`);
    else world.answer(foundText(text, foods.value, isLoose, unfinished(library.value), world.columns));
    return exitCodes.done;
  } finally {
    library.value.close();
  }
}

type Found = Result<{ readonly foods: readonly LibraryFood[]; readonly isLoose: boolean }, FoodLibraryFailed>;

function findFoods(library: FoodLibrary, text: string, limit: number): Found {
  const barcode = plainBarcode(text);
  if (barcode !== null && barcode.length >= 6) {
    const byBarcode = library.byBarcode(barcode);
    if (!byBarcode.ok) return byBarcode;
    if (byBarcode.value.length > 0)
      return { ok: true, value: { foods: byBarcode.value.slice(0, limit), isLoose: false } };
  }
  return library.find(text, limit);
}

/** Tables whose import has not come to its end. */
function unfinished(library: FoodLibrary): readonly string[] {
  const loads = library.loads();
  if (!loads.ok) return [];
  const kinds = loads.value.filter(({ finished }) => finished === null).map(({ source }) => source);
  return [...new Set(kinds)];
}
