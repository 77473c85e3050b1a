import { spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

let browser: Browser;
let server: RunningServer;
let stranger: Server;
let strangerOrigin = "";

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  stranger = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<title>stranger</title>"),
  );
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  const address = stranger.address();
  strangerOrigin = `http://127.0.0.1:${String(typeof address === "object" && address !== null ? address.port : 0)}`;
});
afterAll(async () => {
  await browser.close();
  await server.remove();
  stranger.close();
});

function gutskin(...words: readonly string[]): string {
  const program = fileURLToPath(new URL("../../bin/gutskin.js", import.meta.url));
  return spawnSync(process.execPath, [program, ...words, "--data", server.dataFolder], { encoding: "utf8" }).stdout;
}

describe("pairing in a real browser", () => {
  it("keeps the secret with strict durability only, removes the token from the address, and is remembered", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      const asked: string[] = [];
      Reflect.set(window, "durabilities", asked);
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the database as `this`
      const original = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
        asked.push(options?.durability ?? "default");
        return original.call(this, stores, mode, options);
      };
    });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.getByText("Start today").waitFor();
    expect(page.url()).not.toContain("token");
    const asked = await page.evaluate<unknown>(() => Reflect.get(window, "durabilities"));
    expect(new Set(Array.isArray(asked) ? asked : ["none"])).toEqual(new Set(["strict"]));
    await page.goto(`${server.origin}/#/data`);
    await page.reload();
    await page.locator("main h1").waitFor();
    expect(JSON.parse(gutskin("peers", "--json"))).toMatchObject({
      peers: [{ name: expect.stringContaining("Chrom") }],
    });
    await context.close();
  });

  it("sends a page opened at localhost to 127.0.0.1", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address.replace("127.0.0.1", "localhost"));
    await page.getByText("Start today").waitFor();
    expect(new URL(page.url()).hostname).toBe("127.0.0.1");
    await context.close();
  });

  it("lets a page of another port read nothing, write nothing and frame nothing", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address);
    await page.getByText("Start today").waitFor();
    const before = gutskin("export", "json");
    await page.goto(strangerOrigin);
    const seen = await page.evaluate(async (origin) => {
      const attempt = async (path: string, init: RequestInit): Promise<string> => {
        try {
          const response = await fetch(`${origin}${path}`, init);
          return `${response.type} ${String(response.status)}`;
        } catch {
          return "refused";
        }
      };
      const draft = JSON.stringify({
        drafts: [{ action: "put", entry: { kind: "note", day: "2026-01-01", text: "stranger" } }],
      });
      const framed = await new Promise<string>((resolve) => {
        const frame = document.createElement("iframe");
        frame.src = `${origin}/`;
        frame.onload = () => resolve(frame.contentDocument === null ? "blocked" : "empty");
        document.body.append(frame);
      });
      return {
        health: await attempt("/api/v1/health", {}),
        opaque: await attempt("/api/v1/health", { mode: "no-cors" }),
        script: await attempt("/", { mode: "no-cors" }),
        withSecret: await attempt("/api/v1/info", { headers: { authorization: `Bearer ${"0".repeat(64)}` } }),
        withCookies: await attempt("/api/v1/info", { credentials: "include" }),
        json: await attempt("/api/v1/append", {
          method: "POST",
          body: draft,
          headers: { "content-type": "application/json" },
        }),
        simple: await attempt("/api/v1/append", { method: "POST", body: draft, mode: "no-cors" }),
        framed,
      };
    }, server.origin);
    expect(seen).toEqual({
      health: "refused",
      opaque: "refused",
      script: "refused",
      withSecret: "refused",
      withCookies: "refused",
      json: "refused",
      simple: "refused",
      framed: "blocked",
    });
    expect(gutskin("export", "json")).toBe(before);
    await context.close();
  });

  it("lets a page out at once when it is revoked in the terminal", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address);
    await page.getByText("Start today").waitFor();
    gutskin("peers", "revoke", "all");
    const status = page.waitForResponse((response) => response.url().includes("/api/v1/") && response.status() === 401);
    await page.goto(`${server.origin}/#/data`);
    await page.reload();
    expect((await status).status()).toBe(401);
    await context.close();
  });
});
