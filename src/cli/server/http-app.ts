/**
 * What does the local server answer?
 *
 * One function `Request -> Promise<Response>`, testable without a port. Order: guard (guard.ts), page files, then the
 * API behind pairing: store calls (stores/node/serve-store.ts), import and export. Whatever happens, also a fault of
 * ours, the answer carries the standing headers and no cookie.
 */
import { Hono } from "hono";
import type { NamedError } from "../../base/result.ts";
import { dataResponse, type StoreHandler } from "../../stores/node/serve-store.ts";
import { readJson } from "../../stores/node/read-body.ts";
import { API_PREFIX, judgeRequest, standingHeaders } from "./guard.ts";
import { sameText, type PeerBook } from "./pairing.ts";
import { problemResponse, refusalResponse } from "./problem.ts";
import type { StaticFiles } from "./static-files.ts";

/** One of the further calls (import, export): the response, or null when the call is not its own. */
export type CallHandler = (call: string, request: Request) => Promise<Response | null>;

export interface HttpAppParts {
  /** Port as the outside sees it (asked each time: it is known only after listening). */
  readonly port: () => number;
  readonly version: string;
  readonly files: StaticFiles | null;
  readonly storeHandler: StoreHandler;
  readonly moreCalls: readonly CallHandler[];
  readonly peers: PeerBook;
  /** The token in the address that was opened. */
  readonly startToken: string;
  readonly milliseconds: () => number;
  /** Told of faults of ours (never of diary content). */
  readonly onDefect: (problem: unknown) => void;
}

export type HttpApp = (request: Request) => Promise<Response>;

/** Builds the server's answering function. */
export function createHttpApp(parts: HttpAppParts): HttpApp {
  const router = createRouter(parts);
  return async (request) => {
    let response: Response;
    try {
      response = await answer(request);
    } catch (problem) {
      parts.onDefect(problem);
      response = defectResponse();
    }
    return withStandingHeaders(response);
  };

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname;
    const verdict = judgeRequest(
      { method: request.method, path, header: (name) => request.headers.get(name) },
      parts.port(),
    );
    if (verdict === null) return router.fetch(request);
    if ("redirect" in verdict) return new Response(null, { status: 302, headers: { Location: verdict.redirect } });
    return refusalResponse(verdict);
  }
}

function createRouter(parts: HttpAppParts): Hono {
  const router = new Hono();
  router.onError((problem) => {
    parts.onDefect(problem);
    return defectResponse();
  });
  router.notFound(() => refusalResponse({ type: "NoSuchAddress", status: 404 }));

  router.get(`${API_PREFIX}health`, () => dataResponse({ app: "gutskin", version: parts.version }));
  router.post(`${API_PREFIX}pair`, (context) => pair(context.req.raw, parts));
  router.use(`${API_PREFIX}*`, async (context, next) => {
    if (!isPaired(context.req.raw, parts.peers)) return refusalResponse({ type: "NotPaired", status: 401 });
    return next();
  });
  router.all(`${API_PREFIX}*`, async (context) => {
    const call = context.req.path.slice(API_PREFIX.length);
    for (const handle of [parts.storeHandler.answer, ...parts.moreCalls]) {
      const response = await handle(call, context.req.raw);
      if (response !== null) return response;
    }
    return refusalResponse({ type: "NoSuchAddress", status: 404 });
  });
  router.get("*", (context) => page(context.req.path, parts.files));
  return router;
}

async function pair(request: Request, parts: HttpAppParts): Promise<Response> {
  const body = await readJson(request, 4096);
  if (!body.ok) {
    return body.error.type === "BodyTooLarge"
      ? refusalResponse({ type: "BodyTooLarge", status: 413 })
      : refusalResponse({ type: "BodyUnreadable", status: 400 });
  }
  const token = tokenOf(body.value);
  if (token === null || !sameText(token, parts.startToken)) {
    return refusalResponse({ type: "NotPaired", status: 401 });
  }
  const name = request.headers.get("user-agent") ?? "unknown page";
  return dataResponse({ secret: parts.peers.add(name, parts.milliseconds()) });
}

function tokenOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("token" in body)) return null;
  return typeof body.token === "string" ? body.token : null;
}

function isPaired(request: Request, peers: PeerBook): boolean {
  const match = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.get("authorization") ?? "");
  return match?.[1] !== undefined && peers.holderOf(match[1]) !== null;
}

function page(path: string, files: StaticFiles | null): Response {
  if (files === null) {
    const text = "The page of gutskin is not built. In a checkout run: node scripts/build.mjs app\n";
    return new Response(text, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const file = files.get(path);
  if (file === undefined) return refusalResponse({ type: "NoSuchAddress", status: 404 });
  return new Response(file.bytes, {
    headers: { "Content-Type": file.contentType, "Cache-Control": file.cacheControl },
  });
}

function withStandingHeaders(response: Response): Response {
  for (const [name, value] of standingHeaders) response.headers.set(name, value);
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  response.headers.delete("Set-Cookie");
  return response;
}

function defectResponse(): Response {
  const error: NamedError = { type: "Defect" };
  return problemResponse(error, 500, {
    sentence: "This is a fault of gutskin, not yours.",
    mend: "Please report it with the text that stands in the terminal.",
  });
}
