/**
 * What do page and worker say to each other?
 *
 * Page: one task. Worker: any number of progress notes and, of an analysis, at most one quick first look (`preview`); then one
 * result or one named error, or a fault of ours. Stopping is the page's `terminate()`, which the worker hears between two slices
 * of work. Both sides check the kind of each message; the contents of a table or a document were made by the same build of the
 * same program on the same machine.
 */
import type { NamedError } from "../base/result.ts";
import {
  isDay,
  type AnalysisDocument,
  type DailyTable,
  type DemoTruth,
  type Entry,
  type SafetyFacts,
  type SkinCondition,
} from "../lib/index.ts";

export interface AnalyseTask {
  readonly task: "analyse";
  readonly table: DailyTable;
  /** What the safety rules look at: the worker asks them itself, because an answer of theirs cannot be sent. */
  readonly facts: SafetyFacts;
  /** What trials found about these is weighed in. */
  readonly conditions: readonly SkinCondition[];
  readonly seed: number;
  /** How days without an entry are taken. */
  readonly missingOutcomes: AnalysisDocument["missingDays"];
}

export type WorkerTask =
  | { readonly task: "table"; readonly entries: readonly Entry[] }
  | { readonly task: "demo"; readonly seed: number }
  | AnalyseTask;

export interface WorkerProgress {
  readonly kind: "progress";
  /** 0-1. */
  readonly fraction: number;
  /** Name of the outcome that is worked on. */
  readonly outcome: string;
}

/** A quick first look, flagged `preview`; the full answer replaces it. */
export interface WorkerPreview {
  readonly kind: "preview";
  readonly document: AnalysisDocument;
}

/** What ends a task. */
export type WorkerEnd =
  | { readonly kind: "table"; readonly table: DailyTable; readonly truth: readonly DemoTruth[] }
  | { readonly kind: "document"; readonly document: AnalysisDocument }
  | { readonly kind: "error"; readonly error: NamedError }
  | { readonly kind: "fault"; readonly text: string };

export type WorkerReply = WorkerProgress | WorkerPreview | WorkerEnd;

/** True for a task as the page sends it. */
export function isWorkerTask(value: unknown): value is WorkerTask {
  if (!isRecord(value)) return false;
  if (value["task"] === "table") return Array.isArray(value["entries"]);
  if (value["task"] === "demo") return typeof value["seed"] === "number";
  return (
    value["task"] === "analyse" &&
    isTableShaped(value["table"]) &&
    areFactsShaped(value["facts"]) &&
    Array.isArray(value["conditions"]) &&
    typeof value["seed"] === "number" &&
    (value["missingOutcomes"] === "ignorable" || value["missingOutcomes"] === "worse-days")
  );
}

/** True for a reply as the worker sends it. */
export function isWorkerReply(value: unknown): value is WorkerReply {
  if (!isRecord(value)) return false;
  switch (value["kind"]) {
    case "progress":
      return typeof value["fraction"] === "number" && typeof value["outcome"] === "string";
    case "table":
      return isTableShaped(value["table"]) && Array.isArray(value["truth"]);
    case "document":
      return isDocumentShaped(value["document"], false);
    case "preview":
      return isDocumentShaped(value["document"], true);
    case "error":
      return isRecord(value["error"]) && typeof value["error"]["type"] === "string";
    case "fault":
      return typeof value["text"] === "string";
    default:
      return false;
  }
}

function isDocumentShaped(value: unknown, isPreview: boolean): boolean {
  return isRecord(value) && value["schema"] === "gutskin.analysis/1" && value["preview"] === isPreview;
}

function areFactsShaped(value: unknown): boolean {
  return isRecord(value) && typeof value["today"] === "string" && isDay(value["today"]) && isRecord(value["answers"]);
}

function isTableShaped(value: unknown): boolean {
  return isRecord(value) && typeof value["dayCount"] === "number" && Array.isArray(value["columns"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
