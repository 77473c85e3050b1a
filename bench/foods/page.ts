/**
 * How are the figures of a run shown?
 *
 * One Markdown page with a table per part, bars beside the figures, and what the reader must keep in mind: how many, in-sample or left out.
 */
import type { AmountPart } from "./amount-part.ts";
import type { CarbohydratePart } from "./carbohydrate-part.ts";
import { monotonousPerson } from "./coded-days.ts";
import type { CodedPart } from "./coded-part.ts";
import type { DiaryPart } from "./diary-part.ts";
import type { ErrorRow } from "./error-part.ts";
import { mean, type Spread } from "./metrics.ts";
import type { PhrasePart } from "./phrase-part.ts";
import type { SpeedPart } from "./speed-part.ts";

/** What a run found; null = the data of this part are not on the machine. */
export interface FoodRun {
  /** Date, machine, version of Node. */
  readonly facts: string;
  readonly tables: readonly { readonly name: string; readonly foods: number; readonly names: number }[];
  readonly phrases: PhrasePart | null;
  readonly amounts: AmountPart | null;
  readonly diary: DiaryPart | null;
  readonly coded: CodedPart | null;
  readonly carbohydrate: CarbohydratePart | null;
  readonly errors: readonly ErrorRow[] | null;
  readonly speed: SpeedPart | null;
}

const ABSENT = "Left out: the data of this part are not on this machine (`../shared/data`).\n";

/** The whole page. */
export function foodPage(run: FoodRun): string {
  const tables = run.tables.map(({ name, foods, names }) => `${name}: ${String(foods)} foods, ${String(names)} names`);
  return [
    `# Foods\n\nMeasured by \`npm run bench:foods\`: ${run.facts}. ${tables.join("; ")}. What it means and where we lose: docs/science/foods.md.\n`,
    `## 1 Phrase to food\n\n${run.phrases === null ? ABSENT : phraseText(run.phrases)}`,
    `## 2 Quantity and unit of labelled recipe lines\n\n${run.amounts === null ? ABSENT : amountText(run.amounts)}`,
    `## 3 Fibre per day of a free-text diary\n\n${run.diary === null ? ABSENT : diaryText(run.diary)}`,
    `## 4 Fibre per day with names and grams known\n\n${run.coded === null ? ABSENT : codedText(run.coded)}`,
    `## 5 Carbohydrate of one-sentence meals\n\n${run.carbohydrate === null ? ABSENT : carbohydrateText(run.carbohydrate)}`,
    `## 6 Speed\n\n${run.speed === null ? ABSENT : speedText(run.speed)}`,
    `## 7 What kind of error?\n\n${run.errors === null ? ABSENT : errorText(run.errors)}`,
  ].join("\n");
}

function phraseText(part: PhrasePart): string {
  const sets = [...new Set(part.rows.map((row) => row.set))];
  const blocks = sets.map((set) => {
    const own = part.rows.filter((row) => row.set === set);
    const score = own[0]?.score;
    const head = `**${set}**: ${String(score?.phrases ?? 0)} phrases, ${String(score?.foods ?? 0)} foods\n\n`;
    return (
      head +
      table(
        [
          "method",
          "corpus",
          "top-1",
          "top-3",
          "whole phrase",
          "understood",
          "plausible grams",
          "extra items per 100 phrases",
        ],
        own.map((row) => [
          row.method,
          row.corpus,
          percent(row.score.top1),
          percent(row.score.top3),
          percent(row.score.whole),
          percent(row.score.understood),
          percent(row.score.plausibleGrams),
          row.method.startsWith("gutskin") ? row.score.extraItems.toFixed(1) : "-",
        ]),
      )
    );
  });
  const tenths = table(
    ["stated probability", "foods", "mean stated", "right"],
    part.tenths.map((tenth) => [
      `${tenth.from.toFixed(1)}-${tenth.to.toFixed(1)}`,
      String(tenth.count),
      percent(tenth.stated),
      percent(tenth.right),
    ]),
  );
  return (
    `Bars: top-1 >= 92 %, top-3 >= 98 %, whole phrase >= 85 %. Judged by the USDA description of the row's source code; rows of our own by their names. ` +
    `The blind set was written before table and reader were looked at (bench/foods/README.md).\n\n${blocks.join("\n")}\n` +
    `**Reader minus plain search over the same names**, top-1 in points (95 %, paired over phrases, all blind phrases): ${part.differences.map(({ search, top1 }) => `${search}: ${pointsText(top1)}`).join("; ")}\n\n` +
    `**Calibration of the first candidate**, all sets, main reader: mean distance ${(100 * part.calibrationError).toFixed(1)} points (bar: within 5 points per tenth)\n\n${tenths}`
  );
}

function amountText(part: AmountPart): string {
  const body = table(
    ["method", "source", "lines", "quantity", "unit (first)", "amount, any labelled"],
    part.rows.map(({ method, source, score }) => [
      method,
      source,
      String(score.lines),
      percent(score.quantity),
      percent(score.unit),
      percent(score.any),
    ]),
  );
  return `Bars: quantity >= 99.5 %, unit >= 95 %. In-sample (development lines).\n\n${body}`;
}

