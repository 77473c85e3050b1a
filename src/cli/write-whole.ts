/**
 * How is a file written so that it is never seen half?
 *
 * Temporary file beside it, write, fsync, rename over the target, fsync of the folder: after a power cut there is
 * either the old file or the new one (rename within one folder is atomic, POSIX.1-2017 `rename`).
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** Writes all of `content` or leaves the target as it was. Throws Node's file errors (ENOSPC, EACCES ...). */
export function writeFileWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  try {
    const file = openSync(temporary, "wx", mode);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (problem) {
    rmSync(temporary, { force: true });
    throw problem;
  }
  syncFolder(dirname(path));
}

/** Makes the new name itself durable. Windows cannot open folders; there the rename is left to the file system. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
