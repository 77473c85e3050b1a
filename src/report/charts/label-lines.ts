/**
 * How is a name broken into lines that fit a box, when there is no page to measure it on?
 *
 * Width of a letter is taken as 0.58 of the type size (wide system faces such as DejaVu Sans; narrower faces leave air). Breaks at spaces and
 * hyphens; a word that is too long on its own is cut with "…". At most two lines.
 */

const LETTER = 0.58;

/** One or two lines for `label` in a box `width` px wide at `size` px type. */
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
  const [first = label, ...others] = lines;
  return others.length === 0 ? [cut(first, room)] : [cut(first, room), cut(others.join(" "), room)];
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}
