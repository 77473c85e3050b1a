/**
 * Which files of the page does the server hand out?
 *
 * Exactly those that `scripts/build.mjs` listed in `dist/app/files.json` when the page was built: the request's path is
 * looked up in that list and never joined to a folder, so there is no path to climb. Content is read once and kept.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** Content types by ending; a file of another kind is not handed out. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
  wasm: "application/wasm",
  json: "application/json",
  webmanifest: "application/manifest+json",
  txt: "text/plain; charset=utf-8",
};

/** Reads the listed files of `appFolder`; null when the page was never built (no list). */
export function loadStaticFiles(appFolder: string): StaticFiles | null {
  const list = readList(join(appFolder, "files.json"));
  if (list === null) return null;
  const files = new Map<string, StaticFile>();
  for (const name of list) {
    const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf(".") + 1)];
    if (contentType === undefined) continue;
    const file: StaticFile = {
      bytes: new Uint8Array(readFileSync(join(appFolder, name))),
      contentType,
      // Built names carry a hash of their content, so they never change; everything else is asked for anew.
      cacheControl: name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    };
    files.set(`/${name}`, file);
    if (name === "index.html") files.set("/", file);
  }
  return files;
}

/** The list must be one of plain relative names: it decides what is read from the disk. */
function readList(path: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!Array.isArray(value)) return null;
    return value.filter(
      (name: unknown): name is string => typeof name === "string" && /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name),
    );
  } catch {
    return null;
  }
}
