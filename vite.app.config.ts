/**
 * How does the page become files that the local server can hand out?
 *
 * `src/app` -> `dist/app`: index.html and hashed assets; scripts/build.mjs then lists them in `files.json`, and the server serves only what
 * is listed. Nothing inline and no data: addresses, because the Content-Security-Policy allows neither. Modules of this project do
 * nothing when they are merely imported, except where they mount the page or start the worker, so unused parts of `lib` fall away.
 */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Paths whose import alone has an effect: style sheets, the mounting file, the worker. */
const ACTS_ON_IMPORT = /\.css(\?|$)|src\/app\/(main\.tsx|worker\.ts)/;

const treeshake = {
  moduleSideEffects: (id: string): boolean =>
    id.includes("node_modules") || ACTS_ON_IMPORT.test(id) || !id.includes("/src/"),
};

export default defineConfig({
  root: fileURLToPath(new URL("src/app", import.meta.url)),
  base: "/",
  plugins: [react()],
  worker: { format: "es", rolldownOptions: { treeshake } },
  build: {
    outDir: fileURLToPath(new URL("dist/app", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake },
  },
  server: { host: "127.0.0.1" },
});
