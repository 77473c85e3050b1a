/** Bundles the library door (src/lib/index.ts): one file without dependencies; its types come from `tsc -b`. */
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2023",
    outDir: "dist/lib",
    emptyOutDir: true,
    minify: false,
    lib: { entry: { index: "src/lib/index.ts" }, formats: ["es"] },
    rolldownOptions: { output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" } },
  },
});
