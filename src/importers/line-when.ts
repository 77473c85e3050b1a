/**
 * Which time governs which piece of a typed line?
 *
 * A time at the front of a piece holds from that piece on. A time at the back of the last piece of a part (between semicolons), when it is the only
 * one of that part, holds for the whole part and on. A time that stands alone as the last part, the only one of the line, holds for the
 * whole line ("itch 4; slept 7; yesterday"). A new day forgets the clock time before it.
 */
import type { Day } from "../base/day.ts";
import type { Piece } from "./line-pieces.ts";
import { takeTime, type TimeMark } from "./line-time.ts";

export interface When {
  readonly day: Day;
  readonly time?: string;
  /** "last night" was said: sleep belongs to the day after `day`. */
  readonly lastNight?: boolean;
  /** A date that does not exist was written: nothing may be stored under it. */
  readonly unknownDay?: string;
}

export interface TimedPiece {
  readonly piece: Piece;
  /** The piece without its time phrases, spaces made single. */
  readonly words: string;
  readonly when: When;
  /** Has time phrases of its own. */
  readonly timed: boolean;
}

interface Marked {
  readonly piece: Piece;
  readonly words: string;
  readonly mark: TimeMark | null;
  readonly atBack: boolean;
}

/** Every piece with the day and time that hold for it. `isScore`: words that must not be searched for times ("slept 7:30"). */
export function placeInTime(
  pieces: readonly Piece[],
  today: Day,
  isScore: (words: string) => boolean,
): readonly TimedPiece[] {
  const marked = pieces.map((piece) => markPiece(piece, today, isScore));
  const groups = groupsOf(marked);
  const lastGroup = groups.at(-1) ?? [];
  const ruler =
    lastGroup.length === 1 && isOnlyMark(lastGroup[0], marked) && lastGroup[0]?.words === "" ? lastGroup[0] : null;

  let when: When = move({ day: today }, ruler?.mark ?? null);
  return groups.flatMap((group) => {
    const last = group.at(-1);
    const rulesGroup = last !== undefined && isOnlyMark(last, group) && (last.atBack || last.words === "");
    if (rulesGroup && last !== ruler) when = move(when, last.mark);
    return group.map((item) => {
      if (!(rulesGroup && item === last)) when = move(when, item.mark);
      return { piece: item.piece, words: item.words, when, timed: item.mark !== null };
    });
  });
}

function markPiece(piece: Piece, today: Day, isScore: (words: string) => boolean): Marked {
  const words = piece.kind === "words" ? piece.text.replace(/\s+/g, " ") : piece.text;
  if (piece.kind !== "words" || isScore(words)) return { piece, words, mark: null, atBack: false };
  const taken = takeTime(words, today);
  return { piece, words: taken.mark === null ? words : taken.rest, mark: taken.mark, atBack: taken.at === "back" };
}

function groupsOf(marked: readonly Marked[]): readonly (readonly Marked[])[] {
  const groups = new Map<number, Marked[]>();
  for (const item of marked) groups.set(item.piece.group, [...(groups.get(item.piece.group) ?? []), item]);
  return [...groups.values()];
}

function isOnlyMark(item: Marked | undefined, among: readonly Marked[]): boolean {
  return item !== undefined && item.mark !== null && among.every((other) => other === item || other.mark === null);
}

function move(when: When, mark: TimeMark | null): When {
  if (mark === null) return when;
  const { day, time, lastNight, unknownDay } = mark;
  const clock = time === undefined ? {} : { time };
  if (unknownDay !== undefined) return { day: when.day, ...clock, unknownDay };
  if (day === undefined) return { ...when, ...clock };
  return { day, ...clock, ...(lastNight === true ? { lastNight } : {}) };
}
