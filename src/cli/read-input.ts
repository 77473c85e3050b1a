/**
 * How is a file that the person named on the command line read?
 *
 * `-` is standard input. Whatever the file system says comes back as a named error with a plain sentence: only the
 * terminal knows about paths, so the words stand here (`FileUnreadable`).
 */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { err, ok, type Result } from "../base/result.ts";
import type { Wording } from "./server/problem.ts";
import { safeText } from "./terminal/table.ts";
import type { World } from "./world.ts";

export interface FileUnreadable {
  readonly type: "FileUnreadable";
  readonly file: string;
  /** Code of the operating system ("ENOENT"), or "EISDIR", "TOOBIG". */
  readonly code: string;
}

export interface InputFile {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than any diary of one person; keeps a wrong path (a disk image) from filling the memory. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/** Reads the whole file. Errors: `FileUnreadable`. */
export async function readInputFile(world: World, path: string): Promise<Result<InputFile, FileUnreadable>> {
  if (path === "-") return ok({ name: "standard input", bytes: await world.readInput() });
  const refuse = (code: string): Result<InputFile, FileUnreadable> => err({ type: "FileUnreadable", file: path, code });
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) return refuse("EISDIR");
    if (facts.size > LARGEST_BYTES) return refuse("TOOBIG");
    return ok({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  } catch (problem) {
    return refuse(problem instanceof Error && "code" in problem ? String(problem.code) : "unknown");
  }
}

/** Words for a file that could not be read. */
export function wordFileUnreadable(error: FileUnreadable): Wording {
  const file = safeText(error.file);
  switch (error.code) {
    case "ENOENT":
      return { sentence: `There is no file ${file}.`, mend: "Check the name and the folder." };
    case "EISDIR":
      return { sentence: `${file} is a folder, not a file.`, mend: "Name the file inside it." };
    case "EACCES":
    case "EPERM":
      return { sentence: `You may not read ${file}.`, mend: "Change its permissions or copy it to your own folder." };
    case "TOOBIG":
      return { sentence: `${file} is larger than 512 MB.`, mend: "Split it, or check that it is the right file." };
    default:
      return {
        sentence: `${file} could not be read (${safeText(error.code)}).`,
        mend: "Try to open it elsewhere first.",
      };
  }
}
