/**
 * What can be done with the foods that a person imported?
 *
 * Batches are written with the state of the import in one transaction: after a kill at any moment the library is whole and the state says exactly what
 * is in it. Writing the same rows again changes nothing. Reading: by name (full text), barcode and code. What stands in `body` is known only
 * to the importers (stored-food.ts).
 */
import { ok, type Result } from "../../base/result.ts";
import type { SqlDriver, SqlRow } from "./driver.ts";
import { asLibraryFailure, openLibraryFile, type FoodLibraryFailed } from "./food-library-file.ts";
import type {
  FoodLibrary,
  LibraryChange,
  LibraryFood,
  LibraryLoad,
  LibraryRow,
  Removal,
  WriteReceipt,
} from "./food-library-port.ts";
import { searchQuestion } from "./food-library-search.ts";
import { numberAt, textAt } from "./rows.ts";
import { damaged } from "./store-errors.ts";

type Answer<T> = Result<T, FoodLibraryFailed>;

const REMOVED_AT_ONCE = 5_000;
const FOOD_COLUMNS = "food.source, food.code, food.barcode, food.label, food.words, food.body, food.licence";
const LOAD_COLUMNS = "id, source, licence, name, mark, filters, state, added, changed, started, finished, problem";

/** Opens the library in the data folder. Errors: FoodLibraryFailed (reason StoreMissing only with mode "read"). */
export function openFoodLibrary(folder: string, mode: "write" | "read"): Answer<FoodLibrary> {
  return asLibraryFailure(folder, () => ok(libraryOver(openLibraryFile(folder, mode))));
}

function libraryOver({ driver, place, close }: ReturnType<typeof openLibraryFile>): FoodLibrary {
  const answer = <T>(work: () => T): Answer<T> => asLibraryFailure(place, () => ok(work()));
  const foodsOf = (sql: string, values: readonly (string | number)[]): readonly LibraryFood[] =>
    driver.all(sql, values).map((row) => foodOf(row));
  const search = (text: string, limit: number, loosely: boolean): readonly LibraryFood[] => {
    const question = searchQuestion(text, loosely);
    if (question === "") return [];
    return foodsOf(
      `SELECT ${FOOD_COLUMNS} FROM food_words JOIN food ON food.no = food_words.rowid
       WHERE food_words MATCH ? ORDER BY bm25(food_words, 8.0, 2.0), length(food.label), food.source, food.code LIMIT ?`,
      [question, limit],
    );
  };
  return {
    place,
    loads: () => answer(() => driver.all(`SELECT ${LOAD_COLUMNS} FROM load ORDER BY id`, []).map(loadOf)),
    counts: () =>
      answer(() => {
        const rows = driver.all("SELECT source, count(*) FROM food GROUP BY source ORDER BY source", []);
        return new Map(rows.map((row) => [textAt(row, 0), numberAt(row, 1)]));
      }),
    begin: (load) =>
      answer(() =>
        driver.transaction(() => {
          const { source, licence, name, mark, filters, started } = load;
          driver.run(
            `INSERT INTO load(source, licence, name, mark, filters, state, added, changed, started, finished, problem)
             VALUES (?, ?, ?, ?, ?, '', 0, 0, ?, NULL, '')`,
            [source, licence, name, mark, filters, started],
          );
          const [row] = driver.all("SELECT last_insert_rowid()", []);
          if (row === undefined) throw damaged(place, "no id for an import");
          return numberAt(row, 0);
        }),
      ),
    write: (id, changes, state) =>
      answer(() =>
        driver.transaction(() => {
          const [load] = driver.all(`SELECT ${LOAD_COLUMNS} FROM load WHERE id = ?`, [id]);
          if (load === undefined) throw damaged(place, "an import is missing");
          const receipt = writeChanges(driver, loadOf(load), changes);
          driver.run("UPDATE load SET state = ?, added = added + ?, changed = changed + ?, problem = '' WHERE id = ?", [
            state,
            receipt.added,
            receipt.changed,
            id,
          ]);
          return receipt;
        }),
      ),
    end: (id, { finished, problem }) =>
      answer(() => {
        driver.run("UPDATE load SET finished = ?, problem = ? WHERE id = ?", [finished, problem, id]);
        return null;
      }),
    sweep: (id, isUnwanted, afterNo) =>
      answer(() => driver.transaction(() => removeSome(driver, ["load = ?", id], isUnwanted, afterNo))),
    forget: (source) =>
      answer(() => {
        const removal = driver.transaction(() => {
          driver.run("DELETE FROM load WHERE source = ?", [source]);
          return removeSome(driver, ["source = ?", source], () => true, 0);
        });
        // gives the space back to the disk
        if (removal.next === null) driver.exec("PRAGMA incremental_vacuum");
        return removal;
      }),
    find: (text, limit) =>
      answer(() => {
        const exact = search(text, limit, false);
        return exact.length > 0
          ? { foods: exact, isLoose: false }
          : { foods: search(text, limit, true), isLoose: true };
      }),
    byBarcode: (barcode) =>
      answer(() =>
        foodsOf(`SELECT ${FOOD_COLUMNS} FROM food WHERE barcode = ? ORDER BY source, code LIMIT 20`, [barcode]),
      ),
    byCode: (code, source) =>
      answer(() =>
        source === null
          ? foodsOf(`SELECT ${FOOD_COLUMNS} FROM food WHERE code = ? ORDER BY source LIMIT 20`, [code])
          : foodsOf(`SELECT ${FOOD_COLUMNS} FROM food WHERE source = ? AND code = ?`, [source, code]),
      ),
    close,
  };
}

