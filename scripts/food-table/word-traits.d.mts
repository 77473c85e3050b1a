/** Types of word-traits.mjs for the tests. */
export interface KindOfFood {
  readonly group: string;
  readonly flags: readonly string[];
  readonly nova: string;
  readonly fructans: string;
  readonly ferment: string;
}
export declare function flagsOf(
  description: string,
  kind: KindOfFood,
  figures: Readonly<Record<string, string>>,
): readonly string[];
export declare function fermentOf(description: string, kind: KindOfFood): string;
