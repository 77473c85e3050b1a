/**
 * How does the page bring a file into the journal of this machine?
 *
 * `POST import/file` takes the raw bytes, keeps them in memory (uploads.ts) and answers with a preview; `import/preview`
 * looks again with another column mapping; `import/commit` writes in one transaction. The same plan as in the terminal.
 */
import { commitImport, isPartial, planImport, type ImportPlan } from "../import-plan.ts";
import {
  columnMappingSchema,
  dayToNumber,
  err,
  ok,
  previewImport,
  type DateOrder,
  type FileProblem,
  type ImportOptions,
  type JournalStore,
  type NamedError,
  type Result,
  type SchemaMismatch,
  type StoreError,
} from "../../lib/index.ts";
import { dataResponse, statusOfStoreError } from "../../stores/node/serve-store.ts";
import { readBytes, readJson } from "../../stores/node/read-body.ts";
import { sha256 } from "../sha256.ts";
import type { Now } from "../world.ts";
import { FILE_BODY_LIMIT, JSON_BODY_LIMIT } from "./guard.ts";
import type { CallHandler } from "./http-app.ts";
import type { Upload, Uploads } from "./uploads.ts";

export interface ImportCallParts {
  readonly store: JournalStore;
  readonly uploads: Uploads;
  readonly now: () => Now;
  readonly problem: (error: NamedError, status: number, more?: Readonly<Record<string, unknown>>) => Response;
  /** Called after a commit, so that other pages look. */
  readonly onCommitted: () => void;
}

/** What the person said about the columns. */
type ToldOptions = Pick<ImportOptions, "mapping" | "dateOrder" | "decimal">;

interface ImportRequest {
  readonly fileId: string;
  readonly told: ToldOptions;
  readonly acceptPartial: boolean;
}

/** Builds the handler of the three import calls. */
export function createImportCalls(parts: ImportCallParts): CallHandler {
  return async (call, request) => {
    if (request.method !== "POST") return null;
    switch (call) {
      case "import/file":
        return takeFile(parts, request);
      case "import/preview":
        return withUpload(parts, request, async (plan) => Promise.resolve(dataResponse({ preview: plan.document })));
      case "import/commit":
        return withUpload(parts, request, (plan, asked) => commit(parts, plan, asked));
      default:
        return null;
    }
  };
}

async function takeFile(parts: ImportCallParts, request: Request): Promise<Response> {
  const bytes = await readBytes(request, FILE_BODY_LIMIT);
  if (!bytes.ok) return parts.problem(bytes.error, bytes.error.type === "BodyTooLarge" ? 413 : 400);
  const name = (new URL(request.url).searchParams.get("name") ?? "file").split(/[\\/]/).pop() ?? "file";
  const upload: Upload = { name: name.slice(0, 200) || "file", bytes: bytes.value };
  // Kept also when it cannot be read as it is: a mapping (date order, decimal mark) may make it readable.
  const fileId = parts.uploads.keep(upload);
  const plan = await planUpload(parts, upload, {});
  if (!plan.ok) return importProblem(parts, plan.error, { fileId });
  return dataResponse({ fileId, preview: plan.value.document });
}

async function withUpload(
  parts: ImportCallParts,
  request: Request,
  go: (plan: ImportPlan, asked: ImportRequest) => Promise<Response>,
): Promise<Response> {
  const body = await readJson(request, JSON_BODY_LIMIT);
  if (!body.ok) return parts.problem(body.error, body.error.type === "BodyTooLarge" ? 413 : 400);
  const asked = readImportRequest(body.value);
  if (!asked.ok) return parts.problem(asked.error, 422);
  const upload = parts.uploads.find(asked.value.fileId);
  if (upload === null) return parts.problem({ type: "UploadUnknown" }, 404);
  const plan = await planUpload(parts, upload, asked.value.told);
  return plan.ok ? go(plan.value, asked.value) : importProblem(parts, plan.error, {});
}

async function commit(parts: ImportCallParts, plan: ImportPlan, asked: ImportRequest): Promise<Response> {
  if (isPartial(plan) && !asked.acceptPartial) return parts.problem({ type: "PartialFile" }, 409);
  const outcome = await commitImport(parts.store, plan, parts.now());
  if (!outcome.ok) return importProblem(parts, outcome.error, {});
  parts.uploads.forget(asked.fileId);
  parts.onCommitted();
  return dataResponse(outcome.value);
}

async function planUpload(
  parts: ImportCallParts,
  upload: Upload,
  told: ToldOptions,
): Promise<Result<ImportPlan, FileProblem | StoreError>> {
  const info = await parts.store.info();
  if (!info.ok) return info;
  const preview = previewImport(upload, {
    person: info.value.person,
    sha256,
    lastBelievableDayNumber: dayToNumber(parts.now().day) + 1,
    ...told,
  });
  return preview.ok ? planImport(parts.store, preview.value) : preview;
}

function importProblem(
  parts: ImportCallParts,
  error: FileProblem | StoreError,
  more: Readonly<Record<string, unknown>>,
): Response {
  return parts.problem(error, "line" in error && "file" in error ? 422 : statusOfStoreError(error), more);
}

function readImportRequest(body: unknown): Result<ImportRequest, SchemaMismatch> {
  const refuse = (path: string, message: string): Result<ImportRequest, SchemaMismatch> =>
    err({ type: "SchemaMismatch", what: "import request", issues: [{ path, message }] });
  if (typeof body !== "object" || body === null) return refuse("", "an object is needed");
  const known = ["fileId", "mapping", "dateOrder", "decimal", "acceptPartial"];
  const strange = Object.keys(body).find((key) => !known.includes(key));
  if (strange !== undefined) return refuse(strange.slice(0, 60), "unknown key");
  const { fileId, mapping, dateOrder, decimal, acceptPartial = false }: Readonly<Record<string, unknown>> = { ...body };
  if (typeof fileId !== "string") return refuse("fileId", "a text is needed");
  if (typeof acceptPartial !== "boolean") return refuse("acceptPartial", "true or false is needed");
  if (dateOrder !== undefined && !isDateOrder(dateOrder)) return refuse("dateOrder", "ymd, dmy or mdy is needed");
  if (decimal !== undefined && !isDecimal(decimal)) return refuse("decimal", ". or , is needed");
  const told = { ...(dateOrder === undefined ? {} : { dateOrder }), ...(decimal === undefined ? {} : { decimal }) };
  if (mapping === undefined) return ok({ fileId, acceptPartial, told });
  const checked = columnMappingSchema.check(mapping);
  return checked.ok ? ok({ fileId, acceptPartial, told: { ...told, mapping: checked.value } }) : checked;
}

function isDateOrder(value: unknown): value is DateOrder {
  return value === "ymd" || value === "dmy" || value === "mdy";
}

function isDecimal(value: unknown): value is "." | "," {
  return value === "." || value === ",";
}
