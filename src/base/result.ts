/**
 * How does a step say "this did not work, and here is what to tell the person"?
 *
 * Expected failures are values: `Result<T, E>` where `E` is a plain object with a `type`
 * and the facts that a sentence needs. Bugs throw `Defect` (see defect.ts).
 * Nothing here words an error: that is `insights/words.ts`.
 */

/** The named-failure shape: every error of the project has a `type` that `insights/words.ts` can word. */
export interface NamedError {
  readonly type: string;
}

/** It worked: the value. */
export type Ok<T> = { readonly ok: true; readonly value: T };
/** It did not work: a named failure. */
export type Err<E> = { readonly ok: false; readonly error: E };
/** Either a value or a named failure; `ok` tells which. */
export type Result<T, E extends NamedError> = Ok<T> | Err<E>;

/** Wraps a success value. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a named failure. */
export function err<E extends NamedError>(error: E): Err<E> {
  return { ok: false, error };
}
