/** How is the fake file written? `npm run fake-off -- --rows 500000 --seed 1 --out FILE`: a stream of blocks, never in memory as a whole. */
import { closeSync, openSync, writeSync } from "node:fs";
import { fakeOffLines } from "./fake-off.ts";

/** Writes the file and answers its size in bytes. */
export function writeFakeOff(path: string, rows: number, seed: number): number {
  const file = openSync(path, "w");
  let [block, size] = [new Array<string>(), 0];
  const flush = (): void => {
    size += writeSync(file, block.join(""));
    block = [];
  };
  try {
    for (const line of fakeOffLines(rows, seed)) {
      block.push(line);
      if (block.length === 500) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return size;
}
