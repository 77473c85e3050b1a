/** Types of plant-words.mjs for the tests. */
export declare function plantsOf(description: string, group: string): readonly string[];
