/**
 * Do the documents tell the truth that a machine can check?
 *
 * Relative links in Markdown files lead to a file (and to a heading, where they name one); every `ts` example in a
 * docstring of src runs against the source without throwing (its checks are its own `if (...) throw`); no address of one
 * person's machine is left in the tree; everything behind the public door has a docstring (typedoc.json).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleSource } from "./load-source.mjs";

const problems = [];
const markdown = [...readdirSync(".").filter((name) => name.endsWith(".md")), ...filesUnder("docs")].filter((path) =>
  path.endsWith(".md"),
);
const links = checkLinks();
const examples = await runExamples();
const looked = checkPrivatePaths();
checkEveryExportIsDocumented();

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(
  `docs: ${markdown.length} files, ${links} links lead somewhere, ${examples} examples run, ${looked} files name no private path`,
);

function checkLinks() {
  let count = 0;
  for (const path of markdown) {
    const text = readFileSync(path, "utf8")
      .replace(/```[^]*?```/g, "")
      .replace(/`[^`\n]*`/g, "");
    const links = text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g);
    const pictures = text.matchAll(/<img[^>]+src="([^"]+)"/g);
    for (const [, address] of [...links, ...pictures]) {
      if (/^[a-z]+:/.test(address)) continue;
      count += 1;
      const [file, heading] = address.split("#");
      const target = file === "" ? path : normalize(join(dirname(path), decodeURI(file)));
      if (!existsSync(target)) problems.push(`${path}: link to ${address}, which is not there`);
      else if (heading && target.endsWith(".md") && !headingsOf(target).has(heading)) {
        problems.push(`${path}: link to ${address}, which has no such heading`);
      }
    }
  }
  if (count === 0) problems.push("no links found: is this the right folder?");
  return count;
}

function headingsOf(path) {
  const headings = readFileSync(path, "utf8").matchAll(/^#+\s+(.+)$/gm);
  return new Set(
    [...headings].map(([, text]) =>
      text
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  );
}

/** Examples stand in docstrings as ```ts blocks and import from "gutskin". */
async function runExamples() {
  const entries = {};
  const origin = {};
  for (const path of filesUnder("src").filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))) {
    const text = readFileSync(path, "utf8");
    for (const [comment] of text.matchAll(/\/\*\*[^]*?\*\//g)) {
      for (const [, block] of comment.matchAll(/```ts\n([^]*?)```/g)) {
        const name = `example${Object.keys(entries).length}`;
        entries[name] = block.replace(/^\s*\* ?/gm, "");
        origin[name] = path;
      }
    }
  }
  const count = Object.keys(entries).length;
  if (count === 0) problems.push("no examples found in the docstrings");
  const bundle = await bundleSource(entries);
  try {
    for (const [name, path] of Object.entries(bundle.paths)) {
      try {
        await import(pathToFileURL(path).href);
      } catch (error) {
        problems.push(`${origin[name]}: example throws ${error}\n${entries[name]}`);
      }
    }
  } finally {
    bundle.remove();
  }
  return count;
}

/** What git would publish must not hold a path or a host of the machine it was written on. */
function checkPrivatePaths() {
  const forbidden = [/\/root\//, /\/work\/(main|shared)\b/, /\/tmp\/(brief|issue)/, /registry\.npm\w*\.\w+/];
  const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter(
      (path) => path !== "" && path !== "scripts/check-docs.mjs" && existsSync(path) && statSync(path).size < 5_000_000,
    );
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    for (const pattern of forbidden) {
      const found = pattern.exec(text);
      if (found) problems.push(`${path}: holds "${found[0]}"`);
    }
  }
  return files.length;
}

/** typedoc reads the declarations, so the types are built first. */
function checkEveryExportIsDocumented() {
  for (const command of ["@typescript/compiler7/bin/tsc -b src/lib", "typedoc/bin/typedoc --emit none"]) {
    const [file, ...rest] = command.split(" ");
    const done = spawnSync(process.execPath, [join("node_modules", file), ...rest], { encoding: "utf8" });
    if (done.status !== 0) problems.push(`${command}:\n${done.stdout}${done.stderr}`);
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? filesUnder(path) : [path];
  });
}
