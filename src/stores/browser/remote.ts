/**
 * How does the page reach the journal of this machine?
 *
 * The port `JournalStore` over the same-origin local server (calls: stores/node/serve-store.ts), so that terminal and
 * screen see one file, plus the import calls and the stream that tells of changes by other processes. Every call shows
 * the page's secret (secret.ts); nothing is kept here. The server checked every entry against its schema when it was
 * written, so answers are checked for shape at the surface only: cheap enough for ten years of entries at once.
 */
import { isDay } from "../../base/day.ts";
import { err, ok, type NamedError, type Result } from "../../base/result.ts";
import { entryKinds } from "../../journal/entry-schema.ts";
import type {
  AppendReceipt,
  EntryView,
  JournalInfo,
  JournalStore,
  ReceiveReceipt,
  StoreError,
  VersionVector,
} from "../../journal/store.ts";
import { createCaller, isObject, type CallProblem } from "./remote-call.ts";
import { watchRevision } from "./watch-revision.ts";

export interface RemoteOptions<Preview> {
  /** Origin of the server: "http://127.0.0.1:4810"; empty for the page's own. */
  readonly baseUrl: string;
  /** 64 hex from `pair`. */
  readonly secret: string;
  /** Recognises an import preview (stores do not know importers). */
  readonly isPreview: (value: unknown) => value is Preview;
  /** The platform's `fetch`; another one in tests. */
  readonly fetch?: typeof globalThis.fetch;
}

/** An import call that did not work, worded by the server. */
export interface ImportRefused {
  readonly type: "ImportRefused";
  readonly sentence: string;
  readonly mend: string;
  /** The named error itself: a `FileProblem`, a store error ... */
  readonly error: NamedError;
  /** Set when the file waits at the server and another mapping may help. */
  readonly fileId: string | null;
}

export interface CommitReceipt {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Empty when nothing was written. */
  readonly receiptId: string;
}

export interface RemoteJournal<Preview, Mapping> extends JournalStore {
  readonly importFile: (
    name: string,
    bytes: Uint8Array<ArrayBuffer> | Blob,
  ) => Promise<Result<{ readonly fileId: string; readonly preview: Preview }, ImportRefused>>;
  readonly previewMapping: (fileId: string, mapping?: Mapping) => Promise<Result<Preview, ImportRefused>>;
  readonly commitImport: (
    fileId: string,
    options?: { readonly mapping?: Mapping; readonly acceptPartial?: boolean },
  ) => Promise<Result<CommitReceipt, ImportRefused>>;
  /** The bytes of an export with their file name. */
  readonly exportFile: (
    what: "journal.json" | "daily.csv" | "clinic-fhir.json",
  ) => Promise<Result<{ readonly name: string; readonly content: Blob }, ImportRefused>>;
  /** Calls back with the revision now and whenever the journal changed; gives the function that stops it. Reconnects by itself. */
  readonly watch: (onRevision: (revision: string) => void) => () => void;
}

/** Bytes of ops sent in one call; the server takes 10 MB of JSON, base64 grows by a third. */
const OPS_BYTES_AT_ONCE = 4 * 1024 * 1024;

/** Opens the journal of the local server. Does no request yet. */
export function connectRemote<Preview, Mapping>(options: RemoteOptions<Preview>): RemoteJournal<Preview, Mapping> {
  const caller = createCaller(options);
  const storeCall = async <T>(
    path: string,
    body: unknown,
    isAnswer: (value: unknown) => value is T,
  ): Promise<Result<T, StoreError>> => {
    const answer = await caller.json(path, body, isAnswer);
    return answer.ok ? answer : err(toStoreError(answer.error));
  };
  const importCall = async <T>(
    path: string,
    body: unknown,
    isAnswer: (value: unknown) => value is T,
  ): Promise<Result<T, ImportRefused>> => {
    const answer = await caller.json(path, body, isAnswer);
    return answer.ok ? answer : err(toImportRefused(answer.error));
  };
  const isUploaded = (value: unknown): value is { readonly fileId: string; readonly preview: Preview } =>
    isObject(value) && typeof value["fileId"] === "string" && options.isPreview(value["preview"]);
  const isPreviewed = (value: unknown): value is { readonly preview: Preview } =>
    isObject(value) && options.isPreview(value["preview"]);

  return {
    info: () => storeCall("info", undefined, isInfo),
    append: (drafts, requestId) =>
      storeCall("append", { drafts, requestId: requestId ?? crypto.randomUUID() }, isAppendReceipt),
    entries: async (query) => {
      const answer = await storeCall("entries", query, isEntriesAnswer);
      return answer.ok ? ok(answer.value.entries) : answer;
    },
    vector: async () => {
      const answer = await storeCall("vector", undefined, isVectorAnswer);
      return answer.ok ? ok(answer.value.vector) : answer;
    },
    exportOps: async () => {
      const answer = await storeCall("ops", undefined, isOpsAnswer);
      return answer.ok ? ok(answer.value.ops.map(fromBase64)) : answer;
    },
    receiveOps: async (ops, receiveOptions = {}) => {
      // Union is idempotent, so a transfer that breaks off between two calls is simply begun again.
      let sum: ReceiveReceipt = { added: 0, already: 0, waiting: 0, quarantined: 0 };
      for (const part of inParts(ops)) {
        const receipt = await storeCall("ops", { ops: part.map(toBase64), ...receiveOptions }, isReceiveReceipt);
        if (!receipt.ok) return receipt;
        sum = addReceipts(sum, receipt.value);
      }
      return ok(sum);
    },
    close: () => Promise.resolve(),
    importFile: async (name, bytes) => {
      const answer = await caller.upload(`import/file?name=${encodeURIComponent(name)}`, bytes, isUploaded);
      return answer.ok ? answer : err(toImportRefused(answer.error));
    },
    previewMapping: async (fileId, mapping) => {
      const answer = await importCall(
        "import/preview",
        { fileId, ...(mapping === undefined ? {} : { mapping }) },
        isPreviewed,
      );
      return answer.ok ? ok(answer.value.preview) : answer;
    },
    commitImport: (fileId, commitOptions = {}) =>
      importCall("import/commit", { fileId, ...commitOptions }, isCommitReceipt),
    exportFile: async (what) => {
      const answer = await caller.file(`export/${what}`);
      return answer.ok
        ? ok({ name: answer.value.name ?? what, content: answer.value.content })
        : err(toImportRefused(answer.error));
    },
    watch: (onRevision) => watchRevision(caller.stream, onRevision),
  };
}

