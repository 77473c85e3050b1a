/**
 * `gutskin foods sources`: which food tables were imported, when, under which licence, and how far?
 */
import { foodTableFacts, type FoodTableKind } from "../../lib/index.ts";
import type { FoodLibrary, LibraryLoad } from "../../stores/node/food-library-port.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { count } from "../foods/import-text.ts";
import { kindOf, openLibrary } from "../foods/open-library.ts";
import { safeText, tableLines, wrapText } from "../terminal/table.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Lists the imports; code 0 also when there is none. */
export async function runFoodsSources(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const library = await openLibrary(dataFolder(call), "read");
  if (!library.ok) {
    if (library.error.reason !== "StoreMissing") return tellError(world, library.error, json, exitCodes.storeProblem);
    return tellNone(call);
  }
  try {
    const loads = library.value.loads();
    if (loads.ok && loads.value.length === 0) return tellNone(call);
    return tellSources(call, library.value);
  } finally {
    library.value.close();
  }
}

function tellNone({ world, options }: Call): ExitCode {
  const text = "No food table was imported yet. Import one: gutskin foods import FILE";
  world.answer(`${options["json"] === undefined ? text : JSON.stringify({ sources: [] })}\n`);
  return exitCodes.done;
}

function tellSources({ world, options }: Call, library: FoodLibrary): ExitCode {
  const json = options["json"] !== undefined;
  const [counts, loads] = [library.counts(), library.loads()];
  if (!counts.ok) return tellError(world, counts.error, json, exitCodes.storeProblem);
  if (!loads.ok) return tellError(world, loads.error, json, exitCodes.storeProblem);
  const kinds = [...new Set([...loads.value.map(({ source }) => source), ...counts.value.keys()])].flatMap(
    (source): readonly FoodTableKind[] => {
      const kind = kindOf(source);
      return kind === null ? [] : [kind];
    },
  );
  const foods = (kind: FoodTableKind): number => counts.value.get(kind) ?? 0;
  const of = (kind: FoodTableKind): readonly LibraryLoad[] => loads.value.filter(({ source }) => source === kind);
  if (json) {
    const sources = kinds.map((kind) => ({
      source: kind,
      ...foodTableFacts(kind),
      foods: foods(kind),
      imports: of(kind).map(({ name, started, finished, added, changed }) => ({
        file: name,
        started,
        finished,
        added,
        changed,
      })),
    }));
    world.answer(`${JSON.stringify({ library: library.place, sources })}\n`);
    return exitCodes.done;
  }
  const rows = kinds.flatMap((kind) =>
    of(kind).map((load) => [
      kind,
      count(foods(kind)),
      load.finished ?? `begun ${load.started}, not finished`,
      safeText(load.name),
    ]),
  );
  const heads = [
    { title: "source" },
    { title: "foods", align: "right" },
    { title: "imported" },
    { title: "file" },
  ] as const;
  const lines = [
    ...tableLines(heads, rows, world.columns),
    "",
    ...kinds.flatMap((kind) =>
      wrapText(`${kind}: ${foodTableFacts(kind).name}. ${foodTableFacts(kind).licence}`, world.columns),
    ),
    ...wrapText(
      `Kept in ${library.place}; never part of an export. gutskin foods forget SOURCE takes a table away.`,
      world.columns,
    ),
  ];
  world.answer(`${lines.join("\n")}\n`);
  return exitCodes.done;
}
