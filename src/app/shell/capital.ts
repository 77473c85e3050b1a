/**
 * How does a name that is lower case inside a sentence stand as a heading?
 */

/** The first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
