/**
 * Writes src/simd/kernel-module.ts: src/simd/kernel.as compiled to WebAssembly, as base64 text, so that no build step, worker or page needs the
 * compiler. `node scripts/write-simd.mjs --check` compiles again, writes nothing and fails when a byte differs.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";
import { format, resolveConfig } from "prettier";

const SOURCE = "src/simd/kernel.as";
const TARGET = "src/simd/kernel-module.ts";
/** No runtime, no bounds assertions, the memory comes from outside. */
const OPTIONS = [
  "--runtime",
  "stub",
  "--enable",
  "simd",
  "--importMemory",
  "--noExportMemory",
  "-O3",
  "--converge",
  "--noAssert",
];

const check = process.argv.includes("--check");
const style = await resolveConfig("package.json");
const source = readFileSync(SOURCE, "utf8");
const problems = [];
if (source !== (await format(source, { ...style, parser: "typescript" }))) {
  problems.push(`${SOURCE} is not formatted: npx prettier --write --parser typescript ${SOURCE}`);
}

const bytes = await compile();
const { version } = JSON.parse(readFileSync("node_modules/assemblyscript/package.json", "utf8"));
const text = await format(
  `/**
 * src/simd/kernel.as as a WebAssembly module (${bytes.length} bytes, base64).
 *
 * Written by scripts/write-simd.mjs with AssemblyScript ${version}; CI compiles again and compares. Do not edit.
 */
export const kernelModule: string = "${Buffer.from(bytes).toString("base64")}";
`,
  { ...style, parser: "typescript" },
);
if (!existsSync(TARGET) || readFileSync(TARGET, "utf8") !== text) {
  if (check) problems.push(`${TARGET} differs from ${SOURCE}. Run: node scripts/write-simd.mjs`);
  else writeFileSync(TARGET, text);
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`simd: ${TARGET} ${check ? "agrees with" : "written from"} ${SOURCE}, ${bytes.length} bytes`);

async function compile() {
  let compiled;
  const { error, stderr } = await asc.main(["kernel.ts", "--outFile", "kernel.wasm", ...OPTIONS], {
    readFile: (name) => (name === "kernel.ts" ? source : null),
    writeFile: (name, content) => {
      if (name === "kernel.wasm") compiled = content;
    },
    listFiles: () => [],
  });
  if (error !== null || compiled === undefined) {
    console.error(stderr.toString());
    throw error ?? new Error("nothing was compiled");
  }
  return compiled;
}
