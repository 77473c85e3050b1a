/**
 * What is said about food tables that a person imports: where they come from, what was left out, and what can be in the way?
 *
 * The licence of each table is said whenever it is shown or asked about. Words for the errors and codes of importers/food-tables and of the food library.
 */
import type { FoodTableKind } from "../importers/food-tables/table-food.ts";
import type {
  FigureDropReason,
  FoodIgnoreRule,
  FoodSkip,
  FoodSkipCode,
  FoodTableProblem,
} from "../importers/food-tables/table-problem.ts";
import type { ErrorFacts, Worder } from "./error-facts.ts";
import { quoted } from "./shown.ts";
import { at } from "./words-file.ts";

/** How a food table is called, and whose it is. */
export interface FoodTableWords {
  readonly name: string;
  /** One or two sentences: whose it is, under which licence, what that asks of the person. */
  readonly licence: string;
}

const tables: Readonly<Record<FoodTableKind, FoodTableWords>> = {
  fdc: {
    name: "FoodData Central",
    licence:
      "By the U.S. Department of Agriculture, Agricultural Research Service (fdc.nal.usda.gov). Public domain; the source asks to be named.",
  },
  off: {
    name: "Open Food Facts",
    licence:
      "By the contributors of Open Food Facts (openfoodfacts.org). Open Database License 1.0: yours to use; whoever passes on a database made from it must name it and use the same licence. gutskin keeps it in a file of its own and exports none of it but the foods you pick.",
  },
  ciqual: {
    name: "CIQUAL",
    licence:
      "By Anses, France (ciqual.anses.fr). Open Licence 2.0 (Etalab): name it with its year, for example: Anses. 2020. Ciqual French food composition table.",
  },
  cofid: {
    name: "CoFID",
    licence:
      "McCance and Widdowson's Composition of Foods Integrated Dataset, United Kingdom (gov.uk). Contains public sector information licensed under the Open Government Licence v3.0.",
  },
};

/** Name and licence line of a table. */
export function foodTableFacts(kind: FoodTableKind): FoodTableWords {
  return tables[kind];
}

type Errors = FoodTableProblem["type"] | "FoodRowUnreadable" | "FoodLibraryFailed";

export const foodTableWords: Readonly<Record<Errors, Worder>> = {
  FoodTableUnknown: at(
    (facts) => `this is none of the food tables that are read (found: ${facts.text("found") || "nothing known"})`,
    (facts) =>
      `Read are ${facts.text("expected")}, as they are downloaded. A diary or another table of days goes to gutskin import.`,
  ),
  FoodTableDelimiter: at(
    (facts) => `the columns are cut by ${facts.text("found")}, where the source uses ${facts.text("expected")}`,
    "A spreadsheet may have saved it anew and changed barcodes with it. Use the file as it was downloaded.",
  ),
  FoodTableColumns: at(
    (facts) => `columns that are needed are not there (${facts.text("expected")})`,
    "Download the whole file again, without leaving out columns.",
  ),
  FoodTablePart: at(
    (facts) =>
      facts.text("found") === ""
        ? `a file of the set is missing (${facts.text("expected")})`
        : `this is one part of a set (${facts.text("found")})`,
    (facts) => `Unpack the whole download and name its folder; it has to hold ${facts.text("expected")}.`,
  ),
  FoodTableOther: at(
    (facts) => `this looks like ${facts.text("found")}, not like ${facts.text("expected")}`,
    (facts) => `Use ${facts.text("expected")}, or leave out --as.`,
  ),
  FoodTableCut: at(
    (facts) => `the file ends in the middle (${facts.text("found")})`,
    "What stands before this place was taken. Download the file again and run the same command: it goes on from there.",
  ),
  FoodTableDamaged: at(
    (facts) => `the compressed file cannot be unpacked any further (${facts.text("found")})`,
    "What stands before this place was taken. Download the file again and run the same command.",
  ),
  FoodTableDoubtful: at(
    (facts) => `${facts.text("found")} cannot be read (the first: ${doubtWords(facts)})`,
    "Check that it is the file as it was downloaded. What could be read so far was taken; gutskin foods forget takes it back.",
  ),
  FoodTableRowTooLong: at(
    "one row is longer than any food can be",
    "The file is damaged or not a food table. Download it again.",
  ),
  FoodRowUnreadable: (facts) => ({
    sentence: `The stored food ${facts.quoted("code")} cannot be read.`,
    mend: "Import its table again, or update gutskin if a newer version wrote it.",
  }),
  FoodLibraryFailed: (facts) => {
    const place = facts.quoted("place");
    const detail = facts.text("detail") === "" ? "" : ` (${facts.text("detail")})`;
    switch (facts.text("reason")) {
      case "StoreMissing":
        return { sentence: "No food table was imported yet.", mend: "Import one: gutskin foods import FILE." };
      case "StoreLocked":
        return {
          sentence: `Another program is using the food library at ${place} right now, so nothing was changed.`,
          mend: "Wait until the other import has ended and try again.",
        };
      case "DiskFull":
        return {
          sentence: `There is no space left at ${place}. What was imported before is whole.`,
          mend: "Free some space and run the same command: it goes on where it stopped.",
        };
      case "StoreReadOnly":
        return {
          sentence: `The food library at ${place} may be read but not written, so nothing was changed.`,
          mend: "Allow writing to this file and its folder, then try again.",
        };
      case "StoreNewer":
        return { sentence: `The food library at ${place} was written by a newer gutskin.`, mend: "Update gutskin." };
      case "StoreNotAJournal":
        return {
          sentence: `The file at ${place} is not a food library of gutskin. It was left as it is.`,
          mend: "Move that file away and try again.",
        };
      default:
        return {
          sentence: `The food library at ${place} cannot be used${detail}.`,
          mend: "It holds only what you imported: move the file away and import your tables again. The journal is another file.",
        };
    }
  },
};

