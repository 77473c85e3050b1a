/**
 * Runs a whole command line in memory, on a journal file in a folder of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../src/cli/run.ts";
import type { World } from "../../src/cli/world.ts";
import { testWorld } from "./test-world.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** stdout as JSON. */
  readonly json: () => unknown;
}

export interface Desk {
  readonly folder: string;
  /** Path of a file of this name beside the journal. */
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly run: (words: readonly string[], changes?: Partial<World>) => Promise<Ran>;
  readonly clear: () => void;
}

/** A new empty folder with `data/` for the journal. */
export function createDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "gutskin-desk-"));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
    run: async (words, changes = {}) => {
      const world = testWorld({ environment: { GUTSKIN_HOME: path("data") }, ...changes });
      const code = await runCommandLine(words, world);
      const out = world.answered();
      return { code, out, err: world.remarked(), json: () => JSON.parse(out) };
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
