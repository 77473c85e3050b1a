/**
 * Bundles the terminal program: everything inside but `libsql`, whose native file must be found by package name.
 * Commands are loaded on demand, so the entry stays small and `gutskin help` quick.
 */
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const manifest: unknown = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8"));
const version =
  typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0.0.0";

export default defineConfig({
  publicDir: false,
  define: { __GUTSKIN_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, external: ["libsql"], target: "node" },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/cli",
    emptyOutDir: true,
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      input: { main: "src/cli/main.ts", "analyse-worker": "src/cli/analyse-worker.ts" },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
