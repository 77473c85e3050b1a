/**
 * Is anything bigger than the house allows?
 *
 * Always: length, name and comment share of source files. With `--built` also what a browser loads first, the engine
 * worker and the packed tarball (run `npm run build` before). Numbers: budgets below, from the design of the house.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1024;
const budgets = {
  firstLoadGz: 130 * KB,
  engineWorkerGz: 60 * KB,
  tarball: 3 * KB * KB,
  warnLines: 300,
  refuseLines: 500,
};
/** Tables of data, not ideas: their length says nothing about how hard they are to read. */
const DATA_FILES = new Set(["src/journal/catalogue.ts"]);
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|misc|shared|lib)$/;

const problems = [];
const warnings = [];
const facts = [];

const sources = filesUnder("src").filter((path) => /\.tsx?$/.test(path));
checkFiles();
if (process.argv.includes("--built")) checkBuilt();

for (const warning of warnings) console.log(`note: ${warning}`);
for (const fact of facts) console.log(fact);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

function checkFiles() {
  let comments = 0;
  let lines = 0;
  let sourceLines = 0;
  let testLines = 0;
  const lengths = [];
  for (const path of sources) {
    const text = readFileSync(path, "utf8");
    const count = text.split("\n").length - 1;
    const isTest = /\.test\.tsx?$/.test(path);
    if (isTest) testLines += count;
    else {
      sourceLines += count;
      lengths.push(count);
      lines += count;
      comments += commentLines(text);
      if (!text.trimStart().startsWith("/**")) {
        problems.push(`${path}: no header comment that says which question the file answers`);
      }
    }
    if (!DATA_FILES.has(path)) {
      if (count > budgets.refuseLines) problems.push(`${path}: ${count} lines, ${budgets.refuseLines} is the most`);
      else if (count > budgets.warnLines && !isTest)
        warnings.push(`${path}: ${count} lines (over ${budgets.warnLines})`);
    }
    for (const part of path.split("/").slice(1)) {
      const stem = part.replace(/\.tsx?$/, "").replace(/\.(int\.test|test|testkit|d)$/, "");
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) problems.push(`${path}: "${part}" is not kebab-case`);
      if (FORBIDDEN_NAMES.test(stem) && path.split("/")[1] !== "lib") problems.push(`${path}: "${part}" says nothing`);
    }
  }
  lengths.sort((a, b) => a - b);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))] ?? 0;
  facts.push(
    `source: ${lengths.length} files, ${sourceLines} lines, median ${at(0.5)}, 90 % ${at(0.9)}, longest ${at(1)}; ` +
      `comments ${percent(comments / lines)}; tests ${testLines} lines = ${(testLines / sourceLines).toFixed(2)} x source`,
  );
}

function checkBuilt() {
  if (!existsSync("dist/app/index.html")) {
    problems.push("dist/app is not built: npm run build");
    return;
  }
  const html = readFileSync("dist/app/index.html", "utf8");
  const entries = [
    ...html.matchAll(/<script[^>]+src="([^"]+)"/g),
    ...html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
  ].map(([, address]) => address.replace(/^(\.?\/)/, ""));
  if (entries.length === 0) problems.push("dist/app/index.html starts no script");
  const first = new Set();
  for (const entry of entries) follow(entry, first);
  const firstLoad = gz([...first].map((name) => join("dist/app", name)));
  facts.push(`first load: ${kb(firstLoad)} gz JavaScript in ${first.size} files (budget ${kb(budgets.firstLoadGz)})`);
  if (firstLoad > budgets.firstLoadGz)
    problems.push(`first load is ${kb(firstLoad)} gz, budget ${kb(budgets.firstLoadGz)}`);

  const workers = filesUnder("dist/app").filter((path) => /worker[^/]*\.js$/.test(path));
  if (workers.length === 0) problems.push("no worker in dist/app: the engine would block the page");
  for (const worker of workers) {
    const size = gz([worker]);
    facts.push(`${worker}: ${kb(size)} gz (budget ${kb(budgets.engineWorkerGz)})`);
    if (size > budgets.engineWorkerGz)
      problems.push(`${worker} is ${kb(size)} gz, budget ${kb(budgets.engineWorkerGz)}`);
  }

  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    }),
  );
  facts.push(`tarball: ${kb(packed.size)} packed, ${packed.files.length} files (budget ${kb(budgets.tarball)})`);
  if (packed.size > budgets.tarball) problems.push(`tarball is ${kb(packed.size)}, budget ${kb(budgets.tarball)}`);
  for (const { path } of packed.files) {
    if (/\.test\.|\.tsbuildinfo$|(^|\/)\.built-|placeholder/.test(path)) problems.push(`tarball holds ${path}`);
  }
}

/** Adds a script and what it imports statically. */
function follow(name, seen) {
  if (seen.has(name) || !existsSync(join("dist/app", name))) return;
  seen.add(name);
  const text = readFileSync(join("dist/app", name), "utf8");
  for (const [, address] of text.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)) {
    follow(posix.join(dirname(name), address), seen);
  }
}

function gz(paths) {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

function commentLines(text) {
  let inside = false;
  let count = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (inside || line.startsWith("//") || line.startsWith("/*") || line.startsWith("{/*")) count += 1;
    if (line.startsWith("/*") || line.startsWith("{/*")) inside = true;
    if (line.includes("*/")) inside = false;
  }
  return count;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function kb(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`;
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? filesUnder(path) : [path];
  });
}
