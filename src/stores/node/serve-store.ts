/**
 * How does a page reach the journal of this machine over HTTP?
 *
 * The store part of the local API as a plain `Request -> Promise<Response>`: info, append, entries, events, and the
 * op calls (vector, ops) with which a replica is read or united whole. Who may ask is decided before (cli/server); the
 * other end is stores/browser/remote.ts. Every body passes a schema; every failure becomes `application/problem+json`
 * through `problem`, which the front door words.
 */
import { err, ok, type NamedError, type Result } from "../../base/result.ts";
import type { SchemaMismatch } from "../../base/schema.ts";
import type { JournalStore, StoreError } from "../../journal/store.ts";
import { createEventSource } from "./event-stream.ts";
import { readJson, type BodyProblem } from "./read-body.ts";
import { readAppendRequest, readEntryQuery, readOpsRequest } from "./store-requests.ts";

export interface StoreHandlerOptions {
  readonly store: JournalStore;
  /** Makes the answer for a failure: status, words, named error. */
  readonly problem: (error: NamedError, status: number) => Response;
  /** Largest JSON body, bytes. */
  readonly bodyLimit: number;
  /** A quicker way to the revision than `info()`, if the store has one. */
  readonly revision?: () => string;
  /** Calls back after any process wrote, if the store can tell. */
  readonly watch?: (changed: () => void) => () => void;
  readonly beatMilliseconds?: number;
}

export interface StoreHandler {
  /** Answers `GET info`, `POST append` ...; null when the call is not one of the store. */
  readonly answer: (call: string, request: Request) => Promise<Response | null>;
  /** Tells listening pages to look (after a write that went past this handler). */
  readonly nudge: () => void;
  /** Ends the event streams; the store stays open. */
  readonly close: () => void;
}

/** Opens the handler over a store. */
export function createStoreHandler(options: StoreHandlerOptions): StoreHandler {
  const { store, problem } = options;
  const quick = options.revision;
  const revision = async (): Promise<string | null> => {
    if (quick !== undefined) return quick() || null;
    const info = await store.info();
    return info.ok ? info.value.revision : null;
  };
  const watching = options.watch === undefined ? { revision } : { revision, watch: options.watch };
  const events = createEventSource(watching, options.beatMilliseconds);

  const reply = <T>(result: Result<T, StoreError>, shape: (value: T) => unknown): Response =>
    result.ok ? dataResponse(shape(result.value)) : problem(result.error, statusOfStoreError(result.error));
  const checked = async <T>(
    request: Request,
    check: (value: unknown) => Result<T, SchemaMismatch>,
    go: (value: T) => Promise<Response>,
  ): Promise<Response> => {
    const body: Result<unknown, BodyProblem> = await readJson(request, options.bodyLimit);
    if (!body.ok) return problem(body.error, body.error.type === "BodyTooLarge" ? 413 : 400);
    const value = check(body.value);
    return value.ok ? go(value.value) : problem(value.error, 422);
  };

  const answer = async (call: string, request: Request): Promise<Response | null> => {
    switch (`${request.method} ${call}`) {
      case "GET info":
        return reply(await store.info(), (info) => info);
      case "POST append":
        return checked(request, readAppendRequest, async ({ drafts, requestId }) => {
          const receipt = await store.append(drafts, requestId);
          events.nudge();
          return reply(receipt, (value) => value);
        });
      case "POST entries":
        return checked(request, readEntryQuery, async (query) =>
          reply(await store.entries(query), (entries) => ({ entries })),
        );
      case "GET vector":
        return reply(await store.vector(), (vector) => ({ vector }));
      case "GET ops":
        return reply(await store.exportOps(), (ops) => ({ ops: ops.map((op) => Buffer.from(op).toString("base64")) }));
      case "POST ops":
        return checked(request, readOpsRequest, async ({ ops, adoptPerson }) => {
          const bytes = opsFromBase64(ops);
          if (!bytes.ok) return problem(bytes.error, 400);
          const receipt = await store.receiveOps(bytes.value, adoptPerson === undefined ? {} : { adoptPerson });
          events.nudge();
          return reply(receipt, (value) => value);
        });
      case "GET events":
        return events.open();
      default:
        return null;
    }
  };
  return { answer, nudge: events.nudge, close: events.close };
}

/** A JSON answer that no cache may keep. */
export function dataResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}

/** 422 what the person can mend in the request, 503 what may pass, 507 disk full, 409 another journal, 500 damage. */
export function statusOfStoreError(error: StoreError): number {
  switch (error.type) {
    case "EntryRefused":
    case "ExportUnreadable":
      return 422;
    case "JournalForeign":
      return 409;
    case "DiskFull":
      return 507;
    case "StoreDamaged":
    case "StoreNotAJournal":
    case "StoreNewer":
    case "StoreUnsupportedPlatform":
      return 500;
    case "StoreLocked":
    case "StoreMissing":
    case "StoreReadOnly":
    case "StoreUnreachable":
      return 503;
  }
}

function opsFromBase64(texts: readonly string[]): Result<readonly Uint8Array[], BodyProblem> {
  const ops: Uint8Array[] = [];
  for (const text of texts) {
    // Buffer reads base64 leniently; only text that comes out the same again is what the sender meant.
    const bytes = Buffer.from(text, "base64");
    if (bytes.toString("base64") !== text) return err({ type: "BodyUnreadable", detail: "op is not base64" });
    ops.push(new Uint8Array(bytes));
  }
  return ok(ops);
}
