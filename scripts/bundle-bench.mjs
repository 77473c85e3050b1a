/**
 * How does a TypeScript benchmark run on a Node that cannot read TypeScript?
 *
 * `bundle(entry)` builds one file with the installed Vite into dist/bench/ and gives its path. Used by bench.mjs and bench-truth.mjs.
 */
import { basename, resolve } from "node:path";
import { build } from "vite";

/** Builds `entry` (a .ts file) for Node and returns the absolute path of the bundle. `libsql` stays outside. */
export async function bundle(entry) {
  const name = basename(entry, ".ts");
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, external: ["libsql"] },
    build: {
      ssr: entry,
      outDir: "dist/bench",
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.js`, chunkFileNames: `${name}-[hash].js` } },
    },
  });
  return resolve("dist/bench", `${name}.js`);
}
