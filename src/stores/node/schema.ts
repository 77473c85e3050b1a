/**
 * Which tables does a journal file have?
 *
 * storage.md 1.2. The truth is `op` (INSERT only, held by triggers) with `quarantine`; `entry_state` and `cell` are derived and may be dropped
 * and rebuilt at will. Difference to the design, with its reason: the field heads are kept inside `entry_state.view`, not in a table of
 * their own: a row per field is seven rows an entry (511,000 in ten years), and nothing reads them apart from their entry.
 * `request` remembers answered requests, so that a repeat after a lost answer is not written twice.
 */

/** PRAGMA application_id of our files: "GutS" in ASCII. */
export const applicationId: number = 0x47757453;

/** PRAGMA user_version. A file with a higher one is refused untouched. */
export const schemaVersion: number = 1;

const truthTables: readonly string[] = [
  `CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE device(
    no INTEGER PRIMARY KEY,
    dev BLOB NOT NULL UNIQUE CHECK(length(dev) = 16),
    first_seen INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE op(
    dev INTEGER NOT NULL REFERENCES device(no),
    seq INTEGER NOT NULL CHECK(seq > 0),
    hlc_ms INTEGER NOT NULL,
    hlc_ctr INTEGER NOT NULL,
    entry BLOB NOT NULL CHECK(length(entry) = 16),
    body BLOB NOT NULL,
    hash BLOB NOT NULL CHECK(length(hash) = 32),
    received INTEGER NOT NULL,
    PRIMARY KEY(dev, seq)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX op_entry ON op(entry)`,
  `CREATE TRIGGER op_never_updated BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'an op is never changed'); END`,
  `CREATE TRIGGER op_never_deleted BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'an op is never deleted'); END`,
  `CREATE TABLE quarantine(
    hash BLOB PRIMARY KEY CHECK(length(hash) = 32),
    dev TEXT NOT NULL,
    seq INTEGER NOT NULL,
    holds_place INTEGER NOT NULL CHECK(holds_place IN (0, 1)),
    body BLOB NOT NULL,
    reason TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    tries INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX quarantine_place ON quarantine(dev, seq) WHERE holds_place = 1`,
  `CREATE TABLE request(id TEXT PRIMARY KEY, receipt TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
];

/**
 * The derived tables. `entry_state` has a row number of its own: its wide rows, sorted by random ids, made an import half as fast.
 * `kind` '' and `day` NULL: the ops here make no readable entry yet. `sum`: check sum of the row.
 */
const derivedTables: readonly string[] = [
  `CREATE TABLE entry_state(
    no INTEGER PRIMARY KEY,
    entry BLOB NOT NULL UNIQUE CHECK(length(entry) = 16),
    kind TEXT NOT NULL,
    day INTEGER,
    slot TEXT NOT NULL,
    hidden INTEGER NOT NULL CHECK(hidden IN (0, 1)),
    conflicts INTEGER NOT NULL,
    view TEXT NOT NULL,
    sum INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX entry_day ON entry_state(day, entry, hidden, kind)`,
  `CREATE TABLE cell(
    item TEXT NOT NULL,
    day INTEGER NOT NULL,
    entry BLOB NOT NULL CHECK(length(entry) = 16),
    num REAL NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY(item, day, entry)
  ) STRICT, WITHOUT ROWID`,
];

/** The text of every table, index and trigger, as SQLite keeps it. A file in which one is missing or changed is damaged. */
export const expectedObjects: readonly string[] = [...truthTables, ...derivedTables];

/** Makes all tables and marks the file; to be run inside one transaction, so that a kill leaves all or nothing. */
export const createJournalSql: string = `${expectedObjects.join(";\n")};
PRAGMA application_id = ${String(applicationId)};
PRAGMA user_version = ${String(schemaVersion)};`;

/** Empties the derived tables by making them anew. */
export const recreateDerivedSql: string = `DROP TABLE IF EXISTS cell;
DROP TABLE IF EXISTS entry_state;
${derivedTables.join(";\n")};`;