/** Trades the start token from the page's address for the page's own secret (64 hex). */
export async function pair(
  token: string,
  options: { readonly baseUrl: string; readonly fetch?: typeof globalThis.fetch },
): Promise<Result<string, ImportRefused>> {
  const caller = createCaller({ ...options, secret: null });
  const isSecret = (value: unknown): value is { readonly secret: string } =>
    isObject(value) && typeof value["secret"] === "string" && /^[0-9a-f]{64}$/.test(value["secret"]);
  const answer = await caller.json("pair", { token }, isSecret);
  return answer.ok ? ok(answer.value.secret) : err(toImportRefused(answer.error));
}

const STORE_ERRORS: readonly StoreError["type"][] = [
  "StoreMissing",
  "StoreReadOnly",
  "StoreLocked",
  "StoreNotAJournal",
  "StoreNewer",
  "StoreUnsupportedPlatform",
  "StoreDamaged",
  "DiskFull",
  "StoreUnreachable",
  "EntryRefused",
  "JournalForeign",
  "ExportUnreadable",
];

function toStoreError(problem: CallProblem): StoreError {
  if (isStoreError(problem.error)) return problem.error;
  return { type: "StoreUnreachable", detail: problem.error.type };
}

function isStoreError(error: NamedError): error is StoreError {
  return STORE_ERRORS.some((type) => type === error.type);
}

function toImportRefused(problem: CallProblem): ImportRefused {
  const { sentence, mend, error, fileId } = problem;
  return { type: "ImportRefused", sentence, mend, error, fileId };
}

function isInfo(value: unknown): value is JournalInfo {
  return isObject(value) && typeof value["revision"] === "string" && typeof value["entryCount"] === "number";
}

function isAppendReceipt(value: unknown): value is AppendReceipt {
  return isObject(value) && isTexts(value["ids"]) && typeof value["opsWritten"] === "number";
}

function isEntriesAnswer(value: unknown): value is { readonly entries: readonly EntryView[] } {
  return isObject(value) && Array.isArray(value["entries"]) && value["entries"].every(isView);
}

function isView(value: unknown): value is EntryView {
  if (!isObject(value) || typeof value["id"] !== "string" || !isTexts(value["heads"])) return false;
  const entry = value["entry"];
  if (!isObject(entry) || typeof entry["day"] !== "string") return false;
  return isDay(entry["day"]) && entryKinds.some((kind) => kind === entry["kind"]);
}

function isVectorAnswer(value: unknown): value is { readonly vector: VersionVector } {
  return isObject(value) && isObject(value["vector"]) && Object.values(value["vector"]).every(Number.isSafeInteger);
}

function isOpsAnswer(value: unknown): value is { readonly ops: readonly string[] } {
  return isObject(value) && isTexts(value["ops"]);
}

function isReceiveReceipt(value: unknown): value is ReceiveReceipt {
  return isObject(value) && typeof value["added"] === "number" && typeof value["quarantined"] === "number";
}

function isCommitReceipt(value: unknown): value is CommitReceipt {
  return isObject(value) && typeof value["added"] === "number" && typeof value["receiptId"] === "string";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function addReceipts(a: ReceiveReceipt, b: ReceiveReceipt): ReceiveReceipt {
  return {
    added: a.added + b.added,
    already: a.already + b.already,
    waiting: a.waiting + b.waiting,
    quarantined: a.quarantined + b.quarantined,
  };
}

function* inParts(ops: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  let part: Uint8Array[] = [];
  let size = 0;
  for (const op of ops) {
    if (size + op.byteLength > OPS_BYTES_AT_ONCE && part.length > 0) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(op);
    size += op.byteLength;
  }
  yield part;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
