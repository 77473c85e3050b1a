/**
 * Which long tables stand on the page: one per family, and the outside peers?
 */
import { figureText, shortNumber, type FamilyScores, type MethodScores, type Results } from "../report.ts";
import type { Score } from "../score.ts";
import type { MetricName } from "../tally.ts";
import { subjectOf } from "./bars.ts";
import { familyNotes } from "./family-notes.ts";

/** Every peer beside the engine on the same diaries; says so when there are none. */
export function peerTable(peers: Results | null): readonly string[] {
  if (!peers || peers.peers.length === 0)
    return [
      "Not in this run. The scripts are in `bench/peers`; `npm run bench:truth -- --peers --name NAME` scores what they left.",
    ];
  const rows = peers.peers.flatMap(({ peer, families }) =>
    families.map(({ family, diaries, score, engine, powerMore, timesFaster }) => {
      const pair = (metric: MetricName): string =>
        `${cellText(score, metric)} / ${engine ? cellText(engine, metric) : "-"}`;
      return `| ${peer} | ${family} | ${String(diaries)} | ${pair("anyFalse")} | ${pair("fdr")} | ${pair("power")} | ${powerMore ? figureText(powerMore) : "-"} | ${pair("coverageAll")} | ${pair("estimateRatioReported")} | ${score.seconds.value.toPrecision(2)} | ${timesFaster === null ? "-" : timesFaster.toPrecision(2)} |`;
    }),
  );
  const stale = peers.peers.reduce((sum, peer) => sum + peer.stale, 0);
  return [
    "Programs that a statistician would use, in the form in which their users would write them, on the same diaries, outcome skin only (21 candidates). Every cell: peer / this project's engine on those diaries. What each peer is and was given: [bench/peers](../../bench/peers/README.md).",
    "",
    "| peer | family | diaries | with any false | FDR | power | engine's power more by | coverage 95 % | estimate / true, reported | s per diary | times slower |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    ...peers.peers.map(({ peer, rule, version, date }) => `- ${peer} (${version}; ${date}): ${rule}`),
    ...(stale === 0
      ? []
      : ["", `${String(stale)} answers belong to diaries that the generator no longer makes and are left out.`]),
    "",
    `Machine: ${peers.peers[0]?.machine ?? ""}; engine: ${peers.machine}.`,
  ];
}

function cellText(score: Score, metric: MetricName): string {
  return shortNumber(score[metric].value);
}

const familyColumns: readonly (readonly [MetricName, string])[] = [
  ["anyFalse", "with any false"],
  ["fdr", "FDR"],
  ["power", "power"],
  ["power10", "power at nominal 10 %"],
  ["averagePrecision", "average precision"],
  ["signRight", "sign right"],
  ["coverageAll", "coverage 95 %"],
  ["coverage80All", "coverage 80 %"],
  ["estimateRatioAll", "estimate / true"],
  ["estimateRatioReported", "same, reported"],
  ["intervalWidth", "interval width, SD"],
  ["delayError", "delay error, days"],
  ["delayCoverage80", "delay coverage 80 %"],
  ["direction", "direction right"],
  ["twoWayFalse", "two-way claimed where it is not"],
  ["seconds", "s"],
];

/** Heading, note and table of one family: methods, then the arms of the method under test. */
export function familySection(results: Results, family: FamilyScores): readonly string[] {
  const methods = family.methods.filter(({ forecastsOnly }) => !forecastsOnly);
  const shown = familyColumns.filter(([metric]) => methods.some(({ score }) => !Number.isNaN(score[metric].value)));
  const isRanked = methods.some(({ powerAtFdr5 }) => !Number.isNaN(powerAtFdr5.value));
  const ranks = ({ powerAtFdr5, powerLess, method }: MethodScores): readonly string[] =>
    isRanked ? [figureText(powerAtFdr5), method === results.subject ? "-" : figureText(powerLess)] : [];
  const arms = subjectOf(results, family)?.variants ?? [];
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const heads = [
    "method",
    ...shown.map(([, title]) => title),
    ...(isRanked ? ["power at realised FDR 5 %", `${results.subject}'s power more by`] : []),
  ];
  return [
    `### ${family.family}`,
    "",
    `${familyNotes[family.family] ?? ""}. ${String(family.diaries)} diaries.`,
    "",
    row(heads),
    row(heads.map(() => "---")),
    ...methods.map((method) =>
      row([
        method.method === results.subject ? `**${method.method}**` : method.method,
        ...shown.map(([metric]) => figureText(method.score[metric])),
        ...ranks(method),
      ]),
    ),
    ...arms.map(({ variant, diaries, score }) =>
      row([
        `${results.subject}, ${variant} (${String(diaries)})`,
        ...shown.map(([metric]) => figureText(score[metric])),
        ...(isRanked ? ["", ""] : []),
      ]),
    ),
    "",
  ];
}
