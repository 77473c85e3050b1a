/**
 * How near is the fibre of a day to a reference diary (foods.md 9.3)?
 *
 * Free-text entries with amount and unit are the only inputs. Entries without reference fibre, the study's standard breakfast and its "Boost" drink
 * are left out on both sides; days with no reference fibre too. The enemy is the constant: always saying the mean of the days.
 */
import {
  clusteredSpread,
  correlation,
  groupedBy,
  lognormalInterval,
  mean,
  meanAbsoluteError,
  shareOf,
  shareWithinFactor,
  type Spread,
} from "./metrics.ts";
import { numberOrNull, type Row } from "./shared-data.ts";

/** One entry of the diary as a person would type it, and the study's figures for it. */
export interface DiaryEntry {
  readonly person: string;
  readonly day: string;
  readonly text: string;
  readonly food: string;
  readonly amount: number;
  readonly unit: string;
  readonly kcal: number | null;
  readonly fibreGrams: number;
}

/** What a method says of an entry; SD null = it states none. */
export interface EntryGuess {
  readonly fibreGrams: number;
  readonly fibreSd: number | null;
  readonly kcal: number;
  readonly isUnderstood: boolean;
  /** For the list of errors: what was understood. */
  readonly answer: string;
}

export interface Day {
  readonly person: string;
  readonly day: string;
  readonly guess: number;
  readonly sd: number | null;
  readonly truth: number;
}

const WORD_NUMBERS: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, third: 0.33, "": 1 };

/** The entries that the protocol keeps, from bigideas_dev.tsv. */
export function diaryEntries(rows: readonly Row[]): readonly DiaryEntry[] {
  const entries = rows.flatMap((row): readonly DiaryEntry[] => {
    const fibre = numberOrNull(row("fibre_g"));
    const food = row("logged_food").trim();
    if (fibre === null || /std|standard breakfast|boost/i.test(food)) return [];
    const number = numberOrNull(row("amount"));
    const amount = number === null ? row("amount").trim() : String(number);
    const unit = row("unit").trim();
    const text = [amount, unit, food].filter((part) => part !== "").join(" ");
    const counted = number ?? WORD_NUMBERS[amount] ?? 1;
    const whose = { person: row("subject"), day: `${row("subject")} ${row("date")}` };
    return [{ ...whose, text, food, amount: counted, unit, kcal: numberOrNull(row("kcal")), fibreGrams: fibre }];
  });
  const days = groupedBy(entries, (entry) => entry.day);
  return [...days.values()].filter((own) => own.some((entry) => entry.fibreGrams > 0)).flat();
}

/** Sums of the entries of a day; SDs taken as independent. */
export function daysOf(entries: readonly DiaryEntry[], guesses: readonly EntryGuess[]): readonly Day[] {
  const joined = entries.map((entry, at) => ({ entry, guess: guesses[at] }));
  return [...groupedBy(joined, (one) => one.entry.day).values()].map((own) => {
    const sds = own.map((one) => one.guess?.fibreSd ?? null);
    return {
      person: own[0]?.entry.person ?? "",
      day: own[0]?.entry.day ?? "",
      guess: own.reduce((sum, one) => sum + (one.guess?.fibreGrams ?? 0), 0),
      sd: sds.some((sd) => sd === null) ? null : Math.sqrt(sds.reduce((sum: number, sd) => sum + (sd ?? 0) ** 2, 0)),
      truth: own.reduce((sum, one) => sum + one.entry.fibreGrams, 0),
    };
  });
}

/** A method's figures over the days. */
export interface DiaryScore {
  readonly mae: number;
  readonly r: number;
  readonly meanGuess: number;
  readonly meanTruth: number;
  readonly within5: number;
  /** MAE divided by that of the constant, with its interval over days clustered by person. */
  readonly shareOfConstant: Spread;
  /** MAE minus that of the constant on the same days. */
  readonly difference: Spread;
  /** Share of days inside the 80 % interval; null when the method states no SD. */
  readonly coverage80: number | null;
  readonly understood: number;
  readonly energy15: number;
  readonly energy20: number;
  readonly energyItems: number;
}

export function diaryScore(name: string, entries: readonly DiaryEntry[], guesses: readonly EntryGuess[]): DiaryScore {
  const days = daysOf(entries, guesses);
  const constantOf = (own: readonly Day[]): number => mean(own.map((day) => day.truth));
  const againstConstant = (own: readonly Day[]): readonly [number, number] => {
    const constant = constantOf(own);
    return [meanAbsoluteError(own), mean(own.map((day) => Math.abs(day.truth - constant)))];
  };
  const intervals = days.flatMap((day) =>
    day.sd === null ? [] : [{ day, interval: lognormalInterval(day.guess, day.sd) }],
  );
  const energies = entries.flatMap((entry, at) => {
    const guess = guesses[at];
    return entry.kcal === null || entry.kcal <= 0 || guess === undefined
      ? []
      : [{ guess: guess.kcal, truth: entry.kcal }];
  });
  return {
    mae: meanAbsoluteError(days),
    r: correlation(days),
    meanGuess: mean(days.map((day) => day.guess)),
    meanTruth: constantOf(days),
    within5: shareOf(days, (day) => Math.abs(day.guess - day.truth) <= 5),
    shareOfConstant: clusteredSpread(days, (own) => ratio(againstConstant(own)), `share ${name}`),
    difference: clusteredSpread(days, (own) => minus(againstConstant(own)), `difference ${name}`),
    coverage80:
      intervals.length < days.length
        ? null
        : shareOf(intervals, ({ day, interval }) => day.truth >= interval[0] && day.truth <= interval[1]),
    understood: shareOf(guesses, (guess) => guess.isUnderstood),
    energy15: shareWithinFactor(energies, 1.5),
    energy20: shareWithinFactor(energies, 2),
    energyItems: energies.length,
  };
}

/** Leaving one person out: figures of each person alone, and what a constant or a straightened guess learnt from the others gives. */
export interface LeftOutScore {
  readonly person: string;
  readonly days: number;
  readonly mae: number;
  /** The constant is the mean of the other people's days. */
  readonly constantMae: number;
  /** guess x slope + intercept, both fitted on the other people's days by least squares. */
  readonly straightenedMae: number;
}

export function leaveOnePersonOut(days: readonly Day[]): readonly LeftOutScore[] {
  return [...groupedBy(days, (day) => day.person).entries()].map(([person, own]) => {
    const others = days.filter((day) => day.person !== person);
    const constant = mean(others.map((day) => day.truth));
    const { slope, intercept } = straightLine(others);
    return {
      person,
      days: own.length,
      mae: meanAbsoluteError(own),
      constantMae: mean(own.map((day) => Math.abs(day.truth - constant))),
      straightenedMae: mean(own.map((day) => Math.abs(day.truth - intercept - slope * day.guess))),
    };
  });
}

/** Least squares of truth on guess; slope 0 when the guesses do not vary. */
export function straightLine(days: readonly Pick<Day, "guess" | "truth">[]): {
  readonly slope: number;
  readonly intercept: number;
} {
  const x = mean(days.map((day) => day.guess));
  const y = mean(days.map((day) => day.truth));
  const xx = days.reduce((sum, day) => sum + (day.guess - x) ** 2, 0);
  const slope = xx === 0 ? 0 : days.reduce((sum, day) => sum + (day.guess - x) * (day.truth - y), 0) / xx;
  return { slope, intercept: y - slope * x };
}

function ratio([own, other]: readonly [number, number]): number {
  return own / other;
}

function minus([own, other]: readonly [number, number]): number {
  return own - other;
}