function diaryText(part: DiaryPart): string {
  const bar = 0.67 * part.constantMae;
  const rows = part.scores.map(({ method, score, energy }) => [
    method,
    score.mae.toFixed(2),
    spreadText(score.shareOfConstant, 2),
    spreadText(score.difference, 2),
    score.r.toFixed(2),
    score.meanGuess.toFixed(1),
    percent(score.within5),
    score.coverage80 === null ? "-" : percent(score.coverage80),
    percent(score.understood),
    percent(energy.within15),
    percent(energy.within20),
  ]);
  const constant = [
    "constant (mean of the days)",
    part.constantMae.toFixed(2),
    "1",
    "0",
    "0",
    (part.scores[0]?.score.meanTruth ?? 0).toFixed(1),
  ];
  const body = table(
    [
      "method",
      "MAE g/day",
      "share of the constant (95 %)",
      "minus the constant, g (95 %)",
      "r",
      "mean g/day",
      "within 5 g",
      "80 % interval covers",
      "understood",
      "energy x1.5",
      "energy x2",
    ],
    [[...constant, "-", "-", "-", "-", "-"], ...rows],
  );
  const left = table(
    [
      "left out",
      "days",
      "MAE",
      "constant of the others",
      "straightened on the others",
      "days in the 80 % interval",
      "the same, SDs stretched by the others' need",
    ],
    part.leftOut.map((own) => [
      own.person,
      String(own.days),
      own.mae.toFixed(2),
      own.constantMae.toFixed(2),
      own.straightenedMae.toFixed(2),
      own.covered === null ? "-" : String(own.covered),
      own.coveredStretched === null ? "-" : `${String(own.coveredStretched)} (x${(own.stretch ?? 1).toFixed(2)})`,
    ]),
  );
  const weighted = (pick: (own: (typeof part.leftOut)[number]) => number): string =>
    (part.leftOut.reduce((sum, own) => sum + pick(own) * own.days, 0) / part.days).toFixed(2);
  return (
    `${String(part.fibreEntries)} entries with fibre, ${String(part.days)} days, ${String(part.people)} people: few. Bars: MAE <= ${bar.toFixed(1)} g (.67 of the constant), r >= .7, 80 % interval covers 75-85 %, energy x1.5 >= 75 % (${String(part.scores[0]?.energy.entries ?? 0)} entries with energy). ` +
    `Intervals: bootstrap over people and then days, the same days for both sides of a difference. In-sample: rules and weights were chosen knowing these entries.\n\n${body}\n` +
    `**One person left out at a time** (main reader; nothing of the reader is refitted, so this shows the spread over people, and what the constant costs when it is learnt from others). ` +
    `Over all days: reader ${weighted((own) => own.mae)}, constant ${weighted((own) => own.constantMae)}, straightened ${weighted((own) => own.straightenedMae)} g; mean over people ${mean(part.leftOut.map((own) => own.mae)).toFixed(2)} v ${mean(part.leftOut.map((own) => own.constantMae)).toFixed(2)} g.\n\n${left}`
  );
}

function codedText(part: CodedPart): string {
  const all = part.rows.filter((row) => row.people === "all");
  const body = table(
    [
      "method",
      "water of",
      "items",
      "days",
      "exact code",
      "code has a row",
      "exact among these",
      "MAE g/day",
      `without ${monotonousPerson}`,
      "constant",
      "r",
    ],
    all.map(({ method, rule, score }) => {
      const without = part.rows.find((row) => row.people !== "all" && row.method === method && row.rule === rule);
      return [
        method,
        rule === "dry" ? "the food found" : "the true code",
        String(score.items),
        String(score.days),
        percent(score.exactCode),
        percent(score.shareOfItemsWithRow),
        percent(score.exactCodeAmongRows),
        score.mae.toFixed(2),
        (without?.score.mae ?? Number.NaN).toFixed(2),
        score.constantMae.toFixed(2),
        score.r.toFixed(2),
      ];
    }),
  );
  return (
    `Bar: MAE <= 1.5 g/day. In-sample. Dry matter is known; grams need the water of a food: of the one found (as the figures of foods.md), or of the true code (items whose code FNDDS 2019-20 still has). ` +
    `${monotonousPerson} lived on a meal replacement.\n\n${body}`
  );
}

function carbohydrateText(part: CarbohydratePart): string {
  const body = table(
    ["method", "MAE g", "within 7.5 g"],
    part.rows.map((row) => [row.method, row.mae.toFixed(1), percent(row.within75)]),
  );
  return `${String(part.meals)} sentences; reported only, nothing is tuned on them.\n\n${body}`;
}

function errorText(rows: readonly ErrorRow[]): string {
  const body = table(
    ["exposure", "per", "n", "slope (SE)", "classical share of the stated variance", "estimate / reference"],
    rows.map(({ exposure, per, count, slope, se, classicalShare, bias }) => [
      exposure,
      per,
      String(count),
      `${slope.toFixed(2)} (${se.toFixed(2)})`,
      classicalShare.toFixed(2),
      bias.toFixed(2),
    ]),
  );
  return `Reference on estimate within a person of the free-text diary: 1 = usual amounts were assigned and effects keep their size, below 1 = effects shrink unless the engine knows (docs/decisions/017-food-exposures.md). In-sample, 5 people.\n\n${body}`;
}

function speedText(part: SpeedPart): string {
  const body = table(
    ["method", "p50 ms", "p99 ms"],
    part.rows.map((row) => [row.method, row.p50.toFixed(3), row.p99.toFixed(2)]),
  );
  return `${String(part.texts)} texts, each once after a warm-up. Bars: p50 <= 1 ms, p99 <= 10 ms, cold load <= 150 ms. Cold load of the everyday table to the first reading: ${part.coldMs.toFixed(0)} ms.\n\n${body}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

function percent(share: number): string {
  return Number.isNaN(share) ? "-" : `${(100 * share).toFixed(1)} %`;
}

function spreadText(spread: Spread, digits: number): string {
  return `${spread.value.toFixed(digits)} (${spread.low95.toFixed(digits)} to ${spread.high95.toFixed(digits)})`;
}

function pointsText(spread: Spread): string {
  const [value, low, high] = [spread.value, spread.low95, spread.high95].map((share) => (100 * share).toFixed(1));
  return `${value ?? ""} (${low ?? ""} to ${high ?? ""})`;
}
