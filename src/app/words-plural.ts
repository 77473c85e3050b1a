/**
 * How is a number of things said? "1 day", "12 days".
 */

/** The number with the word that fits it. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
