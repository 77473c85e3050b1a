/**
 * How are the bytes of a file of any size, plain or gzip, read from a place on, a piece at a time?
 *
 * Plain files are read into one buffer that is used again and again; gzip has no places, so everything before the wanted one is unpacked and dropped.
 * A piece is valid until the next one is asked for. Between pieces the event loop runs, so that Ctrl-C arrives.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** Bytes of one piece: large enough to be quick, small enough to stop soon. */
export const pieceBytes: number = 1 << 20;

export interface TableFile {
  readonly path: string;
  /** Bytes on disk. */
  readonly size: number;
  readonly isGzip: boolean;
}

export interface ByteStream {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Bytes read from the disk so far, for progress. */
  readonly readBytes: () => number;
}

/** Why unpacking stopped: the file ends too early, or holds something else. */
export class GzipEnded extends Error {
  override readonly name: string = "GzipEnded";
  readonly isCut: boolean;

  constructor(isCut: boolean, detail: string) {
    super(detail);
    this.isCut = isCut;
  }
}

/** The bytes from `offset` (of the unpacked text) on. Throws `GzipEnded`, or what the file system says. */
export function openBytes(file: TableFile, offset: number): ByteStream {
  return file.isGzip ? openGzip(file.path, offset) : openPlain(file.path, offset);
}

function openPlain(path: string, offset: number): ByteStream {
  let at = offset;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const handle = await open(path, "r");
    try {
      const buffer = new Uint8Array(pieceBytes);
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  }
  return { pieces: pieces(), readBytes: () => at };
}

function openGzip(path: string, offset: number): ByteStream {
  const raw = createReadStream(path, { highWaterMark: pieceBytes });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const unpacked = createGunzip({ chunkSize: pieceBytes });
    raw.on("error", (problem) => unpacked.destroy(problem));
    raw.pipe(unpacked);
    let passed = 0;
    try {
      for await (const piece of unpacked) {
        if (!(piece instanceof Uint8Array)) continue;
        const drop = Math.min(piece.length, Math.max(0, offset - passed));
        passed += piece.length;
        if (drop < piece.length) yield piece.subarray(drop);
      }
    } catch (problem) {
      throw gzipProblem(problem);
    } finally {
      raw.destroy();
      unpacked.destroy();
    }
  }
  return { pieces: pieces(), readBytes: () => raw.bytesRead };
}

function gzipProblem(problem: unknown): unknown {
  const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
  if (!(problem instanceof Error) || !code.startsWith("Z_")) return problem;
  return new GzipEnded(code === "Z_BUF_ERROR", problem.message);
}
