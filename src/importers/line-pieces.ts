/**
 * Where does one thing end and the next begin in a typed line?
 *
 * `;` and line ends part the line into groups; inside a group commas, quotation marks, #tags and @contexts part it into pieces. A comma
 * between two digits is a decimal comma ("3,5"). Positions are UTF-16 indices into the line as it was typed.
 */

export type PieceKind = "words" | "quote" | "tag" | "context";

export interface Piece {
  readonly kind: PieceKind;
  /** Without the spaces around it; tags with their sign. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Number of the `;` group, from 0. */
  readonly group: number;
  /** Quotes only: no closing mark was found. */
  readonly open?: boolean;
}

/** `#mood(8)`, `@work`: a letter or digit, then letters, digits, `_` and `-`. */
const TAG = /[#@][\p{L}\p{N}][\p{L}\p{N}_-]*(?:\([^()]{0,20}\))?/uy;
const SPACE_BEFORE = /[\s,;("“]/;

/** Pieces in order, without empty ones. Cost: linear in the text. */
export function cutLine(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let group = 0;
  let from = 0;
  const flush = (until: number): void => {
    const raw = text.slice(from, until);
    const core = raw.trim();
    if (core !== "") {
      const start = from + raw.indexOf(core);
      pieces.push({ kind: "words", text: core, start, end: start + core.length, group });
    }
  };
  let i = 0;
  while (i < text.length) {
    const character = text.charAt(i);
    if (character === ";" || character === "\n" || character === "\r") {
      flush(i);
      group += 1;
      from = i + 1;
    } else if (character === "," && !(isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1)))) {
      flush(i);
      from = i + 1;
    } else if (character === '"' || character === "“") {
      flush(i);
      const quote = quoteAt(text, i, group);
      pieces.push(quote);
      from = quote.end;
      i = quote.end - 1;
    } else if ((character === "#" || character === "@") && (i === 0 || SPACE_BEFORE.test(text.charAt(i - 1)))) {
      TAG.lastIndex = i;
      const tag = TAG.exec(text)?.[0];
      if (tag !== undefined) {
        flush(i);
        const end = i + tag.length;
        pieces.push({ kind: character === "#" ? "tag" : "context", text: tag, start: i, end, group });
        from = end;
        i = end - 1;
      }
    }
    i += 1;
  }
  flush(text.length);
  return pieces;
}

/** A quoted note; without a closing mark it runs to the end of the line. */
function quoteAt(text: string, start: number, group: number): Piece {
  const straight = text.indexOf('"', start + 1);
  const curly = text.indexOf("”", start + 1);
  const close = straight < 0 ? curly : curly < 0 ? straight : Math.min(straight, curly);
  const open = close < 0;
  const inside = text.slice(start + 1, open ? text.length : close).trim();
  const end = open ? text.length : close + 1;
  return { kind: "quote", text: inside, start, end, group, ...(open ? { open } : {}) };
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
