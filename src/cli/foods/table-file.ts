/**
 * Which files does a path on the command line mean, and how do they begin?
 *
 * A file (plain or gzip), or a folder with an unpacked download. Only the first megabyte of each file is looked at; of a folder only the files that belong
 * to a known set. A folder that holds nothing but one folder (as archives unpack) means that one.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import type { TableMember } from "../../lib/index.ts";
import type { FileUnreadable } from "../read-input.ts";
import { GzipEnded, openBytes, pieceBytes, type TableFile } from "./byte-stream.ts";

export interface TableFiles {
  /** Name for messages. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly members: readonly TableMember[];
  /** The file behind each member, by its name. */
  readonly files: ReadonlyMap<string, TableFile>;
}

const SET_FILES =
  /^(?:(?:branded_food|food|food_nutrient|food_portion|measure_unit|food_category)\.csv|(?:alim|compo)_.*\.xml)$/i;

/** Looks at the path. Errors: FileUnreadable. */
export async function lookAtTable(path: string): Promise<Result<TableFiles, FileUnreadable>> {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) return ok(await lookAtFolder(path));
    const file = { path, size: facts.size, isGzip: startsAsGzip(path) };
    const member = await readMember(basename(path), file);
    return ok({ name: member.name, isFolder: false, members: [member], files: new Map([[member.name, file]]) });
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : "unknown";
    return err({ type: "FileUnreadable", file: path, code });
  }
}

async function lookAtFolder(path: string): Promise<TableFiles> {
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
  const [only] = entries;
  if (entries.length === 1 && only?.isDirectory() === true) return lookAtFolder(join(path, only.name));
  const files = new Map<string, TableFile>();
  const members: TableMember[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    if (SET_FILES.test(entry.name)) {
      const place = join(path, entry.name);
      const file = { path: place, size: statSync(place).size, isGzip: false };
      files.set(entry.name, file);
      members.push(await readMember(entry.name, file));
    } else if (members.length < 12) {
      members.push({ name: entry.name, head: new Uint8Array(0), isWhole: false });
    }
  }
  return { name: basename(path), isFolder: true, members, files };
}

async function readMember(name: string, file: TableFile): Promise<TableMember> {
  const head = new Uint8Array(pieceBytes);
  let used = 0;
  try {
    for await (const piece of openBytes(file, 0).pieces) {
      const part = piece.subarray(0, head.length - used);
      head.set(part, used);
      used += part.length;
      if (used === head.length) break;
    }
  } catch (problem) {
    // a cut archive is told when the import comes to its end; its beginning is recognised first
    if (!(problem instanceof GzipEnded)) throw problem;
    return { name, head: head.subarray(0, used), isWhole: false };
  }
  return { name, head: head.subarray(0, used), isWhole: used < head.length };
}

function startsAsGzip(path: string): boolean {
  const [first, second] = bytesAt(path, 0, 2);
  return first === 0x1f && second === 0x8b;
}

function bytesAt(path: string, offset: number, count: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, offset));
  } finally {
    closeSync(file);
  }
}

/** What tells one file (or set) from another of the same name: its beginning. A file that grew keeps its mark. */
export function markOf({ members, files }: TableFiles): string {
  const hash = createHash("sha256");
  for (const { name, head } of members) if (files.has(name)) hash.update(name).update(head.subarray(0, 65_536));
  return hash.digest("hex");
}

/** What tells the whole file: sizes and last bytes on disk. Equal mark and equal end: taken for the same file. */
export function endMarkOf({ files }: TableFiles): string {
  const hash = createHash("sha256");
  for (const [name, { path, size }] of files) {
    hash.update(`${name} ${String(size)}\n`).update(bytesAt(path, Math.max(0, size - 65_536), 65_536));
  }
  return hash.digest("hex");
}
