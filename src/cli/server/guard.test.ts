import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, judgeRequest, standingHeaders, type RequestFacts } from "./guard.ts";

const PORT = 4810;

function facts(path: string, headers: Readonly<Record<string, string>>, method = "GET"): RequestFacts {
  const all: Readonly<Record<string, string | undefined>> = { host: "127.0.0.1:4810", ...headers };
  return { method, path, header: (name) => all[name] ?? null };
}
const api = "/api/v1/info";
const json = { "content-type": "application/json" };
const own = { origin: "http://127.0.0.1:4810", "sec-fetch-site": "same-origin" };

describe("judgeRequest", () => {
  it("lets the own page in", () => {
    expect(judgeRequest(facts("/", { "sec-fetch-site": "none" }), PORT)).toBeNull();
    expect(judgeRequest(facts(api, { "sec-fetch-site": "same-origin" }), PORT)).toBeNull();
    expect(judgeRequest(facts("/api/v1/append", { ...own, ...json }, "POST"), PORT)).toBeNull();
  });

  it("lets a program without browser headers reach the API, where it needs the secret", () => {
    expect(judgeRequest(facts(api, {}), PORT)).toBeNull();
    expect(judgeRequest(facts("/api/v1/append", json, "POST"), PORT)).toBeNull();
  });

  it.each([
    "evil.example",
    "127.0.0.1",
    "127.0.0.1:4811",
    "127.0.0.1:4810.evil.example",
    "0.0.0.0:4810",
    "[::1]:4810",
    "127.1:4810",
    "localhost",
    "",
  ])("answers 421 to the host name %s", (host) => {
    expect(judgeRequest(facts("/", { host }), PORT)).toEqual({ type: "HostRefused", status: 421 });
    expect(judgeRequest(facts(api, { host }), PORT)).toEqual({ type: "HostRefused", status: 421 });
  });

  it("sends a page at localhost to 127.0.0.1, but answers 421 to an API call there", () => {
    const host = "localhost:4810";
    expect(judgeRequest(facts("/", { host }), PORT)).toEqual({ redirect: "http://127.0.0.1:4810/" });
    expect(judgeRequest(facts("/assets/a.js", { host }), PORT)).toEqual({
      redirect: "http://127.0.0.1:4810/assets/a.js",
    });
    expect(judgeRequest(facts(api, { host }), PORT)).toEqual({ type: "HostRefused", status: 421 });
    expect(judgeRequest(facts("/", { host }, "POST"), PORT)).toEqual({ type: "HostRefused", status: 421 });
  });

  it.each(["//evil.example/", "/\\evil.example", "/%0d%0aSet-Cookie:a=b"])(
    "never redirects to another host for %s",
    (path) => {
      expect(judgeRequest(facts(path, { host: "localhost:4810" }), PORT)).toEqual({
        redirect: "http://127.0.0.1:4810/",
      });
    },
  );

  it.each(["same-site", "cross-site", "none"])("refuses an API call with Sec-Fetch-Site %s", (site) => {
    expect(judgeRequest(facts(api, { "sec-fetch-site": site }), PORT)).toEqual({ type: "OriginRefused", status: 403 });
  });

  it.each(["http://127.0.0.1:4811", "http://localhost:4810", "https://127.0.0.1:4810", "http://evil.example", "null"])(
    "refuses the origin %s",
    (origin) => {
      const refused = { type: "OriginRefused", status: 403 };
      expect(judgeRequest(facts("/api/v1/append", { ...json, origin }, "POST"), PORT)).toEqual(refused);
      expect(judgeRequest(facts(api, { origin }), PORT)).toEqual(refused);
    },
  );

  it("refuses a POST of a browser that names no origin", () => {
    const request = facts("/api/v1/append", { ...json, "sec-fetch-site": "same-origin" }, "POST");
    expect(judgeRequest(request, PORT)).toEqual({ type: "OriginRefused", status: 403 });
  });

  it.each(["OPTIONS", "PUT", "DELETE", "PATCH", "HEAD", "TRACE"])("answers 405 to %s on the API", (method) => {
    expect(judgeRequest(facts(api, own, method), PORT)).toEqual({ type: "MethodRefused", status: 405 });
  });

  it.each(["OPTIONS", "POST", "PUT"])("answers 405 to %s on a page file", (method) => {
    expect(judgeRequest(facts("/", own, method), PORT)).toEqual({ type: "MethodRefused", status: 405 });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
    "refuses a JSON call with content type %s, which a foreign form could send",
    (type) => {
      const request = facts("/api/v1/append", { ...own, "content-type": type }, "POST");
      expect(judgeRequest(request, PORT)).toEqual({ type: "ContentTypeRefused", status: 415 });
    },
  );

  it("takes octet-stream for a file and nothing else there", () => {
    const upload = (type: string): ReturnType<typeof judgeRequest> =>
      judgeRequest(facts("/api/v1/import/file", { ...own, "content-type": type }, "POST"), PORT);
    expect(upload("application/octet-stream")).toBeNull();
    expect(upload("application/json")).toEqual({ type: "ContentTypeRefused", status: 415 });
  });
});

describe("standing headers", () => {
  it("hold exactly the policy that was checked in Chromium", () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; " +
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types gutskin",
    );
  });

  it("name no cross-origin permission and no cookie", () => {
    const names = standingHeaders.map(([name]) => name.toLowerCase());
    expect(names.filter((name) => name.startsWith("access-control") || name.includes("cookie"))).toEqual([]);
  });
});
