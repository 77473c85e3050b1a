/**
 * How near is the fibre of a day to a reference diary (foods.md 9.3)?
 *
 * Free-text entries with amount and unit are the only inputs. Entries without reference fibre, the study's standard breakfast and its "Boost" drink
 * are left out on both sides; days with no reference fibre too. The enemy is the constant: always saying the mean of the days. Energy is compared
 * per entry, over all entries that have a reference.
 */
import {
  clusteredSpread,
  correlation,
  groupedBy,
  lognormalInterval,
  mean,
  meanAbsoluteError,
  quantile,
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
  /** Null = the study gives none. */
  readonly fibreGrams: number | null;
}

/** An entry that counts for fibre. */
export interface FibreEntry extends DiaryEntry {
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

/** All entries of bigideas_dev.tsv but the standard breakfast and "Boost". */
export function diaryEntries(rows: readonly Row[]): readonly DiaryEntry[] {
  return rows.flatMap((row): readonly DiaryEntry[] => {
    const food = row("logged_food").trim();
    if (/std|standard breakfast|boost/i.test(food)) return [];
    const number = numberOrNull(row("amount"));
    const amount = number === null ? row("amount").trim() : String(number);
    const unit = row("unit").trim();
    const text = [amount, unit, food].filter((part) => part !== "").join(" ");
    const counted = number ?? WORD_NUMBERS[amount] ?? 1;
    const whose = { person: row("subject"), day: `${row("subject")} ${row("date")}` };
    const figures = { kcal: numberOrNull(row("kcal")), fibreGrams: numberOrNull(row("fibre_g")) };
    return [{ ...whose, text, food, amount: counted, unit, ...figures }];
  });
}

/** Those that count for fibre: with a reference, on days with any fibre. */
export function fibreEntries(entries: readonly DiaryEntry[]): readonly FibreEntry[] {
  const known = entries.flatMap((entry) =>
    entry.fibreGrams === null ? [] : [{ ...entry, fibreGrams: entry.fibreGrams }],
  );
  return [...groupedBy(known, (entry) => entry.day).values()]
    .filter((own) => own.some((entry) => entry.fibreGrams > 0))
    .flat();
}

/** Sums of the entries of a day; SDs taken as independent. */
export function daysOf(entries: readonly FibreEntry[], guesses: readonly EntryGuess[]): readonly Day[] {
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
}

/** Energy per entry, over the entries with a reference. */
export interface EnergyScore {
  readonly entries: number;
  readonly within15: number;
  readonly within20: number;
}

export function diaryScore(name: string, entries: readonly FibreEntry[], guesses: readonly EntryGuess[]): DiaryScore {
  const days = daysOf(entries, guesses);
  const constantOf = (own: readonly Day[]): number => mean(own.map((day) => day.truth));
  const againstConstant = (own: readonly Day[]): readonly [number, number] => {
    const constant = constantOf(own);
    return [meanAbsoluteError(own), mean(own.map((day) => Math.abs(day.truth - constant)))];
  };
  const intervals = days.flatMap((day) =>
    day.sd === null ? [] : [{ day, interval: lognormalInterval(day.guess, day.sd) }],
  );
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
  };
}

export function energyScore(entries: readonly DiaryEntry[], guesses: readonly EntryGuess[]): EnergyScore {
  const pairs = entries.flatMap(({ kcal }, at) => {
    const guess = guesses[at];
    return kcal === null || kcal <= 0 || guess === undefined ? [] : [{ guess: guess.kcal, truth: kcal }];
  });
  return { entries: pairs.length, within15: shareWithinFactor(pairs, 1.5), within20: shareWithinFactor(pairs, 2) };
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
  /** Days inside the 80 % interval as stated, and when SDs are stretched by what the other people's days needed; null = no SDs. */
  readonly covered: number | null;
  readonly coveredStretched: number | null;
  readonly stretch: number | null;
}

export function leaveOnePersonOut(days: readonly Day[]): readonly LeftOutScore[] {
  return [...groupedBy(days, (day) => day.person).entries()].map(([person, own]) => {
    const others = days.filter((day) => day.person !== person);
    const constant = mean(others.map((day) => day.truth));
    const { slope, intercept } = straightLine(others);
    const stretch = stretchFor80(others);
    const coveredBy = (factor: number): number => own.filter((day) => distanceInSds(day) <= factor * Z80).length;
    return {
      person,
      days: own.length,
      mae: meanAbsoluteError(own),
      constantMae: mean(own.map((day) => Math.abs(day.truth - constant))),
      straightenedMae: mean(own.map((day) => Math.abs(day.truth - intercept - slope * day.guess))),
      covered: stretch === null ? null : coveredBy(1),
      coveredStretched: stretch === null ? null : coveredBy(stretch),
      stretch,
    };
  });
}

const Z80 = 1.2815515655446004;

/** How far the truth lies from the middle of the day's lognormal, in its SDs of the logarithm; infinite where the guess is a point beside it. */
function distanceInSds({ guess, sd, truth }: Day): number {
  if (sd === null || guess <= 0 || truth <= 0) return Number.POSITIVE_INFINITY;
  const variance = Math.log(1 + (sd / guess) ** 2);
  return Math.abs(Math.log(truth / guess) + variance / 2) / Math.sqrt(variance);
}

/** The factor on the SDs of the logarithm with which 80 % of these days would be covered; null when a day states no SD. */
export function stretchFor80(days: readonly Day[]): number | null {
  return days.some((day) => day.sd === null) ? null : quantile(days.map(distanceInSds), 0.8) / Z80;
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
