/**
 * How does the program say "this is our fault"?
 *
 * A `Defect` is thrown for states that correct code can never reach. It carries no diary content,
 * so that a person can paste its text into a report. One handler per front door shows it.
 */
export class Defect extends Error {
  override readonly name: string = "Defect";

  constructor(what: string) {
    super(`gutskin defect: ${what}. This is our fault, please report it.`);
  }
}

/** Throws a `Defect` when `condition` is false; narrows the type when it is true. */
export function assertDefect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Defect(what);
}

/** Closes an exhaustive `switch`: reaching it is a `Defect`. */
export function unreachable(value: never): never {
  throw new Defect(`unreachable value ${JSON.stringify(value)}`);
}
