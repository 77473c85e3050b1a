/**
 * How does the preview of an import look in the terminal?
 *
 * What was left out comes first, with line, reason and mend; then what was decided without proof, where each column goes,
 * and what the journal would gain. The sentences are those of insights; here is only their order.
 */
import {
  skipCodeWords,
  wordAssumption,
  wordIgnored,
  wordSkip,
  type ColumnTarget,
  type ImportPreviewDocument,
  type Skip,
} from "../lib/index.ts";
import type { ImportOutcome } from "./import-plan.ts";
import { safeText, tableLines, wrapText } from "./terminal/table.ts";

/** Skipped places that are listed one by one; all of them are in `--json`. */
const LISTED_SKIPS = 12;

/** The preview as text. */
export function previewText(preview: ImportPreviewDocument, columns: number): string {
  const width = Math.max(60, Math.min(columns, 110));
  const blocks: (readonly string[])[] = [
    [`${safeText(preview.file)}: ${preview.format}${daysOf(preview)}`],
    skipLines(preview.skipped, width),
    titled("Left out by rule", preview.ignored.map(wordIgnored), width),
    titled("Decided without being told", preview.assumptions.map(wordAssumption), width),
    columnLines(preview, width),
    titled(
      "Columns that go nowhere",
      preview.unmapped.map((column) => `${safeText(column.column)} (${String(column.filled)} values)`),
      width,
    ),
    exampleLines(preview, width),
    countLines(preview),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

/** What a commit did. */
export function outcomeText(outcome: ImportOutcome): string {
  const { added, changed, unchanged, receiptId } = outcome;
  if (added + changed + unchanged === 0) return "There was nothing to store.\n";
  if (added + changed === 0) return `Nothing new: all ${String(unchanged)} entries are in the journal already.\n`;
  const lines = [`Stored: ${String(added)} new, ${String(changed)} changed; ${String(unchanged)} were already there.`];
  if (receiptId !== "") lines.push(`To take it back: gutskin import --undo ${receiptId}`);
  return `${lines.join("\n")}\n`;
}

function daysOf(preview: ImportPreviewDocument): string {
  if (preview.firstDay === null || preview.lastDay === null) return "";
  return `, ${preview.firstDay} to ${preview.lastDay}`;
}

function skipLines(skipped: readonly Skip[], width: number): readonly string[] {
  if (skipped.length === 0) return [];
  const counts = new Map<Skip["code"], number>();
  for (const skip of skipped) counts.set(skip.code, (counts.get(skip.code) ?? 0) + 1);
  const byReason = [...counts].map(([code, count]) => `${String(count)} ${skipCodeWords(code)}`).join("; ");
  const listed = skipped.slice(0, LISTED_SKIPS).flatMap((skip) => {
    const { sentence, mend } = wordSkip(skip);
    return wrapText(`- ${sentence} ${mend}`, width, "  ");
  });
  const more = skipped.length - LISTED_SKIPS;
  return [
    ...wrapText(`Left out: ${byReason}.`, width),
    ...listed,
    ...(more > 0 ? [`  and ${String(more)} more (all of them with --json)`] : []),
  ];
}

function columnLines(preview: ImportPreviewDocument, width: number): readonly string[] {
  const mapping = preview.mapping;
  if (mapping === undefined) return [];
  const filled = new Map((preview.proposals ?? []).map((proposal) => [proposal.header, proposal.filled]));
  const rows = Object.entries(mapping.columns).map(([header, target]) => [
    safeText(header),
    String(filled.get(header) ?? ""),
    targetText(target),
  ]);
  const titles = [{ title: "column" }, { title: "values", align: "right" as const }, { title: "goes to" }];
  return tableLines(titles, [[safeText(mapping.dateColumn), "", `the day (${mapping.dateOrder})`], ...rows], width);
}

function targetText(target: ColumnTarget): string {
  switch (target.to) {
    case "variable":
      return target.id;
    case "custom":
      return `${safeText(target.label)}, a new measure (${target.role}${target.unit === "" ? "" : `, ${safeText(target.unit)}`})`;
    case "note":
      return "a note";
    case "ignore":
      return "nowhere";
  }
}

function exampleLines(preview: ImportPreviewDocument, width: number): readonly string[] {
  if (preview.examples.length === 0) return [];
  const rows = preview.examples.map((example) => [example.day, safeText(example.what), safeText(example.value)]);
  return ["First entries", ...tableLines([{ title: "day" }, { title: "what" }, { title: "value" }], rows, width)];
}

function countLines(preview: ImportPreviewDocument): readonly string[] {
  return [
    `Rows: ${String(preview.rowsRead)} read, ${String(preview.rowsUsed)} used, ${String(preview.rowsSkipped)} left out.`,
    `Entries: ${String(preview.newEntries)} new, ${String(preview.changedEntries)} changed, ` +
      `${String(preview.unchangedEntries)} already there.`,
  ];
}

function titled(title: string, lines: readonly string[], width: number): readonly string[] {
  if (lines.length === 0) return [];
  return [title, ...lines.flatMap((line) => wrapText(`- ${line}`, width, "  "))];
}
