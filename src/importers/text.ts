/**
 * Which text stands in these bytes?
 *
 * First door of every text importer: names what is not text (zip, PDF, web page, database, picture), decodes UTF-16 by its byte-order mark,
 * UTF-8 strictly, and else Windows-1252, saying so. UTF-16 and Windows-1252 (WHATWG Encoding standard) are written out
 * here because pure folders have no TextDecoder.
 */
import { ok, type Result } from "../base/result.ts";
import { decodeUtf8 } from "../journal/utf8.ts";
import type { Assumption, FileProblem, SourceFile } from "./contract.ts";
import { fileProblem } from "./file-problem.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** One `Encoding` assumption when the encoding was not proven by the bytes. */
  readonly assumptions: readonly Assumption[];
}

/** More bytes than this are not read at once (memory stays below about 6 times as much). */
export const maxFileBytes: number = 128 * 1024 * 1024;

/** Decodes the file. Errors: FileEmpty, FileTooBig, LooksLikeZip, NotText (NUL bytes, PDF, web page, database, picture), EncodingUnsupported. Cost: linear. */
export function decodeText(file: SourceFile): Result<DecodedText, FileProblem> {
  const { bytes, name } = file;
  if (bytes.length === 0) return fileProblem("FileEmpty", name, {}, "0 bytes", "a text table with a header line");
  if (bytes.length > maxFileBytes) {
    return fileProblem("FileTooBig", name, {}, `${String(bytes.length)} bytes`, `${String(maxFileBytes)} bytes`);
  }
  const other = otherKindOfFile(bytes);
  if (other === "zip archive") return fileProblem("LooksLikeZip", name, { line: 1 }, other, "a text table (CSV)");
  if (other !== null) return fileProblem("NotText", name, { line: 1 }, other, "a text table (CSV)");
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return fileProblem("EncodingUnsupported", name, { line: 1 }, "UTF-32", "UTF-8");
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(file, true);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(file, false);
  return decodeBytes(file);
}

function decodeBytes(file: SourceFile): Result<DecodedText, FileProblem> {
  const { bytes, name } = file;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const everySecond = nul <= 1 && bytes[nul + 2] === 0;
    if (everySecond) {
      return fileProblem("EncodingUnsupported", name, { line: 1 }, "UTF-16 without a byte-order mark", "UTF-8");
    }
    return fileProblem("NotText", name, { line: lineOfByte(bytes, nul) }, "a NUL byte", "a text table (CSV)");
  }
  const start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const utf8 = decodeUtf8(bytes.subarray(start));
  if (utf8 !== null) {
    if (isBlank(utf8)) return fileProblem("FileEmpty", name, {}, "only spaces", "a text table with a header line");
    return pageOrText(name, { text: utf8, encoding: "utf-8", assumptions: [] });
  }
  const text = windows1252ToText(bytes);
  return pageOrText(name, {
    text,
    encoding: "windows-1252",
    assumptions: [{ type: "Encoding", column: "", value: "Windows-1252" }],
  });
}

/** A web page or XML saved under the name of a table is text, and still not a table. */
function pageOrText(name: string, decoded: DecodedText): Result<DecodedText, FileProblem> {
  const start = decoded.text.slice(0, 200).trimStart().toLowerCase();
  const isPage = start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head");
  if (isPage) return fileProblem("NotText", name, { line: 1 }, "web page (HTML)", "a text table (CSV)");
  if (start.startsWith("<?xml") || start.startsWith("<!doctype")) {
    return fileProblem("NotText", name, { line: 1 }, "XML document", "a text table (CSV)");
  }
  return ok(decoded);
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ["zip archive", [0x50, 0x4b, 0x03, 0x04]],
  ["zip archive", [0x50, 0x4b, 0x05, 0x06]],
  ["zip archive", [0x50, 0x4b, 0x07, 0x08]],
  ["compressed file (gzip)", [0x1f, 0x8b]],
  ["PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
  ["picture (PNG)", [0x89, 0x50, 0x4e, 0x47]],
  ["picture (JPEG)", [0xff, 0xd8, 0xff]],
  ["picture (GIF)", [0x47, 0x49, 0x46, 0x38]],
  ["old spreadsheet (XLS)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["rich text document (RTF)", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

function otherKindOfFile(bytes: Uint8Array): string | null {
  for (const [kind, magic] of MAGIC) if (startsWith(bytes, magic)) return kind;
  return null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}

function lineOfByte(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i += 1) if (bytes[i] === 10) line += 1;
  return line;
}

function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** Collects UTF-16 code units and turns them into strings 8,192 at a time (the argument list of fromCharCode is bounded). */
function createTextBuilder(): { readonly push: (unit: number) => void; readonly finish: () => string } {
  const block = new Uint16Array(8192);
  const parts: string[] = [];
  let used = 0;
  const flush = (): void => {
    parts.push(String.fromCharCode(...block.subarray(0, used)));
    used = 0;
  };
  return {
    push: (unit) => {
      if (used === block.length) flush();
      block[used] = unit;
      used += 1;
    },
    finish: () => {
      flush();
      return parts.join("");
    },
  };
}

/** Code points of the bytes 0x80-0x9f; the five bytes without a meaning stay control characters. */
const WINDOWS_1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** Windows-1252 (WHATWG Encoding standard): every byte is a character. */
export function windows1252ToText(bytes: Uint8Array): string {
  const builder = createTextBuilder();
  for (const byte of bytes) builder.push(byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? byte) : byte);
  return builder.finish();
}

function decodeUtf16(file: SourceFile, littleEndian: boolean): Result<DecodedText, FileProblem> {
  const { bytes, name } = file;
  if (bytes.length % 2 !== 0) {
    return fileProblem("EncodingUnsupported", name, {}, "UTF-16 with an odd number of bytes", "UTF-8");
  }
  const builder = createTextBuilder();
  let line = 1;
  let highBefore = false;
  for (let i = 2; i < bytes.length; i += 2) {
    const unit = littleEndian
      ? (bytes[i] ?? 0) + 256 * (bytes[i + 1] ?? 0)
      : 256 * (bytes[i] ?? 0) + (bytes[i + 1] ?? 0);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (unit === 0) return fileProblem("NotText", name, { line }, "a NUL character", "a text table (CSV)");
    if (isLow !== highBefore) {
      return fileProblem("EncodingUnsupported", name, { line }, "half a character (lone surrogate)", "UTF-8");
    }
    highBefore = unit >= 0xd800 && unit <= 0xdbff;
    if (unit === 10) line += 1;
    builder.push(unit);
  }
  const text = builder.finish();
  if (highBefore) return fileProblem("EncodingUnsupported", name, { line }, "half a character", "UTF-8");
  if (isBlank(text)) return fileProblem("FileEmpty", name, {}, "only spaces", "a text table with a header line");
  return pageOrText(name, { text, encoding: littleEndian ? "utf-16le" : "utf-16be", assumptions: [] });
}
