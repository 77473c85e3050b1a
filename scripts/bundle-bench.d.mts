/** Types of bundle-bench.mjs for the tests that bundle a benchmark file. */
export declare function bundle(entry: string): Promise<string>;
