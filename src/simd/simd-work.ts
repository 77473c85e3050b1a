/**
 * How are the lag columns multiplied two doubles at a time?
 *
 * The same answers, bit by bit, as `createPlainWork` of src/engine/linear-work.ts, from a WebAssembly module (kernel.as) with registers of
 * two doubles: about a third of the time. Each system has a memory of its own that never grows, so its views stay valid, and that goes when
 * nobody holds the system any more. Nothing here is awaited: the module is under 2 KB and made once.
 */
import { createPlainWork, type CreateLinearWork } from "../engine/linear-work.ts";
import { kernelModule } from "./kernel-module.ts";

/** What kernel.as exports; all addresses in bytes. */
interface Kernel {
  readonly strip: (n: number, a: number, from: number, to: number, out: number) => void;
  readonly vectorStrip: (v: number, n: number, from: number, to: number, out: number) => void;
}

/** A memory with the kernel over it. */
interface Place {
  readonly kernel: Kernel;
  readonly buffer: ArrayBuffer;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

// Browsers, workers and Node have these two; the language itself does not, and neither do some locked-down browsers.
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;
      readonly Instance: new (
        module: object,
        imports: { readonly env: { readonly memory: Memory } },
      ) => { readonly exports: Kernel };
    }
  | undefined;
declare function atob(base64: string): string;

const PAGE_BYTES = 65536;
/** Memories of one size that are kept for the next system. */
const MOST_FREE = 12;
/** Rows that the kernel works out at once. */
const SIDE = 3;

/**
 * A maker of `LinearWork` that multiplies in WebAssembly, or null where that is missing, older than SIMD, or forbidden by the page's policy
 * (script-src without 'wasm-unsafe-eval'). Where the machine has no room for one more memory, that one system is a plain one: same bits.
 * Making a system costs about 0.05 ms and (n k + n + 3 k) doubles, in steps of 64 KB.
 */
export function createSimdWork(): CreateLinearWork | null {
  const module = compile();
  if (module === null) return null;
  // Memories are collected late, so those given back are used again: outcomes of one diary are of one size.
  const free = new Map<number, Place[]>();
  return (n, k) => {
    const doubles = n * k + n + SIDE * k;
    const place = free.get(doubles)?.pop() ?? reserve(module, doubles);
    if (place === null) return createPlainWork(n, k);
    let released = false;
    const { kernel, buffer } = place;
    const columns = new Float64Array(buffer, 0, n * k);
    columns.fill(0);
    const vector = new Float64Array(buffer, columns.byteLength, n);
    const answerAt = columns.byteLength + vector.byteLength;
    const answer = new Float64Array(buffer, answerAt, SIDE * k);

    /** Columns a .. a + height - 1 against [from, to) into `answer`, row by row; height is SIDE or 1. */
    const work = (a: number, height: number, from: number, to: number): void => {
      if (height === SIDE) kernel.strip(n, a, from, to, answerAt);
      else kernel.vectorStrip(a * n * 8, n, from, to, answerAt);
    };

    return {
      columns,
      rows: (from, to, left = 0, right = k) => {
        const width = right - left;
        const out = new Float64Array((to - from) * width);
        for (let a = from; a < to;) {
          const height = a + SIDE <= to && width >= SIDE ? SIDE : 1;
          work(a, height, left, right);
          out.set(answer.subarray(0, height * width), (a - from) * width);
          a += height;
        }
        return out;
      },
      block: (from, to) => {
        const width = to - from;
        const out = new Float64Array(width * width);
        for (let a = from; a < to;) {
          const height = a + SIDE <= to ? SIDE : 1;
          work(a, height, a, to);
          for (let r = a - from, next = 0; r < a - from + height; r++) {
            // the strip begins at its diagonal; what lies below is the mirror image
            for (let c = a - from; c < width; c++) {
              const product = answer[next++];
              out[r * width + c] = product;
              out[c * width + r] = product;
            }
          }
          a += height;
        }
        return out;
      },
      cross: (v) => {
        vector.set(v);
        kernel.vectorStrip(columns.byteLength, n, 0, k, answerAt);
        return answer.slice(0, k);
      },
      release: () => {
        if (released) return;
        released = true;
        const places = free.get(doubles) ?? [];
        if (places.length < MOST_FREE) places.push(place);
        free.set(doubles, places);
      },
    };
  };
}

function compile(): object | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(kernelModule), (letter) => letter.charCodeAt(0)));
  } catch {
    // CompileError: no SIMD in this engine, or the policy of the page forbids compiling
    return null;
  }
}

/** Room for so many doubles and the kernel over it; null when the machine gives no more. */
function reserve(module: object, doubles: number): Place | null {
  if (typeof WebAssembly === "undefined") return null;
  const pages = Math.max(1, Math.ceil((doubles * 8) / PAGE_BYTES));
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    return { kernel: new WebAssembly.Instance(module, { env: { memory } }).exports, buffer: memory.buffer };
  } catch {
    // RangeError: more than the engine's limit, or the address space of this process is used up
    return null;
  }
}
