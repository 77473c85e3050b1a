/**
 * Where does the page keep the secret that lets it read the journal of this machine?
 *
 * In IndexedDB of its own origin, always with `durability: "strict"`: with Chromium's default a power cut lost every
 * acknowledged record in 10 of 10 trials (storage notes 3.1). Nothing else is kept there: while gutskin is not
 * running another program may take the port and read what this origin keeps, and the secret is useless without the
 * real server.
 */
import { openDB, type IDBPDatabase } from "idb";

const DATABASE = "gutskin";
const SHELF = "pairing";
const KEY = "secret";
/** Said at every transaction, reads included, so that no line can forget it. */
const DURABLE = { durability: "strict" } as const;

/** The kept secret, or null when this page was never paired (or its storage cannot be opened). */
export async function loadSecret(): Promise<string | null> {
  try {
    const database = await openShelf();
    const value: unknown = await database.transaction(SHELF, "readonly", DURABLE).store.get(KEY);
    database.close();
    return typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? value : null;
  } catch {
    return null; // private window without storage: the page pairs anew at each start
  }
}

/** Keeps the secret; true once it is durable. False when the browser gives no storage: the page then works until closed. */
export async function saveSecret(secret: string): Promise<boolean> {
  return change(async (database) => {
    const transaction = database.transaction(SHELF, "readwrite", DURABLE);
    await Promise.all([transaction.store.put(secret, KEY), transaction.done]);
  });
}

/** Removes the secret (after the server said that it is not paired any more). */
export async function forgetSecret(): Promise<boolean> {
  return change(async (database) => {
    const transaction = database.transaction(SHELF, "readwrite", DURABLE);
    await Promise.all([transaction.store.delete(KEY), transaction.done]);
  });
}

async function change(write: (database: IDBPDatabase) => Promise<void>): Promise<boolean> {
  try {
    const database = await openShelf();
    await write(database);
    database.close();
    return true;
  } catch {
    return false;
  }
}

async function openShelf(): Promise<IDBPDatabase> {
  return openDB(DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore(SHELF);
    },
  });
}
