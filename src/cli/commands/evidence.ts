/**
 * `gutskin evidence [LEVER] [CONDITION]`: what did trials and studies find?
 *
 * Without words the whole matrix, both ways of the street; with a lever or a condition its records, the ones that show no effect among
 * the others and not after them. Opens no journal. The records and their words come from the library.
 */
import {
  cellFindingWords,
  conditionByWord,
  evidenceMatrix,
  evidenceNote,
  evidenceRecords,
  leverByCode,
  leverByWord,
  looksBack,
  nothingFoundWords,
  wordRecord,
  type EvidenceCell,
  type EvidenceRecord,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { wrapText } from "../terminal/table.ts";
import { tellUsage } from "../terminal/tell.ts";
import type { World } from "../world.ts";

interface Wanted {
  readonly lever: string | null;
  readonly condition: string | null;
}

/** Prints matrix or records; code 2 for a word that names neither a lever nor a condition. */
export function runEvidence({ world, options, words }: Call): Promise<ExitCode> {
  const json = options["json"] !== undefined;
  const wanted = wantedFrom(words);
  if (wanted === null) {
    const detail = `"${words.join(" ")}" names no lever and no skin condition that the evidence knows`;
    return Promise.resolve(tellUsage(world, detail, "gutskin evidence", json));
  }
  if (wanted.lever === null && wanted.condition === null) tellMatrix(world, json);
  else tellRecords(world, wanted, json);
  return Promise.resolve(exitCodes.done);
}

/** The longest beginning that is a lever, the rest a condition; a single condition stands alone. */
function wantedFrom(words: readonly string[]): Wanted | null {
  if (words.length === 0) return { lever: null, condition: null };
  const whole = words.join(" ");
  const alone = conditionByWord(whole);
  if (alone !== null) return { lever: null, condition: alone };
  const lever = leverByWord(whole);
  if (lever !== null) return { lever: lever.code, condition: null };
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const first = leverByWord(words.slice(0, cut).join(" "));
    const condition = conditionByWord(words.slice(cut).join(" "));
    if (first !== null && condition !== null) return { lever: first.code, condition };
  }
  return null;
}

function tellMatrix(world: World, json: boolean): void {
  const matrix = evidenceMatrix(evidenceRecords());
  if (json) {
    world.answer(`${JSON.stringify({ note: evidenceNote, ...matrix })}\n`);
    return;
  }
  const levers = matrix.levers.map((lever) => ({ code: lever, label: leverByCode(lever)?.label ?? lever }));
  const skin = matrix.skinStates.map((state) => ({ code: state, label: leverByCode(state)?.label ?? state }));
  const lines = [
    ...wrapText(evidenceNote, world.columns),
    "",
    "To the skin",
    ...levers.flatMap((lever) => rowLines(lever, matrix.toSkin, world.columns)),
    "",
    "From the skin",
    ...skin.flatMap((state) => rowLines(state, matrix.fromSkin, world.columns)),
    "",
    ...wrapText(
      "Numbers: studies or pools with an effect / with none. Details: gutskin evidence LEVER CONDITION",
      world.columns,
    ),
  ];
  world.answer(`${lines.join("\n")}\n`);
}

/** One lever with all its cells: what is known first, then the pairs for which no trial was found. */
function rowLines(
  row: { readonly code: string; readonly label: string },
  cells: readonly EvidenceCell[],
  columns: number,
): readonly string[] {
  const own = cells.filter((cell) => cell.from === row.code);
  const known = own.filter((cell) => cell.records.length > 0);
  const none = own.filter((cell) => cell.records.length === 0).map((cell) => cell.to);
  const parts = [
    ...known.map((cell) => `${cell.to}: ${cellFindingWords[cell.finding]} ${String(cell.hits)}/${String(cell.nulls)}`),
    ...(none.length > 0 ? [`${cellFindingWords["no-trial-found"]}: ${none.join(", ")}`] : []),
  ];
  return [`  ${row.label}`, ...indented(parts.join("; "), columns, "    ")];
}

/** Wrapped text of which every line starts with `indent`. */
function indented(text: string, columns: number, indent: string, further = ""): readonly string[] {
  return wrapText(text, columns - indent.length, further).map((line) => indent + line);
}

function tellRecords(world: World, { lever, condition }: Wanted, json: boolean): void {
  const found = evidenceRecords().filter(
    (record) =>
      (lever === null || record.lever.groups.includes(lever)) &&
      (condition === null || record.outcome.conditions.includes(condition)),
  );
  const toSkin = found.filter((record) => !looksBack(record));
  const back = found.filter(looksBack);
  const pair = [lever === null ? null : (leverByCode(lever)?.label ?? lever), condition]
    .filter((part) => part !== null)
    .join(" and ");
  if (json) {
    world.answer(
      `${JSON.stringify({ lever, condition, note: evidenceNote, noTrialFound: found.length === 0, records: found })}\n`,
    );
    return;
  }
  const nulls = found.filter((record) => record.null).length;
  const lines = [
    `${pair}: ${String(found.length)} records, ${String(nulls)} of them show no effect`,
    "",
    ...wrapText(found.length === 0 ? nothingFoundWords(pair) : evidenceNote, world.columns),
    ...section("To the skin, and what goes with it", toSkin, world.columns),
    ...section("From the skin to gut or mind", back, world.columns),
  ];
  world.answer(`${lines.join("\n")}\n`);
}

function section(title: string, records: readonly EvidenceRecord[], columns: number): readonly string[] {
  if (records.length === 0) return [];
  return ["", title, ...records.flatMap((record) => ["", ...recordLines(record, columns)])];
}

function recordLines(record: EvidenceRecord, columns: number): readonly string[] {
  const worded = wordRecord(record);
  return [
    ...wrapText(`[${worded.mark}] ${worded.heading}`, columns),
    `  id: ${worded.id}`,
    ...worded.lines.flatMap(({ label, text }) => indented(`${label}: ${text}`, columns, "  ", "  ")),
  ];
}
