/**
 * Does the package work for somebody who has only the package?
 *
 * Packs it, installs the tarball into an empty folder, and there: publint finds nothing, `npx gutskin --version` answers,
 * `npx gutskin --no-open` serves the page on a free port, `import "gutskin"` runs and its types resolve in both module
 * resolutions. Run `npm run build` before.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatMessage } from "publint/utils";
import { publint } from "publint";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const windows = process.platform === "win32";
const away = mkdtempSync(join(tmpdir(), "gutskin-pack-"));
const problems = [];
const home = join(away, "home");
const environment = { ...process.env, GUTSKIN_HOME: home, NO_COLOR: "1" };

try {
  const tarball = pack();
  await lint(tarball);
  install(tarball);
  answersItsVersion();
  await servesThePage();
  runsAsLibrary();
  resolvesTypes();
} finally {
  rmSync(away, { recursive: true, force: true });
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

function pack() {
  const [packed] = JSON.parse(run(root, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", away));
  console.log(`packed ${packed.filename}: ${(packed.size / 1024).toFixed(0)} KB, ${packed.files.length} files`);
  return join(away, packed.filename);
}

async function lint(tarball) {
  const { messages, pkg } = await publint({
    pack: { tarball: readFileSync(tarball).buffer },
    strict: true,
    level: "warning",
  });
  for (const message of messages) problems.push(`publint: ${formatMessage(message, pkg, { color: false })}`);
  console.log(`publint: ${messages.length} messages`);
}

function install(tarball) {
  mkdirSync(join(away, "user"));
  writeFileSync(join(away, "user", "package.json"), `{ "name": "somebody", "private": true, "type": "module" }\n`);
  run(join(away, "user"), "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", tarball);
  console.log("installed into an empty folder");
}

function answersItsVersion() {
  const said = run(join(away, "user"), "npx", "--no-install", "gutskin", "--version").trim();
  if (!said.includes(version)) problems.push(`gutskin --version says "${said}", package.json says ${version}`);
  else console.log(`gutskin --version: ${said}`);
}

async function servesThePage() {
  const port = await freePort();
  const server = spawn("npx", ["--no-install", "gutskin", "--no-open", "--port", String(port)], {
    cwd: join(away, "user"),
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    shell: windows,
    detached: !windows,
  });
  let said = "";
  server.stdout.on("data", (bytes) => (said += bytes));
  server.stderr.on("data", (bytes) => (said += bytes));
  try {
    const page = await answerOf(`http://127.0.0.1:${port}/`, 20_000);
    if (page === undefined) {
      problems.push(`gutskin --no-open --port ${port} does not answer within 20 s; it said: ${said}`);
      return;
    }
    const html = await page.text();
    if (page.status !== 200 || !/<script/.test(html))
      problems.push(`the page answers ${page.status}: ${html.slice(0, 200)}`);
    if (!page.headers.get("content-security-policy")) problems.push("the page has no Content-Security-Policy");
    const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1];
    const loaded = script === undefined ? undefined : await answerOf(new URL(script, page.url), 5000);
    if (loaded?.status !== 200) problems.push(`the page's script ${script} answers ${loaded?.status}`);
    console.log(`gutskin --no-open: page and script answer on port ${port}`);
  } finally {
    await stop(server);
  }
}

/** npx starts the program as a child: the whole group gets Ctrl-C, and must end within five seconds. */
async function stop(server) {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once("exit", () => done(true)));
  try {
    if (windows) server.kill();
    else process.kill(-server.pid, "SIGINT");
  } catch {
    return; // it ended on its own in this moment
  }
  const late = new Promise((done) => setTimeout(() => done(false), 5000).unref());
  if (!(await Promise.race([ended, late]))) {
    problems.push("the server does not stop on Ctrl-C");
    process.kill(-server.pid, "SIGKILL");
  }
}

function runsAsLibrary() {
  writeFileSync(
    join(away, "user", "use.js"),
    `import { parseDay } from "gutskin";\nconst day = parseDay("2026-02-28");\nif (!day.ok) throw new Error("parseDay");\nconsole.log(day.value);\n`,
  );
  const said = run(join(away, "user"), process.execPath, "use.js").trim();
  if (said !== "2026-02-28") problems.push(`import "gutskin" says ${said}`);
  else console.log(`import "gutskin" runs`);
}

function resolvesTypes() {
  writeFileSync(
    join(away, "user", "use.ts"),
    `import { parseDay, type Day } from "gutskin";\nconst day = parseDay("2026-02-28");\nexport const value: Day | null = day.ok ? day.value : null;\n` +
      `// @ts-expect-error a day is not a number: the types are really there\nexport const wrong: number = day;\n`,
  );
  const strict = { noEmit: true, strict: true, target: "es2023", lib: ["es2023"], types: [] };
  for (const [tool, mode] of [
    ["@typescript/compiler7/bin/tsc", { module: "nodenext" }],
    ["@typescript/compiler7/bin/tsc", { module: "esnext", moduleResolution: "bundler" }],
    ["typescript/lib/tsc.js", { module: "nodenext" }],
  ]) {
    const config = { compilerOptions: { ...strict, ...mode }, files: ["use.ts"] };
    writeFileSync(join(away, "user", "tsconfig.json"), JSON.stringify(config));
    try {
      run(join(away, "user"), process.execPath, join(root, "node_modules", tool), "-p", ".");
      console.log(`types resolve: ${tool}, ${Object.values(mode).join(", ")}`);
    } catch (error) {
      problems.push(`types do not resolve (${tool} ${JSON.stringify(mode)}):\n${error.stdout}`);
    }
  }
}

function run(cwd, command, ...args) {
  return execFileSync(command, args, {
    cwd,
    env: environment,
    encoding: "utf8",
    timeout: 120_000,
    stdio: ["ignore", "pipe", "pipe"],
    shell: windows && !command.endsWith(".exe"),
  });
}

async function answerOf(address, patienceMs) {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    try {
      return await fetch(address);
    } catch {
      await new Promise((done) => setTimeout(done, 150));
    }
  }
  return undefined;
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
