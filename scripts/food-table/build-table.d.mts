/** Types of build-table.mjs for the tests. */
export interface BuiltFood {
  readonly where: string;
  readonly group: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, number>>;
}
export declare function buildTable(from: {
  readonly files: readonly (readonly [string, string])[];
  readonly figures: string;
  readonly words: {
    readonly flags: readonly string[];
    readonly nutrients: readonly string[];
    readonly sources: readonly string[];
  };
  readonly taken?: { readonly ids: ReadonlySet<string>; readonly names: ReadonlySet<string> } | null;
  readonly lenient?: boolean;
}): {
  readonly foods: readonly BuiltFood[];
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
};
export declare function nameKey(name: string): string;
