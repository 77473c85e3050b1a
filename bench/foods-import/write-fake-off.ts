/**
 * How do made-up food tables of any size get onto the disk?
 *
 * As a stream of blocks, never in memory as a whole. Answers sizes in bytes.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { fakeOffLines } from "./fake-off.ts";

/** Writes the fake export of Open Food Facts. */
export function writeFakeOff(path: string, rows: number, seed: number): number {
  return writePieces(path, fakeOffLines(rows, seed));
}

/** Writes pieces of text one after the other. */
export function writePieces(path: string, pieces: Iterable<string>): number {
  const file = openSync(path, "w");
  let [block, size] = [new Array<string>(), 0];
  const flush = (): void => {
    size += writeSync(file, block.join(""));
    block = [];
  };
  try {
    for (const piece of pieces) {
      block.push(piece);
      if (block.length === 500) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return size;
}
