/**
 * Where does a file wait between preview and commit?
 *
 * In memory only: at most three files, the oldest goes first, each for a quarter of an hour. A diary that the person did
 * not commit thus leaves no trace on the disk.
 */
import { randomBytes } from "node:crypto";

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Uploads {
  /** Keeps the file and gives its id (32 hex). */
  readonly keep: (upload: Upload) => string;
  /** The file, or null when it was never there, was pushed out or waited too long. */
  readonly find: (fileId: string) => Upload | null;
  readonly forget: (fileId: string) => void;
}

const MOST_FILES = 3;
const KEPT_MILLISECONDS = 15 * 60 * 1000;

/** Opens an empty shelf; `milliseconds` is a clock. */
export function createUploads(milliseconds: () => number): Uploads {
  const shelf = new Map<string, { readonly upload: Upload; readonly until: number }>();
  const dropOld = (): void => {
    for (const [id, kept] of shelf) if (kept.until <= milliseconds()) shelf.delete(id);
  };
  return {
    keep: (upload) => {
      dropOld();
      while (shelf.size >= MOST_FILES) {
        const oldest = shelf.keys().next();
        if (oldest.done === true) break;
        shelf.delete(oldest.value);
      }
      const id = randomBytes(16).toString("hex");
      shelf.set(id, { upload, until: milliseconds() + KEPT_MILLISECONDS });
      return id;
    },
    find: (fileId) => {
      dropOld();
      return shelf.get(fileId)?.upload ?? null;
    },
    forget: (fileId) => {
      shelf.delete(fileId);
    },
  };
}
