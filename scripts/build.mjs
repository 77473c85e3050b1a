/**
 * Builds the shipped parts: `node scripts/build.mjs [app|cli|lib|types|all]`.
 *
 * app = the page (dist/app, with the list of files that the local server may hand out), cli = the terminal program
 * (dist/cli), lib = the bundled library (dist/lib), types = declarations (dist/types). `buildIfOlder` is what
 * `npm start` calls: app and cli, only where a source is newer than the last build.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const parts = {
  app: { config: "vite.app.config.ts", out: "dist/app", folder: "src/app" },
  cli: { config: "vite.cli.config.ts", out: "dist/cli" },
  lib: { config: "vite.lib.config.ts", out: "dist/lib" },
};

/** Builds one part by name. */
export async function buildPart(name) {
  if (name === "types") return buildTypes();
  const { config, out, folder = "." } = parts[name];
  if (!existsSync(join(root, config))) {
    console.error(`${config} is not there yet, so ${out} is not built`);
    return;
  }
  const { build } = await import("vite");
  rmSync(join(root, out), { recursive: true, force: true });
  await build({ root: join(root, folder), configFile: join(root, config), logLevel: "warn" });
  if (name === "app") writeFileList(join(root, out));
  writeFileSync(stampOf(name), "");
}

/** Builds app and cli where a source is newer than the last build. */
export async function buildIfOlder() {
  const newest = newestSource();
  for (const name of ["app", "cli"]) {
    const stamp = statSync(stampOf(name), { throwIfNoEntry: false });
    if (stamp !== undefined && stamp.mtimeMs >= newest) continue;
    console.error(`building ${name} ...`);
    await buildPart(name);
    // The stamp carries the time of the sources, so that a file saved during the build counts as newer.
    if (existsSync(stampOf(name))) utimesSync(stampOf(name), new Date(newest), new Date(newest));
  }
}

function buildTypes() {
  const done = spawnSync(process.execPath, [join(root, "node_modules/@typescript/compiler7/bin/tsc"), "-b"], {
    cwd: root,
    stdio: "inherit",
  });
  if (done.status !== 0) throw new Error("tsc -b failed");
}

function stampOf(name) {
  return join(root, "dist", `.built-${name}`);
}

/** The server hands out exactly these files (src/cli/server/static-files.ts). */
function writeFileList(folder) {
  const names = filesUnder(folder)
    .map((path) => relative(folder, path).split(sep).join("/"))
    .filter((name) => name !== "files.json" && !name.split("/").some((step) => step.startsWith(".")))
    .sort();
  writeFileSync(join(folder, "files.json"), `${JSON.stringify(names, null, 1)}\n`);
}

function newestSource() {
  const files = [
    ...filesUnder(join(root, "src")).filter((path) => !/\.test\.tsx?$/.test(path)),
    ...["package-lock.json", "package.json", ...Object.values(parts).map((part) => part.config)].map((name) =>
      join(root, name),
    ),
  ];
  return Math.max(...files.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  const wanted = process.argv[2] ?? "all";
  const names = wanted === "all" ? ["app", "cli", "lib", "types"] : [wanted];
  if (names.some((name) => name !== "types" && !(name in parts))) {
    console.error("usage: node scripts/build.mjs [app|cli|lib|types|all]");
    process.exit(2);
  }
  for (const name of names) await buildPart(name);
}
