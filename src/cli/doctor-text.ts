/**
 * How does the doctor's finding look in the terminal?
 *
 * One line per check, what is affected, and the way out. What the doctor looks at is described in stores/node/doctor.ts.
 */
import type { JournalExamination, JournalRebuild } from "../stores/node/doctor.ts";
import { safeText, tableLines, wrapText } from "./terminal/table.ts";

/** The finding as text. */
export function examinationText(found: JournalExamination, rebuild: JournalRebuild | null, columns: number): string {
  const { integrity, hashFailures, columnFailures, chainBreaks, gaps, derived, unread } = found;
  const sameViews = derived.stored === derived.rebuilt && derived.differing.length === 0;
  const rows = [
    check("the file is a whole database", integrity),
    check("every record has the bytes that were written", hashFailures),
    check("every record stands in its place", columnFailures),
    check("every record follows the one before it", chainBreaks),
    check("no record is missing in between", gaps),
    check("the views are what the log says", sameViews ? [] : derived.differing, sameViews),
    check("every part could be read", unread),
  ];
  const lines = [
    `${safeText(found.place)}: ${found.sound ? "sound" : "damage found"}`,
    `${String(found.opCount)} records from ${String(found.deviceCount)} ${found.deviceCount === 1 ? "device" : "devices"}`,
    "",
    ...tableLines([{ title: "check" }, { title: "" }, { title: "where" }], rows, columns),
  ];
  const aside = Object.entries(found.setAside);
  if (aside.length > 0) {
    const counts = aside.map(([reason, count]) => `${String(count)} ${reason}`).join(", ");
    lines.push("", ...wrapText(`Set aside and kept: ${counts}. They are tried again after an update.`, columns));
  }
  if (rebuild !== null) {
    lines.push("", `Views made anew: ${String(rebuild.entries)} entries, ${String(rebuild.cells)} values.`);
    if (rebuild.promoted > 0) lines.push(`Records that could be taken in now: ${String(rebuild.promoted)}.`);
  }
  if (!found.sound) lines.push("", ...wayOut(found, columns));
  return `${lines.join("\n")}\n`;
}

function check(what: string, where: readonly string[], isSound = where.length === 0): readonly string[] {
  const places = where.slice(0, 3).map(safeText).join(", ");
  const more = where.length > 3 ? ` and ${String(where.length - 3)} more` : "";
  return [what, isSound ? "ok" : "NO", `${places}${more}`];
}

/** Damaged views are mended by a rebuild; a damaged log needs a copy that is whole. */
function wayOut(found: JournalExamination, columns: number): readonly string[] {
  const logIsWhole = [
    found.integrity,
    found.hashFailures,
    found.columnFailures,
    found.chainBreaks,
    found.gaps,
    found.unread,
  ].every((list) => list.length === 0);
  const text = logIsWhole
    ? "The log is whole; only what is made from it differs. Mend it with: gutskin doctor --rebuild"
    : "Copy the data folder to a safe place first. `gutskin export json --out FILE` saves what can still be read; an earlier export or copy can be imported into a new folder with --data.";
  return wrapText(text, columns);
}
