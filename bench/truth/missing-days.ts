/**
 * Which cells did the person leave blank?
 *
 * "diary": a third of the missing cells are whole days, a third come in runs of 2-7 days, a third are single blanks. "bursts": all in runs of
 * 4-15 days. "bad-days": like "diary", and a day with bad skin is skipped more often (missing not at random).
 */
import type { Chance } from "./chance.ts";
import type { MissingRule } from "./world.ts";

/** For every day and column: true = blank. `badness` is the z-score of the skin on that day. */
export function drawBlanks(
  chance: Chance,
  rule: MissingRule,
  days: number,
  columns: number,
  badness: (day: number) => number,
): readonly Uint8Array[] {
  const wholeDay = new Uint8Array(days);
  switch (rule.kind) {
    case "diary":
      skipDays(chance, wholeDay, rule.rate / 3, () => 1);
      skipRuns(chance, wholeDay, rule.rate / 3, 2, 7);
      return cells(chance, wholeDay, columns, rule.rate / 3);
    case "bursts":
      skipRuns(chance, wholeDay, rule.rate, 4, 15);
      return cells(chance, wholeDay, columns, 0);
    case "bad-days":
      skipDays(chance, wholeDay, rule.rate * 0.8, (day) => Math.exp(badness(day) - 0.5));
      return cells(chance, wholeDay, columns, rule.rate * 0.2);
  }
}

function skipDays(chance: Chance, wholeDay: Uint8Array, rate: number, odds: (day: number) => number): void {
  for (let day = 0; day < wholeDay.length; day += 1) if (chance.uniform() < rate * odds(day)) wholeDay[day] = 1;
}

function skipRuns(chance: Chance, wholeDay: Uint8Array, rate: number, shortest: number, longest: number): void {
  let left = rate * wholeDay.length;
  while (left > 0) {
    const length = Math.min(Math.ceil(left), Math.floor(chance.between(shortest, longest + 1)));
    const start = Math.floor(chance.uniform() * Math.max(1, wholeDay.length - length));
    wholeDay.fill(1, start, start + length);
    left -= length;
  }
}

function cells(chance: Chance, wholeDay: Uint8Array, columns: number, rate: number): readonly Uint8Array[] {
  return Array.from({ length: columns }, () =>
    wholeDay.map((blank) => (blank === 1 || chance.uniform() < rate ? 1 : 0)),
  );
}
