/**
 * How are the page's plots drawn?
 *
 * A few functions that return SVG text, nothing else: one style for all plots, legible on light and dark pages (own ground, colours by
 * `prefers-color-scheme`), series told apart by shape as well as by colour, a title and a description for screen readers. No fonts, no scripts.
 */

export type Shape = "dot" | "ring" | "square" | "triangle" | "diamond" | "cross";

/** Number of a series colour, 0-5. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const style = `
  svg { --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --grid: #d8dee4; --band: #eaf3ea; --heat: #b3261e;
    --t0: #0a5db0; --t1: #1f2328; --t2: #b35900; --t3: #1a7f37; --t4: #8250df; --t5: #a40e26; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #0d1117; --ink: #e6edf3; --soft: #9da7b1; --grid: #30363d; --band: #16281b; --heat: #ff7b72;
      --t0: #6cb6ff; --t1: #e6edf3; --t2: #f0a04b; --t3: #56d364; --t4: #c297ff; --t5: #ff8fa3; }
  }
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); }
  .title { font-weight: 600; font-size: 14px; }
  .small { font-size: 11px; }
  .grid { stroke: var(--grid); stroke-width: 1; }
  .mark { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 4 3; }
`;

/** The whole file. `title` is shown and read; `description` is read by screen readers only. */
export function svgFile(
  size: { readonly width: number; readonly height: number },
  title: string,
  description: string,
  body: readonly string[],
): string {
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(title)}</title>`,
    `<desc id="d">${escaped(description)}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${String(width)}" height="${String(height)}" fill="var(--paper)"/>`,
    text(16, 24, title, "title"),
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

/** Text; `anchor` start unless said. */
export function text(
  x: number,
  y: number,
  words: string,
  kind = "",
  anchor: "start" | "middle" | "end" = "start",
): string {
  const classes = kind === "" ? "" : ` class="${kind}"`;
  return `<text x="${at(x)}" y="${at(y)}"${classes} text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** A straight line of one of the style's classes, or of a tone. */
export function line(x1: number, y1: number, x2: number, y2: number, kind: "grid" | "mark" | Tone): string {
  const paint = typeof kind === "number" ? `stroke="var(--t${String(kind)})" stroke-width="1.5"` : `class="${kind}"`;
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" ${paint}/>`;
}

/** A filled box; `fill` is a CSS colour. */
export function box(x: number, y: number, width: number, height: number, fill: string, opacity = 1): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}" fill-opacity="${at(opacity)}"/>`;
}

/** The mark of a series at a point, about 8 px wide. */
export function mark(x: number, y: number, shape: Shape, tone: Tone): string {
  const colour = `var(--t${String(tone)})`;
  const full = `fill="${colour}"`;
  const open = `fill="var(--paper)" stroke="${colour}" stroke-width="1.8"`;
  switch (shape) {
    case "dot":
      return `<circle cx="${at(x)}" cy="${at(y)}" r="4.2" ${full}/>`;
    case "ring":
      return `<circle cx="${at(x)}" cy="${at(y)}" r="3.8" ${open}/>`;
    case "square":
      return `<rect x="${at(x - 3.4)}" y="${at(y - 3.4)}" width="6.8" height="6.8" ${full}/>`;
    case "triangle":
      return `<path d="M${at(x)} ${at(y - 4.4)}L${at(x + 4.2)} ${at(y + 3.4)}H${at(x - 4.2)}Z" ${full}/>`;
    case "diamond":
      return `<path d="M${at(x)} ${at(y - 4.6)}L${at(x + 4.6)} ${at(y)}L${at(x)} ${at(y + 4.6)}L${at(x - 4.6)} ${at(y)}Z" ${open}/>`;
    case "cross":
      return `<path d="M${at(x - 3.6)} ${at(y - 3.6)}L${at(x + 3.6)} ${at(y + 3.6)}M${at(x - 3.6)} ${at(y + 3.6)}L${at(x + 3.6)} ${at(y - 3.6)}" stroke="${colour}" stroke-width="1.8" fill="none"/>`;
  }
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
