/**
 * How does the page take everything out?
 *
 * `GET export/journal.json` is the lossless file, `GET export/daily.csv` the daily table that the engine sees, `GET export/clinic-fhir.json` a FHIR R4 bundle without
 * the free notes. Each comes as a download with the bytes that `gutskin export` writes.
 */
import type { Day, JournalStore, NamedError } from "../../lib/index.ts";
import { statusOfStoreError } from "../../stores/node/serve-store.ts";
import { exportText, type ExportKind } from "../export-text.ts";
import type { CallHandler } from "./http-app.ts";

export interface ExportCallParts {
  readonly store: JournalStore;
  /** The person's day now. */
  readonly today: () => Day;
  readonly problem: (error: NamedError, status: number) => Response;
}

interface Download {
  readonly kind: ExportKind;
  readonly name: string;
  readonly type: string;
}

// A Map, because a call may be named like a member of every object ("toString").
const DOWNLOADS: ReadonlyMap<string, Download> = new Map([
  ["export/journal.json", { kind: "json", name: "gutskin-journal.json", type: "application/json" }],
  ["export/daily.csv", { kind: "csv", name: "gutskin-daily.csv", type: "text/csv; charset=utf-8" }],
  ["export/clinic-fhir.json", { kind: "fhir", name: "gutskin-clinic-fhir.json", type: "application/fhir+json" }],
]);

/** Builds the handler of the export calls. */
export function createExportCalls(parts: ExportCallParts): CallHandler {
  return async (call, request) => {
    const wanted = DOWNLOADS.get(call);
    if (wanted === undefined || request.method !== "GET") return null;
    const text = await exportText(parts.store, wanted.kind, { today: parts.today() });
    if (!text.ok) return parts.problem(text.error, statusOfStoreError(text.error));
    return new Response(text.value, {
      headers: {
        "Content-Type": wanted.type,
        "Content-Disposition": `attachment; filename="${wanted.name}"`,
        "Cache-Control": "no-store",
      },
    });
  };
}
