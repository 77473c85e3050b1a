/**
 * How does a test run the project's TypeScript in a process of its own?
 *
 * Node 20 cannot read TypeScript, so the script is bundled with the installed Vite into a folder under node_modules (from where `libsql`
 * can be found) and run there. For what would take the suite along: aborts, kills, several processes on one file.
 */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");

export interface ChildScript {
  readonly path: string;
  readonly remove: () => void;
}

/** Bundles a script. Imports are written from the project's root: `import { x } from "/src/journal/op.ts"`. */
export async function bundleChild(code: string): Promise<ChildScript> {
  const cache = join(root, "node_modules", ".cache", "gutskin-children");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "child-"));
  const input = join(folder, "child.in.ts");
  writeFileSync(input, code.replaceAll(`"/src/`, `"${root.split("\\").join("/")}/src/`));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, external: ["libsql"] },
    build: {
      ssr: input,
      target: "node20",
      outDir: join(folder, "out"),
      minify: false,
      rolldownOptions: { output: { entryFileNames: "child.mjs" } },
    },
  });
  return { path: join(folder, "out", "child.mjs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly problems: string;
}

/** Starts node with these arguments, from the project's root. */
export function startNode(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...args], { cwd: root });
}

/** Waits for the end of a child and collects what it wrote. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<ChildEnd> {
  let [out, problems] = ["", ""];
  child.stdout.on("data", (part: Buffer) => (out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (problems += part.toString()));
  return new Promise((done) => {
    child.on("close", (code, signal) => done({ code, signal, out, problems }));
  });
}
