/**
 * What does *Learn* show, and under which addresses?
 *
 * The matrix is made once. Every record can be reached: in the cell of its pair, or on the page of its lever where it speaks of no skin
 * condition (risks, steps in between); a test counts them.
 */
import {
  evidenceLevers,
  evidenceMatrix,
  evidenceRecords,
  leverByCode,
  type EvidenceCell,
  type EvidenceMatrix,
  type EvidenceRecord,
} from "../../../lib/index.ts";
import { routeHash } from "../../shell/route.ts";

export type Way = "to-skin" | "from-skin";

/** What an address under #/learn names. */
export type LearnPage =
  | { readonly page: "overview"; readonly way: Way; readonly isUnknown: boolean }
  | { readonly page: "lever"; readonly code: string }
  | { readonly page: "cell"; readonly cell: EvidenceCell; readonly way: Way };

let made: EvidenceMatrix | null = null;

/** The matrix over all records. */
export function knownMatrix(): EvidenceMatrix {
  made ??= evidenceMatrix(evidenceRecords());
  return made;
}

/** Reads the part of the address after #/learn/. */
export function learnPage(first: string = "to-skin", second: string | null = null): LearnPage {
  if (second === null && (first === "to-skin" || first === "from-skin")) {
    return { page: "overview", way: first, isUnknown: false };
  }
  if (second === null && leverByCode(first) !== null) return { page: "lever", code: first };
  const { toSkin, fromSkin } = knownMatrix();
  const isPair = (cell: EvidenceCell): boolean => cell.from === first && cell.to === second;
  const there = toSkin.find(isPair);
  if (there) return { page: "cell", cell: there, way: "to-skin" };
  const back = fromSkin.find(isPair);
  if (back) return { page: "cell", cell: back, way: "from-skin" };
  return { page: "overview", way: "to-skin", isUnknown: true };
}

/** Address of a cell, of a lever, or of one direction. */
export function learnHash(detail: string, within: string | null = null): string {
  return routeHash({ screen: "learn", detail, within });
}

/** The records with these ids, in their order. */
export function recordsOf(ids: readonly string[]): readonly EvidenceRecord[] {
  const byId = new Map(evidenceRecords().map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Cells of a lever with records, both ways; the others are named as empty. */
export function cellsOf(code: string): readonly EvidenceCell[] {
  const { toSkin, fromSkin } = knownMatrix();
  return [...toSkin, ...fromSkin].filter((cell) => cell.from === code);
}

/** Records of a lever that stand in none of its cells. */
export function recordsBeside(code: string): readonly EvidenceRecord[] {
  const inCells = new Set(cellsOf(code).flatMap((cell) => cell.records));
  return evidenceRecords().filter((record) => record.lever.groups.includes(code) && !inCells.has(record.id));
}

/** Where a record is read: its cell, else the page of its lever. */
export function placeOfRecord(record: EvidenceRecord): string {
  const { toSkin, fromSkin } = knownMatrix();
  const cell = [...toSkin, ...fromSkin].find((one) => one.records.includes(record.id));
  return cell ? learnHash(cell.from, cell.to) : learnHash(record.lever.groups[0] ?? "");
}

/** How many records stand in the cells of one direction. */
export function recordCount(way: Way): number {
  const cells = way === "to-skin" ? knownMatrix().toSkin : knownMatrix().fromSkin;
  return new Set(cells.flatMap((cell) => cell.records)).size;
}

/** True for something that one does, eats or takes. */
export function isAction(code: string): boolean {
  return evidenceLevers.some((lever) => lever.code === code && lever.sort === "action");
}
