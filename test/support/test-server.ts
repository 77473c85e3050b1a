/**
 * The whole local server in memory for tests: a journal in memory, an empty data folder, no port.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { createMemoryJournal, type JournalStore } from "../../src/lib/index.ts";
import { composeServer } from "../../src/cli/serve.ts";
import type { HttpApp } from "../../src/cli/server/http-app.ts";
import type { StaticFiles } from "../../src/cli/server/static-files.ts";
import { sha256 } from "../../src/cli/sha256.ts";
import { testWorld, type TestWorld } from "./test-world.ts";

export const TEST_PORT = 4810;
export const TEST_ORIGIN = "http://127.0.0.1:4810";
export const START_TOKEN: string = "ab".repeat(32);

type PlainInit = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

export interface TestServer {
  readonly app: HttpApp;
  readonly store: JournalStore;
  readonly world: TestWorld;
  readonly dataFolder: string;
  /** A paired page's secret. */
  readonly secret: string;
  /** A call of the own, paired page; POST when there is a body. */
  readonly call: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Any request, with nothing but a Host header added. */
  readonly raw: (path: string, init?: PlainInit) => Promise<Response>;
  readonly close: () => void;
}

const PAGE: StaticFiles = new Map([
  [
    "/",
    {
      bytes: new TextEncoder().encode("<!doctype html>"),
      contentType: "text/html; charset=utf-8",
      cacheControl: "no-cache",
    },
  ],
  [
    "/assets/worker-1.js",
    {
      bytes: new TextEncoder().encode("1"),
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
  ],
]);

/** Starts the server over a fresh journal in memory (or the given store). */
export async function testServer(given?: JournalStore): Promise<TestServer> {
  const world = testWorld();
  const dataFolder = mkdtempSync(join(tmpdir(), "gutskin-test-"));
  const store = given ?? memoryJournal();
  const { app, close } = composeServer({
    world,
    dataFolder,
    journal: { store },
    token: START_TOKEN,
    files: PAGE,
    portNow: () => TEST_PORT,
  });
  const raw: TestServer["raw"] = (path, init = {}) =>
    app(new Request(`${TEST_ORIGIN}${path}`, { ...init, headers: { host: "127.0.0.1:4810", ...init.headers } }));
  const paired = await raw("/api/v1/pair", {
    method: "POST",
    body: JSON.stringify({ token: START_TOKEN }),
    headers: { "content-type": "application/json" },
  });
  const answer: unknown = await paired.json();
  const secret =
    typeof answer === "object" && answer !== null && "secret" in answer && typeof answer.secret === "string"
      ? answer.secret
      : "";
  return {
    app,
    store,
    world,
    dataFolder,
    secret,
    raw,
    call: (path, body, headers = {}) =>
      raw(`/api/v1/${path}`, {
        method: body === undefined ? "GET" : "POST",
        ...(body === undefined
          ? {}
          : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
        headers: {
          authorization: `Bearer ${secret}`,
          "sec-fetch-site": "same-origin",
          ...(body === undefined
            ? {}
            : {
                origin: TEST_ORIGIN,
                "content-type": body instanceof Uint8Array ? "application/octet-stream" : "application/json",
              }),
          ...headers,
        },
      }),
    close: () => {
      close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** An empty journal in memory. */
export function memoryJournal(): JournalStore {
  return createMemoryJournal({
    person: "11".repeat(16),
    device: "22".repeat(16),
    sha256,
    now: () => 1_795_348_800_000,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  });
}

/** What a browser adds to a page's own calls. */
export function browserFetch(from: TestServer): typeof fetch {
  return (input, init) => {
    const request = new Request(input instanceof URL ? input.href : input, init);
    request.headers.set("host", "127.0.0.1:4810");
    request.headers.set("sec-fetch-site", "same-origin");
    if (request.method === "POST") request.headers.set("origin", TEST_ORIGIN);
    return from.app(request);
  };
}
