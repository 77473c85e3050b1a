/**
 * How does a table look in a terminal?
 *
 * Columns are padded to their widest cell; the last column may run over the width and is then wrapped. Widths are
 * counted in code points, wide East Asian characters as two, so that food names in any script stay aligned.
 */

export interface TableColumn {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Lines of the table, without a trailing newline. Cells must not hold line breaks (they become spaces). */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width = 80,
): readonly string[] {
  const cells = rows.map((row) => columns.map((_, index) => safeText(row[index] ?? "")));
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.title), ...cells.map((row) => textWidth(row[index] ?? ""))),
  );
  const lines = [renderRow(columns.map((column) => column.title))];
  lines.push(
    widths.map((size, index) => "-".repeat(index === columns.length - 1 ? Math.min(size, width) : size)).join("  "),
  );
  for (const row of cells) lines.push(renderRow(row));
  return lines;

  function renderRow(row: readonly string[]): string {
    return row
      .map((cell, index) => {
        const gap = " ".repeat(Math.max(0, (widths[index] ?? 0) - textWidth(cell)));
        if (columns[index]?.align === "right") return gap + cell;
        return index === row.length - 1 ? cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  }
}

/** Breaks text into lines of at most `width` characters at spaces; each further line starts with `indent`. */
export function wrapText(text: string, width: number, indent = ""): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of safeText(text).split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/**
 * The text without control characters: a file name or a cell from a strange file must not be able to move the cursor,
 * change colours or hide lines of the terminal.
 */
export function safeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is removed here
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");
}

/** Columns of the terminal that the text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{Mark}/u.test(character)) continue;
    width += isWide(code) ? 2 : 1;
  }
  return width;
}

/** East Asian wide ranges (Unicode Standard Annex 11, coarse: CJK, Hangul, full-width forms, emoji). */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff)
  );
}
