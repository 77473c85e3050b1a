import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../test/support/test-server.ts";

let server: TestServer;
let revision = "";
beforeAll(async () => {
  server = await testServer();
  await server.call("append", {
    drafts: [{ action: "put", entry: { kind: "answer", day: "2026-11-20", item: "itch", value: 4 } }],
  });
  revision = await revisionNow();
});
afterAll(() => {
  server.close();
});

const CALLS = ["append", "entries", "ops", "import/preview", "import/commit"];
const text = { "content-type": "application/json" };

async function revisionNow(): Promise<string> {
  const info: unknown = await (await server.call("info")).json();
  return typeof info === "object" && info !== null && "revision" in info ? String(info.revision) : "";
}

async function postText(path: string, body: string): Promise<Response> {
  return server.call(path, new TextEncoder().encode(body), text);
}

/** 4xx in the problem form, nothing stored, and the process answers on. */
async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await revisionNow()).toBe(revision);
}

describe("the local API under bad input", () => {
  it.each(CALLS)("refuses what is not JSON: %s", async (path) => {
    const bodies = ["", "{", "nul", '{"a":1}}', "\u0000", '"\ud800', "[1,]", "{'a':1}", "NaN", "\ufeff{}x"];
    for (const body of bodies) await expectRefused(await postText(path, body));
    await expectRefused(await server.call(path, new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), text));
  });

  it.each(CALLS)("refuses JSON nested a million levels deep: %s", async (path) => {
    const levels = 1_000_000;
    await expectRefused(await postText(path, "[".repeat(levels) + "]".repeat(levels)));
    await expectRefused(await postText(path, '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000)));
  });

  it.each(CALLS)("refuses keys that reach into prototypes: %s", async (path) => {
    await expectRefused(await postText(path, '{"__proto__":{"isAdmin":true}}'));
    await expectRefused(await postText(path, '{"drafts":[{"__proto__":{"action":"delete"}}]}'));
    await expectRefused(await postText(path, '{"mapping":{"columns":{"__proto__":{"to":"note"}}},"fileId":"x"}'));
    await expectRefused(await postText(path, '{"constructor":{"prototype":{"isAdmin":true}}}'));
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });

  it("refuses any random JSON value that is not a request", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), fc.jsonValue({ maxDepth: 6 }), async (path, value) => {
        const isEmptyQuery = path === "entries" && JSON.stringify(value) === "{}";
        const response = await postText(path, JSON.stringify(value));
        if (isEmptyQuery) expect(response.status).toBe(200);
        else await expectRefused(response);
      }),
      { numRuns: 300, seed: 4810 },
    );
  });

  it("refuses a proper request with one field changed to something else", async () => {
    const entry = { kind: "answer", day: "2026-11-20", item: "itch", value: 5 };
    const request = { drafts: [{ action: "put", id: "ab".repeat(16), entry, supersede: true }], requestId: "r-1" };
    const paths = [
      "drafts",
      "drafts.0",
      "drafts.0.action",
      "drafts.0.id",
      "drafts.0.entry",
      "drafts.0.entry.kind",
      "drafts.0.entry.day",
      "drafts.0.entry.item",
      "drafts.0.entry.value",
      "drafts.0.supersede",
      "requestId",
    ];
    const wrong = fc.oneof(
      fc.constantFrom(null, "", "x\u0000y", "\ud800", -1, 1e308, "2026/02/30", [], [[]], { a: 1 }, "../../etc/passwd"),
      fc.string({ minLength: 300, maxLength: 400 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), wrong, async (path, value) => {
        const body = withChange(request, path.split("."), value);
        // An empty list of drafts is a proper request that does nothing, and an item may have any name.
        fc.pre(!(path === "drafts" && Array.isArray(value) && value.length === 0));
        fc.pre(!(path === "drafts.0.entry.item" && typeof value === "string"));
        await expectRefused(await postText("append", JSON.stringify(body)));
      }),
      { numRuns: 300, seed: 4811 },
    );
  });

  it("refuses unknown keys, so that a newer page is not half understood", async () => {
    await expectRefused(await postText("entries", '{"fromDay":"2026-01-01","colour":"red"}'));
    await expectRefused(await postText("append", '{"drafts":[],"then":1}'));
    await expectRefused(await postText("import/commit", '{"fileId":"x","force":true}'));
  });

  it("answers 404 under names that are no call, also those of objects' own members", async () => {
    for (const path of [
      "toString",
      "__proto__",
      "constructor",
      "info/..",
      "info/../append",
      "export/constructor",
      "export/../../x",
    ]) {
      const response = await server.call(path);
      expect([404, 405]).toContain(response.status);
    }
  });
});

function withChange(value: unknown, path: readonly string[], change: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === step ? withChange(item, rest, change) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      key === step ? withChange(item, rest, change) : item,
    ]),
  );
}
