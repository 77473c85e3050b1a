/**
 * What can a program ask of the food library?
 *
 * Types only; food-library.ts does it. All failures are `FoodLibraryFailed` values.
 */
import type { Result } from "../../base/result.ts";
import type { FoodLibraryFailed } from "./food-library-file.ts";

/** A food as its row: `words` are searched beside the label, `body` is a text of the importers. */
export interface LibraryRow {
  readonly code: string;
  readonly barcode: string | null;
  readonly label: string;
  readonly words: string;
  readonly body: string;
}

export interface LibraryFood extends LibraryRow {
  readonly source: string;
  readonly licence: string;
}

/** A whole row, or a piece that is joined to what is there (null = there is none; answer null = leave it so). */
export type LibraryChange =
  | { readonly type: "row"; readonly row: LibraryRow }
  | { readonly type: "join"; readonly code: string; readonly join: (before: LibraryRow | null) => LibraryRow | null };

/** One import: what was read with which filters, and how far (`state`, a text of the importer). */
export interface LibraryLoad {
  readonly id: number;
  readonly source: string;
  readonly licence: string;
  /** Name of the file or folder. */
  readonly name: string;
  /** What tells this file from another one of the same name. */
  readonly mark: string;
  readonly filters: string;
  readonly state: string;
  readonly added: number;
  readonly changed: number;
  /** Days. */
  readonly started: string;
  readonly finished: string | null;
  /** Why it stopped, as JSON of the error; "" = it did not. */
  readonly problem: string;
}

export interface WriteReceipt {
  readonly added: number;
  /** Foods of an earlier import that are otherwise now. */
  readonly changed: number;
  /** Foods of this import of which more is known now, or that stand twice in the file. */
  readonly joined: number;
  readonly same: number;
  /** Pieces of foods that are not here. */
  readonly unknown: number;
}

type Answer<T> = Result<T, FoodLibraryFailed>;

export interface FoodLibrary {
  readonly place: string;
  readonly loads: () => Answer<readonly LibraryLoad[]>;
  /** Foods per source. */
  readonly counts: () => Answer<ReadonlyMap<string, number>>;
  /** Begins an import; answers its id. */
  readonly begin: (
    load: Pick<LibraryLoad, "source" | "licence" | "name" | "mark" | "filters" | "started">,
  ) => Answer<number>;
  /** Writes a batch and the state after it, whole or not at all. */
  readonly write: (id: number, changes: readonly LibraryChange[], state: string) => Answer<WriteReceipt>;
  /** Ends an import: finished on a day, or stopped by a problem. */
  readonly end: (id: number, end: { readonly finished: string | null; readonly problem: string }) => Answer<null>;
  /** Takes away unwanted foods that one import brought, some thousands a call: go on from `next`. */
  readonly sweep: (id: number, isUnwanted: (food: LibraryFood) => boolean, afterNo: number) => Answer<Removal>;
  /** Takes away some thousand foods of a source a call, first of all its imports: go on until `next` is null. */
  readonly forget: (source: string) => Answer<Removal>;
  /** Best first. `isLoose`: no food has all the words, these have some. */
  readonly find: (
    text: string,
    limit: number,
  ) => Answer<{ readonly foods: readonly LibraryFood[]; readonly isLoose: boolean }>;
  readonly byBarcode: (barcode: string) => Answer<readonly LibraryFood[]>;
  readonly byCode: (code: string, source: string | null) => Answer<readonly LibraryFood[]>;
  readonly close: () => void;
}

/** What one call of `sweep` or `forget` did; `next` null = it was the last. */
export interface Removal {
  readonly removed: number;
  readonly next: number | null;
}
