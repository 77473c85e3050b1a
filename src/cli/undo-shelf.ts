/**
 * How is the last line of `gutskin log` taken back?
 *
 * Each `log` leaves a small file in `undo/` of the data folder: what it wrote and what stood there before. Taking back
 * is itself a write (the old value with the present heads as seen, or a delete), so history is kept. An entry that was
 * changed since is left alone. The files are a convenience: losing them loses no entry. The newest 50 are kept.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Draft, EntryView } from "../lib/index.ts";
import { writeFileWhole } from "./write-whole.ts";

/** What one `log` did to one entry. */
export interface UndoStep {
  readonly id: string;
  /** Heads right after the write: if they still stand, nobody changed the entry since. */
  readonly heads: readonly string[];
  /** Heads before the write that hold the old content; null when there was no such entry (or it was hidden). */
  readonly before: EntryView["entry"] | null;
}

const MOST_FILES = 50;

/** Keeps the steps and gives their id: day and 6 hex, easy to type. */
export function keepUndo(dataFolder: string, day: string, steps: readonly UndoStep[]): string {
  const folder = join(dataFolder, "undo");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const id = `${day}-${randomBytes(3).toString("hex")}`;
  writeFileWhole(join(folder, `${id}.json`), JSON.stringify(steps), 0o600);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  for (const old of files.sort().slice(0, -MOST_FILES)) rmSync(join(folder, old), { force: true });
  return id;
}

/** The steps of this id, or null when it is not known (any more). */
export function findUndo(dataFolder: string, id: string): readonly UndoStep[] | null {
  if (!/^\d{4}-\d\d-\d\d-[0-9a-f]{6}$/.test(id)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataFolder, "undo", `${id}.json`), "utf8"));
    return Array.isArray(value) && value.every(isStep) ? value : null;
  } catch {
    return null;
  }
}

export function forgetUndo(dataFolder: string, id: string): void {
  rmSync(join(dataFolder, "undo", `${id}.json`), { force: true });
}

/** Drafts that take the steps back, given the entries as they stand now; `leftAlone` counts those changed since. */
export function undoDrafts(
  steps: readonly UndoStep[],
  views: readonly EntryView[],
): { readonly drafts: readonly Draft[]; readonly leftAlone: number } {
  const drafts: Draft[] = [];
  let leftAlone = 0;
  for (const step of steps) {
    const view = views.find((candidate) => candidate.id === step.id);
    if (view === undefined || !sameHeads(view.heads, step.heads)) leftAlone += 1;
    else if (step.before === null) drafts.push({ action: "delete", id: step.id, seen: view.heads });
    else drafts.push({ action: "put", id: step.id, entry: step.before, seen: view.heads });
  }
  return { drafts, leftAlone };
}

function sameHeads(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((head) => b.includes(head));
}

/** Shape only: the store checks the entry itself again when it is written. */
function isStep(value: unknown): value is UndoStep {
  if (typeof value !== "object" || value === null) return false;
  if (!("id" in value && "heads" in value && "before" in value)) return false;
  return typeof value.id === "string" && Array.isArray(value.heads) && typeof value.before === "object";
}
