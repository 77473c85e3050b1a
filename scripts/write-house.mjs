/**
 * Writes every folder's tsconfig.json and the root references from house.json, so that the wall table lives once.
 * `node scripts/write-house.mjs --check` writes nothing and fails when a file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const check = process.argv.includes("--check");
const house = JSON.parse(readFileSync("house.json", "utf8"));
const differing = [];

for (const [folder, rule] of Object.entries(house.folders)) {
  if (rule.platform === "mixed") continue;
  const up = "../".repeat(folder.split("/").length + 1);
  const config = {
    extends: `${up}tsconfig.${rule.platform}.json`,
    compilerOptions: {
      rootDir: ".",
      outDir: `${up}dist/types/${folder}`,
      tsBuildInfoFile: `${up}dist/types/${folder}/.tsbuildinfo`,
      // kernels over typed arrays index millions of times inside known bounds; a check per access would hide the formula
      ...(rule.typedArrayKernels ? { noUncheckedIndexedAccess: false } : {}),
    },
    // data files that a folder imports are named one by one: a pattern would take in tsconfig.json itself
    include: ["**/*.ts", "**/*.tsx", ...(rule.json ?? [])],
    exclude: ["**/*.test.ts", "**/*.test.tsx"],
    references: rule.sees.map((seen) => ({ path: `${up}src/${seen}` })),
  };
  put(`src/${folder}/tsconfig.json`, config);
}
put("tsconfig.json", {
  files: [],
  references: [
    ...Object.entries(house.folders)
      .filter(([, rule]) => rule.platform !== "mixed")
      .map(([folder]) => ({ path: `src/${folder}` })),
    { path: "tsconfig.test.json" },
  ],
});
put("docs/developer/house.md", housePicture(), false);
if (differing.length > 0) {
  console.error(`differs from house.json: ${differing.join(", ")}. Run: node scripts/write-house.mjs`);
  process.exit(1);
}

function put(path, content, json = true) {
  const text = json ? `${JSON.stringify(content, null, 2)}\n` : content;
  const old = existsSync(path) ? readFileSync(path, "utf8") : "";
  const same = json ? old !== "" && JSON.stringify(JSON.parse(old)) === JSON.stringify(content) : old === text;
  if (same) return;
  if (check) differing.push(path);
  else {
    mkdirSync(path.slice(0, path.lastIndexOf("/") + 1) || ".", { recursive: true });
    writeFileSync(path, text);
  }
}

function housePicture() {
  const arrows = Object.entries(house.folders).flatMap(([folder, rule]) =>
    rule.sees.map((seen) => `  ${id(folder)}["${folder}"] --> ${id(seen)}["${seen}"]`),
  );
  return `# The house\n\nWritten by \`scripts/write-house.mjs\` from \`house.json\`. An arrow means "may look at".\n\n\`\`\`mermaid\nflowchart TD\n${arrows.join("\n")}\n\`\`\`\n`;
}

function id(folder) {
  return folder.replace("/", "_");
}
