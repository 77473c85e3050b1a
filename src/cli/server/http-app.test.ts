import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { START_TOKEN, TEST_ORIGIN, testServer, type TestServer } from "../../../test/support/test-server.ts";
import { contentSecurityPolicy, JSON_BODY_LIMIT } from "./guard.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => {
  server.close();
});

const itch = { kind: "answer", day: "2026-11-20", item: "itch", value: 4 };
const put = { drafts: [{ action: "put", entry: itch }], requestId: "r1" };

async function problemType(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  return typeof body === "object" && body !== null && "type" in body ? body.type : null;
}

describe("every answer", () => {
  it.each([
    ["a page", "/", {}],
    ["a worker script", "/assets/worker-1.js", {}],
    ["a missing page", "/nothing", {}],
    ["an API answer", "/api/v1/health", {}],
    ["a refusal", "/api/v1/info", {}],
    ["a refused host", "/", { host: "evil.example" }],
    ["a redirect", "/", { host: "localhost:4810" }],
    ["an unknown call", "/api/v1/nothing", {}],
  ])("carries the policy and the other headers and no cookie: %s", async (_, path, headers) => {
    const response = await server.raw(path, { headers });
    expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("forbids caches to keep data", async () => {
    expect((await server.call("info")).headers.get("cache-control")).toBe("no-store");
    expect((await server.raw("/api/v1/info")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("pairing", () => {
  it("tells anyone on this machine that this is gutskin, and nothing more", async () => {
    const response = await server.raw("/api/v1/health");
    expect(await response.json()).toEqual({ app: "gutskin", version: "0.0.0-test" });
  });

  it.each([
    ["no secret", {}],
    ["a wrong secret", { authorization: `Bearer ${"0".repeat(64)}` }],
    ["the start token instead of the secret", { authorization: `Bearer ${START_TOKEN}` }],
    ["a secret of another form", { authorization: "Bearer x" }],
    ["a cookie", { cookie: `secret=${"0".repeat(64)}` }],
  ])("answers 401 to %s, on reading too", async (_, headers) => {
    for (const path of ["info", "events", "export/journal.json", "export/daily.csv", "vector", "ops"]) {
      const response = await server.raw(`/api/v1/${path}`, { headers });
      expect(response.status).toBe(401);
      expect(await problemType(response)).toBe("NotPaired");
    }
  });

  it("answers 401 to a wrong or missing token, 400 to a body that is not JSON", async () => {
    const pairWith = (body: string): Promise<Response> =>
      server.raw("/api/v1/pair", { method: "POST", body, headers: { "content-type": "application/json" } });
    for (const token of ["", "0".repeat(64), START_TOKEN.slice(0, 63), `${START_TOKEN}0`, 5, null]) {
      expect((await pairWith(JSON.stringify({ token }))).status).toBe(401);
    }
    expect((await pairWith("{}")).status).toBe(401);
    expect((await pairWith("[")).status).toBe(400);
    expect((await pairWith(" ".repeat(5000))).status).toBe(413);
  });

  it("gives every page its own secret and keeps only hashes, in files that only the person may read", async () => {
    const other = await server.raw("/api/v1/pair", {
      method: "POST",
      body: JSON.stringify({ token: START_TOKEN }),
      headers: { "content-type": "application/json" },
    });
    const text = await other.text();
    expect(text).not.toContain(server.secret);
    const folder = join(server.dataFolder, "peers");
    const files = readdirSync(folder);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(folder, file), "utf8")).not.toContain(server.secret);
    }
  });
});

describe("the journal over HTTP", () => {
  it("stores once what is sent twice with one request id, and gives it back", async () => {
    const first: unknown = await (await server.call("append", put)).json();
    const second: unknown = await (await server.call("append", put)).json();
    expect(second).toEqual(first);
    const answer: unknown = await (await server.call("entries", { fromDay: "2026-11-20" })).json();
    expect(answer).toMatchObject({ entries: [{ entry: itch, hidden: false }] });
    const info: unknown = await (await server.call("info")).json();
    expect(info).toMatchObject({ entryCount: 1, opCount: 1, firstDay: "2026-11-20" });
  });

  it("names the field of a refused entry in words", async () => {
    const bad = { drafts: [{ action: "put", entry: { ...itch, value: 99 } }] };
    const response = await server.call("append", bad);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const body: unknown = await response.json();
    expect(body).toMatchObject({ type: "EntryRefused", error: { type: "EntryRefused", field: "value" } });
    expect(JSON.stringify(body)).toMatch(/"title":"[A-Z].+\."/);
  });

  it("answers 403 to another port of 127.0.0.1 even with the right secret", async () => {
    const response = await server.call("append", put, {
      origin: "http://127.0.0.1:8000",
      "sec-fetch-site": "same-site",
    });
    expect(response.status).toBe(403);
  });

  it("answers 405 to a preflight", async () => {
    const response = await server.raw("/api/v1/append", {
      method: "OPTIONS",
      headers: { origin: "http://evil.example" },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("answers 413 to a body over 10 MB, announced or not, and stores nothing", async () => {
    const before: unknown = await (await server.call("info")).json();
    const large = new Uint8Array(JSON_BODY_LIMIT + 1).fill(0x20);
    const headers = { "content-type": "application/json" };
    expect((await server.call("append", large, headers)).status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < 11; part += 1) controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
        controller.close();
      },
    });
    const init: RequestInit & { readonly duplex: "half" } = { method: "POST", body: stream, duplex: "half" };
    const drip = new Request(`${TEST_ORIGIN}/api/v1/append`, init);
    for (const [name, value] of Object.entries({
      ...headers,
      host: "127.0.0.1:4810",
      authorization: `Bearer ${server.secret}`,
    })) {
      drip.headers.set(name, value);
    }
    expect((await server.app(drip)).status).toBe(413);
    expect(await (await server.call("info")).json()).toEqual(before);
  });
});
