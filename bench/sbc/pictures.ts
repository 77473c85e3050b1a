/**
 * Rank histograms, ECDF differences and the reliability curve as plain SVG.
 *
 * Above each pair: what is ranked. Grey area in the histogram: 95 % binomial range of a bin; in the lower picture: simultaneous 95 % band.
 */
import type { ArmSummary } from "./summary.ts";
import type { Uniformity } from "./uniformity.ts";

const CELL = { width: 220, height: 220, gap: 24 };
const PLOT = { width: 200, histogram: 80, ecdf: 80 };
const COLUMNS = 3;
const COLOURS = ["#1f5fa8", "#b3471e", "#2c7a4b", "#7a3f98"];

/** All quantities of one arm. */
export function rankPicture(summary: ArmSummary): string {
  const rows = Math.ceil(summary.ranks.length / COLUMNS);
  const width = COLUMNS * (CELL.width + CELL.gap) + CELL.gap;
  const height = rows * (CELL.height + CELL.gap) + CELL.gap + 10;
  const cells = summary.ranks.map(({ quantity, uniformity }, i) => {
    const x = CELL.gap + (i % COLUMNS) * (CELL.width + CELL.gap);
    const y = CELL.gap + Math.floor(i / COLUMNS) * (CELL.height + CELL.gap);
    return `<g transform="translate(${at(x)},${at(y)})">${rankCell(quantity, uniformity)}</g>`;
  });
  return page(width, height, `Ranks of the truth, arm ${summary.arm.name}`, cells);
}

function rankCell(name: string, u: Uniformity): string {
  const most = 1.25 * Math.max(...u.bins, u.binRange.high);
  const bar = PLOT.width / u.bins.length;
  const up = (count: number): number => 16 + PLOT.histogram * (1 - count / most);
  const bars = u.bins
    .map(
      (count, b) =>
        `<rect x="${at(b * bar + 0.5)}" y="${at(up(count))}" width="${at(bar - 1)}" height="${at(16 + PLOT.histogram - up(count))}" fill="${COLOURS[0]}"/>`,
    )
    .join("");
  const range = `<rect x="0" y="${at(up(u.binRange.high))}" width="${at(PLOT.width)}" height="${at(up(u.binRange.low) - up(u.binRange.high))}" fill="#000" opacity=".14"/>`;
  const top = 16 + PLOT.histogram + 20;
  const reach = 1.15 * Math.max(...u.band.high, ...u.difference.map(Math.abs), ...u.band.low.map(Math.abs));
  const x = (p: number): number => PLOT.width * p;
  const y = (d: number): number => top + (PLOT.ecdf / 2) * (1 - d / reach);
  const line = (values: readonly number[]): string =>
    values.map((d, i) => `${at(x(u.band.at[i] ?? 0))},${at(y(d))}`).join(" ");
  const back = [...u.band.low.keys()].reverse().map((i) => `${at(x(u.band.at[i] ?? 0))},${at(y(u.band.low[i] ?? 0))}`);
  const label = `n ${String(u.count)}, p ${u.chiSquareP < 0.001 ? "&lt; .001" : u.chiSquareP.toFixed(3)}`;
  return [
    `<text x="0" y="8" font-weight="bold">${name}</text><text x="${at(PLOT.width)}" y="8" text-anchor="end">${label}</text>`,
    bars,
    range,
    `<polygon points="${line(u.band.high)} ${back.join(" ")}" fill="#000" opacity=".14"/>`,
    `<line x1="0" x2="${at(PLOT.width)}" y1="${at(y(0))}" y2="${at(y(0))}" stroke="#000" stroke-width=".5"/>`,
    `<polyline points="${line(u.difference)}" fill="none" stroke="${u.insideBand ? COLOURS[0] : COLOURS[1]}" stroke-width="1.5"/>`,
    `<text x="0" y="${at(top + PLOT.ecdf + 10)}">0</text><text x="${at(PLOT.width)}" y="${at(top + PLOT.ecdf + 10)}" text-anchor="end">1</text>`,
    `<text x="${at(PLOT.width / 2)}" y="${at(top + PLOT.ecdf + 10)}" text-anchor="middle">ECDF - diagonal, +/- ${reach.toFixed(2)}</text>`,
  ].join("");
}

/** Stated probability against the share that was real, all arms. */
export function reliabilityPicture(summaries: readonly ArmSummary[]): string {
  const side = 320;
  const left = 50;
  const top = 20;
  const x = (p: number): number => left + side * p;
  const y = (p: number): number => top + side * (1 - p);
  const curves = summaries.flatMap(({ arm, reliability }, a) => {
    const colour = COLOURS[a % COLOURS.length] ?? "#000";
    const points = reliability.bins.filter((bin) => bin.count >= 10);
    const share = (bin: { real: number; count: number }): number => bin.real / bin.count;
    return [
      `<polyline points="${points.map((bin) => `${at(x(bin.meanStated))},${at(y(share(bin)))}`).join(" ")}" fill="none" stroke="${colour}"/>`,
      ...points.map((bin) => {
        const error = Math.sqrt((share(bin) * (1 - share(bin)) + 1 / bin.count) / bin.count);
        const low = Math.max(0, share(bin) - 1.96 * error);
        const high = Math.min(1, share(bin) + 1.96 * error);
        return `<line x1="${at(x(bin.meanStated))}" x2="${at(x(bin.meanStated))}" y1="${at(y(low))}" y2="${at(y(high))}" stroke="${colour}" opacity=".5"/><circle cx="${at(x(bin.meanStated))}" cy="${at(y(share(bin)))}" r="3" fill="${colour}"/>`;
      }),
      `<text x="${at(left + side + 16)}" y="${at(top + 20 + 18 * a)}" fill="${colour}">${arm.name}</text>`,
    ];
  });
  const axes = [0, 0.25, 0.5, 0.75, 1].flatMap((p) => [
    `<text x="${at(x(p))}" y="${at(top + side + 14)}" text-anchor="middle">${String(p)}</text>`,
    `<text x="${at(left - 6)}" y="${at(y(p) + 3)}" text-anchor="end">${String(p)}</text>`,
  ]);
  return page(left + side + 100, top + side + 40, "Stated probability against the share that was real", [
    `<rect x="${at(left)}" y="${at(top)}" width="${at(side)}" height="${at(side)}" fill="none" stroke="#999"/>`,
    `<line x1="${at(x(0))}" y1="${at(y(0))}" x2="${at(x(1))}" y2="${at(y(1))}" stroke="#999" stroke-dasharray="4 3"/>`,
    ...axes,
    `<text x="${at(left + side / 2)}" y="${at(top + side + 30)}" text-anchor="middle">stated probability (bins with at least 10 causes)</text>`,
    ...curves,
  ]);
}

function page(width: number, height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" font-family="sans-serif" font-size="10" fill="#222" role="img"><title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join("\n")}
</svg>
`;
}

/** Coordinates to a tenth. */
function at(value: number): string {
  return String(Math.round(10 * value) / 10);
}
