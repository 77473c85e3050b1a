/**
 * How do scripts run the project's TypeScript on a Node that cannot?
 *
 * `loadSource(code)` bundles an entry text with Vite into a temporary folder under node_modules/.cache, imports it and
 * answers its exports. Paths in the text are written from the root of the project (`/src/...`); `gutskin` is the public door.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");

/** Bundles these entries (name -> code) and answers the path of each bundle and a function that removes them all. */
export async function bundleSource(entries) {
  const cache = join(root, "node_modules", ".cache", "gutskin");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "source-"));
  const input = {};
  for (const [name, code] of Object.entries(entries)) {
    input[name] = join(folder, `${name}.in.ts`);
    writeFileSync(input[name], code.replaceAll(`"/src/`, `"${root.split("\\").join("/")}/src/`));
  }
  await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^gutskin$/, replacement: join(root, "src/lib/index.ts") }] },
    ssr: { noExternal: true, external: ["libsql"] },
    build: {
      ssr: true,
      target: "node20",
      outDir: join(folder, "out"),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: "[name].mjs", chunkFileNames: "chunk-[hash].mjs" } },
    },
  });
  const paths = Object.fromEntries(Object.keys(entries).map((name) => [name, join(folder, "out", `${name}.mjs`)]));
  return { paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The exports of this entry text. */
export async function loadSource(code) {
  const bundle = await bundleSource({ entry: code });
  try {
    return await import(pathToFileURL(bundle.paths.entry).href);
  } finally {
    bundle.remove();
  }
}
