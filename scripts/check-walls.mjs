/**
 * Do the walls of house.json stand, and did the tool that looks at them really look?
 *
 * Runs dependency-cruiser over src/, prints what it refuses, and then counts: every .ts and .tsx file under src/ must
 * have been cruised and the dependencies must be more than none (with a TypeScript that has no compiler API the tool finds
 * 1 module, 0 dependencies and reports success). Then compares tsconfig files and the picture of the house with house.json.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const problems = [];

const cruised = cruise();
for (const violation of cruised.summary.violations) {
  const path = violation.cycle
    ? [violation.from, ...violation.cycle.map((step) => step.name)]
    : [violation.from, violation.to];
  problems.push(`${violation.rule.name}: ${path.join(" -> ")}`);
}

const onDisk = filesUnder("src").filter((path) => /\.tsx?$/.test(path));
const seen = new Set(cruised.modules.map((module) => module.source).filter((path) => /^src\/.*\.tsx?$/.test(path)));
const missed = onDisk.filter((path) => !seen.has(path));
const dependencies = cruised.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
if (missed.length > 0) problems.push(`not looked at by dependency-cruiser: ${missed.join(", ")}`);
if (seen.size !== onDisk.length) problems.push(`${seen.size} modules cruised, ${onDisk.length} files under src/`);
if (dependencies === 0) problems.push("0 dependencies found: the compiler API is missing, nothing was checked");

const house = spawnSync(process.execPath, ["scripts/write-house.mjs", "--check"], { encoding: "utf8" });
if (house.status !== 0) problems.push(house.stderr.trim());

if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(`walls: ${problems.length} problems (${seen.size} modules, ${dependencies} dependencies)`);
  process.exit(1);
}
console.log(`walls: ${seen.size} modules, ${dependencies} dependencies, all within house.json`);

function cruise() {
  const bin = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const run = spawnSync(
    process.execPath,
    [bin, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  try {
    return JSON.parse(run.stdout);
  } catch {
    console.error(run.stdout.slice(0, 2000), run.stderr);
    process.exit(1);
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? filesUnder(path) : [path];
  });
}
