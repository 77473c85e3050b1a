/** Types of load-source.mjs for the tests that bundle a piece of source. */
export declare function bundleSource(entries: Readonly<Record<string, string>>): Promise<{
  readonly paths: Readonly<Record<string, string>>;
  readonly remove: () => void;
}>;
