/**
 * Does the WebAssembly kernel run where the page's engine runs, and give the bits that Node gives without it?
 *
 * A worker in Chromium under the very policy of the local server, and under one that forbids WebAssembly. Many systems are made one after
 * another, because a browser must take their memories back.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleSource } from "../../scripts/load-source.mjs";
import { contentSecurityPolicy } from "../../src/cli/server/guard.ts";
import { createPlainWork } from "../../src/engine/linear-work.ts";
import { launchBrowser } from "./open-page.ts";

const origin = "http://127.0.0.1:9";
const [n, k, systems] = [331, 525, 300];

/** The same numbers on both sides; only integers and one division. */
const fill = `(columns) => { for (let i = 0; i < columns.length; i++) columns[i] = ((i * 7919) % 10007) / 10007 - 0.5; }`;

const worker = `
import { createSimdWork } from "./simd.mjs";
const fill = ${fill};
const create = createSimdWork();
if (create === null) postMessage(null);
else {
  let work;
  for (let made = 0; made < ${systems}; made++) {
    work = create(${n}, ${k});
    fill(work.columns);
    work.block(0, 15);
  }
  const { rows, block, cross, columns } = work;
  postMessage([...rows(100, 104), ...block(30, 45), ...cross(columns.slice(0, ${n}))]);
}`;

const page = `
const policy = trustedTypes.createPolicy("gutskin", { createScriptURL: (address) => address });
window.answer = new Promise((resolve, reject) => {
  const worker = new Worker(policy.createScriptURL("/worker.mjs"), { type: "module" });
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = (event) => reject(new Error(event.message));
});`;

let browser: Browser;
let simd: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const bundle = await bundleSource({ simd: `export { createSimdWork } from "/src/simd/simd-work.ts";` });
  simd = readFileSync(bundle.paths["simd"] ?? "", "utf8");
  bundle.remove();
});
afterAll(() => browser.close());

async function answerUnder(policy: string): Promise<number[] | null> {
  const files: Record<string, readonly [type: string, body: string]> = {
    "/": ["text/html", `<!doctype html><script type="module" src="/page.mjs"></script>`],
    "/page.mjs": ["text/javascript", page],
    "/worker.mjs": ["text/javascript", worker],
    "/simd.mjs": ["text/javascript", simd],
  };
  const context = await browser.newContext();
  try {
    await context.route(`${origin}/**`, (route) => {
      const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
      return route.fulfill({ contentType, body, headers: { "Content-Security-Policy": policy } });
    });
    const opened = await context.newPage();
    await opened.goto(`${origin}/`);
    await opened.waitForFunction("window.answer !== undefined");
    return await opened.evaluate<number[] | null>("window.answer");
  } finally {
    await context.close();
  }
}

describe("the WebAssembly kernel in a worker of the page", () => {
  it("gives the bits of the plain work in Node, under the policy of the local server", async () => {
    const plain = createPlainWork(n, k);
    for (let i = 0; i < plain.columns.length; i++) plain.columns[i] = ((i * 7919) % 10007) / 10007 - 0.5;
    const wanted = [...plain.rows(100, 104), ...plain.block(30, 45), ...plain.cross(plain.columns.slice(0, n))];
    expect(await answerUnder(contentSecurityPolicy)).toEqual(wanted);
  });

  it("steps aside under a policy that forbids WebAssembly", async () => {
    expect(await answerUnder(contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", ""))).toBeNull();
  });
});
