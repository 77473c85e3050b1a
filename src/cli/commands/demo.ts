/**
 * `gutskin demo`: what would gutskin say about a person whose axis is known?
 *
 * Invents a person with the simulator, analyses the diary as any other, and sets what was found beside what was put in.
 * Everything happens in memory: the real journal is not opened.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { analyseInTerminal } from "../analyse-table.ts";
import { analysisText, stepText, valueForStep } from "../analysis-text.ts";
import { wholeNumber, type Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { journalTable } from "../journal-table.ts";
import {
  DEFAULT_FDR,
  evaluateSafety,
  makeDemoPerson,
  unknownFacts,
  writeDailyCsv,
  type AnalysisDocument,
  type DailyTable,
  type DemoPerson,
  type DemoTruth,
  type Draft,
  type Result,
  type StoreError,
} from "../../lib/index.ts";
import { openScratchJournal } from "../open-journal.ts";
import { refuseOverwrite, saveFile } from "../save-file.ts";
import { tableLines } from "../terminal/table.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import type { World } from "../world.ts";

/** Shows a made-up person: analysis and truth side by side. */
export async function runDemo(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const seed = wholeNumber(options, "seed", 1, { min: 0, max: 4294967295 });
  if (!seed.ok) return tellUsage(world, seed.error.detail, "gutskin help demo", json);
  const csv = options["csv"] === undefined ? null : resolve(options["csv"]);
  if (csv !== null && options["force"] === undefined && existsSync(csv)) return refuseOverwrite(call, csv);
  const person = makeDemoPerson(seed.value);
  const table = await demoTable(world, person);
  if (!table.ok) return tellError(world, table.error, json, exitCodes.ourFault);
  const started = world.seconds();
  const document = await analyseInTerminal(world, {
    table: table.value,
    seed: seed.value,
    fdr: DEFAULT_FDR,
    assumed: [],
    // nobody has answered anything about a person who does not exist
    safety: evaluateSafety(unknownFacts(world.now().day)),
    conditions: [],
    threads: world.cores,
  });
  if (!document.ok) return tellError(world, document.error, json, exitCodes.inputUnusable);
  if (json) {
    const { label, truth } = person;
    world.answer(`${JSON.stringify({ madeUp: true, label, truth, analysis: document.value })}\n`);
  } else {
    world.answer(
      `${person.label}. This person does not exist: the diary was made by a generator with a known axis.\n\n`,
    );
    world.answer(analysisText(document.value, world.columns));
    world.answer(`\n${truthLines(person.truth, document.value, world.columns).join("\n")}\n`);
  }
  world.remark(`${(world.seconds() - started).toFixed(1)} s\n`);
  if (csv === null) return exitCodes.done;
  // The answer on stdout stays one JSON value: what was written is told on stderr only.
  const { json: _json, ...others } = options;
  return saveFile({ ...call, options: others }, csv, writeDailyCsv(table.value));
}

/** The made-up diary as a daily table, through a journal in memory, so that it goes the way of every diary. */
async function demoTable(world: World, person: DemoPerson): Promise<Result<DailyTable, StoreError>> {
  const { store } = openScratchJournal(() => world.now().milliseconds);
  const drafts = person.entries.map((entry): Draft => ({ action: "put", entry }));
  const written = await store.append(drafts);
  if (!written.ok) return written;
  return journalTable(store);
}

function truthLines(truth: readonly DemoTruth[], document: AnalysisDocument, columns: number): readonly string[] {
  const rows = truth.map((known) => {
    const edge = document.edges.find((candidate) => candidate.from === known.from && candidate.to === known.to);
    if (edge === undefined) return [`${known.from} -> ${known.to}`, "", "", "", "", "not looked at"];
    return [
      `${edge.fromLabel} -> ${edge.toLabel}`,
      stepText(edge),
      valueForStep(edge, known.effectPerUnit),
      `${valueForStep(edge, edge.effectIfReal.mean)} (${valueForStep(edge, edge.effectIfReal.low95)} to ${valueForStep(edge, edge.effectIfReal.high95)})`,
      `${known.delayDays.toFixed(1)} / ${edge.delayDays.mean.toFixed(1)}`,
      edge.reported ? "found" : edge.verdict === "maybe" || edge.verdict === "likely" ? "hinted at" : "not found",
    ];
  });
  const isTrue = (from: string, to: string): boolean => truth.some((known) => known.from === from && known.to === to);
  const wrong = document.edges.filter((edge) => edge.reported && !isTrue(edge.from, edge.to));
  const titles = [
    { title: "put in" },
    { title: "for" },
    { title: "truth", align: "right" as const },
    { title: "estimate if real (95 %)", align: "right" as const },
    { title: "days, truth / estimate", align: "right" as const },
    { title: "" },
  ];
  return [
    "What was put in, beside what was found",
    ...tableLines(titles, rows, columns),
    `Reported without being put in: ${wrong.length === 0 ? "none" : wrong.map((edge) => `${edge.fromLabel} -> ${edge.toLabel}`).join(", ")}`,
  ];
}
