/**
 * Which tables does the food library have?
 *
 * `food`: one row per food of an imported table, with source, licence and the source's own code on each (foods.md section 2, tier 3). `food_words`:
 * full-text search over the names (FTS5, accents folded); contentless, because the names stand in `food`. `load`: what was imported, how far, and with
 * which filters; `food.load` is the import that brought a food first. Everything here can be made again from the person's own download, so a newer layout may simply start anew.
 */

/** PRAGMA application_id: "GutF" in ASCII. */
export const libraryApplicationId: number = 0x47757446;

/** PRAGMA user_version. */
export const librarySchemaVersion: number = 1;

export const createLibrarySql: string = `
CREATE TABLE food(
  no INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  barcode TEXT,
  label TEXT NOT NULL,
  words TEXT NOT NULL,
  licence TEXT NOT NULL,
  body TEXT NOT NULL,
  load INTEGER NOT NULL,
  UNIQUE(source, code)
) STRICT;
CREATE INDEX food_barcode ON food(barcode) WHERE barcode IS NOT NULL;
CREATE VIRTUAL TABLE food_words USING fts5(
  label, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE load(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  name TEXT NOT NULL,
  mark TEXT NOT NULL,
  filters TEXT NOT NULL,
  state TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  problem TEXT NOT NULL
) STRICT;
PRAGMA application_id = ${String(libraryApplicationId)};
PRAGMA user_version = ${String(librarySchemaVersion)};`;
