/**
 * May these packages be shipped, and will they install the same everywhere?
 *
 * Reads package.json and package-lock.json (nothing is downloaded): exact pins, lock in step with package.json, no download
 * addresses, no install scripts, few runtime packages, only permissive licences. The list of names and licences lies in
 * docs/developer/licences.md; with `--check` (CI) it is compared, without it is written.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const PERMISSIVE = new Set([
  "MIT",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "BlueOak-1.0.0",
  "0BSD",
  "Python-2.0",
  "CC0-1.0",
  "Unlicense",
]);
/** File-level copyleft: fine for a tool that is not shipped. CC-BY-4.0: browser data tables of the build tools. */
const DEVELOPMENT_ONLY = new Set(["MPL-2.0", "CC-BY-4.0"]);
const MAX_RUNTIME_PACKAGES = 10;
const LIST = "docs/developer/licences.md";

const check = process.argv.includes("--check");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const problems = [];

const pinned = { ...manifest.dependencies, ...manifest.devDependencies };
for (const [name, version] of Object.entries(pinned)) {
  if (!/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    problems.push(`${name} is not pinned exactly: ${version}`);
}
for (const group of ["dependencies", "devDependencies"]) {
  const inLock = JSON.stringify(sorted(lock.packages[""][group] ?? {}));
  if (inLock !== JSON.stringify(sorted(manifest[group] ?? {})))
    problems.push(`package-lock.json and package.json differ in ${group}`);
}
if (lock.packages[""].version !== manifest.version)
  problems.push("package-lock.json has another version than package.json");

const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, facts]) => ({ name: facts.name ?? path.slice(path.lastIndexOf("node_modules/") + 13), ...facts }));
for (const one of packages) {
  if (one.resolved !== undefined) problems.push(`${one.name} has a download address in package-lock.json`);
  if (one.hasInstallScript) problems.push(`${one.name} wants to run a script at installation`);
  if (one.integrity === undefined) problems.push(`${one.name} has no checksum in package-lock.json`);
  if (!licenceIsFine(one)) problems.push(`${one.name} has the licence ${one.license ?? "(none)"}`);
}
const runtime = packages.filter((one) => !one.dev && !one.devOptional && !one.optional);
if (runtime.length >= MAX_RUNTIME_PACKAGES)
  problems.push(`${runtime.length} runtime packages, fewer than ${MAX_RUNTIME_PACKAGES} are wanted`);

const text = list();
if (!check) writeFileSync(LIST, text);
else if (!existsSync(LIST) || readFileSync(LIST, "utf8") !== text)
  problems.push(`${LIST} differs. Run: node scripts/check-package.mjs`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(
  `packages: ${packages.length} in the lock, ${runtime.length} at run time (+ one binary per platform), licences fine`,
);

function licenceIsFine(one) {
  const names = (one.license ?? "").replace(/[()]/g, "").split(/ OR | or /);
  // "A AND B": every part must be fine; "A OR B": one is enough
  return names.some((name) =>
    name.split(/ AND | and /).every((part) => PERMISSIVE.has(part) || (DEVELOPMENT_ONLY.has(part) && one.dev === true)),
  );
}

function list() {
  const rows = new Map();
  for (const one of packages) {
    const use =
      one.dev || one.devOptional ? "development" : one.optional ? "run time, one of these per platform" : "run time";
    rows.set(`${one.name}@${one.version}`, `| ${one.name} | ${one.version} | ${one.license} | ${use} |`);
  }
  const keys = [...rows.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [
    "# Packages and their licences",
    "",
    "Written by `scripts/check-package.mjs` from `package-lock.json` and compared in CI. What is marked development is used to build",
    "and test; parts of it (React, zod, hono, d3) are bundled into `dist/`.",
    "",
    "| package | version | licence | use |",
    "| --- | --- | --- | --- |",
    ...keys.map((key) => rows.get(key)),
    "",
  ].join("\n");
}

function sorted(record) {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
