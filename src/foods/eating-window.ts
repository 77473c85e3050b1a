/**
 * When did eating begin and end on a day?
 *
 * First and last bite and the hours between, from the clock times of meals. Water, black coffee and tea are no bites. A time before 4 in the morning
 * belongs to the evening before: the day is the one the person meant. One meal without a time, and nothing is said.
 */

/** A meal of the day: minutes since midnight, null = no time; its energy. */
export interface TimedMeal {
  readonly minutes: number | null;
  readonly energyKcal: number;
}

/** Hours since midnight; `hours` between first and last. */
export interface EatingWindow {
  readonly firstHour: number;
  readonly lastHour: number;
  readonly hours: number;
  /** SD of each clock time, hours: how finely people note times. */
  readonly sd: number;
}

/** Less energy than this is no bite, kcal. */
const LEAST_KCAL = 15;
/** Before this hour it is still the evening before. */
const NIGHT_ENDS = 4;
/** Times on the full hour are rounded (SD of a uniform hour), others to about a quarter. */
const SD_OF = { fullHour: 0.29, other: 0.1 } as const;

/** The window of a day; null when a meal has no time, or there are fewer than two bites. */
export function eatingWindow(meals: readonly TimedMeal[]): EatingWindow | null {
  const bites = meals.filter((meal) => meal.energyKcal >= LEAST_KCAL);
  const hours = bites.flatMap(({ minutes }) => (minutes === null ? [] : [hourOf(minutes)]));
  if (hours.length < bites.length || hours.length < 2) return null;
  const [firstHour, lastHour] = [Math.min(...hours), Math.max(...hours)];
  const isRounded = hours.every((hour) => Number.isInteger(hour));
  return { firstHour, lastHour, hours: lastHour - firstHour, sd: isRounded ? SD_OF.fullHour : SD_OF.other };
}

function hourOf(minutes: number): number {
  const hour = minutes / 60;
  return hour < NIGHT_ENDS ? hour + 24 : hour;
}