function writeChanges(
  driver: SqlDriver,
  { id, source, licence }: LibraryLoad,
  changes: readonly LibraryChange[],
): WriteReceipt {
  const receipt = { added: 0, changed: 0, joined: 0, same: 0, unknown: 0 };
  const stored = (code: string): { readonly no: number; readonly load: number; readonly food: LibraryFood } | null => {
    const [row] = driver.all(`SELECT ${FOOD_COLUMNS}, food.no, food.load FROM food WHERE source = ? AND code = ?`, [
      source,
      code,
    ]);
    return row === undefined ? null : { no: numberAt(row, 7), load: numberAt(row, 8), food: foodOf(row) };
  };
  const insert = ({ code, barcode, label, words, body }: LibraryRow): boolean => {
    const isNew = driver.run(
      `INSERT INTO food(source, code, barcode, label, words, licence, body, load) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(source, code) DO NOTHING`,
      [source, code, barcode, label, words, licence, body, id],
    );
    if (isNew === 0) return false;
    driver.run("INSERT INTO food_words(rowid, label, words) VALUES (last_insert_rowid(), ?, ?)", [label, words]);
    return true;
  };
  const replace = (no: number, before: LibraryRow, row: LibraryRow): void => {
    const { barcode, label, words, body } = row;
    driver.run("UPDATE food SET barcode = ?, label = ?, words = ?, licence = ?, body = ? WHERE no = ?", [
      barcode,
      label,
      words,
      licence,
      body,
      no,
    ]);
    if (before.label === label && before.words === words) return;
    driver.run("DELETE FROM food_words WHERE rowid = ?", [no]);
    driver.run("INSERT INTO food_words(rowid, label, words) VALUES (?, ?, ?)", [no, label, words]);
  };
  for (const change of changes) {
    if (change.type === "row" && insert(change.row)) {
      receipt.added += 1;
      continue;
    }
    const before = stored(change.type === "row" ? change.row.code : change.code);
    const row = change.type === "row" ? change.row : change.join(before?.food ?? null);
    if (row === null) receipt.unknown += 1;
    else if (before === null) {
      insert(row);
      receipt.added += 1;
    } else if (isSame(before.food, row)) receipt.same += 1;
    else {
      replace(before.no, before.food, row);
      receipt[before.load === id ? "joined" : "changed"] += 1;
    }
  }
  return receipt;
}

function isSame(a: LibraryRow, b: LibraryRow): boolean {
  return a.body === b.body && a.label === b.label && a.words === b.words && a.barcode === b.barcode;
}

/** In pieces, so that no transaction is as large as the table. */
function removeSome(
  driver: SqlDriver,
  [condition, value]: readonly ["load = ?", number] | readonly ["source = ?", string],
  isUnwanted: (food: LibraryFood) => boolean,
  afterNo: number,
): Removal {
  const rows = driver.all(
    `SELECT ${FOOD_COLUMNS}, food.no FROM food WHERE ${condition} AND no > ? ORDER BY no LIMIT ${String(REMOVED_AT_ONCE)}`,
    [value, afterNo],
  );
  const gone = rows.filter((row) => isUnwanted(foodOf(row))).map((row) => numberAt(row, 7));
  for (const no of gone) {
    driver.run("DELETE FROM food_words WHERE rowid = ?", [no]);
    driver.run("DELETE FROM food WHERE no = ?", [no]);
  }
  const last = rows.at(-1);
  const next = last === undefined || rows.length < REMOVED_AT_ONCE ? null : numberAt(last, 7);
  return { removed: gone.length, next };
}

function foodOf(row: SqlRow): LibraryFood {
  return {
    source: textAt(row, 0),
    code: textAt(row, 1),
    barcode: row[2] === null ? null : textAt(row, 2),
    label: textAt(row, 3),
    words: textAt(row, 4),
    body: textAt(row, 5),
    licence: textAt(row, 6),
  };
}

function loadOf(row: SqlRow): LibraryLoad {
  return {
    id: numberAt(row, 0),
    source: textAt(row, 1),
    licence: textAt(row, 2),
    name: textAt(row, 3),
    mark: textAt(row, 4),
    filters: textAt(row, 5),
    state: textAt(row, 6),
    added: numberAt(row, 7),
    changed: numberAt(row, 8),
    started: textAt(row, 9),
    finished: row[10] === null ? null : textAt(row, 10),
    problem: textAt(row, 11),
  };
}
