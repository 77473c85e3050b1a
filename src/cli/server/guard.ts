/**
 * Which requests may enter the local server at all, and what must every answer carry?
 *
 * The server listens on 127.0.0.1 only, but any page in the browser and any program of the machine can reach it there.
 * So each request is judged by its headers before anything else happens. Reasons (measured in Chromium, design notes
 * on storage, part 7):
 * - Host must be exactly `127.0.0.1:<port>`: a foreign name that resolves to 127.0.0.1 (DNS rebinding) gets 421.
 * - `Sec-Fetch-Site: same-site` is refused as `cross-site` is: pages of another port of 127.0.0.1 are "same-site".
 * - Cookies ignore ports, so there are none; the bearer secret is checked in pairing.ts.
 * - No CORS header is ever sent and OPTIONS is 405, so no foreign page can pass a preflight.
 */

/** Sent with every answer, errors and worker scripts included (a worker obeys the policy of its own response). */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types gutskin",
].join("; ");

/** Name and value of the headers that stand on every answer. */
export const standingHeaders: readonly (readonly [string, string])[] = [
  ["Content-Security-Policy", contentSecurityPolicy],
  ["Referrer-Policy", "no-referrer"],
  ["X-Content-Type-Options", "nosniff"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

/** Largest body of a JSON call, bytes. */
export const JSON_BODY_LIMIT: number = 10 * 1024 * 1024;
/** Largest uploaded file, bytes. */
export const FILE_BODY_LIMIT: number = 64 * 1024 * 1024;

/** A request that is turned away at the door, with its HTTP status. */
export interface Refusal {
  readonly type:
    | "HostRefused"
    | "OriginRefused"
    | "MethodRefused"
    | "ContentTypeRefused"
    | "NotPaired"
    | "BodyTooLarge"
    | "BodyUnreadable"
    | "NoSuchAddress"
    | "UploadUnknown"
    | "PartialFile";
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421;
}

/** The part of a request that the guard looks at. */
export interface RequestFacts {
  readonly method: string;
  readonly path: string;
  readonly header: (name: string) => string | null;
}

export const API_PREFIX = "/api/v1/";
/** The one call that takes raw bytes. */
export const UPLOAD_PATH = "/api/v1/import/file";

/** What to do with the request: let it in (`null`), send it to the right name, or refuse it. */
export type Verdict = null | { readonly redirect: string } | Refusal;

/** Judges a request for the server on `port`. Order: host, method, site and origin, content type. */
export function judgeRequest(request: RequestFacts, port: number): Verdict {
  const host = request.header("host");
  const here = `127.0.0.1:${String(port)}`;
  const isApi = request.path.startsWith("/api/");
  if (host !== here) {
    // `localhost` is another origin with another, empty browser storage: a page opened there is sent to the right one.
    if (host === `localhost:${String(port)}` && !isApi && request.method === "GET") {
      return { redirect: `http://${here}${safePath(request.path)}` };
    }
    return { type: "HostRefused", status: 421 };
  }
  if (isApi) return judgeApi(request, `http://${here}`);
  return request.method === "GET" || request.method === "HEAD" ? null : { type: "MethodRefused", status: 405 };
}

function judgeApi(request: RequestFacts, origin: string): Verdict {
  if (request.method !== "GET" && request.method !== "POST") return { type: "MethodRefused", status: 405 };
  const site = request.header("sec-fetch-site");
  const claimed = request.header("origin");
  const foreign: Refusal = { type: "OriginRefused", status: 403 };
  if (site !== null && site !== "same-origin") return foreign;
  if (claimed !== null && claimed !== origin) return foreign;
  // A browser names its origin on every POST. Without both headers it is a program of this machine, which still needs the secret.
  if (request.method === "POST" && site !== null && claimed === null) return foreign;
  if (request.method === "POST" && !contentTypeFits(request)) return { type: "ContentTypeRefused", status: 415 };
  return null;
}

function contentTypeFits(request: RequestFacts): boolean {
  const type = (request.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  return type === (request.path === UPLOAD_PATH ? "application/octet-stream" : "application/json");
}

/** Keeps the redirect on our own host: `//evil` would be another one. */
function safePath(path: string): string {
  return /^\/(?![/\\])[\w\-./]*$/.test(path) ? path : "/";
}
