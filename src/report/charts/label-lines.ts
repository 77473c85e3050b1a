/**
 * How is a name broken into lines that fit a box, when there is no page to measure it on?
 *
 * Width of a letter is taken as 0.54 of the type size (a little over Arial and the usual system faces).
 * Breaks at spaces and hyphens; a word that is too long on its own is cut with "…". At most three lines.
 */

const LETTER = 0.54;
const MOST_LINES = 3;

/** One to three lines for `label` in a box `width` px wide at `size` px type. */
export function labelLines(label: string, width: number, size: number): readonly string[] {
  const room = Math.max(3, Math.floor(width / (size * LETTER)));
  if (label.length <= room) return [label];
  const words = label.split(/(?<=-)|\s+/).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const joined = line === "" ? word : line.endsWith("-") ? line + word : `${line} ${word}`;
    if (joined.length <= room || line === "") {
      line = joined;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, MOST_LINES - 1);
  const rest = lines.slice(MOST_LINES - 1).join(" ");
  return [...kept, ...(rest === "" ? [] : [rest])].map((text) => cut(text, room));
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}
