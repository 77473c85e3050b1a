/**
 * How is one call to the local server made, and what comes back when it fails?
 *
 * One place for address, secret, content type and `application/problem+json` (RFC 9457). Every failure, also no network
 * and an answer of another shape, becomes a `CallProblem` with words that can be shown.
 */
import { err, ok, type NamedError, type Result } from "../../base/result.ts";

export interface CallProblem {
  readonly type: "CallProblem";
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly sentence: string;
  readonly mend: string;
  readonly error: NamedError;
  readonly fileId: string | null;
}

export interface CallerOptions {
  readonly baseUrl: string;
  /** null before pairing. */
  readonly secret: string | null;
  readonly fetch?: typeof globalThis.fetch;
}

export interface Caller {
  /** GET when `body` is undefined, else POST with a JSON body. */
  readonly json: <T>(
    path: string,
    body: unknown,
    isAnswer: (value: unknown) => value is T,
  ) => Promise<Result<T, CallProblem>>;
  readonly upload: <T>(
    path: string,
    bytes: Uint8Array<ArrayBuffer> | Blob,
    isAnswer: (value: unknown) => value is T,
  ) => Promise<Result<T, CallProblem>>;
  readonly file: (
    path: string,
  ) => Promise<Result<{ readonly name: string | null; readonly content: Blob }, CallProblem>>;
  /** The open event stream. */
  readonly stream: (signal: AbortSignal) => Promise<Result<ReadableStream<Uint8Array>, CallProblem>>;
}

/** Opens a caller; does no request yet. */
export function createCaller(options: CallerOptions): Caller {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const request = async (path: string, init: RequestInit): Promise<Result<Response, CallProblem>> => {
    const headers = new Headers(init.headers);
    if (options.secret !== null) headers.set("Authorization", `Bearer ${options.secret}`);
    try {
      const response = await send(`${options.baseUrl}/api/v1/${path}`, {
        ...init,
        headers,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
      });
      return response.ok ? ok(response) : err(await problemOf(response));
    } catch {
      return err(unreachable());
    }
  };
  const readAs = async <T>(
    response: Result<Response, CallProblem>,
    isAnswer: (value: unknown) => value is T,
  ): Promise<Result<T, CallProblem>> => {
    if (!response.ok) return response;
    const value = await readJson(response.value);
    return isAnswer(value) ? ok(value) : err(strangeAnswer(response.value.status));
  };
  return {
    json: async (path, body, isAnswer) => {
      const init: RequestInit =
        body === undefined
          ? { method: "GET" }
          : { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
      return readAs(await request(path, init), isAnswer);
    },
    upload: async (path, bytes, isAnswer) => {
      const headers = { "Content-Type": "application/octet-stream" };
      // A Blob would bring its own content type along.
      const body = bytes instanceof Blob ? await bytes.arrayBuffer() : bytes;
      return readAs(await request(path, { method: "POST", body, headers }), isAnswer);
    },
    file: async (path) => {
      const response = await request(path, { method: "GET" });
      if (!response.ok) return response;
      const disposition = response.value.headers.get("Content-Disposition") ?? "";
      return ok({ name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? null, content: await response.value.blob() });
    },
    stream: async (signal) => {
      const response = await request("events", { method: "GET", signal });
      if (!response.ok) return response;
      return response.value.body === null ? err(strangeAnswer(response.value.status)) : ok(response.value.body);
    },
  };
}

/** True for a plain JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function problemOf(response: Response): Promise<CallProblem> {
  const body = await readJson(response);
  if (!isObject(body) || typeof body["title"] !== "string") return strangeAnswer(response.status);
  const error = body["error"];
  return {
    type: "CallProblem",
    status: response.status,
    sentence: body["title"],
    mend: typeof body["detail"] === "string" ? body["detail"] : "",
    error: isNamed(error) ? error : { type: String(body["type"]) },
    fileId: typeof body["fileId"] === "string" ? body["fileId"] : null,
  };
}

function isNamed(value: unknown): value is NamedError {
  return isObject(value) && typeof value["type"] === "string";
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function unreachable(): CallProblem {
  return {
    type: "CallProblem",
    status: 0,
    sentence: "The gutskin program on this computer does not answer.",
    mend: "Start it again with `gutskin` in the terminal; nothing that was saved is lost.",
    error: { type: "StoreUnreachable" },
    fileId: null,
  };
}

function strangeAnswer(status: number): CallProblem {
  return {
    type: "CallProblem",
    status,
    sentence: "The gutskin program answered in a way that this page does not understand.",
    mend: "Reload the page: it may be older than the program.",
    error: { type: "StoreUnreachable" },
    fileId: null,
  };
}