function doubtWords(facts: ErrorFacts): string {
  const code = skipCodes.find((one) => one === facts.text("expected"));
  return code === undefined ? "unknown" : foodSkipWords(code);
}

const skipCodes: readonly FoodSkipCode[] = [
  "bad-encoding",
  "cell-count",
  "unclosed-quote",
  "bad-json",
  "bad-code",
  "code-twice",
];

/** Why rows of one kind were skipped: "not UTF-8 text". */
export function foodSkipWords(code: FoodSkipCode): string {
  switch (code) {
    case "bad-encoding":
      return "not readable as text in UTF-8";
    case "cell-count":
      return "more or fewer cells than the header has";
    case "unclosed-quote":
      return "a quotation mark that is never closed";
    case "bad-json":
      return "not a whole JSON object";
    case "bad-code":
      return "no readable code";
    case "code-twice":
      return "a code that another food has already";
  }
}

/** One skipped row with its place. */
export function wordFoodSkip(skip: FoodSkip): string {
  const found = skip.found === "" ? "" : ` (found ${quoted(skip.found)})`;
  return `Line ${String(skip.line)}: ${foodSkipWords(skip.code)}${found}.`;
}

/** Why rows were left out by a rule: "without a name". */
export function foodIgnoreWords(rule: FoodIgnoreRule): string {
  switch (rule) {
    case "no-name":
      return "without a name";
    case "no-figures":
      return "without any figure";
    case "other-country":
      return "of other countries";
    case "other-barcode":
      return "with barcodes that were not asked for";
    case "without-wanted-figure":
      return "without the figure that was asked for";
    case "not-a-food":
      return "that are samples or purchases, no foods to eat";
    case "other-nutrient":
      return "of nutrients that are not used here";
    case "label-row":
      return "that label the columns";
  }
}

/** Why figures were dropped: "more than 100 g in 100 g". */
export function figureDropWords(reason: FigureDropReason): string {
  switch (reason) {
    case "not-a-number":
      return "not a number";
    case "negative":
      return "below zero";
    case "over-100-grams":
      return "more than 100 g in 100 g";
    case "energy-too-high":
      return "more than 950 kcal in 100 g (pure fat has 900)";
    case "too-much-caffeine":
      return "more than 20 g of caffeine in 100 g";
    case "sum-over-100":
      return "protein, fat and carbohydrate together heavier than the food";
    case "part-over-whole":
      return "a part larger than its whole (sugar above carbohydrate, saturated above fat)";
    case "energy-unlike-macros":
      return "energy less than half or more than twice of what fat, protein and carbohydrate give (often kJ typed as kcal)";
    case "carbohydrate-unclear":
      return "carbohydrate of products sold under two rules, with and without the fibre in it";
  }
}
